import type { Context } from "../context";
import { ApiError } from "../envelope";
import { present, records, text, whole } from "../fields";
import { imageUrl } from "../media/images";
import { providerName } from "../markets/markets";
import { pageOf } from "../paging";
import type { ApiRequest } from "../request";
import { DELIVERY_OPTIONS } from "../shops/delivery-options";
import type { Shop } from "../shops/shop";
import { advanceOrder } from "./advance";
import { findOrder, findPackage, packagesOf, type Order, type Package } from "./order";
import { ownOrder } from "./read";
import { orderView } from "./view";

function contents(context: Context, order: Order | undefined, row: Package): unknown[] {
  const lines = (order?.lines ?? []).filter((line) => row.lineIds.includes(line.id));
  const ids = [...new Set(lines.map((line) => line.skuId))];
  const skus = ids.map((id) => {
    const same = lines.filter((line) => line.skuId === id);
    const [first] = same;
    const image_url = first?.imageUri ? imageUrl(context, first.imageUri) : "";
    return { id, name: first?.skuName ?? "", image_url, quantity: same.length };
  });
  return [{ id: row.orderId, skus }];
}

/** Packages by filter, 50 a page at most. */
export function searchPackages(context: Context, { body, query }: ApiRequest, shop: Shop): unknown {
  const status = text(body["package_status"]);
  const within = (value: number, from: unknown, to: unknown) =>
    value >= (whole(from) ?? 0) && value < (whole(to) ?? Infinity);
  const found = context.storage
    .list<Package>("tts:package")
    .filter(
      (row) =>
        row.shopId === shop.id &&
        (status === "" || row.status === status) &&
        within(row.createTime, body["create_time_ge"], body["create_time_lt"]) &&
        within(row.updateTime, body["update_time_ge"], body["update_time_lt"]),
    );
  const byUpdate = query.get("sort_field") === "update_time";
  found.sort((a, b) => (byUpdate ? a.updateTime - b.updateTime : a.createTime - b.createTime));
  if (query.get("sort_order") !== "ASC") found.reverse();
  const page = pageOf(found, query, { maximum: 50, badSize: 21001001 });
  const packages = page.rows.map((row) => ({
    id: row.id,
    orders: contents(context, findOrder(context, row.orderId), row),
    create_time: row.createTime,
    update_time: row.updateTime,
    status: row.status,
    tracking_number: row.trackingNumber,
    shipping_provider_name: providerName(row.providerId),
    shipping_provider_id: row.providerId,
    order_line_item_ids: row.lineIds,
  }));
  return { packages, total_count: page.total, next_page_token: page.next };
}

/** One package. */
export function readPackage(context: Context, request: ApiRequest, shop: Shop): unknown {
  const row = findPackage(context, request.params["package_id"] ?? "");
  if (row?.shopId !== shop.id) throw new ApiError(10006402, "permission denied");
  const order = findOrder(context, row.orderId);
  const whole = order?.lines.length === row.lineIds.length;
  return present({
    package_id: row.id,
    orders: contents(context, order, row),
    package_status: row.status,
    split_and_combine_tag: whole ? "DEFAULT" : "SPLIT",
    has_multi_skus: row.lineIds.length > 1,
    shipping_provider_name: providerName(row.providerId),
    shipping_provider_id: row.providerId,
    shipping_type: order?.shippingType ?? "SELLER",
    delivery_option_name: DELIVERY_OPTIONS[0].name,
    delivery_option_id: DELIVERY_OPTIONS[0].id,
    tracking_number: row.trackingNumber,
    handover_method: row.handover?.method,
    pickup_slot: row.handover?.slot,
    create_time: row.createTime,
    update_time: row.updateTime,
    order_line_item_ids: row.lineIds,
    recipient_address: order ? orderView(context, order)["recipient_address"] : {},
  });
}

/** The tracking events of an order's packages; their times are milliseconds. */
export function readTracking(context: Context, request: ApiRequest, shop: Shop): unknown {
  const order = ownOrder(context, shop, request.params["order_id"] ?? "");
  const tracking = packagesOf(context, order.id).flatMap((row) =>
    row.tracking.map(({ description, atMs }) => ({ description, update_time_millis: atMs })),
  );
  return { tracking };
}

/** The seller reports deliveries; the answer has code 0 and lists failures. */
export function deliverPackages(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const given = records(body["packages"]);
  if (given.length === 0) throw new ApiError(21001001, "Invalid parameters. packages is required.");
  const errors = given.flatMap(({ id, delivery_type }) => {
    const package_id = text(id);
    const row = findPackage(context, package_id);
    const ready = row?.shopId === shop.id && row.shippedAt !== undefined;
    if (!row || !ready) {
      const message = "The package cannot be delivered in its current status.";
      return [{ code: 10007014, message, detail: { package_id } }];
    }
    if (delivery_type === "DELIVERY_SUCCESS") advanceOrder(context, row.orderId, "DELIVERED");
    return [];
  });
  return { errors };
}
