import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  countOf,
  importedOrders,
  installModule,
  place,
  poll,
  shownOf,
  stocked,
  webhook,
} from "../support/ledger-acts";
import { FENCE_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";
import { REQUESTS } from "../support/request-names";

/** Runs a test's body with a fresh ledger that reaches the store by the transport. */
const over = (transport: Transport, body: (harness: LedgerHarness) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    await body(harness);
  });

/** The object dies when such a request is about to reach a shop, and another one wakes. */
async function dieBefore(harness: LedgerHarness, request: RegExp): Promise<void> {
  const dead = new Promise<void>((resolve) => {
    harness.requests.disturb = (point) => {
      if (point.when !== "sent" || !request.test(point.request)) return;
      harness.kill();
      resolve();
    };
  });
  await Promise.race([harness.drainUntilIdle(), dead]);
  harness.requests.disturb = () => {};
  harness.restart();
}

describe.each(["module", "webservice"] as const)("by the %s", (transport) => {
  it("an import that broke off in the middle ends as one cancelled order", () =>
    over(transport, async (harness) => {
      const orderId = place(harness);
      webhook(harness, orderId);
      await dieBefore(harness, REQUESTS.beginOrder);
      harness.world.tiktok.advanceOrder(orderId, "CANCELLED");
      webhook(harness, orderId);
      await harness.drainUntilIdle(3 * FENCE_MS);
      expect(importedOrders(harness).length).toBeLessThanOrEqual(1);
      expect(importedOrders(harness).every(({ state }) => state === "6")).toBe(true);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(countOf(harness, harness.white)).toBe(10);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it("an order first seen on its way takes its units, when it was sold since the connection", () =>
    over(transport, async (harness) => {
      harness.now += 60_000;
      const orderId = place(harness, { status: "AWAITING_COLLECTION" });
      harness.now += 60_000;
      await poll(harness);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(countOf(harness, harness.white)).toBe(9);
      expect(shownOf(harness, harness.white)).toBe(9);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("an order sold and sent before the connection was made stays the merchant's own", () =>
    over(transport, async (harness) => {
      place(harness, { status: "AWAITING_COLLECTION" });
      harness.connection.connectedAt = harness.now + 60_000;
      harness.now += 120_000;
      await poll(harness);
      expect(importedOrders(harness)).toEqual([]);
      expect(countOf(harness, harness.white)).toBe(10);
    }));
});

describe("by the webservice alone", () => {
  it("an import that broke off before it left a trace is forgotten when its order is cancelled", () =>
    over("webservice", async (harness) => {
      const orderId = place(harness);
      webhook(harness, orderId);
      await dieBefore(harness, REQUESTS.readSettings);
      harness.world.tiktok.advanceOrder(orderId, "CANCELLED");
      harness.now += 2 * FENCE_MS;
      webhook(harness, orderId);
      await harness.drainUntilIdle(3 * FENCE_MS);
      expect(importedOrders(harness)).toEqual([]);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(harness.storage.outbox.find("import-order", `order:${orderId}`)).toBeUndefined();
      expect(shownOf(harness, harness.white)).toBe(10);
    }));
});
