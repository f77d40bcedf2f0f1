import { isSkuField, type ContentField, type SkuField } from "../../domain/listings/sent-content";
import type { ListingDraft } from "../../platforms/channel-listing";
import type { ListingChange } from "../../platforms/channel-content";

type Property = Exclude<keyof ListingChange, "skus">;

/** The draft's name of each field that stands by itself. */
const PROPERTY: Readonly<Record<Exclude<ContentField, SkuField>, Property>> = {
  title: "title",
  description: "descriptionHtml",
  category: "categoryId",
  brand: "brandId",
  images: "imageUris",
  attributes: "attributes",
  packageWeight: "package",
  packageSize: "package",
  minimumQuantity: "minimumQuantity",
  sizeChart: "sizeChartUri",
  certificates: "certificates",
  manufacturers: "manufacturerIds",
  responsiblePersons: "responsiblePersonIds",
};

/** The part of a draft that a partial edit of these fields sends. */
export function toChange(fields: readonly ContentField[], draft: ListingDraft): ListingChange {
  const { skus, currency, warehouseId, retiredSkuIds, kept } = draft;
  const named = fields.filter((field) => !isSkuField(field)).map((field) => PROPERTY[field]);
  return {
    ...Object.fromEntries(named.map((property) => [property, draft[property]])),
    ...(fields.some(isSkuField)
      ? {
          skus: {
            skus,
            currency,
            warehouseId,
            ...(retiredSkuIds ? { retiredSkuIds } : {}),
            ...(kept ? { kept } : {}),
          },
        }
      : {}),
  };
}
