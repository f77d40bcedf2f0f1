/** Which rule speaks of which field of a listing's content. */
import type { ContentField } from "./sent-content";
import type { ContentRules, SyncRules } from "./sync-rules";

type RuledContent = keyof ContentRules;

const RULED_AS: Readonly<Record<ContentField, RuledContent>> = {
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
  field !== "barcodes" || create.barcode !== "none";

/** Whether an edit may touch the field. Pictures of options stand at the options, and go only with them. */
export const isUpdated = ({ update }: SyncRules, field: ContentField): boolean =>
  update[RULED_AS[field]] !== "channel" &&
  (field !== "optionImages" || update.details !== "channel");

/** The fields that are the channel's where a rule says so. */
export const fieldsRuledBy = (ruled: RuledContent): ContentField[] =>
  (Object.keys(RULED_AS) as ContentField[]).filter(
    (field) => RULED_AS[field] === ruled || (field === "optionImages" && ruled === "details"),
  );
