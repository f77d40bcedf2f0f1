import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { ingestSource } from "../../../src/ledger/ingest";
import { withBench, type Bench } from "../../support/ledger-harness";
import { ORDER, advance, place, stocked, webhook } from "../../support/ledger-orders";
import { lineOf, orderOf } from "../../support/order-builders";

let deliveries = 0;
const kinds = (bench: Bench) => bench.projections.get(ORDER)?.entries.map(({ kind }) => kind) ?? [];

describe("an order of the channel", () => {
  it("becomes one order of the store although its webhook came three times", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      expect(webhook(bench, "same")).toEqual({ isNew: true });
      expect(webhook(bench, "same")).toEqual({ isNew: false });
      webhook(bench, "other");
      await bench.settle();
      expect(bench.shops.carts.size).toBe(1);
      expect(bench.projections.get(ORDER)).toMatchObject({
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
      expect(kinds(bench)).toEqual(["received", "imported"]);
    }));

  it("is found by the poll when its webhook was lost, over any number of pages", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      for (const id of ["1", "2", "3"])
        bench.shops.orders.set(id, orderOf({ id, state: "unpaid", updatedAt: bench.shops.now }));
      bench.rooms.notes.write("pollTasks", ["task-1"]);
      bench.rooms.outbox.schedule("poll-orders", "poll-orders", bench.shops.now);
      await bench.settle();
      expect(bench.shops.carts.size).toBe(1);
      expect([...bench.projections.keys()].toSorted()).toEqual(["1", "2", "3", ORDER]);
      expect(bench.tasks.get("task-1")).toEqual({ found: 4, changed: 4 });
    }));

  it("that cannot be read keeps no other from being found, and is shown until it can", () =>
    withBench(async (bench) => {
      for (const id of ["1", "2"])
        bench.shops.orders.set(id, orderOf({ id, state: "unpaid", updatedAt: bench.shops.now }));
      bench.shops.unreadable.add("1");
      bench.rooms.outbox.schedule("poll-orders", "poll-orders", bench.shops.now);
      await bench.settle();
      expect([...bench.projections.keys()]).toEqual(["2"]);
      expect(bench.problems.get("order:1")?.code).toBe("tiktok.unexpected_shape");
      bench.shops.unreadable.clear();
      bench.rooms.outbox.hurry(bench.shops.now);
      await bench.settle();
      expect([...bench.projections.keys()].toSorted()).toEqual(["1", "2"]);
      expect(bench.problems.has("order:1")).toBe(false);
    }));

  it("goes on with the page where a poll was cut off", () =>
    withBench(async (bench) => {
      for (const id of ["1", "2", "3"])
        bench.shops.orders.set(id, orderOf({ id, state: "unpaid", updatedAt: bench.shops.now }));
      let polls = 0;
      bench.shops.disturb = (point) => {
        if (point !== "poll") return;
        polls += 1;
        if (polls === 2) throw new SyncError("retry", "tiktok.unavailable");
      };
      bench.rooms.outbox.schedule("poll-orders", "poll-orders", bench.shops.now);
      await bench.settle();
      expect(bench.projections.size).toBe(3);
      expect(bench.rooms.notes.read("pollPage")).toBeUndefined();
    }));

  it("is shown and holds stock while it is unpaid, and is not created in the store", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench, { state: "unpaid", lines: [lineOf({ id: "1" }), lineOf({ id: "2" })] });
      webhook(bench);
      await bench.settle();
      expect(bench.shops.carts.size).toBe(0);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "waiting", sourceOrderId: null });
      expect(bench.shops.shown.get("S1")).toBe(8);
    }));

  it("is one order of the store when the answer to its creation was lost", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      let lost = 0;
      bench.shops.disturb = (point) => {
        if (point !== "order!" || lost > 0) return;
        lost += 1;
        throw new SyncError("retry", "prestashop.timeout", { maybeApplied: true });
      };
      webhook(bench);
      await bench.settle();
      expect(lost).toBe(1);
      expect(bench.shops.carts.size).toBe(1);
      expect(bench.projections.get(ORDER)?.sourceOrderId).toBe("1");
      expect(bench.shops.shown.get("S1")).toBe(9);
    }));

  it("is created and cancelled, never forgotten, when the buyer cancels during an unclear creation", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      bench.shops.disturb = (point) => {
        if (point !== "order!") return;
        bench.shops.disturb = () => {};
        advance(bench, { state: "cancelled", cancelledBy: "buyer" });
        webhook(bench);
        throw new SyncError("retry", "prestashop.timeout", { maybeApplied: true });
      };
      webhook(bench);
      await bench.settle();
      expect([...bench.shops.carts.values()]).toMatchObject([{ isCancelled: true }]);
      expect(bench.shops.counts.get("8:21")).toBe(10);
      expect(bench.shops.shown.get("S1")).toBe(10);
      expect(bench.projections.get(ORDER)?.tab).toBe("cancelled");
    }));

  it("waits for the link of its line, says which, and is released by the link", () =>
    withBench(async (bench) => {
      bench.shops.counts.set("8:21", 10);
      place(bench);
      webhook(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "order.line_unlinked", facts: { skus: ["MUG-RED"] } },
      });
      stocked(bench);
      await bench.settle();
      expect(bench.shops.carts.size).toBe(1);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(kinds(bench)).toEqual(["received", "held", "released", "imported"]);
    }));

  it("waits for a person when the store refuses it, and is tried again when asked", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      bench.shops.disturb = (point) => {
        if (point === "order")
          throw new SyncError("merchant", "prestashop.country_missing", { country: "GB" });
      };
      webhook(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "prestashop.country_missing", facts: { country: "GB" } },
      });
      const tries = bench.shops.calls.filter((name) => name === "order").length;
      await bench.settle(3_600_000);
      expect(bench.shops.calls.filter((name) => name === "order").length).toBe(tries);
      bench.shops.disturb = () => {};
      bench.rooms.book.retry(ORDER);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(bench.shops.carts.size).toBe(1);
    }));

  it("is cancelled in the store, once, when it is cancelled on the channel", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      webhook(bench);
      await bench.settle();
      expect(bench.shops.shown.get("S1")).toBe(9);
      advance(bench, { state: "cancelled", cancelledBy: "buyer" });
      webhook(bench);
      webhook(bench);
      await bench.settle();
      expect(bench.shops.calls.filter((name) => name === "cancel-source")).toHaveLength(1);
      expect(bench.shops.counts.get("8:21")).toBe(10);
      expect(bench.shops.shown.get("S1")).toBe(10);
    }));
});

describe("what the store says of an order", () => {
  async function imported(bench: Bench) {
    stocked(bench);
    place(bench);
    webhook(bench);
    await bench.settle();
  }
  const storeEvent = (bench: Bench) =>
    ingestSource(
      bench.rooms,
      {
        deliveryId: `s${(deliveries += 1)}`,
        kind: "order.state_changed",
        ids: ["1"],
        at: bench.shops.now,
      },
      bench.shops.now,
    );

  it("marks the order shipped with the mapped provider, once", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(bench);
      storeEvent(bench);
      await bench.settle();
      expect(bench.shops.calls.filter((name) => name === "ship")).toHaveLength(1);
      expect(bench.projections.get(ORDER)).toMatchObject({
        tab: "fulfilled",
        trackingNumber: "TRACK1",
      });
      expect(kinds(bench)).toContain("shipped");
    }));

  it("is found by the scan without any event, and a corrected number is relayed", () =>
    withBench(async (bench) => {
      await imported(bench);
      const scan = () =>
        bench.rooms.outbox.schedule("scan-shipments", "scan-shipments", bench.shops.now);
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      scan();
      await bench.settle();
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK2" });
      scan();
      await bench.settle();
      scan();
      await bench.settle();
      const told = bench.shops.calls.filter(
        (name) => name === "ship" || name === "update-tracking",
      );
      expect(told).toEqual(["ship", "update-tracking"]);
    }));

  it("does not ship twice when the answer was lost", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      bench.shops.disturb = (point) => {
        if (point !== "ship!") return;
        bench.shops.disturb = () => {};
        throw new SyncError("retry", "tiktok.timeout", { maybeApplied: true });
      };
      storeEvent(bench);
      await bench.settle();
      expect(bench.shops.calls.filter((name) => name === "ship")).toHaveLength(1);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("names the carrier nobody mapped and ships when it is mapped", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.connection.carriers = [];
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)?.problem).toEqual({
        code: "shipment.carrier_unmapped",
        facts: { carrier: "Evri", carrierReference: "2" },
      });
      bench.connection.carriers = [{ carrierReference: "2", providerId: "PR2" }];
      bench.rooms.book.schedule("export-shipment", ORDER, bench.shops.now);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("warns of a missing number only after the merchant had time to enter it", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "" });
      storeEvent(bench);
      await bench.settle(60_000);
      expect(bench.projections.get(ORDER)?.problem).toBeNull();
      await bench.settle(11 * 60_000);
      expect(bench.projections.get(ORDER)?.problem?.code).toBe("shipment.tracking_missing");
    }));

  it("cancels on the channel what the store cancelled, without cancelling there again", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.shipments.set("1", { isCancelled: true });
      storeEvent(bench);
      await bench.settle();
      expect(bench.shops.orders.get(ORDER)?.state).toBe("cancelled");
      expect(bench.shops.calls.filter((name) => name === "cancel-channel")).toHaveLength(1);
      expect(bench.shops.calls).not.toContain("cancel-source");
      expect(bench.projections.get(ORDER)?.tab).toBe("cancelled");
    }));

  it("does not restock what is on its way when the channel cancels late: a person decides", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      storeEvent(bench);
      await bench.settle();
      advance(bench, { state: "cancelled", cancelledBy: "system" });
      webhook(bench);
      await bench.settle();
      expect(bench.shops.calls).not.toContain("cancel-source");
      const { problem } = bench.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
      bench.shops.shipments.set("1", { isCancelled: true });
      storeEvent(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
    }));

  it("tells the merchant when the channel refuses to cancel", () =>
    withBench(async (bench) => {
      await imported(bench);
      bench.shops.disturb = (point) => {
        if (point === "cancel-channel") throw new SyncError("merchant", "tiktok.cancel_refused");
      };
      bench.shops.shipments.set("1", { isCancelled: true });
      storeEvent(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)?.problem?.code).toBe("tiktok.cancel_refused");
    }));
});

describe("part of an order given back after its import", () => {
  it("is told to the merchant, since no call can take a line out of the store's order", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench, { lines: [lineOf({ id: "1" }), lineOf({ id: "2" })] });
      webhook(bench);
      await bench.settle();
      advance(bench, { lines: [lineOf({ id: "1" }), lineOf({ id: "2", isCancelled: true })] });
      webhook(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)?.problem).toEqual({
        code: "order.lines_cancelled",
        facts: { skus: ["MUG-RED"] },
      });
    }));
});
