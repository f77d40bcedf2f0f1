/**
 * The end of a comparison: what was on its way when it was met is looked at once more, quantities that still differ
 * are sent, and the report is put together.
 */
import { chunks } from "../../lib/chunks";
import type { FateOfOrder } from "../../domain/reports/order-fate";
import {
  addCount,
  MOST_FINDINGS,
  type OrderTotals,
  type ReconciliationReport,
  type ReportFinding,
  type ReportTotals,
  type StockTotals,
} from "../../domain/reports/reconciliation";
import { shownIn } from "./compare-stock";
import { windowOf, type ReconcileDeps, type ReconcileTerms } from "./reconcile-ports";

/** Listings that are read a second time; what differs of more is corrected by the sweeps of the ledger. */
const MOST_LISTINGS = 300;
const LISTINGS_PER_READ = 100;

export async function finishReport(
  deps: ReconcileDeps,
  terms: ReconcileTerms,
  totals: ReportTotals,
): Promise<ReconciliationReport> {
  const found = await deps.findings.list(MOST_FINDINGS);
  const counted = await deps.findings.count();
  const all = Object.values(counted).reduce((sum, count) => sum + count, 0);
  const orders = await rereadOrders(deps, found.filter(isOfOrder));
  const stock = await rereadStock(deps, terms, found);
  const repairedOrders = (counted.missing ?? 0) + (counted.outdated ?? 0);
  const repairedSkus = stock.findings.filter(({ isRepaired }) => isRepaired).length;
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
    stock: { ...withMoved(totals.stock, stock.moved), repaired: repairedSkus },
    findings: [...orders.map(({ after }) => after), ...stock.findings],
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

/**
 * A quantity moves with an order that nobody has read yet: it counts as wrong when a second reading, with the
 * orders read in between, shows the same.
 */
async function rereadStock(
  deps: ReconcileDeps,
  { startedAt }: Pick<ReconcileTerms, "startedAt">,
  found: readonly ReportFinding[],
): Promise<{ findings: ReportFinding[]; moved: number }> {
  const reread = found.filter(({ what }) => what === "store");
  const differing = found.filter(({ what }) => what === "channel");
  if (differing.length === 0) return { findings: reread, moved: 0 };
  const arePolled = await deps.ledger.readOrdersNow();
  const listingIds = [...new Set(differing.map(listingOf))].slice(0, MOST_LISTINGS);
  const shown = await readAgain(deps, listingIds);
  const counts = await deps.ledger.readCounts(listingIds);
  const known = new Map(counts.map((count) => [`sku:${count.channelSkuId}`, count]));
  const findings: ReportFinding[] = [];
  const corrections = [];
  for (const finding of differing) {
    if (!listingIds.includes(listingOf(finding))) findings.push(finding);
    const count = known.get(finding.key);
    const again = count && shown.get(count.channelSkuId);
    const isWrong = count?.state === "sent" && again !== undefined && again !== count.wanted;
    if (!isWrong) continue;
    const isRepaired = arePolled && again === finding.facts["shown"];
    const { channelSkuId } = count;
    if (isRepaired) corrections.push({ channelSkuId, what: "quantity" as const, shown: again });
    findings.push({ ...finding, isRepaired });
  }
  if (corrections.length > 0) await deps.ledger.correctOffers(corrections, startedAt);
  return { findings: [...reread, ...findings], moved: differing.length - findings.length };
}

const listingOf = ({ facts }: ReportFinding) => String(facts["listingId"]);

async function readAgain(
  { channel, warehouseId }: Pick<ReconcileDeps, "channel" | "warehouseId">,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const shown = new Map<string, number>();
  for (const ids of chunks(listingIds, LISTINGS_PER_READ)) {
    const page = await channel.readOffers(ids);
    for (const [sku, count] of shownIn(page.listings, warehouseId)) shown.set(sku, count);
  }
  return shown;
}

/** What turned out to have been on its way. */
const withMoved = (totals: StockTotals, moved: number): StockTotals => ({
  ...totals,
  channel: totals.channel - moved,
  moving: totals.moving + moved,
});
