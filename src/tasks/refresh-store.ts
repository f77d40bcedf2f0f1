import { updateSourceStore } from "../db/connections/connections";
import { problemsOf } from "../db/connections/problems";
import { MODULE_PROBLEM } from "../domain/errors/problem-key";
import { refreshStore } from "../sync/connections/refresh-store";
import type { OpenConnection, Services } from "./services";

/** Reads a store's own facts again and keeps them with the connection. Throws what the store throws. */
export function refreshStoreOf(
  { db, now }: Pick<Services, "db" | "now">,
  connection: OpenConnection,
): Promise<void> {
  const problems = problemsOf(db, connection.id, now);
  return refreshStore({
    source: connection.source,
    known: connection.sourceStore,
    keep: (found) => updateSourceStore(db, connection, found, now()),
    reportModule: (error) => problems.raise(MODULE_PROBLEM, error),
    clearModule: () => problems.clear(MODULE_PROBLEM),
  });
}

/** As `refreshStoreOf`, unless the store was asked less than `justAskedMs` ago. */
export async function renewStore(
  services: Services,
  connection: OpenConnection,
  justAskedMs: number,
): Promise<void> {
  const age = services.now() - connection.sourceStore.readAt;
  if (age < 0 || age > justAskedMs) await refreshStoreOf(services, connection);
}
