import { parseMinor } from "../../domain/money";
import type { OrderRecord } from "../../domain/orders/order-record";
import type { SourceSession } from "../../platforms/source";
import type { SourceRefund } from "../../platforms/source-changes";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";

export interface ScanRefundsDeps {
  orders: OrderRepository;
  /** The order that became this one of the store. */
  findBySource(sourceOrderId: string): OrderRecord | undefined;
  source(): Promise<Pick<SourceSession, "readRefunds">>;
  /** Since when the store's orders are Weft's business, epoch ms. */
  connectedAt(): Promise<number>;
  readCursor(): string | undefined;
  writeCursor(cursor: string | undefined): void;
  now(): number;
}

/**
 * Reads what was given back in the store since the last scan, whatever became of its orders on the
 * channel. Answers false while there is more to read. Slips of other orders are passed over.
 */
export async function scanRefunds(deps: ScanRefundsDeps): Promise<boolean> {
  const session = await deps.source();
  const found = await session.readRefunds(await deps.connectedAt(), deps.readCursor());
  deps.orders.atomically(() => {
    for (const refund of found.refunds) keep(deps, refund);
    if (found.cursor !== deps.readCursor()) deps.writeCursor(found.cursor);
  });
  return found.isComplete;
}

function keep({ orders, findBySource, now }: ScanRefundsDeps, refund: SourceRefund): void {
  const record = findBySource(refund.orderId);
  const known = record?.fulfilment.refunds ?? [];
  if (!record || known.some(({ id }) => id === refund.id)) return;
  const { id, at } = refund;
  const totalMinor = parseMinor(refund.total, record.order.currency);
  const fulfilment = { ...record.fulfilment, refunds: [...known, { id, totalMinor, at }] };
  const key = `store_refund:${id}`;
  const entry = { key, kind: "store_refund" as const, facts: { id, totalMinor }, at: now() };
  planNext(orders, { ...record, fulfilment }, [entry], now());
}
