/**
 * Keeps the stored checks of products right, one bounded step at a time: products that changed, then
 * the groups whose products share something else than at their last walk. A check is what a push
 * would refuse the product for, from the same function. It asks neither shop anything.
 */
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { Reason } from "../../domain/errors/reason";
import type { CheckGroup } from "../../domain/listings/check-group";
import { inputText } from "../../domain/listings/check-key";
import type { CheckReason } from "../../domain/listings/check-reason";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { ListingInput } from "../../domain/listings/listing-plan";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import { planListing } from "../../domain/listings/plan-listing";
import type { SentContent } from "../../domain/listings/sent-content";
import { isNewlyStopped } from "../../domain/listings/rule-change";
import { keepsAll, type Ruling, type SharedRules } from "../../domain/listings/sync-rules";
import {
  rulingFor,
  toListingInput,
  type CategoryFacts,
} from "../../domain/listings/to-listing-input";
import { sha256 } from "../../lib/sha256";
import { changesWait } from "./changes-wait";
import { readShared, type SharedByCategory, type SharedInputsDeps } from "./shared-inputs";

/** What a product's key is made from. */
export interface CheckedProduct {
  productId: string;
  contentHash: string;
  details: ListingDetails;
  deletedAt: number | null;
  categoryId: string | null;
  /** Who made its listing; null while the channel has none. */
  listedAs: ListingOrigin | null;
  revision: number;
  /** Another one whenever something else was sent; 0: nothing was yet. */
  sentVersion: number;
  /** Key of the stored check; null: there is none. */
  seenKey: string | null;
}

export interface WholeProduct extends CheckedProduct {
  body: SourceProduct;
  /** What its listing was sent last; null: unknown, or there is none. */
  sent: SentContent | null;
  /** Of its listing; null: there is none. */
  listingStatus: string | null;
  /** Variants that stand in it. */
  published: readonly string[];
}

interface RevisionCursor {
  revision: number;
  productId: string;
}

interface GroupWalk extends CheckGroup {
  basis: string;
  walked: string;
  cursor: string;
}

interface FoundCheck {
  productId: string;
  seenKey: string | null;
  key: string;
  reasons: readonly CheckReason[];
  /** The category whose rules changed so that they stop it now; null: none did. */
  changedRules: string | null;
  /** Whether a push would change its listing. */
  hasChanges: boolean;
}

export interface CheckProductsDeps extends SharedInputsDeps {
  checks: {
    pageOfChanged(after: RevisionCursor, limit: number): Promise<CheckedProduct[]>;
    pageOfGroup(walk: GroupWalk, limit: number): Promise<CheckedProduct[]>;
    readWhole(ids: readonly string[]): Promise<WholeProduct[]>;
    reasonsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Reason[]>>;
    /** Writes over the check that was seen; `move` holds only where every check of `found` stands. */
    save(
      found: readonly FoundCheck[],
      move:
        | { kind: "revision"; from: RevisionCursor; to: RevisionCursor }
        | { kind: "group"; walk: GroupWalk; to: string | null }
        | { kind: "none" },
    ): Promise<void>;
  };
  groups: {
    progress(): Promise<RevisionCursor>;
    nextWalk(): Promise<GroupWalk | undefined>;
  };
}

/** Key of every product of whose listing Weft writes nothing: nothing is asked of it. */
const KEPT_KEY = "mapped";
/** Products of one step. */
export const CHECK_PAGE = 200;
/** Categories of one step: their rules are read whole. */
const CATEGORIES_PER_STEP = 20;

/** Checks the next products that may need it; false when none is left. */
export async function checkStep(deps: CheckProductsDeps): Promise<boolean> {
  const from = await deps.groups.progress();
  const changed = await deps.checks.pageOfChanged(from, CHECK_PAGE);
  if (changed.length > 0) {
    const page = ofFewCategories(changed);
    const { revision, productId } = page.at(-1) ?? from;
    const move = { kind: "revision", from, to: { revision, productId } } as const;
    await deps.checks.save(await judge(deps, page), move);
    return true;
  }
  const walk = await deps.groups.nextWalk();
  if (!walk) return false;
  const members = await deps.checks.pageOfGroup(walk, CHECK_PAGE);
  const page = ofFewCategories(members);
  const isLast = page.length === members.length && members.length < CHECK_PAGE;
  const to = isLast ? null : (page.at(-1)?.productId ?? null);
  await deps.checks.save(await judge(deps, page), { kind: "group", walk, to });
  return true;
}

/** Checks products by id now, those whose check stands excepted. */
export async function checkNow(deps: CheckProductsDeps, ids: readonly string[]): Promise<void> {
  const found = await judge(deps, await deps.checks.readWhole(ids));
  await deps.checks.save(found, { kind: "none" });
}

/**
 * What stands in the way of products, checked now where it has to be, by product id. Those that
 * nothing stops are left out, and so are those whose rules have to be read first.
 */
export async function missingOf(
  deps: CheckProductsDeps,
  ids: readonly string[],
): Promise<Map<string, readonly Reason[]>> {
  await checkNow(deps, ids);
  const stored = await deps.checks.reasonsOf(ids);
  const stopped = await deps.checks.readWhole([...stored.keys()]);
  const shared = await sharedOf(deps, stopped, false);
  const missing = new Map<string, readonly Reason[]>();
  for (const product of stopped) {
    const { productId, seenKey } = product;
    const key = await checkKey(shared, product, deps.facts.syncRules);
    const isUpToDate = seenKey !== null && key === seenKey;
    if (isUpToDate) missing.set(productId, stored.get(productId) ?? []);
  }
  return missing;
}

/** The products of a page up to where the next category would be one too many. */
function ofFewCategories(page: readonly CheckedProduct[]): readonly CheckedProduct[] {
  const seen = new Set<string | null>();
  const end = page.findIndex(({ categoryId }) => seen.add(categoryId).size > CATEGORIES_PER_STEP);
  return end === -1 ? page : page.slice(0, end);
}

/** New checks of the products that have none of their present key. */
async function judge(
  deps: CheckProductsDeps,
  page: readonly CheckedProduct[],
): Promise<FoundCheck[]> {
  const outdated = await selectOutdated(deps, await sharedOf(deps, page, false), page);
  if (outdated.length === 0) return [];
  // Read once more, whole: reasons and key come from the same rows.
  const whole = await deps.checks.readWhole(outdated.map(({ productId }) => productId));
  const shared = await sharedOf(deps, whole, true);
  const found: FoundCheck[] = [];
  for (const product of await selectOutdated(deps, shared, whole)) {
    const { productId, seenKey, key } = product;
    const ofCategory = sharedBy(deps, shared, product);
    if (!ofCategory) continue;
    const reasons = reasonsBy(deps, product, ofCategory.facts);
    const changedRules = stoppedByChange(deps, product, ofCategory.facts, reasons);
    const hasChanges = await changesWait(deps, product, ofCategory.facts);
    found.push({ productId, seenKey, key, reasons, changedRules, hasChanges });
  }
  return found;
}

function reasonsBy(
  { facts }: CheckProductsDeps,
  product: WholeProduct,
  ofCategory: CategoryFacts,
): readonly CheckReason[] {
  const answer = planListing(toListingInput(product, ofCategory, facts));
  return answer.isReady ? [] : answer.reasons;
}

/** Id of its category, where the rules before would not have stopped it by all of `reasons`; else null. */
function stoppedByChange(
  deps: CheckProductsDeps,
  product: WholeProduct,
  ofCategory: CategoryFacts,
  reasons: readonly CheckReason[],
): string | null {
  const { category, former } = ofCategory;
  if (reasons.length === 0 || !category || !former) return null;
  const before = reasonsBy(deps, product, { ...ofCategory, rules: former });
  return isNewlyStopped(before, reasons) ? category.id : null;
}

/** What each product is planned from, by its id; those whose rules have to be read first are left out. */
export async function listingInputs(
  deps: CheckProductsDeps,
  products: readonly WholeProduct[],
): Promise<ReadonlyMap<string, ListingInput>> {
  const shared = await sharedOf(deps, products, true);
  return new Map(
    products.flatMap((product) => {
      const of = sharedBy(deps, shared, product);
      if (of?.key === undefined) return [];
      return [[product.productId, toListingInput(product, of.facts, deps.facts)] as const];
    }),
  );
}

/** The category whose demands count: none where they are the channel's to meet. */
const askedOf = ({ kept }: Ruling, { categoryId }: Pick<CheckedProduct, "categoryId">) =>
  kept.includes("details") ? null : categoryId;

const sharedBy = (
  { facts }: CheckProductsDeps,
  shared: SharedByCategory,
  product: CheckedProduct,
) => shared.get(askedOf(rulingFor(product, facts.syncRules), product));

function sharedOf(
  deps: CheckProductsDeps,
  page: readonly CheckedProduct[],
  bodies: boolean,
): Promise<SharedByCategory> {
  const ids = page.map(({ categoryId }) => categoryId);
  return readShared(deps, ids, { bodies });
}

async function selectOutdated<Product extends CheckedProduct>(
  { facts: { syncRules } }: CheckProductsDeps,
  shared: SharedByCategory,
  page: readonly Product[],
): Promise<(Product & { key: string })[]> {
  const outdated: (Product & { key: string })[] = [];
  for (const product of page) {
    const key = await checkKey(shared, product, syncRules);
    if (key !== undefined && key !== product.seenKey) outdated.push({ ...product, key });
  }
  return outdated;
}

/** Key of a product's present inputs; undefined: rules of its category have to be read first. */
export async function checkKey(
  shared: SharedByCategory,
  product: Pick<
    CheckedProduct,
    "categoryId" | "contentHash" | "deletedAt" | "details" | "listedAs" | "sentVersion"
  >,
  syncRules: SharedRules,
): Promise<string | undefined> {
  const ruling = rulingFor(product, syncRules);
  if (keepsAll(ruling)) return KEPT_KEY;
  const key = shared.get(askedOf(ruling, product))?.key;
  if (key === undefined) return undefined;
  const { contentHash, details, deletedAt, sentVersion } = product;
  const isDeleted = deletedAt !== null;
  return sha256(inputText(key, { contentHash, details, isDeleted, ruling, sentVersion }));
}
