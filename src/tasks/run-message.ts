import { asSyncError } from "../domain/errors/sync-error";
import { judgeJobFailure, type JobRetry } from "../domain/tasks/job-retry";
import type { JobMessage } from "./messages";
import { runItems } from "./run-items";
import { runTask } from "./run-task";
import type { Services } from "./services";
import { stopTask } from "./stop-task";

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
  const { taskId } = message;
  if (message.kind === "run-items") return runItems(services, taskId, message.itemKeys, attempt);
  try {
    await runTask(services, taskId);
    return null;
  } catch (caught) {
    const error = asSyncError(caught);
    const retry = judgeJobFailure(error, attempt, services.random);
    if (!retry) await stopTask(services, taskId, error);
    return retry;
  }
}
