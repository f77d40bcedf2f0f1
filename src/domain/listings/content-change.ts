/** What a write to the channel changes, in the short form that the items of a task keep. */
import {
  shortText,
  toItemChange,
  type ItemChange,
  type ShownFields,
  type ShownValue,
} from "../tasks/item-change";
import type { StockedPlan } from "../stock/offer-stock";
import type { ListingWrite } from "./plan-writes";
import {
  contentOf,
  isEmptyValue,
  type ContentField,
  type ContentValues,
  type SentContent,
  type WantedContent,
} from "./sent-content";

interface Written {
  plan: StockedPlan;
  wanted: WantedContent;
  /** What the channel accepted last; null: unknown. */
  sent: SentContent | null;
  write: ListingWrite;
}

/** What a write of content changes; of a new listing only by what it is known again. */
export function contentChange({ plan, wanted, sent, write }: Written): ItemChange {
  if (write.kind === "create") return newListing(plan);
  const isChanged = (field: ContentField) => wanted[field].hash !== sent?.[field]?.hash;
  const fields = write.fields.filter(isChanged);
  const values = contentOf(plan);
  return toItemChange(sentFields(sent, fields), shownFields(values, fields), fields);
}

function newListing(plan: StockedPlan): ItemChange {
  const prices = plan.skus.map(({ priceMinor }) => priceMinor);
  const fields: ShownFields = {
    ...shownFields(contentOf(plan), ["title", "skus"]),
    price: {
      minMinor: Math.min(...prices),
      maxMinor: Math.max(...prices),
      currency: plan.currency,
    },
    quantity: plan.skus.reduce((sum, { quantity }) => sum + quantity, 0),
  };
  return toItemChange({}, fields, Object.keys(fields));
}

/** A value that is not kept, as of a description, is left out: it is unknown. */
function sentFields(sent: SentContent | null, fields: readonly ContentField[]): ShownFields {
  const known = fields.filter((field) => sent?.[field]?.value !== undefined);
  return Object.fromEntries(known.map((field) => [field, shown(field, sent?.[field]?.value)]));
}

function shownFields(values: ContentValues, fields: readonly ContentField[]): ShownFields {
  return Object.fromEntries(fields.map((field) => [field, shown(field, values[field])]));
}

/** Letters of a description that are read for its short form. */
const MAX_MARKUP = 2_000;

type Shown = { [Field in ContentField]: (value: NonNullable<ContentValues[Field]>) => ShownValue };

const SHOWN: Shown = {
  title: (text) => text,
  description: plainText,
  category: (id) => id,
  brand: (id) => id,
  images: (urls) => urls.map(fileName).join(", "),
  attributes: (attributes) =>
    attributes.flatMap(({ values }) => values.map(({ name, id }) => name ?? id)).join(", "),
  packageWeight: (grams) => grams,
  packageSize: ({ lengthMm, widthMm, heightMm }) => [lengthMm, widthMm, heightMm].join(" × "),
  minimumQuantity: (quantity) => quantity,
  sizeChart: (uri) => fileName(uri),
  certificates: (proofs) => proofs.map(({ id }) => id).join(", "),
  manufacturers: (ids) => ids.join(", "),
  responsiblePersons: (ids) => ids.join(", "),
  skus: (skus) => skus.map(({ sellerSku }) => sellerSku).join(", "),
  optionImages: (images) => images.map(({ value }) => value).join(", "),
  barcodes: (barcodes) => barcodes.map(({ barcode }) => barcode).join(", "),
};

function shown<Field extends ContentField>(field: Field, stored: unknown): ShownValue {
  const value = stored as ContentValues[Field];
  if (isEmptyValue(value) || value === null) return null;
  const short = SHOWN[field](value as NonNullable<ContentValues[Field]>);
  return typeof short === "string" ? shortText(short) : short;
}

/** The beginning of cleaned markup, without its tags. */
function plainText(html: string): string {
  const tags = /<[^>]*>/g;
  return html.slice(0, MAX_MARKUP).replace(tags, " ").replace(/\s+/g, " ").trim();
}

/** The end of an address, without what a signed one carries behind it. */
function fileName(address: string): string {
  const [path = ""] = address.split(/[?#]/);
  return path.split("/").at(-1) ?? "";
}
