/** Works on claimed items of a task and records what became of each. It does not know the queue. */
import { itemsOf, type ItemResult } from "../db/tasks/task-items";
import { tasksOf, type StoredTask } from "../db/tasks/tasks";
import { isDayLimit, isLostLogin } from "../domain/errors/classify-code";
import { toReason } from "../domain/errors/reason";
import { asSyncError, SyncError } from "../domain/errors/sync-error";
import { judgeJobFailure, longerRetry, type JobRetry } from "../domain/tasks/job-retry";
import { finishIfDone } from "./finish-task";
import type { ItemAnswer } from "./kind";
import { findKind, itemKindOf, readParameters } from "./kinds";
import type { Services } from "./services";
import { silentSince } from "./silent-since";
import { stopTask } from "./stop-task";

/**
 * Works on those of the items that are still open. Answers when the ones put back are tried again;
 * null: every one has a result. `attempt`: 1 = the first.
 */
export async function runItems(
  services: Services,
  taskId: string,
  itemKeys: readonly string[],
  attempt: number,
): Promise<JobRetry | null> {
  const { db, now } = services;
  const task = await tasksOf(db, now).find(taskId);
  if (!task || (task.state !== "running" && task.state !== "waiting")) return null;
  const keys = await itemsOf(db, taskId, now).claim(itemKeys, silentSince(now()));
  if (keys.length === 0) return null;
  const answers = await runClaimed(services, task, keys);
  const retry = await recordAnswers(services, task, answers, attempt);
  const lostLogin = [...answers.values()].find(endsTask);
  if (lostLogin) await stopTask(services, taskId, lostLogin);
  else await finishIfDone(services, taskId);
  return retry;
}

function endsTask(answer: ItemAnswer): answer is SyncError {
  return answer instanceof SyncError && isLostLogin(answer);
}

async function runClaimed(
  services: Services,
  task: StoredTask,
  keys: readonly string[],
): Promise<Map<string, ItemAnswer>> {
  try {
    const kind = itemKindOf(task);
    const parameters = readParameters(kind, task);
    const connection = await services.openConnection(task.connectionId);
    return await kind.run({ services, connection, parameters }, keys);
  } catch (caught) {
    const error = asSyncError(caught);
    return new Map(keys.map((key) => [key, error]));
  }
}

/** Finishes items that have an outcome, puts back those worth another try, gives up the rest. */
async function recordAnswers(
  services: Services,
  task: StoredTask,
  answers: ReadonlyMap<string, ItemAnswer>,
  attempt: number,
): Promise<JobRetry | null> {
  const { db, now, random } = services;
  const items = itemsOf(db, task.id, now);
  const results: ItemResult[] = [];
  let retry: JobRetry | null = null;
  let untilAsked: number | undefined;
  for (const [key, answer] of answers) {
    if (!(answer instanceof SyncError)) {
      results.push({ key, ...answer });
      continue;
    }
    if (isDayLimit(answer.code)) {
      await items.release(key, toReason(answer));
      untilAsked = answer.facts.retryAfterMs;
      continue;
    }
    const itemRetry = judgeJobFailure(answer, attempt, random);
    if (itemRetry) {
      await items.release(key, toReason(answer));
      retry = longerRetry(retry, itemRetry);
    } else results.push(await giveUp(services, task, key, answer));
  }
  await items.finish(results);
  if (results.length === 0) await tasksOf(db, now).touch(task.id);
  // The sweep of tasks wakes it.
  if (untilAsked !== undefined) await tasksOf(db, now).putOff(task.id, untilAsked);
  return retry;
}

async function giveUp(
  services: Services,
  { connectionId, kind: name }: StoredTask,
  key: string,
  error: SyncError,
): Promise<ItemResult> {
  const reason = toReason(error);
  const kind = findKind(name);
  if (kind?.runs === "items") await kind.giveUp?.(services, connectionId, key, reason);
  return { key, state: "failed", reasons: [reason] };
}
