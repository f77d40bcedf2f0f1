/**
 * What a push of products would write, field by field, from what is stored: the plan is the one that a push
 * carries out. It asks the channel nothing and writes nothing but checks that were due.
 */
import { contentChange } from "../../domain/listings/content-change";
import { leftAlone, planStocked } from "../../domain/listings/plan-stocked";
import { planWrites } from "../../domain/listings/plan-writes";
import type { SentContent } from "../../domain/listings/sent-content";
import { resolveRules } from "../../domain/listings/sync-rules";
import type { ListingInput } from "../../domain/listings/listing-plan";
import { keyOfVariant } from "../../domain/catalogue/source-product";
import type { Reason } from "../../domain/errors/reason";
import { changeOf } from "../../domain/tasks/item-change";
import type { ItemPreview } from "../../domain/tasks/item-outcome";
import type { LedgerApi } from "../ledger-api";
import {
  listingInputs,
  missingOf,
  type CheckProductsDeps,
  type WholeProduct,
} from "./check-products";
import { wantedContent } from "./hash-content";

interface ListedContent {
  status: string;
  sent: SentContent | null;
  /** A send under way, or of 0.2: what stands there is found out by the push itself. */
  isSendOpen: boolean;
}

export interface PreviewPushDeps extends CheckProductsDeps {
  listings: {
    /** Those that the channel has, by product id. */
    readSent(productIds: readonly string[]): Promise<ReadonlyMap<string, ListedContent>>;
  };
  offers: {
    list(
      productIds: readonly string[],
    ): Promise<readonly { productId: string; variantId: string }[]>;
  };
  ledger: Pick<LedgerApi, "readStock" | "previewStock">;
}

/** By product id; a page of products, since all of it is read at once. */
export async function previewPush(
  deps: PreviewPushDeps,
  productIds: readonly string[],
): Promise<Map<string, ItemPreview>> {
  const missing = await missingOf(deps, productIds);
  const products = await deps.checks.readWhole(productIds);
  const inputs = await listingInputs(deps, products);
  const sent = await deps.listings.readSent(productIds);
  const offers = await deps.offers.list(productIds);
  const sellable = await readSellable(deps, products, inputs);
  const previews = new Map<string, ItemPreview>();
  for (const product of products) {
    const { productId } = product;
    const reasons = missing.get(productId) ?? [];
    const input = inputs.get(productId);
    const own = offers.filter((offer) => offer.productId === productId);
    const published = new Set(own.map(({ variantId }) => variantId));
    const listed = sent.get(productId);
    const isOpen = listed?.isSendOpen ?? false;
    const preview =
      input && reasons.length === 0 && !isOpen
        ? await previewOne(deps, input, { listed, published, quantities: sellable(product) })
        : withoutPlan(product, reasons);
    previews.set(productId, preview);
  }
  return previews;
}

/** What can be sold of each product, by variant id: of one that is not listed, by what the store has of it. */
async function readSellable(
  { ledger }: PreviewPushDeps,
  products: readonly WholeProduct[],
  inputs: ReadonlyMap<string, ListingInput>,
) {
  const listed = products
    .filter(({ listedAs }) => listedAs !== null)
    .flatMap(({ productId, body }) =>
      body.variants.map(({ id: variantId }) => ({ productId, variantId })),
    );
  const others = products
    .filter(({ listedAs }) => listedAs === null)
    .flatMap(({ productId, body }) =>
      body.variants.map(({ id: variantId, quantity }) => ({
        productId,
        variantId,
        quantity,
        categoryId: inputs.get(productId)?.category?.id ?? null,
      })),
    );
  const views = await ledger.readStock(listed);
  const planned = others.length > 0 ? await ledger.previewStock(others) : [];
  const known = new Map([
    ...views.map((view) => [keyOfVariant(view), view.sellable] as const),
    ...others.map((variant, index) => [keyOfVariant(variant), planned[index] ?? 0] as const),
  ]);
  return ({ productId, body }: WholeProduct) =>
    new Map(
      body.variants.map(({ id }) => [
        id,
        known.get(keyOfVariant({ productId, variantId: id })) ?? 0,
      ]),
    );
}

/** Refused, or of a category whose rules have to be read first: that a listing is made is known. */
function withoutPlan({ listedAs }: WholeProduct, reasons: readonly Reason[]): ItemPreview {
  const isNew = listedAs === null && reasons.length === 0;
  const change = isNew ? changeOf({ status: null }, { status: "in_review" }) : undefined;
  return { state: "waiting", reasons, change };
}

interface Standing {
  listed: ListedContent | undefined;
  published: ReadonlySet<string>;
  quantities: ReadonlyMap<string, number>;
}

async function previewOne(
  { facts: { syncRules } }: PreviewPushDeps,
  input: ListingInput,
  { listed, ...stock }: Standing,
): Promise<ItemPreview> {
  const rules = resolveRules(input.listedAs ?? "pushed", syncRules, input.details.rules);
  const left = leftAlone(input.ruling, listed?.status);
  if (left) return skipped(left);
  const planned = planStocked(input, rules, stock);
  if (!planned.isReady) return { state: "waiting", reasons: planned.reasons };
  const { plan } = planned;
  const wanted = await wantedContent(plan);
  const before = listed && { sent: listed.sent, isRejected: listed.status === "rejected" };
  const [write] = planWrites({ wanted, rules, listed: before });
  if (!write) return skipped("listing.nothing_to_send");
  const change = contentChange({ plan, wanted, sent: listed?.sent ?? null, write });
  return { state: "waiting", reasons: [], change };
}

const skipped = (code: string): ItemPreview => ({
  state: "skipped",
  reasons: [{ code, facts: {} }],
});
