/**
 * Rows of work still to be done, one per kind and entity: the row says only "look at this". It does
 * not know what a kind means.
 */

import type { LedgerStoragePort } from "./storage-port";

export type StepKind =
  | "refresh-order"
  | "import-order"
  | "export-shipment"
  | "cancel-source"
  | "cancel-channel"
  | "project-order"
  | "push-stock"
  | "push-price"
  | "observe-products"
  | "observe-stock"
  | "refresh-listing"
  | "review-stock"
  | "poll-orders"
  | "scan-stock"
  | "scan-shipments";

export interface OutboxRow {
  id: number;
  kind: StepKind;
  /** What must not be in two hands at once, e.g. "order:123", "listing:99". */
  entity: string;
  dueAt: number;
  /** Tries begun, this one included once it runs. */
  attempts: number;
  /** Requests there were when the run began. */
  wanted: number;
  /** Code of the failure before; null when all was well. */
  reason: string | null;
}

export type Outbox = ReturnType<typeof openOutbox>;

type Raw = {
  id: number;
  kind: string;
  entity: string;
  due_at: number;
  attempts: number;
  wanted: number;
  reason: string | null;
};

const toRow = (raw: Raw): OutboxRow => ({
  id: raw.id,
  kind: raw.kind as StepKind,
  entity: raw.entity,
  dueAt: raw.due_at,
  attempts: raw.attempts,
  wanted: raw.wanted,
  reason: raw.reason,
});

export function openOutbox(storage: LedgerStoragePort) {
  const { sql } = storage;
  return {
    /**
     * Asks for a step. A row that waits already keeps the earlier due time (a backed-off one its
     * own); one that runs is run again afterwards; a parked one is opened again.
     */
    schedule(kind: StepKind, entity: string, dueAt: number): void {
      sql.exec(
        `INSERT INTO outbox (kind, entity, due_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (kind, entity) DO UPDATE SET wanted = wanted + 1,
           due_at = CASE WHEN state = 'parked' OR attempts = 0 AND due_at > ?3 THEN ?3 ELSE due_at END,
           attempts = CASE WHEN state = 'parked' THEN 0 ELSE attempts END,
           state = CASE WHEN state = 'parked' THEN 'due' ELSE state END`,
        kind,
        entity,
        dueAt,
      );
    },
    /** A person waits for this step: like `schedule`, but a backed-off row does not wait either. */
    urge(kind: StepKind, entity: string, dueAt: number): void {
      this.schedule(kind, entity, dueAt);
      sql.exec(
        `UPDATE outbox SET due_at = ?, attempts = 0
         WHERE kind = ? AND entity = ? AND state = 'due'`,
        dueAt,
        kind,
        entity,
      );
    },
    /** The row of a step that is not done yet. */
    find(kind: StepKind, entity: string): { isParked: boolean; reason: string | null } | undefined {
      const [row] = sql
        .exec<{ state: string; reason: string | null }>(
          `SELECT state, reason FROM outbox WHERE kind = ? AND entity = ?`,
          kind,
          entity,
        )
        .toArray();
      return row && { isParked: row.state === "parked", reason: row.reason };
    },
    /**
     * A person or a repaired login asks: back-off and parking are forgotten, the reason is not: a
     * success still has to close what it opened.
     */
    hurry(dueAt: number, entity?: string): void {
      const where = entity === undefined ? "" : "AND entity = ?2";
      const bindings = entity === undefined ? [dueAt] : [dueAt, entity];
      sql.exec(
        `UPDATE outbox SET state = 'due', attempts = 0, due_at = ?1,
           wanted = wanted + 1 WHERE state <> 'running' ${where}`,
        ...bindings,
      );
    },
    /**
     * Takes the next due row whose entity is in nobody's hands and notes the intent: from here on a
     * crash is known to have happened in the middle. `busy`: entities to leave alone.
     */
    takeNext(now: number, leaseMs: number, busy: readonly string[], only?: readonly StepKind[]) {
      const [found] = sql
        .exec<Raw>(
          `SELECT id, kind, entity, due_at, attempts, wanted, reason FROM outbox AS o
           WHERE (state = 'due' AND due_at <= ?1 OR state = 'running' AND lease_until <= ?1)
             AND entity NOT IN (SELECT value FROM json_each(?2))
             AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))
             AND NOT EXISTS (SELECT 1 FROM outbox r
               WHERE r.entity = o.entity AND r.state = 'running' AND r.lease_until > ?1)
           ORDER BY due_at, id LIMIT 1`,
          now,
          JSON.stringify(busy),
          only ? JSON.stringify(only) : null,
        )
        .toArray();
      if (!found) return undefined;
      sql.exec(
        `UPDATE outbox SET state = 'running', attempts = attempts + 1, lease_until = ? WHERE id = ?`,
        now + leaseMs,
        found.id,
      );
      return toRow({ ...found, attempts: found.attempts + 1 });
    },
    /** Done: gone, unless it was asked for again meanwhile. */
    finish(row: OutboxRow, now: number): void {
      sql.exec(`DELETE FROM outbox WHERE id = ? AND wanted = ?`, row.id, row.wanted);
      sql.exec(
        `UPDATE outbox SET state = 'due', attempts = 0, due_at = ?, lease_until = 0, reason = NULL
         WHERE id = ? AND state = 'running'`,
        now,
        row.id,
      );
    },
    /** Nothing failed, but there is more to do at `dueAt`. */
    postpone(row: OutboxRow, dueAt: number, now: number): void {
      sql.exec(
        `UPDATE outbox SET state = 'due', attempts = 0, lease_until = 0, reason = NULL,
           due_at = CASE WHEN wanted > ?2 THEN MIN(?3, ?4) ELSE ?3 END WHERE id = ?1`,
        row.id,
        row.wanted,
        dueAt,
        now,
      );
    },
    /** Failed: again at `dueAt`. */
    retry(row: OutboxRow, dueAt: number, reason: string): void {
      sql.exec(
        `UPDATE outbox SET state = 'due', lease_until = 0, due_at = ?, reason = ? WHERE id = ?`,
        dueAt,
        reason,
        row.id,
      );
    },
    /** Could not begin: again at `dueAt`; the try does not count, and what failed before still stands. */
    wait(row: OutboxRow, dueAt: number): void {
      sql.exec(
        `UPDATE outbox SET state = 'due', lease_until = 0, due_at = ?, attempts = ? WHERE id = ?`,
        dueAt,
        row.attempts - 1,
        row.id,
      );
    },
    /** Waits for a person, unless it was asked for again meanwhile. */
    park(row: OutboxRow, reason: string, now: number): void {
      sql.exec(
        `UPDATE outbox SET lease_until = 0, reason = ?2, due_at = ?3, attempts = 0,
           state = CASE WHEN wanted > ?4 THEN 'due' ELSE 'parked' END WHERE id = ?1`,
        row.id,
        reason,
        now,
        row.wanted,
      );
    },
    drop(kinds: readonly StepKind[]): void {
      sql.exec(
        `DELETE FROM outbox WHERE kind IN (SELECT value FROM json_each(?))`,
        JSON.stringify(kinds),
      );
    },
    /**
     * Called when an object wakes: a row found running belongs to an instance that may live on for
     * half a minute, so nobody touches it before `until`.
     */
    fence(until: number): void {
      sql.exec(
        `UPDATE outbox SET lease_until = MAX(lease_until, ?) WHERE state = 'running'`,
        until,
      );
    },
    /** When the next row may be taken; undefined when there is nothing to wait for. */
    nextDueAt(only?: readonly StepKind[]): number | undefined {
      const [row] = sql
        .exec<{ at: number | null }>(
          `SELECT MIN(CASE state WHEN 'due' THEN due_at ELSE lease_until END) AS at FROM outbox
           WHERE state IN ('due', 'running')
             AND (?1 IS NULL OR kind IN (SELECT value FROM json_each(?1)))`,
          only ? JSON.stringify(only) : null,
        )
        .toArray();
      return row?.at ?? undefined;
    },
    /** Kinds that have a row, whatever its state. */
    kinds(): Set<StepKind> {
      const rows = sql.exec<{ kind: StepKind }>(`SELECT DISTINCT kind FROM outbox`).toArray();
      return new Set(rows.map(({ kind }) => kind));
    },
  };
}
