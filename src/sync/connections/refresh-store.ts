/** Reading a store's own facts again: currency, zone, units, names and module change, but rarely. */
import { lostModule, type SourceStore } from "../../domain/connections/source-store";
import { SyncError } from "../../domain/errors/sync-error";
import type { SourceSession } from "../../platforms/source";

export interface RefreshStoreDeps {
  source(): Promise<Pick<SourceSession, "readStore">>;
  /** What is known so far. */
  known: SourceStore;
  /** Keeps the answer; false where the store was connected or doubted anew while it was asked. */
  keep(found: SourceStore): Promise<boolean>;
  reportModule(error: SyncError): Promise<void>;
  clearModule(): Promise<void>;
}

/**
 * A module that is gone is a problem until it is back: sync goes on without it, but more slowly.
 * Throws what the store throws.
 */
export async function refreshStore(deps: RefreshStoreDeps): Promise<void> {
  const found = await (await deps.source()).readStore();
  if (!(await deps.keep(found))) return;
  if (found.moduleVersion !== null) return deps.clearModule();
  const reason = lostModule(deps.known, found);
  if (reason) await deps.reportModule(new SyncError("merchant", reason.code, reason.facts));
}
