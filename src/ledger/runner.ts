/** Runs due rows and records how each ended. It knows neither callers nor the alarm. */
import { judgeFailure, type RetryRule, type Verdict } from "../domain/errors/back-off";
import { isOutOfBudget, isRateLimited, mayPass, sideOf } from "../domain/errors/classify-code";
import { failingSinceOf, GIVEN_UP_MS, judgeImport } from "../domain/orders/retry-import";
import { asSyncError, type SyncError } from "../domain/errors/sync-error";
import { runAbout } from "../lib/about";
import type { Budgets, Side } from "./budgets";
import { drain, type DrainReport } from "./drain";
import { subjectOf } from "./entities";
import { clear, raise, recordOrderFailure } from "./failures";
import { fenceMs } from "./fence";
import type { OutboxRow } from "./outbox";
import type { LedgerPorts, LedgerConnection } from "./ports";
import { READS, RECURRING, SHOP_OF_STEP, STEPS_OF_SHOP, type StepKind } from "./step-kinds";
import { STEPS } from "./steps/step-table";
import type { LedgerStorage } from "./storage";

const LIMITS = { concurrency: 4, rows: 200, wallMs: 5 * 60_000 };

/** What still runs while a connection is paused: the read model is brought up to date. */
const WHILE_PAUSED: readonly StepKind[] = ["project-order", "reproject-orders"];

/** About a day of tries: a shop that is down over a night needs no person. */
const RETRY = { baseMs: 5_000, capMs: 60 * 60_000, maxTries: 40 };
/**
 * A stock update that arrives late oversells, so it is retried as long but never pauses for an
 * hour.
 */
const STOCK_RETRY = { ...RETRY, capMs: 5 * 60_000, maxTries: 600 };
/** Wait for the request budget when its error names no time. */
const BUDGET_WAIT_MS = 10_000;
const RECURRING_CAP_MS = 5 * 60_000;

export interface RunnerDeps {
  storage: LedgerStorage;
  ports: LedgerPorts;
  budgets: Budgets;
  connection(): Promise<LedgerConnection>;
  /** The next reading of the connection opens it anew. */
  dropConnection(): void;
  atomically(change: () => void): void;
}

/** Kinds that may run now; undefined: all. */
export function allowedKinds({ notes }: LedgerStorage): readonly StepKind[] | undefined {
  return notes.read("isActive") === false ? WHILE_PAUSED : undefined;
}

export function runDueRows(deps: RunnerDeps): Promise<DrainReport> {
  const { storage, ports } = deps;
  const { outbox } = storage;
  const { now } = ports;
  const leaseMs = fenceMs(ports.timing.httpTimeoutMs);
  return drain(
    {
      now,
      takeNext: (busy) => outbox.takeNext(now(), leaseMs, busy, allowedKinds(storage)),
      run: (row) => runRow(deps, row),
      finish: (row) => outbox.finish(row, now()),
      postpone: (row, dueAt) => outbox.postpone(row, dueAt, now()),
      judge: (row, error) => judge(deps, row, error),
      retry: (row, dueAt, error) => recordFailure(deps, row, error, dueAt),
      wait: (row, dueAt) => outbox.wait(row, dueAt),
      park: (row, error) => recordFailure(deps, row, error, undefined),
    },
    LIMITS,
  );
}

async function runRow(deps: RunnerDeps, row: OutboxRow): Promise<number | undefined> {
  const { storage, ports, connection, budgets } = deps;
  const { orders: gate, source } = budgets;
  const refreshStore = async () => {
    await ports.refreshStore();
    deps.dropConnection();
  };
  const bulk = { wait: source.waitForBulk };
  const context = { storage, ports, connection, gate, bulk, refreshStore };
  try {
    const step = () => STEPS[row.kind](context, subjectOf(row));
    const again = await (isOfOne(row) ? runAbout(row.entity, step) : step());
    await clear(storage, ports, row);
    unpark(deps, SHOP_OF_STEP[row.kind]);
    return again;
  } catch (caught) {
    const error = asSyncError(caught);
    // The budget is Weft's own, so its refusal is no failure of the step.
    if (isOutOfBudget(error.code)) throw error;
    await raise(storage, ports, row, error).catch((lost: unknown) => {
      ports.log.error("ledger.problem_unsaved", { code: asSyncError(lost).code });
    });
    throw error;
  }
}

/** An order or a listing: its entity is what the journal calls it. */
const isOfOne = ({ entity }: OutboxRow): boolean => /^(?:order|listing):/.test(entity);

/**
 * A step is done, so its shop answers well: what failed while it answered badly is tried again soon, what was
 * given up as well, and one row of each cause that waits for a person.
 */
function unpark({ storage, ports, atomically }: RunnerDeps, shop: Side | undefined): void {
  if (!shop) return;
  const { outbox, rechecks, orders } = storage;
  const now = ports.now();
  atomically(() => {
    outbox.hasten(shop, now);
    const freed = [...outbox.unpark(shop, now), ...rechecks.begin(STEPS_OF_SHOP[shop], now)];
    for (const entity of freed) orders.unpark(subjectOf({ entity }));
  });
}

async function judge(deps: RunnerDeps, row: OutboxRow, error: SyncError): Promise<Verdict> {
  const { now, random, timing } = deps.ports;
  if (isOutOfBudget(error.code))
    return { kind: "wait", dueAt: now() + (error.facts.retryAfterMs ?? BUDGET_WAIT_MS) };
  const uncertainMs = timing.httpTimeoutMs;
  const rule: RetryRule = { ...(row.kind === "push-stock" ? STOCK_RETRY : RETRY), uncertainMs };
  if (row.kind === "import-order") {
    const isRetried = await retriesOrders(deps);
    const { attempts: tries, failingSince } = row;
    return judgeImport(error, { tries, failingSince, isRetried }, rule, now(), random);
  }
  if (!READS.includes(row.kind)) return judgeFailure(error, row.attempts, rule, now(), random);
  const capMs = RECURRING.includes(row.kind) ? RECURRING_CAP_MS : rule.capMs;
  const endless = { ...rule, capMs, maxTries: Infinity };
  const failure = { remedy: "retry" as const, facts: error.facts };
  return judgeFailure(failure, row.attempts, endless, now(), random);
}

const sinceOf = (row: OutboxRow, error: SyncError, now: number): number | null =>
  row.kind === "import-order"
    ? failingSinceOf(error, { tries: row.attempts, failingSince: row.failingSince }, now)
    : null;

/** What was given up for the shop's sake does not ask it again at every good answer. */
const releaseAt = ({ kind }: OutboxRow, waitsFor: Side | null, now: number): number =>
  kind === "import-order" && waitsFor ? now + GIVEN_UP_MS : now;

/** What the merchant wants; as usual where it cannot be read now. */
async function retriesOrders({ connection }: RunnerDeps): Promise<boolean> {
  try {
    return (await connection()).retriesOrders;
  } catch {
    return true;
  }
}

/** `dueAt`: of the next try; undefined parks the row. */
function recordFailure(
  { storage, ports, budgets, atomically }: RunnerDeps,
  row: OutboxRow,
  error: SyncError,
  dueAt: number | undefined,
): void {
  const now = ports.now();
  const isParked = dueAt === undefined;
  atomically(() => {
    const waitsFor = mayPass(error) ? (sideOf(error.code) ?? null) : null;
    const failingSince = sinceOf(row, error, now);
    const failure = { reason: error.code, waitsFor, failingSince };
    if (isParked) storage.outbox.park(row, releaseAt(row, waitsFor, now), failure);
    else storage.outbox.retry(row, dueAt, failure);
    recordOrderFailure(storage, row, error, isParked, now);
  });
  const side = sideOf(error.code);
  if (side && isRateLimited(error.code)) budgets.block(side, error.facts.retryAfterMs);
  const subject = subjectOf(row);
  const fields = { kind: row.kind, subject, code: error.code, attempts: row.attempts, isParked };
  ports.log.warn("ledger.step_failed", fields);
}
