/** What the ledger's rows say of a replay: what is left to do, and what moved since it began. */
import type { BegunReplay } from "../domain/journal/replay";
import type { StepKind } from "./step-kinds";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export class ReplayStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** These orders, or all, are written into the read model once more, with all that happened to them. */
  unproject(orderIds?: readonly string[]): void {
    const ofThese = orderIds ? "AND order_id IN (SELECT value FROM json_each(?))" : "";
    const bindings = orderIds ? [JSON.stringify(orderIds)] : [];
    for (const change of [
      "order_story SET is_projected = 0 WHERE is_projected = 1",
      "order_record SET projection = 0 WHERE projection > 0",
    ])
      this.#sql.exec(`UPDATE ${change} ${ofThese}`, ...bindings);
  }

  /** Steps of these kinds that are due or run; one that waits for a person is not left to do. */
  countSteps(kinds: readonly StepKind[], entities: readonly string[]): number {
    return this.#count(
      `SELECT count(*) AS count FROM outbox WHERE state <> 'parked'
         AND kind IN (SELECT value FROM json_each(?)) AND entity IN (SELECT value FROM json_each(?))`,
      JSON.stringify(kinds),
      JSON.stringify(entities),
    );
  }

  /** Of these, how many are still to be read. */
  countReads(productIds: readonly string[], channelProductIds: readonly string[]): number {
    return this.#count(
      `SELECT (SELECT count(*) FROM pending_look WHERE kind = 'product'
           AND id IN (SELECT value FROM json_each(?1)))
         + (SELECT count(*) FROM named_listing
           WHERE channel_product_id IN (SELECT value FROM json_each(?2))) AS count`,
      JSON.stringify(productIds),
      JSON.stringify(channelProductIds),
    );
  }

  /** Those of the orders that something happened to after an entry. */
  movedOrders(after: number, orderIds: readonly string[]): string[] {
    return this.#moved("order_story", "order_id", after, orderIds);
  }

  /** Those of the products whose count or published number moved after an entry. */
  movedProducts(after: number, productIds: readonly string[]): string[] {
    return this.#moved("stock_entry", "product_id", after, productIds);
  }

  /** The newest entries there are; 0 where there is none. */
  last(): BegunReplay["last"] {
    const lastOf = (table: string) =>
      this.#count(`SELECT COALESCE(MAX(id), 0) AS count FROM ${table}`);
    return {
      history: lastOf("order_story"),
      stock: lastOf("stock_entry"),
      write: lastOf("write_call"),
    };
  }

  #count(query: string, ...bindings: string[]): number {
    return this.#sql.exec<{ count: number }>(query, ...bindings).toArray()[0]?.count ?? 0;
  }

  #moved(history: string, subject: string, after: number, ids: readonly string[]): string[] {
    return this.#sql
      .exec<{ id: string }>(
        `SELECT DISTINCT ${subject} AS id FROM ${history}
         WHERE id > ? AND ${subject} IN (SELECT value FROM json_each(?))`,
        after,
        JSON.stringify(ids),
      )
      .toArray()
      .map(({ id }) => id);
  }
}
