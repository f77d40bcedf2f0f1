// Stock and price calls, which need no audit. Refusals of stock are listed by SKU with code 0; a refused
// price refuses the whole call.
import { takePartial } from "../../faults";
import type { Context } from "../context";
import { ApiError } from "../envelope";
import { record, records, text, texts, type Fields } from "../fields";
import { toMinor } from "../money";
import type { ApiRequest } from "../request";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { checkPrice, checkQuantity, checkWarehouse } from "./check-offers";
import { stockRows } from "./content";
import type { Issue } from "./issue";
import { findProduct, findSku, putSku, type Product, type Sku } from "./product";
import { ownProduct } from "./write";

const PRODUCT_IDS = 100;
const SKU_IDS = 600;

interface ExtraError extends Issue {
  warehouse_id: string;
}

function givenSkus(body: Fields): Fields[] {
  const skus = records(body["skus"]);
  if (skus.length === 0)
    throw new ApiError(
      12052902,
      "The SKU list is empty. Either omit the list entirely, or provide all required details.",
    );
  const ids = skus.map((sku) => text(sku["id"]));
  if (ids.includes("")) throw new ApiError(12052036, "The SKU ID is necessary");
  if (new Set(ids).size < ids.length) throw new ApiError(12052553, "Sku id duplicate");
  return skus;
}

function stockErrors(
  context: Context,
  shop: Shop,
  product: Product,
  sku: Sku | undefined,
  rows: readonly Fields[],
): ExtraError[] {
  const whole = (code: number, message: string) => [{ warehouse_id: "", code, message }];
  if (sku?.productId !== product.id) return whole(12052556, "The SKU id not exist.");
  if (sku.locked)
    return whole(
      12052393,
      "Product locked for Promotion and stock can't be updated below current stock",
    );
  const ids = rows.map((row) => text(row["warehouse_id"]));
  const held = sku.stock.map((row) => row.warehouseId);
  const missing = held.some((id) => !ids.includes(id));
  if (missing && held.length > 1)
    return whole(
      12019028,
      "Multiple warehouses detected. Include all warehouse IDs and the corresponding details and try again.",
    );
  const errors = rows.flatMap((row) => {
    const warehouse_id = text(row["warehouse_id"]);
    const issues = [
      ...checkWarehouse(context, shop, warehouse_id),
      ...checkQuantity(context, row["quantity"]),
    ];
    return issues.map((issue) => ({ warehouse_id, ...issue }));
  });
  if (errors.length > 0) return errors;
  if (missing || ids.length !== held.length)
    return whole(12052533, "Removal, addition, and change of warehouses are not permitted.");
  return [];
}

/** What a service behind the call answers when it does not answer itself. */
const UNAVAILABLE: readonly ExtraError[] = [
  { warehouse_id: "", code: 36009003, message: "Internal error. Please try again later." },
];

/** Sets absolute quantities; what fails is listed per SKU while the code stays 0. */
export function updateInventory(context: Context, request: ApiRequest, shop: Shop): unknown {
  const product = ownProduct(context, request, shop);
  if (product.productStatus === "DELETED" || product.productStatus === "FREEZE")
    throw new ApiError(
      12052901,
      "The product in its current status is not available for this operation.",
    );
  const isPartial = takePartial(context.storage);
  const errors = givenSkus(request.body).flatMap((given, index) => {
    const sku = findSku(context, text(given["id"]));
    const rows = records(given["inventory"]);
    const extra_errors =
      isPartial && index === 0 ? UNAVAILABLE : stockErrors(context, shop, product, sku, rows);
    if (sku && extra_errors.length === 0) {
      putSku(context, { ...sku, stock: stockRows(rows, sku.stock) });
      return [];
    }
    const detail = { sku_id: text(given["id"]), extra_errors };
    return [{ code: 12052990, message: "The check failed.", detail }];
  });
  return { errors };
}

function pricedSku(context: Context, shop: Shop, product: Product, given: Fields): Sku {
  const sku = findSku(context, text(given["id"]));
  if (sku?.productId !== product.id)
    throw new ApiError(12052557, "The SKU ID does not belong to the product.");
  if (sku.locked) throw new ApiError(12052038, "Product price locked due to ongoing promotion.");
  const price = record(given["price"]);
  const [issue] = checkPrice(price, marketOf(shop.region));
  if (issue) throw new ApiError(issue.code, issue.message);
  const priceMinor = toMinor(text(price["amount"]), sku.currency) ?? sku.priceMinor;
  return { ...sku, priceMinor };
}

/** Sets prices of a live product; one wrong SKU refuses them all. */
export function updatePrices(context: Context, request: ApiRequest, shop: Shop): unknown {
  const product = ownProduct(context, request, shop);
  if (product.productStatus !== "ACTIVATE")
    throw new ApiError(12019113, "product status is invalid");
  const skus = givenSkus(request.body).map((given) => pricedSku(context, shop, product, given));
  for (const sku of skus) putSku(context, sku);
  return {};
}

function stockView(sku: Sku): unknown {
  const available = sku.stock.reduce((sum, row) => sum + row.available, 0);
  return {
    id: sku.id,
    seller_sku: sku.sellerSku,
    total_available_quantity: available,
    total_committed_quantity: sku.stock.reduce((sum, row) => sum + row.committed, 0),
    warehouse_inventory: sku.stock.map((row) => ({
      warehouse_id: row.warehouseId,
      available_quantity: row.available,
      committed_quantity: row.committed,
    })),
    total_available_inventory_distribution: {
      in_shop_inventory: { quantity: available },
      campaign_inventory: [],
      creator_inventory: [],
    },
  };
}

/** Stock by product ids or by SKU ids. */
export function searchInventory(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const [productIds, skuIds] = [texts(body["product_ids"]), texts(body["sku_ids"])];
  if (productIds.length > PRODUCT_IDS)
    throw new ApiError(12019120, "The number of provided product IDs exceeds the limit.");
  if (skuIds.length > SKU_IDS) throw new ApiError(12019015, "The number of SKU exceed the limit");
  if (productIds.length + skuIds.length === 0)
    throw new ApiError(12019008, "Product id is invalid");
  const wanted = new Set(skuIds.map((id) => findSku(context, id)?.productId ?? ""));
  for (const id of productIds) wanted.add(id);
  const inventory = [...wanted].flatMap((id) => {
    const product = findProduct(context, id);
    if (product?.shopId !== shop.id) return [];
    const rows = records(product.content["skus"])
      .map((sku) => text(sku["id"]))
      .filter((skuId) => productIds.includes(id) || skuIds.includes(skuId))
      .flatMap((skuId) => findSku(context, skuId) ?? []);
    return [{ product_id: id, skus: rows.map(stockView) }];
  });
  return { inventory };
}
