import { text } from "../json";
import type { StoreClient } from "../request";

/** The order of a cart, or undefined: there is at most one, the store refuses a second. */
export async function findOrder(client: StoreClient, cartId: string): Promise<string | undefined> {
  const [order] = await client.list("orders", {
    display: "[id]",
    "filter[id_cart]": cartId,
    sort: "[id_ASC]",
  });
  return order ? text(order, "id") : undefined;
}
