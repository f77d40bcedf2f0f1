/** Lists in the order and under the filters that a person chose: each row once over its pages. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { product } from "../../../src/db/schema/catalogue";
import { salesOrder } from "../../../src/db/schema/orders";
import { sweepSearch } from "../../../src/tasks/sweep-search";
import {
  order,
  orderRow,
  productRow,
  shop,
  sourceProduct,
  walk,
  type Products,
} from "../../support/page-rows";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const NAMES = ["Zebra", "écharpe", "Échelle", "apple", "Bag", "ecru"];

async function catalogue() {
  const at = await shop();
  const { services } = at.harness;
  const rows = Array.from({ length: 104 }, (_, index) =>
    productRow(at.id, sourceProduct(String(1000 + index), { name: NAMES[index % 6] ?? "" }), {
      priceMinMinor: 100 + (index % 7),
      stockTotal: (index % 9) - 1,
      updatedAt: 1000 + Math.floor(index / 40),
    }),
  );
  for (const row of rows) await services.db.insert(product).values(row);
  await sweepSearch(services);
  return { ...at, rows, path: `/api/connections/${at.id}/products` };
}

describe("products in a chosen order", () => {
  it.each(["name", "-name", "price", "-price", "stock", "-stock", "updated"])(
    "by %s are shown each once over their pages, in that order",
    async (sort) => {
      const { person, rows, path } = await catalogue();
      const seen = await walk(person, `${path}?sort=${sort}`);
      expect(new Set(seen).size).toBe(rows.length);
      const rowOf = new Map(rows.map((row) => [row.productId, row]));
      const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      const keys = seen.map((id) => {
        const row = rowOf.get(id);
        if (sort.endsWith("name")) return plain(row?.name ?? "");
        const field = {
          price: "priceMinMinor",
          stock: "stockTotal",
          updated: "updatedAt",
        } as const;
        return Number(row?.[field[sort.replace("-", "") as keyof typeof field]]);
      });
      const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(sort.startsWith("-") ? sorted.toReversed() : sorted);
    },
  );

  it("fall back where a place of another order is given", async () => {
    const { person, path } = await catalogue();
    const { body } = await person.send<Products>("GET", `${path}?sort=name`);
    const place = encodeURIComponent(body.next ?? "");
    const refused = await person.send<{ error: unknown }>(
      "GET",
      `${path}?sort=price&cursor=${place}`,
    );
    expect(refused.body.error).toMatchObject({
      code: "request.invalid",
      facts: { fields: ["cursor"] },
    });
  });
});

describe("the filter by stock", () => {
  it("shows, counts and selects the same products", async () => {
    const { person, rows, path, id } = await catalogue();
    const wanted = {
      none: rows.filter(({ stockTotal }) => stockTotal <= 0).length,
      low: rows.filter(({ stockTotal }) => stockTotal >= 1 && stockTotal <= 5).length,
      some: rows.filter(({ stockTotal }) => stockTotal > 0).length,
    };
    for (const [stock, count] of Object.entries(wanted)) {
      const { body } = await person.send<Products>("GET", `${path}?stock=${stock}`);
      expect([stock, body.counts.all, body.isMore]).toEqual([
        stock,
        Math.min(count, 60),
        count > 60,
      ]);
      expect(await walk(person, `${path}?stock=${stock}&sort=-stock`)).toHaveLength(count);
      const selection = { filter: { tab: "all", stock } };
      const counted = await person.send("POST", `/api/connections/${id}/selection-count`, {
        selection,
      });
      expect(counted.body).toMatchObject({ count, hidden: 0 });
    }
  });
});

it("a selection tells how many of its products the store shows nowhere", async () => {
  const { person, id, rows } = await catalogue();
  const [first, second] = rows.map(({ productId }) => productId);
  await env.DB.prepare(
    "UPDATE product SET body = json_set(body, '$.isHidden', json('true')) WHERE product_id = ?1",
  )
    .bind(first)
    .run();
  // Words of a product that look like the mark are none.
  await env.DB.prepare(
    "UPDATE product SET body = json_set(body, '$.name', ?2) WHERE product_id = ?1",
  )
    .bind(second, '"isHidden":true')
    .run();
  const counted = (selection: unknown) =>
    person.send("POST", `/api/connections/${id}/selection-count`, { selection });
  expect((await counted({ filter: { tab: "all" } })).body).toMatchObject({ count: 104, hidden: 1 });
  expect((await counted({ ids: [second] })).body).toMatchObject({ count: 1, hidden: 0 });
});

it("a selection tells how many of its products a push would refuse, and why", async () => {
  const { person, id, rows } = await catalogue();
  const [first = "", second = ""] = rows.map(({ productId }) => productId);
  const stop = env.DB.prepare("INSERT INTO product_check_reason VALUES (?1, ?2, ?3)");
  await env.DB.batch([
    stop.bind(id, "listing.image_missing", first),
    stop.bind(id, "listing.title_missing", first),
    stop.bind(id, "listing.image_missing", second),
  ]);
  const counted = (selection: unknown) =>
    person.send("POST", `/api/connections/${id}/selection-count`, { selection });
  expect((await counted({ filter: { tab: "all" } })).body).toMatchObject({
    stopped: 2,
    unchecked: 104,
    reasons: [
      { code: "listing.image_missing", count: 2 },
      { code: "listing.title_missing", count: 1 },
    ],
  });
  expect((await counted({ ids: [second] })).body).toMatchObject({
    count: 1,
    stopped: 1,
    reasons: [{ code: "listing.image_missing", count: 1 }],
  });
});

describe("orders in a chosen order", () => {
  it.each([
    ["placed", "placedAt"],
    ["total", "totalMinor"],
    ["-total", "totalMinor"],
    ["shipBy", "shipBy"],
  ] as const)(
    "by %s are shown each once, those without a time to ship by last",
    async (sort, field) => {
      const { harness, person, id } = await shop();
      const rows = Array.from({ length: 64 }, (_, index) =>
        orderRow(id, order(`576${100 + index}`), {
          placedAt: 1000 + (index % 11),
          totalMinor: 500 + (index % 6),
          shipBy: index % 4 === 0 ? null : 2000 + (index % 5),
        }),
      );
      for (const row of rows) await harness.services.db.insert(salesOrder).values(row);
      const seen = await walk(person, `/api/connections/${id}/orders?sort=${sort}`);
      expect(new Set(seen).size).toBe(rows.length);
      const keys = seen.map(
        (channelOrderId) =>
          rows.find((row) => row.channelOrderId === channelOrderId)?.[field] ?? Infinity,
      );
      const sorted = keys.toSorted((a, b) => a - b);
      expect(keys).toEqual(sort.startsWith("-") ? sorted.toReversed() : sorted);
    },
  );
});
