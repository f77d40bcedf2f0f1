/** One page of the orders that the channel lists: each is taken in where it is news, and has one fate. */
import type { AuditedOrder } from "../../domain/reports/order-fate";
import {
  addCount,
  RECENT_MS,
  type OrderTotals,
  type ReportFinding,
} from "../../domain/reports/reconciliation";
import { windowOf, type ReconcileDeps, type ReconcileTerms } from "./reconcile-ports";

/** Compares one page of the channel's orders; answers the sums with it, and where the next page begins. */
export async function compareOrders(
  deps: ReconcileDeps,
  terms: ReconcileTerms,
  { orders, next }: { orders: OrderTotals; next?: string },
): Promise<{ orders: OrderTotals; next: string | undefined }> {
  const readAt = deps.now();
  const page = await deps.channel.listOrders(windowOf(terms), next);
  const { connectedAt, startedAt } = terms;
  const recentSince = startedAt - RECENT_MS;
  const taking = { readAt, connectedAt, recentSince };
  const audited = await deps.ledger.auditOrders(page.orders, taking);
  const unread = (page.unreadable ?? []).map((orderId): AuditedOrder => ({
    orderId,
    arrived: "known",
    fate: "lost",
    reason: "report.order_unread",
  }));
  const seen = await withStore(deps, audited);
  const all = [...seen, ...unread];
  // Before the orders are taken in: a repeat would find nothing missing any more.
  await deps.findings.add(all.flatMap((order) => findingOf(order) ?? []));
  const named = await deps.findings.find(all.map(keyOf));
  await deps.ledger.receiveOrders(page.orders, taking);
  return { orders: addOrders(orders, asNamed(all, named)), next: page.next };
}

const keyOf = ({ orderId }: AuditedOrder) => `order:${orderId}`;

/** Orders count as they are named: the end of the report moves them from there. */
function asNamed(
  audited: readonly AuditedOrder[],
  named: readonly ReportFinding[],
): readonly Pick<AuditedOrder, "fate" | "reason" | "arrived">[] {
  const byKey = new Map(named.map((finding) => [finding.key, finding]));
  return audited.map((order) => {
    const { fate, reason, what } = byKey.get(keyOf(order)) ?? {};
    if (fate === undefined) return order;
    const arrived = what === "missing" || what === "outdated" ? what : "known";
    return { arrived, fate, ...(reason === undefined ? {} : { reason }) };
  });
}

/** An order that the ledger has in the store, and the store has not, is lost. */
async function withStore(
  { source }: Pick<ReconcileDeps, "source">,
  audited: readonly AuditedOrder[],
): Promise<AuditedOrder[]> {
  const ids = audited.flatMap(({ sourceOrderId }) => sourceOrderId ?? []);
  const there = new Set(ids.length > 0 ? await source.findOrders(ids) : []);
  return audited.map((order) =>
    order.sourceOrderId === undefined || there.has(order.sourceOrderId)
      ? order
      : { ...order, fate: "lost", reason: "report.order_gone" },
  );
}

function findingOf(order: AuditedOrder): ReportFinding | undefined {
  const { orderId, arrived, fate, reason, facts = {}, sourceOrderId } = order;
  const lost = reason === "report.order_unread" ? "unread" : "gone";
  const stopped = fate === "lost" ? lost : fate === "held" ? fate : undefined;
  const lack = arrived === "known" ? stopped : arrived;
  const what = fate === "lost" ? lost : lack;
  if (what === undefined) return undefined;
  return {
    key: keyOf(order),
    what,
    subjectId: orderId,
    isRepaired: arrived !== "known" && fate !== "lost",
    fate,
    ...(reason === undefined ? {} : { reason }),
    facts: sourceOrderId === undefined ? facts : { ...facts, sourceOrderId },
  };
}

function addOrders(totals: OrderTotals, audited: ReturnType<typeof asNamed>): OrderTotals {
  let { fates, reasons } = totals;
  for (const { fate, reason } of audited) {
    fates = addCount(fates, fate, 1);
    if (reason !== undefined) reasons = addCount(reasons, reason, 1);
  }
  const repaired = audited.filter(({ arrived }) => arrived !== "known").length;
  return {
    ...totals,
    listed: totals.listed + audited.length,
    fates,
    reasons,
    repaired: totals.repaired + repaired,
  };
}
