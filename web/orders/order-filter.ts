/** The filter of the orders table, which lives in the address. Pure. */
import type { OrderTab } from "../../src/contract/orders";
import { DUE, type Due } from "../../src/domain/orders/dispatch";

export interface OrderFilter {
  tab: OrderTab;
  search?: string;
  /** Code of the open problem they have. */
  problem?: string;
  /** Only those not sent yet that are late, or have to go later today. */
  due?: Due;
}

export const ORDER_TABS: readonly OrderTab[] = [
  "all",
  "waiting",
  "unsynced",
  "unfulfilled",
  "fulfilled",
  "cancelled",
  "platform",
  "archived",
];

/** An unknown tab in a typed address falls back to "all" instead of failing. */
export function readOrderFilter(query: Record<string, string | undefined>): OrderFilter {
  const tab = ORDER_TABS.find((known) => known === query["tab"]) ?? "all";
  const { search, problem } = query;
  const due = DUE.find((known) => known === query["due"]);
  return {
    tab,
    ...(search ? { search } : {}),
    ...(problem ? { problem } : {}),
    ...(due ? { due } : {}),
  };
}

export function isFiltered({ tab, search, problem, due }: OrderFilter): boolean {
  return tab !== "all" || [search, problem, due].some(Boolean);
}
