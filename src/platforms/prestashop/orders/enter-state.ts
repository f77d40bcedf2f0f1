/** Moving an order into a state, and what stores without PATCH forget on the way. */
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { toSyncError } from "../errors";
import { flag, text } from "../json";
import type { StoreClient } from "../request";
import { knowsPatch } from "../version";
import { readOrder, type OrderRow } from "./order-row";

/**
 * By the order's own field, which gives the payment it has to the new invoice; an entry in
 * order_histories would book the whole amount a second time. The store also writes the invoice's
 * PDF and mails now, and both may spoil an answer after the work is done: the order's state
 * decides. Resolves with the order as it is then.
 */
export async function enterState(
  { client, draft }: { client: StoreClient; draft: Pick<OrderDraft, "currency"> },
  order: OrderRow,
  wantedState: string,
): Promise<OrderRow> {
  const fields = { id: order.id, current_state: wantedState };
  const answer = await client.tryUpdate("orders", "order", fields);
  const entered = await readOrder(client, order.id, draft.currency);
  if (entered.orderStateId === order.orderStateId)
    throw toSyncError(answer, { resource: "orders", verb: "PATCH" });
  return entered;
}

/**
 * A PUT changes the state first and then writes the rest of its body over what that brought about:
 * the order has an invoice and does not know its number, nor that it counts as a sale. Looks each
 * time, so a run broken off in between is made good by the next. Answers whether it wrote anything.
 */
export async function repairNumbers(client: StoreClient, orderId: string): Promise<boolean> {
  if (knowsPatch(client.version())) return false;
  const [order] = await client.list("orders", {
    display: "[id,current_state,valid,invoice_number]",
    "filter[id]": orderId,
  });
  if (!order || (flag(order, "valid") && Number(text(order, "invoice_number")) > 0)) return false;
  const [[state], [invoice]] = await Promise.all([
    client.list("order_states", {
      display: "[id,logable]",
      "filter[id]": text(order, "current_state"),
    }),
    client.list("order_invoices", {
      display: "[id,number,date_add]",
      "filter[id_order]": orderId,
      sort: "[id_ASC]",
    }),
  ]);
  await client.update("orders", "order", {
    id: orderId,
    valid: state && flag(state, "logable") ? 1 : 0,
    ...(invoice && {
      invoice_number: text(invoice, "number"),
      invoice_date: text(invoice, "date_add"),
    }),
  });
  return true;
}
