/** For whom prices and texts are read: visitors, unless the merchant chose otherwise. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import { productPrice } from "../../../simulator/prestashop/prices/product-price";
import { AS_VISITORS, type ReadingChoice } from "../../../src/domain/connections/reading-choice";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceSession } from "../../../src/platforms/source";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const url = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);

describe.each([["the webservice"], ["the module"]])("prices and texts read by %s", (transport) => {
  const secret = transport === "the module" ? SECRET : undefined;
  let store: PrestaShop;

  const open = (choice: Partial<ReadingChoice> = {}, known?: SourceStore) =>
    prestashop.open(
      { url, key: KEY, ...(secret && { secret }) },
      depsOf({ now }, store.fetch),
      known,
      { ...AS_VISITORS, ...choice },
    );
  /** A discount of a half for one group. */
  const discountFor = (groupId: string) =>
    store.store.tables.insert("specific_prices", {
      id_product: "6",
      id_group: groupId,
      price: "-1",
      from_quantity: "1",
      reduction: "0.5",
      reduction_type: "percentage",
      reduction_tax: "1",
    });
  const addCurrency = (iso: string, rate: string) =>
    store.store.tables.insert("currencies", {
      iso_code: iso,
      conversion_rate: rate,
      active: "1",
      deleted: "0",
      precision: "2",
    }).id;

  /** The price that a pull and a read of prices both answer. */
  async function priceIn(session: SourceSession): Promise<number> {
    const { products } = await session.pullProducts(["6"]);
    const { levels, currency } = await session.readPrices(["6"]);
    expect(products[0]).toMatchObject({
      currency,
      variants: [{ priceMinor: levels[0]?.priceMinor }],
    });
    return levels[0]?.priceMinor ?? 0;
  }

  beforeEach(() => {
    store = openSimulator({ flavour: "9.1.4", baseUrl: url, key: KEY, now });
    if (secret) store.configureModule({ webhookUrl: "https://weft.example/events", secret });
  });

  it("are those of visitors: a discount of registered customers is none of them", async () => {
    const usual = await priceIn(open());
    discountFor("3");
    expect(await priceIn(open())).toBe(usual);
    expect(await priceIn(open({ groupId: "3" }))).toBe(Math.round(usual / 2));
    discountFor("1");
    expect(await priceIn(open())).toBe(Math.round(usual / 2));
  });

  it("follow the group that the store takes for visitors", async () => {
    const usual = await priceIn(open());
    discountFor("7");
    store.setSetting("PS_UNIDENTIFIED_GROUP", "7");
    expect(await priceIn(open())).toBe(Math.round(usual / 2));
  });

  it("are less what the group has off everything, and the store sees no discount in that", async () => {
    const usual = await priceIn(open());
    store.edit("groups", "1", { reduction: "12.50" });
    const visitors = await priceIn(open());
    expect(visitors).toBe(Math.round(usual * 0.875));
    expect((await open().readPrices(["6"])).levels[0]?.listPriceMinor).toBe(visitors);
    expect(await priceIn(open({ groupId: "3" }))).toBe(usual);
    store.edit("groups", "3", { reduction: "100.00" });
    expect(await priceIn(open({ groupId: "3" }))).toBe(0);
  });

  it("are less that percentage after a discount, of variants too, and rounded once", async () => {
    store.edit("groups", "1", { reduction: "10.00" });
    discountFor("0");
    const whole = await open().readPrices(["1", "6"]);
    for (const { productId, variantId: combinationId, priceMinor } of whole.levels) {
      const asked = { productId, combinationId, groupId: "1", withTax: true, digits: 2 };
      const right = productPrice(store.store, { ...asked, withReduction: true });
      expect(priceMinor, `${productId}:${combinationId}`).toBe(Math.round(right * 100));
    }
    const pulled = (await open().pullProducts(["1", "6"])).products.flatMap(({ id, variants }) =>
      variants.map((one) => `${id}:${one.id} ${one.priceMinor} ${one.listPriceMinor}`),
    );
    const read = whole.levels.map(
      (one) => `${one.productId}:${one.variantId} ${one.priceMinor} ${one.listPriceMinor}`,
    );
    expect(pulled.toSorted()).toEqual(read.toSorted());
  });

  it("know no percentage where the store leaves its groups out of account", async () => {
    const usual = await priceIn(open());
    store.edit("groups", "1", { reduction: "10.00" });
    store.setSetting("PS_GROUP_FEATURE_ACTIVE", "");
    expect(await priceIn(open())).toBe(usual);
  });

  it("forget what was read before the percentage changed", async () => {
    const usual = await priceIn(open());
    const known = await open().readStore();
    store.edit("groups", "1", { reduction: "10.00" });
    const session = open({}, known);
    expect(await session.areSettingsKnown()).toBe(false);
    await session.readStore();
    expect(await session.areSettingsKnown()).toBe(true);
    expect(await priceIn(session)).toBe(Math.round(usual * 0.9));
  });

  it.each([
    ["0", "up", Math.ceil],
    ["1", "down", Math.floor],
    ["2", "nearest", Math.round],
  ])("have cents in every mode of rounding: %s, %s", async (mode, _name, round) => {
    store.edit("products", "6", { price: "9.993000" });
    store.setSetting("PS_PRICE_ROUND_MODE", mode);
    const off = (percent: number) => round(Number((9.993 * 1.2 * (100 - percent)).toFixed(6)));
    expect(await priceIn(open())).toBe(off(0));
    store.edit("groups", "1", { reduction: "7.00" });
    expect(await priceIn(open())).toBe(off(7));
  });

  it("are in the chosen currency, and the store says so", async () => {
    addCurrency("CHF", "2.000000");
    const session = open({ currency: "CHF" });
    expect((await session.readStore()).currency).toBe("CHF");
    const own = await priceIn(open());
    expect(Math.abs((await priceIn(session)) - 2 * own)).toBeLessThanOrEqual(1);
  });

  it("are in the store's own where the chosen currency is gone, never under its name", async () => {
    const id = addCurrency("CHF", "2.000000");
    const { currency } = await open().readStore();
    store.edit("currencies", id, { active: "0" });
    const session = open({ currency: "CHF" });
    expect((await session.readStore()).currency).toBe(currency);
    expect(await priceIn(session)).toBe(await priceIn(open()));
  });

  it("forget what was read for another choice", async () => {
    addCurrency("CHF", "2.000000");
    const known = await open().readStore();
    const session = open({ currency: "CHF" }, known);
    expect(await session.areSettingsKnown()).toBe(false);
    expect((await session.pullProducts(["6"])).products[0]?.currency).toBe("CHF");
    const again = await session.readStore();
    expect(await open({ currency: "CHF" }, again).areSettingsKnown()).toBe(true);
  });

  it("are told in the chosen language, and in the store's own where that is gone", async () => {
    const languages = (await open().listReadingChoices()).languages;
    const { languageId: own } = await open().readStore();
    const other = languages.find(({ id }) => id !== own);
    if (!other) throw new Error("the store speaks one language only");
    const row = store.store.tables.get("products", "6");
    const names = { [own]: "Mug", [other.id]: "Tasse" };
    store.edit("products", "6", {
      name: { ...(row?.values["name"] as object), ...names },
    } as never);
    const nameIn = async (session: SourceSession) =>
      (await session.pullProducts(["6"])).products[0]?.name;
    expect(await nameIn(open())).toBe("Mug");
    expect(await nameIn(open({ languageId: other.id }))).toBe("Tasse");
    store.edit("languages", other.id, { active: "0" });
    expect(await nameIn(open({ languageId: other.id }))).toBe("Mug");
  });

  it("can be chosen by name", async () => {
    const { groups, currencies } = await open().listReadingChoices();
    expect(groups.map(({ id }) => id)).toEqual(expect.arrayContaining(["1", "3"]));
    expect(groups.every(({ name }) => name !== "")).toBe(true);
    expect(currencies.length).toBeGreaterThan(0);
  });
});
