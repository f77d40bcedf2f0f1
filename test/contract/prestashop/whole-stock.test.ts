/** The stock of a whole store, whose rows come in several parts and are kept in none. */
import { describe, expect, it } from "vitest";
import { openStore } from "./simulated-store";

interface StockRow {
  product: number;
  variant: number;
  quantity: number;
  shop: number;
}

const ROWS = 4_500;
const row = (product: number, variant = 0, shop = 1): StockRow => ({
  product,
  variant,
  quantity: 5,
  shop,
});

/** Reads the whole stock of a store that has these rows by their id, and a product without variants at each other id. */
async function readWhole(rows: Readonly<Record<number, StockRow>>) {
  const { store, open } = openStore("8.2.1");
  const known = await open().readStore();
  let parts = 0;
  const session = open(known, undefined, async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith("/stock_availables")) return store.fetch(request);
    parts += 1;
    return answerOf(url, rows);
  });
  const { levels } = await session.readStockChanges();
  return { levels, parts };
}

function answerOf({ searchParams }: URL, rows: Readonly<Record<number, StockRow>>): Response {
  const after = Number(/^>\[(\d+)\]$/.exec(searchParams.get("filter[id]") ?? "")?.[1] ?? 0);
  const ids = Array.from({ length: ROWS }, (_, index) => index + 1).filter((id) => id > after);
  const part = ids.slice(0, Number(searchParams.get("limit"))).map((id) => {
    const { product, variant, quantity, shop } = rows[id] ?? row(10_000 + id);
    return {
      id,
      id_product: String(product),
      id_product_attribute: String(variant),
      quantity: String(quantity),
      id_shop: String(shop),
      id_shop_group: "0",
    };
  });
  return Response.json({ stock_availables: part });
}

describe("the whole stock of a store", () => {
  it("has every row once, whatever part it came in", async () => {
    const { levels, parts } = await readWhole({});
    expect(parts).toBe(3);
    expect(new Set(levels.map(({ productId }) => productId)).size).toBe(ROWS);
    expect(levels.every(({ variantId, quantity }) => variantId === "0" && quantity === 5)).toBe(
      true,
    );
  });

  it("leaves out the sum of a product whose variants stand in another part", async () => {
    const { levels } = await readWhole({ 1: row(7), 2_500: row(7, 31), 4_400: row(7, 32) });
    const own = levels.filter(({ productId }) => productId === "7");
    expect(own.map(({ variantId }) => variantId)).toEqual(["31", "32"]);
  });

  it.each([
    ["later", { 3_000: row(7, 0, 2), 3_001: row(8, 0, 1) }],
    ["earlier", { 1: row(7, 0, 2), 3_001: row(8, 0, 1) }],
  ])("has no row of another shop, which shows itself %s", async (_when, rows) => {
    const { levels } = await readWhole(rows);
    expect(levels.some(({ productId }) => productId === "7")).toBe(false);
    expect(levels.some(({ productId }) => productId === "8")).toBe(true);
    expect(levels).toHaveLength(ROWS - 1);
  });
});
