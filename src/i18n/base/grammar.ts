/** Plurals and lists by the rules of one language, wherever in the world its reader is. */
import { kept } from "./kept";

type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Grammar {
  /** The form that fits a count: plural(1, { one: "order", other: "orders" }). */
  plural: (count: number, forms: PluralForms) => string;
  /** "a, b, and c" */
  list: (items: readonly string[]) => string;
}

/** @param language a BCP 47 tag, such as "en" */
export function createGrammar(language: string): Grammar {
  const rules = kept((of: string) => new Intl.PluralRules(of));
  const lists = kept((of: string) => new Intl.ListFormat(of));
  return {
    plural: (count, forms) => forms[rules(language).select(count)] ?? forms.other,
    list: (items) => lists(language).format(items),
  };
}
