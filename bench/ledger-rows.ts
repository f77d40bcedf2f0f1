/** Rows of a ledger made straight in its storage, so that a store of any size takes seconds. */
import type { SqlPort } from "../src/ledger/storage-port";

const numbers = (count: number) =>
  `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ${count})`;

/** The variant of row `n`, as expressions of SQL. */
export interface NumberedVariant {
  productId: string;
  variantId: string;
}

const PLAIN: NumberedVariant = { productId: "'p' || n", variantId: "'0'" };

/** `count` variants of 5 pieces at 1.00. */
export function fillStock(sql: SqlPort, count: number, { productId, variantId } = PLAIN): void {
  sql.exec(
    `INSERT INTO stock (product_id, variant_id, physical, observed_at, price_minor, price_observed_at)
     ${numbers(count)} SELECT ${productId}, ${variantId}, 5, 1, 100, 1 FROM counted`,
  );
}

/** Each variant of the stock on sale. */
export function fillOffers(sql: SqlPort): void {
  sql.exec(
    `INSERT INTO offer (channel_sku_id, channel_product_id, product_id, variant_id, is_live, sent_quantity,
       sent_price_minor)
     SELECT 's' || product_id || variant_id, 'l' || product_id, product_id, variant_id, 1, 5, 100 FROM stock`,
  );
}

/** `count` orders that are due to be read at `dueAt`, epoch ms. */
export function fillOutbox(sql: SqlPort, count: number, dueAt: number, prefix: string): void {
  sql.exec(
    `INSERT INTO outbox (kind, entity, due_at)
     ${numbers(count)} SELECT 'refresh-order', ? || n, ? FROM counted`,
    prefix,
    dueAt,
  );
}
