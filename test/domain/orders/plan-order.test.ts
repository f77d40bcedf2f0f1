import { describe, expect, it } from "vitest";
import type { OrderState } from "../../../src/domain/orders/channel-order";
import {
  claimImport,
  failImport,
  parkImport,
  reopenImport,
} from "../../../src/domain/orders/order-claim";
import { NO_FULFILMENT, receiveOrder } from "../../../src/domain/orders/order-record";
import { planOrder, reservesUnits, tabOf } from "../../../src/domain/orders/plan-order";
import { IMPORTED, orderOf, recordOf } from "../../support/order-builders";

const inState = (state: OrderState, change = {}) =>
  recordOf({ order: orderOf({ state }), ...change });

describe("what may happen to an order", () => {
  it.each(["unpaid", "on_hold"] as const)("leaves an order alone while it is %s", (state) => {
    expect(planOrder(inState(state), [])).toEqual({ step: "wait" });
    expect(tabOf(inState(state))).toBe("waiting");
    expect(reservesUnits(inState(state))).toBe(true);
  });

  it("imports a paid order past the remorse hour", () => {
    expect(planOrder(inState("awaiting_shipment"), [])).toEqual({ step: "import" });
    expect(tabOf(inState("awaiting_shipment"))).toBe("unsynced");
  });

  it("holds the whole order back for one line without a link, and says which", () => {
    expect(planOrder(inState("awaiting_shipment"), ["MUG-RED"])).toEqual({
      step: "hold",
      reason: { code: "order.line_unlinked", facts: { skus: ["MUG-RED"] } },
    });
  });

  it("holds an order whose address is hidden", () => {
    const record = recordOf({ order: orderOf({ address: undefined }) });
    expect(planOrder(record, [])).toMatchObject({ reason: { code: "order.address_hidden" } });
  });

  it("does not import what the channel's own warehouse sends", () => {
    const order = orderOf({ fulfilment: "channel" });
    expect(planOrder(recordOf({ order }), [])).toEqual({ step: "wait" });
    expect(reservesUnits(recordOf({ order }))).toBe(false);
  });

  it("cancels in the store what was imported before the buyer cancelled, once", () => {
    const cancelled = inState("cancelled", { importState: IMPORTED });
    expect(planOrder(cancelled, [])).toEqual({ step: "cancel-source" });
    const done = { ...cancelled, fulfilment: { ...NO_FULFILMENT, sourceCancelledAt: 9 } };
    expect(planOrder(done, [])).toEqual({ step: "wait" });
    const byStore = { ...cancelled, fulfilment: { ...NO_FULFILMENT, isCancelled: true } };
    expect(planOrder(byStore, [])).toEqual({ step: "wait" });
  });

  it("forgets the import of an order cancelled before any try", () => {
    const record = inState("cancelled", { importState: { status: "waiting", tries: 0 } });
    expect(planOrder(record, [])).toEqual({ step: "wait" });
    expect(reservesUnits(record)).toBe(false);
  });

  it("finishes an unclear import even of a cancelled order, to be able to cancel it", () => {
    const importState = { status: "claimed", tries: 1, claimedAt: 5 } as const;
    const record = inState("cancelled", { importState, draft: {} });
    expect(planOrder(record, ["MUG-RED"])).toEqual({ step: "import" });
  });

  it("still imports an order that was sent by hand while the store was unreachable", () => {
    const record = inState("in_transit", { importState: { status: "waiting", tries: 9 } });
    expect(planOrder(record, [])).toEqual({ step: "import" });
    expect(reservesUnits(record)).toBe(true);
  });

  it("holds the units that the store gave back until the channel has cancelled, too", () => {
    const fulfilment = { ...NO_FULFILMENT, isCancelled: true };
    const change = { importState: IMPORTED, fulfilment };
    expect(reservesUnits(inState("awaiting_shipment", change))).toBe(true);
    expect(reservesUnits(inState("cancelled", change))).toBe(false);
    // Shipped all the same: the store's count is a person's business.
    expect(reservesUnits(inState("in_transit", change))).toBe(false);
    expect(reservesUnits(inState("awaiting_shipment", { importState: IMPORTED }))).toBe(false);
  });

  it("leaves a parked order to a person", () => {
    const reason = { code: "prestashop.country_missing", facts: {} };
    const importState = { status: "parked", tries: 1, isUncertain: false, reason } as const;
    expect(planOrder(inState("awaiting_shipment", { importState }), [])).toEqual({ step: "wait" });
    expect(tabOf(inState("awaiting_shipment", { importState }))).toBe("unsynced");
  });

  it("moves an imported order from unfulfilled to fulfilled when the channel says so", () => {
    expect(tabOf(inState("awaiting_shipment", { importState: IMPORTED }))).toBe("unfulfilled");
    expect(tabOf(inState("awaiting_collection", { importState: IMPORTED }))).toBe("fulfilled");
    expect(tabOf(inState("cancelled", { importState: IMPORTED }))).toBe("cancelled");
  });
});

describe("an import claim", () => {
  it("is never given for an order that was imported", () => {
    expect(claimImport(IMPORTED, 9)).toEqual({ go: false, next: IMPORTED });
  });

  it("stays when the outcome is unclear, and is given back when surely nothing happened", () => {
    const { next } = claimImport({ status: "waiting", tries: 1 }, 9);
    expect(failImport(next, false, true)).toEqual(next);
    expect(failImport(next, true, false)).toEqual(next);
    expect(failImport(next, false, false)).toEqual({ status: "waiting", tries: 2 });
  });

  it("keeps its doubt through parking and reopening", () => {
    const reason = { code: "prestashop.timeout", facts: {} };
    const { next } = claimImport({ status: "none" }, 9);
    const parked = parkImport(next, reason);
    expect(parked).toMatchObject({ status: "parked", isUncertain: true });
    expect(reopenImport(parked, 10).status).toBe("claimed");
    const sure = parkImport({ status: "waiting", tries: 3 }, reason);
    expect(reopenImport(sure, 10)).toEqual({ status: "waiting", tries: 0 });
  });
});

/** Later than any order here was sold. */
const LATER = 9_000_000;

describe("an order seen before it was due", () => {
  const known = recordOf({ order: orderOf({ state: "on_hold" }) });
  const sent = orderOf({ state: "awaiting_collection", updatedAt: 2_001_000 });

  it("is imported although it is next seen as sent: its goods are gone", () => {
    const record = receiveOrder(known, sent, 5, LATER)?.record ?? known;
    expect(planOrder(record, [])).toEqual({ step: "import" });
    expect(reservesUnits(record)).toBe(true);
    expect(tabOf(record)).toBe("unsynced");
  });

  it("is imported when it was first seen on its way and sold since the connection was made", () => {
    for (const state of ["awaiting_collection", "in_transit", "delivered", "completed"] as const) {
      const sold = { ...sent, state, createdAt: 1_000, paidAt: 2_000 };
      const record = receiveOrder(undefined, sold, 5, 2_000)?.record ?? known;
      expect(planOrder(record, [])).toEqual({ step: "import" });
      expect(reservesUnits(record)).toBe(true);
      const older = receiveOrder(undefined, sold, 5, 2_001)?.record ?? known;
      expect(planOrder(older, [])).toEqual({ step: "wait" });
    }
  });

  it("is nothing to import when it was sold before the connection was made, or is the channel's own", () => {
    const first = receiveOrder(undefined, sent, 5, LATER)?.record ?? known;
    expect(planOrder(first, [])).toEqual({ step: "wait" });
    const own = recordOf({ order: orderOf({ state: "on_hold", fulfilment: "channel" }) });
    const theirs = receiveOrder(own, { ...sent, fulfilment: "channel" }, 5, LATER)?.record ?? own;
    expect(theirs.importState).toEqual({ status: "none" });
  });
});

describe("a version of the channel's order", () => {
  it("is no news when it is older or the same", () => {
    const known = recordOf();
    expect(receiveOrder(known, known.order, 5, LATER)).toBeNull();
    expect(
      receiveOrder(known, orderOf({ state: "unpaid", updatedAt: 1_999_999 }), 5, LATER),
    ).toBeNull();
  });

  it("is news within the same second when it differs, because times have whole seconds", () => {
    const received = receiveOrder(recordOf(), orderOf({ state: "cancelled" }), 5, LATER);
    expect(received?.record.order.state).toBe("cancelled");
    expect(received?.entries.map(({ kind }) => kind)).toEqual(["cancelled"]);
  });
});
