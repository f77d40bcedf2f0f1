/** An installation of several shops: the address of one reads nothing of another. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import { NEEDED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { draftOf, line } from "../source/order-drafts";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const URL_OF_SHOP = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);

let store: PrestaShop;
const open = (secret?: string, known?: SourceStore, url = URL_OF_SHOP) =>
  prestashop.open(
    { url, key: KEY, ...(secret && { secret }) },
    depsOf({ now }, store.fetch),
    known,
  );
const allowOnlyNeeded = () =>
  store.createWebserviceKey(
    KEY,
    NEEDED_PERMISSIONS as Parameters<typeof store.createWebserviceKey>[1],
  );

beforeEach(() => {
  store = openSimulator({ flavour: "8.2.1", baseUrl: URL_OF_SHOP, key: KEY, now });
});

describe("a store that is one of several shops", () => {
  it("has the facts, the stock and the products of its own, whatever the others have", async () => {
    const alone = await open().readStore();
    const products = (await open().pullPage({}, 100)).products;
    const stock = await open().readStock();
    store.addShop("Outlet");
    const found = await open().readStore();
    expect(found.shop).toEqual({ id: "1", name: "TestShop", isKnown: true });
    const { shop: _, memory: _memory, ...facts } = found;
    const { memory: _before, ...before } = alone;
    expect(facts).toEqual(before);
    for (const session of [open(), open(undefined, found)]) {
      expect((await session.pullPage({}, 100)).products).toEqual(products);
      expect(await session.readStock()).toEqual(stock);
      expect(await session.readStock(["6"])).toEqual(
        stock.filter(({ productId }) => productId === "6"),
      );
      expect((await session.readStockChanges()).levels).toEqual(stock);
    }
  });

  it("counts the units of its group where its shops share them", async () => {
    store.addShop("Outlet");
    store.edit("shop_groups", "1", { share_stock: "1" });
    store.restore("stock_availables", [
      { id: "900", values: { id_product: "6", id_shop: "0", id_shop_group: "1", quantity: "33" } },
    ]);
    expect(await open().readStock(["6"])).toEqual([
      { productId: "6", variantId: "0", quantity: 33 },
    ]);
  });

  it("counts its own units as soon as it is one of several, whatever was believed of it", async () => {
    const alone = await open().readStore();
    const stock = await open().readStock();
    store.addShop("Outlet");
    for (const ids of [undefined, ["6"]])
      expect(await open(undefined, alone).readStock(ids)).toEqual(
        stock.filter(({ productId }) => !ids || ids.includes(productId)),
      );
    const { products } = await open(undefined, alone).pullProducts(["6"]);
    expect(products[0]?.variants).toMatchObject([{ quantity: 300 }]);
  });

  it("does not count what a shop that is gone has left behind", async () => {
    store.addShop("Outlet");
    store.setSetting("PS_MULTISHOP_FEATURE_ACTIVE", "0");
    expect(await open().readStock(["6"])).toEqual([
      { productId: "6", variantId: "0", quantity: 300 },
    ]);
  });

  it("is told by the module where the key may not read shops", async () => {
    store.addShop("Outlet");
    allowOnlyNeeded();
    store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
    const found = await open(SECRET).readStore();
    expect(found.shop).toEqual({ id: "1", name: "TestShop", isKnown: true });
  });

  it("is taken for the default one where nobody tells, and says so", async () => {
    const stock = await open().readStock();
    store.addShop("Outlet");
    allowOnlyNeeded();
    const found = await open().readStore();
    expect(found).toMatchObject({ shop: { id: "1", isKnown: false }, timeZone: "Europe/London" });
    expect(await open().readStock()).toEqual(stock);
  });

  it("is no shop of several where there is one, as ever", async () => {
    expect(await open().readStore()).not.toHaveProperty("shop");
  });
});

describe("each shop of several, under its own address", () => {
  const OUTLET = `${URL_OF_SHOP}/outlet`;
  const mug = { productId: "6", variantId: "0" };
  const pair = (transport: string) => {
    store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
    return transport === "module" ? SECRET : undefined;
  };
  const rowsOf = (shopId: string, groupId: string) =>
    store
      .rows("stock_availables")
      .filter(({ values }) => values["id_product"] === "6")
      .filter(({ values }) => (values["id_shop"] ?? "") === shopId)
      .filter(({ values }) => groupId === "" || values["id_shop_group"] === groupId)
      .map(({ values }) => values["quantity"]);

  it.each(["webservice", "module"])(
    "is read with what is its own, by the %s",
    async (transport) => {
      const id = store.addShop("Outlet", { settings: { PS_TIMEZONE: "Europe/Paris" } });
      store.setInShop(id, "6", { price: "20.000000" });
      store.setInShop(id, "7", { active: "0" });
      const secret = pair(transport);
      const session = open(secret, undefined, OUTLET);
      const found = await session.readStore();
      expect(found).toMatchObject({ shop: { id, name: "Outlet" }, timeZone: "Europe/Paris" });
      expect(await session.readStock(["6"])).toEqual([{ ...mug, quantity: 77 }]);
      const [six, seven] = (await session.pullProducts(["6", "7"])).products;
      expect(six?.variants).toMatchObject([{ priceMinor: 2_400, quantity: 77 }]);
      expect([six?.isActive, seven?.isActive]).toEqual([true, false]);
      expect((await session.readPrices(["6"])).levels).toMatchObject([{ priceMinor: 2_400 }]);
      const [main] = (await open(secret).pullProducts(["6"])).products;
      expect(main?.variants).toMatchObject([{ priceMinor: 1_428, quantity: 300 }]);
    },
  );

  it.each(["webservice", "module"])(
    "takes its own orders and units, by the %s",
    async (transport) => {
      const id = store.addShop("Outlet");
      const session = open(pair(transport), undefined, OUTLET);
      const made = await session.importOrder(await draftOfMugs(session), {}, async () => {});
      expect(made).toMatchObject({ totalMinor: 2_300, isPaid: true, transport });
      expect(
        await session.importOrder(await draftOfMugs(session), {}, async () => {}),
      ).toMatchObject({
        id: made.id,
      });
      expect(
        store
          .orders()
          .map(({ values }) => values["id_shop"])
          .at(-1),
      ).toBe(id);
      expect(await session.readStock(["6"])).toEqual([{ ...mug, quantity: 75 }]);
      expect(await open().readStock(["6"])).toEqual([{ ...mug, quantity: 300 }]);
      await session.cancelOrder(made.id);
      expect([rowsOf(id, ""), rowsOf("", "")]).toEqual([["77"], ["300"]]);
    },
  );

  it.each(["webservice", "module"])(
    "sells the units of its group, by the %s",
    async (transport) => {
      store.restore("shop_groups", [
        { id: "2", values: { name: "Shared", active: "1", share_stock: "1", share_order: "1" } },
      ]);
      store.addShop("Outlet", { groupId: "2" });
      store.addShop("Corner", { groupId: "2" });
      const secret = pair(transport);
      const corner = open(secret, undefined, `${URL_OF_SHOP}/corner`);
      await corner.importOrder(await draftOfMugs(corner), {}, async () => {});
      for (const url of [OUTLET, `${URL_OF_SHOP}/corner`])
        expect(await open(secret, undefined, url).readStock(["6"])).toEqual([
          { ...mug, quantity: 75 },
        ]);
      expect(rowsOf("0", "2")).toEqual(["75"]);
      expect(await open(secret).readStock(["6"])).toEqual([{ ...mug, quantity: 300 }]);
    },
  );
});

const draftOfMugs = async (session: ReturnType<typeof open>) => {
  const product = (await session.pullProducts(["6"])).products[0];
  const variant = product?.variants[0];
  if (!product || !variant) throw new Error("the store sells no mug");
  const lines = [line({ product, variant }, 2, 1_000)];
  return draftOf(session, [], "576461413195", 300, 0, lines);
};
