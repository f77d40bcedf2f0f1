import { describe, expect, it } from "vitest";
import { NO_FULFILMENT, type Fulfilment } from "../../../src/domain/orders/order-record";
import type { Parcel } from "../../../src/domain/orders/parcel";
import { planShipment, TRACKING_PATIENCE_MS } from "../../../src/domain/orders/plan-shipment";
import { lineOf, orderOf } from "../../support/order-builders";

const CARRIERS = [{ carrierReference: "2", providerId: "PR2" }];
const parcel = (change: Partial<Parcel> = {}): Parcel => ({
  lines: [{ lineId: "L1", units: 1 }],
  trackingNumber: "TRACK1",
  carrierReference: "2",
  carrierName: "Evri",
  notified: null,
  ...change,
});
const shipped = (change: Partial<Parcel> = {}): Fulfilment => ({
  ...NO_FULFILMENT,
  isShipped: true,
  parcels: [parcel(change)],
  shippedSeenAt: 1_000,
});
const plan = (order = orderOf(), store = shipped(), now = 2_000) =>
  planShipment(order, store, CARRIERS, now);

describe("what the channel is sent of a shipment", () => {
  it("ships every open line with the mapped provider", () => {
    const lines = [
      lineOf({ id: "1" }),
      lineOf({ id: "2", isCancelled: true }),
      lineOf({ id: "3" }),
    ];
    expect(plan(orderOf({ lines }))).toEqual({
      step: "ship-lines",
      lineIds: ["1", "3"],
      trackingNumber: "TRACK1",
      providerId: "PR2",
    });
  });

  it("sends no number of the seller's for what the channel ships, and says where to ship it", () => {
    const byChannel = { code: "shipment.by_channel", facts: {} };
    expect(plan(orderOf({ shippingBy: "channel", packageIds: [] }))).toEqual({
      step: "problem",
      reason: byChannel,
    });
  });

  it("hands over the channel's packages once the store or a person says so", () => {
    const order = orderOf({ shippingBy: "channel", packageIds: ["K1", "K2"] });
    const step = "hand-over";
    const packageIds = ["K1", "K2"];
    expect(plan(order)).toEqual({ step, packageIds, method: "agreed" });
    const waiting = { ...shipped(), isShipped: false };
    expect(plan(order, waiting)).toEqual({ step: "none" });
    expect(plan(order, { ...waiting, handover: "pick_up" })).toEqual({
      step,
      packageIds,
      method: "pick_up",
    });
    const asked = plan({ ...order, hasCancelRequest: true }, { ...waiting, handover: "agreed" });
    expect(asked).toMatchObject({ reason: { code: "shipment.cancel_requested" } });
  });

  it("hands over what is left of an order whose first package is under way", () => {
    const lines = [
      lineOf({ id: "1", packageId: "K1", trackingNumber: "TT1" }),
      lineOf({ id: "2", packageId: "K2" }),
    ];
    const order = orderOf({ shippingBy: "channel", packageIds: ["K1", "K2"], lines });
    expect(plan(order)).toMatchObject({ step: "hand-over", packageIds: ["K2"] });
  });

  it("gives a missing number some minutes before it becomes a problem", () => {
    const store = shipped({ trackingNumber: " " });
    const until = 1_000 + TRACKING_PATIENCE_MS;
    expect(plan(orderOf(), store, until - 1)).toEqual({ step: "await-tracking", until });
    expect(plan(orderOf(), store, until)).toMatchObject({
      reason: { code: "shipment.tracking_missing" },
    });
  });

  it("stops at a carrier without a provider, and names it", () => {
    expect(plan(orderOf(), shipped({ carrierReference: "9", carrierName: "DPD" }))).toEqual({
      step: "problem",
      reason: {
        code: "shipment.carrier_unmapped",
        facts: { carrier: "DPD", carrierReference: "9" },
      },
    });
  });

  it("waits while the buyer asks for cancellation", () => {
    expect(plan(orderOf({ hasCancelRequest: true }))).toMatchObject({
      reason: { code: "shipment.cancel_requested" },
    });
  });

  it("only remembers what the channel shows already: the answer to a lost answer", () => {
    const lines = [lineOf({ trackingNumber: "TRACK1", packageId: "K1" })];
    expect(plan(orderOf({ state: "awaiting_collection", lines }))).toEqual({
      step: "already-sent",
      packageId: "K1",
      trackingNumber: "TRACK1",
    });
  });

  it("relays a corrected number once, and leaves a number of the seller's own alone", () => {
    const lines = [lineOf({ trackingNumber: "TRACK1", packageId: "K1" })];
    const order = orderOf({ state: "awaiting_collection", lines });
    const notified = { trackingNumber: "TRACK1", packageId: "K1", at: 1 };
    expect(plan(order, shipped({ trackingNumber: "TRACK2", notified }))).toEqual({
      step: "change-tracking",
      packageId: "K1",
      trackingNumber: "TRACK2",
      providerId: "PR2",
    });
    const relayed = { ...notified, trackingNumber: "TRACK2" };
    expect(plan(order, shipped({ trackingNumber: "TRACK2", notified: relayed })).step).toBe("none");
    expect(plan(order, shipped({ trackingNumber: "TRACK2" })).step).toBe("none");
  });

  it("asks the channel to cancel what the store cancelled, unless it is cancelled already", () => {
    const store = { ...NO_FULFILMENT, isCancelled: true };
    expect(plan(orderOf(), store).step).toBe("cancel-channel");
    expect(plan(orderOf({ state: "cancelled" }), store).step).toBe("none");
    expect(plan(orderOf(), { ...store, channelCancelAskedAt: 5 }).step).toBe("none");
    const sent = orderOf({ state: "in_transit" });
    expect(plan(sent, { ...store, channelCancelAskedAt: 5 })).toMatchObject({
      reason: { code: "order.cancel_too_late" },
    });
    expect(plan(orderOf(), { ...store, sourceCancelledAt: 5 }).step).toBe("none");
  });
});
