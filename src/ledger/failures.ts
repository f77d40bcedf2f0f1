/** What a failed or repaired step leaves for people to read. It does not decide about retries. */
import { withProblem, type OrderProblems } from "../domain/orders/order-record";
import {
  CHANNEL_PROBLEM,
  priceProblem,
  SOURCE_PROBLEM,
  stockProblem,
} from "../domain/errors/problem-key";
import type { SyncError } from "../domain/errors/sync-error";
import { parkOrderImport } from "../sync/orders/import-order";
import type { LedgerPorts } from "./ports";
import type { OutboxRow, StepKind } from "./outbox";
import type { LedgerStorage } from "./storage";
import { subjectOf } from "./steps";

/** Tries after which a failure that may pass by itself is shown. */
const QUIET_TRIES = 3;

const ORDER_PROBLEM: Partial<Record<StepKind, keyof OrderProblems>> = {
  "refresh-order": "import",
  "import-order": "import",
  "export-shipment": "shipment",
  "cancel-source": "cancel",
  "cancel-channel": "cancel",
};

/** Key of the problem a kind of work opens, other than an order's own. */
function problemKey(row: OutboxRow, side: string | undefined): string | undefined {
  switch (row.kind) {
    case "push-stock":
      return stockProblem(subjectOf(row));
    case "push-price":
      return priceProblem(subjectOf(row));
    case "poll-orders":
      return CHANNEL_PROBLEM;
    case "scan-stock":
    case "scan-shipments":
      return SOURCE_PROBLEM;
    default:
      return side;
  }
}

/** Notes a failure in the order's own record, in the ledger's storage. */
export function noteFailure(
  { book }: LedgerStorage,
  row: OutboxRow,
  error: SyncError,
  isParked: boolean,
  now: number,
): void {
  const step = ORDER_PROBLEM[row.kind];
  if (!step || (!isParked && row.attempts < QUIET_TRIES && error.remedy !== "reconnect")) return;
  const orderId = subjectOf(row);
  book.atomically(() => {
    const record = book.read(orderId);
    if (!record) return;
    const reason = { code: error.code, facts: { ...error.facts } };
    if (record.problems[step]?.code === error.code && !isParked) return;
    const key = `failed:${row.kind}:${error.code}`;
    const facts = { step: row.kind, ...reason };
    book.write(withProblem(record, step, reason), [{ key, kind: "failed", facts, at: now }]);
    if (isParked && row.kind === "import-order")
      parkOrderImport({ book, now: () => now }, orderId, error);
  });
}

/**
 * Opens the problem a merchant reads; a step may fail without one while it is young. An order's own
 * record says what fails with it; one that was never read has no record to say it in.
 */
export async function raise(
  { book }: LedgerStorage,
  lane: LedgerPorts,
  row: OutboxRow,
  error: SyncError,
): Promise<void> {
  const isLasting =
    error.remedy === "merchant" || error.remedy === "reconnect" || row.attempts >= QUIET_TRIES;
  if (ORDER_PROBLEM[row.kind] !== undefined && error.remedy !== "reconnect") {
    const isUnknown = book.read(subjectOf(row)) === undefined;
    if (isLasting && isUnknown) await lane.raiseProblem(row.entity, error);
    return;
  }
  const key = problemKey(row, lane.sideOf(error.code));
  if (isLasting && key) await lane.raiseProblem(key, error);
}

/** A success closes what the same work opened. */
export async function clear(
  { book }: LedgerStorage,
  lane: LedgerPorts,
  row: OutboxRow,
): Promise<void> {
  if (row.reason === null) return;
  const key = problemKey(row, lane.sideOf(row.reason));
  if (key) await lane.clearProblem(key);
  if (row.kind === "refresh-order") await lane.clearProblem(row.entity);
  const step = ORDER_PROBLEM[row.kind];
  if (!step || step === "shipment") return;
  book.atomically(() => {
    const record = book.read(subjectOf(row));
    // A parked order waits for a person, and so does its reason.
    if (step === "import" && record?.importState.status === "parked") return;
    if (record?.problems[step]?.code === row.reason)
      book.write(withProblem(record, step, null), []);
  });
}
