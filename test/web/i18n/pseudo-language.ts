/** A language made from English by putting every sentence in brackets; complete by its types. */
import type { Catalogue } from "../../../src/i18n/en/catalogue";
import { english } from "../../../src/i18n/en/catalogue";
import type { ServerCatalogue } from "../../../src/i18n/en/server-catalogue";
import { en as server } from "../../../src/i18n/en/server-catalogue";
import { ui } from "../../../src/i18n/en/ui";

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
  ui: Object.fromEntries(
    Object.entries(ui).map(([part, messages]) => [part, async () => inBrackets(messages)]),
  ) as Catalogue["ui"],
  problems: async () => inBrackets(await english.problems()),
  checks: async () => inBrackets(await english.checks()),
  help: async () => inBrackets(await english.help()),
};

export const pseudoServer: ServerCatalogue = inBrackets(server);
