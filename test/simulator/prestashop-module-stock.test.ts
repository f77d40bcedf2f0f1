// The stock that the module reports, and changes that are applied once.
import { describe, expect, it } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { ask, done, pairedStore } from "./prestashop-module-client";

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
async function round(store: PrestaShop, limit = 5000, after?: string) {
  const rows: Page["rows"] = [];
  const gone: Page["gone"] = [];
  let cursor = after;
  for (;;) {
    const page = await done<Page>(store, "stock", {
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
  it("reports every row page by page, without the sums of variants", async () => {
    const store = pairedStore();
    const { rows } = await round(store, 7);
    expect(rows).toHaveLength(47);
    expect(new Set(rows.map(([product, variant]) => `${product}/${variant}`)).size).toBe(47);
    expect(rows).toContainEqual(["6", "0", 300]);
    expect(rows).toContainEqual(["1", "1", 300]);
    expect(rows.some(([product, variant]) => product === "1" && variant === "0")).toBe(false);
  });

  it("reports later the changes since, plain SQL and deleted rows included", async () => {
    const store = pairedStore();
    const first = await round(store);
    expect((await round(store, 5000, first.cursor)).rows).toEqual([]);
    store.setStockSilently("6", "0", 7);
    store.setStock("1", "2", 8);
    store.deleteProduct("19");
    const second = await round(store, 5000, first.cursor);
    expect(second.rows).toEqual([
      ["6", "0", 7],
      ["1", "2", 8],
    ]);
    expect(second.gone).toEqual([["19", "0"]]);
    expect(await round(store, 5000, first.cursor)).toEqual(second);
    expect((await round(store, 5000, second.cursor)).rows).toEqual([]);
    expect((await round(store)).gone).toEqual([]);
  });

  it("misses nothing that changes between two pages", async () => {
    const store = pairedStore();
    const first = await done<Page>(store, "stock", { limit: 10 });
    const [product, variant] = first.rows[0] ?? ["", ""];
    store.setStockSilently(product, variant, 1);
    const rest = await round(store, 10, first.cursor);
    expect(rest.rows.at(-1)).toEqual([product, variant, 1]);
    expect(rest.rows).toHaveLength(38);
  });

  it("answers the rows of named products without a cursor", async () => {
    const answer = await done(pairedStore(), "stock", { products: ["6", "9", "999"] });
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

  it("refuses the cursor of an earlier installation and an unknown one", async () => {
    const store = pairedStore();
    const settings = store.moduleSettings();
    const { cursor } = await round(store);
    store.uninstallModule();
    if (settings) store.configureModule(settings);
    const { cursor: fresh } = await round(store);
    for (const after of [cursor, "nonsense", `${fresh}0`])
      expect((await ask(store, "stock", { limit: 10, after })).refused?.code).toBe(
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

  it("is applied once, causes no event, and answers the current quantity", async () => {
    const store = pairedStore();
    const changes = [change("a", -2), change("b", 5, "1", "1")];
    expect(await done<Results>(store, "stock-change", { changes })).toEqual({
      results: [
        { id: "a", quantity: 298, isRepeat: false },
        { id: "b", quantity: 305, isRepeat: false },
      ],
    });
    await store.tick();
    expect(store.deliveries()).toEqual([]);
    store.setStockSilently("6", "0", 40);
    const again = await done<Results>(store, "stock-change", { changes: [change("a", -2)] });
    expect(again.results).toEqual([{ id: "a", quantity: 40, isRepeat: true }]);
  });

  it("is refused in a call of more than 500", async () => {
    const changes = Array.from({ length: 501 }, (_, index) => change(`m${index}`, 1));
    const { refused } = await ask(pairedStore(), "stock-change", { changes });
    expect(refused).toEqual({ code: "changes_too_many", facts: { most: 500 } });
  });

  it("loses nothing when many come at once", async () => {
    const store = pairedStore();
    const one = (index: number) =>
      done(store, "stock-change", { changes: [change(`c${index % 25}`, -1)] });
    await Promise.all(Array.from({ length: 50 }, (_, index) => one(index)));
    const { rows } = await done<Page>(store, "stock", { products: ["6"] });
    expect(rows).toEqual([["6", "0", 275]]);
  });

  it.each([
    ["999", "0"],
    ["1", "999"],
    ["1", "0"],
    ["6", "1"],
  ])("of %s/%s, which nobody can buy, is refused alone", async (product, variant) => {
    const changes = [change("x", 1, product, variant), change("y", 1)];
    const { results } = await done<Results>(pairedStore(), "stock-change", { changes });
    expect(results).toEqual([
      { id: "x", refused: { code: "product_missing", facts: {} } },
      { id: "y", quantity: 301, isRepeat: false },
    ]);
  });
});
