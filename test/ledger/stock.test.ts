import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { ingestSource } from "../../src/ledger/ingest";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { lineOf, orderOf } from "../support/order-builders";
import { receive } from "../../src/sync/orders/refresh-order";

const KEY = { productId: "8", variantId: "21" };

function bind({ storage, shops }: LedgerHarness, sku = "S1", variantId = "21", quantity = 10) {
  storage.publisher.observe([{ productId: "8", variantId, quantity, priceMinor: 1000 }], shops.now);
  storage.publisher.bind([
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

const sends = ({ shops }: LedgerHarness) =>
  shops.calls.filter((name) => name === "set-quantities").length;

describe("published stock", () => {
  it("follows a burst of changes with one write of the newest number", () =>
    withLedger(async (harness) => {
      bind(harness);
      for (const quantity of [9, 7, 4]) {
        harness.shops.now += 1;
        harness.storage.publisher.observe([{ ...KEY, quantity }], harness.shops.now);
      }
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(4);
      expect(sends(harness)).toBe(1);
    }));

  it("sends nothing when nothing changed, and one write for several variants of a listing", () =>
    withLedger(async (harness) => {
      bind(harness, "S1", "21");
      bind(harness, "S2", "22");
      await harness.drainUntilIdle();
      expect(sends(harness)).toBe(0);
      harness.storage.publisher.observe(
        ["21", "22"].map((variantId) => ({ productId: "8", variantId, quantity: 3 })),
        harness.shops.now,
      );
      await harness.drainUntilIdle();
      expect(sends(harness)).toBe(1);
      expect([...harness.shops.shown.values()]).toEqual([3, 3]);
    }));

  it("ignores a late answer about an earlier moment", () =>
    withLedger(async (harness) => {
      bind(harness);
      const early = harness.shops.now;
      harness.storage.publisher.observe([{ ...KEY, quantity: 6 }], early + 500);
      harness.storage.publisher.observe([{ ...KEY, quantity: 99 }], early + 100);
      harness.storage.publisher.observeScan([], early + 900);
      harness.storage.publisher.observe([{ ...KEY, quantity: 77 }], early + 800);
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(6);
    }));

  it("keeps the hold-back and what open orders reserve, and never goes below zero", () =>
    withLedger(async (harness) => {
      bind(harness);
      const lines = [lineOf({ id: "1" }), lineOf({ id: "2" }), lineOf({ id: "3" })];
      receive(harness.storage.orders, orderOf({ state: "on_hold", lines }), harness.shops.now);
      expect(harness.storage.publisher.view(KEY)).toMatchObject({
        physical: 10,
        reserved: 3,
        sellable: 7,
      });
      harness.connection.holdBack = 4;
      harness.storage.outbox.schedule("review-stock", "review-stock", harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(3);
      harness.storage.publisher.observe([{ ...KEY, quantity: 2 }], harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(0);
    }));

  it("does not jump while an order moves into the store, whatever is counted in between", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.counts.set("8:21", 10);
      const shown: number[] = [];
      harness.shops.disturb = (point) => {
        shown.push(harness.storage.publisher.view(KEY).sellable);
        // An old count arrives just after the store has taken the order.
        if (point === "order!")
          harness.storage.publisher.observe([{ ...KEY, quantity: 10 }], harness.shops.now);
        harness.shops.now += 10;
      };
      harness.shops.orders.set(orderOf().id, orderOf({ updatedAt: harness.shops.now }));
      harness.storage.orders.schedule("refresh-order", orderOf().id, harness.shops.now);
      await harness.drainUntilIdle();
      expect(new Set(shown.slice(2))).toEqual(new Set([9]));
      expect(harness.storage.publisher.view(KEY)).toMatchObject({
        physical: 9,
        reserved: 0,
        sellable: 9,
      });
      expect(harness.shops.shown.get("S1")).toBe(9);
    }));

  it("is found by a full scan when no event reported it, and a vanished variant counts as none", () =>
    withLedger(async (harness) => {
      bind(harness, "S1", "21");
      bind(harness, "S2", "22");
      harness.shops.counts.set("8:21", 5);
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.shops.now);
      await harness.drainUntilIdle();
      expect([...harness.shops.shown.entries()].toSorted()).toEqual([
        ["S1", 5],
        ["S2", 0],
      ]);
    }));

  it("follows an event about a product with one read of its counts", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.counts.set("8:21", 3);
      const event = { kind: "stock.changed" as const, ids: ["8"], at: harness.shops.now };
      for (const deliveryId of ["a", "a", "b"])
        ingestSource(harness.storage, { ...event, deliveryId }, harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.calls.filter((name) => name === "read-stock")).toHaveLength(1);
      expect(harness.shops.shown.get("S1")).toBe(3);
    }));

  it("is sent again after an answer that was lost, even when the number went back meanwhile", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.shops.disturb = (point) => {
        if (point !== "set-quantities!") return;
        harness.shops.disturb = () => {};
        harness.storage.publisher.observe([{ ...KEY, quantity: 10 }], harness.shops.now);
        throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
      };
      harness.storage.publisher.observe([{ ...KEY, quantity: 2 }], harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(10);
    }));

  it("waits as long as the channel says when it had too many requests", () =>
    withLedger(async (harness) => {
      bind(harness);
      const startedAt = harness.shops.now;
      let sentAt = 0;
      harness.shops.disturb = (point) => {
        if (point === "set-quantities" && harness.shops.now < startedAt + 30_000)
          throw new SyncError("retry", "tiktok.rate_limited", { retryAfterMs: 30_000 });
        if (point === "set-quantities!") sentAt = harness.shops.now;
      };
      harness.storage.publisher.observe([{ ...KEY, quantity: 2 }], harness.shops.now);
      await harness.drainUntilIdle();
      expect(sentAt).toBeGreaterThanOrEqual(startedAt + 30_000);
      expect(sends(harness)).toBe(2);
    }));

  it("sends prices the same way", () =>
    withLedger(async (harness) => {
      bind(harness);
      const seen = { ...KEY, quantity: 10, priceMinor: 1250 };
      harness.storage.publisher.observe([seen], harness.shops.now);
      await harness.drainUntilIdle();
      harness.storage.publisher.observe([seen], harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.prices.get("S1")).toBe(1250);
      expect(harness.shops.calls.filter((name) => name === "set-prices")).toHaveLength(1);
    }));

  it("keeps the link of an offer that was replaced, for orders placed on the old one", () =>
    withLedger(async (harness) => {
      bind(harness, "S1");
      bind(harness, "S9");
      expect(harness.storage.offerStore.links(["S1"]).get("S1")).toEqual(KEY);
      harness.storage.publisher.observe([{ ...KEY, quantity: 1 }], harness.shops.now);
      await harness.drainUntilIdle();
      expect([...harness.shops.shown.keys()]).toEqual(["S9"]);
    }));
});
