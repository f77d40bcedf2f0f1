import { text } from "../json";
import { chunks } from "../chunks";
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

/** Those of the given orders that the store has: one request for 100. */
export async function findOrders(
  client: StoreClient,
  orderIds: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of chunks(orderIds)) {
    const query = { display: "[id]", "filter[id]": `[${part.join("|")}]`, sort: "[id_ASC]" };
    for (const row of await client.list("orders", query)) found.push(text(row, "id"));
  }
  return found;
}
