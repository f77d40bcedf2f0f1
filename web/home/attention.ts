/** How an entry of the list of things to do is worded, and where it leads. */
import type { AttentionEntry } from "../../src/contract/home";
import { checkPlace, problemPlace, type FixPlace } from "../../src/i18n/fix-places";
import { isCheckCode } from "../../src/domain/listings/check-reason";
import { withQuery } from "../data/with-query";
import { t } from "../i18n/t";
import { problemText } from "../i18n/problems";

/** Pages of a connection that show how many things wait there. */
const PLACES: Readonly<Record<AttentionEntry["kind"], string>> = {
  connection: "settings",
  problem: "home",
  check: "health",
  order: "orders",
  product: "products",
  category: "categories",
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

/** A reason in as few words as a filter takes. */
export function reasonLabel(code: string): string {
  if (isCheckCode(code)) return t(`check.${code}`);
  if (code === "product.ready_again") return t("attention.readyAgain");
  return problemText({ code, facts: {} }).what;
}

/** Exactly the rows that an entry counts. */
export function rowsOf(entry: AttentionEntry, base: string): string {
  const { kind, code, count, sample, tab, facts } = entry;
  const at = (path: string, id: string) => `${base}/${path}/${encodeURIComponent(id)}`;
  if (kind === "order" && count === 1 && sample) return at("orders", sample.id);
  if (kind === "order") return withQuery(`${base}/orders`, { problem: code });
  if (kind === "product" && count === 1 && !entry.isMore && sample)
    return at("products", sample.id);
  if (kind === "product")
    return withQuery(`${base}/products`, { tab: tab ?? undefined, reason: code });
  if (kind === "check") return `${base}/health#check-${code}`;
  if (kind === "category") return `${base}/categories?state=suggested`;
  if (kind === "task") return at("tasks", String(facts["task"]));
  if (kind === "connection") return `${base}/settings#channel`;
  return sample ? at("products", sample.id) : `${base}/health`;
}

/** Where the merchant puts it right; undefined: only the rows themselves say. */
export function placeOf({ kind, code, facts }: AttentionEntry): FixPlace | undefined {
  if (kind === "connection") return "authorize";
  if (kind === "check") return checkPlace(code);
  return problemPlace({ code, facts });
}
