/**
 * What the products of a category share of their inputs, as the database has it, and its key. It asks
 * the channel nothing: rules that were never read, or in another shape, leave a category unknown.
 */
import type { FieldMapping } from "../../domain/listings/field-mapping";
import { sharedText } from "../../domain/listings/check-key";
import type { ListingDetails } from "../../domain/listings/listing-details";
import {
  RULES_SHAPE_VERSION,
  type CategoryRules,
  type ListingCategory,
} from "../../domain/listings/listing-rules";
import {
  needsRules,
  NO_CATEGORY,
  type CategoryFacts,
  type ConnectionFacts,
} from "../../domain/listings/to-listing-input";
import { sha256 } from "../../lib/sha256";

interface StoredRules {
  shapeVersion: number;
  bodyHash: string;
  readAt: number;
  hasCertificates: boolean;
  /** When the channel changed them, epoch ms; null: not of late. */
  changedAt: number | null;
  body?: unknown;
  /** CategoryRules before that change. */
  former?: unknown;
}

/** A category of the channel as stored. */
export interface StoredCategory {
  /** Undefined: the channel has no such category. */
  category: ListingCategory | undefined;
  details: ListingDetails;
  mappings: FieldMapping[];
  /** Undefined: never read. `body` is there where it was asked for. */
  rules: StoredRules | undefined;
}

export interface SharedInputsDeps {
  /** Every id has an entry; `bodies`: rules whole, else their hash alone. */
  readCategories(
    ids: readonly string[],
    options: { bodies: boolean },
  ): Promise<ReadonlyMap<string, StoredCategory>>;
  facts: ConnectionFacts;
}

export interface SharedInputs {
  /** Undefined: the rules have to be read first. */
  key: string | undefined;
  facts: CategoryFacts;
}

export type SharedByCategory = ReadonlyMap<string | null, SharedInputs>;

/** What is shared in each category; null stands for no category. */
export async function readShared(
  { readCategories, facts }: SharedInputsDeps,
  categoryIds: readonly (string | null)[],
  options: { bodies: boolean },
): Promise<SharedByCategory> {
  const ids = [...new Set(categoryIds)].filter((id) => id !== null);
  const shared = new Map([
    [null, await toShared(undefined, facts)] as [string | null, SharedInputs],
  ]);
  if (ids.length === 0) return shared;
  for (const [id, stored] of await readCategories(ids, options))
    shared.set(id, await toShared(stored, facts));
  return shared;
}

async function toShared(
  stored: StoredCategory | undefined,
  connection: ConnectionFacts,
): Promise<SharedInputs> {
  const facts = stored?.category ? toFacts(stored) : NO_CATEGORY;
  const rulesHash = stored ? rulesHashOf(stored) : "";
  if (rulesHash === undefined) return { key: undefined, facts };
  const today = rulesHash && stored?.rules?.hasCertificates ? connection.today : 0;
  const rules = { hash: rulesHash, changedAt: (rulesHash && stored?.rules?.changedAt) || 0 };
  return { key: await sha256(sharedText(facts, rules, { ...connection, today })), facts };
}

function toFacts({ category, details, mappings, rules }: StoredCategory): CategoryFacts {
  if (!needsRules(category)) return { category, details, mappings, rules: undefined };
  const body = rules?.body as CategoryRules | undefined;
  const former = rules?.former as CategoryRules | undefined;
  return { category, details, mappings, rules: body, ...(former ? { former } : {}) };
}

function rulesHashOf({ category, rules }: StoredCategory): string | undefined {
  if (!needsRules(category)) return "";
  return rules?.shapeVersion === RULES_SHAPE_VERSION ? rules.bodyHash : undefined;
}
