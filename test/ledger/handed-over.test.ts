/** Parcels that the channel's carrier takes, or that the seller ships in the channel's pages: both shops agree afterwards. */
import { describe, expect, it } from "vitest";
import {
  channelStatus,
  countOf,
  importedOrders,
  installModule,
  place,
  poll,
  shipped,
  stocked,
  storeEvent,
} from "../support/ledger-acts";
import { cutLine } from "../support/request-points";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

const SHIPPED = "4";
const CANCELLED = "6";

async function carried(harness: LedgerHarness, change = {}): Promise<string> {
  stocked(harness);
  const orderId = place(harness, { shippingType: "TIKTOK", ...change });
  await poll(harness);
  return orderId;
}

/** What is due a moment later is done. */
async function follow(harness: LedgerHarness): Promise<void> {
  harness.now += 10_000;
  await harness.drainUntilIdle();
}

const numberInStore = ({ world }: LedgerHarness, orderId = "") =>
  world.prestashop8
    .rows("order_carriers")
    .filter(({ values }) => values["id_order"] === orderId)
    .map(({ values }) => values["tracking_number"] ?? "");
const numbersOf = ({ world }: LedgerHarness, orderId: string) => {
  const lines = (world.tiktok.order(orderId) ?? {})["line_items"];
  return [...new Set((lines as { tracking_number: string }[]).map((line) => line.tracking_number))];
};
const calls = ({ requests }: LedgerHarness, part: string) =>
  requests.sent.filter((sent) => sent.includes(part));
const kindsOf = (harness: LedgerHarness, orderId: string) =>
  harness.projections.get(orderId)?.entries.map(({ kind }) => kind);

describe.each(["webservice", "module"] as const)(
  "a parcel of the channel's carrier (%s)",
  (transport) => {
    const over = (body: (harness: LedgerHarness) => Promise<void>) =>
      withLedger(async (harness) => {
        if (transport === "module") await installModule(harness);
        await body(harness);
      });

    it("of goods that the store calls virtual may have no place for its number there, and the order is shipped", () =>
      over(async (harness) => {
        const { world, white } = harness;
        world.prestashop8.edit("products", white.productId, { is_virtual: "1" });
        const orderId = await carried(harness, { shippingFee: "0.00" });
        expect(await harness.ledger.handOver(orderId, "drop_off")).toBe(true);
        harness.now += 2_000;
        world.tiktok.advanceOrder(orderId, "IN_TRANSIT");
        await poll(harness);
        await follow(harness);
        const [made] = importedOrders(harness);
        expect(made?.state).toBe(SHIPPED);
        const numbers = transport === "module" ? [] : numbersOf(harness, orderId);
        expect(numberInStore(harness, made?.id)).toEqual(numbers);
        expect(harness.projections.get(orderId)).toMatchObject({ problem: null });
      }));

    it("is arranged by a person, and the store's order gets number and state", () =>
      over(async (harness) => {
        const orderId = await carried(harness);
        expect(await harness.ledger.handOver(orderId, "drop_off")).toBe(true);
        expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
        await follow(harness);
        const [made] = importedOrders(harness);
        expect(made?.state).not.toBe(SHIPPED);
        expect(numberInStore(harness, made?.id)).toEqual(numbersOf(harness, orderId));
        expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
        harness.now += 2_000;
        harness.world.tiktok.advanceOrder(orderId, "IN_TRANSIT");
        await poll(harness);
        await follow(harness);
        expect(importedOrders(harness)[0]?.state).toBe(SHIPPED);
        expect(kindsOf(harness, orderId)).toEqual(
          expect.arrayContaining(["handed_over", "shipped_in_store"]),
        );
        expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
        // What the store then tells is what the channel knows.
        storeEvent(harness, made?.id ?? "");
        await follow(harness);
        expect(calls(harness, "/ship")).toHaveLength(1);
        expect(calls(harness, "POST /api/order_histories")).toHaveLength(1);
        expect(await harness.ledger.handOver(orderId, "drop_off")).toBe(false);
      }));

    it("is arranged by the store's own “shipped”", () =>
      over(async (harness) => {
        const orderId = await carried(harness);
        const [made] = importedOrders(harness);
        shipped(harness, made?.id ?? "", "");
        storeEvent(harness, made?.id ?? "");
        await harness.drainUntilIdle();
        await follow(harness);
        expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
        expect(numberInStore(harness, made?.id)).toEqual(numbersOf(harness, orderId));
        expect(calls(harness, "POST /api/order_histories")).toHaveLength(0);
        expect(harness.projections.get(orderId)?.problem).toBeNull();
      }));

    it("is arranged once although the answer is lost", () =>
      over(async (harness) => {
        const orderId = await carried(harness);
        cutLine(harness.requests, /POST .*\/packages\/\d+\/ship/, "answered", { times: 1 });
        await harness.ledger.handOver(orderId, "agreed");
        harness.now += 120_000;
        await harness.drainUntilIdle();
        await follow(harness);
        expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
        expect(calls(harness, "/ship")).toHaveLength(1);
        expect(numberInStore(harness, importedOrders(harness)[0]?.id)).toEqual(
          numbersOf(harness, orderId),
        );
      }));
  },
);

describe("what the store hears of a parcel", () => {
  it("is the number that the seller typed in the channel's pages", () =>
    withLedger(async (harness) => {
      const orderId = await carried(harness, { shippingType: "SELLER" });
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "AWAITING_COLLECTION");
      await poll(harness);
      await follow(harness);
      const [made] = importedOrders(harness);
      expect(made?.state).toBe(SHIPPED);
      expect(numberInStore(harness, made?.id)).toEqual(numbersOf(harness, orderId));
    }));

  it("leaves a number that the merchant typed", () =>
    withLedger(async (harness) => {
      const orderId = await carried(harness);
      const [made] = importedOrders(harness);
      shipped(harness, made?.id ?? "", "MINE1");
      await harness.ledger.handOver(orderId, "agreed");
      await follow(harness);
      expect(numberInStore(harness, made?.id)).toEqual(["MINE1"]);
    }));

  it("is undone where the order is cancelled before the carrier has it", () =>
    withLedger(async (harness) => {
      const orderId = await carried(harness);
      const before = countOf(harness, harness.white);
      await harness.ledger.handOver(orderId, "agreed");
      await follow(harness);
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "CANCELLED");
      await poll(harness);
      await follow(harness);
      expect(importedOrders(harness)[0]?.state).toBe(CANCELLED);
      expect(countOf(harness, harness.white)).toBe(before + 1);
    }));

  it("is nothing where the merchant cancelled, or keeps the store's states to themselves", () =>
    withLedger(async (harness) => {
      const orderId = await carried(harness);
      harness.connection.writesShipped = false;
      await harness.ledger.handOver(orderId, "agreed");
      await follow(harness);
      const [made] = importedOrders(harness);
      expect([made?.state, numberInStore(harness, made?.id)]).not.toContain(SHIPPED);
      expect(numberInStore(harness, made?.id)).toEqual([""]);
      harness.connection.writesShipped = true;
      const second = await carried(harness);
      const cancelled = importedOrders(harness).at(-1)?.id ?? "";
      harness.world.prestashop8.cancelOrder(cancelled);
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(second, "AWAITING_COLLECTION");
      await poll(harness);
      await follow(harness);
      expect(importedOrders(harness).at(-1)?.state).toBe(CANCELLED);
    }));
});
