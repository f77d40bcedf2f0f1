/** Prices and changed products of a real store through the module. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  execute,
  installAnew,
  installOther,
  moduleConsole,
  rows,
  storeUrl,
  uninstall,
  unpackEarlier,
  unpackOver,
  within,
} from "./local-store";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";

/** A discount for everybody; times as the database keeps them. */
const discount = (product: number, from: string, to: string) =>
  execute(
    "INSERT INTO ps_specific_price (id_specific_price_rule, id_cart, id_product, id_shop, id_shop_group, id_currency, id_country, id_group, id_customer, id_product_attribute, price, from_quantity, reduction, reduction_tax, reduction_type, `from`, `to`)" +
      ` VALUES (0, 0, ${product}, 0, 0, 0, 0, 0, 0, 0, -1, 1, 0.5, 1, 'percentage', ${from}, ${to})`,
  );
const removeDiscounts = () =>
  execute("DELETE FROM ps_specific_price WHERE reduction = 0.5 AND id_product IN (6, 7)");
const NEVER = "'0000-00-00 00:00:00'";

describe(`the products of the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let cursor = "";
  beforeAll(async () => {
    weft = await startFakeWeft();
    await removeDiscounts();
    await installAnew();
    await within("pair", weft.url, CODE);
  });
  afterAll(async () => {
    await removeDiscounts();
    await uninstall();
    weft.close();
  });

  /** What changed since the last answer. */
  const changed = async () => {
    const answer = await ask(weft.secret, "changes", cursor === "" ? {} : { after: cursor });
    cursor = answer.cursor;
    return answer;
  };
  const priceOf = async (product: string) =>
    (await ask(weft.secret, "prices", { products: [product] })).rows[0]?.[2] ?? 0;

  it("are told all at first, in pages, then none", async () => {
    const found: string[] = [];
    let page = await ask(weft.secret, "changes", { limit: 4 });
    for (;;) {
      found.push(...page.products);
      if (!page.isMore) break;
      page = await ask(weft.secret, "changes", { limit: 4, after: page.cursor });
    }
    cursor = page.cursor;
    const kept = await rows("SELECT id_product AS id FROM ps_product ORDER BY id_product");
    expect(found.map(Number)).toEqual(kept.map(({ id }) => Number(id)));
    expect(await changed()).toMatchObject({ products: [], gone: [], isMore: false });
  });

  it("are told when plain SQL changed a price, a variant or a text", async () => {
    const undo = [
      "UPDATE ps_product_shop SET price = price - 1 WHERE id_product = 6",
      "UPDATE ps_product_attribute_shop SET price = price - 1 WHERE id_product = 1",
      "UPDATE ps_product_lang SET name = REPLACE(name, '!', '') WHERE id_product = 8",
    ];
    const before = await priceOf("6");
    await execute("UPDATE ps_product_shop SET price = price + 1 WHERE id_product = 6");
    expect((await changed()).products).toEqual(["6"]);
    expect(await priceOf("6")).toBe(before + 120);
    await execute("UPDATE ps_product_attribute_shop SET price = price + 1 WHERE id_product = 1");
    expect((await changed()).products).toEqual(["1"]);
    await execute("UPDATE ps_product_lang SET name = CONCAT(name, '!') WHERE id_product = 8");
    expect((await changed()).products).toEqual(["8"]);
    for (const sql of undo) await execute(sql);
    expect((await changed()).products).toEqual(["1", "6", "8"]);
  });

  it("are not told when an order moves their stock or the store their dates", async () => {
    await execute("UPDATE ps_stock_available SET quantity = quantity - 1 WHERE id_product = 6");
    await execute("UPDATE ps_product SET date_upd = NOW() WHERE id_product = 6");
    await execute("UPDATE ps_stock_available SET quantity = quantity + 1 WHERE id_product = 6");
    expect((await changed()).products).toEqual([]);
  });

  it("are told when a discount begins and when it ends, and priced so at that moment", async () => {
    const before = await priceOf("7");
    await discount(7, "NOW() - INTERVAL 1 DAY", "NOW() + INTERVAL 1 DAY");
    await discount(6, "NOW() + INTERVAL 1 DAY", NEVER);
    expect((await changed()).products).toEqual(["6", "7"]);
    expect(await priceOf("7")).toBe(Math.round(before / 2));
    expect((await changed()).products).toEqual([]);
    // As time would: the first ends, the second has begun.
    await execute(
      "UPDATE ps_specific_price SET `to` = NOW() - INTERVAL 1 HOUR WHERE id_product = 7 AND reduction = 0.5",
    );
    await execute(
      "UPDATE ps_specific_price SET `from` = NOW() - INTERVAL 1 HOUR WHERE id_product = 6 AND reduction = 0.5",
    );
    expect((await changed()).products).toEqual(["6", "7"]);
    expect(await priceOf("7")).toBe(before);
    await removeDiscounts();
    expect((await changed()).products).toEqual(["6", "7"]);
  });

  it("are told all when a tax rate of the store's country changes", async () => {
    const price = await priceOf("6");
    await execute("UPDATE ps_tax SET rate = rate + 5 WHERE id_tax = 1");
    const { products } = await changed();
    expect(products.length).toBeGreaterThan(15);
    expect(await priceOf("6")).toBeGreaterThan(price);
    await execute("UPDATE ps_tax SET rate = rate - 5 WHERE id_tax = 1");
    await changed();
  });

  it("are told and priced when visitors get a percentage off a category, saved or by plain SQL", async () => {
    const visitors = async () =>
      (await ask(weft.secret, "prices", { products: ["6"], group: "1" })).rows[0]?.[2] ?? 0;
    const usual = await visitors();
    // As the back office keeps it: by category, and for each product of it.
    await execute("INSERT INTO ps_product_group_reduction_cache VALUES (6, 1, 0.1)");
    expect((await changed()).products).toEqual(["6"]);
    expect(await visitors()).toBe(Math.round(usual * 0.9));
    expect(await priceOf("6")).toBe(usual);
    await execute("DELETE FROM ps_product_group_reduction_cache WHERE id_product = 6");
    expect((await changed()).products).toEqual(["6"]);
    expect(await visitors()).toBe(usual);
  });

  it("are told as gone when one is no longer in this shop, and again when it is back", async () => {
    await execute("UPDATE ps_product_shop SET id_shop = 99 WHERE id_product = 19");
    expect(await changed()).toMatchObject({ products: [], gone: ["19"] });
    await execute("UPDATE ps_product_shop SET id_shop = 1 WHERE id_product = 19");
    expect(await changed()).toMatchObject({ products: ["19"], gone: [] });
  });

  it("are told although they changed while the module was switched off", async () => {
    await moduleConsole("disable");
    await execute("UPDATE ps_product SET reference = CONCAT(reference, 'x') WHERE id_product = 9");
    await moduleConsole("enable");
    expect((await changed()).products).toEqual(["9"]);
    await execute(
      "UPDATE ps_product SET reference = TRIM(TRAILING 'x' FROM reference) WHERE id_product = 9",
    );
    await changed();
  });

  it("are priced while another module takes part", async ({ skip }) => {
    const { shop } = await ask(weft.secret, "health");
    skip(shop.version.startsWith("1.7."), "the core has no hook for it before 8.0");
    const hook = "actionProductPriceCalculation";
    const remove = await installOther("weftdear", hook, "$params['price'] = 99.0;");
    try {
      expect(await priceOf("6")).toBe(9900);
    } finally {
      await remove();
    }
  });

  it("are not priced when more than 300 are asked for at once", async () => {
    await expect(
      ask(weft.secret, "prices", { products: Array.from({ length: 301 }, (_, at) => `${at}`) }),
    ).rejects.toMatchObject({ facts: { refusal: "products_too_many" } });
  });

  it("refuses a cursor of another installation", async () => {
    await installAnew();
    await within("pair", weft.url, CODE);
    await expect(ask(weft.secret, "changes", { after: cursor })).rejects.toMatchObject({
      code: "prestashop.changes_cursor_unknown",
    });
    cursor = "";
    expect((await changed()).products.length).toBeGreaterThan(15);
  });

  it("are told all after an upgrade from a version that did not tell them", async () => {
    await uninstall();
    unpackEarlier("0.2.0");
    await moduleConsole("install");
    unpackOver();
    await moduleConsole("upgrade");
    await within("pair", weft.url, CODE);
    cursor = "";
    expect((await changed()).products.length).toBeGreaterThan(15);
  });
});
