import { describe, expect, it } from "vitest";
import { movedSkus } from "../../../src/domain/orders/moved-skus";
import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import { lineOf, orderOf } from "../../support/order-builders";

const two = [lineOf({ id: "1" }), lineOf({ id: "2", channelSkuId: "S2" })];
const moved = (before: ChannelOrder | undefined, after: ChannelOrder) =>
  movedSkus(before, after).map(({ channelSkuId, cause }) => `${channelSkuId} ${cause}`);

describe("the SKUs whose count at the channel an order moved", () => {
  it("are all of an order that was not known and is open or cancelled", () => {
    expect(moved(undefined, orderOf({ state: "unpaid", lines: two }))).toEqual([
      "S1 order",
      "S2 order",
    ]);
    expect(moved(undefined, orderOf({ state: "cancelled", lines: two }))).toEqual([
      "S1 cancelled",
      "S2 cancelled",
    ]);
    expect(moved(undefined, orderOf({ state: "delivered", lines: two }))).toEqual([]);
  });

  it("are none while an order only moves on", () => {
    const before = orderOf({ state: "on_hold", lines: two });
    expect(moved(before, { ...before, state: "awaiting_collection" })).toEqual([]);
  });

  it("are those of cancelled lines, and all of a cancelled order", () => {
    const before = orderOf({ lines: two });
    const part = { ...before, lines: [lineOf({ id: "1", isCancelled: true }), ...two.slice(1)] };
    expect(moved(before, part)).toEqual(["S1 cancelled"]);
    expect(moved(part, { ...part, state: "cancelled" })).toEqual(["S2 cancelled"]);
  });

  it("are none of an order from the channel's own warehouse", () => {
    expect(moved(undefined, orderOf({ fulfilment: "channel", lines: two }))).toEqual([]);
  });
});
