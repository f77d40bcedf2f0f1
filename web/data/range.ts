import type { ListAddress } from "./use-list-address";
import { countText, formatNumber } from "../i18n/format";
import { t } from "../i18n/t";

export interface Range {
  from: number;
  to: number;
  total: number;
}

/** Which rows of how many are shown; null where the page was opened by its address, whose place nobody knows. */
export function rangeOf(
  { pages, cursor }: ListAddress,
  { shown, pageSize, total }: { shown: number; pageSize: number; total: number },
): Range | null {
  const trail = pages.trail.value;
  const isKnown = cursor === undefined || (trail.length > 0 && trail[0] === undefined);
  if (!isKnown || shown === 0) return null;
  const before = cursor === undefined ? 0 : trail.length * pageSize;
  return { from: before + 1, to: before + shown, total: Math.max(total, before + shown) };
}

/**
 * "51–100 of 1,227", or "51–100 of 60+" where rows are counted up to a limit; undefined where all are
 * shown.
 */
export function rangeText(
  address: ListAddress,
  rows: { shown: number; pageSize: number; total: number; isMore: boolean },
): string | undefined {
  const range = rangeOf(address, rows);
  if (!range || (!rows.isMore && rows.total <= rows.shown)) return undefined;
  const { from, to, total } = range;
  return t("list.range", {
    from: formatNumber(from),
    to: formatNumber(to),
    total: countText(total, rows.isMore),
  });
}
