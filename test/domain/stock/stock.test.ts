import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedQuantity } from "../../../src/domain/stock/published-quantity";
import { ALL_ON_SALE, ownStockRule, resolveStockRule } from "../../../src/domain/stock/stock-rule";
import { isNewer, reservedUnits, sellableUnits } from "../../../src/domain/stock/stock";

describe("what may be offered", () => {
  it("is never negative and never more than is counted and free", () =>
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 99_999 }), fc.nat(500), fc.nat(50), (p, r, h) => {
        const sellable = sellableUnits(p, r, { units: h, percent: 0 });
        expect(sellable).toBeGreaterThanOrEqual(0);
        expect(sellable).toBeLessThanOrEqual(Math.max(0, p - r - h));
      }),
    ));

  it("does not jump when an order moves from a promise into the store's own count", () => {
    const promise = { orderId: "o", units: 2 };
    const taken = { ...promise, untilObservedAfter: 100 };
    const before = { physical: 10, observedAt: 50 };
    expect(sellableUnits(10, reservedUnits(before, [promise]), ALL_ON_SALE)).toBe(8);
    expect(sellableUnits(10, reservedUnits(before, [taken]), ALL_ON_SALE)).toBe(8);
    const after = { physical: 8, observedAt: 100 };
    expect(sellableUnits(8, reservedUnits(after, [taken]), ALL_ON_SALE)).toBe(8);
  });

  it("lets the newest read win", () => {
    expect(isNewer(5, undefined)).toBe(true);
    expect(isNewer(5, { observedAt: 5 })).toBe(true);
    expect(isNewer(4, { observedAt: 5 })).toBe(false);
  });
});

describe("how much goes on sale", () => {
  const shown = (free: number, rule: Partial<typeof ALL_ON_SALE>) =>
    publishedQuantity({ physical: free, reserved: 0 }, { ...ALL_ON_SALE, ...rule }, null).quantity;

  it.each([
    [10, { percent: 25 }, 7],
    [1, { percent: 1 }, 0],
    [3, { percent: 33 }, 2],
    [100, { percent: 29 }, 71],
    [10, { percent: 100 }, 0],
    [10, { percent: 50, units: 2 }, 3],
    [10, { maximum: 4 }, 4],
    [3, { maximum: 4 }, 3],
    [-5, { percent: 10, maximum: 3 }, 0],
    [10, { percent: 20, units: 1, maximum: 6 }, 6],
  ])("of %i free units under %o is %i", (free, rule, right) => {
    expect(shown(free, rule)).toBe(right);
  });

  it("never grows with what is held back, and never shrinks with the count", () => {
    for (let free = 0; free < 60; free += 1)
      for (let percent = 0; percent <= 100; percent += 1) {
        expect(shown(free, { percent })).toBeLessThanOrEqual(shown(free + 1, { percent }));
        if (percent < 100)
          expect(shown(free, { percent: percent + 1 })).toBeLessThanOrEqual(
            shown(free, { percent }),
          );
        expect(shown(free, { percent }) * 100).toBeLessThanOrEqual(free * (100 - percent));
      }
  });

  it("is low by what could be sold, not by the most that is shown", () => {
    const low = { threshold: 5, action: "out_of_stock" } as const;
    const rule = { ...ALL_ON_SALE, maximum: 3 };
    expect(publishedQuantity({ physical: 9, reserved: 0 }, rule, low)).toEqual({
      quantity: 3,
      isLow: false,
      sellable: 9,
    });
  });

  it("takes each part from the nearest level that names it, and says which", () => {
    const all = { units: 1, percent: 10, maximum: null };
    const category = { units: null, percent: 20, maximum: 9 };
    const own = { units: null, percent: 0, maximum: null };
    expect(resolveStockRule(own, category, all)).toEqual({
      units: 1,
      percent: 0,
      maximum: 9,
      from: { units: "all", percent: "product", maximum: "category" },
    });
    expect(resolveStockRule(null, null, all)).toMatchObject(all);
    expect(ownStockRule({ units: null, percent: null, maximum: null })).toBeNull();
  });
});
