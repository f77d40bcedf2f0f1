import { SyncError } from "../../domain/errors/sync-error";
import { request, type Session } from "./request";
import { marketOf } from "./markets";
import { shopOf } from "./products";
import { anything } from "./shapes";

type Reason = "out_of_stock" | "buyer_asked";

/**
 * Asks for cancellation by the seller. A paid order needs other reason names than an unpaid one;
 * the paid ones are tried first, since unpaid orders are seldom cancelled by sellers. Where the
 * market has no such reason: SyncError("merchant", "tiktok.cancel_reason").
 */
export async function cancelOrder(
  session: Session,
  orderId: string,
  lineIds: readonly string[],
  reason: Reason,
): Promise<void> {
  const { region } = shopOf(session);
  const paid = paidReason(reason, region);
  try {
    if (paid) return await askToCancel(session, orderId, lineIds, paid);
  } catch (caught) {
    const isOtherState =
      caught instanceof SyncError && caught.code === "tiktok.cancel_reason_state";
    if (!isOtherState) throw caught;
  }
  if (!paid) throw new SyncError("merchant", "tiktok.cancel_reason", { market: region, reason });
  await askToCancel(session, orderId, lineIds, unpaidReason(reason, region));
}

/** Reason name for ON_HOLD and AWAITING_SHIPMENT; undefined where the market has none. */
function paidReason(reason: Reason, region: string): string | undefined {
  if (reason === "out_of_stock") return withMarket("seller_cancel_reason_out_of_stock", region);
  return marketOf(region)?.hasBuyerAskedReason
    ? "seller_cancel_paid_reason_buyer_requested_cancellation"
    : undefined;
}

function unpaidReason(reason: Reason, region: string): string {
  return withMarket(
    reason === "out_of_stock"
      ? "seller_cancel_unpaid_reason_out_of_stock"
      : "seller_cancel_unpaid_reason_buyer_requested_cancellation",
    region,
  );
}

function withMarket(name: string, region: string): string {
  return name + (marketOf(region)?.cancelReasonSuffix ?? "");
}

async function askToCancel(
  session: Session,
  orderId: string,
  lineIds: readonly string[],
  cancelReason: string,
): Promise<void> {
  await request(
    session,
    {
      method: "POST",
      path: "/return_refund/202309/cancellations",
      body: {
        order_id: orderId,
        ...(lineIds.length > 0 ? { order_line_item_ids: lineIds } : {}),
        cancel_reason: cancelReason,
      },
    },
    anything,
  );
}
