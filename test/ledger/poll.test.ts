/**
 * The poll under the webhooks: what it finds when changes show late and objects die between pages.
 */
import { describe, expect, it } from "vitest";
import { place, placeMany } from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { cutLine } from "../support/request-points";
import { FENCE_MS, LONG_TEST_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";

const HALF_MINUTE_MS = 30_000;
const MINUTE_MS = 60_000;
/** The longest page of the platform. */
const PAGE = 100;

async function poll(harness: LedgerHarness): Promise<void> {
  await harness.ledger.pollOrders();
  await harness.drainUntilIdle(3 * FENCE_MS);
}

/** A buyer pays an order so long ago. */
function placeBefore(harness: LedgerHarness, agoMs: number): string {
  const { now } = harness;
  harness.now -= agoMs;
  const orderId = place(harness, { status: "ON_HOLD" });
  harness.now = now;
  return orderId;
}

const isKnown = ({ storage }: LedgerHarness, id: string) => storage.orders.read(id) !== undefined;
const watermark = ({ storage }: LedgerHarness) => storage.notes.read("pollWatermark");

describe("the poll of orders", () => {
  it("finds a change the channel shows only after newer ones were read", () =>
    withLedger(async (harness) => {
      const newest = harness.now - HALF_MINUTE_MS;
      placeBefore(harness, HALF_MINUTE_MS);
      await poll(harness);
      expect(watermark(harness)).toBe(newest);
      const late = placeBefore(harness, harness.now - newest + 59 * MINUTE_MS);
      await poll(harness);
      expect(isKnown(harness, late)).toBe(true);
      expect(watermark(harness)).toBe(newest);
    }));

  it(
    "moves its watermark only with the last page, whatever dies before",
    () =>
      withLedger(async (harness) => {
        const placed = placeMany(harness, 2 * PAGE + 10);
        const newest = harness.now;
        let pages = 0;
        const died = new Promise<void>((resolve) => {
          harness.requests.disturb = ({ request, when }) => {
            if (when !== "sent" || !REQUESTS.pollOrders.test(request)) return;
            pages += 1;
            if (pages < 2) return;
            harness.kill();
            resolve();
          };
        });
        void poll(harness);
        await died;
        harness.requests.disturb = () => {};
        harness.restart();
        expect(placed.filter((id) => isKnown(harness, id))).toEqual(placed.slice(0, PAGE));
        expect(watermark(harness)).toBeUndefined();
        await harness.drainUntilIdle(3 * FENCE_MS);
        expect(placed.filter((id) => isKnown(harness, id))).toEqual(placed);
        expect(watermark(harness)).toBe(newest);
        expect(harness.storage.notes.read("pollPage")).toBeUndefined();
      }),
    LONG_TEST_MS,
  );

  it(
    "keeps the watermark of the last whole poll while a page fails, and reads on from there",
    () =>
      withLedger(async (harness) => {
        placeBefore(harness, MINUTE_MS);
        await poll(harness);
        const before = watermark(harness);
        const placed = placeMany(harness, PAGE + 10);
        const newest = harness.now;
        // The client asks three times before it gives up.
        cutLine(harness.requests, REQUESTS.pollOrders, "sent", { after: 1, times: 3 });
        await harness.ledger.pollOrders();
        await harness.drainOnce();
        expect(watermark(harness)).toBe(before);
        await harness.drainUntilIdle(3 * FENCE_MS);
        expect(placed.every((id) => isKnown(harness, id))).toBe(true);
        expect(watermark(harness)).toBe(newest);
      }),
    LONG_TEST_MS,
  );

  it(
    "begins a page with the moment at which the one before it ended, which many may share",
    () =>
      withLedger(async (harness) => {
        const early = placeMany(harness, PAGE - 10);
        harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: PAGE });
        harness.now += 1_000;
        const together = Array.from({ length: 30 }, () => place(harness, { status: "UNPAID" }));
        await poll(harness);
        expect([...early, ...together].filter((id) => !isKnown(harness, id))).toEqual([]);
      }),
    LONG_TEST_MS,
  );
});
