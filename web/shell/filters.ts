/** Filters live in the address; these read them out and write them back. Pure. */
import type { OrderTab, ProductTab } from "../../src/contract/api";
import type { ProductFilter } from "../catalogue/selection";

export const PRODUCT_TABS: readonly ProductTab[] = [
  "all",
  "synced",
  "not_synced",
  "sync_failed",
  "update_failed",
];
export const ORDER_TABS: readonly OrderTab[] = [
  "all",
  "waiting",
  "unsynced",
  "unfulfilled",
  "fulfilled",
  "cancelled",
];

type QueryParams = Record<string, string | undefined>;

export interface OrderFilter {
  tab: OrderTab;
  search?: string;
}

/** An unknown tab in a typed address falls back to "all" instead of failing. */
export function readProductFilter(query: QueryParams): ProductFilter {
  const tab = PRODUCT_TABS.find((known) => known === query["tab"]) ?? "all";
  const filter: ProductFilter = { tab };
  if (query["search"]) filter.search = query["search"];
  if (query["category"]) filter.category = query["category"];
  return filter;
}

export function readOrderFilter(query: QueryParams): OrderFilter {
  const tab = ORDER_TABS.find((known) => known === query["tab"]) ?? "all";
  return query["search"] ? { tab, search: query["search"] } : { tab };
}

/** An address with the words that are set; the default tab is left out. */
export function withQuery(path: string, words: QueryParams): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(words))
    if (value && !(key === "tab" && value === "all")) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
