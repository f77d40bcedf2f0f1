import { unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { records, text, texts, whole, type Fields } from "../fields";
import { pageOf } from "../paging";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { productsOf, shownStatus, type Product } from "./product";
import { auditView, offerView, productView } from "./view";
import { ownProduct } from "./write";

const SEARCHED_ROWS = 10_000;
const FILTER_IDS = 10;

/** One product; by default the version that buyers see. */
export function readProduct(context: Context, request: ApiRequest, shop: Shop): unknown {
  const product = ownProduct(context, request, shop);
  if (request.query.get("return_under_review_version") !== "true")
    return productView(context, shop, product, product.content);
  const review = product.review ?? (underReview(product) ? product.content : undefined);
  if (!review)
    throw new ApiError(
      12052547,
      "There is no version of this product that is under review. Please obtain the online version.",
    );
  return productView(context, shop, product, review);
}

const underReview = (product: Product) => product.audit.status === "AUDITING";

const skusOf = (product: Product) => records(product.content["skus"]);

/** The filters of a search body as one question about a product. */
function filterOf(body: Fields): (product: Product) => boolean {
  const status = text(body["status"]) || "ALL";
  const [codes, ids, audits] = [body["seller_skus"], body["sku_ids"], body["audit_status"]].map(
    texts,
  );
  const within = (value: number, from: unknown, to: unknown) =>
    value >= (whole(from) ?? 0) && value <= (whole(to) ?? Infinity);
  const holds = (wanted: readonly string[] | undefined, field: string) => (product: Product) =>
    !wanted?.length || skusOf(product).some((sku) => wanted.includes(text(sku[field])));
  const questions: ((product: Product) => boolean)[] = [
    (product) =>
      status === "ALL" ? product.productStatus !== "DELETED" : shownStatus(product) === status,
    holds(codes, "seller_sku"),
    holds(ids, "id"),
    (product) => !audits?.length || audits.includes(product.audit.status),
    (product) => within(product.createTime, body["create_time_ge"], body["create_time_le"]),
    (product) => within(product.updateTime, body["update_time_ge"], body["update_time_le"]),
  ];
  return (product) => questions.every((question) => question(product));
}

function checkFilter(body: Fields): void {
  if (texts(body["seller_skus"]).length > FILTER_IDS)
    throw new ApiError(12019027, "The maximum count of “seller_skus” in the search filter is 10.");
  if (texts(body["sku_ids"]).length > FILTER_IDS)
    throw new ApiError(12019087, "The number of SKU IDs exceeds the limit of 10");
  for (const [name, code] of [
    ["create", 12019118],
    ["update", 12019119],
  ] as const) {
    const [from, to] = [whole(body[`${name}_time_ge`]), whole(body[`${name}_time_le`])];
    if (from !== undefined && to !== undefined && from > to)
      throw new ApiError(code, `search ${name} time invalid`);
  }
}

/** Rows of the shop's products, the newest first. */
export function searchProducts(context: Context, request: ApiRequest, shop: Shop): unknown {
  checkFilter(request.body);
  const indexedUntil = unixNow(context) - context.switches().searchLagSeconds;
  const found = productsOf(context, shop.id)
    .filter(({ updateTime }) => updateTime <= indexedUntil)
    .filter(filterOf(request.body))
    .toReversed();
  const page = pageOf(found, request.query, { maximum: 100, badSize: 12019109 });
  if (page.rows.length > 0 && found.indexOf(page.rows[0] as Product) >= SEARCHED_ROWS)
    throw new ApiError(12052180, "The total number of search results can not exceed 10000.");
  const products = page.rows.map((product) => ({
    id: product.id,
    title: text(product.content["title"]),
    status: shownStatus(product),
    sales_regions: [shop.region],
    skus: skusOf(product).map((sku) => offerView(context, shop, sku)),
    audit: auditView(product)["audit"],
    has_draft: product.productStatus === "DRAFT",
    is_not_for_sale: product.content["is_not_for_sale"] === true,
    create_time: product.createTime,
    update_time: product.updateTime,
  }));
  return { products, total_count: page.total, next_page_token: page.next };
}
