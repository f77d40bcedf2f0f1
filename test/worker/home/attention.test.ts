import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/contract/contract";
import { product } from "../../../src/db/schema/catalogue";
import { productCheck, productCheckReason } from "../../../src/db/schema/checks";
import { problem } from "../../../src/db/schema/connections";
import { connectionCheck } from "../../../src/db/schema/health";
import { listing } from "../../../src/db/schema/listings";
import { salesOrder } from "../../../src/db/schema/orders";
import { task } from "../../../src/db/schema/tasks";
import { openDatabase } from "../../../src/db/database";
import { readAttention } from "../../../src/db/home/read-attention";
import { readMoves } from "../../../src/db/home/read-moves";
import { chunks } from "../../../src/lib/chunks";
import { connectionWithStore, setupHttp, signUp } from "../../support/http-harness";
import { recordingDatabase, type StatementCost } from "../../support/recording-database";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

type Attention = Answer<"GET /api/connections/:id/attention">;
type Pulse = Answer<"GET /api/connections/:id/pulse">;

async function shop() {
  const harness = setupHttp();
  const person = await signUp(harness, `${crypto.randomUUID()}@shop.example`);
  const id = await connectionWithStore(person);
  const get = async <T>(path: string) => {
    const { status, body } = await person.send<T>("GET", `/api/connections/${id}/${path}`);
    expect(status).toBe(200);
    return body;
  };
  return { harness, person, id, db: harness.services.db, get };
}

const productRow = (
  connectionId: string,
  productId: string,
  change: Partial<typeof product.$inferInsert> = {},
): typeof product.$inferInsert => ({
  connectionId,
  productId,
  name: `Mug ${productId}`,
  imageUrl: `https://shop.example/${productId}.jpg`,
  skus: "",
  priceMinMinor: 1,
  priceMaxMinor: 1,
  currency: "GBP",
  stockTotal: 1,
  isActive: true,
  body: { variants: [], images: [] },
  contentHash: "x",
  sourceUpdatedAt: 1,
  updatedAt: 1,
  ...change,
});

type Db = Awaited<ReturnType<typeof shop>>["db"];

/** Products that a check stops for one reason. */
async function stop(db: Db, connectionId: string, code: string, ids: readonly string[]) {
  const checks = ids.map((productId) => ({
    connectionId,
    productId,
    inputKey: "k",
    reasons: [{ code, facts: {} }],
    checkedAt: 7,
  }));
  for (const some of chunks(checks, 15)) await db.insert(productCheck).values(some);
  const reasons = ids.map((productId) => ({ connectionId, productId, code }));
  for (const some of chunks(reasons, 30)) await db.insert(productCheckReason).values(some);
}

async function plant(db: Db, connectionId: string, ids: readonly string[], state = "not_synced") {
  const syncState = state as "not_synced";
  const rows = ids.map((id) => productRow(connectionId, id, { syncState }));
  for (const some of chunks(rows, 5)) await db.insert(product).values(some);
}

describe("the list of what needs a person", () => {
  it("is empty where nothing does, and the card of the connection says so", async () => {
    const { person, get } = await shop();
    expect((await get<Attention>("attention")).entries).toEqual([]);
    const { body } = await person.send<Answer<"GET /api/connections">>("GET", "/api/connections");
    expect(body.connections.map(({ attentionCount }) => attentionCount)).toEqual([0]);
  });

  it("groups products by what stops them, and leads to exactly those rows", async () => {
    const { db, id, get } = await shop();
    await plant(db, id, ["1", "2", "3"]);
    await stop(db, id, "listing.category_missing", ["1", "2"]);
    await stop(db, id, "listing.image_missing", ["3"]);
    const { entries } = await get<Attention>("attention");
    expect(entries).toMatchObject([
      {
        kind: "product",
        code: "listing.category_missing",
        count: 2,
        isMore: false,
        sample: { id: "1", name: "Mug 1", imageUrl: "https://shop.example/1.jpg" },
        since: 7,
      },
      { code: "listing.image_missing", count: 1 },
    ]);
    const rows = await get<Answer<"GET /api/connections/:id/products">>(
      "products?reason=listing.category_missing",
    );
    expect(rows.rows.map((row) => row.id).toSorted()).toEqual(["1", "2"]);
  });

  it("asks nobody about downloads and inactive products that nobody tried to list", async () => {
    const { db, id, get } = await shop();
    await plant(db, id, ["1", "2"]);
    await plant(db, id, ["3"], "update_failed");
    await stop(db, id, "listing.inactive", ["1", "2", "3"]);
    expect((await get<Attention>("attention")).entries).toMatchObject([
      { code: "listing.inactive", count: 1, tab: "update_failed" },
    ]);
    const { rows } = await get<Answer<"GET /api/connections/:id/products">>(
      "products?tab=update_failed&reason=listing.inactive",
    );
    expect(rows.map((row) => row.id)).toEqual(["3"]);
  });

  it("counts what only TikTok Shop said of failed products, and those that are ready again", async () => {
    const { db, id, get } = await shop();
    await plant(db, id, ["1", "2", "3", "4"], "sync_failed");
    await stop(db, id, "listing.image_missing", ["4"]);
    const refused = (productId: string, code: string) => ({
      connectionId: id,
      productId,
      status: "draft",
      reasons: [{ code, facts: { text: productId } }],
      updatedAt: 5,
    });
    await db
      .insert(listing)
      .values([
        refused("1", "listing.audit_rejected"),
        refused("2", "listing.audit_rejected"),
        refused("3", "listing.image_missing"),
        refused("4", "listing.image_missing"),
      ]);
    const { entries } = await get<Attention>("attention");
    expect(entries.map(({ code, count, tab }) => [code, count, tab])).toEqual([
      ["listing.audit_rejected", 2, "sync_failed"],
      ["listing.image_missing", 1, null],
      ["product.ready_again", 1, "sync_failed"],
    ]);
    expect(entries[0]).toMatchObject({ facts: { text: "1" }, sample: { id: "1" }, since: 5 });
    for (const [code, ids] of [
      ["listing.audit_rejected", ["1", "2"]],
      ["product.ready_again", ["3"]],
    ] as const) {
      const { rows } = await get<Answer<"GET /api/connections/:id/products">>(
        `products?tab=sync_failed&reason=${code}`,
      );
      expect(rows.map((row) => row.id).toSorted()).toEqual(ids);
    }
  });

  it("names held orders by buyer and leads to exactly those", async () => {
    const { db, id, get } = await shop();
    const held = (channelOrderId: string) => ({
      connectionId: id,
      channelOrderId,
      version: 1,
      channelState: "awaiting_shipment",
      tab: "unsynced" as const,
      totalMinor: 1,
      currency: "GBP",
      buyerName: `Buyer ${channelOrderId}`,
      unitCount: 1,
      body: { lines: [], kind: null },
      placedAt: 1,
      updatedAt: 1,
    });
    await db.insert(salesOrder).values([held("51"), held("52"), held("53")]);
    const open = (key: string, code: string, firstSeenAt = 3) => ({
      connectionId: id,
      key,
      code,
      remedy: "merchant",
      facts: {},
      firstSeenAt,
      lastSeenAt: 3,
    });
    await db
      .insert(problem)
      .values([
        open("order:51", "order.line_unlinked"),
        open("order:52", "order.line_unlinked", 4),
        open("order:53", "order.oversold", 5),
        open("source", "prestashop.unreachable"),
      ]);
    const { entries } = await get<Attention>("attention");
    expect(entries).toMatchObject([
      { kind: "problem", code: "prestashop.unreachable" },
      { kind: "order", count: 2, sample: { id: "51", name: "Buyer 51" }, since: 3 },
      { kind: "order", count: 1 },
    ]);
    const { rows, counts } = await get<Answer<"GET /api/connections/:id/orders">>(
      "orders?problem=order.line_unlinked",
    );
    expect(rows.map((row) => row.id).toSorted()).toEqual(["51", "52"]);
    expect(counts.all).toBe(2);
  });

  it("holds failed checks and tasks to confirm, the same number on the card", async () => {
    const { db, id, get, person } = await shop();
    const findings = [
      { check: "store.reachable", verdict: "fail" as const, facts: { a: 1 } },
      { check: "store.clock", verdict: "warn" as const, facts: {} },
    ];
    await db
      .insert(connectionCheck)
      .values({ connectionId: id, report: { findings, checkedAt: 9, tookMs: 1, requests: 1 } });
    await db.insert(task).values({
      id: `t-${id}`,
      connectionId: id,
      kind: "push-products",
      identityKey: "p",
      state: "unconfirmed",
      parameters: {},
      counts: {},
      startedBy: "Ada",
      createdAt: 4,
      updatedAt: 4,
    });
    const { entries } = await get<Attention>("attention");
    expect(entries).toMatchObject([
      { kind: "check", code: "store.reachable", facts: { a: 1 }, since: 9 },
      { kind: "task", code: "push-products", since: 4 },
    ]);
    const { body } = await person.send<Answer<"GET /api/connections">>("GET", "/api/connections");
    expect(body.connections[0]?.attentionCount).toBe(entries.length);
  });

  it("reads no more however many products there are, and counts those that a check stops all", async () => {
    const { db, id } = await shop();
    const numbers = Array.from({ length: 600 }, (_, at) => String(at));
    const cost = async () => {
      const statements: StatementCost[] = [];
      const recorded = openDatabase(recordingDatabase(env.DB, statements));
      const [rows] = await readAttention(recorded, [id], 0);
      return { rows, read: statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0) };
    };
    await plant(db, id, numbers.slice(0, 300), "sync_failed");
    await stop(db, id, "listing.image_missing", numbers.slice(0, 300));
    const before = await cost();
    await plant(db, id, numbers.slice(300), "sync_failed");
    await stop(db, id, "listing.image_missing", numbers.slice(300));
    const after = await cost();
    expect(after.rows?.products).toMatchObject([{ count: 600, isMore: false }]);
    expect(after.read).toBeLessThanOrEqual(before.read + 10);
  }, 60_000);

  it("says of each refusal that there are more, where not all failed products were read", async () => {
    const { db, id, get } = await shop();
    const numbers = Array.from({ length: 101 }, (_, at) => String(at));
    const refused = numbers.map((productId, at) => ({
      connectionId: id,
      productId,
      status: "draft",
      reasons: [{ code: at % 2 ? "listing.audit_rejected" : "tiktok.brand_refused", facts: {} }],
      updatedAt: 5,
    }));
    await plant(db, id, numbers.slice(0, 100), "sync_failed");
    for (const some of chunks(refused, 10)) await db.insert(listing).values(some);
    const groups = async () =>
      (await get<Attention>("attention")).entries.map(({ count, isMore }) => [count, isMore]);
    expect(await groups()).toEqual([
      [50, false],
      [50, false],
    ]);
    await plant(db, id, numbers.slice(100), "sync_failed");
    expect((await groups()).every(([, isMore]) => isMore)).toBe(true);
  }, 60_000);
});

describe("what moved", () => {
  const versions = async (get: Awaited<ReturnType<typeof shop>>["get"]) =>
    (await get<Pulse>("pulse")).versions;

  it("is told apart by subject", async () => {
    const { db, id, get } = await shop();
    const old = Date.now() - 60_000;
    await env.DB.prepare("UPDATE connection SET updated_at = ?").bind(old).run();
    const first = await versions(get);
    expect(await versions(get)).toEqual(first);
    await db.insert(product).values(productRow(id, "1", { revision: 4 }));
    const second = await versions(get);
    expect(second).toEqual({ ...first, products: second.products });
    expect(second.products).not.toBe(first.products);
    const open = { code: "a.b", remedy: "retry", facts: {}, firstSeenAt: 1, lastSeenAt: 1 };
    await db.insert(problem).values({ connectionId: id, key: "source", ...open });
    const third = await versions(get);
    expect(third).toEqual({ ...second, problems: third.problems });
    await env.DB.prepare("DELETE FROM problem").run();
    expect((await versions(get)).problems).toBe(first.problems);
  });

  it("costs a row a table", async () => {
    const { db, id } = await shop();
    await plant(
      db,
      id,
      Array.from({ length: 300 }, (_, at) => String(at)),
      "sync_failed",
    );
    const statements: StatementCost[] = [];
    await readMoves(openDatabase(recordingDatabase(env.DB, statements)), id);
    const read = statements.reduce((sum, { rowsRead }) => sum + rowsRead, 0);
    expect(read).toBeLessThanOrEqual(12);
  });
});
