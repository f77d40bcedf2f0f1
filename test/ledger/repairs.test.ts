/**
 * What is left behind by a failure, and how it goes atransport: problems, parked work, stale
 * knowledge.
 */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { ingestChannel } from "../../src/ledger/ingest";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { orderOf } from "../support/order-builders";

const { id: ORDER } = orderOf();
let deliveries = 0;

function webhook({ storage, shops }: LedgerHarness) {
  const deliveryId = `r${(deliveries += 1)}`;
  const event = { deliveryId, shopId: "1", at: shops.now, kind: "order.changed", orderId: ORDER };
  ingestChannel(storage, event as Parameters<typeof ingestChannel>[1], shops.now);
}

function stocked({ storage, shops }: LedgerHarness) {
  shops.counts.set("8:21", 10);
  shops.shown.set("S1", 10);
  storage.publisher.observe([{ productId: "8", variantId: "21", quantity: 10 }], shops.now);
  const sent = { sentQuantity: 10, sentPriceMinor: 1000 };
  const link = { productId: "8", variantId: "21", channelProductId: "P1", channelSkuId: "S1" };
  storage.publisher.bind([{ ...link, ...sent }]);
}

async function placed(harness: LedgerHarness) {
  const { shops } = harness;
  stocked(harness);
  shops.orders.set(ORDER, orderOf({ updatedAt: shops.now - (shops.now % 1000) }));
  webhook(harness);
  await harness.drainUntilIdle();
}

const refuse = (point: string, error: SyncError) => (at: string) => {
  if (at === point) throw error;
};

describe("an order the store refused", () => {
  const refusal = new SyncError("merchant", "prestashop.country_missing");

  it("is made once a setting was repaired, without a click on every order", () =>
    withLedger(async (harness) => {
      harness.shops.disturb = refuse("order", refusal);
      await placed(harness);
      harness.shops.disturb = () => {};
      harness.storage.orders.reopen();
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(harness.shops.carts.size).toBe(1);
    }));

  it("keeps its reason when its step is merely run again", () =>
    withLedger(async (harness) => {
      harness.shops.disturb = refuse("order", refusal);
      await placed(harness);
      harness.storage.outbox.resetBackoff(harness.shops.now);
      await harness.drainUntilIdle();
      const { problem } = harness.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("prestashop.country_missing");
    }));
});

describe("a late cancellation", () => {
  it("restocks nothing when the store has shipped since it was last read", () =>
    withLedger(async (harness) => {
      await placed(harness);
      // No event and no scan reported it.
      harness.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      const order = harness.shops.orders.get(ORDER) ?? orderOf();
      const updatedAt = order.updatedAt + 5_000;
      harness.shops.orders.set(ORDER, { ...order, state: "cancelled", updatedAt });
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.shops.calls).not.toContain("cancel-source");
      const { problem } = harness.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
    }));
});

describe("a shop's problem", () => {
  it("opened by a read after an event is closed by that read's success", () =>
    withLedger(async (harness) => {
      stocked(harness);
      harness.shops.disturb = refuse(
        "read-stock",
        new SyncError("retry", "prestashop.unavailable"),
      );
      harness.storage.notes.addRereads("stock", ["8"]);
      harness.storage.outbox.schedule("observe-stock", "looks:stock", harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.problems.get("looks:stock")?.code).toBe("prestashop.unavailable");
      harness.shops.disturb = () => {};
      await harness.drainUntilIdle(3_600_000);
      expect(harness.problems.size).toBe(0);
    }));

  it("opened by an order's lost login is closed by that order's success", () =>
    withLedger(async (harness) => {
      harness.shops.disturb = refuse("order", new SyncError("reconnect", "prestashop.key_refused"));
      await placed(harness);
      expect(harness.problems.get("source")?.code).toBe("prestashop.key_refused");
      harness.shops.disturb = () => {};
      await harness.drainUntilIdle(3_600_000);
      expect(harness.shops.carts.size).toBe(1);
      expect(harness.problems.size).toBe(0);
    }));

  it("about a listing goes with the listing", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const refusal = new SyncError("merchant", "tiktok.product_frozen");
      harness.shops.disturb = refuse("set-quantities", refusal);
      harness.shops.now += 10;
      harness.storage.publisher.observe(
        [{ productId: "8", variantId: "21", quantity: 7 }],
        harness.shops.now,
      );
      await harness.drainUntilIdle();
      expect(harness.problems.get("stock:P1")?.code).toBe("tiktok.product_frozen");
      harness.storage.publisher.unbind(["S1"]);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
    }));
});

describe("a poll over several pages", () => {
  const HOUR_MS = 3_600_000;

  it("misses no order when one already seen changes meanwhile and all others move up", () =>
    withLedger(async (harness) => {
      harness.shops.now = 100 * HOUR_MS;
      for (const hour of [1, 2, 3, 4, 5]) {
        const updatedAt = 90 * HOUR_MS + hour * HOUR_MS;
        harness.shops.orders.set(`${hour}`, orderOf({ id: `${hour}`, state: "unpaid", updatedAt }));
      }
      let polls = 0;
      harness.shops.disturb = (point) => {
        if (point !== "poll" || (polls += 1) !== 2) return;
        const first = orderOf({ id: "1", state: "on_hold", updatedAt: harness.shops.now });
        harness.shops.orders.set("1", first);
      };
      harness.storage.notes.write("pollTasks", ["task-1"]);
      harness.storage.outbox.schedule("poll-orders", "poll-orders", harness.shops.now);
      await harness.drainUntilIdle();
      expect([...harness.projections.keys()].toSorted()).toEqual(["1", "2", "3", "4", "5"]);
      // The changed one was found twice.
      expect(harness.tasks.get("task-1")).toEqual({ found: 6, changed: 6 });
    }));
});

describe("stock that could not be sent for hours", () => {
  it("is sent within minutes once the channel is back", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const down = new SyncError("retry", "tiktok.unavailable");
      harness.shops.disturb = refuse("set-quantities", down);
      harness.shops.now += 10;
      harness.storage.publisher.observe(
        [{ productId: "8", variantId: "21", quantity: 7 }],
        harness.shops.now,
      );
      await harness.drainUntilIdle(5 * 3_600_000);
      harness.shops.disturb = () => {};
      await harness.drainUntilIdle(5 * 60_000);
      expect(harness.shops.shown.get("S1")).toBe(7);
      expect(harness.problems.size).toBe(0);
    }));
});

describe("the scan of shipments", () => {
  it("reads every open order, however many there are", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const ids = Array.from({ length: 5 }, (_, index) => String(100 + index));
      for (const id of ids) {
        harness.shops.orders.set(id, orderOf({ id, updatedAt: harness.shops.now }));
        harness.storage.orders.schedule("refresh-order", id, harness.shops.now);
        await harness.drainUntilIdle();
      }
      const seen: string[] = [];
      for (let after = ""; ;) {
        const page = harness.storage.orderStore.listOpen(after, 2).map(({ order }) => order.id);
        const last = page.at(-1);
        if (last === undefined) break;
        seen.push(...page);
        after = last;
      }
      expect(seen).toEqual(ids);
    }));
});

describe("a reservation the store's count contains", () => {
  it("is forgotten after the next full scan instead of being read by each", () =>
    withLedger(async (harness) => {
      await placed(harness);
      expect(harness.storage.stockStore.listReleasing()).toHaveLength(1);
      harness.shops.now += 10_000;
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.shops.now);
      await harness.drainUntilIdle();
      expect(harness.storage.stockStore.listReleasing()).toHaveLength(0);
      const key = { productId: "8", variantId: "21" };
      expect(harness.storage.publisher.view(key)).toMatchObject({
        physical: 9,
        reserved: 0,
        sellable: 9,
      });
    }));
});
