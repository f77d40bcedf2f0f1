/** Whether a healed history is over: nothing waits, and every sweep has seen the state once. */
import { RECURRING } from "../../src/ledger/step-kinds";
import type { System } from "./system";

/** When the sweeps are due next, by ledger and kind. */
export type SweepTimes = ReadonlyMap<string, number>;

interface WaitingRow {
  key: string;
  isSweep: boolean;
  dueAt: number;
}

function waitingRows({ worker }: System): WaitingRow[] {
  return worker.ledgers.names().flatMap((name) =>
    worker.ledgers
      .file(name)
      .all("SELECT kind, attempts, due_at FROM outbox", [])
      .map(({ kind, attempts, due_at: dueAt }) => ({
        key: `${name} ${kind}`,
        isSweep: attempts === 0 && RECURRING.some((known) => known === kind),
        dueAt: Number(dueAt),
      })),
  );
}

export const sweepTimes = (system: System): SweepTimes =>
  new Map(waitingRows(system).map(({ key, dueAt }) => [key, dueAt]));

/**
 * `since`: when the sweeps were due at the moment from which each must have run once; absent: they
 * need not have run.
 */
export function isAtRest(system: System, since: SweepTimes | undefined): boolean {
  const { worker, world, timeline } = system;
  if (worker.queue.waiting() > 0 || (world.nextDueAt() ?? Infinity) <= timeline.now()) return false;
  const open = `SELECT 1 FROM task WHERE state IN ('waiting', 'running') LIMIT 1`;
  if (worker.database.rows(open, []).length > 0) return false;
  const rows = waitingRows(system);
  const hasRun = ({ key, dueAt }: WaitingRow) =>
    !since || dueAt > Math.max(since.get(key) ?? 0, timeline.now());
  return rows.length > 0 && rows.every((row) => row.isSweep && hasRun(row));
}
