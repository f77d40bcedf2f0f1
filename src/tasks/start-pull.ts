import { findConnection } from "../db/connections/connections";
import { toPullWindow, windowSince, type PullDays } from "../domain/catalogue/pull-window";
import { pullSubject } from "../domain/tasks/task-identity";
import type { Services } from "./services";
import { startTask } from "./start-task";

/**
 * Starts a pull of the given days, or of what changed since the last pull began. SyncError merchant
 * `pull.date_invalid`, `pull.range_reversed`, `connection.incomplete`.
 */
export async function startPull(
  services: Services,
  connectionId: string,
  wanted: PullDays & { sinceLastPull?: boolean },
  startedBy: string,
): Promise<{ taskId: string }> {
  const connection = await services.openConnection(connectionId);
  const window =
    wanted.sinceLastPull === true
      ? windowSince((await findConnection(services.db, connectionId))?.lastPullAt)
      : toPullWindow(wanted, connection.timeZone);
  return startTask(services, connectionId, {
    kind: "pull-products",
    subject: pullSubject(wanted),
    parameters: { window, startedAt: services.now() },
    startedBy,
  });
}
