/** An event of the store that was verified: the ledger has it durably before anybody answers. */
import type { SourceStore } from "../../domain/connections/source-store";
import type { SourceEvent } from "../../platforms/source";
import type { LedgerApi } from "../ledger-api";

export interface SourceEventDeps {
  ledger: Pick<LedgerApi, "ingestSourceEvent">;
  /** What is known of the store; null before it was connected. */
  known: SourceStore | null;
  /** The next scan reads the store's facts anew. */
  doubtStore(): Promise<void>;
}

/**
 * A module sends a ping when it was paired by hand, so a store that is known without a module is read
 * again; whoever else sends one costs the store that one read.
 */
export async function receiveSourceEvent(
  deps: SourceEventDeps,
  event: SourceEvent,
): Promise<{ isNew: boolean }> {
  const { isNew } = await deps.ledger.ingestSourceEvent(event);
  if (isNew && event.kind === "ping" && !deps.known?.moduleVersion) await deps.doubtStore();
  return { isNew };
}
