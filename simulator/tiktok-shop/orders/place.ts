// Places an order: units become lines, discounts are divided over them, stock is committed. Prices are
// the current ones of the SKUs. It knows no request.
import { nextId, nextNumber, unixNow, type Context } from "../context";
import { record, records, text } from "../fields";
import { share, toMinor } from "../money";
import { findProduct, findSku, type Product, type Sku } from "../products/product";
import { marketOf } from "../markets/markets";
import { allShops, defaultWarehouse, type Shop } from "../shops/shop";
import { emitWebhook } from "../webhooks/outbox";
import { advanceOrder, planNext } from "./advance";
import { buyerOf } from "./buyers";
import { commitUnit } from "./committed-stock";
import { totalsOf } from "./view";
import { ControlError } from "../../control-error";
import {
  putOrder,
  type Address,
  type Order,
  type OrderKind,
  type OrderLine,
  type OrderStatus,
} from "./order";

/** What a buyer wants; amounts are decimal texts for the whole order. */
export interface NewOrder {
  /** Absent: the shop of the first SKU. */
  shopId?: string;
  lines: readonly { skuId?: string; sellerSku?: string; quantity: number }[];
  /** The status after placement; AWAITING_SHIPMENT when absent. */
  status?: OrderStatus;
  buyer?: Partial<Address> & { nickname?: string; message?: string };
  discounts?: { seller?: string; platform?: string };
  shippingFee?: string;
  shippingDiscounts?: { seller?: string; platform?: string; cofunded?: string };
  shippingType?: Order["shippingType"];
  isFulfilledByTikTok?: boolean;
  /** Goods and shipping then cost nothing. */
  kind?: OrderKind;
}

function findWanted(context: Context, line: NewOrder["lines"][number], shopId?: string): Sku {
  const byId = line.skuId ? findSku(context, line.skuId) : undefined;
  const found =
    byId ??
    context.storage
      .list<Sku>("tts:sku")
      .find(
        (sku) =>
          sku.sellerSku === line.sellerSku &&
          (!shopId || sku.shopId === shopId) &&
          findProduct(context, sku.productId)?.productStatus === "ACTIVATE",
      );
  if (!found)
    throw new ControlError(`No live SKU ${line.skuId ?? line.sellerSku ?? ""} is on sale.`);
  return found;
}

function wantedUnits(context: Context, wanted: NewOrder): Sku[] {
  const units = wanted.lines.flatMap((line) => {
    const sku = findWanted(context, line, wanted.shopId);
    if (!Number.isInteger(line.quantity) || line.quantity < 1)
      throw new ControlError("A quantity is a whole number of at least 1.");
    const free = sku.stock.reduce((sum, row) => sum + row.available, 0);
    if (free < line.quantity)
      throw new ControlError(`Only ${free} of SKU ${sku.sellerSku || sku.id} are available.`);
    return Array.from({ length: line.quantity }, () => sku);
  });
  if (units.length === 0) throw new ControlError("An order needs at least one line.");
  return units;
}

function skuContent(product: Product, skuId: string) {
  const sku = records(product.content["skus"]).find((row) => row["id"] === skuId) ?? {};
  const attributes = records(sku["sales_attributes"]);
  const pictured = attributes.map((one) => text(record(one["sku_img"])["uri"])).find(Boolean);
  const main = text(records(product.content["main_images"])[0]?.["uri"]);
  const names = attributes.map((one) => text(one["value_name"]));
  return { name: names.join(", ") || "Default", imageUri: pictured ?? main };
}

function buildLines(context: Context, shop: Shop, wanted: NewOrder, units: Sku[]): OrderLine[] {
  const currency = marketOf(shop.region).currency;
  const prices = units.map((sku) => sku.priceMinor);
  const minor = (amount: string | undefined) => toMinor(amount ?? "0", currency) ?? 0;
  const bySeller = share(minor(wanted.discounts?.seller), prices);
  const byPlatform = share(minor(wanted.discounts?.platform), prices);
  return units.map((sku, index) => {
    const product = findProduct(context, sku.productId);
    if (!product) throw new ControlError(`SKU ${sku.id} has lost its product.`);
    const content = skuContent(product, sku.id);
    const [seller, platform] = [bySeller[index] ?? 0, byPlatform[index] ?? 0];
    const priceMinor = wanted.kind ? 0 : sku.priceMinor;
    const paid = priceMinor - seller - platform;
    if (paid < 0) throw new ControlError("The discounts are higher than the price.");
    const rate = marketOf(shop.region).taxOnTopBasisPoints;
    return {
      id: nextId(context, "line"),
      skuId: sku.id,
      productId: sku.productId,
      sellerSku: sku.sellerSku,
      productName: text(product.content["title"]),
      skuName: content.name,
      imageUri: content.imageUri,
      originalMinor: priceMinor,
      sellerDiscountMinor: seller,
      platformDiscountMinor: platform,
      taxMinor: Math.round((paid * rate) / 10_000),
      status: "UNPAID",
    };
  });
}

/** Places an order and moves it to the wanted status; returns its id. Throws a ControlError. */
export function placeOrder(context: Context, wanted: NewOrder): string {
  const units = wantedUnits(context, wanted);
  const shop = allShops(context).find((row) => row.id === units[0]?.shopId);
  if (!shop || units.some((sku) => sku.shopId !== shop.id))
    throw new ControlError("All lines of an order must be of one shop.");
  const order = buildOrder(context, shop, wanted, buildLines(context, shop, wanted, units));
  if (totalsOf(order).shipping < 0)
    throw new ControlError("The discounts are higher than the shipping fee.");
  if (!order.isFulfilledByTikTok)
    for (const unit of order.lines) commitUnit(context, unit.skuId, order.warehouseId);
  putOrder(context, order);
  planNext(context, order);
  emitWebhook(context, shop.id, "ORDER_STATUS_CHANGE", {
    order_id: order.id,
    order_status: "UNPAID",
    is_on_hold_order: false,
    update_time: order.updateTime,
  });
  advanceOrder(context, order.id, wanted.status ?? "AWAITING_SHIPMENT");
  return order.id;
}

function buildOrder(context: Context, shop: Shop, wanted: NewOrder, lines: OrderLine[]): Order {
  const { currency } = marketOf(shop.region);
  const minor = (amount: string | undefined) => toMinor(amount ?? "0", currency) ?? 0;
  const { nickname, message, ...address } = wanted.buyer ?? {};
  const buyer = buyerOf(shop.region, nextNumber(context));
  const now = unixNow(context);
  return {
    id: nextId(context, "order"),
    shopId: shop.id,
    region: shop.region,
    status: "UNPAID",
    createTime: now,
    updateTime: now,
    userId: nextId(context, "user"),
    nickname: nickname ?? buyer.nickname,
    buyerMessage: message ?? "",
    address: { ...buyer.address, ...address },
    addressUpdated: false,
    shippingType: wanted.isFulfilledByTikTok ? "TIKTOK" : (wanted.shippingType ?? "SELLER"),
    ...(wanted.isFulfilledByTikTok ? { isFulfilledByTikTok: true } : {}),
    ...(wanted.kind ? { kind: wanted.kind } : {}),
    warehouseId: defaultWarehouse(context, shop.id).id,
    currency,
    shippingMinor: minor(wanted.shippingFee),
    shippingSellerDiscountMinor: minor(wanted.shippingDiscounts?.seller),
    shippingPlatformDiscountMinor: minor(wanted.shippingDiscounts?.platform),
    shippingCofundedDiscountMinor: minor(wanted.shippingDiscounts?.cofunded),
    lines,
  };
}
