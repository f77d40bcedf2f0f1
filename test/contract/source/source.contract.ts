/**
 * What every source platform must do, whatever store is behind it. It knows no vendor; the part about orders
 * sells real units of the store and gives them back.
 */
import { describe, expect, it } from "vitest";
import { variantKey, type StockLevel } from "../../../src/domain/catalogue/source-product";
import { pullAll, type Fetch, type SourceHarness } from "./source-harness";
import { sourceOrderChangesContract } from "./source-order-changes.contract";
import { sourceOrdersContract } from "./source-orders.contract";
import { sourceOrdersSentContract } from "./source-orders-sent.contract";
import { sourcePricesContract } from "./source-prices.contract";
import { failureOf } from "../../support/failure-of";

export function sourceContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} as a source`, () => {
    const harness = start();

    it("says its version and misses no permission", async () => {
      const access = await (await harness).open().checkAccess();
      expect(access.version).toMatch(/^\d+\.\d+/);
      expect(access.missingPermissions).toEqual([]);
    });

    it("refuses a wrong key with a reconnect", async () => {
      const caught = await failureOf((await harness).openWithWrongKey().checkAccess());
      expect(caught.remedy).toBe("reconnect");
    });

    it("says its currency, zone and country", async () => {
      const store = await (await harness).open().readStore();
      expect(store.currency).toMatch(/^[A-Z]{3}$/);
      expect(store.country).toMatch(/^[A-Z]{2}$/);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: store.timeZone })).not.toThrow();
      expect(store.shopName).not.toBe("");
    });

    it("pages through every product once, in pages of any size", async () => {
      const session = (await harness).open();
      const ids = await session.listProductIds();
      for (const pageSize of [3, 7, 1000]) {
        const products = await pullAll(session, pageSize);
        expect(products.map((product) => product.id).toSorted()).toEqual([...ids].toSorted());
      }
    });

    it("gives whole products: variants with options, prices, pictures", async () => {
      const session = (await harness).open();
      const products = await pullAll(session, 100);
      for (const product of products) {
        expect(product.name, product.id).not.toBe("");
        expect(product.variants.length, product.id).toBeGreaterThan(0);
        expect(product.updatedAt).toBeGreaterThan(Date.UTC(2001, 0));
        for (const variant of product.variants) {
          expect(Number.isSafeInteger(variant.priceMinor)).toBe(true);
          expect(variant.listPriceMinor).toBeGreaterThanOrEqual(variant.priceMinor);
          if (product.variants.length > 1) expect(variant.options.length).toBeGreaterThan(0);
          for (const option of variant.options) expect(option.name && option.value).not.toBe("");
        }
        for (const image of product.images) expect(URL.canParse(image.url)).toBe(true);
      }
      expect(products.some((product) => product.variants.length > 1)).toBe(true);
      expect(products.some((product) => product.variants[0]?.id === "0")).toBe(true);
      expect(products.some((product) => product.features.length > 0)).toBe(true);
    });

    it("reads a page of products in three requests once the names are known, and its prices by one of the module", async () => {
      let requests = 0;
      const { open, hasPacks, transport } = await harness;
      // The module is asked whether it is there, and for the prices.
      const most = ((await hasPacks()) ? 11 : 10) + (transport === "module" ? 2 : 0);
      const session = open((inner) => (request) => {
        requests += 1;
        return inner(request);
      });
      await session.pullPage({}, 100);
      expect(requests).toBeLessThanOrEqual(most);
      requests = 0;
      await session.pullPage({}, 100);
      expect(requests).toBeLessThanOrEqual(transport === "module" ? 4 : 3);
    });

    it("reads the first page in two more when it is given what it once said", async () => {
      const { open, transport } = await harness;
      let requests = 0;
      const through = (inner: Fetch) => (request: Request) => {
        requests += 1;
        return inner(request);
      };
      const session = open(through, await open().readStore());
      const { products } = await session.pullPage({}, 100);
      expect(requests).toBeLessThanOrEqual(transport === "module" ? 6 : 5);
      expect(products).toEqual((await open().pullPage({}, 100)).products);
    });

    it("says at the last page that it is the last, also when it is full", async () => {
      const session = (await harness).open();
      const { length } = await session.listProductIds();
      expect((await session.pullPage({}, length)).next).toBeUndefined();
      expect((await session.pullPage({}, length - 1)).next).toBeDefined();
    });

    it("gives a product by its id as the page gives it, and leaves unknown ids out", async () => {
      const session = (await harness).open();
      const { products } = await session.pullPage({}, 2);
      const ids = products.map((product) => product.id);
      expect((await session.pullProducts([...ids, "999999999"])).products).toEqual(products);
      expect((await session.pullProducts([])).products).toEqual([]);
    });

    it("keeps to a window of time", async () => {
      const { open, now } = await harness;
      const session = open();
      const [product] = (await session.pullPage({}, 1)).products;
      const at = product?.updatedAt ?? 0;
      const idsIn = async (from?: number, until?: number) => {
        const window = { ...(from && { from }), ...(until && { until }) };
        return (await pullAll(session, 1000, window)).map(({ id }) => id);
      };
      expect(await idsIn(at, at)).toContain(product?.id);
      expect(await idsIn(at)).toContain(product?.id);
      expect(await idsIn(undefined, at)).toContain(product?.id);
      expect(await idsIn(at + 4 * 3_600_000, at + 5 * 3_600_000)).not.toContain(product?.id);
      expect(await idsIn(now() + 48 * 3_600_000)).toEqual([]);
    });

    it("finds what was added in a window of time, whenever it changed since", async () => {
      const session = (await harness).open();
      const products = await pullAll(session, 100);
      const later = products.find(({ createdAt, updatedAt }) => updatedAt > createdAt + 86_400_000);
      if (!later) return;
      const window = { from: later.createdAt, until: later.createdAt };
      const found = (await pullAll(session, 1, window)).map(({ id }) => id);
      expect(found).toContain(later.id);
      expect(new Set(found).size).toBe(found.length);
    });

    it("reads the same stock in bulk as with the products", async () => {
      const session = (await harness).open();
      const products = await pullAll(session, 100);
      const known = new Set(products.map((product) => product.id));
      const levels = (await session.readStock()).filter((level) => known.has(level.productId));
      const pulled = products.flatMap((product) =>
        product.variants.map((variant) => `${product.id}:${variant.id}=${variant.quantity}`),
      );
      const keys = levels.map((level) => `${level.productId}:${level.variantId}=${level.quantity}`);
      expect(keys.toSorted()).toEqual(pulled.toSorted());
      const some = [products[0]?.id ?? ""];
      // Rows come in whatever order the store's tables keep them; whoever reads them goes by their ids.
      expect([...(await session.readStock(some))].toSorted(byVariant)).toEqual(
        levels.filter((level) => level.productId === some[0]).toSorted(byVariant),
      );
    });

    it("reads what moved since a read in one request, nothing where nothing moved", async () => {
      const { open, transport } = await harness;
      let requests = 0;
      const through = (inner: Fetch) => (request: Request) => {
        requests += 1;
        return inner(request);
      };
      const session = open(through, await open().readStore());
      const first = await session.readStockChanges();
      expect(first).toMatchObject({ isWhole: true, gone: [], transport });
      expect(first.levels.toSorted(byVariant)).toEqual(
        [...(await session.readStock())].toSorted(byVariant),
      );
      requests = 0;
      const again = await session.readStockChanges(first.cursor ?? undefined);
      expect(requests).toBe(1);
      if (transport === "module")
        expect(again).toMatchObject({ levels: [], gone: [], isWhole: false });
      else expect(again.levels.toSorted(byVariant)).toEqual(first.levels.toSorted(byVariant));
    });

    it("has the store's module send the events that wait, and says where there is none", async () => {
      const { open, transport } = await harness;
      const flushed = await open().flushEvents();
      if (transport === "webservice") expect(flushed).toBeUndefined();
      else expect(flushed).toMatchObject({ waiting: 0 });
    });

    it("knows the category of every product, with its path", async () => {
      const session = (await harness).open();
      const categories = new Map((await session.listCategories()).map((each) => [each.id, each]));
      for (const { categoryId } of await pullAll(session, 100))
        if (categoryId) expect(categories.get(categoryId)?.path).not.toBe("");
      for (const each of categories.values()) {
        expect(each.path.endsWith(each.name)).toBe(true);
        if (each.parentId) expect(categories.has(each.parentId)).toBe(true);
      }
    });

    it("names the states of orders, and which of them count as paid", async () => {
      const states = await (await harness).open().listOrderStates();
      for (const { id, name } of states) expect(id && name).not.toBe("");
      expect(states.some(({ isPaid, isShipped }) => isPaid && !isShipped)).toBe(true);
      expect(states.some(({ isShipped }) => isShipped)).toBe(true);
      expect(states.some(({ isPaid }) => !isPaid)).toBe(true);
    });
  });
  sourcePricesContract(name, start);
  sourceOrdersContract(name, start);
  sourceOrderChangesContract(name, start);
  sourceOrdersSentContract(name, start);
}

function byVariant(a: StockLevel, b: StockLevel): number {
  const keyOf = ({ productId, variantId }: StockLevel) => variantKey(productId, variantId);
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
