import { unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { texts } from "../fields";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { emitStatus, startAudit } from "./audit";
import type { Issue } from "./issue";
import { findProduct, putProduct, type Product, type ProductStatus } from "./product";

const BATCH = 20;

const WRONG_STATUS: Issue = {
  code: 12052901,
  message:
    "The product in its current status is not available for this operation. Change the product status and try again.",
};
const FOREIGN: Issue = {
  code: 12052048,
  message: "You cannot edit the specified product(s) as it isn't listed in your account or shop.",
};

/** A change of state of one product; returns why not. */
type Change = (context: Context, product: Product) => Issue | undefined;

function changed(context: Context, product: Product, productStatus: ProductStatus): Product {
  const after = { ...product, productStatus, updateTime: unixNow(context) };
  putProduct(context, after);
  emitStatus(context, after, "PRODUCT_STATUS_CHANGED");
  return after;
}

const activate: Change = (context, product) => {
  const status = product.productStatus;
  if (status !== "SELLER_DEACTIVATED" && status !== "PLATFORM_DEACTIVATED") return WRONG_STATUS;
  startAudit(context, { ...product, activating: true });
  return undefined;
};

/** Takes a live product off sale. */
export const deactivate: Change = (context, product) => {
  if (product.productStatus !== "ACTIVATE") return WRONG_STATUS;
  changed(context, product, "SELLER_DEACTIVATED");
  return undefined;
};

const remove: Change = (context, product) => {
  if (product.productStatus === "FREEZE" || product.productStatus === "DELETED")
    return WRONG_STATUS;
  changed(context, { ...product, activating: false }, "DELETED");
  return undefined;
};

const recover: Change = (context, product) => {
  if (product.productStatus !== "DELETED") return WRONG_STATUS;
  changed(context, product, "SELLER_DEACTIVATED");
  return undefined;
};

/** A call for up to 20 products: code 0 with one error for each product that was refused. */
function batch(change: Change, nested: boolean) {
  return (context: Context, { body }: ApiRequest, shop: Shop): unknown => {
    const ids = texts(body["product_ids"]);
    if (ids.length === 0)
      throw new ApiError(12052910, "Invalid input parameters. product_ids is required.");
    if (ids.length > BATCH)
      throw new ApiError(12019120, "The number of provided product IDs exceeds the limit.");
    const errors = ids.flatMap((id) => {
      const product = findProduct(context, id);
      const own = product?.shopId === shop.id ? product : undefined;
      const issue = own ? change(context, own) : FOREIGN;
      return issue ? [errorRow(id, issue, nested)] : [];
    });
    return { errors };
  };
}

function errorRow(product_id: string, issue: Issue, nested: boolean): unknown {
  if (!nested) return { ...issue, detail: { product_id } };
  const detail = { product_id, extra_errors: [issue] };
  return { code: 12052990, message: "The check failed.", detail };
}

export const activateProducts = batch(activate, true);
export const deactivateProducts = batch(deactivate, true);
export const deleteProducts = batch(remove, false);
export const recoverProducts = batch(recover, false);

/** Sets the status of a product as the platform: takedown, freeze or release. */
export function platformSets(context: Context, productId: string, status: ProductStatus): void {
  const product = findProduct(context, productId);
  if (product) changed(context, product, status);
}
