/** How many things wait on which page, for the badges of the sidebar. */
import type { AttentionEntry } from "../../src/contract/home";

/** Pages of a connection that show how many things wait there. */
const PLACES: Readonly<Record<AttentionEntry["kind"], string>> = {
  connection: "settings",
  problem: "home",
  check: "health",
  order: "orders",
  product: "products",
  category: "categories",
  listing: "home",
  task: "tasks",
};

/** How many things wait on each page: orders and products by number, the rest by entry. */
export function countByPlace(entries: readonly AttentionEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, count } of entries) {
    const place = PLACES[kind];
    // A product that several things stop counts once at least, so the largest group is said.
    const before = counts.get(place) ?? 0;
    counts.set(place, kind === "product" ? Math.max(before, count) : before + count);
  }
  return counts;
}
