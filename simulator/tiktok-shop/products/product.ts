import type { Context } from "../context";
import type { Fields } from "../fields";

export type ProductStatus =
  | "INITIAL"
  | "DRAFT"
  | "ACTIVATE"
  | "SELLER_DEACTIVATED"
  | "PLATFORM_DEACTIVATED"
  | "FREEZE"
  | "DELETED";

export type AuditStatus = "NONE" | "AUDITING" | "FAILED" | "PRE_APPROVED" | "APPROVED";

/** A product; what buyers see is `content`, an edit under review waits in `review`. */
export interface Product {
  id: string;
  shopId: string;
  productStatus: ProductStatus;
  /** A deactivated product whose activation is being audited. */
  activating: boolean;
  audit: { status: AuditStatus; reasons: readonly string[] };
  /** The body as it was accepted, its SKUs with ids and without price and inventory. */
  content: Fields;
  review?: Fields;
  createTime: number;
  updateTime: number;
}

export interface StockRow {
  warehouseId: string;
  /** What buyers can still order. */
  available: number;
  /** What orders hold until they are shipped or cancelled. */
  committed: number;
  handlingTime?: number;
}

/** Price and stock of a SKU. Both change without an audit, so they are stored apart from the content. */
export interface Sku {
  id: string;
  productId: string;
  shopId: string;
  sellerSku: string;
  currency: string;
  priceMinor: number;
  listPriceMinor?: number;
  stock: readonly StockRow[];
  /** A running promotion locks price and stock. */
  locked: boolean;
}

/** The status as lists and details print it: product status and audit in one. */
export function shownStatus(product: Product): string {
  if (product.activating) return "PENDING";
  if (product.productStatus !== "INITIAL") return product.productStatus;
  return product.audit.status === "FAILED" ? "FAILED" : "PENDING";
}

export const findProduct = (context: Context, id: string): Product | undefined =>
  context.storage.get<Product>("tts:product", id);

export const putProduct = (context: Context, product: Product): void =>
  context.storage.put("tts:product", product.id, product);

export const findSku = (context: Context, id: string): Sku | undefined =>
  context.storage.get<Sku>("tts:sku", id);

export const putSku = (context: Context, sku: Sku): void =>
  context.storage.put("tts:sku", sku.id, sku);

/** The products of a shop, oldest first. */
export const productsOf = (context: Context, shopId: string): Product[] =>
  context.storage.list<Product>("tts:product").filter((product) => product.shopId === shopId);
