/**
 * How much of an answer is read, by what was asked for: a store is somebody else's machine, and its
 * answer is parsed in the memory that all merchants share. Bytes.
 */
const KB = 1024;

/** The list of a key's permissions is 20 KB, an entity some KB for each language. */
const SINGLE = 256 * KB;
/** At most 1,000 small rows, or 5,000 ids. */
const LIST = 512 * KB;
const ROWS: Readonly<Record<string, number>> = {
  /** A page of 100; where texts are longer than 40 KB each, it is read in smaller parts. */
  products: 4_096 * KB,
  combinations: 2_048 * KB,
  stock_availables: 1_024 * KB,
  product_option_values: 1_024 * KB,
  product_feature_values: 1_024 * KB,
};

/**
 * `resource` "" is the list of permissions, "orders/7" a single entity; a list without `display` is
 * of ids.
 */
export function answerLimit(resource: string, query: { display?: unknown }): number {
  if (resource === "" || resource.includes("/")) return SINGLE;
  return query.display === undefined ? LIST : (ROWS[resource] ?? LIST);
}

/** Of the module: 5,000 counts, or the prices of 300 products. */
export const MODULE_ANSWER = 2_048 * KB;
