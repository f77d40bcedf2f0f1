import type { Context } from "../context";
import { ApiError } from "../envelope";
import { text, texts, whole, type Fields } from "../fields";
import { fromMinor } from "../money";
import { pageOf } from "../paging";
import type { ApiRequest } from "../request";
import type { MarketCode } from "../markets/market";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { findOrder, ORDER_STATUSES, ordersOf, type Order, type OrderLine } from "./order";
import { orderView, totalsOf } from "./view";

const DETAIL_IDS = 50;
const BAD_PARAMETERS = 21001001;

const badParameters = (field: string) =>
  new ApiError(
    BAD_PARAMETERS,
    `Invalid parameters. Please ensure you are passing the correct request parameter(s): ${field}.`,
  );

/** The order of an id, which must be of this shop. */
export function ownOrder(context: Context, shop: Shop, id: string): Order {
  const order = findOrder(context, id);
  if (order?.shopId === shop.id) return order;
  throw new ApiError(21008111, "The order or package does not belong to the current seller.");
}

function matches(order: Order, body: Fields): boolean {
  const within = (value: number, from: unknown, to: unknown) =>
    value >= (whole(from) ?? 0) && value < (whole(to) ?? Infinity);
  const same = (wanted: unknown, value: unknown) =>
    wanted === undefined || wanted === "" || wanted === value;
  const warehouses = texts(body["warehouse_ids"]);
  return (
    same(body["order_status"], order.status) &&
    same(body["shipping_type"], order.shippingType) &&
    same(body["buyer_user_id"], order.userId) &&
    same(body["is_buyer_request_cancel"], order.pendingCancelId !== undefined) &&
    (warehouses.length === 0 || warehouses.includes(order.warehouseId)) &&
    within(order.createTime, body["create_time_ge"], body["create_time_lt"]) &&
    within(order.updateTime, body["update_time_ge"], body["update_time_lt"])
  );
}

/** Full orders by filter, sorted by a time; `_lt` here is exclusive. */
export function searchOrders(context: Context, { body, query }: ApiRequest, shop: Shop): unknown {
  const status = text(body["order_status"]);
  if (status !== "" && !ORDER_STATUSES.some((known) => known === status))
    throw badParameters("order_status");
  const sortField = query.get("sort_field") ?? "create_time";
  const sortOrder = query.get("sort_order") ?? "DESC";
  if (sortField !== "create_time" && sortField !== "update_time") throw badParameters("sort_field");
  if (sortOrder !== "ASC" && sortOrder !== "DESC") throw badParameters("sort_order");
  const time = (order: Order) =>
    sortField === "create_time" ? order.createTime : order.updateTime;
  const found = ordersOf(context, shop.id)
    .filter((order) => matches(order, body))
    .toSorted((a, b) => time(a) - time(b));
  if (sortOrder === "DESC") found.reverse();
  const page = pageOf(found, query, { maximum: 100, badSize: BAD_PARAMETERS });
  return {
    orders: page.rows.map((order) => orderView(context, order)),
    total_count: page.total,
    next_page_token: page.next,
  };
}

/** Up to 50 orders by their ids. */
export function readOrders(context: Context, { query }: ApiRequest, shop: Shop): unknown {
  const ids = (query.get("ids") ?? "").split(",").filter(Boolean);
  if (ids.length === 0 || ids.length > DETAIL_IDS) throw badParameters("ids");
  const orders = ids.map((id) => orderView(context, ownOrder(context, shop, id)));
  return { orders };
}

function linePrices(order: Order, line: OrderLine): Fields {
  const money = (minor: number) => fromMinor(minor, order.currency);
  const sale = line.originalMinor - line.sellerDiscountMinor;
  const paid = sale - line.platformDiscountMinor;
  return {
    id: line.id,
    currency: order.currency,
    total: money(paid + line.taxMinor),
    payment: money(paid + line.taxMinor),
    sku_list_price: money(line.originalMinor),
    sku_sale_price: money(sale),
    subtotal: money(paid),
    subtotal_deduction_seller: money(line.sellerDiscountMinor),
    subtotal_deduction_platform: money(line.platformDiscountMinor),
    subtotal_tax_amount: money(line.taxMinor),
    tax_amount: money(line.taxMinor),
    tax_rate: String(marketOf(order.region).taxOnTopBasisPoints / 10_000),
    net_price_amount: money(netOf(order.region, paid)),
  };
}

/** A paid amount without the tax it contains. */
const netOf = (region: MarketCode, paid: number) =>
  Math.round((paid * 10_000) / (10_000 + marketOf(region).taxIncludedBasisPoints));

/** The amounts from list price to payment, for the order and each line. */
export function readPriceDetail(context: Context, request: ApiRequest, shop: Shop): unknown {
  const order = ownOrder(context, shop, request.params["order_id"] ?? "");
  const totals = totalsOf(order);
  const money = (minor: number) => fromMinor(minor, order.currency);
  return {
    currency: order.currency,
    total: money(totals.total),
    payment: money(totals.total),
    sku_list_price: money(totals.original),
    sku_sale_price: money(totals.original - totals.seller),
    subtotal: money(totals.subtotal),
    subtotal_deduction_seller: money(totals.seller),
    subtotal_deduction_platform: money(totals.platform),
    subtotal_tax_amount: money(totals.tax),
    shipping_list_price: money(order.shippingMinor),
    shipping_sale_price: money(totals.shipping),
    shipping_fee_deduction_seller: money(order.shippingSellerDiscountMinor),
    shipping_fee_deduction_platform: money(order.shippingPlatformDiscountMinor),
    tax_amount: money(totals.tax),
    tax_rate: String(marketOf(order.region).taxOnTopBasisPoints / 10_000),
    net_price_amount: money(netOf(order.region, totals.subtotal)),
    cod_fee: money(0),
    line_items: order.lines.map((line) => linePrices(order, line)),
  };
}
