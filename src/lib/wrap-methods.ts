/**
 * An object with the async methods `names`. Each call goes to `wrap` as a function that makes the
 * same call, arguments included, on the target it is given; `wrap` may make it never, once or again.
 * What `wrap` answers must be what `Wrapped` promises for the method. `Answer`: of the target.
 */
export function wrapMethods<
  Wrapped extends object,
  Target extends object = Wrapped,
  Answer = unknown,
>(
  names: readonly (keyof Wrapped & keyof Target)[],
  wrap: (call: (target: Target) => Promise<Answer>) => Promise<unknown>,
): Wrapped {
  const wrapped = names.map((name) => [
    name,
    (...args: unknown[]) =>
      wrap((target) => (target[name] as (...args: unknown[]) => Promise<Answer>)(...args)),
  ]);
  return Object.fromEntries(wrapped) as Wrapped;
}
