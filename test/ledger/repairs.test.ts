/**
 * What is left behind by a failure, and how it goes away: problems, parked work, stale knowledge.
 */
import { describe, expect, it } from "vitest";
import {
  importedOrders,
  observed,
  place,
  placeMany,
  plant,
  poll,
  setCountry,
  shipped,
  shownOf,
  stocked,
  webhook,
} from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";
import { LONG_TEST_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";
import { STORE_KEY } from "../support/simulated-shops";

const HOUR_MS = 3_600_000;

/** An order that Weft has seen to, as far as it could; answers its id. */
async function placed(harness: LedgerHarness): Promise<string> {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  return orderId;
}

describe("an order the store refused", () => {
  it("is made once a setting was repaired, without a click on every order", () =>
    withLedger(async (harness) => {
      setCountry(harness, "XX");
      const orderId = await placed(harness);
      setCountry(harness, "GB");
      harness.storage.orders.reopen();
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("keeps its reason when its step is merely run again", () =>
    withLedger(async (harness) => {
      setCountry(harness, "XX");
      const orderId = await placed(harness);
      harness.storage.outbox.resetBackoff(harness.now);
      await harness.drainUntilIdle();
      const { problem } = harness.projections.get(orderId) ?? {};
      expect(problem?.code).toBe("prestashop.country_missing");
    }));
});

describe("a late cancellation", () => {
  it("restocks nothing when the store has shipped since it was last read", () =>
    withLedger(async (harness) => {
      const orderId = await placed(harness);
      // No event and no scan reported it.
      shipped(harness, importedOrders(harness)[0]?.id ?? "", "TRACK1");
      harness.world.tiktok.advanceOrder(orderId, "CANCELLED");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.changeState)).toBe(0);
      const { problem } = harness.projections.get(orderId) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
    }));
});

describe("a shop's problem", () => {
  it("opened by a read after an event is closed by that read's success", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const { prestashop8 } = harness.world;
      prestashop8.changeHost({ blockedWith: { status: 503 } });
      harness.storage.notes.addRereads("stock", ["9"]);
      harness.storage.outbox.schedule("observe-stock", "looks:stock", harness.now);
      await harness.drainUntilIdle();
      expect(harness.problems.get("looks:stock")?.code).toBe("prestashop.unavailable");
      prestashop8.changeHost({ blockedWith: null });
      await harness.drainUntilIdle(HOUR_MS);
      expect(harness.problems.size).toBe(0);
    }));

  it("opened by an order's lost login is closed by that order's success", () =>
    withLedger(async (harness) => {
      const { prestashop8 } = harness.world;
      prestashop8.changeWebserviceKey(STORE_KEY, { active: false });
      await placed(harness);
      expect(harness.problems.get("source")?.remedy).toBe("reconnect");
      prestashop8.changeWebserviceKey(STORE_KEY, { active: true });
      await harness.drainUntilIdle(HOUR_MS);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(harness.problems.size).toBe(0);
    }));

  it("about a listing goes with the listing", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const { channelProductId, channelSkuId } = harness.white;
      harness.world.tiktok.setProductStatus(channelProductId, "FREEZE");
      harness.now += 10;
      observed(harness, harness.white, 7);
      await harness.drainUntilIdle();
      const { code } = harness.problems.get(`stock:${channelProductId}`) ?? {};
      expect(code).toBe("tiktok.status_refused");
      harness.storage.publisher.unbind([channelSkuId]);
      await harness.drainUntilIdle();
      expect(harness.problems.size).toBe(0);
    }));
});

describe("a poll over several pages", () => {
  it(
    "misses no order when one already seen changes meanwhile and all others move up",
    () =>
      withLedger(async (harness) => {
        const ids = placeMany(harness, 210);
        let polls = 0;
        harness.requests.disturb = ({ request, when }) => {
          if (when !== "sent" || !REQUESTS.pollOrders.test(request) || (polls += 1) !== 2) return;
          harness.now += 1_000;
          harness.world.tiktok.payOrder(ids[0] ?? "");
        };
        harness.storage.notes.write("pollTasks", ["task-1"]);
        await poll(harness);
        expect([...harness.projections.keys()].toSorted()).toEqual(ids.toSorted());
        // The changed one was found twice.
        expect(harness.tasks.get("task-1")).toEqual({ found: 211, changed: 211 });
      }),
    LONG_TEST_MS,
  );
});

describe("stock that could not be sent for hours", () => {
  it("is sent within minutes once the channel is back", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const path = "/inventory/update";
      const repair = plant(harness, {
        side: "tiktok-shop",
        kind: "status",
        status: 503,
        path,
        times: 1e6,
      });
      harness.now += 10;
      observed(harness, harness.white, 7);
      await harness.drainUntilIdle(5 * HOUR_MS);
      expect(shownOf(harness, harness.white)).toBe(10);
      repair();
      await harness.drainUntilIdle(5 * 60_000);
      expect(shownOf(harness, harness.white)).toBe(7);
      expect(harness.problems.size).toBe(0);
    }));
});

describe("the scan of shipments", () => {
  it("reads every open order, however many there are", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const ids = Array.from({ length: 5 }, () => place(harness));
      for (const id of ids) harness.storage.orders.schedule("refresh-order", id, harness.now);
      await harness.drainUntilIdle();
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
      harness.now += 10_000;
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      await harness.drainUntilIdle();
      expect(harness.storage.stockStore.listReleasing()).toHaveLength(0);
      expect(harness.storage.publisher.view(harness.white)).toMatchObject({
        physical: 9,
        reserved: 0,
        sellable: 9,
      });
    }));
});
