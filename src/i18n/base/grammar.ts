/** Plurals and lists by the rules of one language, wherever in the world its reader is. */

type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Grammar {
  /** The form that fits a count: plural(1, { one: "order", other: "orders" }). */
  plural: (count: number, forms: PluralForms) => string;
  /** "a, b, and c" */
  list: (items: readonly string[]) => string;
}

/** @param language a BCP 47 tag, such as "en" */
export function createGrammar(language: string): Grammar {
  const rules = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language);
  return {
    plural: (count, forms) => forms[rules.select(count)] ?? forms.other,
    list: (items) => lists.format(items),
  };
}
