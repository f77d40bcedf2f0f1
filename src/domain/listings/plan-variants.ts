/**
 * Turns a product's variants into the SKUs of a listing and names everything that stands in the
 * way, all at once. It knows neither stock nor the channel's wire format.
 */
import { validBarcode } from "./barcode";
import type { SourceProduct, SourceVariant } from "../catalogue/source-product";
import type { MarketLimits } from "./market";
import { cleanOptions, unreadableOptions } from "./clean-options";
import { comparable } from "./comparable";
import type { CheckReason } from "./check-reason";

export interface PlannedSku {
  variantId: string;
  sellerSku: string;
  barcode?: string;
  options: readonly { name: string; value: string; imageUrl?: string }[];
  priceMinor: number;
}

const MAX_OPTIONS = 3;
const MAX_OPTION_NAME = 20;
const MAX_OPTION_VALUE = 50;
const MAX_SKU = 50;
/** What TikTok Shop takes as the fewest units of an order: `minimum_order_quantity` is 1 to 20. */
const MAX_MINIMUM = 20;

export function planVariants(product: SourceProduct): PlannedSku[] {
  const variants = cleanOptions(product);
  const barcodes = uniqueBarcodes(variants);
  const pictures = firstOptionPictures(product.images, variants);
  const skus = sellerSkus(variants);
  return variants.map((variant) => ({
    variantId: variant.id,
    sellerSku: skus.get(variant.id) ?? "",
    ...(barcodes.has(variant.id) ? { barcode: barcodes.get(variant.id) } : {}),
    options: variant.options.map((option, index) => {
      const imageUrl = index === 0 ? pictures.get(option.value) : undefined;
      return { name: option.name, value: option.value, ...(imageUrl ? { imageUrl } : {}) };
    }),
    priceMinor: variant.priceMinor,
  }));
}

/**
 * The seller's code of each variant, with a hyphen for each blank, which channels refuse in one. Stores often give
 * all variants the product's own SKU; those get the variant's number behind it, so that offers can be told apart.
 */
export function sellerSkus(variants: readonly SourceVariant[]): Map<string, string> {
  const own = variants.map((variant) => variant.sku.trim().replace(/\s+/g, "-"));
  const isShared = (sku: string) => own.filter((other) => other === sku).length > 1;
  return new Map(
    variants.map(({ id }, index) => {
      const sku = own[index] ?? "";
      return [id, sku !== "" && isShared(sku) ? `${sku}-${id}` : sku];
    }),
  );
}

/**
 * A wrong barcode, or one two variants share, would refuse the whole listing: it is left out. Where
 * the first of a variant's codes is wrong, the next right one counts.
 */
function uniqueBarcodes(variants: readonly SourceVariant[]): Map<string, string> {
  const valid = variants.flatMap((variant) => {
    const { ean13, upc, isbn } = variant.identifiers ?? {};
    const barcode = [variant.barcode, ean13, upc, isbn].map(validBarcode).find(Boolean);
    return barcode ? [[variant.id, barcode] as const] : [];
  });
  const isOnce = (barcode: string) => valid.filter(([, other]) => other === barcode).length === 1;
  return new Map(valid.filter(([, barcode]) => isOnce(barcode)));
}

/**
 * One picture for each value of the first option, as channels show pictures for one option only; none at
 * all where a value has none, which they refuse.
 */
function firstOptionPictures(
  images: SourceProduct["images"],
  variants: readonly SourceVariant[],
): Map<string, string> {
  const urls = new Map(images.map((image) => [image.id, image.url]));
  const pictures = new Map<string, string>();
  for (const variant of variants) {
    const value = variant.options[0]?.value;
    const url = urls.get(variant.imageIds[0] ?? "");
    if (value !== undefined && url && !pictures.has(value)) pictures.set(value, url);
  }
  const values = new Set(variants.flatMap(({ options }) => options[0]?.value ?? []));
  return pictures.size === values.size ? pictures : new Map();
}

export function checkVariants(
  product: SourceProduct,
  limits: MarketLimits | undefined,
): CheckReason[] {
  const variants = cleanOptions(product);
  const unreadable = unreadableOptions(product);
  return [
    ...checkSkus(variants),
    ...checkPrices(variants, limits),
    ...checkOptions(variants),
    ...reasonIf(unreadable.length > 0, {
      code: "listing.option_unreadable",
      facts: { values: unreadable },
    }),
    ...reasonIf(limits !== undefined && variants.length > limits.maxVariants, {
      code: "listing.too_many_variants",
      facts: { count: variants.length, limit: limits?.maxVariants ?? 0 },
    }),
    ...reasonIf(variants.length === 0, { code: "listing.variant_missing", facts: {} }),
    ...checkMinimum(product),
  ];
}

function checkSkus(variants: readonly SourceVariant[]): CheckReason[] {
  const without = variants.filter((variant) => variant.sku.trim() === "").map(variantName);
  const skus = [...sellerSkus(variants).values()].filter(Boolean);
  const twice = [...new Set(skus.filter((sku, index) => skus.indexOf(sku) !== index))];
  const invalid = skus.filter((sku) => sku.length > MAX_SKU);
  return [
    ...reasonIf(without.length > 0, { code: "listing.sku_missing", facts: { variants: without } }),
    ...reasonIf(twice.length > 0, { code: "listing.duplicate_skus", facts: { skus: twice } }),
    ...reasonIf(invalid.length > 0, {
      code: "listing.sku_invalid",
      facts: { skus: invalid, limit: MAX_SKU },
    }),
  ];
}

function checkPrices(
  variants: readonly SourceVariant[],
  limits: MarketLimits | undefined,
): CheckReason[] {
  const zero = variants.filter((variant) => variant.priceMinor <= 0).map(variantName);
  const outside = variants.filter(
    ({ priceMinor }) =>
      limits !== undefined &&
      priceMinor > 0 &&
      (priceMinor < limits.priceMinMinor || priceMinor > limits.priceMaxMinor),
  );
  return [
    ...reasonIf(zero.length > 0, { code: "listing.price_zero", facts: { variants: zero } }),
    ...reasonIf(outside.length > 0, {
      code: "listing.price_range",
      facts: {
        variants: outside.map(variantName),
        minMinor: limits?.priceMinMinor ?? 0,
        maxMinor: limits?.priceMaxMinor ?? 0,
        currency: limits?.currency ?? "",
      },
    }),
  ];
}

function checkOptions(variants: readonly SourceVariant[]): CheckReason[] {
  const names = [...new Set(variants.flatMap((one) => one.options.map(({ name }) => name)))];
  const options = variants.flatMap((variant) => variant.options);
  const incomplete = variants.filter((variant) => {
    const own = new Set(variant.options.map(({ name }) => name));
    return own.size !== names.length || own.size !== variant.options.length;
  });
  const keys = variants.map(optionKey);
  const repeated = variants.filter((_, index) => keys.indexOf(keys[index] ?? "") !== index);
  const longNames = names.filter((name) => name.length > MAX_OPTION_NAME);
  const longValues = options.map(({ value }) => value).filter((v) => v.length > MAX_OPTION_VALUE);
  return [
    ...reasonIf(names.length > MAX_OPTIONS, {
      code: "listing.too_many_options",
      facts: { options: names, limit: MAX_OPTIONS },
    }),
    ...reasonIf(incomplete.length > 0, {
      code: "listing.option_missing",
      facts: { variants: incomplete.map(variantName) },
    }),
    ...reasonIf(repeated.length > 0, {
      code: "listing.duplicate_options",
      facts: { variants: repeated.map(variantName) },
    }),
    ...reasonIf(longNames.length > 0, {
      code: "listing.option_name_too_long",
      facts: { names: longNames, limit: MAX_OPTION_NAME },
    }),
    ...reasonIf(longValues.length > 0, {
      code: "listing.option_value_too_long",
      facts: { values: [...new Set(longValues)], limit: MAX_OPTION_VALUE },
    }),
  ];
}

function optionKey(variant: SourceVariant): string {
  return JSON.stringify(
    variant.options.map(({ name, value }) => [comparable(name), comparable(value)]).toSorted(),
  );
}

/**
 * A channel knows one least quantity for all variants. The highest of them is taken: with it no order is smaller than
 * the store would take.
 */
export const minimumOf = ({ variants }: SourceProduct): number =>
  Math.max(1, ...variants.map(({ minimumQuantity = 1 }) => minimumQuantity));

function checkMinimum(product: SourceProduct): CheckReason[] {
  const quantity = minimumOf(product);
  return reasonIf(quantity > MAX_MINIMUM, {
    code: "listing.minimum_too_high",
    facts: { quantity, limit: MAX_MINIMUM },
  });
}

/** How a merchant recognises a variant: its options, else its SKU, else its number. */
function variantName(variant: SourceVariant): string {
  const options = variant.options.map(({ value }) => value).join(" / ");
  return options || variant.sku || variant.id;
}

export function reasonIf(holds: boolean, reason: CheckReason): CheckReason[] {
  return holds ? [reason] : [];
}
