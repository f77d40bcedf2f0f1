import { canonicalText } from "../domain/canonical-text";
import { sha256 } from "../lib/sha256";
import type { Services } from "./services";
import { startTask } from "./start-task";

/** Makes these orders of the channel in the store. SyncError merchant `connection.incomplete`. */
export async function startSyncMissed(
  services: Services,
  connectionId: string,
  orderIds: readonly string[],
  startedBy: string,
): Promise<{ taskId: string }> {
  await services.openConnection(connectionId);
  const parameters = { orderIds: [...new Set(orderIds)].toSorted() };
  const subject = await sha256(canonicalText(parameters));
  const kind = "sync-missed-orders";
  return startTask(services, connectionId, { kind, subject, parameters, startedBy });
}
