import { describe, expect, it } from "vitest";
import {
  addCount,
  isBalanced,
  NO_TOTALS,
  type OrderTotals,
} from "../../../src/domain/reports/reconciliation";
import { judgeStock, type LedgerCount } from "../../../src/domain/reports/stock-audit";

const known = (change: Partial<LedgerCount> = {}): LedgerCount => ({
  channelSkuId: "1",
  channelProductId: "2",
  productId: "3",
  variantId: "0",
  physical: 10,
  reserved: 1,
  wanted: 9,
  state: "sent",
  isMoving: false,
  ...change,
});

describe("a SKU in three places", () => {
  it.each<[Partial<LedgerCount>, number | undefined, number | undefined, string]>([
    [{}, 10, 9, "equal"],
    [{}, 10, 8, "channel"],
    [{}, 11, 9, "store"],
    [{ state: "moving" }, 10, 8, "moving"],
    [{ state: "moving" }, 11, 8, "store"],
    [{ state: "unsent" }, 10, 3, "unsent"],
    [{ isMoving: true }, 9, 9, "moving"],
    [{ isMoving: true }, 10, 9, "equal"],
    [{}, undefined, 9, "unread"],
    [{}, 10, undefined, "unread"],
    [{ state: "unread" }, 10, 9, "unread"],
    [{ state: "unsent" }, 10, undefined, "unsent"],
  ])("%o, store %s, channel %s: %s", (change, store, shown, verdict) => {
    expect(judgeStock(known(change), store, shown)).toBe(verdict);
  });
});

describe("the counts of a report", () => {
  it("lose a name that comes to nothing, and balance by their sum", () => {
    const held: OrderTotals["fates"] = { held: 2 };
    const fates = addCount(addCount(held, "in_store", 1), "held", -2);
    expect(fates).toEqual({ in_store: 1 });
    expect(isBalanced({ ...NO_TOTALS.orders, listed: 1, fates })).toBe(true);
    expect(isBalanced({ ...NO_TOTALS.orders, listed: 2, fates })).toBe(false);
  });
});
