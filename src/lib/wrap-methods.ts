type Method<Answer> = (...args: unknown[]) => Promise<Answer>;

/** What the methods of `Target` answer. */
type AnswerOf<Target> = {
  [Name in keyof Target]: Target[Name] extends (...args: never[]) => Promise<infer Answer>
    ? Answer
    : never;
}[keyof Target];

/**
 * An object with the async methods `names` of `T`. Each call goes to `wrap` as a function that
 * makes the same call, arguments included, on the target it is given; `wrap` may make it never,
 * once or again. `Target` has the same methods with answers of another form.
 */
export function wrapMethods<T extends object, Target extends { [Name in keyof T]: unknown } = T>(
  names: readonly (keyof T)[],
  wrap: (call: (target: Target) => Promise<AnswerOf<Target>>) => Promise<unknown>,
): T {
  const wrapped = names.map((name) => [
    name,
    (...args: unknown[]) => wrap((target) => (target[name] as Method<AnswerOf<Target>>)(...args)),
  ]);
  return Object.fromEntries(wrapped) as T;
}
