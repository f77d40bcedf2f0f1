/**
 * What was refused for the merchant's own data or settings waits for a person. Many a merchant repairs the cause
 * where it lies, in the store or in Seller Center, and tells Weft nothing: so one row of each cause is tried
 * again now and then. While it is refused the others wait; once it succeeds they follow one by one.
 */
import type { StepKind } from "./step-kinds";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

/** From the last refusal of a cause to the next try of one row of it. */
const RECHECK_MS = 10 * 60_000;

export class Rechecks {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** Makes the row of each cause due that waits longest, of these kinds; answers their entities. */
  begin(kinds: readonly StepKind[], now: number): string[] {
    return this.#sql
      .exec<{ entity: string }>(
        `UPDATE outbox SET state = 'due', due_at = ?1 WHERE id IN (
           SELECT id FROM (
             SELECT id, MIN(due_at), MAX(due_at) AS last FROM outbox
             WHERE state = 'parked' AND waits_for IS NULL AND reason IS NOT NULL
               AND kind IN (SELECT value FROM json_each(?2))
             GROUP BY kind, reason HAVING last <= ?3))
         RETURNING entity`,
        now,
        JSON.stringify(kinds),
        now - RECHECK_MS,
      )
      .toArray()
      .map(({ entity }) => entity);
  }
}
