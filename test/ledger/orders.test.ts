import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { ingestSource } from "../../src/ledger/ingest";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { ORDER, advance, place, stocked, webhook } from "../support/ledger-orders";
import { lineOf, orderOf } from "../support/order-builders";

let deliveries = 0;
const kinds = (harness: LedgerHarness) =>
  harness.projections.get(ORDER)?.entries.map(({ kind }) => kind) ?? [];

describe("an order of the channel", () => {
  it("becomes one order of the store although its webhook came three times", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      expect(webhook(harness, "same")).toEqual({ isNew: true });
      expect(webhook(harness, "same")).toEqual({ isNew: false });
      webhook(harness, "other");
      await harness.drainUntilIdle();
      expect(harness.shops.carts.size).toBe(1);
      expect(harness.projections.get(ORDER)).toMatchObject({
        tab: "unfulfilled",
        sourceOrderId: "1",
        sourceReference: "REF1",
        problem: null,
        storeMoney: {
          moneyChoice: "paid",
          expectedMinor: 1299,
          figures: { totalMinor: 1299, shippingMinor: 299 },
          oversold: [],
        },
      });
      expect(kinds(harness)).toEqual(["received", "imported"]);
    }));

  it("is found by the poll when its webhook was lost, over any number of pages", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      for (const id of ["1", "2", "3"])
        harness.shops.orders.set(
          id,
          orderOf({ id, state: "unpaid", updatedAt: harness.shops.now }),
        );
      harness.storage.notes.write("pollTasks", ["task-1"]);
      harness.storage.outbox.schedule("poll-orders", "poll-orders", harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.shops.carts.size).toBe(1);
      expect([...harness.projections.keys()].toSorted()).toEqual(["1", "2", "3", ORDER]);
      expect(harness.tasks.get("task-1")).toEqual({ found: 4, changed: 4 });
    }));

  it("that cannot be read keeps no other from being found, and is shown until it can", () =>
    withLedger(async (harness) => {
      for (const id of ["1", "2"])
        harness.shops.orders.set(
          id,
          orderOf({ id, state: "unpaid", updatedAt: harness.shops.now }),
        );
      harness.shops.unreadable.add("1");
      harness.storage.outbox.schedule("poll-orders", "poll-orders", harness.shops.now);
      await harness.drainUntilIdle();
      expect([...harness.projections.keys()]).toEqual(["2"]);
      expect(harness.problems.get("order:1")?.code).toBe("tiktok.unexpected_shape");
      harness.shops.unreadable.clear();
      harness.storage.outbox.resetBackoff(harness.shops.now);
      await harness.drainUntilIdle();
      expect([...harness.projections.keys()].toSorted()).toEqual(["1", "2"]);
      expect(harness.problems.has("order:1")).toBe(false);
    }));

  it("goes on with the page where a poll was cut off", () =>
    withLedger(async (harness) => {
      for (const id of ["1", "2", "3"])
        harness.shops.orders.set(
          id,
          orderOf({ id, state: "unpaid", updatedAt: harness.shops.now }),
        );
      let polls = 0;
      harness.shops.disturb = (point) => {
        if (point !== "poll") return;
        polls += 1;
        if (polls === 2) throw new SyncError("retry", "tiktok.unavailable");
      };
      harness.storage.outbox.schedule("poll-orders", "poll-orders", harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.projections.size).toBe(3);
      expect(harness.storage.notes.read("pollPage")).toBeUndefined();
    }));

  it("is shown and holds stock while it is unpaid, and is not created in the store", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness, { state: "unpaid", lines: [lineOf({ id: "1" }), lineOf({ id: "2" })] });
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.carts.size).toBe(0);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "waiting", sourceOrderId: null });
      expect(harness.shops.shown.get("S1")).toBe(8);
    }));

  it("is one order of the store when the answer to its creation was lost", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      let lost = 0;
      harness.shops.disturb = (point) => {
        if (point !== "order!" || lost > 0) return;
        lost += 1;
        throw new SyncError("retry", "prestashop.timeout", { maybeApplied: true });
      };
      webhook(harness);
      await harness.drainUntilIdle();
      expect(lost).toBe(1);
      expect(harness.shops.carts.size).toBe(1);
      expect(harness.projections.get(ORDER)?.sourceOrderId).toBe("1");
      expect(harness.shops.shown.get("S1")).toBe(9);
    }));

  it("is created and cancelled, never forgotten, when the buyer cancels during an unclear creation", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      harness.shops.disturb = (point) => {
        if (point !== "order!") return;
        harness.shops.disturb = () => {};
        advance(harness, { state: "cancelled", cancelledBy: "buyer" });
        webhook(harness);
        throw new SyncError("retry", "prestashop.timeout", { maybeApplied: true });
      };
      webhook(harness);
      await harness.drainUntilIdle();
      expect([...harness.shops.carts.values()]).toMatchObject([{ isCancelled: true }]);
      expect(harness.shops.counts.get("8:21")).toBe(10);
      expect(harness.shops.shown.get("S1")).toBe(10);
      expect(harness.projections.get(ORDER)?.tab).toBe("cancelled");
    }));

  it("waits for the link of its line, says which, and is released by the link", () =>
    withLedger(async (harness) => {
      harness.shops.counts.set("8:21", 10);
      place(harness);
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "order.line_unlinked", facts: { skus: ["MUG-RED"] } },
      });
      stocked(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.carts.size).toBe(1);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(kinds(harness)).toEqual(["received", "held", "released", "imported"]);
    }));

  it("waits for a person when the store refuses it, and is tried again when asked", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      harness.shops.disturb = (point) => {
        if (point === "order")
          throw new SyncError("merchant", "prestashop.country_missing", { country: "GB" });
      };
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "prestashop.country_missing", facts: { country: "GB" } },
      });
      const tries = harness.shops.calls.filter((name) => name === "order").length;
      await harness.drainUntilIdle(3_600_000);
      expect(harness.shops.calls.filter((name) => name === "order").length).toBe(tries);
      harness.shops.disturb = () => {};
      harness.storage.orders.retry(ORDER);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(harness.shops.carts.size).toBe(1);
    }));

  it("is cancelled in the store, once, when it is cancelled on the channel", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.shown.get("S1")).toBe(9);
      advance(harness, { state: "cancelled", cancelledBy: "buyer" });
      webhook(harness);
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.calls.filter((name) => name === "cancel-source")).toHaveLength(1);
      expect(harness.shops.counts.get("8:21")).toBe(10);
      expect(harness.shops.shown.get("S1")).toBe(10);
    }));
});

describe("what the store says of an order", () => {
  async function imported(harness: LedgerHarness) {
    stocked(harness);
    place(harness);
    webhook(harness);
    await harness.drainUntilIdle();
  }
  const storeEvent = (harness: LedgerHarness) =>
    ingestSource(
      harness.storage,
      {
        deliveryId: `s${(deliveries += 1)}`,
        kind: "order.state_changed",
        ids: ["1"],
        at: harness.shops.now,
      },
      harness.shops.now,
    );

  it("marks the order shipped with the mapped provider, once", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(harness);
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.calls.filter((name) => name === "ship")).toHaveLength(1);
      expect(harness.projections.get(ORDER)).toMatchObject({
        tab: "fulfilled",
        trackingNumber: "TRACK1",
      });
      expect(kinds(harness)).toContain("shipped");
    }));

  it("is found by the scan without any event, and a corrected number is relayed", () =>
    withLedger(async (harness) => {
      await imported(harness);
      const scan = () =>
        harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.shops.now);
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      scan();
      await harness.drainUntilIdle();
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK2" });
      scan();
      await harness.drainUntilIdle();
      scan();
      await harness.drainUntilIdle();
      const sent = harness.shops.calls.filter(
        (name) => name === "ship" || name === "update-tracking",
      );
      expect(sent).toEqual(["ship", "update-tracking"]);
    }));

  it("does not ship twice when the answer was lost", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      harness.shops.disturb = (point) => {
        if (point !== "ship!") return;
        harness.shops.disturb = () => {};
        throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
      };
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.calls.filter((name) => name === "ship")).toHaveLength(1);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("names the carrier nobody mapped and ships when it is mapped", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.connection.carriers = [];
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)?.problem).toEqual({
        code: "shipment.carrier_unmapped",
        facts: { carrier: "Evri", carrierReference: "2" },
      });
      harness.connection.carriers = [{ carrierReference: "2", providerId: "PR2" }];
      harness.storage.orders.schedule("export-shipment", ORDER, harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("warns of a missing number only after the merchant had time to enter it", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "" });
      storeEvent(harness);
      await harness.drainUntilIdle(60_000);
      expect(harness.projections.get(ORDER)?.problem).toBeNull();
      await harness.drainUntilIdle(11 * 60_000);
      expect(harness.projections.get(ORDER)?.problem?.code).toBe("shipment.tracking_missing");
    }));

  it("cancels on the channel what the store cancelled, without cancelling there again", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.shipments.set("1", { isCancelled: true });
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.orders.get(ORDER)?.state).toBe("cancelled");
      expect(harness.shops.calls.filter((name) => name === "cancel-channel")).toHaveLength(1);
      expect(harness.shops.calls).not.toContain("cancel-source");
      expect(harness.projections.get(ORDER)?.tab).toBe("cancelled");
    }));

  it("does not restock what is on its way when the channel cancels late: a person decides", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(harness);
      await harness.drainUntilIdle();
      advance(harness, { state: "cancelled", cancelledBy: "system" });
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.calls).not.toContain("cancel-source");
      const { problem } = harness.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
      harness.shops.shipments.set("1", { isCancelled: true });
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
    }));

  it("shows the merchant that the channel refuses to cancel", () =>
    withLedger(async (harness) => {
      await imported(harness);
      harness.shops.disturb = (point) => {
        if (point === "cancel-channel") throw new SyncError("merchant", "tiktok.cancel_refused");
      };
      harness.shops.shipments.set("1", { isCancelled: true });
      storeEvent(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)?.problem?.code).toBe("tiktok.cancel_refused");
    }));
});

describe("part of an order given back after its import", () => {
  it("is shown to the merchant, since no call can take a line out of the store's order", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness, { lines: [lineOf({ id: "1" }), lineOf({ id: "2" })] });
      webhook(harness);
      await harness.drainUntilIdle();
      advance(harness, { lines: [lineOf({ id: "1" }), lineOf({ id: "2", isCancelled: true })] });
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)?.problem).toEqual({
        code: "order.lines_cancelled",
        facts: { skus: ["MUG-RED"] },
      });
    }));
});
