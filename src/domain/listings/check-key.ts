/**
 * The text whose hash is the key of a check: equal inputs, equal text. A stored check stands while the
 * product's present inputs have its key, so nothing has to be told that an input moved.
 */
import { canonicalText } from "../canonical-text";
import type { ListingDetails } from "./listing-details";
import type { ListingInput } from "./listing-plan";
import type { Ruling } from "./sync-rules";
import { connectionDefaults, type CategoryFacts, type ConnectionFacts } from "./to-listing-input";

/** Grows with each change of what the checks themselves say, so that all products are checked again. */
export const CHECK_VERSION = 7;

type OwnInput = "product" | "isDeleted" | "details" | "ruling";
/** Counts by its ruling alone. */
type NoInput = "listedAs";
/** Rules and attributes are long; their hash stands for both. */
type SharedInput =
  | Exclude<keyof ListingInput, OwnInput | NoInput | "rules" | "attributes">
  | "rulesHash"
  | "rulesChangedAt"
  | "syncRules"
  | "priceRule";

/**
 * What all products of a category share. `rules.hash`: "" where the category needs no rules, `changedAt`: 0
 * where the channel did not change them of late; `today`: 0 where it knows no certificate.
 */
export function sharedText(
  { category, details, mappings }: Omit<CategoryFacts, "rules" | "former">,
  rules: { hash: string; changedAt: number },
  connection: ConnectionFacts,
): string {
  const { limits, warehouseId, syncRules, today, priceRule } = connection;
  const shared = {
    category,
    categoryDetails: details,
    mappings: mappings.toSorted((a, b) => (a.field < b.field ? -1 : 1)),
    rulesHash: rules.hash,
    // As long as a change counts, the check says whom it stops.
    rulesChangedAt: rules.changedAt || undefined,
    limits,
    warehouseId,
    defaults: connectionDefaults(connection),
    syncRules,
    today,
    // A merchant without one keeps the checks that were made before there were any.
    priceRule: priceRule ?? undefined,
  } satisfies Record<SharedInput, unknown>;
  return canonicalText({ version: CHECK_VERSION, ...shared });
}

/** `shared`: hash of the text of what it shares. */
export function inputText(
  shared: string,
  own: {
    contentHash: string;
    isDeleted: boolean;
    details: ListingDetails;
    ruling: Ruling;
    sentVersion: number;
  },
): string {
  const { contentHash, isDeleted, details, ruling, sentVersion } = own;
  const inputs = { product: contentHash, isDeleted, details, ruling } satisfies Record<
    OwnInput,
    unknown
  >;
  // What was sent decides whether changes wait; of most products nothing was.
  return canonicalText({ shared, ...inputs, sentVersion: sentVersion || undefined });
}
