/**
 * Compares both shops with the ledger, page by page: every order that the channel lists has one fate, every SKU on
 * sale is counted alike in the store, the ledger and the channel, or the report names it. What differs goes the
 * ways that exist: orders are taken in as by a poll, counts are observed, quantities are sent.
 */
import { NO_TOTALS, type ReportTotals } from "../../domain/reports/reconciliation";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import { compareOrders } from "./compare-orders";
import { compareStock } from "./compare-stock";
import type { ReconcileDeps, ReconcileTerms } from "./reconcile-ports";
import { finishReport } from "./finish-report";

/** Where a comparison stands between two steps. */
interface ReconcilePlace extends ReportTotals {
  phase: "orders" | "stock" | "finish";
  pages: number;
  next?: string;
}

interface ReconcileStep {
  cursor: string;
  counts: TaskCounts;
  isDone: boolean;
}

/** Pages of 100 orders, or listings, that are read for one report. */
const MOST_PAGES = 200;

/** One page, or the last step, which makes the report. `cursor`: as the step before answered; null: none did. */
export async function reconcileStep(
  deps: ReconcileDeps,
  terms: ReconcileTerms,
  { cursor }: { cursor: string | null },
): Promise<ReconcileStep> {
  const place: ReconcilePlace =
    cursor === null
      ? { phase: "orders", pages: 0, ...NO_TOTALS }
      : (JSON.parse(cursor) as ReconcilePlace);
  if (place.phase === "finish") {
    const report = await finishReport(deps, terms, place);
    await deps.keep(report);
    return { cursor: "done", counts: countsOf(report), isDone: true };
  }
  const after = await comparePage(deps, terms, place);
  return { cursor: JSON.stringify(after), counts: countsOf(after), isDone: false };
}

const countsOf = ({ orders, stock }: ReportTotals): TaskCounts => ({
  found: orders.listed + stock.compared,
  changed: orders.repaired + stock.repaired,
});

async function comparePage(
  deps: ReconcileDeps,
  terms: ReconcileTerms,
  place: ReconcilePlace,
): Promise<ReconcilePlace> {
  const isLastAllowed = place.pages + 1 >= MOST_PAGES;
  if (place.phase === "orders") {
    const { orders, next } = await compareOrders(deps, terms, place);
    const isWhole = next === undefined || !isLastAllowed;
    return behind({ ...place, orders: { ...orders, isWhole } }, isWhole ? next : undefined);
  }
  const { stock, next } = await compareStock(deps, place);
  const isWhole = next === undefined || !isLastAllowed;
  return behind({ ...place, stock: { ...stock, isWhole } }, isWhole ? next : undefined);
}

/** The next page of the phase, or the first of the next phase. */
function behind(place: ReconcilePlace, next: string | undefined): ReconcilePlace {
  const { next: _read, phase, pages, ...totals } = place;
  if (next !== undefined) return { ...totals, phase, pages: pages + 1, next };
  return { ...totals, phase: phase === "orders" ? "stock" : "finish", pages: 0 };
}
