import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  channelStatus,
  countOf,
  importedOrders,
  installModule,
  place,
  shipped,
  shownOf,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { countSent } from "../support/request-points";
import { REQUESTS } from "../support/request-names";
import { FENCE_MS, LONG_TEST_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";

const SHIPPED = "4";

/** An order of the channel; answers its id. */
function begin(harness: LedgerHarness): string {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  return orderId;
}

/** The merchant ships what Weft made, once, and the store tells of it each time. */
function shipMade(harness: LedgerHarness): void {
  for (const { id, state } of importedOrders(harness)) {
    if (state !== SHIPPED) shipped(harness, id, "TRACK1");
    storeEvent(harness, id);
  }
}

/** The object dies at the n-th point and never comes back; what it had begun never goes on. */
function dieAtPoint(harness: LedgerHarness, death: number) {
  const state = { points: 0, diedAt: "" };
  const dead = new Promise<void>((resolve) => {
    harness.requests.disturb = ({ request, when }) => {
      // To the shops a read that was answered to nobody is one that was never sent.
      if (when === "answered" && request.startsWith("GET ")) return;
      state.points += 1;
      if (state.points !== death) return;
      state.diedAt = `${when} ${request}`;
      harness.kill();
      resolve();
    };
  });
  return { state, dead };
}

/** An order that is imported, shipped by the store and reported to the channel, and one death. */
async function dieAt(harness: LedgerHarness, transport: Transport, death: number) {
  if (transport === "module") await installModule(harness);
  const orderId = begin(harness);
  const { state, dead } = dieAtPoint(harness, death);
  const runAll = async () => {
    await harness.drainUntilIdle();
    shipMade(harness);
    await harness.drainUntilIdle(3 * FENCE_MS);
  };
  await Promise.race([runAll(), dead]);
  if (state.diedAt === "") return { orderId, ...state };
  harness.restart();
  await harness.drainUntilIdle(3 * FENCE_MS);
  shipMade(harness);
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
  await harness.drainUntilIdle(3 * FENCE_MS);
  return { orderId, ...state };
}

describe("a crash", () => {
  it.each([
    { transport: "webservice", points: 50 },
    { transport: "module", points: 20 },
  ] as const)(
    "before any request or after any write by the $transport leaves one order, one shipment and the right stock",
    async ({ transport, points }) => {
      let deaths = 0;
      for (let death = 1; death < 300; death += 1) {
        let isOver = false;
        await withLedger(async (harness) => {
          const { orderId, diedAt } = await dieAt(harness, transport, death);
          isOver = diedAt === "";
          const label = `death at point ${death}: ${diedAt}`;
          expect(importedOrders(harness), label).toMatchObject([{ state: SHIPPED }]);
          expect(countOf(harness, harness.white), label).toBe(9);
          expect(shownOf(harness, harness.white), label).toBe(9);
          expect(channelStatus(harness, orderId), label).toBe("AWAITING_COLLECTION");
          expect(countSent(harness.requests, REQUESTS.ship), label).toBe(1);
          expect(harness.projections.get(orderId), label).toMatchObject({
            tab: "fulfilled",
            sourceOrderId: importedOrders(harness)[0]?.id,
            trackingNumber: "TRACK1",
            problem: null,
          });
        });
        if (isOver) break;
        deaths += 1;
      }
      expect(deaths).toBeGreaterThan(points);
    },
    LONG_TEST_MS,
  );

  it("leaves a running row alone until the dead object can no longer act", () =>
    withLedger(async (harness) => {
      begin(harness);
      const { dead } = dieAtPoint(harness, 1);
      void harness.drainOnce();
      await dead;
      harness.restart();
      const { outbox } = harness.storage;
      const busy = [`listing:${harness.white.channelProductId}`];
      expect(outbox.takeNext(harness.now + FENCE_MS - 1, 1, busy)).toBeUndefined();
      const taken = outbox.takeNext(harness.now + FENCE_MS, 1, busy);
      expect(taken).toMatchObject({ kind: "refresh-order", attempts: 2 });
    }));
});
