/** The threshold of all products: how a ledger takes it up, what it does on the channel, what is kept of it. */
import { describe, expect, it } from "vitest";
import type { LowStockRule } from "../../src/domain/stock/product-rule";
import { ALL_ON_SALE } from "../../src/domain/stock/stock-rule";
import { buyerCancels, observed, place, poll, shownOf } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed, sendAll } from "../support/offer-writes";

const DEACTIVATE: LowStockRule = { threshold: 5, action: "deactivate" };
const OUT_OF_STOCK: LowStockRule = { threshold: 5, action: "out_of_stock" };

/** The merchant saves the settings: the ledger looks at them anew. */
async function save(harness: LedgerHarness, lowStock: LowStockRule | null): Promise<void> {
  harness.connection.lowStock = lowStock;
  await harness.ledger.releaseOrders();
}

const takesZero = ({ world }: LedgerHarness) => world.tiktok.setSwitches({ zeroQuantity: true });
const flips = async ({ ledger }: LedgerHarness) =>
  (await ledger.readLowStock("9")).map(({ what, before, after, threshold, physical, sellable }) =>
    [what, `${before}>${after}`, `of ${sellable}/${physical}`, threshold].join(" "),
  );

describe("a threshold of all products", () => {
  it("holds from the moment it is saved, and no longer than that", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 4);
      await save(harness, DEACTIVATE);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
      expect(await harness.ledger.readPauses([harness.white.channelProductId, "none"])).toEqual([
        "threshold",
        null,
      ]);
      await save(harness, null);
      expect(await sendAll(harness)).toEqual(["activate"]);
      expect(await flips(harness)).toEqual(["on_sale 0>4 of 4/4 ", "off_sale 4>0 of 4/4 5"]);
    }));

  it("is met by a pull as well that finds the count as it was", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 4);
      harness.storage.notes.write("lowStock", DEACTIVATE);
      observed(harness, harness.white, 4);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
    }));

  it("is compared with every listing now and then, whatever said that a number moved", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 4);
      harness.storage.notes.write("lowStock", DEACTIVATE);
      harness.connection.lowStock = DEACTIVATE;
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
    }));

  it("is taken up by the next scan where nobody could tell the ledger that it was saved", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 4);
      await save(harness, null);
      await harness.drainUntilIdle();
      harness.connection.lowStock = DEACTIVATE;
      harness.now += 60_000;
      harness.storage.notes.write("reviewedAt", harness.now);
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
    }));

  it("never puts back what the merchant took off sale", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      const { channelProductId } = harness.white;
      const said = { channelProductId, state: "paused", by: "merchant" } as const;
      await harness.ledger.noteListingStates([said], (harness.now += 1));
      await save(harness, DEACTIVATE);
      counted(harness, harness.white, 2);
      counted(harness, harness.white, 20);
      await save(harness, null);
      expect(await sendAll(harness)).toEqual(["quantities white=20"]);
      expect(await flips(harness)).toEqual([]);
    }));

  it("is of a product where it has its own, until that is taken away", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 4);
      await harness.ledger.changeProductRule("9", { isExcluded: true });
      await harness.ledger.changeProductRule("9", { sendsPrice: false });
      await save(harness, DEACTIVATE);
      expect(await sendAll(harness)).toEqual([]);
      expect(harness.storage.ruleStore.read("9")).toMatchObject({
        isExcluded: true,
        sendsPrice: false,
      });
      await harness.ledger.changeProductRule("9", { isExcluded: false, sendsPrice: null });
      expect(await sendAll(harness)).toEqual(["deactivate"]);
      const rows = harness.sqlite.sql.exec("SELECT 1 FROM product_rule").toArray();
      expect(rows).toEqual([]);
    }));

  it("goes through hundreds of listings some at a time", () =>
    withLedger(async (harness) => {
      const { sqlite, storage } = harness;
      const variants = Array.from({ length: 250 }, (_, index) => ({
        productId: `p${index}`,
        variantId: "0",
        channelProductId: `listing${index}`,
        channelSkuId: `sku${index}`,
        quantity: 4,
        sentQuantity: 4,
        sentPriceMinor: 1000,
      }));
      storage.publisher.observe(variants, harness.now);
      storage.publisher.bind(variants);
      harness.connection.lowStock = DEACTIVATE;
      const due = () =>
        sqlite.sql.exec("SELECT id FROM outbox WHERE kind = 'push-stock'").toArray().length;
      expect(due()).toBe(0);
      storage.notes.write("lowStock", DEACTIVATE);
      const after = storage.publisher.review("");
      expect(due()).toBe(200);
      expect(storage.publisher.review(after ?? "")).toBeUndefined();
      expect(due()).toBe(250);
    }));
});

describe("a threshold that shows a SKU as sold out", () => {
  it("keeps what it did, from what number to what, and what undid it", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      listed(harness, harness.white, 10);
      listed(harness, harness.black, 10);
      await save(harness, OUT_OF_STOCK);
      await harness.drainUntilIdle();
      counted(harness, harness.white, 5);
      expect(await sendAll(harness)).toEqual(["quantities white=0"]);
      counted(harness, harness.white, 3);
      expect(await sendAll(harness)).toEqual([]);
      counted(harness, harness.white, 6);
      expect(await sendAll(harness)).toEqual(["quantities white=6"]);
      expect(await flips(harness)).toEqual(["restored 0>6 of 6/6 5", "emptied 10>0 of 5/5 5"]);
    }));

  it("is held to what could be sold, which is kept beside what is counted", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      harness.connection.stockRule = { ...ALL_ON_SALE, units: 2 };
      listed(harness, harness.white, 6);
      await save(harness, OUT_OF_STOCK);
      await harness.drainUntilIdle();
      expect(await flips(harness)).toEqual(["emptied 6>0 of 4/6 5"]);
    }));

  it("shows 0 again after TikTok Shop gave the units of a cancelled order back", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      listed(harness, harness.white, 6);
      await save(harness, OUT_OF_STOCK);
      const orderId = place(harness, {
        lines: [{ skuId: harness.white.channelSkuId, quantity: 2 }],
      });
      await poll(harness);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(0);
      counted(harness, harness.white, 1);
      buyerCancels(harness, orderId);
      expect(shownOf(harness, harness.white)).toBe(2);
      await poll(harness);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(0);
    }));

  it("writes no stock where the stock is the channel's, and takes the product off sale all the same", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      listed(harness, harness.white, 4);
      await harness.ledger.changeProductRule("9", { sendsStock: false });
      await save(harness, OUT_OF_STOCK);
      expect(await sendAll(harness)).toEqual([]);
      expect(harness.storage.publisher.view(harness.white).sellable).toBe(4);
      await save(harness, DEACTIVATE);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
      // It cannot be shown as sold out there, so nothing holds the product off sale any more.
      await save(harness, OUT_OF_STOCK);
      expect(await sendAll(harness)).toEqual(["activate"]);
    }));
});
