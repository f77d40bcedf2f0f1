import { describe, expect, it, vi } from "vitest";
import { ingestSource } from "../../src/ledger/ingest";
import { receive } from "../../src/sync/orders/refresh-order";
import { ALL_ON_SALE } from "../../src/domain/stock/stock-rule";
import {
  countOf,
  link,
  observed,
  place,
  plant,
  priceOf,
  shownOf,
  webhook,
} from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent, cutLine } from "../support/request-points";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import type { ListedVariant } from "../support/simulated-shops";
import { lineOf, orderOf } from "../support/order-builders";

/** A variant of which ten are counted and published, at 10.00. */
function bind(harness: LedgerHarness, variant: ListedVariant = harness.white): void {
  observed(harness, variant, 10, 1000);
  link(harness, variant);
}

const sends = ({ requests }: LedgerHarness) => countSent(requests, REQUESTS.setQuantities);
const view = ({ storage, white }: LedgerHarness) => storage.publisher.view(white);

describe("published stock", () => {
  it("follows a burst of changes with one write of the newest number", () =>
    withLedger(async (harness) => {
      bind(harness);
      for (const quantity of [9, 7, 4]) {
        harness.now += 1;
        observed(harness, harness.white, quantity);
      }
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(4);
      expect(sends(harness)).toBe(1);
    }));

  it("sends nothing when nothing changed, and one write for several variants of a listing", () =>
    withLedger(async (harness) => {
      const variants = [harness.white, harness.black];
      for (const variant of variants) bind(harness, variant);
      await harness.drainUntilIdle();
      expect(sends(harness)).toBe(0);
      for (const variant of variants) observed(harness, variant, 3);
      await harness.drainUntilIdle();
      expect(sends(harness)).toBe(1);
      expect(variants.map((variant) => shownOf(harness, variant))).toEqual([3, 3]);
    }));

  it("ignores a late answer about an earlier moment", () =>
    withLedger(async (harness) => {
      bind(harness);
      const early = harness.now;
      const { publisher } = harness.storage;
      const { productId, variantId } = harness.white;
      const seen = (quantity: number) => [{ productId, variantId, quantity }];
      publisher.observe(seen(6), early + 500);
      publisher.observe(seen(99), early + 100);
      publisher.observeScan([], early + 900);
      publisher.observe(seen(77), early + 800);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(6);
    }));

  it("keeps the hold-back and what open orders reserve, and never goes below zero", () =>
    withLedger(async (harness) => {
      harness.world.tiktok.setSwitches({ zeroQuantity: true });
      bind(harness);
      const { channelSkuId } = harness.white;
      const lines = ["1", "2", "3"].map((id) => lineOf({ id, channelSkuId }));
      receive(
        harness.storage.orders,
        orderOf({ state: "on_hold", lines }),
        harness.now,
        harness.now,
      );
      expect(view(harness)).toMatchObject({ physical: 10, reserved: 3, sellable: 7 });
      harness.connection.stockRule = { ...ALL_ON_SALE, units: 4 };
      harness.storage.outbox.schedule("review-stock", "review-stock", harness.now);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(3);
      observed(harness, harness.white, 2);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(0);
    }));

  it("does not jump while an order moves into the store, whatever is counted in between", () =>
    withLedger(async (harness) => {
      bind(harness);
      const orderId = place(harness);
      const sellable: number[] = [];
      harness.requests.disturb = ({ request, when }) => {
        if (harness.storage.orders.read(orderId)) sellable.push(view(harness).sellable);
        // An old count arrives just after the store has taken the order.
        if (when === "answered" && REQUESTS.makeOrder.test(request))
          observed(harness, harness.white, 10);
        harness.now += 10;
      };
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(sellable.length).toBeGreaterThan(20);
      expect(new Set(sellable)).toEqual(new Set([9]));
      expect(view(harness)).toMatchObject({ physical: 9, reserved: 0, sellable: 9 });
      expect(countOf(harness, harness.white)).toBe(9);
      expect(shownOf(harness, harness.white)).toBe(9);
    }));

  it("is found by a full scan when no event reported it, and a vanished variant counts as none", () =>
    withLedger(async (harness) => {
      harness.world.tiktok.setSwitches({ zeroQuantity: true });
      const gone = { ...harness.black, variantId: "99" };
      bind(harness, harness.white);
      bind(harness, gone);
      harness.world.prestashop8.setStockSilently("9", "22", 5);
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      await harness.drainUntilIdle();
      expect([shownOf(harness, harness.white), shownOf(harness, gone)]).toEqual([5, 0]);
    }));

  it("follows an event about a product with one read of its counts", () =>
    withLedger(async (harness) => {
      bind(harness);
      harness.world.prestashop8.setStock("9", "22", 3);
      const event = { kind: "stock.changed" as const, ids: ["9"], at: harness.now };
      for (const deliveryId of ["a", "a", "b"])
        ingestSource(harness.storage, { ...event, deliveryId }, harness.now);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.readCounts)).toBe(1);
      expect(shownOf(harness, harness.white)).toBe(3);
    }));

  it("is sent again after an answer that was lost, even when the number went back meanwhile", () =>
    withLedger(async (harness) => {
      bind(harness);
      // The client sends absolute numbers three times before it gives up.
      cutLine(harness.requests, REQUESTS.setQuantities, "answered", { times: 3 });
      const { disturb } = harness.requests;
      harness.requests.disturb = (point) => {
        if (point.when === "answered" && sends(harness) === 3) observed(harness, harness.white, 10);
        return disturb(point);
      };
      observed(harness, harness.white, 2);
      await harness.drainUntilIdle();
      expect(sends(harness)).toBe(4);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it("waits as long as the channel says when it had too many requests", () =>
    withLedger(async (harness) => {
      bind(harness);
      const startedAt = harness.now;
      const sentAt: number[] = [];
      harness.requests.disturb = ({ request, when }) => {
        if (when === "sent" && REQUESTS.setQuantities.test(request)) sentAt.push(harness.now);
      };
      plant(harness, {
        side: "tiktok-shop",
        kind: "rate-limit",
        path: "/inventory/update",
        retryAfterSeconds: 30,
        times: 1,
      });
      observed(harness, harness.white, 2);
      await harness.drainUntilIdle();
      expect(sentAt).toHaveLength(2);
      expect(sentAt[1]).toBeGreaterThanOrEqual(startedAt + 30_000);
      expect(shownOf(harness, harness.white)).toBe(2);
    }));

  it("sends prices the same way", () =>
    withLedger(async (harness) => {
      bind(harness);
      for (let times = 0; times < 2; times += 1) {
        observed(harness, harness.white, 10, 1250);
        await harness.drainUntilIdle();
      }
      expect(priceOf(harness, harness.white)).toBe(1250);
      expect(countSent(harness.requests, REQUESTS.setPrices)).toBe(1);
    }));

  it("of another listing goes on when its variant is offered a second time", () =>
    withLedger(async (harness) => {
      const { white, black } = harness;
      bind(harness, white);
      const second = { ...white, channelProductId: "1729999", channelSkuId: black.channelSkuId };
      bind(harness, second);
      const { offerStore } = harness.storage;
      expect(offerStore.listLive(white).map(({ channelSkuId }) => channelSkuId)).toEqual(
        [white.channelSkuId, black.channelSkuId].toSorted(),
      );
      bind(harness, { ...second, channelSkuId: "17300001" });
      expect(offerStore.listByListing("1729999")).toMatchObject([{ channelSkuId: "17300001" }]);
      expect(offerStore.listByListing(white.channelProductId)).toHaveLength(1);
    }));

  it("reads the rules of all its SKUs at once, when all are compared and when they are sent", () =>
    withLedger(async (harness) => {
      const { white, storage, sqlite } = harness;
      for (let index = 0; index < 40; index += 1) {
        const variant = { ...white, variantId: `v${index}`, channelSkuId: `sku${index}` };
        observed(harness, variant, 10);
        bind(harness, variant);
      }
      const exec = vi.spyOn(sqlite.sql, "exec");
      const rules = () =>
        exec.mock.calls.filter(([query]) => query.includes("FROM product_rule")).length;
      storage.publisher.review("");
      expect(rules()).toBeLessThanOrEqual(2);
      exec.mockClear();
      storage.published.readQuantities(white.channelProductId);
      expect(rules()).toBe(1);
    }));

  it("keeps the link of an offer that was replaced, for orders placed on the old one", () =>
    withLedger(async (harness) => {
      const { white, black } = harness;
      bind(harness, white);
      bind(harness, { ...white, channelSkuId: black.channelSkuId });
      const { productId, variantId } = white;
      const old = harness.storage.offerStore.links([white.channelSkuId]).get(white.channelSkuId);
      expect(old).toEqual({ productId, variantId });
      observed(harness, white, 1);
      await harness.drainUntilIdle();
      expect([shownOf(harness, white), shownOf(harness, black)]).toEqual([10, 1]);
    }));
});
