/** What is left behind by a failure, and how it goes away: problems, parked work, stale knowledge. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { ingestChannel } from "../../../src/ledger/ingest";
import { withBench, type Bench } from "../../support/ledger-harness";
import { orderOf } from "../../support/order-builders";

const { id: ORDER } = orderOf();
let deliveries = 0;

function webhook({ rooms, shops }: Bench) {
  const deliveryId = `r${(deliveries += 1)}`;
  const event = { deliveryId, shopId: "1", at: shops.now, kind: "order.changed", orderId: ORDER };
  ingestChannel(rooms, event as Parameters<typeof ingestChannel>[1], shops.now);
}

function stocked({ rooms, shops }: Bench) {
  shops.counts.set("8:21", 10);
  shops.shown.set("S1", 10);
  rooms.desk.observe([{ productId: "8", variantId: "21", quantity: 10 }], shops.now);
  const sent = { sentQuantity: 10, sentPriceMinor: 1000 };
  const link = { productId: "8", variantId: "21", channelProductId: "P1", channelSkuId: "S1" };
  rooms.desk.bind([{ ...link, ...sent }]);
}

async function placed(bench: Bench) {
  const { shops } = bench;
  stocked(bench);
  shops.orders.set(ORDER, orderOf({ updatedAt: shops.now - (shops.now % 1000) }));
  webhook(bench);
  await bench.settle();
}

const refuse = (point: string, error: SyncError) => (at: string) => {
  if (at === point) throw error;
};

describe("an order the store refused", () => {
  const refusal = new SyncError("merchant", "prestashop.country_missing");

  it("is made once a setting was repaired, without a click on every order", () =>
    withBench(async (bench) => {
      bench.shops.disturb = refuse("order", refusal);
      await placed(bench);
      bench.shops.disturb = () => {};
      bench.rooms.book.reopen();
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(bench.shops.carts.size).toBe(1);
    }));

  it("keeps its reason when its step is merely run again", () =>
    withBench(async (bench) => {
      bench.shops.disturb = refuse("order", refusal);
      await placed(bench);
      bench.rooms.outbox.hurry(bench.shops.now);
      await bench.settle();
      const { problem } = bench.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("prestashop.country_missing");
    }));
});

describe("a late cancellation", () => {
  it("restocks nothing when the store has shipped since it was last looked at", () =>
    withBench(async (bench) => {
      await placed(bench);
      // No event and no scan told of it.
      bench.shops.shipments.set("1", { isShipped: true, trackingNumber: "TRACK1" });
      const order = bench.shops.orders.get(ORDER) ?? orderOf();
      const updatedAt = order.updatedAt + 5_000;
      bench.shops.orders.set(ORDER, { ...order, state: "cancelled", updatedAt });
      webhook(bench);
      await bench.settle();
      expect(bench.shops.calls).not.toContain("cancel-source");
      const { problem } = bench.projections.get(ORDER) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
    }));
});

describe("a shop's problem", () => {
  it("opened by a look after an event is closed by that look's success", () =>
    withBench(async (bench) => {
      stocked(bench);
      bench.shops.disturb = refuse("read-stock", new SyncError("retry", "prestashop.unavailable"));
      bench.rooms.notes.addLooks("stock", ["8"]);
      bench.rooms.outbox.schedule("observe-stock", "looks:stock", bench.shops.now);
      await bench.settle();
      expect(bench.problems.get("source")?.code).toBe("prestashop.unavailable");
      bench.shops.disturb = () => {};
      await bench.settle(3_600_000);
      expect(bench.problems.size).toBe(0);
    }));

  it("opened by an order's lost login is closed by that order's success", () =>
    withBench(async (bench) => {
      bench.shops.disturb = refuse("order", new SyncError("reconnect", "prestashop.key_refused"));
      await placed(bench);
      expect(bench.problems.get("source")?.code).toBe("prestashop.key_refused");
      bench.shops.disturb = () => {};
      await bench.settle(3_600_000);
      expect(bench.shops.carts.size).toBe(1);
      expect(bench.problems.size).toBe(0);
    }));

  it("about a listing goes with the listing", () =>
    withBench(async (bench) => {
      stocked(bench);
      const refusal = new SyncError("merchant", "tiktok.product_frozen");
      bench.shops.disturb = refuse("set-quantities", refusal);
      bench.shops.now += 10;
      bench.rooms.desk.observe([{ productId: "8", variantId: "21", quantity: 7 }], bench.shops.now);
      await bench.settle();
      expect(bench.problems.get("stock:P1")?.code).toBe("tiktok.product_frozen");
      bench.rooms.desk.unbind(["S1"]);
      await bench.settle();
      expect(bench.problems.size).toBe(0);
    }));
});

describe("a poll over several pages", () => {
  const HOUR_MS = 3_600_000;

  it("misses no order when one already seen changes meanwhile and all others move up", () =>
    withBench(async (bench) => {
      bench.shops.now = 100 * HOUR_MS;
      for (const hour of [1, 2, 3, 4, 5]) {
        const updatedAt = 90 * HOUR_MS + hour * HOUR_MS;
        bench.shops.orders.set(`${hour}`, orderOf({ id: `${hour}`, state: "unpaid", updatedAt }));
      }
      let polls = 0;
      bench.shops.disturb = (point) => {
        if (point !== "poll" || (polls += 1) !== 2) return;
        const first = orderOf({ id: "1", state: "on_hold", updatedAt: bench.shops.now });
        bench.shops.orders.set("1", first);
      };
      bench.rooms.notes.write("pollTasks", ["task-1"]);
      bench.rooms.outbox.schedule("poll-orders", "poll-orders", bench.shops.now);
      await bench.settle();
      expect([...bench.projections.keys()].toSorted()).toEqual(["1", "2", "3", "4", "5"]);
      // The changed one was found twice.
      expect(bench.tasks.get("task-1")).toEqual({ found: 6, changed: 6 });
    }));
});

describe("stock the channel could not be told for hours", () => {
  it("is told within minutes once the channel is back", () =>
    withBench(async (bench) => {
      stocked(bench);
      const down = new SyncError("retry", "tiktok.unavailable");
      bench.shops.disturb = refuse("set-quantities", down);
      bench.shops.now += 10;
      bench.rooms.desk.observe([{ productId: "8", variantId: "21", quantity: 7 }], bench.shops.now);
      await bench.settle(5 * 3_600_000);
      bench.shops.disturb = () => {};
      await bench.settle(5 * 60_000);
      expect(bench.shops.shown.get("S1")).toBe(7);
      expect(bench.problems.size).toBe(0);
    }));
});

describe("the scan of shipments", () => {
  it("looks at every open order, however many there are", () =>
    withBench(async (bench) => {
      stocked(bench);
      const ids = Array.from({ length: 5 }, (_, index) => String(100 + index));
      for (const id of ids) {
        bench.shops.orders.set(id, orderOf({ id, updatedAt: bench.shops.now }));
        bench.rooms.book.schedule("refresh-order", id, bench.shops.now);
        await bench.settle();
      }
      const seen: string[] = [];
      for (let after = ""; ;) {
        const page = bench.rooms.orders.listOpen(after, 2).map(({ order }) => order.id);
        const last = page.at(-1);
        if (last === undefined) break;
        seen.push(...page);
        after = last;
      }
      expect(seen).toEqual(ids);
    }));
});

describe("a promise the store's count contains", () => {
  it("is forgotten after the next full scan instead of being looked at by each", () =>
    withBench(async (bench) => {
      await placed(bench);
      expect(bench.rooms.stock.listReleasing()).toHaveLength(1);
      bench.shops.now += 10_000;
      bench.rooms.outbox.schedule("scan-stock", "scan-stock", bench.shops.now);
      await bench.settle();
      expect(bench.rooms.stock.listReleasing()).toHaveLength(0);
      const key = { productId: "8", variantId: "21" };
      expect(bench.rooms.desk.view(key)).toMatchObject({ physical: 9, reserved: 0, sellable: 9 });
    }));
});
