import * as z from "zod";
import { itemsOf } from "../db/tasks/task-items";
import { SyncError } from "../domain/errors/sync-error";
import { EVERYTHING, rerunSubject, retrySubject } from "../domain/tasks/task-identity";
import { kindNameOf, kindOf } from "./kinds";
import { requireTask } from "./require-task";
import type { Services } from "./services";
import { startStored } from "./start-task";

const Stored = z.record(z.string(), z.unknown());

/**
 * A new task over the failed items; a task that failed as a whole is run again. SyncError merchant
 * `task.not_found`, `task.nothing_failed`, defect `task.kind_unknown`.
 */
export async function retryTask(
  services: Services,
  connectionId: string,
  taskId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  const task = await requireTask(services, connectionId, taskId);
  const { runs } = kindOf(task);
  const stored = Stored.parse(task.parameters);
  const again = { kind: kindNameOf(task), parameters: stored, startedBy };
  if (runs === "ledger")
    return startStored(services, connectionId, { ...again, subject: EVERYTHING });
  const { failed = 0 } = await itemsOf(services.db, taskId, services.now).count();
  if (runs === "items" && failed > 0) {
    // The products may have other listings by now: of a deletion, the list is shown first.
    const isDeletion = kindNameOf(task) === "change-listing-state" && stored["action"] === "delete";
    const asked = isDeletion ? { confirmation: "wanted" } : {};
    const parameters = { ...stored, retryOf: taskId, ...asked };
    const subject = retrySubject(taskId);
    return startStored(services, connectionId, { ...again, subject, parameters });
  }
  if (task.state !== "error") throw new SyncError("merchant", "task.nothing_failed", { taskId });
  return startStored(services, connectionId, { ...again, subject: rerunSubject(taskId) });
}
