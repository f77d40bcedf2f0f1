import { EVERYTHING } from "../domain/tasks/task-identity";
import type { Services } from "./services";
import { startTask } from "./start-task";

/** Compares both shops with the ledger now. Throws SyncError("merchant", "connection.incomplete"). */
export async function startReconcile(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  await services.openConnection(connectionId);
  return startTask(services, connectionId, {
    kind: "reconcile",
    subject: EVERYTHING,
    parameters: { reportId: services.newId("rec"), startedAt: services.now() },
    startedBy,
  });
}
