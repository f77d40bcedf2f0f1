import { updateSourceStore } from "../db/connections/connections";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import { MODULE_PROBLEM } from "../domain/errors/problem-key";
import { refreshStore } from "../sync/connections/refresh-store";
import type { OpenConnection, Services } from "./services";

/** Reads a store's own facts again and keeps them with the connection. Throws what the store throws. */
export function refreshStoreOf(
  { db, now }: Pick<Services, "db" | "now">,
  connection: OpenConnection,
): Promise<void> {
  return refreshStore({
    source: connection.source,
    known: connection.sourceStore,
    keep: (found) => updateSourceStore(db, connection, found, now()),
    reportModule: (error) => raiseProblem(db, connection.id, MODULE_PROBLEM, error, now()),
    clearModule: () => clearProblem(db, connection.id, MODULE_PROBLEM),
  });
}
