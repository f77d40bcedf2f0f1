import type { Context } from "../context";
import { ApiError } from "../envelope";
import { record, records, text } from "../fields";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { findOrder } from "./order";
import { ownOrder } from "./read";

const PLATFORMS = new Set([
  "SHOPIFY",
  "WOOCOMMERCE",
  "BIGCOMMERCE",
  "MAGENTO",
  "SALESFORCE_COMMERCE_CLOUD",
  "CHANNEL_ADVISOR",
  "AMAZON",
  "ORDER_MANAGEMENT_SYSTEM",
  "WAREHOUSE_MANAGEMENT_SYSTEM",
  "ERP_SYSTEM",
]);
const BATCH = 100;

/** Links orders with orders of other systems; the answer has code 0 and lists refusals with text codes. */
export function addExternalOrders(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const rows = records(body["orders"]);
  if (rows.length === 0 || rows.length > BATCH)
    throw new ApiError(21001001, "Invalid parameters. Between 1 and 100 orders are expected.");
  const errors = rows.flatMap((row) => {
    const external_order = record(row["external_order"]);
    const order = findOrder(context, text(row["id"]));
    const known = PLATFORMS.has(text(external_order["platform"]));
    if (order?.shopId === shop.id && known && text(external_order["id"]) !== "") {
      context.storage.put("tts:external-order", order.id, external_order);
      return [];
    }
    const { id, platform } = external_order;
    const detail = { order_id: text(row["id"]), external_order: { id, platform } };
    return [{ code: "36020001", message: "The external order cannot be linked.", detail }];
  });
  return { errors };
}

/** What an order is linked with. */
export function readExternalOrders(context: Context, request: ApiRequest, shop: Shop): unknown {
  const order = ownOrder(context, shop, request.params["order_id"] ?? "");
  const found = context.storage.get<unknown>("tts:external-order", order.id);
  return { external_orders: found ? [found] : [] };
}
