/**
 * Everything the routes, cron and the ledger may ask of the catalogue: starting and ending tasks,
 * looking at single products and listings, categories. Each start answers at once; the work is done
 * by messages. It decides nothing itself.
 */
import { findListingByChannelId } from "../db/listings/listings";
import { countProductsOf } from "../db/catalogue/product-filter";
import { staleReviews } from "../db/listings/stale-reviews";
import { countItems, endWaitingItems } from "../db/tasks/task-items";
import {
  createTask,
  findTaskOf,
  finishTask,
  staleTasks,
  toTaskRow,
  touchTask,
  type StoredTask,
} from "../db/tasks/tasks";
import { canonicalText } from "../domain/canonical-text";
import { storeDay } from "../domain/store-day";
import { SyncError } from "../domain/errors/sync-error";
import type { Selection, TaskRow } from "../contract/api";
import { sha256 } from "../lib/sha256";
import type { PullWindow } from "../platforms/source";
import type { Services } from "./services";
import { refreshListing as lookAtListing } from "../sync/listings/refresh-listing";
import { itemKinds, shownListing } from "./item-kinds";
import { sinceLastPull, type PullParameters } from "../compose/pull-services";
import { listingDeps } from "../compose/push-services";
import { PULL, SILENT_MS } from "./run-task";

export {
  acceptSuggestions,
  browseChannelCategories,
  findBrands,
  mapCategory,
  overrideCategory,
  readRequirements,
  saveDetails,
  searchChannelCategories,
} from "../compose/category-choices";
export { observeProductIds } from "../compose/pull-services";

/** Shop-local days ("2026-01-31"), inclusive; `sinceLastPull` wins over them. */
export interface PullParams {
  from?: string;
  until?: string;
  sinceLastPull?: boolean;
}

const REFRESH_ORDERS = "refresh-orders";
/** A review is looked at this often should its event get lost. */
const REVIEW_LOOK_MS = 300_000;
const REVIEWS_PER_SWEEP = 20;
const TASKS_PER_SWEEP = 50;

/** SyncError merchant `pull.date_invalid`, `pull.range_reversed`. */
export async function startPull(
  services: Services,
  connectionId: string,
  params: PullParams,
  startedBy: string,
): Promise<{ taskId: string }> {
  const connection = await services.openConnection(connectionId);
  const isSince = params.sinceLastPull === true;
  const from = isSince ? await sinceLastPull(services, connectionId) : undefined;
  const window = isSince
    ? from === undefined
      ? {}
      : { from }
    : toWindow(params, connection.timeZone);
  const parameters: PullParameters = { window, startedAt: services.now() };
  const identity = isSince ? "since" : `${params.from ?? ""}..${params.until ?? ""}`;
  return start(services, connectionId, PULL, identity, parameters, startedBy);
}

function toWindow({ from, until }: PullParams, timeZone: string): PullWindow {
  const window = {
    ...(from ? { from: dayOf(from, timeZone).from } : {}),
    ...(until ? { until: dayOf(until, timeZone).until } : {}),
  };
  if (window.from !== undefined && window.until !== undefined && window.from > window.until)
    throw new SyncError("merchant", "pull.range_reversed", { from, until });
  return window;
}

function dayOf(day: string, timeZone: string) {
  try {
    return storeDay(day, timeZone);
  } catch (cause) {
    throw new SyncError("merchant", "pull.date_invalid", { day: day.slice(0, 20) }, { cause });
  }
}

export const startPush = startOf("push-products");
/** Reads the products in the store again and pushes what changed. */
export const startRepull = startOf("repull-products");
export const startRefreshListings = startOf("refresh-listings");

/** Reads stock or prices in the store now and has the ledger send them, changed or not. */
export function startUpdate(
  services: Services,
  connectionId: string,
  selection: Selection,
  what: "stock" | "price",
  startedBy: string,
): Promise<{ taskId: string; count: number }> {
  return startSelected(services, connectionId, `update-${what}`, { selection }, startedBy);
}

export function startListingState(
  services: Services,
  connectionId: string,
  selection: Selection,
  action: "activate" | "deactivate",
  startedBy: string,
): Promise<{ taskId: string; count: number }> {
  const parameters = { selection, action };
  return startSelected(services, connectionId, "change-listing-state", parameters, startedBy);
}

function startOf(kind: string) {
  return (
    services: Services,
    connectionId: string,
    selection: Selection,
    startedBy: string,
  ): Promise<{ taskId: string; count: number }> =>
    startSelected(services, connectionId, kind, { selection }, startedBy);
}

async function startSelected(
  services: Services,
  connectionId: string,
  kind: string,
  parameters: { selection: Selection },
  startedBy: string,
): Promise<{ taskId: string; count: number }> {
  await services.openConnection(connectionId);
  const count = await countSelection(services, connectionId, parameters.selection);
  const identity = await sha256(canonicalText(parameters));
  const { taskId } = await start(services, connectionId, kind, identity, parameters, startedBy);
  return { taskId, count };
}

export async function startSuggest(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  await services.openConnection(connectionId);
  return start(services, connectionId, "suggest-categories", "all", {}, startedBy);
}

/** Makes the visible task and asks the ledger to poll; the ledger settles it. */
export async function startRefreshOrders(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  const task = await makeTask(services, connectionId, REFRESH_ORDERS, "all", {}, startedBy);
  await services.ledger(connectionId).pollOrders(task.id);
  return { taskId: task.id };
}

/**
 * A new task over the failed items; a task that failed as a whole is begun anew. SyncError merchant
 * `task.not_found`, `task.nothing_failed`.
 */
export async function retryTask(
  services: Services,
  connectionId: string,
  taskId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  const task = await requireTask(services, connectionId, taskId);
  const { kind, parameters } = task;
  const isItems = itemKinds[kind] !== undefined;
  const { failed = 0 } = await countItems(services.db, taskId);
  if (kind === REFRESH_ORDERS) return startRefreshOrders(services, connectionId, startedBy);
  if (isItems && failed > 0) {
    const again = { ...(parameters as object), retryOf: taskId };
    return start(services, connectionId, kind, `retry:${taskId}`, again, startedBy);
  }
  if (task.state !== "error") throw new SyncError("merchant", "task.nothing_failed", { taskId });
  const identity = `again:${taskId}`;
  return start(services, connectionId, kind, identity, parameters, startedBy);
}

/** Ends a task that is still open; what was done stays. SyncError merchant `task.not_found`. */
export async function cancelTask(
  services: Services,
  connectionId: string,
  taskId: string,
): Promise<TaskRow> {
  const task = await requireTask(services, connectionId, taskId);
  const { db, now } = services;
  if (await finishTask(db, taskId, { state: "cancelled", now: now() }))
    await endWaitingItems(db, taskId, "skipped", { code: "task.cancelled", facts: {} }, now());
  return toTaskRow((await findTaskOf(db, connectionId, taskId)) ?? task);
}

/**
 * Wakes tasks whose message was lost (a local queue forgets its messages at a restart) and looks at
 * listings that have been in review for long without an event.
 */
export async function sweepTasks(services: Services): Promise<void> {
  const { db, now } = services;
  const kinds = [PULL, ...Object.keys(itemKinds)];
  const stale = await staleTasks(db, kinds, now() - SILENT_MS, TASKS_PER_SWEEP);
  for (const task of stale) {
    await touchTask(db, task.id, now());
    await wake(services, task.connectionId, task.id);
  }
  const reviews = await staleReviews(db, now() - REVIEW_LOOK_MS, REVIEWS_PER_SWEEP);
  for (const { connectionId, channelProductId } of reviews)
    await refreshListing(services, connectionId, channelProductId).catch((caught: unknown) => {
      const code = caught instanceof SyncError ? caught.code : "weft.unexpected";
      services.log.warn("listing.refresh.failed", { connectionId, code });
    });
}

/** Looks at one listing an event named; one that is not ours is left alone. */
export async function refreshListing(
  services: Services,
  connectionId: string,
  channelProductId: string,
): Promise<void> {
  const row = await findListingByChannelId(services.db, connectionId, channelProductId);
  const listing = row && (await shownListing(services, connectionId, row.productId));
  if (!listing) return;
  const connection = await services.openConnection(connectionId);
  await lookAtListing(await listingDeps(services, connection), listing);
}

/** Exactly the number of products a task over the selection would be given. */
export function countSelection(
  services: Services,
  connectionId: string,
  selection: Selection,
): Promise<number> {
  return countProductsOf(services.db, connectionId, selection);
}

async function requireTask(
  services: Services,
  connectionId: string,
  taskId: string,
): Promise<StoredTask> {
  const task = await findTaskOf(services.db, connectionId, taskId);
  if (!task) throw new SyncError("merchant", "task.not_found", { taskId });
  return task;
}

async function start(
  services: Services,
  connectionId: string,
  kind: string,
  identity: string,
  parameters: unknown,
  startedBy: string,
): Promise<{ taskId: string }> {
  const task = await makeTask(services, connectionId, kind, identity, parameters, startedBy);
  if (task.isNew) await wake(services, connectionId, task.id);
  return { taskId: task.id };
}

function makeTask(
  services: Services,
  connectionId: string,
  kind: string,
  identity: string,
  parameters: unknown,
  startedBy: string,
): Promise<{ id: string; isNew: boolean }> {
  return createTask(services.db, {
    id: services.newId("task"),
    connectionId,
    kind,
    identityKey: `${kind}:${identity}`,
    parameters,
    startedBy,
    now: services.now(),
  });
}

function wake(services: Services, connectionId: string, taskId: string): Promise<void> {
  return services.enqueue([{ kind: "run-task", connectionId, taskId }]);
}
