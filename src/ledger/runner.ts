/** Runs due rows and settles how each ended. It knows neither callers nor the alarm. */
import { judgeFailure, type RetryRule, type Verdict } from "../domain/errors/back-off";
import { isOutOfBudget, isRateLimited } from "../domain/errors/classify-code";
import { asSyncError, type SyncError } from "../domain/errors/sync-error";
import type { Budgets } from "./budgets";
import { drain, type DrainReport } from "./drain";
import { fenceMs } from "./fence";
import { clear, noteFailure, raise } from "./failures";
import type { LedgerPorts, LedgerConnection } from "./ports";
import type { OutboxRow, StepKind } from "./outbox";
import type { LedgerStorage } from "./storage";
import { openSteps, subjectOf } from "./steps";

const LIMITS = { concurrency: 4, rows: 200, wallMs: 5 * 60_000 };

/** Work that schedules itself again. */
export const RECURRING: readonly StepKind[] = ["poll-orders", "scan-stock", "scan-shipments"];
/** What still runs while a connection is paused: telling what is known. */
const WHILE_PAUSED: readonly StepKind[] = ["project-order"];

/** About a day of tries: a shop that is down over a night needs no person. */
const RETRY = { baseMs: 5_000, capMs: 60 * 60_000, maxTries: 40 };
/** Oversold is what nobody was told in time: stock is tried as long, but never pauses for an hour. */
const STOCK_RETRY = { ...RETRY, capMs: 5 * 60_000, maxTries: 600 };
/** Until the budget is asked again where it did not say when. */
const BUDGET_WAIT_MS = 10_000;
const RECURRING_CAP_MS = 5 * 60_000;

export interface RunnerDeps {
  rooms: LedgerStorage;
  lane: LedgerPorts;
  budgets: Budgets;
  connection(): Promise<LedgerConnection>;
  atomically(change: () => void): void;
}

/** Kinds that may run now; undefined: all. */
export function allowedKinds({ notes }: LedgerStorage): readonly StepKind[] | undefined {
  return notes.read("isActive") === false ? WHILE_PAUSED : undefined;
}

export function runDueRows(deps: RunnerDeps): Promise<DrainReport> {
  const { rooms, lane } = deps;
  const { outbox } = rooms;
  const { now } = lane;
  const leaseMs = fenceMs(lane.timing.httpTimeoutMs);
  const steps = openSteps(rooms, lane, deps.connection, deps.budgets.orders);
  return drain(
    {
      now,
      takeNext: (busy) => outbox.takeNext(now(), leaseMs, busy, allowedKinds(rooms)),
      async run(row) {
        try {
          const again = await steps[row.kind](subjectOf(row));
          await clear(rooms, lane, row);
          return again;
        } catch (caught) {
          const error = asSyncError(caught);
          if (isWaiting(error)) throw error;
          await raise(rooms, lane, row, error).catch((lost: unknown) => {
            lane.log.error("ledger.problem_unsaved", { code: asSyncError(lost).code });
          });
          throw error;
        }
      },
      finish: (row) => outbox.finish(row, now()),
      postpone: (row, dueAt) => outbox.postpone(row, dueAt, now()),
      judge: (row, error) => judge(lane, row, error),
      retry: (row, dueAt, error) => recordFailure(deps, row, error, dueAt),
      wait: (row, dueAt) => outbox.wait(row, dueAt),
      park: (row, error) => recordFailure(deps, row, error, undefined),
    },
    LIMITS,
  );
}

/** A want of budget is ours, and no failure of the step. */
function isWaiting({ code }: SyncError): boolean {
  return isOutOfBudget(code);
}

function judge(lane: LedgerPorts, row: OutboxRow, error: SyncError): Verdict {
  if (isWaiting(error))
    return { kind: "wait", dueAt: lane.now() + (error.facts.retryAfterMs ?? BUDGET_WAIT_MS) };
  const uncertainMs = lane.timing.httpTimeoutMs;
  const rule: RetryRule = { ...(row.kind === "push-stock" ? STOCK_RETRY : RETRY), uncertainMs };
  if (!RECURRING.includes(row.kind))
    return judgeFailure(error, row.attempts, rule, lane.now(), lane.random);
  const endless = { ...rule, capMs: RECURRING_CAP_MS, maxTries: Infinity };
  const failure = { remedy: "retry" as const, facts: error.facts };
  return judgeFailure(failure, row.attempts, endless, lane.now(), lane.random);
}

function recordFailure(
  { rooms, lane, budgets, atomically }: RunnerDeps,
  row: OutboxRow,
  error: SyncError,
  dueAt: number | undefined,
): void {
  const now = lane.now();
  const isParked = dueAt === undefined;
  atomically(() => {
    if (isParked) rooms.outbox.park(row, error.code, now);
    else rooms.outbox.retry(row, dueAt, error.code);
    noteFailure(rooms, row, error, isParked, now);
  });
  const side = lane.sideOf(error.code);
  if (side && isRateLimited(error.code)) budgets.block(side, error.facts.retryAfterMs);
  const subject = subjectOf(row);
  const fields = { kind: row.kind, subject, code: error.code, attempts: row.attempts, isParked };
  lane.log.warn("ledger.step_failed", fields);
}
