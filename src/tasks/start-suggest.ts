import { EVERYTHING } from "../domain/tasks/task-identity";
import type { Services } from "./services";
import { startTask } from "./start-task";

/** Starts suggesting channel categories. SyncError merchant `connection.incomplete`. */
export async function startSuggest(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  await services.openConnection(connectionId);
  const kind = "suggest-categories";
  return startTask(services, connectionId, {
    kind,
    subject: EVERYTHING,
    parameters: {},
    startedBy,
  });
}
