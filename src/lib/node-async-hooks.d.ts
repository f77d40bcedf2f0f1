/** The class of node:async_hooks used here; the full Node types clash with the Workers' ones. */
declare module "node:async_hooks" {
  export class AsyncLocalStorage<T> {
    run<R>(store: T, work: () => R): R;
    getStore(): T | undefined;
  }
}
