import { canonicalText } from "../../domain/canonical-text";
import {
  RULES_SHAPE_VERSION,
  type CategoryRules,
  type ListingCategory,
} from "../../domain/listings/listing-rules";
import { diffRules, RULE_NEWS_MS, type RuleNews } from "../../domain/listings/rule-change";
import { needsRules } from "../../domain/listings/to-listing-input";
import { sha256 } from "../../lib/sha256";
import type { ChannelSession } from "../../platforms/channel";
import { MAX_AGE_MS, refreshTree, type ChannelTreeDeps } from "./channel-tree";

export interface CategoryNeedsDeps extends ChannelTreeDeps {
  channelCategories: ChannelTreeDeps["channelCategories"] & {
    findRules(categoryId: string): Promise<StoredRules | undefined>;
    /** `change`: what became of those that were stored; absent: they are the same. */
    saveRules(categoryId: string, read: ReadRules, change?: RulesChange): Promise<void>;
  };
  mappings: {
    find(
      sourceCategoryId: string,
    ): Promise<{ state: "suggested" | "accepted"; channelCategoryId: string } | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "listCategories" | "readRules" | "listAttributes">>;
}

export interface CategoryNeeds {
  /** Undefined while neither the product nor its source category has one. */
  category: ListingCategory | undefined;
  /** Undefined where the shop may not list in the category. */
  rules: CategoryRules | undefined;
}

/** Rules as the channel answered them now. */
export interface ReadRules {
  body: CategoryRules;
  shapeVersion: number;
  /** Equal for equal rules. */
  bodyHash: string;
  hasCertificates: boolean;
}

export interface StoredRules {
  /** CategoryRules where the version is the present one. */
  body: unknown;
  shapeVersion: number;
  /** Epoch ms. */
  readAt: number;
  bodyHash?: string;
  /** Those before the last change and when it was read, epoch ms; absent or null: there was none. */
  previousBody?: unknown;
  previousVersion?: number | null;
  changedAt?: number | null;
  news?: readonly RuleNews[] | null;
}

/** How rules differ from those that were stored. */
export interface RulesChange {
  previousBody: unknown;
  previousVersion: number;
  news: readonly RuleNews[];
}

/** The product's own category, else the accepted one of its source category, with what it requires. */
export async function categoryNeeds(
  deps: CategoryNeedsDeps,
  product: { sourceCategoryId: string | null; channelCategoryId: string | null },
): Promise<CategoryNeeds> {
  const nothing = { category: undefined, rules: undefined };
  const categoryId = product.channelCategoryId ?? (await mappedId(deps, product.sourceCategoryId));
  if (!categoryId) return nothing;
  await refreshTree(deps);
  const category = await deps.channelCategories.find(categoryId);
  if (!category) return nothing;
  if (!needsRules(category)) return { ...nothing, category };
  return { category, rules: await cachedRules(deps, categoryId) };
}

async function mappedId(
  { mappings }: Pick<CategoryNeedsDeps, "mappings">,
  sourceCategoryId: string | null,
): Promise<string | undefined> {
  const mapping = await mappings.find(sourceCategoryId ?? "");
  return mapping?.state === "accepted" ? mapping.channelCategoryId : undefined;
}

/** Rules and attributes of a leaf, read from the channel when they are old or of another shape. */
export async function cachedRules(
  deps: Pick<CategoryNeedsDeps, "channelCategories" | "openChannel" | "now">,
  categoryId: string,
): Promise<CategoryRules> {
  const stored = await deps.channelCategories.findRules(categoryId);
  if (stored && !areRulesDue(stored, deps.now())) return stored.body as CategoryRules;
  return readRulesNow(deps, categoryId);
}

/** Whether rules are too old, or of another shape, to be used as they are. */
export function areRulesDue(
  { shapeVersion, readAt }: { shapeVersion: number; readAt: number },
  now: number,
): boolean {
  return shapeVersion !== RULES_SHAPE_VERSION || readAt <= now - MAX_AGE_MS;
}

/** Asks the channel what a leaf requires and keeps it, with what that changes. */
export async function readRulesNow(
  deps: Pick<CategoryNeedsDeps, "openChannel" | "now"> & {
    channelCategories: Pick<CategoryNeedsDeps["channelCategories"], "findRules" | "saveRules">;
  },
  categoryId: string,
): Promise<CategoryRules> {
  const channel = await deps.openChannel();
  const rules = await channel.readRules(categoryId);
  const body = { rules, attributes: await channel.listAttributes(categoryId) };
  const bodyHash = await sha256(canonicalText(body));
  const shapeVersion = RULES_SHAPE_VERSION;
  const hasCertificates = rules.certifications.length > 0;
  const read = { body, shapeVersion, bodyHash, hasCertificates };
  const stored = await deps.channelCategories.findRules(categoryId);
  const change = stored && changeOf(stored, read, deps.now());
  await deps.channelCategories.saveRules(categoryId, read, change);
  return body;
}

/** Undefined: the rules are those that are stored. */
function changeOf(stored: StoredRules, read: ReadRules, now: number): RulesChange | undefined {
  if (stored.bodyHash === read.bodyHash) return undefined;
  const { body, shapeVersion } = stored;
  // Read in another shape they differ although the channel may have changed nothing.
  if (shapeVersion !== RULES_SHAPE_VERSION)
    return { previousBody: body, previousVersion: shapeVersion, news: [] };
  const previousBody = isNews(stored, now) ? stored.previousBody : body;
  const news = diffRules(previousBody as CategoryRules, read.body);
  return { previousBody, previousVersion: shapeVersion, news };
}

/** Whether the last change of rules is of late, so that its products are still told of. */
export function isNews(
  { previousVersion, changedAt }: Pick<StoredRules, "previousVersion" | "changedAt">,
  now: number,
): boolean {
  return previousVersion === RULES_SHAPE_VERSION && (changedAt ?? 0) > now - RULE_NEWS_MS;
}
