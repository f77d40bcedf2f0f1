/** What the merchant repaired where the cause lay, without a word to Weft. */
import { describe, expect, it } from "vitest";
import { importedOrders, place, setCountry, stocked, webhook } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const MINUTE_MS = 60_000;

/** The scans that run for ever, for so long. */
async function scanned(harness: LedgerHarness, forMs: number) {
  const end = harness.now + forMs;
  while (harness.now < end) {
    harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
    await harness.drainUntilIdle(0);
    harness.now += MINUTE_MS;
  }
}

async function refused(harness: LedgerHarness, count: number): Promise<string[]> {
  stocked(harness);
  setCountry(harness, "XX");
  const orderIds = Array.from({ length: count }, () => place(harness));
  for (const orderId of orderIds) webhook(harness, orderId);
  await harness.drainUntilIdle();
  expect(importedOrders(harness)).toEqual([]);
  return orderIds;
}

describe("orders that the store refused for a setting", () => {
  it("are made, each once, within a quarter of an hour after the setting is right", () =>
    withLedger(async (harness) => {
      const orderIds = await refused(harness, 3);
      setCountry(harness, "GB");
      await scanned(harness, 15 * MINUTE_MS);
      expect(importedOrders(harness)).toHaveLength(3);
      for (const orderId of orderIds)
        expect(harness.projections.get(orderId)).toMatchObject({
          tab: "unfulfilled",
          problem: null,
        });
    }));

  it("stay shown and cost one try in ten minutes while it is wrong", () =>
    withLedger(async (harness) => {
      const orderIds = await refused(harness, 5);
      const { sent } = harness.requests;
      const before = sent.length;
      await scanned(harness, 60 * MINUTE_MS);
      const tries = sent.slice(before).filter((request) => request.includes("countries"));
      expect(tries.length).toBeGreaterThan(3);
      expect(tries.length).toBeLessThanOrEqual(6);
      for (const orderId of orderIds)
        expect(harness.projections.get(orderId)?.problem?.code).toBe("prestashop.country_missing");
    }));
});
