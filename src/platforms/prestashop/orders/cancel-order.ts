import { SyncError } from "../../../domain/errors/sync-error";
import { text } from "../json";
import type { StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";

/**
 * Puts an order into the cancelled state, which gives its units back to the stock. It is looked at
 * first: a second entry of the same state would fire the store's hooks once more.
 */
export async function cancelOrder(
  client: StoreClient,
  facts: StoreFacts,
  orderId: string,
): Promise<void> {
  const [order] = await client.list("orders", {
    display: "[id,current_state]",
    "filter[id]": orderId,
  });
  if (!order) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  if (text(order, "current_state") === facts.states.cancelled) return;
  await client.create("order_histories", "order_history", {
    id_order: orderId,
    id_order_state: facts.states.cancelled,
  });
}
