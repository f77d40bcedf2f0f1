/**
 * Runs tasks as messages ask for it. The rows decide: a late or doubled message finds its work done
 * or in other hands. It does not know the queue; the consumer turns answers into ack and retry.
 */
import { clearProblem, raiseProblem } from "../db/connections/problems";
import {
  addItems,
  claimItems,
  copyFailedItems,
  countItems,
  endWaitingItems,
  hasOpenItems,
  openItemKeys,
  releaseItems,
  finishItems,
  type ItemResult,
} from "../db/tasks/task-items";
import {
  beginTask,
  findTask,
  setTotal,
  finishTask,
  touchTask,
  type StoredTask,
} from "../db/tasks/tasks";
import { jobRetryDelay } from "../domain/tasks/job-retry";
import type { Reason } from "../domain/errors/reason";
import { sideOf } from "../domain/errors/classify-code";
import { asSyncError, SyncError } from "../domain/errors/sync-error";
import { chunks } from "../lib/chunks";
import type { OpenConnection, Services } from "./services";
import { itemKinds, type Outcome } from "./item-kinds";
import { runPull } from "../compose/pull-services";

/** A worker that has not been heard of for so long is taken for dead. */
export const SILENT_MS = 180_000;
const KEYS_PER_LOOK = 1_000;

export const PULL = "pull-products";

/** Does the next part of a task, or sends its items on their way. Throws what stopped it. */
export async function runTask(services: Services, taskId: string): Promise<void> {
  const task = await findTask(services.db, taskId);
  if (!task || !(await beginTask(services.db, taskId, services.now()))) return;
  const connection = await services.openConnection(task.connectionId);
  if (task.kind === PULL) return runPullTask(services, connection, task);
  await sendItems(services, connection, task);
}

async function runPullTask(
  services: Services,
  connection: OpenConnection,
  task: StoredTask,
): Promise<void> {
  const { connectionId, id: taskId } = task;
  const answer = await runPull(services, connection, task);
  if (answer === "more") await services.enqueue([{ kind: "run-task", connectionId, taskId }]);
  if (answer !== "done") return;
  await finishTask(services.db, taskId, { state: "completed", now: services.now() });
  await clearProblem(services.db, connectionId, "source");
}

/** Makes the items once, then wakes workers for all that are still open. */
async function sendItems(
  services: Services,
  connection: OpenConnection,
  task: StoredTask,
): Promise<void> {
  const { db, now } = services;
  const kind = itemKinds[task.kind];
  if (!kind) throw new SyncError("defect", "task.kind_unknown", { kind: task.kind });
  if (task.total === null) await makeItems(services, connection, task);
  for (let after = ""; ;) {
    const keys = await openItemKeys(db, task.id, after, now() - SILENT_MS, KEYS_PER_LOOK);
    const messages = chunks(keys, kind.perMessage).map((itemKeys) => ({
      kind: "run-items" as const,
      connectionId: task.connectionId,
      taskId: task.id,
      itemKeys,
    }));
    if (messages.length > 0) await services.enqueue(messages);
    const last = keys.at(-1);
    if (keys.length < KEYS_PER_LOOK || last === undefined) break;
    after = last;
  }
  await finishIfDone(services, task.id);
}

async function makeItems(
  services: Services,
  connection: OpenConnection,
  task: StoredTask,
): Promise<void> {
  const { db, now } = services;
  const kind = itemKinds[task.kind];
  const { retryOf } = task.parameters as { retryOf?: string };
  if (retryOf) await copyFailedItems(db, retryOf, task.id, now());
  else if (kind)
    for (let after = ""; ;) {
      const page = await kind.page(services, connection, task.parameters, after);
      const last = page.at(-1)?.key;
      if (last === undefined) break;
      await addItems(db, task.id, page, now());
      if (last === after) break;
      after = last;
    }
  const counts = await countItems(db, task.id);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await setTotal(db, task.id, total, now());
}

/**
 * Works on items. Answers in how many ms the ones put back should be tried again (null: none), and
 * whether that is for want of request budget, which is nobody's failure and uses up no attempt.
 */
export async function runItems(
  services: Services,
  taskId: string,
  itemKeys: readonly string[],
  attempt: number,
): Promise<{ againInMs: number | null; isForBudget: boolean }> {
  const { db, now } = services;
  const task = await findTask(db, taskId);
  const nothing = { againInMs: null, isForBudget: false };
  if (!task || (task.state !== "running" && task.state !== "waiting")) return nothing;
  const keys = await claimItems(db, taskId, itemKeys, now(), now() - SILENT_MS);
  if (keys.length === 0) return nothing;
  const outcomes = await runClaimed(services, task, keys);
  const again = await recordOutcomes(services, task, outcomes, attempt);
  const lostLogin = [...outcomes.values()].find(
    (outcome) => outcome instanceof SyncError && outcome.remedy === "reconnect",
  );
  if (lostLogin instanceof SyncError) await stopTask(services, task, lostLogin);
  else await finishIfDone(services, taskId);
  return again;
}

async function runClaimed(
  services: Services,
  task: StoredTask,
  keys: readonly string[],
): Promise<Map<string, Outcome>> {
  try {
    const kind = itemKinds[task.kind];
    if (!kind) throw new SyncError("defect", "task.kind_unknown", { kind: task.kind });
    const connection = await services.openConnection(task.connectionId);
    return await kind.run(services, connection, task.parameters, keys);
  } catch (caught) {
    const error = asSyncError(caught);
    return new Map(keys.map((key) => [key, error]));
  }
}

async function recordOutcomes(
  services: Services,
  task: StoredTask,
  outcomes: ReadonlyMap<string, Outcome>,
  attempt: number,
): Promise<{ againInMs: number | null; isForBudget: boolean }> {
  const { db, now, random } = services;
  const results: ItemResult[] = [];
  let againInMs: number | null = null;
  let isForBudget = false;
  for (const [key, outcome] of outcomes) {
    if (!(outcome instanceof SyncError)) {
      results.push({ key, ...outcome });
      continue;
    }
    const isBudget = outcome.code === "budget.exhausted";
    const delayMs = jobRetryDelay(outcome, isBudget ? 1 : attempt, random);
    if (delayMs === null) {
      const reason = toReason(outcome);
      await itemKinds[task.kind]?.giveUp?.(services, task.connectionId, key, reason);
      results.push({ key, state: "failed", reasons: [reason] });
      continue;
    }
    await releaseItems(db, task.id, [key], toReason(outcome), now());
    againInMs = Math.max(againInMs ?? 0, delayMs);
    isForBudget ||= isBudget;
  }
  await finishItems(db, task.id, results, now());
  if (results.length === 0) await touchTask(db, task.id, now());
  return { againInMs, isForBudget };
}

/** Nothing can be done before a person acts: the rest fails with the same reason, ready for a retry. */
export async function stopTask(
  services: Services,
  task: Pick<StoredTask, "id" | "connectionId" | "kind">,
  error: SyncError,
): Promise<void> {
  const { db, now } = services;
  await endWaitingItems(db, task.id, "failed", toReason(error), now());
  const items = await itemCounts(services, task.id);
  const state = (items?.["done"] ?? 0) > 0 ? ("completed" as const) : ("error" as const);
  const counts = items ? { counts: items } : {};
  const problem = toReason(error);
  await finishTask(db, task.id, { state, problem, ...counts, now: now() });
  services.log.warn("task.stopped", { taskId: task.id, kind: task.kind, code: error.code });
  if (error.remedy !== "reconnect") return;
  const key = task.kind === PULL ? "source" : (sideOf(error.code) ?? "channel");
  await raiseProblem(db, task.connectionId, key, error, now());
}

export async function finishIfDone(services: Services, taskId: string): Promise<void> {
  const { db, now } = services;
  const task = await findTask(db, taskId);
  if (!task || task.total === null || (await hasOpenItems(db, taskId))) return;
  const counts = (await itemCounts(services, taskId)) ?? {};
  await finishTask(db, taskId, { state: "completed", counts, now: now() });
}

/** Exact counts as the interface names them; undefined for a task without items. */
async function itemCounts(
  services: Services,
  taskId: string,
): Promise<Record<string, number> | undefined> {
  const task = await findTask(services.db, taskId);
  if (!task || !itemKinds[task.kind]) return undefined;
  const { done = 0, failed = 0, skipped = 0 } = await countItems(services.db, taskId);
  return { done, failed, skipped };
}

function toReason(error: SyncError): Reason {
  return { code: error.code, facts: { ...error.facts } };
}
