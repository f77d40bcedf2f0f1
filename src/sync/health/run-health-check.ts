/**
 * One health check at a time for a connection: a run is claimed, checks both sides, and ends with its
 * report. A run whose Worker died is taken over.
 */
import type { RunningCheck, CheckState } from "../../domain/health/check-run";
import { isRunAlive, RUN_ENDS_MS } from "../../domain/health/check-run";
import { withFlow, type LedgerFlow } from "../../domain/health/flow";
import type { CheckReport } from "../../domain/health/finding";
import { checkConnection, type CheckDeps, type CheckedSide } from "./check-connection";

export interface HealthReports {
  find(): Promise<CheckState>;
  /** Begins a run where none is under way that began after `deadBefore`; false where one is. */
  claim(startedAt: number, deadBefore: number): Promise<boolean>;
  /** Progress of a run, null for its end; one that another run has replaced writes nothing. */
  putRunning(startedAt: number, running: RunningCheck | null): Promise<void>;
  putReport(startedAt: number, report: CheckReport): Promise<void>;
}

export interface HealthRunDeps {
  reports: HealthReports;
  now(): number;
  /** What a run reaches, opened for it alone. */
  open(): Promise<Omit<CheckDeps, "notifyDone" | "save" | "now">>;
}

/**
 * Checks the connection and keeps the report; does nothing while another run is under way, since no
 * budget holds these requests back. Throws SyncError("merchant", "connection.incomplete").
 */
export function runHealthCheck(deps: HealthRunDeps): Promise<void> {
  return runUnless(deps, RUN_ENDS_MS);
}

/** Like runHealthCheck, but replaces a run that is under way: what it saw is out of date. */
export function rerunHealthCheck(deps: HealthRunDeps): Promise<void> {
  return runUnless(deps, 0);
}

export interface ReadHealthDeps extends Pick<HealthRunDeps, "reports" | "now"> {
  readFlow(): Promise<LedgerFlow>;
}

/**
 * The last report and the run under way; a dead run is none. What the ledger says of itself is read
 * anew: an order may have begun to wait since the check.
 */
export async function readHealth(deps: ReadHealthDeps): Promise<CheckState> {
  const { report, running } = await deps.reports.find();
  const now = deps.now();
  return {
    report: report && withFlow(report, await deps.readFlow(), now),
    running: isRunAlive(running, now) ? running : null,
  };
}

async function runUnless(deps: HealthRunDeps, spareMs: number): Promise<void> {
  const { reports, now } = deps;
  const startedAt = now();
  if (!(await reports.claim(startedAt, startedAt - spareMs))) return;
  const done: CheckedSide[] = [];
  try {
    await checkConnection({
      ...(await deps.open()),
      now,
      notifyDone(side) {
        done.push(side);
        return reports.putRunning(startedAt, { startedAt, done });
      },
      save: (report) => reports.putReport(startedAt, report),
    });
  } catch (caught) {
    await reports.putRunning(startedAt, null);
    throw caught;
  }
}
