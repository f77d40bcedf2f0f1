// Create, full edit, partial edit and the dry run. check-listing.ts has the rules for a body.
import { checkVersion } from "../categories/version";
import { nextId, unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { record, records, text, type Fields } from "../fields";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { emitWebhook } from "../webhooks/outbox";
import { startAudit } from "./audit";
import { checkListing } from "./check-listing";
import { storeContent } from "./content";
import { findProduct, findSku, productsOf, putProduct, type Product, type Sku } from "./product";

const NO_SKUS: ReadonlyMap<string, Sku> = new Map();
const DAY_SECONDS = 86_400;
const SHORT_TITLE = 25;

/** The answer of create and edit. */
function written(product: Product, content: Fields): Record<string, unknown> {
  const skus = records(content["skus"]).map((sku) => ({
    id: sku["id"],
    seller_sku: text(sku["seller_sku"]),
    external_sku_id: text(sku["external_sku_id"]),
    sales_attributes: records(sku["sales_attributes"]).map(({ id, value_id }) => ({
      id,
      value_id,
    })),
  }));
  const short = text(content["title"]).length < SHORT_TITLE;
  const message = `The title is shorter than ${SHORT_TITLE} characters and may sell worse.`;
  return { product_id: product.id, skus, warnings: short ? [{ message }] : [] };
}

function refuseFirst(context: Context, shop: Shop, body: Fields, draft: boolean, kept = NO_SKUS) {
  const [issue] = checkListing(context, shop, body, { draft, kept });
  if (issue) throw new ApiError(issue.code, issue.message);
}

/** Creates a product; a repeated idempotency key gets the first answer again. */
export function createProduct(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const key = text(body["idempotency_key"]);
  const known = key && context.storage.get<unknown>("tts:idempotency", `${shop.id}:${key}`);
  if (known) return known;
  checkVersion(context, shop.region, text(body["category_version"]));
  const draft = body["save_mode"] === "AS_DRAFT";
  refuseFirst(context, shop, body, draft);
  checkExternalId(context, shop, body);
  if (!draft) countListing(context, shop);
  const product = insertProduct(context, shop, body, draft);
  const answer = written(product, product.content);
  if (key) context.storage.put("tts:idempotency", `${shop.id}:${key}`, answer);
  return answer;
}

/** Stores a body as a new product; the audit of one that is no draft starts at once. */
export function insertProduct(context: Context, shop: Shop, body: Fields, draft = false): Product {
  const id = nextId(context, "product");
  const now = unixNow(context);
  const product: Product = {
    id,
    shopId: shop.id,
    productStatus: draft ? "DRAFT" : "INITIAL",
    activating: false,
    audit: { status: "NONE", reasons: [] },
    content: storeContent(context, shop, id, body),
    createTime: now,
    updateTime: now,
  };
  putProduct(context, product);
  const created = { product_id: id, product_types: [], update_time: now };
  emitWebhook(context, shop.id, "PRODUCT_CREATION", created);
  if (!draft) startAudit(context, product);
  return product;
}

function checkExternalId(context: Context, shop: Shop, body: Fields): void {
  const id = text(body["external_product_id"]);
  const taken = productsOf(context, shop.id).some(
    (product) =>
      product.productStatus !== "DELETED" && product.content["external_product_id"] === id,
  );
  if (id !== "" && taken) throw new ApiError(12052996, "external_id duplicated");
}

function countListing(context: Context, shop: Shop): void {
  const day = `${shop.id}:${Math.floor(unixNow(context) / DAY_SECONDS)}`;
  const count = (context.storage.get<number>("tts:quota", day) ?? 0) + 1;
  if (count > context.switches().listingsPerDay)
    throw new ApiError(12052093, "Exceeded the product listing limit for the seller.");
  context.storage.put("tts:quota", day, count);
}

/** The product of a path; throws when it does not exist or belongs to another shop. */
export function ownProduct(context: Context, { params }: ApiRequest, shop: Shop): Product {
  const product = findProduct(context, params["product_id"] ?? "");
  if (!product) throw new ApiError(12052032, "The product does not exist");
  if (product.shopId !== shop.id)
    throw new ApiError(
      12052048,
      "You cannot edit the specified product(s) as it isn't listed in your account or shop.",
    );
  return product;
}

const notNow = () =>
  new ApiError(
    12052901,
    "The product in its current status is not available for this operation. Change the product status and try again.",
  );

function keptSkus(context: Context, product: Product, body: Fields): Map<string, Sku> {
  const given = records(body["skus"])
    .map((sku) => text(sku["id"]))
    .filter((id) => id !== "");
  if (new Set(given).size < given.length) throw new ApiError(12052553, "Sku id duplicate");
  return new Map(
    given.map((id) => {
      const sku = findSku(context, id);
      if (sku?.productId === product.id) return [id, sku];
      throw new ApiError(12052557, "The SKU ID does not belong to the product.");
    }),
  );
}

function applyEdit(context: Context, shop: Shop, product: Product, body: Fields): unknown {
  if (product.productStatus === "DELETED" || product.productStatus === "FREEZE") throw notNow();
  const isDraft = product.productStatus === "DRAFT";
  const draft = body["save_mode"] === "AS_DRAFT";
  if (draft && !isDraft)
    throw new ApiError(12052488, "This region doesn't support save draft after product submitted");
  refuseFirst(context, shop, body, draft, keptSkus(context, product, body));
  if (isDraft && !draft) countListing(context, shop);
  const content = storeContent(context, shop, product.id, body);
  const replaced = isDraft || product.productStatus === "INITIAL";
  const base = { ...product, updateTime: unixNow(context) };
  const edited: Product = replaced
    ? { ...base, content, productStatus: draft ? "DRAFT" : "INITIAL" }
    : { ...base, review: content };
  if (draft) putProduct(context, edited);
  else startAudit(context, edited);
  return { ...written(edited, content), audit: { status: draft ? "NONE" : "AUDITING" } };
}

/** What a seller changes in Seller Center of a product's content, under the rules of an edit; in audit then. */
export function rewriteProduct(
  context: Context,
  shop: Shop,
  product: Product,
  fields: Fields,
): void {
  applyEdit(context, shop, product, { ...(product.review ?? product.content), ...fields });
}

/** Full edit: what the body leaves out is cleared, SKUs it leaves out are deleted. */
export function editProduct(context: Context, request: ApiRequest, shop: Shop): unknown {
  const product = ownProduct(context, request, shop);
  checkVersion(context, shop.region, text(request.body["category_version"]));
  return applyEdit(context, shop, product, request.body);
}

/** The properties of a partial edit; the category, delivery options and some others are none. */
const PARTIAL_FIELDS = new Set([
  "save_mode",
  "title",
  "description",
  "brand_id",
  "main_images",
  "skus",
  "is_cod_allowed",
  "certifications",
  "package_weight",
  "package_dimensions",
  "product_attributes",
  "size_chart",
  "video",
  "external_product_id",
  "manufacturer_ids",
  "responsible_person_ids",
  "key_product_features",
  "search_terms",
]);

/**
 * Partial edit: a given top-level property replaces the stored one as a whole, a list of SKUs too;
 * what is no property of the call is passed over.
 */
export function partialEditProduct(context: Context, request: ApiRequest, shop: Shop): unknown {
  const product = ownProduct(context, request, shop);
  const stored = product.review ?? product.content;
  const mode = product.productStatus === "DRAFT" ? { save_mode: "AS_DRAFT" } : {};
  const given = Object.entries(request.body).filter(([name]) => PARTIAL_FIELDS.has(name));
  const body = { ...mode, ...stored, ...Object.fromEntries(given) };
  const answer = record(applyEdit(context, shop, product, body));
  const { warnings: _warnings, ...rest } = answer;
  return rest;
}

/** The dry run of create: the same checks, all reasons at once, nothing written. */
export function checkProduct(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const issues = checkListing(context, shop, body, { draft: false, kept: NO_SKUS });
  const weak = text(body["title"]).length < SHORT_TITLE;
  const result = {
    check_result: issues.length > 0 ? "FAILED" : "PASS",
    fail_reasons: issues.map(({ code, message }) => ({ code, message })),
    listing_quality: {
      current_tier: weak ? "POOR" : "GOOD",
      remaining_recommendations: weak ? 1 : 0,
    },
  };
  return result;
}
