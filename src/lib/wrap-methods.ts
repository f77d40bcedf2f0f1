type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * An object with the async methods `names` of `T`. Each call goes to `wrap` as a function that
 * makes the same call, arguments included, on the target it is given; `wrap` may make it never,
 * once or again.
 */
export function wrapMethods<T extends object>(
  names: readonly (keyof T)[],
  wrap: (call: (target: T) => Promise<unknown>) => Promise<unknown>,
): T {
  const wrapped = names.map((name) => [
    name,
    (...args: unknown[]) => wrap((target) => (target[name] as Method)(...args)),
  ]);
  return Object.fromEntries(wrapped) as T;
}
