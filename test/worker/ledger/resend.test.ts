import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { withBench, type Bench } from "../../support/ledger-harness";

const SEEN = { productId: "8", variantId: "21", quantity: 10, priceMinor: 1000 };

function bind({ rooms, shops }: Bench, variantId = "21", channelSkuId = "S1") {
  rooms.desk.observe([{ ...SEEN, variantId }], shops.now);
  const sent = { sentQuantity: 10, sentPriceMinor: 1000 };
  rooms.desk.bind([{ productId: "8", variantId, channelProductId: "P1", channelSkuId, ...sent }]);
}

function priced({ rooms, shops }: Bench, priceMinor: number, variantId = "21") {
  shops.now += 10;
  rooms.desk.observe([{ ...SEEN, variantId, priceMinor }], shops.now);
}

const count = ({ shops }: Bench, name: string) =>
  shops.calls.filter((call) => call === name).length;

describe("a price that is not positive", () => {
  it("is never sent; the listing's problem says so until the price is positive again", () =>
    withBench(async (bench) => {
      bind(bench);
      for (const priceMinor of [0, -100]) {
        priced(bench, priceMinor);
        await bench.settle();
        expect(count(bench, "set-prices")).toBe(0);
        expect(bench.problems.get("price:P1")).toMatchObject({
          code: "listing.price_zero",
          facts: { productId: "8", skuIds: ["S1"] },
        });
      }
      // The price the channel was last told: nothing differs, and still the problem must close.
      priced(bench, 1000);
      await bench.settle();
      expect(bench.problems.size).toBe(0);
      expect(bench.shops.prices.get("S1")).toBe(1000);
    }));

  it("holds back none of the listing's other prices", () =>
    withBench(async (bench) => {
      bind(bench, "21", "S1");
      bind(bench, "22", "S2");
      priced(bench, 0, "21");
      priced(bench, 1300, "22");
      await bench.settle();
      expect([...bench.shops.prices]).toEqual([["S2", 1300]]);
      expect(bench.problems.has("price:P1")).toBe(true);
      priced(bench, 900, "21");
      await bench.settle();
      expect([...bench.shops.prices].toSorted()).toEqual([
        ["S1", 900],
        ["S2", 1300],
      ]);
      expect(bench.problems.size).toBe(0);
    }));
});

describe("sending again by hand", () => {
  it("sends absolute values the channel is believed to show already, once a listing", () =>
    withBench(async (bench) => {
      bind(bench, "21", "S1");
      bind(bench, "22", "S2");
      await bench.settle();
      for (const [what, call] of [
        ["stock", "set-quantities"],
        ["price", "set-prices"],
      ] as const) {
        const resent = bench.rooms.desk.resend(["8"], what);
        await bench.drainOnce();
        expect(count(bench, call)).toBe(1);
        expect(bench.rooms.desk.readResends(["8", "9"], what, resent)).toEqual([
          { productId: "8", state: "sent" },
          { productId: "9", state: "unlisted" },
        ]);
      }
      expect([...bench.shops.shown.values()]).toEqual([10, 10]);
      expect([...bench.shops.prices.values()]).toEqual([1000, 1000]);
    }));

  it("opens a parked send again and says why it is refused, and closes its problem when it works", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.disturb = (point) => {
        if (point === "set-prices") throw new SyncError("merchant", "tiktok.price_locked");
      };
      priced(bench, 1200);
      await bench.settle();
      const refused = bench.rooms.desk.resend(["8"], "price");
      await bench.drainOnce();
      expect(count(bench, "set-prices")).toBe(2);
      expect(bench.rooms.desk.readResends(["8"], "price", refused)).toEqual([
        { productId: "8", state: "refused", code: "tiktok.price_locked" },
      ]);
      expect(bench.problems.has("price:P1")).toBe(true);
      bench.shops.disturb = () => {};
      bench.rooms.desk.resend(["8"], "price");
      await bench.drainOnce();
      expect(bench.shops.prices.get("S1")).toBe(1200);
      expect(bench.problems.size).toBe(0);
    }));

  it("closes the problem of a send that was only hurried, too", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.disturb = (point) => {
        if (point === "set-prices") throw new SyncError("merchant", "tiktok.price_locked");
      };
      priced(bench, 1200);
      await bench.settle();
      bench.shops.disturb = () => {};
      bench.rooms.outbox.hurry(bench.shops.now);
      await bench.settle();
      expect(bench.problems.size).toBe(0);
    }));

  it("does not wait for a back-off, and tells that the ledger goes on by itself", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.disturb = (point) => {
        if (point === "set-quantities")
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 50_000 });
      };
      bench.rooms.desk.resend(["8"], "stock");
      await bench.drainOnce();
      const resent = bench.rooms.desk.resend(["8"], "stock");
      await bench.drainOnce();
      expect(count(bench, "set-quantities")).toBe(2);
      expect(bench.rooms.desk.readResends(["8"], "stock", resent)).toEqual([
        { productId: "8", state: "waiting", code: "tiktok.rate_limited" },
      ]);
      bench.shops.disturb = () => {};
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(10);
    }));
});
