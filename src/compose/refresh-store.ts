import { updateSourceStore } from "../db/connections/connections";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import { refreshStore } from "../sync/connections/refresh-store";
import type { OpenConnection, Services } from "../tasks/services";

/** Wires the reading of a store's own facts to the connection it is known by. */
export function refreshStoreOf(
  { db, now }: Pick<Services, "db" | "now">,
  connection: OpenConnection,
): Promise<void> {
  return refreshStore({
    source: connection.source,
    known: connection.sourceStore,
    keep: (found) => updateSourceStore(db, connection, found, now()),
    reportModule: (error) => raiseProblem(db, connection.id, "module", error, now()),
    clearModule: () => clearProblem(db, connection.id, "module"),
  });
}
