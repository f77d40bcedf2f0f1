/**
 * How products are grouped for their checks: by the store's category, or by the category of the
 * channel that was chosen for the product itself. Stored names.
 */
export const CHECK_GROUPS = ["source", "own"] as const;

export interface CheckGroup {
  kind: (typeof CHECK_GROUPS)[number];
  /** Id of the category; "" for the products that the store has in none. */
  subject: string;
}
