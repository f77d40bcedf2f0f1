/**
 * Rows of work still to be done, one per kind and entity. A row says what to work on and when,
 * never what the outcome should be. The outbox does not know what a kind means.
 */
import type { RawRow, Shop, StepFailure } from "./outbox-rows";
import { KNOWN_KINDS, isStepKind, type StepKind } from "./step-kinds";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export interface OutboxRow {
  id: number;
  kind: StepKind;
  /** Mutex key, e.g. "order:123": rows of one entity never run at the same time. */
  entity: string;
  dueAt: number;
  /** Tries begun, this one included once it runs. */
  attempts: number;
  /** Requests there were when the run began. */
  wanted: number;
  /** Code of the failure before; null when all was well. */
  reason: string | null;
  /** Since when it fails so that people see it, epoch ms; null: it does not. */
  failingSince: number | null;
}

/** Pauses of minutes, not of seconds, and most of the tries of a new step. */
const TRIES_WHEN_UNPARKED = 5;

/** From a shop's good answer to the next try of what failed there. */
const PAUSE_AFTER_GOOD_MS = 60_000;

export class Outbox {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /**
   * Asks for a step. A waiting row keeps the earlier due time (a backed-off one its own); a running
   * row runs again afterwards; a parked row is due again.
   */
  schedule(kind: StepKind, entity: string, dueAt: number): void {
    this.#sql.exec(
      `INSERT INTO outbox (kind, entity, due_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (kind, entity) DO UPDATE SET wanted = wanted + 1,
         due_at = CASE WHEN state = 'parked' OR attempts = 0 AND due_at > ?3 THEN ?3 ELSE due_at END,
         attempts = CASE WHEN state = 'parked' THEN 0 ELSE attempts END,
         failing_since = CASE WHEN state = 'parked' THEN NULL ELSE failing_since END,
         state = CASE WHEN state = 'parked' THEN 'due' ELSE state END`,
      kind,
      entity,
      dueAt,
    );
  }

  /** Asks for a step a person waits for: like `schedule`, but without the rest of a back-off. */
  runNow(kind: StepKind, entity: string, now: number): void {
    this.schedule(kind, entity, now);
    this.#sql.exec(
      `UPDATE outbox SET due_at = ?, attempts = 0, failing_since = NULL
       WHERE kind = ? AND entity = ? AND state = 'due'`,
      now,
      kind,
      entity,
    );
  }

  /** The row of a step that is not done yet. */
  find(
    kind: StepKind,
    entity: string,
  ): { isParked: boolean; reason: string | null; dueAt: number } | undefined {
    const [row] = this.#sql
      .exec<{ state: string; reason: string | null; due_at: number }>(
        `SELECT state, reason, due_at FROM outbox WHERE kind = ? AND entity = ?`,
        kind,
        entity,
      )
      .toArray();
    return row && { isParked: row.state === "parked", reason: row.reason, dueAt: row.due_at };
  }

  /** Rows of a kind that failed at least so often, the parked ones among them. */
  listFailing(kind: StepKind, tries: number): { entity: string; reason: string }[] {
    return this.#sql
      .exec<{ entity: string; reason: string }>(
        `SELECT entity, reason FROM outbox
         WHERE kind = ? AND reason IS NOT NULL AND (state = 'parked' OR attempts >= ?)`,
        kind,
        tries,
      )
      .toArray();
  }

  /**
   * Makes every row that does not run due at `dueAt`, of `entity` only where one is given: back-off
   * and parking are dropped. The reason stays, because a success still has to close the problem it
   * opened.
   */
  resetBackoff(dueAt: number, entity?: string): void {
    const where =
      entity === undefined ? "" : `AND kind IN (${listOf(KNOWN_KINDS)}) AND entity = ?2`;
    const bindings = entity === undefined ? [dueAt] : [dueAt, entity];
    this.#sql.exec(
      `UPDATE outbox SET state = 'due', attempts = 0, failing_since = NULL, due_at = ?1,
         wanted = wanted + 1 WHERE state <> 'running' ${where}`,
      ...bindings,
    );
  }

  /**
   * Takes the next due row whose entity has no running row, and stores the intent: a crash after
   * this is known to have happened in the middle. `busy`: entities to leave alone; `only`: kinds to
   * take.
   */
  takeNext(
    now: number,
    leaseMs: number,
    busy: readonly string[],
    only: readonly StepKind[] = KNOWN_KINDS,
  ): OutboxRow | undefined {
    const isFree = `entity NOT IN (SELECT value FROM json_each(?2))
      AND kind IN (${listOf(only)})
      AND NOT EXISTS (SELECT 1 FROM outbox r
        WHERE r.entity = o.entity AND r.state = 'running' AND r.lease_until > ?1)`;
    const first = (where: string) => `SELECT * FROM (
      SELECT id, kind, entity, due_at, attempts, wanted, reason, failing_since FROM outbox AS o
      WHERE ${where} AND ${isFree} ORDER BY due_at, id LIMIT 1)`;
    const [found] = this.#sql
      .exec<RawRow>(
        `${first(`state = 'due' AND due_at <= ?1`)} UNION ALL
         ${first(`state = 'running' AND lease_until <= ?1`)} ORDER BY due_at, id LIMIT 1`,
        now,
        JSON.stringify(busy),
      )
      .toArray();
    if (!found || !isStepKind(found.kind)) return undefined;
    this.#sql.exec(
      `UPDATE outbox SET state = 'running', attempts = attempts + 1, lease_until = ? WHERE id = ?`,
      now + leaseMs,
      found.id,
    );
    const { id, kind, entity, due_at: dueAt, attempts, wanted, reason } = found;
    const failingSince = found.failing_since;
    return { id, kind, entity, dueAt, attempts: attempts + 1, wanted, reason, failingSince };
  }

  /** Done: gone, unless it was asked for again meanwhile. */
  finish(row: OutboxRow, now: number): void {
    this.#sql.exec(`DELETE FROM outbox WHERE id = ? AND wanted = ?`, row.id, row.wanted);
    this.#sql.exec(
      `UPDATE outbox SET state = 'due', attempts = 0, due_at = ?, lease_until = 0, reason = NULL,
         failing_since = NULL
       WHERE id = ? AND state = 'running'`,
      now,
      row.id,
    );
  }

  /** Nothing failed, but there is more to do at `dueAt`. */
  postpone(row: OutboxRow, dueAt: number, now: number): void {
    this.#sql.exec(
      `UPDATE outbox SET state = 'due', attempts = 0, lease_until = 0, reason = NULL,
         failing_since = NULL, due_at = CASE WHEN wanted > ?2 THEN MIN(?3, ?4) ELSE ?3 END WHERE id = ?1`,
      row.id,
      row.wanted,
      dueAt,
      now,
    );
  }

  /** Failed: again at `dueAt`, or soon after the next good answer of the shop `waitsFor`. */
  retry(row: OutboxRow, dueAt: number, { reason, waitsFor, failingSince }: StepFailure): void {
    this.#sql.exec(
      `UPDATE outbox SET state = 'due', lease_until = 0, due_at = ?, reason = ?, waits_for = ?,
         failing_since = ? WHERE id = ?`,
      dueAt,
      reason,
      waitsFor,
      failingSince,
      row.id,
    );
  }

  /**
   * Shortens the pause of rows that failed by answers of this shop, which answers well again. A
   * minute stays: long enough for an effect that may still be happening, and no storm.
   */
  hasten(shop: Shop, now: number): void {
    const soon = now + PAUSE_AFTER_GOOD_MS;
    this.#sql.exec(
      `UPDATE outbox SET due_at = ?2 WHERE state = 'due' AND waits_for = ?1 AND due_at > ?2`,
      shop,
      soon,
    );
  }

  /** Could not begin: again at `dueAt`. The try does not count, and an earlier failure stands. */
  wait(row: OutboxRow, dueAt: number): void {
    this.#sql.exec(
      `UPDATE outbox SET state = 'due', lease_until = 0, due_at = ?, attempts = ? WHERE id = ?`,
      dueAt,
      row.attempts - 1,
      row.id,
    );
  }

  /**
   * Waits for a person, or for the next good answer of the shop `waitsFor` from `releaseAt` on, unless it
   * was asked for again meanwhile.
   */
  park(row: OutboxRow, releaseAt: number, { reason, waitsFor, failingSince }: StepFailure): void {
    this.#sql.exec(
      `UPDATE outbox SET lease_until = 0, reason = ?2, due_at = ?3, attempts = 0, waits_for = ?5,
         failing_since = ?6, state = CASE WHEN wanted > ?4 THEN 'due' ELSE 'parked' END
       WHERE id = ?1`,
      row.id,
      reason,
      releaseAt,
      row.wanted,
      waitsFor,
      failingSince,
    );
  }

  /**
   * Makes the rows due that wait for this shop, and answers their entities. They go on with the
   * pauses of a step that has failed some times: one answer does not prove that all will be good.
   */
  unpark(shop: Shop, now: number): string[] {
    return this.#sql
      .exec<{ entity: string }>(
        `UPDATE outbox SET state = 'due', attempts = ?3, due_at = MAX(due_at, ?2), waits_for = NULL
         WHERE state = 'parked' AND waits_for = ?1 RETURNING entity`,
        shop,
        now,
        TRIES_WHEN_UNPARKED,
      )
      .toArray()
      .map(({ entity }) => entity);
  }

  drop(kinds: readonly StepKind[]): void {
    this.#sql.exec(
      `DELETE FROM outbox WHERE kind IN (SELECT value FROM json_each(?))`,
      JSON.stringify(kinds),
    );
  }

  /**
   * Run when an object wakes: no row found running is taken before `until`, because the instance
   * that took the row may still act.
   */
  fence(until: number): void {
    this.#sql.exec(
      `UPDATE outbox SET lease_until = MAX(lease_until, ?) WHERE state = 'running'`,
      until,
    );
  }

  /**
   * When the next row may be taken (epoch ms); undefined when there is nothing to wait for. A due row
   * waits for the running one of its entity: an alarm that rings before finds nothing to take.
   */
  nextDueAt(only: readonly StepKind[] = KNOWN_KINDS): number | undefined {
    const kinds = listOf(only);
    const [row] = this.#sql
      .exec<{ at: number | null }>(
        `WITH busy AS (SELECT entity, MAX(lease_until) AS until FROM outbox
           WHERE state = 'running' GROUP BY entity)
         SELECT MIN(at) AS at FROM (
           SELECT (SELECT due_at FROM outbox AS o WHERE state = 'due' AND kind IN (${kinds})
             AND NOT EXISTS (SELECT 1 FROM outbox r
               WHERE r.entity = o.entity AND r.state = 'running')
             ORDER BY due_at LIMIT 1) AS at
           UNION ALL SELECT MAX(o.due_at, busy.until) FROM busy
             CROSS JOIN outbox AS o ON o.kind IN (${kinds}) AND o.entity = busy.entity
             WHERE o.state = 'due'
           UNION ALL SELECT lease_until FROM outbox
             WHERE state = 'running' AND kind IN (${kinds}))`,
      )
      .toArray();
    return row?.at ?? undefined;
  }

  /** Whether there is a row of the kind, whatever its state. */
  has(kind: StepKind): boolean {
    return this.#sql.exec(`SELECT 1 FROM outbox WHERE kind = ? LIMIT 1`, kind).toArray().length > 0;
  }
}

/** Kinds are words of our own, and the same few lists of them: as text they cost no row each. */
const listOf = (kinds: readonly StepKind[]): string => kinds.map((kind) => `'${kind}'`).join(", ");
