/**
 * Who decides what a field of a listing says: the store, a value kept by the merchant, or the
 * channel. Two phases: before the listing exists, and after.
 */
import type { ListingOrigin } from "./listing-origin";
import type { ContentField } from "./sent-content";

/** "none": the listing is made without. */
export type CreateRule = "source" | "connector" | "none";

/** "channel": what stands there is never touched. */
export type UpdateRule = "source" | "connector" | "channel";

/** What a merchant sets a rule for; "details" is all that has none of its own. */
type RuledField = "title" | "description" | "media" | "barcode" | "price" | "stock" | "details";

export interface SyncRules {
  create: Readonly<Record<RuledField, CreateRule>>;
  update: Readonly<Record<RuledField, UpdateRule>>;
}

const RULED_AS: Readonly<Record<ContentField, RuledField>> = {
  title: "title",
  description: "description",
  images: "media",
  optionImages: "media",
  barcodes: "barcode",
  category: "details",
  brand: "details",
  attributes: "details",
  packageWeight: "details",
  packageSize: "details",
  minimumQuantity: "details",
  sizeChart: "details",
  certificates: "details",
  manufacturers: "details",
  responsiblePersons: "details",
  skus: "details",
};

/** Whether a listing is made with the field. */
export const isCreated = ({ create }: SyncRules, field: ContentField): boolean =>
  create[RULED_AS[field]] !== "none";

/** Whether an edit may touch the field. */
export const isUpdated = ({ update }: SyncRules, field: ContentField): boolean =>
  update[RULED_AS[field]] !== "channel";

/** Whether an edit has nothing to say: all that stands there stays. */
export const keepsAll = ({ update }: SyncRules): boolean =>
  Object.values(RULED_AS).every((field) => update[field] === "channel");

const everywhere = <Rule>(rule: Rule): Readonly<Record<RuledField, Rule>> => ({
  title: rule,
  description: rule,
  media: rule,
  barcode: rule,
  price: rule,
  stock: rule,
  details: rule,
});

/**
 * The rules while a merchant has set none: everything follows the store, except in a listing that
 * was mapped, whose content stays the channel's.
 */
export function defaultRules(origin: ListingOrigin): SyncRules {
  return {
    create: everywhere("source"),
    update: everywhere(origin === "mapped" ? "channel" : "source"),
  };
}
