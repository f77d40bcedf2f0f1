/** What workerd writes when nobody caught an exception: of a timer, a handler, an alarm or waitUntil. */
const UNCAUGHT = /^uncaught exception; .*/gm;

/**
 * Fails the run on each exception that workerd alone sees; vitest sees the others by itself. The
 * pool writes workerd's messages to this process's own output and offers no other way in.
 * @returns {import("vite").Plugin}
 */
export const failOnUncaught = () => ({
  name: "fail-on-uncaught",
  configureVitest({ vitest }) {
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream);
      stream.write = (chunk, ...rest) => {
        for (const [message] of String(chunk).matchAll(UNCAUGHT))
          vitest.state.catchError(new Error(message), "Uncaught Exception in workerd");
        return write(chunk, ...rest);
      };
    }
  },
});
