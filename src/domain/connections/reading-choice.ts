/** For whom, in what currency and in what language a store's products are read. */
export interface ReadingChoice {
  /** Customer group; null: that of visitors, which is what anybody sees. */
  groupId: string | null;
  /** ISO code; null: the store's default currency. */
  currency: string | null;
  /** Null: the store's default language. */
  languageId: string | null;
}

export const AS_VISITORS: ReadingChoice = { groupId: null, currency: null, languageId: null };

/** A text that is equal for equal choices, to tell by which of them something was read. */
export function choiceKey({ groupId, currency, languageId }: ReadingChoice): string {
  return [groupId, currency, languageId].map((part) => part ?? "").join("|");
}

interface NamedChoice {
  id: string;
  name: string;
}

/** What a store has to choose from; a currency's id is its ISO code. */
export interface ReadingChoices {
  groups: readonly NamedChoice[];
  currencies: readonly NamedChoice[];
  languages: readonly NamedChoice[];
}
