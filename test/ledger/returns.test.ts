import { describe, expect, it } from "vitest";
import {
  importedOrders,
  place,
  poll,
  shipped,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { openSeller } from "../support/simulated-shops";

/** An order that was imported, shipped and delivered. */
async function delivered(harness: LedgerHarness): Promise<string> {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  const sourceOrderId = importedOrders(harness)[0]?.id ?? "";
  shipped(harness, sourceOrderId, "TRACK1");
  storeEvent(harness, sourceOrderId);
  await harness.drainUntilIdle();
  harness.now += 2_000;
  harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  return orderId;
}

const shownOf = (harness: LedgerHarness, orderId: string) => {
  const { problem, body, entries: all } = harness.projections.get(orderId) ?? {};
  const entries = all?.filter(({ kind }) => kind === "return").map(({ facts }) => facts["state"]);
  return { code: problem?.code, states: body?.returns?.map(({ state }) => state), entries };
};

describe("a return", () => {
  it("is seen on its order with what to do, and no longer once it is refunded", () =>
    withLedger(async (harness) => {
      const orderId = await delivered(harness);
      expect(shownOf(harness, orderId)).toEqual({
        code: undefined,
        states: undefined,
        entries: [],
      });
      const returnId = harness.world.tiktok.buyerReturns(orderId) ?? "";
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId)).toEqual({
        code: "order.return_asked",
        states: ["asked"],
        entries: ["asked"],
      });
      harness.world.tiktok.sellerRefunds(returnId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId)).toEqual({
        code: undefined,
        states: ["done"],
        entries: ["asked", "done"],
      });
      // What the order says next does not hide what became of it.
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "COMPLETED");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId).states).toEqual(["done"]);
    }));

  it("is found by the poll when its event was lost, and keeps no order from being polled", () =>
    withLedger(async (harness) => {
      const orderId = await delivered(harness);
      harness.now += 60_000;
      harness.world.tiktok.buyerReturns(orderId);
      harness.requests.disturb = ({ request, when }) => {
        if (when === "sent" && request.includes("/returns/search")) throw new TypeError("cut off");
      };
      await poll(harness);
      expect(harness.storage.outbox.find("poll-orders", "poll-orders")).toBeDefined();
      expect(shownOf(harness, orderId).states).toBeUndefined();
      harness.requests.disturb = () => {};
      await poll(harness);
      expect(shownOf(harness, orderId).states).toEqual(["asked"]);
    }));

  it("is read by its state whatever the seller's own access says", () =>
    withLedger(async (harness) => {
      const orderId = await delivered(harness);
      harness.world.tiktok.buyerReturns(orderId);
      const [one] = await openSeller(harness).readReturns(orderId);
      expect(one).toMatchObject({
        kind: "refund",
        state: "asked",
        reason: "Damaged on arrival",
        refundMinor: 1000,
      });
      expect(await openSeller(harness).listReturned(harness.now - 1_000)).toEqual([orderId]);
    }));
});
