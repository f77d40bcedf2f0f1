import { SyncError } from "../../../domain/errors/sync-error";
import { flag, text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";

const SETTINGS = { shipped: "PS_OS_SHIPPING", delivered: "PS_OS_DELIVERED" } as const;

/**
 * Puts an order into the store's shipped or delivered state; true when it is there then, or further: an order that
 * counts as shipped is not shipped again. One that is cancelled, refunded, or neither paid nor shipped stays
 * what the merchant made of it.
 * Throws SyncError("merchant") with `prestashop.order_missing` or `prestashop.setting_missing`.
 */
export async function markSent(
  client: StoreClient,
  { states }: StoreFacts,
  orderId: string,
  wanted: keyof typeof SETTINGS,
): Promise<boolean> {
  if (states[wanted] === "")
    throw new SyncError("merchant", "prestashop.setting_missing", { setting: SETTINGS[wanted] });
  const [order] = await client.list("orders", {
    display: "[id,current_state]",
    "filter[id]": orderId,
  });
  if (!order) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  const stateId = text(order, "current_state");
  if (stateId === states[wanted]) return true;
  // Whatever the merchant ticked for them.
  if (stateId === states.cancelled || stateId === states.refunded) return false;
  const [state] = await client.list("order_states", {
    display: "[id,paid,shipped]",
    "filter[id]": stateId,
  });
  if (wanted === "shipped" && state && flag(state, "shipped")) return true;
  if (!state || !(flag(state, "paid") || flag(state, "shipped"))) return false;
  await client.create("order_histories", "order_history", {
    id_order: orderId,
    id_order_state: states[wanted],
  });
  return true;
}
