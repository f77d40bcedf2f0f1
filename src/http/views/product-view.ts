/**
 * Products as pages show them. What stands in the way of a push is what their stored checks say; what
 * the channel refused is told apart from it.
 */
import type { ConnectionRow } from "../../db/connections/connections";
import { soldOffersOf, type Sold } from "../../db/listings/sold-offers";
import { readProduct, type JoinedProduct } from "../../db/catalogue/read-products";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { isCheckCode } from "../../domain/listings/check-reason";
import { isMappedListing, listedAs } from "../../domain/listings/listing-origin";
import { readConnectionSettings } from "../../contract/connection-settings";
import { resolveRules } from "../../domain/listings/sync-rules";
import type { PauseCause } from "../../domain/stock/listing-pause";
import { channelPrice } from "../../domain/listings/priced-product";
import { stockRuleOfAll } from "../../contract/stock-rule";
import { priceRuleOf } from "../../domain/stock/price-rule";
import { resolveStockRule } from "../../domain/stock/stock-rule";
import { USUAL_RULE, type ProductRule } from "../../domain/stock/product-rule";
import { productTags } from "../../domain/catalogue/product-tags";
import {
  toListingDetails,
  type ListingDetails as OwnDetails,
} from "../../domain/listings/listing-details";
import { SyncError } from "../../domain/errors/sync-error";
import type { StockView } from "../../sync/ledger-api";
import type { ListingDetails, ProductDetail, ProductRow } from "../../contract/catalogue";
import type { DeletedVariant } from "../../contract/variants";
import { checkNow } from "../../sync/listings/check-products";
import { checkPorts } from "../../tasks/check-ports";
import type { AppServices } from "../context";
import { adminPagesOf } from "./admin-pages";
import { readCheckViews, UNCHECKED, type CheckView } from "./check-view";

export function toProductRow(
  services: Pick<AppServices, "channelPlatform">,
  connection: ConnectionRow,
  row: JoinedProduct,
  { check, missing, hasChanges }: CheckView,
  offSale: PauseCause | null = null,
): ProductRow {
  const { product, listing } = row;
  const body = product.body as SourceProduct;
  const channelCategory = product.channelCategoryId
    ? (row.overridePath ?? product.channelCategoryId)
    : row.mappedPath;
  // A push of 0.2 left there what the check says now.
  const reasons = (listing?.reasons ?? []).filter(({ code }) => !isCheckCode(code));
  return {
    id: product.productId,
    name: product.name,
    imageUrl: product.imageUrl,
    skus: [...new Set(body.variants.map(({ sku }) => sku).filter(Boolean))],
    priceMinMinor: product.priceMinMinor,
    priceMaxMinor: product.priceMaxMinor,
    currency: product.currency,
    stock: product.stockTotal,
    sourceCategory: row.sourcePath,
    channelCategory,
    tags: productTags(missing),
    check,
    hasChanges,
    missing,
    syncState: product.syncState,
    channelProductId: listing?.channelProductId ?? null,
    channelProductUrl: productUrl(services, connection, listing?.channelProductId),
    listingStatus: listing?.status ?? null,
    rawStatus: listing?.rawStatus || null,
    offSale,
    reasons,
    isDeleted: product.deletedAt !== null,
    isActive: product.isActive,
    isHidden: body.isHidden === true,
    updatedAt: product.updatedAt,
  };
}

/** Throws SyncError("merchant", "product.not_found"). */
export async function readProductDetail(
  services: AppServices,
  connection: ConnectionRow,
  productId: string,
): Promise<ProductDetail> {
  const { row, check } = await readChecked(services, connection, productId);
  const body = row.product.body as SourceProduct;
  const overrideId = row.product.channelCategoryId;
  const pages = adminPagesOf(services, connection);
  const { title, rules, price: _planned, ...details } = toListingDetails(row.product.details);
  const pauses = await readPauses(services, connection.id, [row]);
  const [rule = USUAL_RULE] = await services.ledger(connection.id).readProductRules([productId]);
  return {
    ...toProductRow(services, connection, row, check, pauses.get(productId)),
    sourceProductUrl: row.product.deletedAt === null ? (pages?.product(productId) ?? null) : null,
    descriptionHtml: body.description,
    images: body.images.map(({ url }) => url),
    ...(await readVariants(services, connection.id, body, row.product.deletedAt !== null)),
    corrections: await readCorrections(services, connection.id, productId),
    features: body.features.map(({ name, value }) => ({ name, value })),
    brand: body.brand ?? null,
    categoryOverride: overrideId ? { id: overrideId, path: row.overridePath ?? overrideId } : null,
    details: details as ListingDetails,
    sourceCategoryId: row.product.sourceCategoryId,
    isMapped: isMappedListing(row.listing),
    rules: readRules(connection, row, { title, rules }, rule),
    lowStock: await readLowStock(services, connection, productId, rule),
    priceRule: toPriceRule(connection, body, rule),
    stockRule: await readStockRule(services, connection, productId, rule),
  };
}

/** The product's own rules, and those that hold where it has none. */
function readRules(
  { settings }: ConnectionRow,
  { listing }: JoinedProduct,
  { title, rules = {} }: Pick<OwnDetails, "title" | "rules">,
  { sendsStock, sendsPrice }: ProductRule,
): ProductDetail["rules"] {
  const origin = listedAs(listing) ?? "pushed";
  return {
    own: {
      title: title ?? null,
      create: { ...rules.create },
      update: {
        ...rules.update,
        ...(sendsStock === null ? {} : { stock: toChoice(sendsStock) }),
        ...(sendsPrice === null ? {} : { price: toChoice(sendsPrice) }),
      },
    },
    ofAll: resolveRules(origin, readConnectionSettings(settings).syncRules),
  };
}

async function readLowStock(
  { ledger }: AppServices,
  { id, settings }: ConnectionRow,
  productId: string,
  { lowStock, isExcluded, sendsStock }: ProductRule,
): Promise<ProductDetail["lowStock"]> {
  const { lowStock: ofAll, syncRules } = readConnectionSettings(settings);
  const flips = await ledger(id).readLowStock(productId);
  return {
    own: { lowStock, isExcluded },
    ofAll,
    isStockSent: sendsStock ?? syncRules.update.stock === "source",
    flips: flips.map(({ productId: _own, ...flip }) => flip),
  };
}

/** The rule that counts, and the level of each part. */
async function readStockRule(
  { ledger }: AppServices,
  { id, settings }: ConnectionRow,
  productId: string,
  { stock: own, sendsStock }: ProductRule,
): Promise<ProductDetail["stockRule"]> {
  const known = readConnectionSettings(settings);
  const ofCategory = await ledger(id).readStockOfCategory(productId);
  const ofAll = stockRuleOfAll(known);
  const { from, ...counts } = resolveStockRule(own, ofCategory?.rule ?? null, ofAll);
  return { own, counts, from, isSent: sendsStock ?? known.syncRules.update.stock === "source" };
}

/** As the ledger has it, which decides. */
function toPriceRule(
  { settings }: ConnectionRow,
  { currency, variants }: SourceProduct,
  { price: own, sendsPrice }: ProductRule,
): ProductDetail["priceRule"] {
  const { priceRule: ofAll, syncRules } = readConnectionSettings(settings);
  const rule = priceRuleOf(own, ofAll);
  return {
    own,
    ofAll,
    isSent: sendsPrice ?? syncRules.update.price === "source",
    variants: variants.map((variant) => ({
      id: variant.id,
      storeMinor: variant.priceMinor,
      channelMinor: channelPrice(variant, rule, currency),
    })),
  };
}

/** Who took off sale what the channel shows as paused; nothing is asked where nothing is. */
export async function readPauses(
  { ledger }: Pick<AppServices, "ledger">,
  connectionId: string,
  rows: readonly JoinedProduct[],
): Promise<ReadonlyMap<string, PauseCause>> {
  const paused = rows.flatMap(({ product, listing }) =>
    listing?.channelProductId && listing.status === "paused"
      ? [{ productId: product.productId, channelProductId: listing.channelProductId }]
      : [],
  );
  if (paused.length === 0) return new Map();
  const ids = paused.map(({ channelProductId }) => channelProductId);
  const causes = await ledger(connectionId).readPauses(ids);
  const found = paused.map(({ productId }, index) => [productId, causes[index] ?? null] as const);
  return new Map(found.flatMap(([id, cause]) => (cause === null ? [] : [[id, cause]])));
}

const toChoice = (isSent: boolean) => (isSent ? "source" : "channel");

/** The product with its check, made now where it is not up to date: a person has just changed it. */
async function readChecked(services: AppServices, connection: ConnectionRow, productId: string) {
  const read = async () => {
    const row = await readProduct(services.db, connection.id, productId);
    if (!row) throw new SyncError("merchant", "product.not_found");
    const checks = await readCheckViews(services, connection, [row]);
    return { row, check: checks.get(productId) ?? UNCHECKED };
  };
  const found = await read();
  if (found.check.check === "done") return found;
  await checkNow(checkPorts(services, connection), [productId]);
  return read();
}

/** The variants of now, and the SKUs of those that the store does not have any more. */
async function readVariants(
  services: AppServices,
  connectionId: string,
  body: SourceProduct,
  isDeleted: boolean,
): Promise<Pick<ProductDetail, "variants" | "deletedVariants">> {
  const offers = await soldOffersOf(services.db, connectionId, services.now).list([body.id]);
  const isPresent = (id: string) =>
    !isDeleted && body.variants.some((variant) => variant.id === id);
  const gone = offers.filter(({ variantId }) => !isPresent(variantId));
  const ids = new Set([...body.variants.map(({ id }) => id), ...gone.map((one) => one.variantId)]);
  const keys = [...ids].map((id) => ({ productId: body.id, variantId: id }));
  const stock = await services.ledger(connectionId).readStock(keys);
  const stockOf = (id: string) => stock.find(({ variantId }) => variantId === id);
  return {
    variants: body.variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      barcode: variant.barcode ?? null,
      options: variant.options.map(({ name, value }) => ({ name, value })),
      priceMinor: variant.priceMinor,
      stock: variant.quantity,
      published: stockOf(variant.id)?.published ?? null,
      channelSkuId: offers.find(({ variantId }) => variantId === variant.id)?.channelSkuId ?? null,
    })),
    deletedVariants: gone.map((offer) => toDeleted(offer, stockOf(offer.variantId))),
  };
}

async function readCorrections(
  services: AppServices,
  connectionId: string,
  productId: string,
): Promise<ProductDetail["corrections"]> {
  const found = await services.ledger(connectionId).readCorrections(productId);
  return found.map(({ productId: _own, ...correction }) => correction);
}

function toDeleted(
  { channelSkuId, sellerSku, soldAs }: Sold,
  stock: StockView | undefined,
): DeletedVariant {
  const published = stock?.published ?? null;
  const done = stock?.offSale ? "off_sale" : published === 0 ? "emptied" : "waiting";
  const options = (soldAs?.options ?? []).map(({ name, value }) => ({ name, value }));
  return { channelSkuId, sku: sellerSku, options, published, done };
}

export function productUrl(
  { channelPlatform }: Pick<AppServices, "channelPlatform">,
  connection: ConnectionRow,
  channelProductId: string | null | undefined,
) {
  if (!channelProductId || !connection.channelRegion) return null;
  const platform = channelPlatform(connection.channelPlatform);
  return platform.productUrl(connection.channelRegion, channelProductId);
}
