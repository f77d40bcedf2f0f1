/** Order records of version 0.2, opened by the code of today. */
import { describe, expect, it } from "vitest";
import type { ChannelOrder } from "../../src/domain/orders/channel-order";
import { planShipment } from "../../src/domain/orders/plan-shipment";
import { recordShipment } from "../../src/sync/orders/record-shipment";
import { openLedgerStorage } from "../../src/ledger/storage";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { IMPORTED, lineOf, orderOf } from "../support/order-builders";

const NOTHING_SHIPPED = {
  isShipped: false,
  isCancelled: false,
  trackingNumber: "",
  carrierReference: "",
  carrierName: "",
  shippedSeenAt: null,
  told: null,
  sourceCancelledAt: null,
  channelCancelAskedAt: null,
};
const SHIPPED = {
  ...NOTHING_SHIPPED,
  isShipped: true,
  trackingNumber: "T1",
  carrierReference: "2",
  carrierName: "Evri",
  shippedSeenAt: 7,
  told: { trackingNumber: "T1", packageId: "K1", at: 8 },
};

function stored(fulfilment: object, order: ChannelOrder = orderOf()) {
  const sqlite = ledgerOf02();
  sqlite.sql.exec(
    `INSERT INTO order_record VALUES (?, ?, 5, 'imported', ?, '{}', NULL, ?, '{}', '7', 1, 3, 3)`,
    order.id,
    JSON.stringify(order),
    JSON.stringify(IMPORTED),
    JSON.stringify(fulfilment),
  );
  const { orders } = openLedgerStorage(sqlite, () => 10);
  const read = () => {
    const record = orders.read(order.id);
    if (!record) throw new Error("the order is gone");
    return record;
  };
  return { sqlite, orders, read };
}

const shipment = {
  orderId: "7",
  state: { id: "4", name: "Shipped", isPaid: true, isOwn: false },
  isShipped: true,
  isDelivered: false,
  isCancelled: false,
  parcels: [{ contents: null, trackingNumber: "T1", carrierReference: "2", carrierName: "Evri" }],
};

describe("the shipment of an order that version 0.2 stored", () => {
  it("is one parcel of all open lines, with what the channel was notified of", () => {
    const lines = [lineOf({ id: "1" }), lineOf({ id: "2", isCancelled: true })];
    const { read } = stored(SHIPPED, orderOf({ lines }));
    const { told, trackingNumber, carrierReference, carrierName, ...others } = SHIPPED;
    const parcel = { trackingNumber, carrierReference, carrierName, notified: told };
    expect(read().fulfilment).toEqual({
      ...others,
      parcels: [{ lines: [{ lineId: "1", units: 1 }], ...parcel }],
    });
  });

  it("is sent once: the same shipment is no news, another number changes the parcel", () => {
    const order = orderOf({
      state: "awaiting_collection",
      packageIds: ["K1"],
      lines: [lineOf({ trackingNumber: "T1", packageId: "K1" })],
    });
    const { orders, read } = stored(SHIPPED, order);
    const deps = { orders, now: () => 10 };
    const carriers = [{ carrierReference: "2", providerId: "PR2" }];
    expect(recordShipment(deps, order.id, shipment, [])?.version).toBe(3);
    expect(planShipment(order, read().fulfilment, carriers, 10)).toEqual({ step: "none" });
    const parcels = shipment.parcels.map((parcel) => ({ ...parcel, trackingNumber: "T2" }));
    recordShipment(deps, order.id, { ...shipment, parcels }, []);
    expect(planShipment(order, read().fulfilment, carriers, 10)).toMatchObject({
      step: "change-tracking",
      packageId: "K1",
      trackingNumber: "T2",
    });
  });

  it("has no parcel before the store was read", () => {
    expect(stored(NOTHING_SHIPPED).read().fulfilment.parcels).toEqual([]);
  });

  it("keeps the new shape once it is written again", () => {
    const { sqlite, orders, read } = stored(SHIPPED);
    const before = read();
    orders.write(before, []);
    const [row] = sqlite.sql.exec<{ shape: number }>(`SELECT shape FROM order_record`).toArray();
    expect(row?.shape).toBe(1);
    expect(read()).toEqual({ ...before, version: 4 });
  });
});
