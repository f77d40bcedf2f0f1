import { asSyncError } from "../domain/errors/sync-error";
import { CLOCKS_DIFFER_MS, tasksOf } from "../db/tasks/tasks";
import { hasEnded } from "../domain/tasks/task-state";
import { judgeJobFailure, type JobRetry } from "../domain/tasks/job-retry";
import type { JobMessage } from "./messages";
import { runItems } from "./run-items";
import { runChecks, wakeChecks } from "./run-checks";
import { runTask } from "./run-task";
import type { Services } from "./services";
import { stopTask } from "./stop-task";

type TaskMessage = Exclude<JobMessage, { kind: "check-products" }>;

/**
 * Does what a message asks for. Answers when the message comes back; null: its work is done, or
 * ended with a result a person can read. It throws only where not even that could be recorded.
 * `attempt`: 1 = the first.
 */
export async function runMessage(
  services: Services,
  message: JobMessage,
  attempt: number,
): Promise<JobRetry | null> {
  if (message.kind === "check-products") {
    await runChecks(services, message.connectionId);
    return null;
  }
  const retry = await runTaskMessage(services, message, attempt);
  if (retry === null) await wakeIfOver(services, message);
  return retry;
}

async function runTaskMessage(
  services: Services,
  message: TaskMessage,
  attempt: number,
): Promise<JobRetry | null> {
  const { taskId } = message;
  if (message.kind === "run-items") return runItems(services, taskId, message.itemKeys, attempt);
  try {
    await runTask(services, taskId);
    return null;
  } catch (caught) {
    const error = asSyncError(caught);
    const retry = judgeJobFailure(error, attempt, services.random);
    if (!retry) await stopTask(services, taskId, error);
    return retry?.isForBudget ? putOff(services, taskId, retry) : retry;
  }
}

/** Of the doubles of a message one comes back; null for the others. */
async function putOff(
  services: Services,
  taskId: string,
  { inMs, isForBudget }: JobRetry,
): Promise<JobRetry | null> {
  const forMs = Math.max(inMs, 2 * CLOCKS_DIFFER_MS);
  const isFirst = await tasksOf(services.db, services.now).putOff(taskId, forMs);
  return isFirst ? { inMs: forMs, isForBudget } : null;
}

/** A task that is over has changed products, mappings or rules: their checks follow. */
async function wakeIfOver(
  services: Services,
  { taskId, connectionId }: TaskMessage,
): Promise<void> {
  const task = await tasksOf(services.db, services.now).find(taskId);
  if (!task || hasEnded(task.state)) await wakeChecks(services, connectionId);
}
