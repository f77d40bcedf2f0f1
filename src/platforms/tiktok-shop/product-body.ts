/**
 * A listing draft as the body of create, edit and check, in the units of the market. It sends
 * nothing.
 */
import { formatMinor } from "../../domain/money";
import type { ListingChange } from "../channel-content";
import type { ListingCertificate, ListingDraft, ListingSku } from "../channel-listing";
import { CATEGORY_VERSION } from "./categories";
import { marketOf } from "./markets";
import { fromDimensions, fromWeight } from "./measures";
import type { SessionShop } from "./request";

type DraftSkus = Pick<ListingDraft, "skus" | "currency" | "warehouseId" | "isDraft">;

/** The part create, edit and check share; save mode and keys are the callers'. */
export function fromDraft(draft: ListingDraft, shop: SessionShop): Record<string, unknown> {
  const { skus, currency, warehouseId, categoryId, attributes, isDraft, ...rest } = draft;
  return {
    ...fromChange(attributes.length > 0 ? { ...rest, attributes } : rest, shop),
    category_id: categoryId,
    category_version: CATEGORY_VERSION,
    skus: fromSkus({ skus, currency, warehouseId, isDraft }, shop),
    external_product_id: draft.externalId,
  };
}

/** The fields that one name stands for alone, for edits of a part; SKUs and category are not. */
export function fromChange(
  change: Omit<ListingChange, "categoryId" | "skus">,
  shop: SessionShop,
): Record<string, unknown> {
  const isImperial = marketOf(shop.region)?.units === "imperial";
  const dimensions = change.package ? fromDimensions(change.package, isImperial) : null;
  const body = {
    title: change.title,
    description: change.descriptionHtml,
    brand_id: change.brandId || undefined,
    size_chart: change.sizeChartUri ? { image: { uri: change.sizeChartUri } } : undefined,
    main_images: change.imageUris?.map((uri) => ({ uri })),
    product_attributes: change.attributes,
    package_weight: change.package ? fromWeight(change.package.weightGrams, isImperial) : undefined,
    package_dimensions: dimensions ?? undefined,
    minimum_order_quantity: change.minimumQuantity,
    certifications: change.certificates?.map(fromCertificate),
    manufacturer_ids: change.manufacturerIds,
    responsible_person_ids: change.responsiblePersonIds,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Every SKU with its id, if it has one; a kept SKU without price and stock. */
export function fromSkus(draft: DraftSkus, shop: SessionShop): Record<string, unknown>[] {
  const pictured = picturedOption(draft.skus);
  return draft.skus.map((sku) => fromSku(sku, draft, shop, pictured));
}

function fromCertificate({ id, files, expiresAt }: ListingCertificate): Record<string, unknown> {
  const images = files.flatMap((file) => (file.kind === "image" ? [{ uri: file.uri }] : []));
  const documents = files.flatMap((file) =>
    file.kind === "pdf" ? [{ id: file.id, name: file.name, format: "PDF" }] : [],
  );
  return {
    id,
    ...(images.length > 0 ? { images } : {}),
    ...(documents.length > 0 ? { files: documents } : {}),
    ...(expiresAt === undefined ? {} : { expiration_date: Math.floor(expiresAt / 1000) }),
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
  draft: DraftSkus,
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
          ...(draft.isDraft
            ? {}
            : { inventory: [{ warehouse_id: draft.warehouseId, quantity: sku.quantity }] }),
        }),
    external_sku_id: sku.externalId,
    ...(code ? { identifier_code: code } : {}),
  };
}

/** Pictures are allowed on one option only (12052528): the first that has one. */
export function picturedOption(skus: readonly ListingSku[]): string | undefined {
  return skus.flatMap(({ options }) => options).find(({ imageUri }) => imageUri)?.name;
}

/** The kind of code is told by its length; a code of any other length is not sent. */
export function fromBarcode(barcode: string | undefined): { type: string; code: string } | null {
  if (!barcode || !/^\d+$/.test(barcode)) return null;
  const types: Readonly<Record<number, string>> = { 8: "EAN", 12: "UPC", 13: "EAN", 14: "GTIN" };
  const type = types[barcode.length];
  return type ? { type, code: barcode } : null;
}
