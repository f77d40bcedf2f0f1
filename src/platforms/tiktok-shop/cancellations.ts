import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import type { CancelAnswer, CancelReason } from "../../domain/orders/cancel-reason";
import { request, type Session } from "./request";
import { marketOf } from "./markets";
import { shopOf } from "./products";
import { anything, looseList, looseText } from "./shapes";

/**
 * Asks for cancellation by the seller. A paid order needs other reason names than an unpaid one;
 * the paid ones are tried first, since unpaid orders are seldom cancelled by sellers. Where the
 * market has no such reason: SyncError("merchant", "tiktok.cancel_reason").
 */
export async function cancelOrder(
  session: Session,
  orderId: string,
  lineIds: readonly string[],
  reason: CancelReason,
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
  await askToCancel(session, orderId, lineIds, withMarket(UNPAID[reason], region));
}

/** Reason name for ON_HOLD and AWAITING_SHIPMENT; undefined where the market has none. */
function paidReason(reason: CancelReason, region: string): string | undefined {
  const market = marketOf(region);
  switch (reason) {
    case "out_of_stock":
      return withMarket("seller_cancel_reason_out_of_stock", region);
    case "pricing_error":
      return market?.hasPriceReason
        ? withMarket("seller_cancel_reason_wrong_price", region)
        : undefined;
    case "undeliverable":
      return market && withMarket(market.undeliverableReason, region);
    case "buyer_asked":
      return market?.hasBuyerAskedReason
        ? "seller_cancel_paid_reason_buyer_requested_cancellation"
        : undefined;
  }
}

/** An order nobody paid for has no reason about its address. */
const UNPAID: Readonly<Record<CancelReason, string>> = {
  out_of_stock: "seller_cancel_unpaid_reason_out_of_stock",
  pricing_error: "seller_cancel_unpaid_reason_wrong_price",
  undeliverable: "seller_cancel_unpaid_reason_out_of_stock",
  buyer_asked: "seller_cancel_unpaid_reason_buyer_requested_cancellation",
};

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

const Requests = z.object({
  cancellations: looseList(z.object({ cancel_id: z.string().min(1), role: looseText })),
});

/**
 * Approves or declines the buyer's open request to cancel; false: there is none, be it that the
 * buyer took it back or that it was answered before. A repeat changes nothing. The reason to decline
 * is that the parcel is packed, or the first that the platform offers for this very request.
 */
export async function answerCancelRequest(
  session: Session,
  orderId: string,
  answer: CancelAnswer,
): Promise<boolean> {
  const cancelId = await findRequest(session, orderId);
  if (cancelId === undefined) return false;
  try {
    if (answer === "approve") await answerRequest(session, cancelId, "approve");
    else
      await answerRequest(session, cancelId, "reject", {
        reject_reason: await readRejectReason(session, cancelId),
      });
    return true;
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.cancel_answered") return false;
    throw caught;
  }
}

async function findRequest(session: Session, orderId: string): Promise<string | undefined> {
  const answer = await request(
    session,
    {
      method: "POST",
      path: "/return_refund/202309/cancellations/search",
      query: { page_size: "10" },
      body: { order_ids: [orderId], cancel_status: ["CANCELLATION_REQUEST_PENDING"] },
      replaySafe: true,
    },
    Requests,
  );
  return answer.cancellations.find(({ role }) => role === "BUYER")?.cancel_id;
}

async function answerRequest(
  session: Session,
  cancelId: string,
  verb: "approve" | "reject",
  body?: unknown,
): Promise<void> {
  await request(
    session,
    {
      method: "POST",
      path: `/return_refund/202309/cancellations/${cancelId}/${verb}`,
      query: { idempotency_key: `weft-${cancelId}-${verb}` },
      ...(body === undefined ? {} : { body }),
      replaySafe: true,
    },
    anything,
  );
}

/** Names differ by market and change, so they are asked for. */
async function readRejectReason(session: Session, cancelId: string): Promise<string> {
  const { reasons } = await request(
    session,
    {
      method: "GET",
      path: "/return_refund/202309/reject_reasons",
      query: { return_or_cancel_id: cancelId },
    },
    z.object({ reasons: looseList(z.object({ name: z.string().min(1) })) }),
  );
  const names = reasons.map(({ name }) => name);
  const chosen = names.find((name) => name.includes("packed")) ?? names[0];
  if (chosen === undefined) throw new SyncError("merchant", "tiktok.cancel_reason");
  return chosen;
}
