import { describe, expect, it } from "vitest";
import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import type { ImportState } from "../../../src/domain/orders/order-claim";
import { fateOf } from "../../../src/domain/reports/order-fate";
import { orderOf } from "../../support/order-builders";

const reason = { code: "order.line_unlinked", facts: { skus: ["x"] } };
const STATES: Readonly<Record<ImportState["status"], ImportState>> = {
  none: { status: "none" },
  held: { status: "held", reason },
  waiting: { status: "waiting", tries: 0 },
  claimed: { status: "claimed", tries: 1, claimedAt: 1 },
  parked: { status: "parked", tries: 9, isUncertain: false, reason },
  imported: { status: "imported", sourceOrderId: "7", sourceReference: "R", importedAt: 1 },
};

const fate = (order: Partial<ChannelOrder>, state: keyof typeof STATES) => {
  const { fate: is, reason: why } = fateOf({
    order: orderOf(order),
    importState: STATES[state],
  });
  return why === undefined ? is : `${is} ${why}`;
};

describe("the fate of an order", () => {
  it.each<[Partial<ChannelOrder>, keyof typeof STATES, string]>([
    [{ state: "delivered" }, "imported", "in_store"],
    [{ state: "cancelled" }, "imported", "in_store"],
    [{ state: "unpaid" }, "none", "waiting report.unpaid"],
    [{ state: "on_hold" }, "none", "waiting report.on_hold"],
    [{ state: "awaiting_shipment" }, "none", "waiting report.under_way"],
    [{ state: "awaiting_shipment" }, "waiting", "waiting report.under_way"],
    [{ state: "in_transit" }, "claimed", "waiting report.under_way"],
    [{ state: "awaiting_shipment" }, "held", "held order.line_unlinked"],
    [{ state: "in_transit" }, "parked", "held order.line_unlinked"],
    [{ state: "cancelled" }, "held", "cancelled"],
    [{ state: "cancelled" }, "none", "cancelled"],
    [{ state: "cancelled" }, "claimed", "waiting report.under_way"],
    [{ state: "in_transit" }, "none", "skipped report.before_connection"],
    [{ state: "awaiting_shipment", fulfilment: "channel" }, "none", "skipped report.by_channel"],
  ])("%o, %s: %s", (order, state, expected) => {
    expect(fate(order, state)).toBe(expected);
  });

  it("that nobody knows is lost", () => {
    expect(fateOf(undefined)).toEqual({ fate: "lost", reason: "report.order_unknown" });
  });
});
