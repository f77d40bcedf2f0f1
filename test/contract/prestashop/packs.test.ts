/** Packs are offered as often as the store itself would sell them: by `pack_stock_type`. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { draftOf, line } from "../source/order-drafts";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const URL_OF_SHOP = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);
/** Of the demo catalogue: five of variant 19 of product 5 and five of product 7. */
const PACK = "15";
const [POSTER, MUG] = ["5", "7"];

let store: PrestaShop;
const open = (transport: string, known?: SourceStore) =>
  prestashop.open(
    { url: URL_OF_SHOP, key: KEY, ...(transport === "module" && { secret: SECRET }) },
    depsOf({ now }, store.fetch),
    known,
  );
const TRANSPORTS = ["webservice", "module"];

beforeEach(() => {
  store = openSimulator({ flavour: "8.2.1", baseUrl: URL_OF_SHOP, key: KEY, now });
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
  store.setSetting("PS_PACK_FEATURE_ACTIVE", "1");
  store.setStockSilently(PACK, "0", 100);
  store.setStockSilently(POSTER, "19", 32);
  store.setStockSilently(MUG, "0", 300);
});

describe.each(TRANSPORTS)("a pack, by the %s", (transport) => {
  const packIn = (levels: readonly { productId: string; quantity: number }[]) =>
    levels.find(({ productId }) => productId === PACK)?.quantity;

  it.each([
    ["0", "1", 100],
    ["1", "0", 6],
    ["2", "0", 6],
    ["3", "0", 100],
    ["3", "1", 6],
    ["3", "2", 6],
  ])("of type %s under the setting %s is there %i times", async (type, setting, expected) => {
    store.edit("products", PACK, { pack_stock_type: type });
    store.setSetting("PS_PACK_STOCK_TYPE", setting);
    const known = await open(transport).readStore();
    for (const session of [open(transport), open(transport, known)]) {
      expect(packIn(await session.readStock())).toBe(expected);
      expect(packIn(await session.readStock([PACK]))).toBe(expected);
      expect(packIn((await session.readStockChanges()).levels)).toBe(expected);
      const { products } = await session.pullProducts([PACK]);
      expect(products[0]?.variants).toMatchObject([{ quantity: expected }]);
      const page = await session.pullPage({}, 100);
      const pulled = page.products.find(({ id }) => id === PACK);
      expect(pulled?.variants).toMatchObject([{ quantity: expected }]);
    }
  });

  it.each([
    ["0", "1", 6],
    ["1", "0", 100],
  ])("of type %s that becomes one of type %s is seen by the next read of it", async (...given) => {
    const [before, now, expected] = given;
    store.edit("products", PACK, { pack_stock_type: before });
    const known = await open(transport).readStore();
    expect((await open(transport, known).pullProducts([PACK])).isStoreChanged).toBeUndefined();
    store.edit("products", PACK, { pack_stock_type: now });
    const session = open(transport, known);
    const read = await session.pullProducts([PACK]);
    expect(read).toMatchObject({ isStoreChanged: true });
    expect(read.products[0]?.variants).toMatchObject([{ quantity: expected }]);
    expect(packIn(await session.readStock([PACK]))).toBe(expected);
    expect((await open(transport, known).pullPage({}, 100)).isStoreChanged).toBe(true);
    const renewed = open(transport, await session.readStore());
    expect((await renewed.pullProducts([PACK])).isStoreChanged).toBeUndefined();
  });

  it("of both counts its own number where that is the smaller one", async () => {
    store.edit("products", PACK, { pack_stock_type: "2" });
    store.setStockSilently(PACK, "0", 4);
    expect(packIn(await open(transport).readStock([PACK]))).toBe(4);
  });

  it("changes with every part of it, whoever sells that", async () => {
    store.edit("products", PACK, { pack_stock_type: "1" });
    const known = await open(transport).readStore();
    const session = open(transport, known);
    const { cursor } = await session.readStockChanges();
    expect(packIn(await session.readStock([MUG]))).toBe(6);
    store.setStockSilently(MUG, "0", 9);
    expect(packIn((await session.readStockChanges(cursor ?? undefined)).levels)).toBe(1);
    expect(packIn(await session.readStock([MUG]))).toBe(1);
    store.setStockSilently(MUG, "0", 0);
    expect(packIn(await session.readStock([MUG]))).toBe(0);
  });
});

it("a pack takes its parts when it is ordered by the module", async () => {
  store.edit("products", PACK, { pack_stock_type: "1" });
  const session = open("module");
  const quantity = async () => (await session.readStock([PACK]))[0]?.quantity;
  const [product] = (await session.pullProducts([PACK])).products;
  const variant = product?.variants[0];
  if (!product || !variant) throw new Error("the store has no pack");
  const lines = [line({ product, variant }, 2, 3_000)];
  const draft = await draftOf(session, [], "576461413196", 0, 0, lines);
  const made = await session.importOrder(draft, {}, async () => {});
  expect(await quantity()).toBe(4);
  // PrestaShop gives nothing back for a pack: a person restocks it.
  await session.cancelOrder(made.id);
  expect(await quantity()).toBe(4);
});

describe("a pack ordered through the webservice", () => {
  const orderOf = async (number: string, shippingMinor: number) => {
    const session = open("webservice");
    const [product] = (await session.pullProducts([PACK])).products;
    const variant = product?.variants[0];
    if (!product || !variant) throw new Error("the store has no pack");
    const lines = [line({ product, variant }, 2, 3_000)];
    return draftOf(session, [], number, shippingMinor, 0, lines);
  };
  const packs = async () => (await open("webservice").readStock([PACK]))[0]?.quantity;

  beforeEach(() => store.edit("products", PACK, { pack_stock_type: "1" }));

  it("waits for the module where the store would take none of its units, and is made by it once", async () => {
    const draft = await orderOf("576461413197", 399);
    const before = store.orders().length;
    await expect(open("webservice").importOrder(draft, {}, () => {})).rejects.toMatchObject({
      code: "prestashop.pack_needs_module",
      facts: { productIds: [PACK] },
    });
    expect(store.orders()).toHaveLength(before);
    expect(await packs()).toBe(6);
    await open("module").importOrder(draft, {}, () => {});
    expect(await packs()).toBe(4);
  });

  it("looks for the module once more only where it was there before", async () => {
    const draft = await orderOf("576461413199", 399);
    const found = await open("module").readStore();
    expect(found.hadModule).toBe(true);
    const gone = { ...found, moduleVersion: null };
    expect((await open("module", gone).readStore()).hadModule).toBe(true);
    const { hadModule: _hadModule, ...never } = gone;
    const calls = () => store.calls().filter(({ path }) => path.includes("fc=module")).length;
    store.forgetCalls();
    await expect(open("module", never).importOrder(draft, {}, () => {})).rejects.toMatchObject({
      code: "prestashop.pack_needs_module",
    });
    expect(calls()).toBe(0);
    expect((await open("module", gone).importOrder(draft, {}, () => {})).transport).toBe("module");
    expect(calls()).toBeGreaterThan(0);
  });

  it("takes its parts where the store's own sum is what the buyer paid", async () => {
    store.editCarrier("1", { name: "Royal Mail", delay: "Two days" });
    const draft = await orderOf("576461413198", 0);
    expect((await open("webservice").importOrder(draft, {}, () => {})).isPaid).toBe(true);
    expect(await packs()).toBe(4);
  });
});

it("a store without packs is asked for none", async () => {
  store.setSetting("PS_PACK_FEATURE_ACTIVE", "0");
  const known = await open("webservice").readStore();
  store.forgetCalls();
  await open("webservice", known).readStock();
  expect(store.calls()).toHaveLength(1);
});
