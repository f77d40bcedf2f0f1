// What a seller changes of a listing in Seller Center: the rules are those of the API, whose calls have
// other ways to refuse.
import { ControlError } from "../../control-error";
import type { Context } from "../context";
import { ApiError } from "../envelope";
import { toMinor } from "../money";
import { marketOf } from "../markets/markets";
import { allShops } from "../shops/shop";
import type { Fields } from "../fields";
import { checkPrice, checkQuantity } from "./check-offers";
import { findProduct, findSku, putSku, type Sku } from "./product";
import { deactivate } from "./state";
import { rewriteProduct } from "./write";

/** `quantity` is what buyers can order, in the SKU's first warehouse; the price is a decimal text. */
export interface SellerEdit {
  quantity?: number;
  price?: string;
}

/** Changes stock or price of a SKU. Throws a ControlError with the reason of a refusal. */
export function sellerEdits(context: Context, skuId: string, edit: SellerEdit): void {
  const sku = findSku(context, skuId);
  const shop = sku && allShops(context).find(({ id }) => id === sku.shopId);
  if (!sku || !shop) throw new ControlError(`There is no SKU ${skuId}.`);
  if (sku.locked) throw new ControlError("The SKU is locked by a promotion.");
  const { quantity, price } = edit;
  const [issue] = [
    ...(quantity === undefined ? [] : checkQuantity(context, quantity)),
    ...(price === undefined
      ? []
      : checkPrice({ amount: price, currency: sku.currency }, marketOf(shop.region))),
  ];
  if (issue) throw new ControlError(issue.message);
  putSku(context, { ...priced(sku, price), stock: counted(sku, quantity) });
}

const priced = (sku: Sku, price: string | undefined): Sku =>
  price === undefined ? sku : { ...sku, priceMinor: toMinor(price, sku.currency) ?? 0 };

const counted = ({ stock }: Sku, quantity: number | undefined): Sku["stock"] =>
  quantity === undefined
    ? stock
    : stock.map((row, index) => (index === 0 ? { ...row, available: quantity } : row));

/** Changes content of a product, by the names of the API. Throws a ControlError with the reason of a refusal. */
export function sellerRewrites(context: Context, productId: string, fields: Fields): void {
  const product = findProduct(context, productId);
  const shop = product && allShops(context).find(({ id }) => id === product.shopId);
  if (!product || !shop) throw new ControlError(`There is no product ${productId}.`);
  try {
    rewriteProduct(context, shop, product, fields);
  } catch (caught) {
    throw caught instanceof ApiError ? new ControlError(caught.message) : caught;
  }
}

/** Takes a live product off sale. Throws a ControlError with the reason of a refusal. */
export function sellerDeactivates(context: Context, productId: string): void {
  const product = findProduct(context, productId);
  if (!product) throw new ControlError(`There is no product ${productId}.`);
  const issue = deactivate(context, product);
  if (issue) throw new ControlError(issue.message);
}
