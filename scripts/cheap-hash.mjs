/**
 * Makes hashing a password cheap in the ring inside workerd, where half of the time went to it: each test signs
 * somebody up. The cost travels with the hash, so all that reads one is the real thing; the real cost has its own test.
 */
const REAL = "n: 2 ** 14, r: 8, p: 5";

/** @returns {import("vite").Plugin} */
export function cheapHash() {
  return {
    name: "cheap-hash",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/src/lib/hash-password.ts")) return null;
      if (!code.includes(REAL)) throw new Error("the cost of a hash is written in another way now");
      return code.replace(REAL, "n: 2, r: 1, p: 1");
    },
  };
}
