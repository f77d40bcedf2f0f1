/** What a failed or repaired step leaves for people to read. It does not decide about retries. */
import { mayPass, sideOf } from "../domain/errors/classify-code";
import { GIVEN_UP, QUIET_TRIES } from "../domain/orders/retry-import";
import { withProblem, type OrderProblems } from "../domain/orders/order-record";
import {
  CHANNEL_PROBLEM,
  priceProblem,
  SOURCE_PROBLEM,
  stockProblem,
} from "../domain/errors/problem-key";
import { toReason, type Reason } from "../domain/errors/reason";
import type { SyncError } from "../domain/errors/sync-error";
import { parkOrderImport } from "../sync/orders/import-order";
import { subjectOf } from "./entities";
import type { LedgerPorts } from "./ports";
import type { OutboxRow } from "./outbox";
import type { StepKind } from "./step-kinds";
import type { LedgerStorage } from "./storage";

const ORDER_PROBLEM: Partial<Record<StepKind, keyof OrderProblems>> = {
  "refresh-order": "import",
  "import-order": "import",
  "export-shipment": "shipment",
  "cancel-source": "cancel",
  "cancel-channel": "cancel",
  "answer-request": "cancel",
  "change-address": "address",
  "mark-delivered": "delivery",
  "mark-shipped": "sent",
};

/** Key of the problem a kind of work opens, other than an order's own. */
function problemKey(row: OutboxRow, side: string | undefined): string | undefined {
  switch (row.kind) {
    case "push-stock":
      return stockProblem(subjectOf(row));
    case "push-price":
      return priceProblem(subjectOf(row));
    case "poll-orders":
    case "read-back-offers":
      return CHANNEL_PROBLEM;
    case "scan-stock":
    case "scan-products":
    case "walk-products":
    case "scan-shipments":
    case "scan-refunds":
      return SOURCE_PROBLEM;
    // Their own: the next good scan must not close what a read of single products opened.
    case "observe-products":
    case "observe-stock":
      return row.entity;
    default:
      return side;
  }
}

/** Writes a failure into the order's own record; call it inside one transaction. */
export function recordOrderFailure(
  { orders }: LedgerStorage,
  row: OutboxRow,
  error: SyncError,
  isParked: boolean,
  now: number,
): void {
  const step = ORDER_PROBLEM[row.kind];
  if (!step || (!isParked && !isLasting(row, error))) return;
  const orderId = subjectOf(row);
  orders.atomically(() => {
    const record = orders.read(orderId);
    if (!record) return;
    const reason = reasonOf(row, error, isParked);
    if (record.problems[step]?.code === error.code && !isParked) return;
    const key = `failed:${row.kind}:${error.code}`;
    const facts = { step: row.kind, ...reason };
    orders.write(withProblem(record, step, reason), [{ key, kind: "failed", facts, at: now }]);
    if (isParked && row.kind === "import-order")
      parkOrderImport({ orders, now: () => now }, orderId, error);
  });
}

/** An order that was given up says so, and by what. */
function reasonOf({ kind }: OutboxRow, error: SyncError, isParked: boolean): Reason {
  const isGivenUp = isParked && kind === "import-order" && mayPass(error);
  if (!isGivenUp) return toReason(error);
  return { code: GIVEN_UP, facts: { ...error.facts, cause: error.code } };
}

/**
 * Opens the problem a merchant reads, once the failure lasts. A failed step of an order is shown by
 * the order's own record; only an order that was never read, and so has no record, gets a problem
 * here.
 */
export async function raise(
  { orders }: LedgerStorage,
  ports: LedgerPorts,
  row: OutboxRow,
  error: SyncError,
): Promise<void> {
  if (!isLasting(row, error)) return;
  if (ORDER_PROBLEM[row.kind] !== undefined && error.remedy !== "reconnect") {
    const isUnknown = orders.read(subjectOf(row)) === undefined;
    if (isUnknown) await ports.raiseProblem(row.entity, error);
    return;
  }
  const key = problemKey(row, sideOf(error.code));
  if (key) await ports.raiseProblem(key, error);
}

/** Whether a failure is shown: at once when somebody must act, later when it may pass by itself. */
function isLasting({ attempts }: OutboxRow, error: SyncError): boolean {
  return !mayPass(error) || attempts >= QUIET_TRIES;
}

/** A success closes the problem that the same work opened. */
export async function clear(
  { orders }: LedgerStorage,
  ports: LedgerPorts,
  row: OutboxRow,
): Promise<void> {
  if (row.reason === null) return;
  const key = problemKey(row, sideOf(row.reason));
  if (key) await ports.clearProblem(key);
  if (row.kind === "refresh-order") await ports.clearProblem(row.entity);
  const step = ORDER_PROBLEM[row.kind];
  if (!step || step === "shipment") return;
  orders.atomically(() => {
    const record = orders.read(subjectOf(row));
    // A parked order waits for a person, and so does its reason.
    if (step === "import" && record?.importState.status === "parked") return;
    if (record?.problems[step]?.code === row.reason)
      orders.write(withProblem(record, step, null), []);
  });
}
