/** An installation of several shops: the address of one reads nothing of another. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import { NEEDED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const URL_OF_SHOP = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);

let store: PrestaShop;
const open = (secret?: string, known?: SourceStore) =>
  prestashop.open(
    { url: URL_OF_SHOP, key: KEY, ...(secret && { secret }) },
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
