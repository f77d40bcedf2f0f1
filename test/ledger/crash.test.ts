import { describe, expect, it } from "vitest";
import { ingestSource } from "../../src/ledger/ingest";
import { ORDER, place, stocked, webhook } from "../support/ledger-orders";
import { FENCE_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";

/** An order that is imported, shipped by the store and reported to the channel. */
function begin(harness: LedgerHarness) {
  stocked(harness);
  harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
  place(harness);
  webhook(harness);
}

function shipEvent({ storage, shops }: LedgerHarness) {
  const event = { deliveryId: "s1", kind: "order.state_changed" as const, ids: ["1"] };
  ingestSource(storage, { ...event, at: shops.now }, shops.now);
}

/** Runs all steps; at the n-th point the object dies and never comes back, another one wakes. */
async function dieAt(harness: LedgerHarness, death: number): Promise<number> {
  let points = 0;
  let die = () => {};
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  harness.shops.disturb = () => {
    points += 1;
    if (points !== death) return;
    die();
    return new Promise<void>(() => {});
  };
  const runAll = async () => {
    await harness.drainUntilIdle();
    shipEvent(harness);
    await harness.drainUntilIdle(3 * FENCE_MS);
  };
  begin(harness);
  await Promise.race([runAll(), dead]);
  if (points < death) return points;
  harness.restart();
  await harness.drainUntilIdle(3 * FENCE_MS);
  shipEvent(harness);
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.shops.now);
  await harness.drainUntilIdle(3 * FENCE_MS);
  return points;
}

describe("a crash", () => {
  it("at any step leaves one order, one shipment and the right stock", async () => {
    let deaths = 0;
    for (let death = 1; death < 200; death += 1) {
      let isOver = false;
      await withLedger(async (harness) => {
        isOver = (await dieAt(harness, death)) < death;
        const label = `death at point ${death}: ${harness.shops.calls.join(" ")}`;
        expect(harness.shops.carts.size, label).toBe(1);
        expect(harness.shops.counts.get("8:21"), label).toBe(9);
        expect(harness.shops.shown.get("S1"), label).toBe(9);
        expect(harness.shops.orders.get(ORDER)?.state, label).toBe("awaiting_collection");
        expect(harness.projections.get(ORDER), label).toMatchObject({
          tab: "fulfilled",
          sourceOrderId: "1",
          trackingNumber: "TRACK1",
          problem: null,
        });
      });
      if (isOver) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(20);
  }, 30_000);

  it("leaves a running row alone until the dead object can no longer act", () =>
    withLedger(async (harness) => {
      begin(harness);
      const called = new Promise<void>((resolve) => {
        harness.shops.disturb = () => {
          resolve();
          return new Promise<void>(() => {});
        };
      });
      void harness.drainOnce();
      await called;
      harness.restart();
      const early = harness.storage.outbox.takeNext(harness.shops.now + FENCE_MS - 1, 1, [
        "listing:P1",
      ]);
      expect(early).toBeUndefined();
      const taken = harness.storage.outbox.takeNext(harness.shops.now + FENCE_MS, 1, [
        "listing:P1",
      ]);
      expect(taken).toMatchObject({ kind: "refresh-order", attempts: 2 });
    }));
});
