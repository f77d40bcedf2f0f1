/** Runs an asynchronous read at most once per session; a failure is not kept. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((caught: unknown) => {
      reading = undefined;
      throw caught;
    });
    return reading;
  };
}
