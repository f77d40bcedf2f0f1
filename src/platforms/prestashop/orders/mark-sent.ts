import { SyncError } from "../../../domain/errors/sync-error";
import { toSyncError } from "../errors";
import { flag, text, type Row } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import { repairNumbers } from "./enter-state";

const SETTINGS = { shipped: "PS_OS_SHIPPING", delivered: "PS_OS_DELIVERED" } as const;

/**
 * Puts an order into the store's shipped or delivered state; true when it is there then, or further: an order that
 * counts as shipped is not shipped again. One that is cancelled, refunded, or neither paid nor shipped stays
 * what the merchant made of it.
 * Throws SyncError("merchant") with `prestashop.order_missing`, `.setting_missing` or, where the setting names a
 * state that is gone, `.sent_state_missing`.
 */
export async function markSent(
  client: StoreClient,
  { states }: StoreFacts,
  orderId: string,
  wanted: keyof typeof SETTINGS,
): Promise<boolean> {
  if (states[wanted] === "")
    throw new SyncError("merchant", "prestashop.setting_missing", { setting: SETTINGS[wanted] });
  const order = await readState(client, orderId);
  const stateId = text(order, "current_state");
  if (stateId === states[wanted]) {
    await repairNumbers(client, orderId);
    return true;
  }
  // Whatever the merchant ticked for them.
  if (stateId === states.cancelled || stateId === states.refunded) return false;
  const wantedState = states[wanted];
  const known = await client.list("order_states", {
    display: "[id,paid,shipped]",
    "filter[id]": `[${stateId}|${wantedState}]`,
  });
  const state = known.find((row) => text(row, "id") === stateId);
  if (wanted === "shipped" && state && flag(state, "shipped")) return true;
  if (!state || !(flag(state, "paid") || flag(state, "shipped"))) return false;
  if (!known.some((row) => text(row, "id") === wantedState))
    throw new SyncError("merchant", "prestashop.sent_state_missing", {
      setting: SETTINGS[wanted],
      orderStateId: wantedState,
    });
  if (Number(text(order, "invoice_number")) > 0)
    await client.create("order_histories", "order_history", {
      id_order: orderId,
      id_order_state: wantedState,
    });
  else await enterWithInvoice(client, orderId, wantedState);
  return true;
}

async function readState(client: StoreClient, orderId: string): Promise<Row> {
  const [order] = await client.list("orders", {
    display: "[id,current_state,invoice_number]",
    "filter[id]": orderId,
  });
  if (!order) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  return order;
}

/**
 * Into a state that makes the order's first invoice: by the order's own field, as an entry in order_histories would
 * not count the payment it has and book the whole amount a second time. The state decides, because
 * the invoice's PDF and a mail may spoil the answer after the work is done.
 */
async function enterWithInvoice(
  client: StoreClient,
  orderId: string,
  wantedState: string,
): Promise<void> {
  const fields = { id: orderId, current_state: wantedState };
  const answer = await client.tryUpdate("orders", "order", fields);
  const entered = await readState(client, orderId);
  if (text(entered, "current_state") !== wantedState)
    throw toSyncError(answer, { resource: "orders", verb: "PATCH" });
  await repairNumbers(client, orderId);
}
