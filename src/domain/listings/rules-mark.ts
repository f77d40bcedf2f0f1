/** Codes under which the checks keep products besides their reasons. */

/** A push would change the product's listing; it stops nothing. */
export const CHANGES_WAIT = "listing.changes_wait";

/** The code of the entry about them, one a category. */
export const RULES_CHANGED = "category.rules_changed";

const MARK = "rules.";

/** The code under which products are kept that changed rules of a category stop. */
export const rulesMark = (categoryId: string): string => `${MARK}${categoryId}`;

/** The category whose changed rules a code is about; undefined: it is about something else. */
export const categoryOfMark = (code: string): string | undefined =>
  code.startsWith(MARK) ? code.slice(MARK.length) : undefined;
