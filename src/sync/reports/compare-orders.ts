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
  const audited = await deps.ledger.auditOrders(page.orders, {
    readAt,
    connectedAt,
    recentSince,
  });
  const unread = (page.unreadable ?? []).map((orderId): AuditedOrder => ({
    orderId,
    arrived: "known",
    fate: "lost",
    reason: "report.order_unread",
  }));
  const seen = await withStore(deps, audited);
  const all = [...seen, ...unread];
  await deps.findings.add(all.flatMap((order) => findingOf(order) ?? []));
  return { orders: addOrders(orders, all), next: page.next };
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
  const what = arrived === "known" ? stopped : arrived;
  if (what === undefined) return undefined;
  return {
    key: `order:${orderId}`,
    what,
    subjectId: orderId,
    isRepaired: arrived !== "known" && fate !== "lost",
    fate,
    ...(reason === undefined ? {} : { reason }),
    facts: sourceOrderId === undefined ? facts : { ...facts, sourceOrderId },
  };
}

function addOrders(totals: OrderTotals, audited: readonly AuditedOrder[]): OrderTotals {
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
