/**
 * A connection of any size, its rows made straight in the database in some seconds. They are like
 * those that a pull, a push and the ledger write, as far as lists and counts read them.
 */
import { env } from "cloudflare:workers";
import type { SourceProduct } from "../src/domain/catalogue/source-product";

/** One statement fills so many rows, so that none runs long. */
const ROWS_A_STATEMENT = 5_000;
export const CATEGORIES = 200;
const PROBLEMS = 2_000;
/** One product in so many failed. */
const FAILED_ONE_IN = 50;
export const ITEMS = 10_000;

/** About as much as a product of one variant with a description and three pictures. */
const PRODUCT: SourceProduct = {
  id: "p",
  name: "Mug",
  description: "<p>A mug for the kitchen.</p>".repeat(20),
  isActive: true,
  currency: "GBP",
  images: [1, 2, 3].map((id) => ({ id: `${id}`, url: `https://shop.example/${id}-large.jpg` })),
  features: [{ name: "Material", value: "Stoneware" }],
  lengthMm: 100,
  widthMm: 100,
  heightMm: 120,
  weightGrams: 350,
  variants: [
    {
      id: "0",
      sku: "SKU",
      options: [],
      priceMinor: 1250,
      listPriceMinor: 1250,
      quantity: 7,
      weightGrams: 350,
      imageIds: [],
    },
  ],
  updatedAt: 1_790_000_000_000,
  createdAt: 1_790_000_000_000,
};
const BODY = JSON.stringify(PRODUCT);

/** Gives a connection that has nothing yet `size` products, listings and orders. */
export async function fillShop(connectionId: string, size: number): Promise<void> {
  const now = 1_790_000_000_000;
  await fill(CATEGORIES, (numbers) => [
    `INSERT INTO source_category (connection_id, source_category_id, path, content_hash)
     SELECT ?1, 'c' || n, 'Home > Shelf ' || n, 'x' FROM (${numbers})`,
    [connectionId],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO product (connection_id, product_id, name, skus, search_text, price_min_minor,
       price_max_minor, currency, stock_total, source_category_id, is_active, body, content_hash,
       sync_state, source_updated_at, updated_at, revision)
     SELECT ?1, 'p' || n, 'Mug number ' || n, 'SKU-' || n, 'mug number ' || n || char(10) || 'sku-' || n,
       1250 + n % 900, 1250 + n % 900, 'GBP', n % 40, 'c' || (n % ${CATEGORIES}), 1, ?2, 'hash' || n,
       CASE WHEN n % ${FAILED_ONE_IN} = 0 THEN 'sync_failed' WHEN n % 4 = 0 THEN 'not_synced'
         ELSE 'synced' END,
       ?3 + n, ?3 + n, n FROM (${numbers})`,
    [connectionId, BODY, now],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO listing (connection_id, product_id, channel_product_id, status, raw_status, reasons,
       origin, updated_at)
     SELECT ?1, 'p' || n, '17' || (100000000 + n), 'live', 'ACTIVATE',
       CASE WHEN n % ${FAILED_ONE_IN} = 0
         THEN '[{"code":"tiktok.attribute_missing","facts":{}}]' ELSE '[]' END,
       'pushed', ?2 + n FROM (${numbers}) WHERE n % 4 <> 0 OR n % ${FAILED_ONE_IN} = 0`,
    [connectionId, now],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO product_check (connection_id, product_id, input_key, reasons, checked_at)
     SELECT ?1, 'p' || n, 'key', '[]', ?2 + n FROM (${numbers})`,
    [connectionId, now],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO product_check_reason (connection_id, code, product_id)
     SELECT ?1, CASE WHEN n % 3 = 0 THEN 'listing.image_missing' ELSE 'listing.attribute_missing' END, 'p' || n
     FROM (${numbers}) WHERE n % 10 = 0`,
    [connectionId],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO sales_order (connection_id, channel_order_id, version, projection_version,
       channel_state, tab, source_order_id, source_reference, total_minor, currency, buyer_name,
       search_text, search_buyer, unit_count, body, placed_at, updated_at)
     SELECT ?1, '57' || (100000000 + n), 3, 9, 'paid',
       CASE WHEN n % 500 = 0 THEN 'unsynced' WHEN n % 20 = 0 THEN 'unfulfilled' ELSE 'fulfilled' END,
       'o' || n, 'REF' || n, 2500, 'GBP', 'Ada Buyer' || n, '57' || (100000000 + n) || char(10) || 'ref' || n,
       'ada buyer' || n, 2, '{"lines":[]}', ?2 + n, ?2 + n FROM (${numbers})`,
    [connectionId, now],
  ]);
  await fill(size, (numbers) => [
    `INSERT INTO sales_line (connection_id, channel_order_id, line_id, channel_product_id, channel_sku_id,
       seller_sku, product_id, variant_id, title, units, paid_minor, is_cancelled)
     SELECT ?1, '57' || (100000000 + n), 'l', '17' || (100000000 + n), 's' || n, 'SKU-' || n, 'p' || n, '0',
       'Mug number ' || n, 2, 2500, 0 FROM (${numbers})`,
    [connectionId],
  ]);
  await fill(Math.min(size, PROBLEMS), (numbers) => [
    `INSERT INTO problem (connection_id, key, code, remedy, facts, first_seen_at, last_seen_at)
     SELECT ?1, 'product:p' || n, 'tiktok.attribute_missing', 'merchant', '{}', ?2 + n, ?2 + n
     FROM (${numbers})`,
    [connectionId, now],
  ]);
  await run(
    `INSERT INTO task (id, connection_id, kind, identity_key, state, parameters, counts, started_by,
       created_at, updated_at)
     VALUES ('task_' || ?1, ?1, 'push-products', 'push', 'completed', '{}', '{}', 'Ada', ?2, ?2)`,
    [connectionId, now],
  );
  await fill(ITEMS, (numbers) => [
    `INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
     SELECT 'task_' || ?1, 'p' || n, 'Mug number ' || n,
       CASE WHEN n % 10 = 0 THEN 'failed' ELSE 'done' END, '[]', ?2 FROM (${numbers})`,
    [connectionId, now],
  ]);
}

type Insert = [statement: string, values: (string | number)[]];

/** Runs the statement for the numbers 1 to `count`, some at a time. */
async function fill(count: number, insert: (numbers: string) => Insert): Promise<void> {
  for (let from = 1; from <= count; from += ROWS_A_STATEMENT) {
    const to = Math.min(from + ROWS_A_STATEMENT - 1, count);
    await run(
      ...insert(`WITH RECURSIVE counted(n) AS
        (SELECT ${from} UNION ALL SELECT n + 1 FROM counted WHERE n < ${to}) SELECT n FROM counted`),
    );
  }
}

async function run(statement: string, values: (string | number)[]): Promise<void> {
  await env.DB.prepare(statement)
    .bind(...values)
    .run();
}
