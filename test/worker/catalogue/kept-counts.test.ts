/** What triggers keep beside the rows: numbers of the tabs and the index of searches. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { countTabs } from "../../../src/db/catalogue/count-products";
import { findFew, whereProducts } from "../../../src/db/catalogue/product-filter";
import { categoryMappingsOf } from "../../../src/db/categories/category-mappings";
import { openDatabase } from "../../../src/db/database";
import { ordersOf } from "../../../src/db/orders/read-orders";
import { product } from "../../../src/db/schema/catalogue";
import { rowsOf, signUpMerchant } from "../../support/merchant";

const db = openDatabase(env.DB);
const STATES = ["synced", "not_synced", "sync_failed", "update_failed"];
const TABS = ["unsynced", "unfulfilled", "fulfilled", "cancelled"];
const KEPT = [
  "product_count",
  "product_state_count",
  "order_count",
  "mapping_count",
  "product_stop_count",
];
const TERMS = [
  "mug",
  "blue",
  'say "hi"',
  "-b-12",
  "%_",
  "tea* or",
  "kr\u00f3l",
  "\u9999\u6e2f\u8336",
];

let id = "";
let seed = 0;

/** The same numbers each time, below `below`. */
function next(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}
const pick = <T>(all: readonly T[]): T => all[next(all.length)] as T;
const run = (statement: string, ...values: unknown[]) =>
  env.DB.prepare(statement)
    .bind(...values)
    .run();

async function openConnection(): Promise<string> {
  const merchant = await signUpMerchant();
  const body = { name: "Shop", source: "prestashop", channel: "tiktok-shop" };
  return (await merchant.call("POST /api/connections", { body })).id;
}

beforeEach(async () => {
  seed = 7;
  id = await openConnection();
});

const saveProduct = (productId: string) =>
  run(
    `INSERT INTO product (connection_id, product_id, name, skus, search_text, price_min_minor,
       price_max_minor, currency, stock_total, source_category_id, is_active, deleted_at, body,
       content_hash, sync_state, source_updated_at, updated_at)
     VALUES (?1, ?2, 'Mug', '', ?3, 1, 1, 'GBP', 1, ?4, 1, ?5, '{}', '', ?6, 1, 1)
     ON CONFLICT DO UPDATE SET search_text = excluded.search_text,
       source_category_id = excluded.source_category_id, deleted_at = excluded.deleted_at,
       sync_state = excluded.sync_state`,
    id,
    productId,
    pick([null, `${pick(TERMS)} ${pick(TERMS)}\n${pick(TERMS)}`]),
    pick([null, "3", "4"]),
    pick([null, null, 5]),
    pick(STATES),
  );

const saveOrder = (orderId: string) =>
  run(
    `INSERT INTO sales_order (connection_id, channel_order_id, version, channel_state, tab,
       total_minor, currency, buyer_name, search_text, search_buyer, unit_count, body, placed_at, updated_at,
       is_archived)
     VALUES (?1, ?2, 1, 'paid', ?3, 1, 'GBP', 'Ada', ?4, ?5, 1, '{}', 1, 1, ?6)
     ON CONFLICT DO UPDATE SET tab = excluded.tab, is_archived = excluded.is_archived, search_text = excluded.search_text,
       search_buyer = excluded.search_buyer`,
    id,
    orderId,
    pick(TABS),
    pick([null, orderId]),
    pick(["", "ada lovelace", "zwxq vopz"]),
    pick([0, 0, 1]),
  );

const CODES = ["listing.image_missing", "listing.inactive"];

/** A check that says so, says it no longer, or says something else. */
async function saveStop(productId: string): Promise<void> {
  await run(
    "DELETE FROM product_check_reason WHERE connection_id = ? AND product_id = ? AND code = ?",
    id,
    productId,
    pick(CODES),
  );
  await run(
    "INSERT OR IGNORE INTO product_check_reason (connection_id, code, product_id) VALUES (?, ?, ?)",
    id,
    pick(CODES),
    productId,
  );
}

/** A category that is mapped, suggested or neither, whether it holds products or not. */
async function saveMapping(categoryId: string): Promise<void> {
  if (next(3) === 0)
    await run(
      "DELETE FROM category_mapping WHERE connection_id = ? AND source_category_id = ?",
      id,
      categoryId,
    );
  else
    await run(
      `INSERT INTO category_mapping (connection_id, source_category_id, state, channel_category_id,
         channel_category_path, confidence, updated_at) VALUES (?1, ?2, ?3, '6', 'Mugs', 50, 1)
       ON CONFLICT DO UPDATE SET state = excluded.state`,
      id,
      categoryId,
      pick(["suggested", "accepted"]),
    );
}

/** Writes at random, as a pull, a push and a deletion do. */
async function writeMuch(rounds = 120): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const key = `${next(25)}`;
    await saveProduct(key);
    await saveOrder(`57${key}`);
    await saveStop(`${next(25)}`);
    await saveMapping(pick(["3", "4", "5", ""]));
    if (next(6) > 0) continue;
    await run("DELETE FROM product WHERE connection_id = ? AND product_id = ?", id, key);
    await run(
      "DELETE FROM sales_order WHERE connection_id = ? AND channel_order_id = ?",
      id,
      `57${key}`,
    );
  }
}

const counted = async (column: string, table: string, where = "1") => {
  const rows = await rowsOf<{ key: string; count: number }>(
    `SELECT ${column} AS key, count(*) AS count FROM ${table}
     WHERE connection_id = ? AND ${where} GROUP BY 1`,
    id,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
};

/** Without those that are none. */
const some = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

describe("numbers that triggers keep", () => {
  it("are what a count of the rows would be, whatever was written", async () => {
    await writeMuch();
    const { all, ...states } = (await countTabs(db, id, {})).counts;
    expect(some(states)).toEqual(await counted("sync_state", "product"));
    expect(all).toBe(Object.values(states).reduce((sum, count) => sum + count, 0));
    for (const category of ["3", "4", ""]) {
      const { all: _all, ...found } = (await countTabs(db, id, { category })).counts;
      const where = `coalesce(source_category_id, '') = '${category}'`;
      expect(some(found)).toEqual(await counted("sync_state", "product", where));
    }
    const mapped = await categoryMappingsOf(db, id, () => 0).list();
    expect(
      Object.fromEntries(mapped.map((row) => [row.sourceCategoryId, row.productCount])),
    ).toEqual(await counted("coalesce(source_category_id, '')", "product", "deleted_at IS NULL"));
    const { all: _orders, ...tabs } = (await ordersOf(db, id).countTabs()).counts;
    expect(some(tabs)).toEqual(
      await counted("CASE WHEN is_archived THEN 'archived' ELSE tab END", "sales_order"),
    );
  });

  it("are how many products each code stops, and how many categories are mapped, at any moment", async () => {
    const categories = categoryMappingsOf(db, id, () => 0);
    for (let round = 0; round < 8; round += 1) {
      await writeMuch(15);
      const { all: _all, ...stopped } = (await countTabs(db, id, { reason: CODES[0] as string }))
        .counts;
      expect(some(stopped)).toEqual(
        await counted(
          "sync_state",
          "product_check_reason JOIN product USING (connection_id, product_id)",
          `code = '${CODES[0]}'`,
        ),
      );
      const mappings = await categories.list();
      const inState = (state?: string) =>
        mappings.filter(({ mapping }) => mapping?.state === state).length;
      expect(await categories.count()).toEqual({
        mapped: inState("accepted"),
        suggested: inState("suggested"),
        unmapped: inState(),
      });
    }
  });

  it("go with their connection", async () => {
    await writeMuch();
    await run("DELETE FROM connection WHERE id = ?", id);
    for (const table of KEPT)
      expect(await rowsOf(`SELECT * FROM ${table} WHERE connection_id = ?`, id)).toEqual([]);
  });
});

describe("the index of searches", () => {
  it("finds what reading every row would find", async () => {
    await writeMuch();
    const other = id;
    id = await openConnection();
    await writeMuch();
    for (const connectionId of [other, id])
      for (const term of [...TERMS, "mug blue", "hi", "7", "none of them"]) {
        const filter = { tab: "all", search: term } as const;
        const read = async (among?: readonly number[]) => {
          const where = whereProducts(connectionId, filter, among);
          const rows = await db.select({ id: product.productId }).from(product).where(where);
          return rows.map((row) => row.id).toSorted();
        };
        const found = await findFew(db, connectionId, filter);
        expect([term, await read(found)]).toEqual([term, await read()]);
      }
  });

  it("finds orders by their buyer until the buyer is forgotten, and keeps no letter of the name", async () => {
    const others = await traces("wxq");
    await writeMuch();
    const orders = ordersOf(db, id);
    const search = "zwxq";
    const named = async () => {
      const among = await orders.findFew({ search });
      if (!among) throw new Error("they are few");
      return (await orders.countTabs({ search }, among)).counts.all;
    };
    const where = "search_text IS NOT NULL AND instr(search_buyer, 'zwxq') > 0";
    const [expected] = await rowsOf<{ count: number }>(
      `SELECT count(*) AS count FROM sales_order WHERE connection_id = ? AND ${where}`,
      id,
    );
    expect(await named()).toBe(expected?.count);
    expect(expected?.count).toBeGreaterThan(0);
    await run("UPDATE sales_order SET search_buyer = '' WHERE connection_id = ?", id);
    expect(await named()).toBe(0);
    expect(await traces("wxq")).toBe(others);
    await run("UPDATE sales_order SET search_buyer = 'jqkz' WHERE connection_id = ?", id);
    expect(await traces("jqk")).toBeGreaterThan(0);
    await run("DELETE FROM connection WHERE id = ?", id);
    expect(await traces("jqk")).toBe(0);
  });
});

/** How often the index holds these letters, in orders of any connection. */
async function traces(letters: string): Promise<number> {
  await env.DB.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5vocab(order_search, 'row')",
  );
  const [found] = await rowsOf<{ doc: number }>("SELECT doc FROM terms WHERE term = ?", letters);
  await env.DB.exec("DROP TABLE terms");
  return found?.doc ?? 0;
}
