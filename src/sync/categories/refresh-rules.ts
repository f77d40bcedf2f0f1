import { asSyncError } from "../../domain/errors/sync-error";
import { needsRules } from "../../domain/listings/to-listing-input";
import type { ListingCategory } from "../../domain/listings/listing-rules";
import { endsRound } from "../../domain/tasks/job-retry";
import { areRulesDue, readRulesNow, type CategoryNeedsDeps } from "./category-needs";
import { refreshTree, type ChannelTreeDeps } from "./channel-tree";

export interface RefreshRulesDeps extends ChannelTreeDeps {
  channelCategories: ChannelTreeDeps["channelCategories"] &
    Pick<CategoryNeedsDeps["channelCategories"], "findRules" | "saveRules">;
  openChannel: CategoryNeedsDeps["openChannel"];
  groups: {
    list(): Promise<readonly { categoryId: string | null }[]>;
    progress(): Promise<{ rulesCursor: string; rulesRetryAt: number }>;
    note(change: { rulesCursor: string; rulesRetryAt: number }): Promise<void>;
  };
  readCategories(
    ids: readonly string[],
    options: { bodies: boolean },
  ): Promise<ReadonlyMap<string, KnownCategory>>;
}

interface KnownCategory {
  category: ListingCategory | undefined;
  rules: { shapeVersion: number; readAt: number } | undefined;
}

/** Two requests each; the rest waits for the next round. */
const CATEGORIES_PER_ROUND = 20;
const RETRY_MS = 600_000;

/**
 * Reads the rules of categories in use that were never read, are a day old or have another shape, a
 * few a round. What the channel refuses to answer is asked again later, after all others. Answers
 * whether some are left to read now.
 */
export async function refreshRules(deps: RefreshRulesDeps): Promise<boolean> {
  const { rulesCursor, rulesRetryAt } = await deps.groups.progress();
  if (deps.now() < rulesRetryAt) return false;
  const due = await listDue(deps);
  if (due.length === 0) return false;
  const isPast = (id: string) => id > rulesCursor;
  const round = [...due.filter(isPast), ...due.filter((id) => !isPast(id))];
  const { last, hasFailed } = await readEach(deps, round.slice(0, CATEGORIES_PER_ROUND));
  const retryAt = hasFailed ? deps.now() + RETRY_MS : 0;
  await deps.groups.note({ rulesCursor: last, rulesRetryAt: retryAt });
  // A newer tree may have opened categories that were closed before.
  return !hasFailed && (await listDue(deps)).length > 0;
}

/** Ids of categories in use whose rules are due, in order. */
async function listDue(deps: RefreshRulesDeps): Promise<string[]> {
  const used = (await deps.groups.list()).flatMap(({ categoryId }) => categoryId ?? []);
  const known = await deps.readCategories([...new Set(used)], { bodies: false });
  return [...known]
    .filter(([, { category, rules }]) => {
      return needsRules(category) && (!rules || areRulesDue(rules, deps.now()));
    })
    .map(([id]) => id)
    .toSorted();
}

async function readEach(deps: RefreshRulesDeps, ids: readonly string[]) {
  let last = "";
  let hasFailed = false;
  for (const id of ids) {
    last = id;
    try {
      await refreshTree(deps);
      await readRulesNow(deps, id);
    } catch (caught) {
      hasFailed = true;
      if (endsRound(asSyncError(caught))) break;
    }
  }
  return { last, hasFailed };
}
