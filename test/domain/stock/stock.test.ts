import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNewer, reservedUnits, sellableUnits } from "../../../src/domain/stock/stock";

describe("what may be offered", () => {
  it("is never negative and never more than is counted and free", () =>
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 99_999 }), fc.nat(500), fc.nat(50), (p, r, h) => {
        const sellable = sellableUnits(p, r, h);
        expect(sellable).toBeGreaterThanOrEqual(0);
        expect(sellable).toBeLessThanOrEqual(Math.max(0, p - r - h));
      }),
    ));

  it("does not jump when an order moves from a promise into the store's own count", () => {
    const promise = { orderId: "o", units: 2 };
    const taken = { ...promise, untilObservedAfter: 100 };
    const before = { physical: 10, observedAt: 50 };
    expect(sellableUnits(10, reservedUnits(before, [promise]), 0)).toBe(8);
    expect(sellableUnits(10, reservedUnits(before, [taken]), 0)).toBe(8);
    const after = { physical: 8, observedAt: 100 };
    expect(sellableUnits(8, reservedUnits(after, [taken]), 0)).toBe(8);
  });

  it("lets the newest read win", () => {
    expect(isNewer(5, undefined)).toBe(true);
    expect(isNewer(5, { observedAt: 5 })).toBe(true);
    expect(isNewer(4, { observedAt: 5 })).toBe(false);
  });
});
