/** How an entry of the list of things to do is worded, and where it leads. */
import type { AttentionEntry } from "../../src/contract/home";
import { checkPlace, problemPlace, type FixPlace } from "../../src/i18n/fix-places";
import { withQuery } from "../data/with-query";

/** Exactly the rows that an entry counts. */
export function rowsOf(entry: AttentionEntry, base: string): string {
  const { kind, code, count, sample, tab, facts } = entry;
  const at = (path: string, id: string) => `${base}/${path}/${encodeURIComponent(id)}`;
  if (kind === "order" && count === 1 && sample) return at("orders", sample.id);
  if (kind === "order") return withQuery(`${base}/orders`, { problem: code });
  if (kind === "product" && count === 1 && !entry.isMore && sample)
    return at("products", sample.id);
  if (kind === "product")
    return withQuery(`${base}/products`, {
      tab: tab ?? undefined,
      reason: String(facts["filter"] ?? code),
    });
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
