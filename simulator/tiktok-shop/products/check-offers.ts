// Checks price and stock of the SKUs of a body; the update calls have the same rules.
import type { Context } from "../context";
import { record, records, text, whole, type Fields } from "../fields";
import { toMinor } from "../money";
import type { Market } from "../markets/market";
import { marketOf } from "../markets/markets";
import { warehousesOf, type Shop, type Warehouse } from "../shops/shop";
import { when, type Issue } from "./issue";
import type { Sku } from "./product";

const QUANTITY_MAXIMUM = 99_999;

/** One price object of a local seller: `amount` in the region's currency and range. */
export function checkPrice(price: Fields, market: Market): Issue[] {
  const currency = text(price["currency"]);
  if (currency !== market.currency)
    return [
      { code: 12052084, message: "The provided currency is not available for this shop/region." },
    ];
  const amount = toMinor(text(price["amount"]), currency);
  if (amount === undefined || amount === 0)
    return [{ code: 12052073, message: "The product price is invalid" }];
  const minimum = toMinor(market.priceMinimum, currency) ?? 0;
  const maximum = toMinor(market.priceMaximum, currency) ?? 0;
  return when(amount < minimum || amount > maximum, 12052570, "product price exceed limit");
}

/** One quantity: a whole number of the accepted range; 0 by the switch only. */
export function checkQuantity(context: Context, value: unknown): Issue[] {
  const quantity = typeof value === "number" ? whole(value) : undefined;
  const minimum = context.switches().zeroQuantity ? 0 : 1;
  const outside = quantity === undefined || quantity < minimum || quantity > QUANTITY_MAXIMUM;
  return when(
    outside,
    12052055,
    `The SKU inventory quantity for the warehouse must be within allowed limits. Allowed: ${minimum} to ${QUANTITY_MAXIMUM}.`,
  );
}

/** A warehouse must be an enabled sales warehouse of the shop. */
export function checkWarehouse(context: Context, shop: Shop, id: string): Issue[] {
  const warehouse = context.storage.get<Warehouse>("tts:warehouse", id);
  if (!warehouse) return [{ code: 12052097, message: "The warehouse does not exist" }];
  if (warehouse.shopId !== shop.id)
    return [
      { code: 12052530, message: `The warehouse ' ${id} ' does not belong to this shop/seller.` },
    ];
  return [
    ...when(warehouse.effectStatus !== "ENABLED", 12052531, "The warehouse is disabled."),
    ...when(warehouse.type !== "SALES_WAREHOUSE", 12052532, "the warehouse not delivery warehouse"),
  ];
}

/**
 * Prices and stock of all SKUs. A kept SKU of an edit may leave either out, and must keep its
 * warehouses where it names them.
 */
export function checkOffers(
  context: Context,
  shop: Shop,
  body: Fields,
  kept: ReadonlyMap<string, Sku>,
): Issue[] {
  const market = marketOf(shop.region);
  const returns = warehousesOf(context, shop.id).some((row) => row.type === "RETURN_WAREHOUSE");
  const issues = records(body["skus"]).flatMap((sku) => {
    const before = kept.get(text(sku["id"]));
    const skipPrice = sku["price"] === undefined && (before?.priceMinor ?? 0) > 0;
    return [
      ...(skipPrice ? [] : checkPrice(record(sku["price"]), market)),
      ...checkInventory(context, shop, sku, before),
    ];
  });
  return [
    ...when(
      !returns,
      12052535,
      "Couldn't publish this product as you haven't set the return warehouse for your shop.",
    ),
    ...issues,
  ];
}

function checkInventory(
  context: Context,
  shop: Shop,
  sku: Fields,
  before: Sku | undefined,
): Issue[] {
  const rows = records(sku["inventory"]);
  if (rows.length === 0)
    return when(
      !before?.stock.length || sku["inventory"] !== undefined,
      12019022,
      "SKU must contain a valid warehouse.",
    );
  const ids = rows.map((row) => text(row["warehouse_id"]));
  const held = before?.stock.length ? before.stock.map((row) => row.warehouseId) : ids;
  const moved = held.some((id) => !ids.includes(id)) || ids.some((id) => !held.includes(id));
  return [
    ...rows.flatMap((row) => checkWarehouse(context, shop, text(row["warehouse_id"]))),
    ...rows.flatMap((row) => checkQuantity(context, row["quantity"])),
    ...when(
      moved,
      12052533,
      "Removal, addition, and change of warehouses are not permitted. Please specify the original warehouses for the SKU.",
    ),
  ];
}
