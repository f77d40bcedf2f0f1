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
  /** Slips whose order was not known when they were read. */
  readUnmatched(): readonly SourceRefund[];
  writeUnmatched(refunds: readonly SourceRefund[] | undefined): void;
  readCursor(): string | undefined;
  writeCursor(cursor: string | undefined): void;
  now(): number;
}

/** How long a slip waits for its order: an import goes on for a day, then a person has some to repair it. */
const UNMATCHED_MS = 7 * 24 * 60 * 60_000;
/** The store's own orders have slips, too; the youngest wait. */
const MOST_UNMATCHED = 100;

/**
 * Reads what was given back in the store since the last scan, whatever became of its orders on the
 * channel. Answers false while there is more to read. A slip of an order that is none of ours may be of
 * one whose import has not come back yet, so it is looked at again for some days.
 */
export async function scanRefunds(deps: ScanRefundsDeps): Promise<boolean> {
  const session = await deps.source();
  const found = await session.readRefunds(await deps.connectedAt(), deps.readCursor());
  deps.orders.atomically(() => {
    const waiting = deps.readUnmatched();
    const left = [...waiting, ...found.refunds]
      .filter((refund) => !keep(deps, refund) && deps.now() - refund.at < UNMATCHED_MS)
      .slice(-MOST_UNMATCHED);
    if (found.refunds.length > 0 || left.length !== waiting.length)
      deps.writeUnmatched(left.length > 0 ? left : undefined);
    if (found.cursor !== deps.readCursor()) deps.writeCursor(found.cursor);
  });
  return found.isComplete;
}

/** False: its order is not known. */
function keep({ orders, findBySource, now }: ScanRefundsDeps, refund: SourceRefund): boolean {
  const record = findBySource(refund.orderId);
  if (!record) return false;
  const known = record.fulfilment.refunds ?? [];
  if (known.some(({ id }) => id === refund.id)) return true;
  const { id, at } = refund;
  const totalMinor = parseMinor(refund.total, record.order.currency);
  const fulfilment = { ...record.fulfilment, refunds: [...known, { id, totalMinor, at }] };
  const key = `store_refund:${id}`;
  const entry = { key, kind: "store_refund" as const, facts: { id, totalMinor }, at: now() };
  planNext(orders, { ...record, fulfilment }, [entry], now());
  return true;
}
