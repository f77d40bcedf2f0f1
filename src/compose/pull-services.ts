/**
 * Wires a pull: source session, product rows, ledger, task results. Also the short way for single
 * products an event named.
 */
import { changeConnection, findConnection } from "../db/connections/connections";
import {
  flagDeleted,
  pageOfLiveIds,
  readProductHashes,
  unflagDeleted,
  upsertProducts,
  upsertSourceCategories,
} from "../db/catalogue/products";
import { recordItems } from "../db/tasks/task-items";
import { advanceTask, type StoredTask } from "../db/tasks/tasks";
import { isStoreFresh } from "../domain/connections/source-store";
import type { Observation } from "../sync/ledger-api";
import type { PullWindow } from "../platforms/source";
import type { OpenConnection, Services } from "../tasks/services";
import {
  observeProducts,
  seenVariants,
  type ObserveProductsDeps,
} from "../sync/catalogue/observe-products";
import { pullStep, type PullProductsDeps } from "../sync/catalogue/pull-products";
import { refreshStoreOf } from "./refresh-store";

/** Pages one message does before it makes room for others. */
const STEPS_PER_MESSAGE = 4;

/** What a pull remembers of how it was started. */
export interface PullParameters {
  window: PullWindow;
  startedAt: number;
}

/**
 * Does some pages. True when the pull is complete; false when more is to do or another message
 * does it. Counts end up in the task's row.
 */
export async function runPull(
  services: Services,
  connection: OpenConnection,
  task: StoredTask,
): Promise<"done" | "more" | "elsewhere"> {
  const deps = await pullDeps(services, connection, task.id);
  const { window, startedAt } = task.parameters as PullParameters;
  const isStoreDue = !isStoreFresh(connection.sourceStore, services.now());
  if (task.cursor === null && isStoreDue) await refreshStoreOf(services, connection);
  let state: { cursor: string | null; counts: Record<string, number> } = task;
  for (let number = 0; number < STEPS_PER_MESSAGE; number += 1) {
    const step = await pullStep(deps, window, state);
    const { cursor: to, counts } = step;
    const moved = { from: state.cursor, to, counts, now: services.now() };
    if (!(await advanceTask(services.db, task.id, moved))) return "elsewhere";
    if (step.isDone) {
      await changeConnection(services.db, connection.id, { lastPullAt: startedAt }, services.now());
      return "done";
    }
    state = step;
  }
  return "more";
}

async function pullDeps(
  services: Services,
  connection: OpenConnection,
  taskId: string,
): Promise<PullProductsDeps> {
  const { db, now } = services;
  const { id } = connection;
  return {
    ...observeDeps(services, id),
    source: await connection.source(),
    saveCategories: (categories) => upsertSourceCategories(db, id, categories),
    reportWithoutSku: (products) =>
      recordItems(
        db,
        taskId,
        products.map((product) => ({ key: product.id, label: product.name })),
        { code: "product.sku_missing", facts: {} },
        now(),
      ),
    pageOfLiveIds: (after, seenBefore, limit) => pageOfLiveIds(db, id, after, seenBefore, limit),
    flagDeleted: (ids) => flagDeleted(db, id, ids, now()),
    unflagDeleted: (ids) => unflagDeleted(db, id, ids),
    now,
  };
}

function observeDeps(services: Services, connectionId: string): ObserveProductsDeps {
  const { db } = services;
  return {
    readHashes: (ids) => readProductHashes(db, connectionId, ids),
    saveProducts: (records, at) => upsertProducts(db, connectionId, records, at),
    observe: (seen, observedAt) => services.ledger(connectionId).observe(seen, observedAt),
  };
}

/**
 * Reads products an event named and stores them; unknown ones only where new products are pulled by
 * themselves, vanished ones are flagged. Answers stock and prices for the ledger, which asks from
 * inside itself and so is not told by a call.
 */
export async function observeProductIds(
  services: Services,
  connectionId: string,
  ids: readonly string[],
): Promise<Observation[]> {
  const connection = await services.openConnection(connectionId);
  const { db, now } = services;
  const source = await connection.source();
  const observedAt = now();
  const products = await source.pullProducts(ids);
  const known = await readProductHashes(db, connectionId, ids);
  const wanted = products.filter(({ id }) => connection.settings.pullNewProducts || known.has(id));
  const deps = { ...observeDeps(services, connectionId), observe: async () => undefined };
  await observeProducts(deps, wanted, observedAt);
  const answered = new Set(products.map(({ id }) => id));
  const gone = ids.filter((id) => known.has(id) && !answered.has(id));
  await flagDeleted(db, connectionId, gone, now());
  return seenVariants(wanted);
}

/** The moment from which "since the last pull" asks again: some overlap costs no write. */
export async function sinceLastPull(
  services: Services,
  connectionId: string,
): Promise<number | undefined> {
  const row = await findConnection(services.db, connectionId);
  return row?.lastPullAt ? row.lastPullAt - OVERLAP_MS : undefined;
}

/** A store's clock may lag behind ours, and so may its caches. */
const OVERLAP_MS = 3_600_000;
