/** What every source platform must tell of prices in bulk, and of products that changed. */
import { describe, expect, it } from "vitest";
import {
  variantKey,
  type PriceLevel,
  type SourceProduct,
} from "../../../src/domain/catalogue/source-product";
import type { SourceSession } from "../../../src/platforms/source";
import { pullAll, type Fetch, type SourceHarness } from "./source-harness";

const byVariant = (levels: readonly PriceLevel[]) =>
  new Map(levels.map((level) => [variantKey(level.productId, level.variantId), level]));

/** A product on sale whose price nothing lowers yet. */
async function undiscounted(session: SourceSession): Promise<SourceProduct> {
  const product = (await pullAll(session, 100)).find(
    ({ isActive, variants }) =>
      isActive && variants.every(({ priceMinor, listPriceMinor }) => priceMinor === listPriceMinor),
  );
  if (!product) throw new Error("every product of the store is discounted already");
  return product;
}

export function sourcePricesContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} as a teller of prices and changes`, () => {
    const harness = start();

    it("prices many products at once as it prices each, and leaves unknown ids out", async () => {
      const { open, transport } = await harness;
      const products = await pullAll(open(), 100);
      const ids = products.map(({ id }) => id);
      const prices = await open().readPrices([...ids, "999999999"]);
      const { currency } = await open().readStore();
      expect(prices).toMatchObject({ currency, transport });
      const pulled = products.flatMap(({ id: productId, variants }) =>
        variants.map(({ id: variantId, priceMinor, listPriceMinor }) => ({
          productId,
          variantId,
          priceMinor,
          listPriceMinor,
        })),
      );
      expect(byVariant(prices.levels)).toEqual(byVariant(pulled));
      expect(prices.levels).toHaveLength(pulled.length);
      expect((await open().readPrices([])).levels).toEqual([]);
    });

    it("names every product first, then none where nothing changed, in one request", async () => {
      const { open, transport } = await harness;
      let requests = 0;
      const through = (inner: Fetch) => (request: Request) => {
        requests += 1;
        return inner(request);
      };
      const session = open(through, await open().readStore());
      const first = await session.readProductChanges();
      expect(first).toMatchObject({ isWhole: true, goneIds: [], transport });
      expect(first.productIds.toSorted()).toEqual([...(await open().listProductIds())].toSorted());
      requests = 0;
      const again = await session.readProductChanges(first.cursor);
      expect(requests).toBe(1);
      expect(again).toMatchObject({ goneIds: [], isWhole: false, transport });
      if (transport === "module") expect(again).toMatchObject({ productIds: [], unseen: [] });
      else expect(again.unseen).toEqual(["variants", "prices", "deletions"]);
    });

    it("sees a discount that begins and ends, or says that it does not see prices", async () => {
      const { open, discount } = await harness;
      const session = open(undefined, await open().readStore());
      const product = await undiscounted(open());
      const priceNow = async () => (await open().readPrices([product.id])).levels[0];
      const { cursor } = await session.readProductChanges();
      const before = await priceNow();
      const undo = await discount(product.id);
      const during = await session.readProductChanges(cursor);
      if (during.unseen.includes("prices")) expect(during.transport).toBe("webservice");
      else expect(during.productIds).toEqual([product.id]);
      const halved = await priceNow();
      expect(Math.abs((halved?.priceMinor ?? 0) * 2 - (before?.priceMinor ?? 0))).toBeLessThan(2);
      expect(halved?.listPriceMinor).toBe(before?.listPriceMinor);
      await undo();
      const after = await session.readProductChanges(during.cursor);
      if (!after.unseen.includes("prices")) expect(after.productIds).toEqual([product.id]);
      expect(await priceNow()).toEqual(before);
    });

    it("names the products of which a discount begins or ends in a span, and no others", async () => {
      const { open, discount, now } = await harness;
      const session = open(undefined, await open().readStore());
      const day = 24 * 3_600_000;
      const before = await session.readPriceEdges(now() - day, now() + day);
      expect(before.isAll).toBe(false);
      const product = await undiscounted(open());
      const undo = await discount(product.id);
      // The discount of the harness has no dates, so nothing moves by the clock.
      expect(await session.readPriceEdges(now() - day, now() + day)).toEqual(before);
      await undo();
    });

    it("says whether its settings are those it is read by", async () => {
      const { open } = await harness;
      expect(await open().areSettingsKnown()).toBe(false);
      expect(await open(undefined, await open().readStore()).areSettingsKnown()).toBe(true);
    });

    it("begins anew where it does not know the cursor", async () => {
      const session = (await harness).open();
      const first = await session.readProductChanges();
      for (const cursor of ["unknown", "0123456789abcdef0123456789abcdef.1"]) {
        const anew = await session.readProductChanges(cursor);
        expect(anew.productIds.toSorted()).toEqual(first.productIds.toSorted());
      }
    });
  });
}
