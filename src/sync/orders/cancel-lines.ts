import { withProblem } from "../../domain/orders/order-record";
import { COMMON_REASON } from "../../domain/orders/cancel-reason";
import { storeReason } from "../../domain/orders/store-reason";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";

export interface CancelLinesDeps {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "cancelOrder">>;
  now(): number;
}

/** The channel shows a cancellation a moment after the call. */
const SHOWN_AFTER_MS = 3_000;
/** A channel that knows no cancellation of a part, or not with this order. */
const REFUSED = [".cancel_partly_refused", ".cancel_reason", ".cancel_reason_state"];

/**
 * Asks the channel to cancel lines that the merchant took out of the store's order: the store does
 * not have them. The order has just been read, so what an earlier try has cancelled is not among
 * them. Where the channel refuses, a person decides. Answers when to look again (epoch ms).
 */
export async function cancelLines(
  deps: CancelLinesDeps,
  orderId: string,
  lineIds: readonly string[],
): Promise<number> {
  const isTaken = await ask(deps, orderId, lineIds);
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    if (isTaken) {
      const facts = { count: lineIds.length, reason: COMMON_REASON };
      const key = `part_cancelled:${lineIds.join(",")}`;
      deps.orders.write(record, [{ key, kind: "part_cancelled", facts, at }]);
      return;
    }
    const refused = {
      ...record,
      fulfilment: { ...record.fulfilment, isPartRefused: true as const },
    };
    deps.orders.write(withProblem(refused, "store", storeReason(refused)), []);
  });
  return at + SHOWN_AFTER_MS;
}

async function ask(
  { channel }: CancelLinesDeps,
  orderId: string,
  lineIds: readonly string[],
): Promise<boolean> {
  try {
    await (await channel()).cancelOrder(orderId, lineIds, COMMON_REASON);
    return true;
  } catch (caught) {
    const isRefused =
      caught instanceof SyncError && REFUSED.some((ending) => caught.code.endsWith(ending));
    if (!isRefused) throw caught;
    return false;
  }
}
