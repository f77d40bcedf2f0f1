import { describe, expect, it } from "vitest";
import { ingestSource } from "../../../src/ledger/ingest";
import { FENCE_MS } from "../../../src/ledger/runner";
import { ORDER, place, stocked, webhook } from "../../support/ledger-orders";
import { withBench, type Bench } from "../../support/ledger-harness";

/** An order that is imported, shipped by the store and told to the channel. */
function begin(bench: Bench) {
  stocked(bench);
  bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
  place(bench);
  webhook(bench);
}

function shipEvent({ rooms, shops }: Bench) {
  const event = { deliveryId: "s1", kind: "order.state_changed" as const, ids: ["1"] };
  ingestSource(rooms, { ...event, at: shops.now }, shops.now);
}

/** Runs the story; at the n-th point the object dies and never comes back, another one wakes. */
async function dieAt(bench: Bench, death: number): Promise<number> {
  let points = 0;
  let die = () => {};
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  bench.shops.disturb = () => {
    points += 1;
    if (points !== death) return;
    die();
    return new Promise<void>(() => {});
  };
  const story = async () => {
    await bench.settle();
    shipEvent(bench);
    await bench.settle(3 * FENCE_MS);
  };
  begin(bench);
  await Promise.race([story(), dead]);
  if (points < death) return points;
  bench.restart();
  await bench.settle(3 * FENCE_MS);
  shipEvent(bench);
  bench.rooms.outbox.schedule("scan-shipments", "scan-shipments", bench.shops.now);
  await bench.settle(3 * FENCE_MS);
  return points;
}

describe("a crash", () => {
  it("at any step leaves one order, one shipment and the right stock", async () => {
    let deaths = 0;
    for (let death = 1; death < 200; death += 1) {
      let isOver = false;
      await withBench(async (bench) => {
        isOver = (await dieAt(bench, death)) < death;
        const label = `death at point ${death}: ${bench.shops.calls.join(" ")}`;
        expect(bench.shops.carts.size, label).toBe(1);
        expect(bench.shops.counts.get("8:21"), label).toBe(9);
        expect(bench.shops.shown.get("S1"), label).toBe(9);
        expect(bench.shops.orders.get(ORDER)?.state, label).toBe("awaiting_collection");
        expect(bench.projections.get(ORDER), label).toMatchObject({
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
  });

  it("leaves a running row alone until the dead object can no longer act", () =>
    withBench(async (bench) => {
      begin(bench);
      bench.shops.disturb = () => new Promise<void>(() => {});
      void bench.drainOnce();
      await scheduler.wait(5);
      bench.restart();
      const early = bench.rooms.outbox.takeNext(bench.shops.now + FENCE_MS - 1, 1, ["listing:P1"]);
      expect(early).toBeUndefined();
      const taken = bench.rooms.outbox.takeNext(bench.shops.now + FENCE_MS, 1, ["listing:P1"]);
      expect(taken).toMatchObject({ kind: "refresh-order", attempts: 2 });
    }));
});
