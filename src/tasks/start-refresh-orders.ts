import { EVERYTHING } from "../domain/tasks/task-identity";
import type { Services } from "./services";
import { startTask } from "./start-task";

/** Makes the visible task and has the ledger poll orders; the ledger finishes the task. */
export function startRefreshOrders(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  const kind = "refresh-orders";
  return startTask(services, connectionId, {
    kind,
    subject: EVERYTHING,
    parameters: {},
    startedBy,
  });
}
