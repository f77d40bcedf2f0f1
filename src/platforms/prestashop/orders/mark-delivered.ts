import { SyncError } from "../../../domain/errors/sync-error";
import { flag, text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";

/**
 * Puts an order into the store's delivered state; true when it is there then. One that is cancelled,
 * refunded, or neither paid nor shipped stays what the merchant made of it.
 * Throws SyncError("merchant") with `prestashop.order_missing` or `prestashop.setting_missing`.
 */
export async function markDelivered(
  client: StoreClient,
  facts: StoreFacts,
  orderId: string,
): Promise<boolean> {
  const { cancelled, delivered, refunded } = facts.states;
  if (delivered === "")
    throw new SyncError("merchant", "prestashop.setting_missing", { setting: "PS_OS_DELIVERED" });
  const [order] = await client.list("orders", {
    display: "[id,current_state]",
    "filter[id]": orderId,
  });
  if (!order) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  const stateId = text(order, "current_state");
  if (stateId === delivered) return true;
  // Whatever the merchant ticked for them.
  if (stateId === cancelled || stateId === refunded) return false;
  const [state] = await client.list("order_states", {
    display: "[id,paid,shipped]",
    "filter[id]": stateId,
  });
  if (!state || !(flag(state, "paid") || flag(state, "shipped"))) return false;
  await client.create("order_histories", "order_history", {
    id_order: orderId,
    id_order_state: delivered,
  });
  return true;
}
