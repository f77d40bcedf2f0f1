// All checks of a product body, in the platform's order: a draft has few, a listing all. They write
// nothing, so that the dry run and the real call share them.
import type { Context } from "../context";
import { records, text, whole, type Fields } from "../fields";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { checkGivenAttributes, checkRequiredAttributes } from "./check-attributes";
import { checkBrand, checkCategory } from "./check-category";
import { checkGivenCertificates, checkRequiredCertificates } from "./check-certificates";
import { checkMainImages, checkSizeChart } from "./check-media";
import { checkOffers } from "./check-offers";
import { checkDimensions, checkDimensionsGiven, checkWeight } from "./check-package";
import { checkParties } from "./check-parties";
import { checkSkus } from "./check-skus";
import { checkDescription, checkTitle } from "./check-text";
import { when, type Issue } from "./issue";
import type { Sku } from "./product";

const LISTS = [
  "main_images",
  "skus",
  "product_attributes",
  "certifications",
  "manufacturer_ids",
  "responsible_person_ids",
  "delivery_option_ids",
];
const TEXTS = ["title", "description", "category_id", "category_version", "external_product_id"];
const REFERENCE_LENGTH = 999;
const KEY_LENGTH = 128;

const badInput = (field: string): Issue => ({
  code: 12052910,
  message: `Invalid input parameters. Refer to the API documentation for details. Field: ${field}`,
});

/** Types of the fields, before any rule about their meaning. */
function checkShape(body: Fields): Issue[] {
  const badLists = LISTS.filter((name) => body[name] !== undefined && !Array.isArray(body[name]));
  const badTexts = TEXTS.filter(
    (name) => body[name] !== undefined && typeof body[name] !== "string",
  );
  const saveMode = body["save_mode"];
  const modes = [undefined, "AS_DRAFT", "LISTING"];
  const long =
    text(body["external_product_id"]).length > REFERENCE_LENGTH ||
    text(body["idempotency_key"]).length > KEY_LENGTH;
  const badSku = records(body["skus"]).some((sku) =>
    records(sku["inventory"]).some((row) => typeof (row["quantity"] ?? 0) !== "number"),
  );
  return [
    ...[...badLists, ...badTexts].map(badInput),
    ...(modes.includes(saveMode as string | undefined) ? [] : [badInput("save_mode")]),
    ...(long ? [badInput("external_product_id or idempotency_key")] : []),
    ...(badSku ? [badInput("skus.inventory.quantity")] : []),
    ...(records(body["skus"]).length === 0 ? [badInput("skus")] : []),
  ];
}

function checkMinimumOrder(body: Fields): Issue[] {
  const given = body["minimum_order_quantity"];
  if (given === undefined) return [];
  const quantity = whole(given) ?? 0;
  return when(
    quantity < 1 || quantity > 20,
    12052706,
    "The minimum sales quantity should not be exceed limit",
  );
}

/** How a body is checked. */
export interface ListingCheck {
  draft: boolean;
  /** The product's own SKUs when it is an edit. */
  kept: ReadonlyMap<string, Sku>;
}

/** All reasons to refuse a body; empty: it is accepted. */
export function checkListing(
  context: Context,
  shop: Shop,
  body: Fields,
  check: ListingCheck,
): Issue[] {
  const shape = checkShape(body);
  if (shape.length > 0) return shape;
  const market = marketOf(shop.region);
  const always = [
    ...checkTitle(body, market),
    ...checkCategory(body),
    ...checkBrand(context, shop, body),
    ...checkMainImages(context, body),
    ...checkGivenAttributes(body, market),
    ...checkGivenCertificates(context, body, market),
    ...checkSkus(context, body, market),
    ...checkMinimumOrder(body),
  ];
  if (check.draft) return always;
  return [
    ...always,
    ...checkDescription(body, market, context.settings().origin),
    ...checkOffers(context, shop, body, check.kept),
    ...checkWeight(body, market),
    ...checkDimensions(body, market),
    ...checkDimensionsGiven(body, market),
    ...checkRequiredAttributes(body),
    ...checkRequiredCertificates(body, market),
    ...checkSizeChart(context, body, market),
    ...checkParties(context, shop, body),
  ];
}
