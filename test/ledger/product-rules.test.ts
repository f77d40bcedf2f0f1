import { describe, expect, it } from "vitest";
import { USUAL_RULE, type ProductRule } from "../../src/domain/stock/product-rule";
import { priceOf, shownOf } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { counted, listed, sendAll } from "../support/offer-writes";

const ruled = ({ storage }: LedgerHarness, rule: Partial<ProductRule> | null) =>
  storage.publisher.setRules([{ productId: "9", rule: rule && { ...USUAL_RULE, ...rule } }]);

const OUT_OF_STOCK = { threshold: 5, action: "out_of_stock" } as const;
const DEACTIVATE = { threshold: 5, action: "deactivate" } as const;

/** A channel that takes a zero. */
const takesZero = ({ world }: LedgerHarness) => world.tiktok.setSwitches({ zeroQuantity: true });
const shown = (harness: LedgerHarness) =>
  [harness.white, harness.black].map((variant) => shownOf(harness, variant));

describe("a threshold that shows nothing left", () => {
  it("sends 0 of the low SKU alone, and its real count above the threshold", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      listed(harness, harness.white, 10);
      listed(harness, harness.black, 10);
      ruled(harness, { lowStock: OUT_OF_STOCK });
      counted(harness, harness.white, 5);
      expect(await sendAll(harness)).toEqual(["quantities white=0"]);
      expect(harness.storage.publisher.view(harness.white)).toMatchObject({
        physical: 5,
        sellable: 0,
      });
      expect(shown(harness)).toEqual([0, 10]);
      counted(harness, harness.white, 6);
      expect(await sendAll(harness)).toEqual(["quantities white=6"]);
      expect(shown(harness)).toEqual([6, 10]);
    }));

  it("is lifted with the rule", () =>
    withLedger(async (harness) => {
      takesZero(harness);
      listed(harness, harness.white, 3);
      ruled(harness, { lowStock: OUT_OF_STOCK });
      expect(await sendAll(harness)).toEqual(["quantities white=0"]);
      ruled(harness, null);
      expect(await sendAll(harness)).toEqual(["quantities white=3"]);
    }));
});

describe("a threshold that takes a product off sale", () => {
  it("does so for one low SKU, and puts it back when all are above", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      listed(harness, harness.black, 10);
      ruled(harness, { lowStock: DEACTIVATE });
      counted(harness, harness.white, 5);
      counted(harness, harness.black, 4);
      expect(await sendAll(harness)).toEqual(["deactivate", "quantities white=5,black=4"]);
      counted(harness, harness.white, 9);
      expect(await sendAll(harness)).toEqual(["quantities white=9"]);
      counted(harness, harness.black, 6);
      expect(await sendAll(harness)).toEqual(["quantities black=6", "activate"]);
    }));

  it("does so by the connection's rule, which the product's own or its exclusion beats", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 3);
      harness.storage.notes.write("lowStock", DEACTIVATE);
      ruled(harness, { isExcluded: true, lowStock: DEACTIVATE });
      expect(await sendAll(harness)).toEqual([]);
      ruled(harness, { lowStock: { threshold: 2, action: "deactivate" } });
      expect(await sendAll(harness)).toEqual([]);
      ruled(harness, null);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
    }));

  it("leaves off sale what the merchant took off, and works where no stock is sent", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      ruled(harness, { lowStock: DEACTIVATE, sendsStock: false });
      counted(harness, harness.white, 1);
      expect(await sendAll(harness)).toEqual(["deactivate"]);
      const said = {
        channelProductId: harness.white.channelProductId,
        state: "paused",
        by: "merchant",
      } as const;
      harness.storage.publisher.noteListingStates([said], (harness.now += 1));
      counted(harness, harness.white, 20);
      expect(await sendAll(harness)).toEqual([]);
    }));
});

describe("a product whose stock or price is not sent", () => {
  it("keeps its numbers on the channel until it is sent again", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      ruled(harness, { sendsStock: false, sendsPrice: false });
      counted(harness, harness.white, 3, 2000);
      harness.storage.publisher.doubt("quantity", [harness.white.channelSkuId], "order");
      expect(await sendAll(harness)).toEqual([]);
      ruled(harness, null);
      expect((await sendAll(harness)).toSorted()).toEqual([
        "prices white=20.00",
        "quantities white=3",
      ]);
      expect([shownOf(harness, harness.white), priceOf(harness, harness.white)]).toEqual([3, 2000]);
    }));

  it("is not sent when a person asks for it either, who is told so", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      ruled(harness, { sendsStock: false });
      const { resends } = harness.storage;
      const resent = resends.begin(["9"], "stock");
      expect(await sendAll(harness)).toEqual([]);
      expect(resends.read(["9"], "stock", resent)).toEqual([{ productId: "9", state: "withheld" }]);
      resends.begin(["9"], "price");
      expect(await sendAll(harness)).toEqual(["prices white=10.00"]);
    }));

  it("goes by the rule of all products while it has none of its own", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      harness.connection.sends = { stock: false, price: false };
      harness.storage.outbox.schedule("review-stock", "review-stock", harness.now);
      await harness.drainUntilIdle();
      counted(harness, harness.white, 3, 2000);
      expect(await sendAll(harness)).toEqual([]);
      ruled(harness, { sendsStock: true });
      expect(await sendAll(harness)).toEqual(["quantities white=3"]);
      const { resends } = harness.storage;
      const resent = resends.begin(["9"], "price");
      expect(resends.read(["9"], "price", resent)).toEqual([{ productId: "9", state: "withheld" }]);
      ruled(harness, { sendsStock: true, sendsPrice: true });
      expect(await sendAll(harness)).toEqual(["prices white=20.00"]);
    }));

  it("has a rule that can be read", () =>
    withLedger(async (harness) => {
      const rule: ProductRule = {
        lowStock: DEACTIVATE,
        isExcluded: true,
        sendsStock: false,
        sendsPrice: true,
        price: "store",
        stock: { units: 2, percent: null, maximum: 9 },
      };
      harness.storage.publisher.setRules([{ productId: "9", rule }]);
      expect(harness.storage.ruleStore.read("9")).toEqual(rule);
      expect(harness.storage.ruleStore.read("8")).toEqual(USUAL_RULE);
    }));
});
