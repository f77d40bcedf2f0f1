// The stock as the module tells it, and changes that are done once.
import { describe, expect, it } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { ask, done, pairedShop } from "./prestashop-module-kit";

interface Page {
  rows: [string, string, number][];
  gone: [string, string][];
  cursor: string;
  isMore: boolean;
}

interface Results {
  results: { id: string; quantity?: number; isRepeat?: boolean; refused?: { code: string } }[];
}

/** Every page of a round; answers all rows and the last cursor. */
async function round(shop: PrestaShop, limit = 5000, after?: string) {
  const rows: Page["rows"] = [];
  const gone: Page["gone"] = [];
  let cursor = after;
  for (;;) {
    const page = await done<Page>(shop, "stock", {
      limit,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    rows.push(...page.rows);
    gone.push(...page.gone);
    cursor = page.cursor;
    if (!page.isMore) return { rows, gone, cursor };
  }
}

describe("the stock call", () => {
  it("tells every row page by page, without the sums of variants", async () => {
    const shop = pairedShop();
    const { rows } = await round(shop, 7);
    expect(rows).toHaveLength(47);
    expect(new Set(rows.map(([product, variant]) => `${product}/${variant}`)).size).toBe(47);
    expect(rows).toContainEqual(["6", "0", 300]);
    expect(rows).toContainEqual(["1", "1", 300]);
    expect(rows.some(([product, variant]) => product === "1" && variant === "0")).toBe(false);
  });

  it("tells later what changed since, plain SQL and deleted rows included", async () => {
    const shop = pairedShop();
    const first = await round(shop);
    expect((await round(shop, 5000, first.cursor)).rows).toEqual([]);
    shop.setStockSilently("6", "0", 7);
    shop.setStock("1", "2", 8);
    shop.deleteProduct("19");
    const second = await round(shop, 5000, first.cursor);
    expect(second.rows).toEqual([
      ["6", "0", 7],
      ["1", "2", 8],
    ]);
    expect(second.gone).toEqual([["19", "0"]]);
    expect(await round(shop, 5000, first.cursor)).toEqual(second);
    expect((await round(shop, 5000, second.cursor)).rows).toEqual([]);
    expect((await round(shop)).gone).toEqual([]);
  });

  it("misses nothing that changes between two pages", async () => {
    const shop = pairedShop();
    const first = await done<Page>(shop, "stock", { limit: 10 });
    const [product, variant] = first.rows[0] ?? ["", ""];
    shop.setStockSilently(product, variant, 1);
    const rest = await round(shop, 10, first.cursor);
    expect(rest.rows.at(-1)).toEqual([product, variant, 1]);
    expect(rest.rows).toHaveLength(38);
  });

  it("answers the rows of named products without a cursor", async () => {
    const answer = await done(pairedShop(), "stock", { products: ["6", "9", "999"] });
    expect(answer).toEqual({
      rows: [
        ["6", "0", 300],
        ["9", "22", 300],
        ["9", "23", 300],
      ],
      gone: [],
      isMore: false,
    });
  });

  it("does not know the cursor of an installation before, nor one made up", async () => {
    const shop = pairedShop();
    const settings = shop.moduleSettings();
    const { cursor } = await round(shop);
    shop.uninstallModule();
    if (settings) shop.configureModule(settings);
    const { cursor: fresh } = await round(shop);
    for (const after of [cursor, "nonsense", `${fresh}0`])
      expect((await ask(shop, "stock", { limit: 10, after })).refused?.code).toBe(
        "stock.cursor_unknown",
      );
  });
});

describe("a stock change", () => {
  const change = (id: string, delta: number, product = "6", variant = "0") => ({
    id,
    product,
    variant,
    delta,
  });

  it("is done once for ever, is not told back, and answers the quantity there is", async () => {
    const shop = pairedShop();
    const changes = [change("a", -2), change("b", 5, "1", "1")];
    expect(await done<Results>(shop, "stock-change", { changes })).toEqual({
      results: [
        { id: "a", quantity: 298, isRepeat: false },
        { id: "b", quantity: 305, isRepeat: false },
      ],
    });
    await shop.tick();
    expect(shop.deliveries()).toEqual([]);
    shop.setStockSilently("6", "0", 40);
    const again = await done<Results>(shop, "stock-change", { changes: [change("a", -2)] });
    expect(again.results).toEqual([{ id: "a", quantity: 40, isRepeat: true }]);
  });

  it("is refused with more than 500 others", async () => {
    const changes = Array.from({ length: 501 }, (_, index) => change(`m${index}`, 1));
    const { refused } = await ask(pairedShop(), "stock-change", { changes });
    expect(refused).toEqual({ code: "changes_too_many", facts: { most: 500 } });
  });

  it("loses nothing when many come at once", async () => {
    const shop = pairedShop();
    const one = (index: number) =>
      done(shop, "stock-change", { changes: [change(`c${index % 25}`, -1)] });
    await Promise.all(Array.from({ length: 50 }, (_, index) => one(index)));
    const { rows } = await done<Page>(shop, "stock", { products: ["6"] });
    expect(rows).toEqual([["6", "0", 275]]);
  });

  it.each([
    ["999", "0"],
    ["1", "999"],
    ["1", "0"],
    ["6", "1"],
  ])("of %s/%s, which nobody can buy, is refused alone", async (product, variant) => {
    const changes = [change("x", 1, product, variant), change("y", 1)];
    const { results } = await done<Results>(pairedShop(), "stock-change", { changes });
    expect(results).toEqual([
      { id: "x", refused: { code: "product_missing", facts: {} } },
      { id: "y", quantity: 301, isRepeat: false },
    ]);
  });
});
