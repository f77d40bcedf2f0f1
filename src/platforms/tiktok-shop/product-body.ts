/**
 * A listing draft as the body of create, edit and check, in the units of the market. It sends
 * nothing.
 */
import { formatMinor } from "../../domain/money";
import type { ListingDraft, ListingSku } from "../channel-listing";
import { CATEGORY_VERSION } from "./categories";
import { marketOf } from "./markets";
import type { SessionShop } from "./request";

const GRAMS_PER_POUND = 453.59237;
const MM_PER_INCH = 25.4;
const MM_PER_CENTIMETRE = 10;

/** The part create, edit and check share; save mode and keys are the callers'. */
export function fromDraft(draft: ListingDraft, shop: SessionShop): Record<string, unknown> {
  const isImperial = marketOf(shop.region)?.units === "imperial";
  const pictured = picturedOption(draft.skus);
  const dimensions = fromDimensions(draft.package, isImperial);
  return {
    title: draft.title,
    description: draft.descriptionHtml,
    category_id: draft.categoryId,
    category_version: CATEGORY_VERSION,
    ...(draft.brandId ? { brand_id: draft.brandId } : {}),
    ...(draft.sizeChartUri ? { size_chart: { image: { uri: draft.sizeChartUri } } } : {}),
    main_images: draft.imageUris.map((uri) => ({ uri })),
    skus: draft.skus.map((sku) => fromSku(sku, draft, shop, pictured)),
    ...(draft.attributes.length > 0 ? { product_attributes: draft.attributes } : {}),
    package_weight: fromWeight(draft.package.weightGrams, isImperial),
    ...(dimensions ? { package_dimensions: dimensions } : {}),
    ...(draft.manufacturerIds ? { manufacturer_ids: draft.manufacturerIds } : {}),
    ...(draft.responsiblePersonIds ? { responsible_person_ids: draft.responsiblePersonIds } : {}),
    external_product_id: draft.externalId,
  };
}

/**
 * Display price before discounts in `amount` for local sellers, `sale_price` for cross-border ones.
 */
export function fromPrice(priceMinor: number, currency: string, shop: SessionShop) {
  const value = formatMinor(priceMinor, currency);
  return shop.isCrossBorder ? { currency, sale_price: value } : { currency, amount: value };
}

function fromSku(
  sku: ListingSku,
  draft: ListingDraft,
  shop: SessionShop,
  pictured: string | undefined,
): Record<string, unknown> {
  const code = fromBarcode(sku.barcode);
  return {
    ...(sku.channelSkuId ? { id: sku.channelSkuId } : {}),
    ...(sku.options.length > 0
      ? {
          sales_attributes: sku.options.map(({ name, value, imageUri }) => ({
            name,
            value_name: value,
            ...(imageUri && name === pictured ? { sku_img: { uri: imageUri } } : {}),
          })),
        }
      : {}),
    ...(sku.sellerSku ? { seller_sku: sku.sellerSku } : {}),
    // A kept SKU keeps stock and price: an edit must not undo what their own calls set meanwhile,
    // and a running promotion refuses any price.
    ...(sku.channelSkuId
      ? {}
      : {
          price: fromPrice(sku.priceMinor, draft.currency, shop),
          inventory: [{ warehouse_id: draft.warehouseId, quantity: sku.quantity }],
        }),
    external_sku_id: sku.externalId,
    ...(code ? { identifier_code: code } : {}),
  };
}

/** Pictures are allowed on one option only (12052528): the first that has one. */
function picturedOption(skus: readonly ListingSku[]): string | undefined {
  return skus.flatMap(({ options }) => options).find(({ imageUri }) => imageUri)?.name;
}

/** The kind of code is told by its length; a code of any other length is not sent. */
export function fromBarcode(barcode: string | undefined): { type: string; code: string } | null {
  if (!barcode || !/^\d+$/.test(barcode)) return null;
  const types: Readonly<Record<number, string>> = { 8: "EAN", 12: "UPC", 13: "EAN", 14: "GTIN" };
  const type = types[barcode.length];
  return type ? { type, code: barcode } : null;
}

/**
 * Pounds take two decimals and are rounded up, so that a light parcel does not become weightless.
 */
export function fromWeight(
  weightGrams: number,
  isImperial: boolean,
): { value: string; unit: string } {
  if (!isImperial) return { value: trimZeros((weightGrams / 1000).toFixed(3)), unit: "KILOGRAM" };
  const hundredths = Math.ceil((weightGrams * 100) / GRAMS_PER_POUND);
  return { value: trimZeros((hundredths / 100).toFixed(2)), unit: "POUND" };
}

/** Whole numbers, which every date of the documentation accepts; a parcel is never made smaller. */
export function fromDimensions(
  size: { lengthMm: number; widthMm: number; heightMm: number },
  isImperial: boolean,
): { length: string; width: string; height: string; unit: string } | null {
  if (size.lengthMm <= 0 || size.widthMm <= 0 || size.heightMm <= 0) return null;
  const perUnit = isImperial ? MM_PER_INCH : MM_PER_CENTIMETRE;
  const whole = (mm: number) => String(Math.ceil(mm / perUnit - 1e-9));
  return {
    length: whole(size.lengthMm),
    width: whole(size.widthMm),
    height: whole(size.heightMm),
    unit: isImperial ? "INCH" : "CENTIMETER",
  };
}

function trimZeros(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
