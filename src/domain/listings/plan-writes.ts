/**
 * Which writes bring a listing to what is wanted. A push executes them, a dry run shows them. It
 * knows neither the channel's wire format nor stock and prices, which the ledger sends.
 */
import type { ListingOrigin } from "./listing-origin";
import type { OfferRecord } from "./listing-record";
import {
  CONTENT_FIELDS,
  EMPTY_HASH,
  isSkuField,
  type ContentField,
  type SentContent,
  type WantedContent,
} from "./sent-content";
import { isCreated, isUpdated } from "./ruled-content";
import type { SyncRules } from "./sync-rules";

/** `fields` are Weft's to say; `kept` stand in the same call and must say what the channel shows. */
interface WrittenFields {
  fields: readonly ContentField[];
  kept: readonly ContentField[];
}

export type ListingWrite =
  | ({ kind: "create" } & WrittenFields)
  /** Only the named fields are sent. */
  | ({ kind: "edit" } & WrittenFields)
  /** The whole content is sent: what it left out would be cleared. */
  | ({ kind: "replace" } & WrittenFields);

export interface WriteInput {
  wanted: WantedContent;
  /** Undefined while the channel has none. */
  listed: { sent: SentContent | null; isRejected: boolean } | undefined;
  rules: SyncRules;
}

/** None when the listing says already what is wanted, or nothing of it is Weft's to say. */
export function planWrites({ wanted, listed, rules }: WriteInput): ListingWrite[] {
  if (!listed) {
    const fields = CONTENT_FIELDS.filter((field) => isCreated(rules, field));
    return [{ kind: "create", fields, kept: [] }];
  }
  const { sent, isRejected } = listed;
  const fields = CONTENT_FIELDS.filter((field) => isUpdated(rules, field));
  const kept = CONTENT_FIELDS.filter((field) => !isUpdated(rules, field));
  const changed = fields.filter((field) => wanted[field].hash !== sent?.[field]?.hash);
  if (fields.length === 0 || (changed.length === 0 && !isRejected)) return [];
  const isUnsure = isRejected || sent === null;
  // Nobody knows a whole listing of which the category is the channel's: its own fields go as parts.
  const isWhole = isUnsure || changed.some((field) => needsFullEdit(field, wanted));
  if (isWhole && fields.includes("category")) return [{ kind: "replace", fields, kept }];
  const edited = isUnsure ? fields : changed;
  const keptSkuFields = edited.some(isSkuField) ? kept.filter(isSkuField) : [];
  return [{ kind: "edit", fields: edited, kept: keptSkuFields }];
}

/** What no partial edit takes. */
const WHOLE_ONLY: readonly ContentField[] = ["category", "minimumQuantity"];

/** Nor does a channel take an empty value as "clear this". */
function needsFullEdit(field: ContentField, wanted: WantedContent): boolean {
  const isCleared = wanted[field].hash === EMPTY_HASH && !isSkuField(field);
  return WHOLE_ONLY.includes(field) || isCleared;
}

/**
 * What is known to be sent once the channel has accepted a write. Of what is the channel's from then on nothing
 * is known: the seller may write something else there.
 */
export function sentAfter(
  sent: SentContent | null,
  wanted: WantedContent,
  { fields }: Pick<ListingWrite, "fields">,
  rules: SyncRules,
): SentContent {
  const after = { ...sent, ...Object.fromEntries(fields.map((field) => [field, wanted[field]])) };
  const isOurs = ([field]: [string, unknown]) =>
    field === "imageUris" ? isUpdated(rules, "images") : isUpdated(rules, field as ContentField);
  return Object.fromEntries(Object.entries(after).filter(isOurs));
}

/**
 * The SKUs that an edit takes off the listing: those that Weft made and no longer wants. A SKU that
 * is not Weft's, and every SKU of a mapped listing, stays.
 */
export function retiredSkuIds(
  origin: ListingOrigin,
  offers: readonly OfferRecord[],
  wantedVariants: ReadonlySet<string>,
): string[] {
  if (origin === "mapped") return [];
  return offers
    .filter(({ variantId }) => !wantedVariants.has(variantId))
    .map(({ channelSkuId }) => channelSkuId);
}
