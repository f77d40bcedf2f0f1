import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import type { Answer } from "../../../src/contract/contract";
import { product } from "../../../src/db/schema/catalogue";
import { categoryMapping, sourceCategory } from "../../../src/db/schema/categories";
import { listing, offer } from "../../../src/db/schema/listings";
import { orderEntry, salesOrder } from "../../../src/db/schema/orders";
import {
  order,
  orderRow,
  productRow,
  shop,
  sourceProduct,
  walk,
  type Orders,
  type Products,
} from "../../support/page-rows";
import { checkPlanted, plantLeaf } from "../../support/plant-leaf";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

/** A variant of product 1, live on the channel. */
const linkOf = (
  connectionId: string,
  channelSkuId: string,
  variantId: string,
): typeof offer.$inferInsert => ({
  connectionId,
  productId: "1",
  variantId,
  channelProductId: "17",
  channelSkuId,
  sellerSku: channelSkuId,
  updatedAt: 1,
});

describe("the products page", () => {
  it("shows each product once over its pages, newest change first, however many share a moment", async () => {
    const { harness, person, id } = await shop();
    const rows = Array.from({ length: 120 }, (_, number) =>
      productRow(id, sourceProduct(String(number)), { updatedAt: 1000 + Math.floor(number / 40) }),
    );
    for (const row of rows) await harness.services.db.insert(product).values(row);
    const seen = await walk(person, `/api/connections/${id}/products`);
    const expected = rows
      .toSorted((a, b) => b.updatedAt - a.updatedAt || (a.productId < b.productId ? 1 : -1))
      .map(({ productId }) => productId);
    expect(seen).toEqual(expected);
  });

  it("counts its tabs under the search and filter that are on", async () => {
    const { harness, person, id } = await shop();
    await harness.services.db.insert(product).values([
      productRow(id, sourceProduct("1"), { syncState: "synced" }),
      productRow(id, sourceProduct("2"), { syncState: "sync_failed" }),
      productRow(id, sourceProduct("3", { name: "Plate 3", categoryId: "9" }), {
        skus: "PLATE-3",
      }),
    ]);
    const get = async (query: string) =>
      (await person.send<Products>("GET", `/api/connections/${id}/products?${query}`)).body;
    const all = await get("");
    expect(all.counts).toEqual({
      all: 3,
      synced: 1,
      not_synced: 1,
      sync_failed: 1,
      update_failed: 0,
    });
    const mugs = await get("search=mug&tab=synced");
    expect(mugs.rows.map((row) => row.id)).toEqual(["1"]);
    expect([mugs.counts.synced, mugs.counts.all, mugs.isMore]).toEqual([1, 2, false]);
    expect((await get("category=9")).rows.map((row) => row.id)).toEqual(["3"]);
    expect((await get("search=MUG-2")).rows.map((row) => row.id)).toEqual(["2"]);
    expect((await get(`search=${encodeURIComponent("%_'\"")}`)).rows).toEqual([]);
    expect((await get(`search=${"long ".repeat(30)}`)).rows).toEqual([]);
  });

  it("says what a product lacks and where it is sold", async () => {
    const { harness, person, id } = await shop();
    const { db } = harness.services;
    await env.DB.prepare("UPDATE connection SET channel_region = 'GB' WHERE id = ?").bind(id).run();
    await db
      .insert(product)
      .values([
        productRow(id, sourceProduct("1"), { syncState: "synced" }),
        productRow(id, sourceProduct("2", { images: [], categoryId: "8" })),
      ]);
    await db.insert(sourceCategory).values({
      connectionId: id,
      sourceCategoryId: "3",
      path: "Home > Mugs",
      contentHash: "x",
    });
    await db.insert(categoryMapping).values({
      connectionId: id,
      sourceCategoryId: "3",
      state: "accepted",
      channelCategoryId: "600001",
      channelCategoryPath: "Kitchen > Mugs",
      confidence: 100,
      updatedAt: 1,
    });
    await db.insert(listing).values({
      connectionId: id,
      productId: "1",
      channelProductId: "1729",
      status: "live",
      rawStatus: "ACTIVATE",
      reasons: [],
      updatedAt: 1,
    });
    await plantLeaf(db, id, { categoryId: "600001", path: "Kitchen > Mugs" });
    const list = () => person.send<Products>("GET", `/api/connections/${id}/products`);
    for (const row of (await list()).body.rows)
      expect(row).toMatchObject({ check: "open", tags: [], missing: [] });
    await checkPlanted(harness.services, id, ["1", "2"]);
    const { body } = await list();
    const [second, first] = body.rows;
    expect(first).toMatchObject({
      check: "done",
      sourceCategory: "Home > Mugs",
      channelCategory: "Kitchen > Mugs",
      tags: [],
      channelProductId: "1729",
      listingStatus: "live",
      rawStatus: "ACTIVATE",
    });
    expect(first?.channelProductUrl).toContain("1729");
    expect(second).toMatchObject({ channelCategory: null, tags: ["category", "image"] });
    const one = await person.send<Answer<"GET /api/connections/:id/products/:productId">>(
      "GET",
      `/api/connections/${id}/products/1`,
    );
    expect(one.body).toMatchObject({
      descriptionHtml: "<p>A mug</p>",
      variants: [{ sku: "MUG-1", stock: 5, published: null }],
      features: [{ name: "Material", value: "Clay" }],
    });
    expect((await person.send("GET", `/api/connections/${id}/products/99`)).status).toBe(404);
  });

  it("refuses a cursor and a tab that it never gave", async () => {
    const { person, id } = await shop();
    for (const query of ["cursor=x", "tab=stolen"])
      expect((await person.send("GET", `/api/connections/${id}/products?${query}`)).status).toBe(
        422,
      );
  });

  it("refuses a selection without products and dates that run backwards", async () => {
    const { person, id } = await shop();
    const post = (path: string, body: unknown) =>
      person.send<{ error: { code: string; facts: { fields: string[] } } }>(
        "POST",
        `/api/connections/${id}/${path}`,
        body,
      );
    expect((await post("push", { selection: { ids: [] } })).status).toBe(422);
    const backwards = await post("pull", { from: "2026-02-01", until: "2026-01-01" });
    expect(backwards.body.error.facts.fields).toEqual(["from", "until"]);
    expect((await post("pull", { from: "2026-02-31" })).body.error.facts.fields).toEqual(["from"]);
  });
});

describe("the orders page", () => {
  it("shows each order once over its pages, the latest first, and counts its tabs", async () => {
    const { harness, person, id } = await shop();
    const rows = Array.from({ length: 70 }, (_, number) =>
      orderRow(id, order(`5760${String(number).padStart(3, "0")}`), {
        placedAt: 1000 + Math.floor(number / 25),
        tab: number % 7 === 0 ? "unsynced" : "fulfilled",
      }),
    );
    for (const row of rows) await harness.services.db.insert(salesOrder).values(row);
    const seen = await walk(person, `/api/connections/${id}/orders`);
    const expected = rows
      .toSorted((a, b) => b.placedAt - a.placedAt || (a.channelOrderId < b.channelOrderId ? 1 : -1))
      .map(({ channelOrderId }) => channelOrderId);
    expect(seen).toEqual(expected);
    expect(await walk(person, `/api/connections/${id}/orders?tab=unsynced`)).toHaveLength(10);
    const { body } = await person.send<Orders>(
      "GET",
      `/api/connections/${id}/orders?search=5760069`,
    );
    expect(body.rows.map((row) => row.id)).toEqual(["5760069"]);
    expect(body.counts).toMatchObject({ all: 1, fulfilled: 1, unsynced: 0 });
  });

  it("shows the history of an order, which lines are linked, and what the buyer paid", async () => {
    const { harness, person, id } = await shop();
    const { db } = harness.services;
    await db.insert(salesOrder).values(orderRow(id, order("5761")));
    await db.insert(offer).values(linkOf(id, "sku-a", "0"));
    const entry = { connectionId: id, channelOrderId: "5761", facts: {} };
    await db.insert(orderEntry).values([
      { ...entry, entryKey: "2", kind: "imported", at: 20 },
      { ...entry, entryKey: "1", kind: "seen", at: 10 },
    ]);
    const { body } = await person.send<Answer<"GET /api/connections/:id/orders/:orderId">>(
      "GET",
      `/api/connections/${id}/orders/5761`,
    );
    expect(body.timeline.map(({ kind }) => kind)).toEqual(["seen", "imported"]);
    expect(body.lines.map(({ isLinked, productId }) => [isLinked, productId])).toEqual([
      [true, "1"],
      [false, null],
    ]);
    expect(body.sum).toMatchObject({ goodsMinor: 999, shippingMinor: 349, paidMinor: 1348 });
    expect(body.store).toBeNull();
    expect(body.address).toEqual({
      name: "Jo Doe",
      lines: ["1 High Street", "LS1 1AA Leeds", "GB"],
      remarks: [],
    });
  });

  it("shows what the store computed beside what its order should come to", async () => {
    const { harness, person, id } = await shop();
    const figures = {
      productsMinor: 999,
      shippingMinor: 349,
      discountMinor: 0,
      totalMinor: 1348,
      taxes: [{ rate: "20.000", netMinor: 1123, taxMinor: 225 }],
    };
    const short = { productId: "1", short: 2 };
    const oversold = [
      { ...short, variantId: "7" },
      { ...short, variantId: "8" },
      { ...short, productId: "9", variantId: "0" },
    ];
    const storeMoney = {
      moneyChoice: "owed" as const,
      expectedMinor: 1348,
      figures,
      oversold,
      transport: "module" as const,
    };
    const { db } = harness.services;
    await db.insert(offer).values([linkOf(id, "sku-a", "7"), linkOf(id, "sku-b", "8")]);
    const { lines, ...rest } = order("5763");
    const twoOfOne = lines.map((line, index) => ({ ...line, variantName: ["Blue", "Red"][index] }));
    const sold = { ...rest, lines: twoOfOne } as ChannelOrder;
    await db.insert(salesOrder).values(orderRow(id, sold, { storeMoney }));
    const { body } = await person.send<Answer<"GET /api/connections/:id/orders/:orderId">>(
      "GET",
      `/api/connections/${id}/orders/5763`,
    );
    expect(body.store).toEqual({
      moneyChoice: "owed",
      expectedMinor: 1348,
      ...figures,
      oversold: [
        { ...short, variantId: "7", name: "Mug, Blue" },
        { ...short, variantId: "8", name: "Mug, Red" },
        { ...short, productId: "9", variantId: "0", name: "9" },
      ],
      recounted: [],
      refunds: [],
    });
  });

  it("hands a retry to the ledger, for an order that exists", async () => {
    const { harness, person, id } = await shop();
    await harness.services.db.insert(salesOrder).values(orderRow(id, order("5762")));
    const retry = (orderId: string) =>
      person.send("POST", `/api/connections/${id}/orders/${orderId}/retry`, {});
    expect((await retry("5762")).status).toBe(200);
    expect((await retry("9999")).status).toBe(404);
    expect(harness.ledgerCalls).toEqual([
      { connectionId: id, method: "retryOrder", given: ["5762"] },
    ]);
  });
});

describe("the home page", () => {
  it("counts what the tabs count", async () => {
    const { harness, person, id } = await shop();
    const { db } = harness.services;
    await db
      .insert(product)
      .values([
        productRow(id, sourceProduct("1"), { syncState: "synced" }),
        productRow(id, sourceProduct("2"), { syncState: "update_failed" }),
      ]);
    await db.insert(salesOrder).values(orderRow(id, order("5763"), { tab: "waiting" }));
    const { body } = await person.send<Answer<"GET /api/connections/:id/home">>(
      "GET",
      `/api/connections/${id}/home`,
    );
    expect(body).toMatchObject({
      products: { synced: 1, not_synced: 0, sync_failed: 0, update_failed: 1 },
      orders: { waiting: 1, unsynced: 0, unfulfilled: 0, fulfilled: 0, cancelled: 0 },
      categories: { mapped: 0, suggested: 0, unmapped: 1 },
      recentTasks: [],
    });
    expect(body.products).not.toHaveProperty("all");
  });
});
