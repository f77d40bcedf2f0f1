/** The filter of the products table, which lives in the address. Pure. */
import { CHECK_CODES } from "../../src/domain/listings/check-reason";
import type { ProductTab, Selection } from "../../src/contract/catalogue";

export type ProductFilter = Extract<Selection, { filter: unknown }>["filter"];

export const PRODUCT_TABS: readonly ProductTab[] = [
  "all",
  "synced",
  "not_synced",
  "sync_failed",
  "update_failed",
];

/** An unknown tab or reason in a typed address is left out instead of failing. */
export function readProductFilter(query: Record<string, string | undefined>): ProductFilter {
  const tab = PRODUCT_TABS.find((known) => known === query["tab"]) ?? "all";
  const filter: ProductFilter = { tab };
  if (query["search"]) filter.search = query["search"];
  if (query["category"]) filter.category = query["category"];
  const reason = CHECK_CODES.find((known) => known === query["reason"]);
  if (reason) filter.reason = reason;
  return filter;
}

export function isFiltered({ tab, search, category, reason }: ProductFilter): boolean {
  return tab !== "all" || [search, category, reason].some(Boolean);
}
