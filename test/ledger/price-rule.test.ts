/** The rule of prices as a ledger carries it out: what is sent, what a reading of the channel is compared with. */
import { describe, expect, it } from "vitest";
import type { PriceRule } from "../../src/domain/stock/price-rule";
import { priceOf } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed, sendAll } from "../support/offer-writes";

const RULE: PriceRule = {
  base: "reduced",
  basisPoints: 1_000,
  addedMinor: 0,
  rounding: "ending",
  ending: 99,
  stepMinor: 1,
  floorMinor: null,
  isStorePriceFloor: false,
};

async function save(harness: LedgerHarness, priceRule: PriceRule | null): Promise<void> {
  harness.connection.priceRule = priceRule;
  await harness.ledger.releaseOrders();
}

describe("a rule of prices", () => {
  it("holds from the moment it is saved, for each price that follows, and no longer", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await save(harness, RULE);
      expect(await sendAll(harness)).toEqual(["prices white=11.99"]);
      counted(harness, harness.white, 10, 2_000);
      expect(await sendAll(harness)).toEqual(["prices white=22.99"]);
      // Rounded up to the same.
      counted(harness, harness.white, 10, 2_010);
      expect(await sendAll(harness)).toEqual([]);
      await save(harness, null);
      expect(await sendAll(harness)).toEqual(["prices white=20.10"]);
    }));

  it("is beaten by the product's own, and by the store's price where the product says so", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await save(harness, RULE);
      await harness.drainUntilIdle();
      await harness.ledger.changeProductRule("9", { price: { ...RULE, basisPoints: 5_000 } });
      expect(await sendAll(harness)).toEqual(["prices white=15.99"]);
      await harness.ledger.changeProductRule("9", { price: "store" });
      expect(await sendAll(harness)).toEqual(["prices white=10.00"]);
      await harness.ledger.changeProductRule("9", { price: null });
      expect(await sendAll(harness)).toEqual(["prices white=11.99"]);
    }));

  it("starts from the price before discounts where it says so", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      const { productId, variantId } = harness.white;
      const see = (priceMinor: number, listPriceMinor: number) =>
        harness.storage.publisher.observe(
          [{ productId, variantId, quantity: 10, priceMinor, listPriceMinor }],
          (harness.now += 1),
        );
      await save(harness, { ...RULE, base: "regular", rounding: "minor" });
      await harness.drainUntilIdle();
      see(800, 1_000);
      expect(await sendAll(harness)).toEqual([]);
      expect(priceOf(harness, harness.white)).toBe(1_100);
      see(800, 1_200);
      expect(await sendAll(harness)).toEqual(["prices white=13.20"]);
      see(1_200, 1_200);
      expect(await sendAll(harness)).toEqual([]);
    }));

  it("sends no price while the one before discounts was never seen, and has it read at once", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await harness.drainUntilIdle();
      const { productId, variantId } = harness.white;
      const forget = () =>
        harness.sqlite.sql.exec(`UPDATE stock SET price_minor = 800, list_price_minor = NULL`);
      const known = () => harness.storage.stockStore.pricesOf(harness.white);
      const rule: PriceRule = { ...RULE, base: "regular", rounding: "minor" };
      forget();
      harness.connection.priceRule = rule;
      // A read of the stock alone, and the rule as it is known: the old price stays.
      harness.storage.notes.write("priceRule", rule);
      harness.storage.publisher.observe([{ productId, variantId, quantity: 9 }], harness.now + 1);
      expect(harness.storage.published.readPrices(harness.white.channelProductId)).toEqual([]);
      harness.storage.notes.write("priceRule", undefined);
      // A walk reads what is missing.
      await harness.ledger.releaseOrders();
      const sent = await sendAll(harness);
      expect(known()?.regular).toBeGreaterThan(0);
      expect(sent.join()).not.toContain("8.80");
      forget();
      await harness.ledger.changeProductRule(productId, { price: { ...rule, basisPoints: 0 } });
      await sendAll(harness);
      expect(known()?.regular).toBeGreaterThan(0);
    }));

  it("is what a reading of the channel is held against, and what a seller's price is set back to", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await save(harness, RULE);
      await harness.drainUntilIdle();
      const readBack = () => {
        harness.now += 5 * 60_000;
        harness.storage.outbox.schedule("read-back-offers", "read-back-offers", harness.now);
        return sendAll(harness);
      };
      expect(await readBack()).toEqual([]);
      harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { price: "5.00" });
      expect(await readBack()).toEqual(["prices white=11.99"]);
      expect(await harness.ledger.readCorrections("9")).toMatchObject([
        { what: "price", shown: 500, set: 1_199 },
      ]);
    }));

  it("sends nothing where the prices are the channel's", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      await harness.ledger.changeProductRule("9", { sendsPrice: false });
      await save(harness, RULE);
      expect(await sendAll(harness)).toEqual([]);
    }));
});
