/** How much of what is free goes on sale, by product, category and connection. */
import { describe, expect, it } from "vitest";
import { USUAL_RULE } from "../../src/domain/stock/product-rule";
import { ALL_ON_SALE, type OwnStockRule, type StockRule } from "../../src/domain/stock/stock-rule";
import { shownOf } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed } from "../support/offer-writes";

const CATEGORY = "601226";
const NOTHING: OwnStockRule = { units: null, percent: null, maximum: null };

async function setForAll(harness: LedgerHarness, rule: Partial<StockRule>): Promise<void> {
  harness.connection.stockRule = { ...ALL_ON_SALE, ...rule };
  harness.storage.outbox.schedule("review-stock", "review-stock", harness.now);
  harness.restart();
  await harness.drainUntilIdle();
}

const setForCategory = async (harness: LedgerHarness, rule: Partial<OwnStockRule> | null) => {
  const { ledger, white, categories } = harness;
  categories.set(CATEGORY, [white.productId]);
  await ledger.setCategoryStock(CATEGORY, rule && { ...NOTHING, ...rule });
  await harness.drainUntilIdle();
};

const setForProduct = async (harness: LedgerHarness, rule: Partial<OwnStockRule> | null) => {
  const stock = rule && { ...NOTHING, ...rule };
  await harness.ledger.changeProductRule(harness.white.productId, { stock });
  await harness.drainUntilIdle();
};

const shown = (harness: LedgerHarness) => shownOf(harness, harness.white);

describe("how much goes on sale", () => {
  it("is the connection's, then the category's, then the product's word, part by part", () =>
    withLedger(async (harness) => {
      harness.world.tiktok.setSwitches({ zeroQuantity: true });
      listed(harness, harness.white, 10);
      await setForAll(harness, { percent: 25 });
      expect(shown(harness)).toBe(7);
      await setForAll(harness, { percent: 25, maximum: 5 });
      expect(shown(harness)).toBe(5);
      await setForCategory(harness, { percent: 80 });
      expect(shown(harness)).toBe(2);
      await setForProduct(harness, { maximum: 1 });
      expect(shown(harness)).toBe(1);
      await setForProduct(harness, { percent: 0, maximum: 9 });
      expect(shown(harness)).toBe(9);
      await setForProduct(harness, null);
      await setForCategory(harness, null);
      expect(shown(harness)).toBe(5);
      await setForAll(harness, {});
      expect(shown(harness)).toBe(10);
    }));

  it("follows every count that comes, and what a full scan finds", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await setForAll(harness, { percent: 50, units: 1 });
      expect(shown(harness)).toBe(4);
      counted(harness, harness.white, 21);
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(9);
      harness.world.prestashop8.setStockSilently("9", "22", 9);
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(3);
      const [count] = await harness.ledger.readCounts([harness.white.channelProductId]);
      expect(count).toMatchObject({ physical: 9, wanted: 3 });
    }));

  it("of a product that is sent for the first time is by the category it is sent in", () =>
    withLedger(async ({ ledger, white }) => {
      await ledger.setCategoryStock(CATEGORY, { ...NOTHING, maximum: 3 });
      const { productId, variantId } = white;
      const seen = { productId, variantId, quantity: 8 };
      expect(await ledger.previewStock([{ ...seen, categoryId: CATEGORY }])).toEqual([3]);
      expect(await ledger.previewStock([{ ...seen, categoryId: null }])).toEqual([8]);
      const planned = async (categoryId?: string) =>
        (await ledger.planStock([seen], Date.now(), categoryId)).map(({ sellable }) => sellable);
      expect(await planned(CATEGORY)).toEqual([3]);
      expect(await planned()).toEqual([3]);
      expect(await ledger.readStockOfCategory(productId)).toMatchObject({ categoryId: CATEGORY });
      expect(await planned("700")).toEqual([8]);
      expect(await ledger.readStockOfCategory(productId)).toBeNull();
    }));

  it("a product that leaves its category goes by the rule no more", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await setForCategory(harness, { maximum: 2 });
      expect(shown(harness)).toBe(2);
      harness.categories.set(CATEGORY, []);
      await harness.ledger.placeCategories();
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(10);
      expect(harness.storage.ruleStore.read(harness.white.productId)).toEqual(USUAL_RULE);
    }));

  it("a product that comes into a category goes by its rule at once", () =>
    withLedger(async (harness) => {
      const { ledger, categories, white } = harness;
      listed(harness, white, 10);
      await setForCategory(harness, { maximum: 2 });
      categories.set(CATEGORY, []);
      await ledger.placeCategories();
      await harness.drainUntilIdle();
      await ledger.setCategoryStock("700", { ...NOTHING, maximum: 4 });
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(10);
      categories.set("700", [white.productId]);
      await ledger.placeCategories();
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(4);
      // From one with a rule into another.
      categories.set(CATEGORY, [white.productId]).set("700", []);
      await ledger.placeCategories();
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(2);
    }));

  it("a move that nobody told is found within minutes, and soon after the product was read", () =>
    withLedger(async (harness) => {
      const { categories, white } = harness;
      listed(harness, white, 10);
      categories.set(CATEGORY, []);
      await harness.ledger.setCategoryStock(CATEGORY, { ...NOTHING, maximum: 2 });
      await harness.drainUntilIdle();
      categories.set(CATEGORY, [white.productId]);
      harness.now += 5 * 60_000;
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(2);
      categories.set(CATEGORY, []);
      const { productId, variantId } = white;
      const seen = { productId, variantId, quantity: 10, priceMinor: 1000, isOffered: true };
      await harness.ledger.observe([seen], harness.now);
      harness.now += 10_000;
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(10);
    }));

  it("counts for what is off sale, listed by hand or not listed yet, whenever it comes on sale", () =>
    withLedger(async (harness) => {
      const { ledger, storage, white } = harness;
      const { productId, variantId } = white;
      await setForCategory(harness, { maximum: 2 });
      listed(harness, white, 10);
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(2);
      expect(storage.publisher.view({ productId, variantId })).toMatchObject({ sellable: 2 });
      expect(await ledger.readStockOfCategory(productId)).toMatchObject({ categoryId: CATEGORY });
    }));

  it("a rule that is taken away while categories are read stays away", () =>
    withLedger(async (harness) => {
      const { ledger, white, storage } = harness;
      listed(harness, white, 10);
      await setForCategory(harness, { maximum: 2 });
      harness.categories.get = () => {
        void ledger.setCategoryStock(CATEGORY, null);
        return [white.productId];
      };
      await ledger.placeCategories();
      await harness.drainUntilIdle();
      expect(shown(harness)).toBe(10);
      expect(await ledger.readStockOfCategory(white.productId)).toBeNull();
      expect(storage.outbox.has("place-categories")).toBe(false);
    }));
});
