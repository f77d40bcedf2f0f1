/** A language made from English by putting every sentence in brackets; complete by its type. */
import type { Catalogue } from "../../../src/i18n/en/catalogue";
import { en } from "../../../src/i18n/en/catalogue";

export const bracketed = (text: string) => `⟦${text}⟧`;

/** The same shape, with every string in it, and every string a function in it returns, in brackets. */
function inBrackets<T>(value: T): T {
  const change = (one: unknown): unknown => {
    if (typeof one === "string") return bracketed(one);
    if (typeof one === "function") return (...args: unknown[]) => change(one(...args));
    if (Array.isArray(one)) return one.map(change);
    if (typeof one === "object" && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, change(inner)]));
    return one;
  };
  return change(value) as T;
}

export const pseudo: Catalogue = {
  ui: inBrackets(en.ui),
  problems: inBrackets(en.problems),
  checks: async () => inBrackets(await en.checks()),
  help: async () => inBrackets(await en.help()),
  mails: async () => inBrackets(await en.mails()),
};
