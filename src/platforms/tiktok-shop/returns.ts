/** Returns, refunds and replacements of an order after it was sent. Only read. */
import * as z from "zod";
import type { OrderReturn } from "../../domain/orders/channel-order";
import { parseMinor } from "../../domain/money";
import { request, type Session } from "./request";
import { looseList, looseText } from "./shapes";

const STATES: Readonly<Record<string, OrderReturn["state"]>> = {
  RETURN_OR_REFUND_REQUEST_PENDING: "asked",
  REPLACEMENT_REQUEST_PENDING: "asked",
  BUYER_SHIPPED_ITEM: "sent_back",
  RETURN_OR_REFUND_REQUEST_SUCCESS: "done",
  RETURN_OR_REFUND_REQUEST_COMPLETE: "done",
  REPLACEMENT_REQUEST_REFUND_SUCCESS: "done",
  REPLACEMENT_REQUEST_COMPLETE: "done",
  REFUND_OR_RETURN_REQUEST_REJECT: "closed",
  REPLACEMENT_REQUEST_REJECT: "closed",
  RETURN_OR_REFUND_REQUEST_CANCEL: "closed",
  REPLACEMENT_REQUEST_CANCEL: "closed",
};

const KINDS: Readonly<Record<string, OrderReturn["kind"]>> = {
  REFUND: "refund",
  REPLACEMENT: "replacement",
};

const Row = z.object({
  return_id: z.string().min(1),
  order_id: looseText,
  return_type: looseText,
  return_status: looseText,
  return_reason_text: looseText,
  refund_amount: z.object({ currency: looseText, refund_total: looseText }).nullish(),
});

const Answer = z.object({ return_orders: looseList(Row) });
const PAGE_SIZE = "50";

/** All returns of an order, the one that changed last at the end. */
export async function readReturns(
  session: Session,
  orderId: string,
): Promise<readonly OrderReturn[]> {
  const { return_orders: rows } = await search(session, { order_ids: [orderId] }, "ASC");
  return rows.map(toReturn);
}

/** Orders with a return that changed since then (epoch ms), of the fifty newest changes. */
export async function listReturned(
  session: Session,
  changedFrom: number,
): Promise<readonly string[]> {
  const body = { update_time_ge: Math.floor(changedFrom / 1000) };
  const { return_orders: rows } = await search(session, body, "DESC");
  return [...new Set(rows.map((row) => row.order_id).filter(Boolean))];
}

const search = (session: Session, body: Record<string, unknown>, order: "ASC" | "DESC") =>
  request(
    session,
    {
      method: "POST",
      path: "/return_refund/202309/returns/search",
      query: { page_size: PAGE_SIZE, sort_field: "update_time", sort_order: order },
      body,
      replaySafe: true,
    },
    Answer,
  );

/** A state nobody knows goes on without the seller, as far as can be told. */
function toReturn(row: z.infer<typeof Row>): OrderReturn {
  const refundMinor = minorOf(row.refund_amount);
  return {
    id: row.return_id,
    kind: KINDS[row.return_type] ?? "return",
    state: STATES[row.return_status] ?? "under_way",
    reason: row.return_reason_text,
    ...(refundMinor === undefined ? {} : { refundMinor }),
  };
}

function minorOf(amount: z.infer<typeof Row>["refund_amount"]): number | undefined {
  if (!amount?.currency || !amount.refund_total) return undefined;
  try {
    return parseMinor(amount.refund_total, amount.currency);
  } catch {
    return undefined;
  }
}
