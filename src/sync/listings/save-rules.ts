import { SyncError } from "../../domain/errors/sync-error";
import type { DetailsPatch, ListingDetails } from "../../domain/listings/listing-details";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import {
  CONTENT_RULES,
  CREATE_CHOICES,
  resolveRules,
  type ContentRules,
  type CreateRules,
  type OwnRules,
  type SharedRules,
  type UpdateRules,
  type WantedRules,
} from "../../domain/listings/sync-rules";
import type { LedgerApi } from "../ledger-api";

export interface SaveRulesDeps {
  connection: { settings: { syncRules: SharedRules } };
  products: {
    find(productId: string): Promise<{ details: ListingDetails } | undefined>;
    patchDetails(productId: string, patch: DetailsPatch): Promise<boolean>;
  };
  listings: {
    find(productId: string): Promise<{ origin: ListingOrigin } | undefined>;
    /** What was sent of these is not known any more. */
    forgetContent(productId: string, ruled: readonly (keyof ContentRules)[]): Promise<void>;
  };
  ledger: Pick<LedgerApi, "changeProductRule">;
}

/**
 * Keeps the rules of one product instead of those it had. Stock and prices follow theirs at once, content
 * with the next push. A repeat does the same once more. SyncError merchant `product.not_found`.
 */
export async function saveRules(
  deps: SaveRulesDeps,
  productId: string,
  { title, create, update }: WantedRules,
): Promise<void> {
  const missing = new SyncError("merchant", "product.not_found", { productId });
  const product = await deps.products.find(productId);
  if (!product) throw missing;
  await forgetKept(deps, productId, product.details.rules);
  const { price, stock, ...content } = update;
  const sends = { sendsStock: toFlag(stock), sendsPrice: toFlag(price) };
  await deps.ledger.changeProductRule(productId, sends);
  const rules = {
    create: { ...NO_CREATE, ...create },
    update: { ...NO_UPDATE, ...content },
  };
  if (!(await deps.products.patchDetails(productId, { title, rules }))) throw missing;
}

/**
 * What was sent of fields that are the channel's by the rules that stand is not known any more. Before they change:
 * a push in between goes by those that stand, and keeps nothing of such a field.
 */
async function forgetKept(
  { connection, listings }: SaveRulesDeps,
  productId: string,
  own: OwnRules | undefined,
): Promise<void> {
  const origin = (await listings.find(productId))?.origin ?? "pushed";
  const { update } = resolveRules(origin, connection.settings.syncRules, own);
  await listings.forgetContent(
    productId,
    CONTENT_RULES.filter((field) => update[field] === "channel"),
  );
}

const nothing = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, null])) as Record<Field, null>;

/** What takes away each rule that is not named. */
const NO_CREATE = nothing(Object.keys(CREATE_CHOICES) as (keyof CreateRules)[]);
const NO_UPDATE = nothing(CONTENT_RULES);

const toFlag = (choice: UpdateRules["stock"] | undefined) =>
  choice === undefined ? null : choice === "source";
