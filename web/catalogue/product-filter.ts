/** The filter of the products table, which lives in the address. Pure. */
import type { ProductTab, Selection } from "../../src/contract/catalogue";

export type ProductFilter = Extract<Selection, { filter: unknown }>["filter"];

export const PRODUCT_TABS: readonly ProductTab[] = [
  "all",
  "synced",
  "not_synced",
  "sync_failed",
  "update_failed",
];

export const STOCKS = ["none", "low", "some"] as const;

/** What a code looks like: "listing.image_missing". */
const REASON = /^[a-z]\w*(\.\w+)+$/;

/** An unknown tab or no code in a typed address is left out instead of failing. */
export function readProductFilter(query: Record<string, string | undefined>): ProductFilter {
  const tab = PRODUCT_TABS.find((known) => known === query["tab"]) ?? "all";
  const filter: ProductFilter = { tab };
  if (query["search"]) filter.search = query["search"];
  if (query["category"]) filter.category = query["category"];
  const stock = STOCKS.find((known) => known === query["stock"]);
  if (stock) filter.stock = stock;
  if (query["reason"] && REASON.test(query["reason"])) filter.reason = query["reason"];
  return filter;
}

export function isFiltered({ tab, search, category, reason, stock }: ProductFilter): boolean {
  return tab !== "all" || [search, category, reason, stock].some(Boolean);
}
