import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  importedOrders,
  installModule,
  place,
  shipped,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { FENCE_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";

const NEW_ADDRESS = {
  firstName: "Ada",
  lastName: "Lovelace",
  line1: "99 New Road",
  town: "York",
  postalCode: "YO1 7HH",
  phone: "(+44)7700900999",
};

const over = (transport: Transport, body: (harness: LedgerHarness) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    await body(harness);
  });

async function imported(harness: LedgerHarness) {
  const orderId = place(harness);
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  return { orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" };
}

/** Where the store's order goes, and where its invoice does. */
function addressesOf({ world: { prestashop8 } }: LedgerHarness) {
  const rows = new Map(prestashop8.rows("addresses").map(({ id, values }) => [id, values]));
  const order = prestashop8.orders().find(({ values }) => values["payment"] === "TikTok Shop");
  const of = (column: string) => rows.get(String(order?.values[column]));
  return { delivery: of("id_address_delivery"), invoice: of("id_address_invoice") };
}

async function move(harness: LedgerHarness, orderId: string): Promise<void> {
  harness.now += 2_000;
  harness.world.tiktok.buyerMoves(orderId, NEW_ADDRESS);
  webhook(harness, orderId);
  await harness.drainUntilIdle();
}

const MOVED = {
  address1: "99 New Road",
  city: "York",
  postcode: "YO1 7HH",
  firstname: "Ada",
  lastname: "Lovelace",
};

describe.each(["module", "webservice"] as const)("a buyer's address, by the %s", (transport) => {
  it("reaches the store's order when it changes after the import, with name and phone, once", () =>
    over(transport, async (harness) => {
      const { orderId } = await imported(harness);
      const before = countSent(harness.requests, REQUESTS.changeOrder);
      await move(harness, orderId);
      expect(addressesOf(harness).delivery).toMatchObject(MOVED);
      expect(String(addressesOf(harness).delivery?.["phone"])).toContain("7700900999");
      expect(addressesOf(harness).invoice).not.toMatchObject(MOVED);
      expect(countSent(harness.requests, REQUESTS.changeOrder)).toBe(before + 1);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.changeOrder)).toBe(before + 1);
      const { problem, entries } = harness.projections.get(orderId) ?? {};
      expect(problem).toBeNull();
      expect(entries?.map(({ kind }) => kind)).toContain("address_sent");
    }));

  it("does not reach an order that the store has shipped, and a problem says so until it is there", () =>
    over(transport, async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "");
      await move(harness, orderId);
      expect(addressesOf(harness).delivery).not.toMatchObject(MOVED);
      expect(harness.projections.get(orderId)?.problem?.code).toBe("order.address_late");
      harness.world.prestashop8.setTracking(sourceOrderId, "TRACK1");
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "fulfilled",
        problem: { code: "order.address_late" },
      });
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem).toBeNull();
    }));

  it("is the new one although the first try of the import was cut off with the old one", () =>
    over(transport, async (harness) => {
      const orderId = place(harness);
      webhook(harness, orderId);
      const made = transport === "module" ? REQUESTS.moduleOrder : REQUESTS.makeOrder;
      harness.requests.disturb = ({ request, when }) => {
        if (when !== "answered" || !made.test(request)) return;
        harness.requests.disturb = () => {};
        harness.now += 2_000;
        harness.world.tiktok.buyerMoves(orderId, NEW_ADDRESS);
        throw new TypeError("connection reset");
      };
      await harness.drainUntilIdle(10 * FENCE_MS);
      expect(importedOrders(harness)).toHaveLength(1);
      expect(addressesOf(harness).delivery).toMatchObject(MOVED);
      expect(harness.projections.get(orderId)?.problem).toBeNull();
    }));
});
