/** Orders that are over are folded, and of a folded one as much is known as before. */
import { describe, expect, it } from "vitest";
import type { OrderRecord } from "../../src/domain/orders/order-record";
import { LONG_TEST_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";
import {
  importedOrders,
  place,
  placeMany,
  poll,
  shipped,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";

const DAY_MS = 86_400_000;

/** An order that was imported, shipped, delivered and, some days later, completed. */
async function completed(harness: LedgerHarness): Promise<string> {
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
  await later(harness, 30);
  if (recordOf(harness, orderId).order.state !== "completed") throw new Error("it is not over");
  return orderId;
}

/** The cron comes by so many days later, and what it sets going is done. */
async function later(harness: LedgerHarness, days: number): Promise<void> {
  harness.now += days * DAY_MS;
  await harness.ledger.poke();
  await harness.drainUntilIdle(1_000);
}

const foldedIds = ({ sqlite }: LedgerHarness) =>
  sqlite.sql
    .exec<{ order_id: string }>(
      `SELECT order_id FROM order_record WHERE folded IS NOT NULL AND body = '' AND draft IS NULL`,
    )
    .toArray()
    .map((row) => row.order_id);

function recordOf({ storage }: LedgerHarness, orderId: string): OrderRecord {
  const record = storage.orderStore.read(orderId);
  if (!record) throw new Error("the order is gone");
  return record;
}

/** Folds what is over by now. */
const fold = ({ storage, now }: LedgerHarness) => storage.foldedOrders.fold(now, 100);

describe("an order that is over", () => {
  it("is folded sixty days after it was read last, and is known as before", () =>
    withLedger(async (harness) => {
      const orderId = await completed(harness);
      const before = recordOf(harness, orderId);
      await later(harness, 59);
      expect(foldedIds(harness)).toEqual([]);
      await later(harness, 2);
      expect(foldedIds(harness)).toEqual([orderId]);
      expect(recordOf(harness, orderId)).toEqual(before);
      const { importState } = before;
      if (importState.status !== "imported") throw new Error("it was not imported");
      expect(harness.storage.orderStore.findBySource(importState.sourceOrderId)).toEqual(before);
      expect(harness.storage.outbox.has("fold-orders")).toBe(false);
    }));

  it("is made no second time by a late event or another poll, and takes no units", () =>
    withLedger(async (harness) => {
      const orderId = await completed(harness);
      await later(harness, 61);
      const reserved = () => harness.sqlite.sql.exec("SELECT * FROM reservation").toArray();
      const before = reserved();
      webhook(harness, orderId);
      await poll(harness);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toHaveLength(1);
      expect(reserved()).toEqual(before);
    }));

  it("that is sent back after all shows the return, and is a whole record again", () =>
    withLedger(async (harness) => {
      const orderId = await completed(harness);
      await later(harness, 61);
      expect(foldedIds(harness)).toEqual([orderId]);
      harness.world.tiktok.buyerReturns(orderId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(foldedIds(harness)).toEqual([]);
      expect(recordOf(harness, orderId).order.returns?.map(({ state }) => state)).toEqual([
        "asked",
      ]);
      expect(harness.projections.get(orderId)?.problem?.code).toBe("order.return_asked");
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("forgets its buyer although it is folded", () =>
    withLedger(async (harness) => {
      const orderId = await completed(harness);
      await later(harness, 61);
      const named = () => JSON.stringify(recordOf(harness, orderId));
      const name = recordOf(harness, orderId).order.address?.name ?? "";
      expect(name).not.toBe("");
      await harness.ledger.forgetBuyers([orderId]);
      expect(named()).not.toContain(name);
      expect(fold(harness)).toBe(1);
      expect(foldedIds(harness)).toEqual([orderId]);
      expect(named()).not.toContain(name);
    }));

  it("keeps what is remembered in the middle of a call", () =>
    withLedger(async (harness) => {
      const orderId = await completed(harness);
      await later(harness, 61);
      harness.storage.orderStore.rememberProgress(orderId, { cartId: "9" });
      expect(recordOf(harness, orderId).progress).toEqual({ cartId: "9" });
    }));
});

describe("orders that are not over", () => {
  it(
    "stay as they are, and of many that are over some are folded at a time",
    () =>
      withLedger(async (harness) => {
        stocked(harness);
        const ids = placeMany(harness, 60);
        for (const id of ids) webhook(harness, id);
        await harness.drainUntilIdle();
        const { foldedOrders } = harness.storage;
        const at = harness.now + 61 * DAY_MS;
        expect(foldedOrders.hasEnded(at)).toBe(false);
        expect(foldedOrders.fold(at, 50)).toBe(0);
        harness.sqlite.sql.exec(
          `UPDATE order_record SET is_open = 0, body = json_set(body, '$.state', 'completed')`,
        );
        expect(foldedOrders.hasEnded(at)).toBe(true);
        expect(foldedOrders.fold(at, 50)).toBe(50);
        expect(foldedOrders.fold(at, 50)).toBe(10);
        expect(foldedOrders.hasEnded(at)).toBe(false);
        expect(ids.map((id) => recordOf(harness, id).order.id)).toEqual(ids);
      }),
    LONG_TEST_MS,
  );
});
