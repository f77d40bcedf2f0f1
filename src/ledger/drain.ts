/**
 * Drains due rows: sequential per entity, a few entities at a time, one try per entity and drain.
 * Storage and work are handed in as functions.
 */
import type { Verdict } from "../domain/errors/back-off";
import { asSyncError, type SyncError } from "../domain/errors/sync-error";
import type { OutboxRow } from "./outbox";

export interface DrainDeps {
  now(): number;
  /** Takes a due row whose entity is not in `busy`, the intent already written. */
  takeNext(busy: readonly string[]): OutboxRow | undefined;
  /** Does the row's work; a number asks for another run at that moment (epoch ms). */
  run(row: OutboxRow): Promise<number | undefined>;
  finish(row: OutboxRow): void;
  postpone(row: OutboxRow, dueAt: number): void;
  judge(row: OutboxRow, error: SyncError): Verdict | Promise<Verdict>;
  retry(row: OutboxRow, dueAt: number, error: SyncError): void;
  /** Again at `dueAt`; the try does not count. */
  wait(row: OutboxRow, dueAt: number): void;
  park(row: OutboxRow, error: SyncError): void;
}

export interface DrainLimits {
  /** Entities at once: an object may hold six outgoing connections, two stay free. */
  concurrency: number;
  rows: number;
  /** No new row is begun after this long; an alarm may run 15 minutes. */
  wallMs: number;
}

export interface DrainReport {
  done: number;
  postponed: number;
  failed: number;
  parked: number;
}

export async function drain(deps: DrainDeps, limits: DrainLimits): Promise<DrainReport> {
  const report: DrainReport = { done: 0, postponed: 0, failed: 0, parked: 0 };
  const inFlight = new Map<string, Promise<void>>();
  const spent = new Set<string>();
  const startedAt = deps.now();
  let begun = 0;
  const begin = (row: OutboxRow) => {
    begun += 1;
    const work = runRow(deps, row).then((end) => {
      report[end] += 1;
      inFlight.delete(row.entity);
      if (end !== "done") spent.add(row.entity);
    });
    inFlight.set(row.entity, work);
  };
  for (;;) {
    while (
      inFlight.size < limits.concurrency &&
      begun < limits.rows &&
      deps.now() - startedAt < limits.wallMs
    ) {
      const row = deps.takeNext([...inFlight.keys(), ...spent]);
      if (!row) break;
      begin(row);
    }
    if (inFlight.size === 0) return report;
    await Promise.race(inFlight.values());
  }
}

async function runRow(deps: DrainDeps, row: OutboxRow): Promise<keyof DrainReport> {
  let again: number | undefined;
  try {
    again = await deps.run(row);
  } catch (caught) {
    const error = asSyncError(caught);
    const verdict = await deps.judge(row, error);
    if (verdict.kind === "park") {
      deps.park(row, error);
      return "parked";
    }
    if (verdict.kind === "wait") {
      deps.wait(row, verdict.dueAt);
      return "postponed";
    }
    deps.retry(row, verdict.dueAt, error);
    return "failed";
  }
  if (again === undefined) {
    deps.finish(row);
    return "done";
  }
  deps.postpone(row, again);
  return "postponed";
}
