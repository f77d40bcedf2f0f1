/**
 * The poll under the webhooks: what it finds when changes show late and objects die between pages.
 */
import { describe, expect, it } from "vitest";
import { FENCE_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";
import { orderOf } from "../support/order-builders";

const MINUTE_MS = 60_000;

function placeAt({ shops }: LedgerHarness, id: string, updatedAt: number): void {
  shops.orders.set(id, orderOf({ id, state: "on_hold", updatedAt }));
}

async function poll(harness: LedgerHarness): Promise<void> {
  await harness.ledger.pollOrders();
  await harness.drainUntilIdle(3 * FENCE_MS);
}

const isKnown = ({ storage }: LedgerHarness, id: string) => storage.orders.read(id) !== undefined;
const watermark = ({ storage }: LedgerHarness) => storage.notes.read("pollWatermark");

describe("the poll of orders", () => {
  it("finds a change the channel shows only after newer ones were read", () =>
    withLedger(async (harness) => {
      const newest = harness.shops.now - MINUTE_MS;
      placeAt(harness, "1", newest);
      await poll(harness);
      expect(watermark(harness)).toBe(newest);
      placeAt(harness, "2", newest - 59 * MINUTE_MS);
      await poll(harness);
      expect(isKnown(harness, "2")).toBe(true);
      expect(watermark(harness)).toBe(newest);
    }));

  it("moves its watermark only with the last page, whatever dies before", () =>
    withLedger(async (harness) => {
      const first = harness.shops.now - 10 * MINUTE_MS;
      const ids = ["1", "2", "3", "4", "5"];
      for (const [index, id] of ids.entries()) placeAt(harness, id, first + index * MINUTE_MS);
      let pages = 0;
      const died = new Promise<void>((resolve) => {
        harness.shops.disturb = (point) => {
          if (point !== "poll") return undefined;
          pages += 1;
          if (pages < 2) return undefined;
          resolve();
          return new Promise<void>(() => {});
        };
      });
      void poll(harness);
      await died;
      harness.shops.disturb = () => {};
      harness.restart();
      expect(ids.filter((id) => isKnown(harness, id))).toEqual(["1", "2"]);
      expect(watermark(harness)).toBeUndefined();
      await harness.drainUntilIdle(3 * FENCE_MS);
      expect(ids.filter((id) => isKnown(harness, id))).toEqual(ids);
      expect(watermark(harness)).toBe(first + 4 * MINUTE_MS);
      expect(harness.storage.notes.read("pollPage")).toBeUndefined();
    }));

  it("keeps the watermark of the last whole poll while a page fails, and reads on from there", () =>
    withLedger(async (harness) => {
      const before = harness.shops.now - MINUTE_MS;
      placeAt(harness, "1", before);
      await poll(harness);
      for (const id of ["2", "3", "4"]) placeAt(harness, id, before + Number(id) * 1000);
      let pages = 0;
      harness.shops.disturb = (point) => {
        if (point === "poll" && (pages += 1) === 2) throw new Error("the line was cut");
      };
      await harness.ledger.pollOrders();
      await harness.drainOnce();
      expect(watermark(harness)).toBe(before);
      await harness.drainUntilIdle(3 * FENCE_MS);
      expect(["2", "3", "4"].every((id) => isKnown(harness, id))).toBe(true);
      expect(watermark(harness)).toBe(before + 4_000);
    }));
});
