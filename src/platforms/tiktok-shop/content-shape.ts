/**
 * The fields of a product's detail that are read back, and the reading of one version of it.
 * Their meaning is decided in content.ts.
 */
import * as z from "zod";
import { SyncError } from "../../domain/errors/sync-error";
import { request, type Session } from "./request";
import { looseFlag, looseList, looseText } from "./shapes";

const RawImage = z.object({ uri: looseText, urls: looseList(z.string()) });

/** A field whose content is not read. */
const anythingGiven = z.unknown().optional();

const RawSku = z.object({
  id: z.string().min(1),
  seller_sku: looseText,
  external_sku_id: looseText,
  price: z.object({ currency: looseText, sale_price: looseText }).nullish(),
  inventory: looseList(z.object({ warehouse_id: looseText, quantity: z.number().nullish() })),
  identifier_code: z.object({ code: looseText, type: looseText }).nullish(),
  sales_attributes: looseList(
    z.object({
      id: looseText,
      name: looseText,
      value_id: looseText,
      value_name: looseText,
      sku_img: RawImage.nullish(),
      supplementary_sku_images: looseList(RawImage),
    }),
  ),
  combined_skus: looseList(
    z.object({ product_id: looseText, sku_id: looseText, sku_count: z.number().nullish() }),
  ),
  status_info: z.object({ status: looseText }).nullish(),
  // Sent back as they came, since an edit clears what it leaves out.
  sku_unit_count: anythingGiven,
  external_urls: anythingGiven,
  extra_identifier_codes: anythingGiven,
  pre_sale: anythingGiven,
  list_price: anythingGiven,
  external_list_prices: anythingGiven,
  fees: anythingGiven,
});
export type RawSku = z.infer<typeof RawSku>;

export const RawContent = z.object({
  id: z.string().min(1),
  status: looseText,
  title: looseText,
  description: looseText,
  category_chains: looseList(z.object({ id: looseText, is_leaf: looseFlag })),
  brand: z.object({ id: looseText, name: looseText }).nullish(),
  main_images: looseList(RawImage),
  product_attributes: looseList(
    z.object({
      id: looseText,
      name: looseText,
      values: looseList(z.object({ id: looseText, name: looseText })),
    }),
  ),
  package_weight: z.object({ value: looseText, unit: looseText }).nullish(),
  package_dimensions: z
    .object({ length: looseText, width: looseText, height: looseText, unit: looseText })
    .nullish(),
  size_chart: z
    .object({
      image: RawImage.nullish(),
      template: z.object({ id: looseText }).nullish(),
    })
    .nullish(),
  certifications: looseList(
    z.object({
      id: looseText,
      title: looseText,
      images: looseList(RawImage),
      files: looseList(z.object({ id: looseText, name: looseText, format: looseText })),
      expiration_date: z.number().nullish(),
    }),
  ),
  manufacturer_ids: looseList(z.string()),
  responsible_person_ids: looseList(z.string()),
  external_product_id: looseText,
  audit: z.object({ status: looseText }).nullish(),
  skus: looseList(RawSku),
  // Sent back as they came, since Weft does not model them.
  video: z.object({ id: looseText }).nullish(),
  is_cod_allowed: z.boolean().nullish(),
  minimum_order_quantity: z.number().nullish(),
  is_pre_owned: z.boolean().nullish(),
  shipping_insurance_requirement: z.string().nullish(),
});
export type RawContent = z.infer<typeof RawContent>;

/** There is no version under review. */
const NO_REVIEW = "12052547";

/** The version buyers see, or the one in review when there is one. Throws `tiktok.listing_missing`. */
export async function readVersion(
  session: Session,
  channelProductId: string,
  version: "shown" | "pending",
): Promise<RawContent> {
  const path = `/product/202309/products/${channelProductId}`;
  const shown = await request(session, { method: "GET", path }, RawContent);
  if (version === "shown" || shown.audit?.status !== "AUDITING") return shown;
  const query = { return_under_review_version: "true" };
  try {
    return await request(session, { method: "GET", path, query }, RawContent);
  } catch (caught) {
    // The review has ended between the two readings.
    if (!(caught instanceof SyncError) || caught.facts["vendorCode"] !== NO_REVIEW) throw caught;
    return request(session, { method: "GET", path }, RawContent);
  }
}
