/**
 * The end of a comparison: what was on its way when it was met is looked at once more, quantities that still differ
 * are sent, and the report is put together.
 */
import type { FateOfOrder } from "../../domain/reports/order-fate";
import {
  addCount,
  MOST_FINDINGS,
  type KeptFinding,
  type OrderTotals,
  type ReconciliationReport,
  type ReportFinding,
  type ReportTotals,
  type StockTotals,
} from "../../domain/reports/reconciliation";
import { windowOf, type ReconcileDeps, type ReconcileTerms } from "./reconcile-ports";
import { rereadStock } from "./reread-stock";

export async function finishReport(
  deps: ReconcileDeps,
  terms: ReconcileTerms,
  totals: ReportTotals,
): Promise<ReconciliationReport> {
  const found = await deps.findings.list(MOST_FINDINGS);
  const counted = await deps.findings.count();
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  const orders = await rereadOrders(deps, found.filter(isOfOrder));
  const counts = found.filter((finding) => !isOfOrder(finding));
  const reread = await rereadStock(deps, counts, terms.startedAt);
  const moved = reread.filter(({ second }) => second === "moved");
  const stock = reread.filter(({ second }) => second !== "moved").map(asReported);
  const repairedOrders = (counted.missing ?? 0) + (counted.outdated ?? 0);
  const repairedSkus = stock.filter(({ isRepaired }) => isRepaired).length;
  return {
    format: "weft-reconciliation",
    version: 1,
    id: terms.reportId,
    connectionId: terms.connectionId,
    store: terms.store,
    ...windowOf(terms),
    startedAt: terms.startedAt,
    finishedAt: deps.now(),
    orders: { ...movedTotals(totals.orders, orders), repaired: repairedOrders },
    stock: { ...withMoved(totals.stock, moved), repaired: repairedSkus },
    findings: [...orders.map(({ after }) => after), ...stock],
    unnamed: all - found.length,
  };
}

const isOfOrder = ({ key }: ReportFinding) => key.startsWith("order:");

interface Reread {
  before: ReportFinding;
  after: ReportFinding;
}

/** Orders that were taken in a moment ago have become orders of the store, or say why not. */
async function rereadOrders(
  { ledger }: Pick<ReconcileDeps, "ledger">,
  found: readonly ReportFinding[],
): Promise<Reread[]> {
  const isOpen = ({ fate }: ReportFinding) => fate === "waiting" || fate === "held";
  const open = found.filter(isOpen);
  const fates = open.length > 0 ? await ledger.readFates(open.map((one) => one.subjectId)) : [];
  const now = new Map(open.map(({ key }, index) => [key, fates[index]]));
  return found.map((before) => ({ before, after: withFate(before, now.get(before.key)) }));
}

function withFate(finding: ReportFinding, now: FateOfOrder | undefined): ReportFinding {
  if (!now || now.fate === "lost") return finding;
  const { reason: _older, ...rest } = finding;
  const { fate, reason, facts = {}, sourceOrderId } = now;
  const known = sourceOrderId === undefined ? facts : { ...facts, sourceOrderId };
  const isRepaired = finding.what === "held" ? fate !== "held" : finding.isRepaired;
  return { ...rest, fate, facts: known, isRepaired, ...(reason === undefined ? {} : { reason }) };
}

function movedTotals(totals: OrderTotals, reread: readonly Reread[]): OrderTotals {
  let { fates, reasons } = totals;
  for (const { before, after } of reread) {
    if (before.fate && after.fate)
      fates = addCount(addCount(fates, before.fate, -1), after.fate, 1);
    if (before.reason) reasons = addCount(reasons, before.reason, -1);
    if (after.reason) reasons = addCount(reasons, after.reason, 1);
  }
  return { ...totals, fates, reasons };
}

const asReported = ({ second: _second, ...finding }: KeptFinding): ReportFinding => finding;

/** What turned out to have been on its way. */
function withMoved(totals: StockTotals, moved: readonly KeptFinding[]): StockTotals {
  const inStore = moved.filter(({ what }) => what === "store").length;
  return {
    ...totals,
    store: totals.store - inStore,
    channel: totals.channel - (moved.length - inStore),
    moving: totals.moving + moved.length,
  };
}
