/** Orders that the seller ships in several parcels: every unit in exactly one, and its number in both shops. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PackedByHand } from "../../src/domain/orders/parcel";
import {
  channelStatus,
  importedOrders,
  installModule,
  place,
  poll,
  shipped,
  stocked,
  storeEvent,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { cutLine } from "../support/request-points";

const SHIPPED = "4";

interface Line {
  id: string;
  display_status: string;
  tracking_number: string;
  package_id: string;
}

const linesOf = ({ world }: LedgerHarness, orderId: string) =>
  (world.tiktok.order(orderId) ?? {})["line_items"] as Line[];
/** The numbers in the one field of the store's order. */
const storeNumbers = ({ world }: LedgerHarness, orderId = "") =>
  world.prestashop8
    .rows("order_carriers")
    .filter(({ values }) => values["id_order"] === orderId)
    .flatMap(({ values }) => (values["tracking_number"] as string).split(" / "))
    .toSorted();
const marks = ({ requests }: LedgerHarness, orderId: string) =>
  requests.sent.filter((sent) => sent.includes("POST") && sent.includes(`${orderId}/packages`));

async function bought(harness: LedgerHarness, quantity: number): Promise<string> {
  stocked(harness);
  const { channelSkuId: skuId } = harness.white;
  harness.world.tiktok.sellerEdits(skuId, { quantity: 50 });
  const orderId = place(harness, { lines: [{ skuId, quantity }] });
  await poll(harness);
  return orderId;
}

/** Units to parcels by `into`, each under a number of its own. */
function planOf(lines: readonly Line[], into: readonly number[]): PackedByHand[] {
  return [...new Set(into)].map((parcel) => ({
    lineIds: lines.filter((_, at) => into[at] === parcel).map(({ id }) => id),
    trackingNumber: `PACK${parcel}0000`,
    carrierReference: "2",
  }));
}

async function follow(harness: LedgerHarness): Promise<void> {
  harness.now += 10_000;
  await harness.drainUntilIdle();
  harness.now += 10_000;
  await harness.drainUntilIdle();
}

/** Each unit stands in the parcel that was planned for it, and the store's order shows every number. */
function judge(harness: LedgerHarness, orderId: string, plan: readonly PackedByHand[]): void {
  const open = linesOf(harness, orderId).filter((line) => line.display_status !== "CANCELLED");
  for (const { id, tracking_number } of open)
    expect(plan.find(({ lineIds }) => lineIds.includes(id))?.trackingNumber).toBe(tracking_number);
  const numbers = [...new Set(open.map((line) => line.tracking_number))];
  expect(new Set(open.map((line) => line.package_id)).size).toBe(numbers.length);
  const [made] = importedOrders(harness);
  expect(made?.state).toBe(SHIPPED);
  expect(storeNumbers(harness, made?.id)).toEqual(numbers.toSorted());
  expect(harness.projections.get(orderId)?.problem).toBeNull();
}

describe.each(["webservice", "module"] as const)(
  "an order in several parcels (%s)",
  (transport) => {
    const over = (body: (harness: LedgerHarness) => Promise<void>) =>
      withLedger(async (harness) => {
        if (transport === "module") await installModule(harness);
        await body(harness);
      });

    it("goes out as a person packed it, and both shops show each number once", () =>
      over(async (harness) => {
        const orderId = await bought(harness, 3);
        const plan = planOf(linesOf(harness, orderId), [0, 1, 0]);
        expect(await harness.ledger.packOrder(orderId, plan.slice(1))).toBe("incomplete");
        expect(await harness.ledger.packOrder(orderId, plan)).toBeNull();
        await follow(harness);
        judge(harness, orderId, plan);
        storeEvent(harness, importedOrders(harness)[0]?.id ?? "");
        await follow(harness);
        expect(marks(harness, orderId)).toHaveLength(2);
        expect(await harness.ledger.packOrder(orderId, plan)).toBe("nothing");
      }));

    it.each(["sent", "answered"] as const)(
      "that is packed anew while a parcel is on its way keeps that one (%s)",
      (when) =>
        over(async (harness) => {
          const orderId = await bought(harness, 3);
          const lines = linesOf(harness, orderId);
          const [first, second] = [planOf(lines, [0, 1, 1]), planOf(lines, [2, 2, 3])];
          let packed = 0;
          harness.requests.disturb = async (point) => {
            if (point.when !== when || !/POST .*\/packages/.test(point.request)) return;
            if ((packed += 1) === 1)
              expect(harness.storage.orders.pack(orderId, second)).toBeNull();
          };
          await harness.ledger.packOrder(orderId, first);
          await follow(harness);
          const numbers = linesOf(harness, orderId).map((line) => line.tracking_number);
          expect(numbers).toEqual(["PACK00000", "PACK20000", "PACK30000"]);
          expect(marks(harness, orderId)).toHaveLength(3);
          expect(harness.projections.get(orderId)?.problem).toBeNull();
        }),
    );

    it("is sent once although an answer is lost between two parcels", () =>
      over(async (harness) => {
        const orderId = await bought(harness, 3);
        const plan = planOf(linesOf(harness, orderId), [0, 1, 2]);
        cutLine(harness.requests, /POST .*\/orders\/\d+\/packages/, "answered", { times: 1 });
        await harness.ledger.packOrder(orderId, plan);
        harness.now += 120_000;
        await follow(harness);
        judge(harness, orderId, plan);
        expect(marks(harness, orderId)).toHaveLength(3);
      }));

    it("waits for a person where the store has several numbers and does not say what is where", () =>
      over(async (harness) => {
        const orderId = await bought(harness, 2);
        const [made] = importedOrders(harness);
        shipped(harness, made?.id ?? "", "PACK00000 / PACK10000");
        storeEvent(harness, made?.id ?? "");
        await follow(harness);
        expect(channelStatus(harness, orderId)).toBe("AWAITING_SHIPMENT");
        expect(harness.projections.get(orderId)?.problem).toMatchObject({
          code: "shipment.parcels_unclear",
        });
        const plan = planOf(linesOf(harness, orderId), [0, 1]);
        expect(await harness.ledger.packOrder(orderId, plan)).toBeNull();
        await follow(harness);
        judge(harness, orderId, plan);
      }));

    it("gives the channel a number that the store changes of one parcel", () =>
      over(async (harness) => {
        const orderId = await bought(harness, 2);
        const plan = planOf(linesOf(harness, orderId), [0, 1]);
        await harness.ledger.packOrder(orderId, plan);
        await follow(harness);
        const [made] = importedOrders(harness);
        harness.world.prestashop8.setTracking(made?.id ?? "", "PACK00000 / CHANGED1");
        storeEvent(harness, made?.id ?? "");
        await follow(harness);
        const numbers = linesOf(harness, orderId).map((line) => line.tracking_number);
        expect(numbers).toEqual(["PACK00000", "CHANGED1"]);
        expect(harness.projections.get(orderId)?.problem).toBeNull();
      }));
  },
);

it("keeps every unit in exactly one parcel over random plans", () =>
  withLedger(async (harness) => {
    await installModule(harness);
    stocked(harness);
    const { channelSkuId: skuId } = harness.white;
    const one = fc.record({
      into: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
      isCut: fc.boolean(),
    });
    const orders: { orderId: string; plan: PackedByHand[] }[] = [];
    for (const [at, { into, isCut }] of fc.sample(one, { numRuns: 12, seed: 7 }).entries()) {
      harness.world.tiktok.sellerEdits(skuId, { quantity: 50 });
      const orderId = place(harness, { lines: [{ skuId, quantity: into.length }] });
      await poll(harness);
      const plan = planOf(linesOf(harness, orderId), into).map((parcel) => ({
        ...parcel,
        trackingNumber: `${parcel.trackingNumber}${at}`,
      }));
      if (isCut)
        cutLine(harness.requests, /POST .*\/orders\/\d+\/packages/, "answered", { times: 1 });
      expect(await harness.ledger.packOrder(orderId, plan)).toBeNull();
      orders.push({ orderId, plan });
      harness.now += 120_000;
      await harness.drainUntilIdle();
    }
    await follow(harness);
    for (const { orderId, plan } of orders) {
      const lines = linesOf(harness, orderId);
      for (const { id, tracking_number } of lines)
        expect(plan.find(({ lineIds }) => lineIds.includes(id))?.trackingNumber).toBe(
          tracking_number,
        );
      expect(marks(harness, orderId)).toHaveLength(plan.length);
      const sourceOrderId = harness.projections.get(orderId)?.sourceOrderId ?? "";
      const numbers = plan.map(({ trackingNumber }) => trackingNumber);
      expect(storeNumbers(harness, sourceOrderId)).toEqual(numbers.toSorted());
    }
  }));
