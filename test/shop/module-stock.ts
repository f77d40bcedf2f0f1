/** The stock of a real store through the module: read in pages, read again for changes, and changed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  change,
  create,
  execute,
  installAnew,
  installOther,
  remove,
  rows,
  storeUrl,
  uninstall,
  within,
} from "./local-store";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";

type Row = [product: string, variant: string, quantity: number];
const AT_ONCE = 50;

describe(`the stock of the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let cursor = "";
  beforeAll(async () => {
    weft = await startFakeWeft();
    // A run that was broken off may have left what the tests are about to set.
    await execute("UPDATE ps_stock_available SET quantity = 300 WHERE id_product IN (1, 8)");
    await installAnew();
    await within("pair", weft.url, CODE);
  });
  afterAll(async () => {
    await uninstall();
    weft.close();
  });

  const stock = (given: Readonly<Record<string, unknown>>) => ask(weft.secret, "stock", given);
  const make = (changes: readonly Record<string, unknown>[]) =>
    ask(weft.secret, "stock-change", { changes });
  const quantityOf = async (product: string, variant: string) => {
    const [row] = await rows(
      `SELECT quantity FROM ps_stock_available WHERE id_product = ${product} AND id_product_attribute = ${variant}`,
    );
    return Number(row?.["quantity"]);
  };

  it("is read whole in pages: each variant once, and no sums", async () => {
    const read: Row[] = [];
    let page = await stock({ limit: 7 });
    for (;;) {
      read.push(...page.rows);
      if (!page.isMore) break;
      page = await stock({ limit: 7, after: page.cursor });
    }
    cursor = page.cursor;
    const kept = await rows(
      "SELECT id_product AS product, s.id_product_attribute AS variant, s.quantity FROM ps_stock_available s JOIN ps_product USING (id_product) WHERE s.id_product_attribute > 0 OR id_product NOT IN (SELECT id_product FROM ps_product_attribute)",
    );
    const sorted = (all: Row[]) => all.map((row) => row.join(":")).toSorted();
    expect(sorted(read)).toEqual(
      sorted(kept.map((row) => Object.values(row).map(String) as unknown as Row)),
    );
  });

  it("has nothing to tell when nothing changed", async () => {
    expect(await stock({ after: cursor })).toEqual({ rows: [], gone: [], cursor, isMore: false });
  });

  it("tells what plain SQL changed, again when the answer was lost, and no more once the answer arrived", async () => {
    await execute(
      "UPDATE ps_stock_available SET quantity = 111 WHERE id_product = 1 AND id_product_attribute = 2",
    );
    await execute(
      "UPDATE ps_stock_available SET quantity = 112 WHERE id_product = 8 AND id_product_attribute = 0",
    );
    const first = await stock({ after: cursor });
    expect(first).toMatchObject({
      rows: [
        ["1", "2", 111],
        ["8", "0", 112],
      ],
      gone: [],
    });
    expect(await stock({ after: cursor })).toEqual(first);
    expect((await stock({ after: first.cursor })).rows).toEqual([]);
    cursor = first.cursor;
  });

  it("tells a change that came between two pages of changes", async () => {
    const set = (variant: number, quantity: number) =>
      execute(
        `UPDATE ps_stock_available SET quantity = ${quantity} WHERE id_product = 1 AND id_product_attribute = ${variant}`,
      );
    for (const variant of [1, 2, 3]) await set(variant, 200 + variant);
    const first = await stock({ after: cursor, limit: 2 });
    expect(first).toMatchObject({
      rows: [
        ["1", "1", 201],
        ["1", "2", 202],
      ],
      isMore: true,
    });
    await set(1, 299);
    const second = await stock({ after: first.cursor, limit: 2 });
    expect(second).toMatchObject({ rows: [["1", "3", 203]], isMore: false });
    const third = await stock({ after: second.cursor });
    expect(third).toMatchObject({ rows: [["1", "1", 299]], isMore: false });
    cursor = third.cursor;
    for (const variant of [1, 2, 3]) await set(variant, 300);
    cursor = (await stock({ after: cursor })).cursor;
  });

  it("tells what is gone, and a product that got variants as those", async () => {
    const product = await create("products", "product", newProduct);
    const added = await stock({ after: cursor });
    expect(added.rows).toEqual([[product, "0", 0]]);
    const variant = await create("combinations", "combination", newVariant(product));
    const split = await stock({ after: added.cursor });
    expect(split).toMatchObject({ rows: [[product, variant, 0]], gone: [[product, "0"]] });
    await remove("products", product);
    const last = await stock({ after: split.cursor });
    expect(last).toMatchObject({ rows: [], gone: [[product, variant]] });
    cursor = last.cursor;
  });

  it("answers for some products without touching the cursor", async () => {
    const { rows: found } = await stock({ products: ["8", "999999"] });
    expect(found).toEqual([["8", "0", 112]]);
    expect((await stock({ after: cursor })).rows).toEqual([]);
  });

  it("refuses the cursor of another installation", async () => {
    const strange = cursor.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    await expect(stock({ after: strange })).rejects.toMatchObject({
      code: "prestashop.stock_cursor_unknown",
    });
  });

  it("lets readers come at once: each gets what changed, whole", async () => {
    await execute(
      "UPDATE ps_stock_available SET quantity = 250 WHERE id_product = 8 AND id_product_attribute = 0",
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => stock({ after: cursor })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.rows).toEqual([["8", "0", 250]]);
  });

  it(`loses nothing of ${AT_ONCE} changes at once, variants and sum included`, async () => {
    const run = Date.now();
    const before = [
      await quantityOf("1", "1"),
      await quantityOf("1", "2"),
      await quantityOf("1", "0"),
    ];
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, at) =>
        make([{ id: `${run}-${at}`, product: "1", variant: String(1 + (at % 2)), delta: -1 }]),
      ),
    );
    expect(
      answers.flatMap(({ results }) => results).every(({ isRepeat }) => isRepeat === false),
    ).toBe(true);
    const half = AT_ONCE / 2;
    expect([
      await quantityOf("1", "1"),
      await quantityOf("1", "2"),
      await quantityOf("1", "0"),
    ]).toEqual([half, half, AT_ONCE].map((drop, at) => (before[at] ?? 0) - drop));
    const back = ["1", "2"].map((variant) => ({
      id: `${run}-back-${variant}`,
      product: "1",
      variant,
      delta: half,
    }));
    await make(back);
    expect(await quantityOf("1", "0")).toBe(before[2]);
  });

  it(`makes one change once, asked for ${AT_ONCE} times at once and once more later`, async () => {
    const asked = { id: `${Date.now()}-one`, product: "8", variant: "0", delta: 5 };
    const before = await quantityOf("8", "0");
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => make([asked])));
    const firsts = answers.flatMap(({ results }) => results).filter(({ isRepeat }) => !isRepeat);
    expect(firsts).toEqual([{ id: asked.id, quantity: before + 5, isRepeat: false }]);
    expect((await make([asked])).results).toEqual([
      { id: asked.id, quantity: before + 5, isRepeat: true },
    ]);
    expect(await quantityOf("8", "0")).toBe(before + 5);
  });

  it("makes the good changes of a call and says which were not", async () => {
    const run = Date.now();
    const { results } = await make([
      { id: `${run}-a`, product: "8", variant: "0", delta: 0 },
      { id: `${run}-b`, product: "999999", variant: "0", delta: 1 },
      { id: `${run}-c`, product: "1", variant: "0", delta: 1 },
      { id: `${run}-d`, product: "8", variant: "0", delta: "1" },
    ]);
    expect(results.map(({ refused }) => refused?.code)).toEqual([
      undefined,
      "product_missing",
      "product_missing",
      "change_invalid",
    ]);
  });

  it("tells the store's other modules each new quantity", async () => {
    const forget = await installOther(
      "weftecho",
      "actionUpdateQuantity",
      "Configuration::updateGlobalValue('WEFTECHO', $params['quantity']);",
    );
    try {
      const before = await quantityOf("8", "0");
      const run = Date.now();
      const drop = (id: string) => ({ id: `${run}-${id}`, product: "8", variant: "0", delta: -1 });
      await make([drop("e1"), drop("e2")]);
      const [stored] = await rows("SELECT value FROM ps_configuration WHERE name = 'WEFTECHO'");
      expect(Number(stored?.["value"])).toBe(before - 2);
    } finally {
      await forget();
      await execute("DELETE FROM ps_configuration WHERE name = 'WEFTECHO'");
    }
  });

  it("does not tell Weft of Weft's own change, and tells of everybody else's", async () => {
    // What earlier tests caused and the store has not sent yet.
    await ask(weft.secret, "flush");
    const own = { id: `${Date.now()}-own`, product: "8", variant: "0", delta: -5 };
    expect(await weft.eventsOf(() => make([own]), 0)).toEqual([]);
    const [row] = await rows(
      "SELECT id_stock_available AS id FROM ps_stock_available WHERE id_product = 8 AND id_product_attribute = 0",
    );
    const id = String(row?.["id"]);
    expect(
      await weft.eventsOf(() =>
        change("stock_availables", "stock_available", id, "quantity", "300"),
      ),
    ).toEqual(["stock.changed 8"]);
  });
});

const newProduct =
  "<price>10</price><active>1</active><state>1</state><id_category_default>2</id_category_default><name><language id='1'>Stock test</language><language id='2'>Stock test</language></name><link_rewrite><language id='1'>stock-test</language><language id='2'>stock-test</language></link_rewrite>";
const newVariant = (product: string) =>
  `<id_product>${product}</id_product><minimal_quantity>1</minimal_quantity><price>0</price><associations><product_option_values><product_option_value><id>1</id></product_option_value></product_option_values></associations>`;
