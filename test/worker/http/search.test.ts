/** What people type finds what they mean, in rows of this version and in those an older one wrote. */
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { saveOrder } from "../../../src/db/orders/orders";
import { forgetBuyersOf } from "../../../src/db/orders/forget-buyers";
import { productsOf } from "../../../src/db/catalogue/products";
import { product } from "../../../src/db/schema/catalogue";
import { salesOrder } from "../../../src/db/schema/orders";
import { toProductRecord } from "../../../src/domain/catalogue/product-record";
import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import { sweepSearch } from "../../../src/tasks/sweep-search";
import {
  order,
  orderRow,
  productRow,
  shop,
  sourceProduct,
  type Orders,
  type Products,
} from "../../support/page-rows";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const scarf = sourceProduct("7", {
  name: "Écharpe laine",
  brand: "Tricots Ævar",
  texts: [{ language: "de-DE", name: "Großer Schal", description: "" }],
  variants: sourceProduct("7").variants.map((variant) => ({
    ...variant,
    sku: "demo_12",
    barcode: "4006381333931",
    identifiers: { upc: "036000291452", mpn: "TR-9" },
  })),
});

const PRODUCT_TERMS = [
  "Écharpe",
  "écharpe",
  "e\u0301charpe",
  "ECHARPE",
  "laine écharpe",
  "grosser",
  "GROSSER schal",
  "aevar",
  "DEMO_12",
  "4006381333931",
  "036000291452",
  "tr-9",
  "7",
];

const sold: ChannelOrder = order("576012345678901234", {
  lines: order("1").lines.map((line) => ({
    ...line,
    sellerSku: "demo_12",
    name: "Écharpe laine",
    variantName: "Größe Ł",
    trackingNumber: "JD0002",
  })),
});
const soldRow = (connectionId: string) =>
  orderRow(connectionId, sold, {
    buyerName: "Álvaro Núñez Ibáñez",
    sourceReference: "XKBKNABJK",
    sourceOrderId: "31",
    trackingNumber: "JD0001",
  });

const GOODS_TERMS = [
  "demo_12",
  "Demo_12",
  "Écharpe",
  "echarpe LAINE",
  "grosse l",
  "576012345678901234",
  "8901234",
  "xkbknabjk",
  "31",
  "jd0001",
  "JD0002",
];
const BUYER_TERMS = ["Álvaro", "álvaro", "alvaro", "Núñez", "ibanez nunez", "ALVARO"];

async function found(
  { person, id }: Awaited<ReturnType<typeof shop>>,
  list: "products" | "orders",
  terms: readonly string[],
) {
  const hits: string[] = [];
  for (const term of terms) {
    const path = `/api/connections/${id}/${list}?search=${encodeURIComponent(term)}`;
    const { body } = await person.send<Products | Orders>("GET", path);
    expect(body.counts.all).toBe(body.rows.length);
    if (body.rows.length === 1) hits.push(term);
  }
  return hits;
}

describe("the search of products", () => {
  it("finds names in any language, SKUs, barcodes and brands, however they are written", async () => {
    const at = await shop();
    const { db, now } = at.harness.services;
    const records = [scarf, sourceProduct("8")].map((one) => toProductRecord(one, "x"));
    await productsOf(db, at.id, now).upsert(records, 1);
    expect(await found(at, "products", PRODUCT_TERMS)).toEqual(PRODUCT_TERMS);
    expect(await found(at, "products", ["demo_12 missing", "lainegrosser"])).toEqual([]);
  });

  it("finds products that an older version stored once they are folded, and changes nothing else", async () => {
    const at = await shop();
    const { db } = at.harness.services;
    await db.insert(product).values([productRow(at.id, scarf, { revision: 4 })]);
    expect(await found(at, "products", ["laine", "demo_12"])).toEqual(["laine", "demo_12"]);
    const read = async () => (await db.select().from(product).where(eq(product.productId, "7")))[0];
    const before = await read();
    await sweepSearch(at.harness.services);
    expect(await found(at, "products", PRODUCT_TERMS)).toEqual(PRODUCT_TERMS);
    expect(await read()).toEqual({ ...before, searchText: expect.any(String) });
  });
});

describe("the search of orders", () => {
  it("finds ids of both sides, tracking numbers, goods and buyers", async () => {
    const at = await shop();
    const { db } = at.harness.services;
    const { connectionId: _id, updatedAt: _at, ...row } = soldRow(at.id);
    await saveOrder(
      db,
      at.id,
      {
        ...row,
        body: sold,
        projectionVersion: 3,
        sourceOrderId: "31",
        sourceReference: "XKBKNABJK",
        trackingNumber: "JD0001",
        problem: null,
        storeMoney: null,
        paidAt: null,
        oversoldAt: null,
        shipBy: null,
        shippedAt: null,
        cancelledBy: null,
        buyerKey: null,
        lines: [],
        entries: [],
      },
      1,
    );
    await db.insert(salesOrder).values(orderRow(at.id, order("58")));
    const terms = [...GOODS_TERMS, ...BUYER_TERMS];
    expect(await found(at, "orders", terms)).toEqual(terms);
  });

  it("finds orders that an older version stored once they are folded", async () => {
    const at = await shop();
    await at.harness.services.db.insert(salesOrder).values(soldRow(at.id));
    expect(await found(at, "orders", ["8901234", "xkbknabjk"])).toHaveLength(2);
    await sweepSearch(at.harness.services);
    const terms = [...GOODS_TERMS, ...BUYER_TERMS];
    expect(await found(at, "orders", terms)).toEqual(terms);
  });

  it("finds nobody who was forgotten, before the rows are folded or after", async () => {
    const at = await shop();
    const { services } = at.harness;
    await services.db.insert(salesOrder).values(soldRow(at.id));
    await sweepSearch(services);
    await forgetBuyersOf(services.db, at.id, [sold.id], 1);
    expect(await found(at, "orders", BUYER_TERMS)).toEqual([]);
    expect(await found(at, "orders", GOODS_TERMS)).toEqual(GOODS_TERMS);
    const stored = await env.DB.prepare("SELECT * FROM sales_order").all();
    expect(JSON.stringify(stored.results).toLowerCase()).not.toMatch(/lvaro|n[uú][nñ]ez/);
  });
});
