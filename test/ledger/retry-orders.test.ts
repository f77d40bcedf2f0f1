/** An order that the store fails to take: tried again by the clock, then shown, and never forgotten. */
import { describe, expect, it } from "vitest";
import { importedOrders, place, plant, stocked, webhook } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;

/** A paid order that a store which writes nothing was asked to take; `repair` lets the store write again. */
function refusedOrder(harness: LedgerHarness) {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  const tries: number[] = [];
  harness.log = (event) => event === "ledger.step_failed" && void tries.push(harness.now);
  const fault = { side: "prestashop", kind: "status", status: 500, times: 10_000 } as const;
  return { orderId, tries, repair: plant(harness, fault) };
}

const problemOf = ({ storage }: LedgerHarness, orderId: string) =>
  storage.orders.read(orderId)?.problems.import;

/** The store answers something well, as its sweeps prove for ever. */
async function answered(harness: LedgerHarness, horizonMs = 30 * MINUTE_MS) {
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
  await harness.drainUntilIdle(horizonMs);
}

describe("an order that the store fails to take", () => {
  it("is tried 10, 20 and 30 minutes after its failure is shown, then says that it needs somebody", () =>
    withLedger(async (harness) => {
      const { orderId, tries } = refusedOrder(harness);
      await harness.drainUntilIdle(5 * 60 * MINUTE_MS);
      const shownAt = tries[2] ?? 0;
      expect(shownAt - (tries[0] ?? 0)).toBeLessThan(MINUTE_MS);
      const after = tries.slice(3).map((at) => Math.floor((at - shownAt) / MINUTE_MS));
      expect(after).toEqual([10, 20, 30]);
      expect(problemOf(harness, orderId)).toMatchObject({
        code: "order.needs_action",
        facts: { cause: "prestashop.unavailable" },
      });
    }));

  it("burns no try while answers of the store bring some in between", () =>
    withLedger(async (harness) => {
      const { orderId, tries } = refusedOrder(harness);
      await harness.drainUntilIdle(MINUTE_MS);
      const shownAt = tries[2] ?? 0;
      for (let minute = 0; minute < 20; minute += 1) {
        harness.storage.outbox.hasten("source", harness.now);
        await harness.drainUntilIdle(MINUTE_MS);
      }
      expect(harness.now - shownAt).toBeLessThan(25 * MINUTE_MS);
      expect(harness.storage.orders.read(orderId)?.importState.status).not.toBe("parked");
      await harness.drainUntilIdle(60 * MINUTE_MS);
      expect(Math.floor((harness.now - shownAt) / MINUTE_MS)).toBe(30);
      expect(problemOf(harness, orderId)?.code).toBe("order.needs_action");
    }));

  for (const retriesOrders of [true, false])
    it(`needs no person once the store is well, with retries ${retriesOrders ? "used up" : "off"}`, () =>
      withLedger(async (harness) => {
        harness.connection.retriesOrders = retriesOrders;
        const { orderId, repair } = refusedOrder(harness);
        await harness.drainUntilIdle(60 * MINUTE_MS);
        expect(problemOf(harness, orderId)?.code).toBe("order.needs_action");
        repair();
        await answered(harness);
        expect(importedOrders(harness)).toHaveLength(1);
        expect(harness.storage.orders.read(orderId)?.problems).toEqual({});
      }));

  it("is asked of a store that answers all else every ten minutes at most once it was given up", () =>
    withLedger(async (harness) => {
      harness.connection.retriesOrders = false;
      const { tries } = refusedOrder(harness);
      await harness.drainUntilIdle(MINUTE_MS);
      const before = tries.length;
      for (let minute = 0; minute < 30; minute += 1) {
        harness.storage.outbox.unpark("source", harness.now);
        harness.now += MINUTE_MS;
        await harness.drainUntilIdle(0);
      }
      expect(tries.length - before).toBeLessThanOrEqual(3);
    }));

  it("goes on at once when a person asks, with all its tries", () =>
    withLedger(async (harness) => {
      harness.connection.retriesOrders = false;
      const { orderId, tries, repair } = refusedOrder(harness);
      await harness.drainUntilIdle(60 * MINUTE_MS);
      const before = tries.length;
      await harness.ledger.retryOrder(orderId);
      await harness.drainUntilIdle(MINUTE_MS);
      expect(tries.length - before).toBe(3);
      repair();
      await harness.ledger.retryOrder(orderId);
      await harness.drainUntilIdle(MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("waits for its cause where the merchant's own data stop it, however long", () =>
    withLedger(async (harness) => {
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle(120 * MINUTE_MS);
      expect(problemOf(harness, orderId)?.code).toBe("order.line_unlinked");
      stocked(harness);
      await harness.drainUntilIdle(MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
    }));
});
