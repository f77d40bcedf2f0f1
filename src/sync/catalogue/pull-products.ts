/**
 * A pull, one step at a time: categories and the first page, further pages, at the end the products
 * the source no longer has (a pull of everything that fits one page has just seen them). Its
 * position is a cursor the caller keeps, so any step may run twice. It does not know tasks, queues
 * or how many steps one message does.
 */
import type { PullWindow } from "../../domain/catalogue/pull-window";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import {
  goneItem,
  pulledItems,
  unreadableItem,
  type PulledItem,
} from "../../domain/catalogue/pulled-product";
import { sha256 } from "../../lib/sha256";
import { chunks } from "../../lib/chunks";
import type { SourceSession, UnreadableProduct } from "../../platforms/source";
import {
  observeProducts,
  type ObservedProducts,
  type ObserveProductsDeps,
} from "./observe-products";

export interface PullProductsDeps extends ObserveProductsDeps {
  source: Pick<SourceSession, "pullPage" | "listCategories" | "listProductIds">;
  products: ObserveProductsDeps["products"] & {
    /** Ids without a deletion flag that were stored before `seenBefore`, one keyset page. */
    pageOfLiveIds(after: string, seenBefore: number, limit: number): Promise<string[]>;
    namesOf(ids: readonly string[]): Promise<{ id: string; name: string }[]>;
    flagDeleted(ids: readonly string[]): Promise<number>;
    unflagDeleted(ids: readonly string[]): Promise<void>;
  };
  mappings: {
    saveSourceCategories(
      categories: readonly { id: string; path: string; contentHash: string }[],
    ): Promise<void>;
  };
  /** Keeps items among the task's results; one that is there stays as it is. */
  report(items: readonly PulledItem[]): Promise<void>;
  now(): number;
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
const IDS_PER_STATEMENT = 5_000;

export async function pullStep(
  deps: PullProductsDeps,
  window: PullWindow,
  state: PullState,
): Promise<PullStep> {
  if (state.cursor === SWEEP) {
    const deleted = await sweepDeleted(deps, window, state.counts);
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
  // Taken before the request: a change during the request counts as newer.
  const observedAt = deps.now();
  const from = cursor?.startsWith(PAGE) ? cursor.slice(PAGE.length) : undefined;
  const { products, unreadable, next } = await deps.source.pullPage(window, PULL_PAGE_SIZE, from);
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

/** Deletions show in no page of products, so every stored id is compared with those that exist. */
async function sweepDeleted(
  deps: PullProductsDeps,
  window: PullWindow,
  counts: TaskCounts,
): Promise<number> {
  const seenBefore = deps.now();
  const ids = await deps.source.listProductIds();
  // An empty list counts only when a pull of everything found nothing either.
  if (ids.length === 0 && (!isUnbounded(window) || (counts.found ?? 0) > 0)) return 0;
  const deleted = await flagMissing(deps, new Set(ids), seenBefore);
  for (const part of chunks(ids, IDS_PER_STATEMENT)) await deps.products.unflagDeleted(part);
  return deleted;
}

/** Flags stored products the source does not have; rows stored after `seenBefore` are left alone. */
async function flagMissing(
  deps: PullProductsDeps,
  existing: ReadonlySet<string>,
  seenBefore: number,
): Promise<number> {
  let deleted = 0;
  for (let after = ""; ;) {
    const known = await deps.products.pageOfLiveIds(after, seenBefore, IDS_PER_STATEMENT);
    const gone = known.filter((id) => !existing.has(id));
    if (gone.length > 0) {
      await deps.report((await deps.products.namesOf(gone)).map(goneItem));
      deleted += await deps.products.flagDeleted(gone);
    }
    const last = known.at(-1);
    if (known.length < IDS_PER_STATEMENT || last === undefined) return deleted;
    after = last;
  }
}
