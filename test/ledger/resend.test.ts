import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const SEEN = { productId: "8", variantId: "21", quantity: 10, priceMinor: 1000 };

function bind({ storage, shops }: LedgerHarness, variantId = "21", channelSkuId = "S1") {
  storage.publisher.observe([{ ...SEEN, variantId }], shops.now);
  const sent = { sentQuantity: 10, sentPriceMinor: 1000 };
  storage.publisher.bind([
    { productId: "8", variantId, channelProductId: "P1", channelSkuId, ...sent },
  ]);
}

function priced({ storage, shops }: LedgerHarness, priceMinor: number, variantId = "21") {
  shops.now += 10;
  storage.publisher.observe([{ ...SEEN, variantId, priceMinor }], shops.now);
}

const count = ({ shops }: LedgerHarness, name: string) =>
  shops.calls.filter((call) => call === name).length;

describe("a price that is not positive", () => {
  it("is never sent; the listing's problem says so until the price is positive again", () =>
    withLedger(async (harness) => {
      bind(harness);
      for (const priceMinor of [0, -100]) {
        priced(harness, priceMinor);
        await harness.drainUntilIdle();
        expect(count(harness, "set-prices")).toBe(0);
        expect(harness.problems.get("price:P1")).toMatchObject({
          code: "listing.price_zero",
          facts: { productId: "8", skuIds: ["S1"] },
        });
      }
      // The price that was last sent: nothing differs, and still the problem must close.
      priced(harness, 1000);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
      expect(harness.shops.prices.get("S1")).toBe(1000);
    }));

  it("holds back none of the listing's other prices", () =>
    withLedger(async (harness) => {
      bind(harness, "21", "S1");
      bind(harness, "22", "S2");
      priced(harness, 0, "21");
      priced(harness, 1300, "22");
      await harness.drainUntilIdle();
      expect([...harness.shops.prices]).toEqual([["S2", 1300]]);
      expect(harness.problems.has("price:P1")).toBe(true);
      priced(harness, 900, "21");
      await harness.drainUntilIdle();
      expect([...harness.shops.prices].toSorted()).toEqual([
        ["S1", 900],
        ["S2", 1300],
      ]);
      expect(harness.problems.size).toBe(0);
    }));
});

describe("sending again by hand", () => {
  it("sends absolute values the channel is believed to show already, once a listing", () =>
    withLedger(async (harness) => {
      bind(harness, "21", "S1");
      bind(harness, "22", "S2");
      await harness.drainUntilIdle();
      for (const [what, call] of [
        ["stock", "set-quantities"],
        ["price", "set-prices"],
      ] as const) {
        const resent = harness.storage.resends.begin(["8"], what);
        await harness.drainOnce();
        expect(count(harness, call)).toBe(1);
        expect(harness.storage.resends.read(["8", "9"], what, resent)).toEqual([
          { productId: "8", state: "sent" },
          { productId: "9", state: "unlisted" },
        ]);
      }
      expect([...harness.shops.shown.values()]).toEqual([10, 10]);
      expect([...harness.shops.prices.values()]).toEqual([1000, 1000]);
    }));

  it("opens a parked send again and says why it is refused, and closes its problem when it works", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.disturb = (point) => {
        if (point === "set-prices") throw new SyncError("merchant", "tiktok.price_locked");
      };
      priced(harness, 1200);
      await harness.drainUntilIdle();
      const refused = harness.storage.resends.begin(["8"], "price");
      await harness.drainOnce();
      expect(count(harness, "set-prices")).toBe(2);
      expect(harness.storage.resends.read(["8"], "price", refused)).toEqual([
        { productId: "8", state: "refused", code: "tiktok.price_locked" },
      ]);
      expect(harness.problems.has("price:P1")).toBe(true);
      harness.shops.disturb = () => {};
      harness.storage.resends.begin(["8"], "price");
      await harness.drainOnce();
      expect(harness.shops.prices.get("S1")).toBe(1200);
      expect(harness.problems.size).toBe(0);
    }));

  it("closes the problem of a send that was only hurried, too", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.disturb = (point) => {
        if (point === "set-prices") throw new SyncError("merchant", "tiktok.price_locked");
      };
      priced(harness, 1200);
      await harness.drainUntilIdle();
      harness.shops.disturb = () => {};
      harness.storage.outbox.resetBackoff(harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
    }));

  it("does not wait for a back-off, and answers that the ledger goes on by itself", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.disturb = (point) => {
        if (point === "set-quantities")
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 50_000 });
      };
      harness.storage.resends.begin(["8"], "stock");
      await harness.drainOnce();
      const resent = harness.storage.resends.begin(["8"], "stock");
      await harness.drainOnce();
      expect(count(harness, "set-quantities")).toBe(2);
      expect(harness.storage.resends.read(["8"], "stock", resent)).toEqual([
        { productId: "8", state: "waiting", code: "tiktok.rate_limited" },
      ]);
      harness.shops.disturb = () => {};
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(10);
    }));
});
