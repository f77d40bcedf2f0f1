import { describe, expect, it } from "vitest";
import { cancelledRate, ifCancelled, lateRate } from "../../../src/domain/orders/dispatch";

const DAY_MS = 86_400_000;
const NOW = 1_800_000_000_000;
const figures = {
  late: 3,
  today: 2,
  orders: 200,
  cancelled: 4,
  dispatched: 100,
  dispatchedLate: 4,
};

describe("the rates a channel holds a seller to", () => {
  it("are over their limit above it, not at it, and nothing where there is nothing", () => {
    expect(cancelledRate({ ...figures, cancelled: 5 })).toEqual({
      share: 0.025,
      limit: 0.025,
      isOver: false,
    });
    expect(cancelledRate({ ...figures, cancelled: 6 }).isOver).toBe(true);
    expect([lateRate(figures).isOver, lateRate({ ...figures, dispatchedLate: 5 }).isOver]).toEqual([
      false,
      true,
    ]);
    expect(cancelledRate({ ...figures, orders: 0, cancelled: 0 }).share).toBe(0);
  });

  it("would be these if the chosen orders were cancelled", () => {
    const chosen = [
      { placedAt: NOW - DAY_MS, shipBy: NOW + DAY_MS },
      { placedAt: NOW - 2 * DAY_MS, shipBy: NOW - 1 },
      { placedAt: NOW - 9 * DAY_MS, shipBy: NOW - 8 * DAY_MS },
      { placedAt: NOW, shipBy: null },
    ];
    expect(ifCancelled(figures, chosen, NOW)).toEqual({
      late: 1,
      today: 2,
      orders: 200,
      cancelled: 7,
      dispatched: 99,
      dispatchedLate: 3,
    });
    expect(ifCancelled(figures, [], NOW)).toEqual(figures);
  });
});
