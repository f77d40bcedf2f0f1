import { describe, expect, it } from "vitest";
import { link, observed, plant, priceOf, shownOf } from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import type { ListedVariant } from "../support/simulated-shops";

function bind(harness: LedgerHarness, variant: ListedVariant = harness.white): void {
  observed(harness, variant, 10, 1000);
  link(harness, variant);
}

/** The store's price of a variant becomes another. */
function priced(harness: LedgerHarness, priceMinor: number, variant = harness.white): void {
  harness.now += 10;
  observed(harness, variant, 10, priceMinor);
}

const priceSends = ({ requests }: LedgerHarness) => countSent(requests, REQUESTS.setPrices);
const priceProblem = ({ problems, white }: LedgerHarness) =>
  problems.get(`price:${white.channelProductId}`);
const prices = (harness: LedgerHarness) =>
  [harness.white, harness.black].map((variant) => priceOf(harness, variant));

describe("a price that is not positive", () => {
  it("is never sent; the listing's problem says so until the price is positive again", () =>
    withLedger(async (harness) => {
      bind(harness);
      for (const priceMinor of [0, -100]) {
        priced(harness, priceMinor);
        await harness.drainUntilIdle();
        expect(priceSends(harness)).toBe(0);
        expect(priceProblem(harness)).toMatchObject({
          code: "listing.price_zero",
          facts: { productId: "9", skuIds: [harness.white.channelSkuId] },
        });
      }
      // The price that was last sent: nothing differs, and still the problem must close.
      priced(harness, 1000);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
      expect(priceOf(harness, harness.white)).toBe(1000);
    }));

  it("holds back none of the listing's other prices", () =>
    withLedger(async (harness) => {
      bind(harness, harness.white);
      bind(harness, harness.black);
      priced(harness, 0, harness.white);
      priced(harness, 1300, harness.black);
      await harness.drainUntilIdle();
      expect(prices(harness)).toEqual([1000, 1300]);
      expect(priceProblem(harness)).toBeDefined();
      priced(harness, 900, harness.white);
      await harness.drainUntilIdle();
      expect(prices(harness)).toEqual([900, 1300]);
      expect(harness.problems.size).toBe(0);
    }));
});

describe("sending again by hand", () => {
  it("sends absolute values the channel is believed to show already, once a listing", () =>
    withLedger(async (harness) => {
      const { white, black, world } = harness;
      for (const variant of [white, black]) {
        bind(harness, variant);
        // By the seller's own hand, which no event reported.
        world.tiktok.sellerEdits(variant.channelSkuId, { quantity: 4, price: "7.00" });
      }
      await harness.drainUntilIdle();
      for (const [what, request] of [
        ["stock", REQUESTS.setQuantities],
        ["price", REQUESTS.setPrices],
      ] as const) {
        const resent = harness.storage.resends.begin(["9"], what);
        await harness.drainOnce();
        expect(countSent(harness.requests, request)).toBe(1);
        expect(harness.storage.resends.read(["9", "8"], what, resent)).toEqual([
          { productId: "9", state: "sent" },
          { productId: "8", state: "unlisted" },
        ]);
      }
      expect([shownOf(harness, white), shownOf(harness, black)]).toEqual([10, 10]);
      expect(prices(harness)).toEqual([1000, 1000]);
    }));

  it("opens a parked send again and says why it is refused, and closes its problem when it works", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.world.tiktok.lockSku(harness.white.channelSkuId, true);
      priced(harness, 1200);
      await harness.drainUntilIdle();
      const refused = harness.storage.resends.begin(["9"], "price");
      await harness.drainOnce();
      expect(priceSends(harness)).toBe(2);
      expect(harness.storage.resends.read(["9"], "price", refused)).toEqual([
        { productId: "9", state: "refused", code: "tiktok.price_locked" },
      ]);
      expect(priceProblem(harness)).toBeDefined();
      harness.world.tiktok.lockSku(harness.white.channelSkuId, false);
      harness.storage.resends.begin(["9"], "price");
      await harness.drainOnce();
      expect(priceOf(harness, harness.white)).toBe(1200);
      expect(harness.problems.size).toBe(0);
    }));

  it("closes the problem of a send that was only hurried, too", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.world.tiktok.lockSku(harness.white.channelSkuId, true);
      priced(harness, 1200);
      await harness.drainUntilIdle();
      expect(priceProblem(harness)).toBeDefined();
      harness.world.tiktok.lockSku(harness.white.channelSkuId, false);
      harness.storage.outbox.resetBackoff(harness.now);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
    }));

  it("does not wait for a back-off, and answers that the ledger goes on by itself", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: 4 });
      const busy = { kind: "status", status: 503, path: "/inventory/update", times: 6 } as const;
      plant(harness, { side: "tiktok-shop", ...busy });
      harness.storage.resends.begin(["9"], "stock");
      await harness.drainOnce();
      const resent = harness.storage.resends.begin(["9"], "stock");
      await harness.drainOnce();
      // Each time the client asks three times before it gives up.
      expect(countSent(harness.requests, REQUESTS.setQuantities)).toBe(6);
      expect(harness.storage.resends.read(["9"], "stock", resent)).toEqual([
        { productId: "9", state: "waiting", code: "tiktok.unavailable" },
      ]);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(10);
    }));
});
