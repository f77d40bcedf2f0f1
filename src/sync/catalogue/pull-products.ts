/**
 * A pull, one step at a time: categories and the first page, further pages, at the end the products
 * the source no longer has (a pull of everything that fits one page has just seen them). Its
 * position is a cursor the caller keeps, so any step may run twice. It does not know tasks, queues
 * or how many steps one message does.
 */
import type { PullWindow } from "../../domain/catalogue/pull-window";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import { pulledItems, unreadableItem } from "../../domain/catalogue/pulled-product";
import { sha256 } from "../../lib/sha256";
import type { SourceSession, UnreadableProduct } from "../../platforms/source";
import { flagMissing, flagVanished, type FlagMissingDeps } from "./flag-missing";
import type { PagesAhead, ReadPage } from "./pages-ahead";
import {
  observeProducts,
  type ObservedProducts,
  type ObserveProductsDeps,
} from "./observe-products";

export interface PullProductsDeps extends ObserveProductsDeps, FlagMissingDeps {
  source: Pick<SourceSession, "pullPage" | "listCategories" | "listProductIds">;
  products: ObserveProductsDeps["products"] & FlagMissingDeps["products"];
  ledger: ObserveProductsDeps["ledger"];
  mappings: {
    saveSourceCategories(
      categories: readonly { id: string; path: string; contentHash: string }[],
    ): Promise<void>;
  };
  now(): number;
  ahead: PagesAhead;
  /** No step follows that would take a page read ahead. */
  isLast: boolean;
}

export interface PullState {
  /** Null before the first step. */
  cursor: string | null;
  counts: TaskCounts;
}

export interface PullStep {
  cursor: string;
  counts: TaskCounts;
  isDone: boolean;
}

export const PULL_PAGE_SIZE = 100;
const PAGE = "page:";
const SWEEP = "sweep";

export async function pullStep(
  deps: PullProductsDeps,
  window: PullWindow,
  state: PullState,
): Promise<PullStep> {
  if (state.cursor === SWEEP) {
    // Deletions show in no page; an empty list counts only when a pull of everything found nothing.
    const canBeEmpty = isUnbounded(window) && (state.counts.found ?? 0) === 0;
    const deleted = await flagVanished(deps, canBeEmpty);
    return { cursor: "done", counts: { ...state.counts, deleted }, isDone: true };
  }
  if (state.cursor === null) await pullCategories(deps);
  return pullPage(deps, window, state);
}

async function pullCategories(deps: PullProductsDeps): Promise<void> {
  const categories = await deps.source.listCategories();
  const rows = categories.map(async ({ id, path }) => ({
    id,
    path,
    contentHash: await sha256(path),
  }));
  await deps.mappings.saveSourceCategories(await Promise.all(rows));
}

async function pullPage(
  deps: PullProductsDeps,
  window: PullWindow,
  { cursor, counts }: PullState,
): Promise<PullStep> {
  const from = cursor?.startsWith(PAGE) ? cursor.slice(PAGE.length) : undefined;
  const read = async (behind: string | undefined): Promise<ReadPage> => ({
    observedAt: deps.now(),
    ...(await deps.source.pullPage(window, PULL_PAGE_SIZE, behind)),
  });
  const page = await (deps.ahead.take(from) ?? read(from));
  const { products, unreadable, next, observedAt } = page;
  if (next !== undefined && !deps.isLast) deps.ahead.begin(next, () => read(next));
  // An empty answer to the first request does not prove an empty store.
  const isAll =
    cursor === null &&
    next === undefined &&
    isUnbounded(window) &&
    products.length > 0 &&
    unreadable.length === 0;
  const beforeStore = ({ changes, withoutSku }: ObservedProducts) =>
    deps.report(pulledItems(changes, withoutSku, counts.created ?? 0));
  const seen = await observeProducts({ ...deps, beforeStore }, products, observedAt);
  const plus = (name: keyof TaskCounts, by: number) => (counts[name] ?? 0) + by;
  const found = {
    ...counts,
    found: plus("found", products.length),
    created: plus("created", seen.created.length),
    updated: plus("updated", seen.updated.length),
    unchanged: plus("unchanged", seen.unchanged.length),
    withoutSku: plus("withoutSku", seen.withoutSku.length),
    ...(unreadable.length > 0 && { unreadable: plus("unreadable", unreadable.length) }),
  };
  await reportUnreadable(deps, unreadable);
  if (!isAll)
    return { cursor: next === undefined ? SWEEP : PAGE + next, counts: found, isDone: false };
  const existing = new Set(products.map(({ id }) => id));
  const deleted = await flagMissing(deps, existing, observedAt);
  return { cursor: "done", counts: { ...found, deleted }, isDone: true };
}

/** Among the task's results, by the name it is kept under; the next pull tries it again. */
async function reportUnreadable(
  { products, report }: PullProductsDeps,
  answered: readonly UnreadableProduct[],
): Promise<void> {
  const unreadable = answered.filter(({ id }) => id !== "");
  if (unreadable.length === 0) return;
  const kept = await products.namesOf(unreadable.map(({ id }) => id));
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  await report(unreadable.map(({ id, reason }) => unreadableItem(id, names.get(id), reason)));
}

function isUnbounded(window: PullWindow): boolean {
  return window.from === undefined && window.until === undefined;
}
