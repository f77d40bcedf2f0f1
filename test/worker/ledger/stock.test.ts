import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { ingestSource } from "../../../src/ledger/ingest";
import { withBench, type Bench } from "../../support/ledger-harness";
import { lineOf, orderOf } from "../../support/order-builders";
import { receive } from "../../../src/sync/orders/refresh-order";

const KEY = { productId: "8", variantId: "21" };

function bind({ rooms, shops }: Bench, sku = "S1", variantId = "21", quantity = 10) {
  rooms.desk.observe([{ productId: "8", variantId, quantity, priceMinor: 1000 }], shops.now);
  rooms.desk.bind([
    {
      productId: "8",
      variantId,
      channelProductId: "P1",
      channelSkuId: sku,
      sentQuantity: quantity,
      sentPriceMinor: 1000,
    },
  ]);
}

const sends = ({ shops }: Bench) => shops.calls.filter((name) => name === "set-quantities").length;

describe("published stock", () => {
  it("follows a burst of changes with one write of the newest number", () =>
    withBench(async (bench) => {
      bind(bench);
      for (const quantity of [9, 7, 4]) {
        bench.shops.now += 1;
        bench.rooms.desk.observe([{ ...KEY, quantity }], bench.shops.now);
      }
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(4);
      expect(sends(bench)).toBe(1);
    }));

  it("sends nothing when nothing changed, and one write for several variants of a listing", () =>
    withBench(async (bench) => {
      bind(bench, "S1", "21");
      bind(bench, "S2", "22");
      await bench.settle();
      expect(sends(bench)).toBe(0);
      bench.rooms.desk.observe(
        ["21", "22"].map((variantId) => ({ productId: "8", variantId, quantity: 3 })),
        bench.shops.now,
      );
      await bench.settle();
      expect(sends(bench)).toBe(1);
      expect([...bench.shops.shown.values()]).toEqual([3, 3]);
    }));

  it("ignores a late answer about an earlier moment", () =>
    withBench(async (bench) => {
      bind(bench);
      const early = bench.shops.now;
      bench.rooms.desk.observe([{ ...KEY, quantity: 6 }], early + 500);
      bench.rooms.desk.observe([{ ...KEY, quantity: 99 }], early + 100);
      bench.rooms.desk.observeScan([], early + 900);
      bench.rooms.desk.observe([{ ...KEY, quantity: 77 }], early + 800);
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(6);
    }));

  it("keeps the hold-back and what open orders promise, and never goes below zero", () =>
    withBench(async (bench) => {
      bind(bench);
      const lines = [lineOf({ id: "1" }), lineOf({ id: "2" }), lineOf({ id: "3" })];
      receive(bench.rooms.book, orderOf({ state: "on_hold", lines }), bench.shops.now);
      expect(bench.rooms.desk.view(KEY)).toMatchObject({ physical: 10, reserved: 3, sellable: 7 });
      bench.connection.holdBack = 4;
      bench.rooms.outbox.schedule("review-stock", "review-stock", bench.shops.now);
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(3);
      bench.rooms.desk.observe([{ ...KEY, quantity: 2 }], bench.shops.now);
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(0);
    }));

  it("does not jump while an order moves into the store, whatever is counted in between", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.counts.set("8:21", 10);
      const shown: number[] = [];
      bench.shops.disturb = (point) => {
        shown.push(bench.rooms.desk.view(KEY).sellable);
        // An old count arrives just after the store has taken the order.
        if (point === "order!")
          bench.rooms.desk.observe([{ ...KEY, quantity: 10 }], bench.shops.now);
        bench.shops.now += 10;
      };
      bench.shops.orders.set(orderOf().id, orderOf({ updatedAt: bench.shops.now }));
      bench.rooms.book.schedule("refresh-order", orderOf().id, bench.shops.now);
      await bench.settle();
      expect(new Set(shown.slice(2))).toEqual(new Set([9]));
      expect(bench.rooms.desk.view(KEY)).toMatchObject({ physical: 9, reserved: 0, sellable: 9 });
      expect(bench.shops.shown.get("S1")).toBe(9);
    }));

  it("is found by a full scan when no event told of it, and a vanished variant counts as none", () =>
    withBench(async (bench) => {
      bind(bench, "S1", "21");
      bind(bench, "S2", "22");
      bench.shops.counts.set("8:21", 5);
      bench.rooms.outbox.schedule("scan-stock", "scan-stock", bench.shops.now);
      await bench.settle();
      expect([...bench.shops.shown.entries()].toSorted()).toEqual([
        ["S1", 5],
        ["S2", 0],
      ]);
    }));

  it("follows an event about a product with one look at its counts", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.counts.set("8:21", 3);
      const event = { kind: "stock.changed" as const, ids: ["8"], at: bench.shops.now };
      for (const deliveryId of ["a", "a", "b"])
        ingestSource(bench.rooms, { ...event, deliveryId }, bench.shops.now);
      await bench.settle();
      expect(bench.shops.calls.filter((name) => name === "read-stock")).toHaveLength(1);
      expect(bench.shops.shown.get("S1")).toBe(3);
    }));

  it("is sent again after an answer that was lost, even when the number went back meanwhile", () =>
    withBench(async (bench) => {
      bind(bench);
      bench.shops.disturb = (point) => {
        if (point !== "set-quantities!") return;
        bench.shops.disturb = () => {};
        bench.rooms.desk.observe([{ ...KEY, quantity: 10 }], bench.shops.now);
        throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
      };
      bench.rooms.desk.observe([{ ...KEY, quantity: 2 }], bench.shops.now);
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(10);
    }));

  it("waits as long as the channel says when it had too many requests", () =>
    withBench(async (bench) => {
      bind(bench);
      const startedAt = bench.shops.now;
      let sentAt = 0;
      bench.shops.disturb = (point) => {
        if (point === "set-quantities" && bench.shops.now < startedAt + 30_000)
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 30_000 });
        if (point === "set-quantities!") sentAt = bench.shops.now;
      };
      bench.rooms.desk.observe([{ ...KEY, quantity: 2 }], bench.shops.now);
      await bench.settle();
      expect(sentAt).toBeGreaterThanOrEqual(startedAt + 30_000);
      expect(sends(bench)).toBe(2);
    }));

  it("tells prices the same way", () =>
    withBench(async (bench) => {
      bind(bench);
      const seen = { ...KEY, quantity: 10, priceMinor: 1250 };
      bench.rooms.desk.observe([seen], bench.shops.now);
      await bench.settle();
      bench.rooms.desk.observe([seen], bench.shops.now);
      await bench.settle();
      expect(bench.shops.prices.get("S1")).toBe(1250);
      expect(bench.shops.calls.filter((name) => name === "set-prices")).toHaveLength(1);
    }));

  it("keeps the link of an offer that was replaced, for orders placed on the old one", () =>
    withBench(async (bench) => {
      bind(bench, "S1");
      bind(bench, "S9");
      expect(bench.rooms.stock.links(["S1"]).get("S1")).toEqual(KEY);
      bench.rooms.desk.observe([{ ...KEY, quantity: 1 }], bench.shops.now);
      await bench.settle();
      expect([...bench.shops.shown.keys()]).toEqual(["S9"]);
    }));
});
