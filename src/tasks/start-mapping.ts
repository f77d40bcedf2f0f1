import { unmappedListingsOf } from "../db/listings/unmapped-listings";
import { canonicalText } from "../domain/canonical-text";
import { EVERYTHING } from "../domain/tasks/task-identity";
import { sha256 } from "../lib/sha256";
import type { ParametersOf } from "./kinds";
import type { Services } from "./services";
import { startTask } from "./start-task";

/** Looks through the listings of the shop. SyncError merchant `connection.incomplete`. */
export async function startFindListings(
  services: Services,
  connectionId: string,
  startedBy: string,
): Promise<{ taskId: string }> {
  await services.openConnection(connectionId);
  return startTask(services, connectionId, {
    kind: "find-listings",
    subject: EVERYTHING,
    parameters: { startedAt: services.now() },
    startedBy,
  });
}

/** Answers how many listings that are. SyncError merchant `connection.incomplete`. */
export async function startMapListings(
  services: Services,
  connectionId: string,
  { ids, sendsStock, sendsPrice }: ParametersOf<"map-listings">,
  startedBy: string,
): Promise<{ taskId: string; count: number }> {
  await services.openConnection(connectionId);
  const parameters = { ...(ids ? { ids } : {}), sendsStock, sendsPrice };
  const count = await unmappedListingsOf(services.db, connectionId).countToMap(ids);
  const subject = await sha256(canonicalText(parameters));
  const task = await startTask(services, connectionId, {
    kind: "map-listings",
    subject,
    parameters,
    startedBy,
  });
  return { ...task, count };
}
