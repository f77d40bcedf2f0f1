import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { SourceSession } from "../../platforms/source";

/** How the store's own outbox was left when it was asked to send last. */
export interface Flushed {
  /** Epoch ms. */
  at: number;
  waiting: number;
}

export interface FlushEventsDeps {
  source(): Promise<Pick<SourceSession, "flushEvents">>;
  /** When the store sent an event by itself last, epoch ms; undefined: never. */
  lastEventAt(): number | undefined;
  readFlushed(): Flushed | undefined;
  writeFlushed(flushed: Flushed): void;
  /** A flush that fails is no reason to stop what it is a part of. */
  reportFailure(error: SyncError): void;
  now(): number;
}

/** A store with work or a cron of its own sends more often than this. */
const QUIET_MS = 10 * 60_000;

/**
 * Has the store send the events that wait in it, for hosts without cron: when some were left waiting
 * last time, or when the store sent nothing for a while.
 */
export async function flushEvents(deps: FlushEventsDeps): Promise<void> {
  const now = deps.now();
  const last = deps.readFlushed();
  const lastContactAt = Math.max(deps.lastEventAt() ?? 0, last?.at ?? 0);
  const isDue = (last?.waiting ?? 0) > 0 || now - lastContactAt >= QUIET_MS;
  if (!isDue) return;
  try {
    const flushed = await (await deps.source()).flushEvents();
    // Nothing came of it: asked again no sooner than a quiet store is.
    deps.writeFlushed({ at: now, waiting: flushed?.waiting ?? 0 });
  } catch (caught) {
    deps.reportFailure(asSyncError(caught));
  }
}
