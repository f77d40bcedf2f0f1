/** A listing's content as the platform shows it, in our terms. It writes nothing. */
import { parseMinor } from "../../domain/money";
import { SyncError } from "../../domain/errors/sync-error";
import type { ContentCertificate, ContentSku, ListingContent } from "../channel-content";
import { readVersion, type RawContent, type RawSku } from "./content-shape";
import { toListingStatus } from "./listings";
import { toGrams, toMillimetres } from "./measures";
import type { Session } from "./request";

/** One request, or two where a version in review is asked for and there is one. */
export async function readContent(
  session: Session,
  channelProductId: string,
  version: "shown" | "pending" = "shown",
): Promise<ListingContent | undefined> {
  try {
    return toContent(await readVersion(session, channelProductId, version));
  } catch (caught) {
    if (caught instanceof SyncError && caught.code === "tiktok.listing_missing") return undefined;
    throw caught;
  }
}

function toContent(raw: RawContent): ListingContent {
  const leaf = raw.category_chains.find(({ is_leaf }) => is_leaf) ?? raw.category_chains.at(-1);
  const sizeChart = toSizeChart(raw);
  return {
    channelProductId: raw.id,
    status: toListingStatus(raw.status),
    isInReview: raw.audit?.status === "AUDITING",
    ...(raw.external_product_id ? { externalId: raw.external_product_id } : {}),
    title: raw.title,
    descriptionHtml: raw.description,
    categoryId: leaf?.id ?? "",
    ...(raw.brand?.id ? { brand: { id: raw.brand.id, name: raw.brand.name } } : {}),
    images: raw.main_images.map(({ uri, urls }) => ({ uri, url: urls[0] ?? "" })),
    attributes: raw.product_attributes.map(({ id, name, values }) => ({
      id,
      name,
      values: values.map((value) => (value.id ? value : { name: value.name })),
    })),
    package: toPackage(raw),
    ...(raw.minimum_order_quantity ? { minimumQuantity: raw.minimum_order_quantity } : {}),
    ...(sizeChart ? { sizeChart } : {}),
    certificates: raw.certifications.map(toCertificate),
    manufacturerIds: raw.manufacturer_ids,
    responsiblePersonIds: raw.responsible_person_ids,
    skus: raw.skus.map(toSku),
  };
}

/** The platform takes the template where both are given. */
function toSizeChart({ size_chart }: RawContent): ListingContent["sizeChart"] {
  if (size_chart?.template?.id) return { kind: "template", id: size_chart.template.id };
  return size_chart?.image?.uri ? { kind: "image", uri: size_chart.image.uri } : undefined;
}

function toPackage({ package_weight: weight, package_dimensions: size }: RawContent) {
  const measures = {
    weightGrams: weight ? toGrams(weight.value, weight.unit) : undefined,
    lengthMm: size ? toMillimetres(size.length, size.unit) : undefined,
    widthMm: size ? toMillimetres(size.width, size.unit) : undefined,
    heightMm: size ? toMillimetres(size.height, size.unit) : undefined,
  };
  const given = Object.entries(measures).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ListingContent["package"];
}

function toCertificate(raw: RawContent["certifications"][number]): ContentCertificate {
  const images = raw.images.map(({ uri }) => ({ kind: "image" as const, uri }));
  const documents = raw.files.map(({ id, name }) => ({ kind: "pdf" as const, id, name }));
  return {
    id: raw.id,
    title: raw.title,
    files: [...images, ...documents],
    ...(raw.expiration_date ? { expiresAt: raw.expiration_date * 1000 } : {}),
  };
}

function toSku(raw: RawSku): ContentSku {
  const { sale_price: shown = "", currency = "" } = raw.price ?? {};
  return {
    channelSkuId: raw.id,
    sellerSku: raw.seller_sku,
    ...(raw.external_sku_id ? { externalId: raw.external_sku_id } : {}),
    ...(raw.identifier_code?.code ? { barcode: raw.identifier_code.code } : {}),
    options: raw.sales_attributes.map(({ id, name, value_id, value_name, sku_img }) => ({
      id,
      name,
      valueId: value_id,
      value: value_name,
      ...(sku_img?.uri ? { imageUri: sku_img.uri } : {}),
    })),
    ...(shown ? { price: { minor: parseMinor(shown, currency), currency } } : {}),
    stock: raw.inventory.map((row) => ({
      warehouseId: row.warehouse_id,
      quantity: row.quantity ?? 0,
    })),
    isOnSale: raw.status_info?.status !== "DEACTIVATED",
  };
}
