import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPriceRule,
  PRICE_BASES,
  PRICE_ENDINGS,
  PRICE_ROUNDINGS,
  priceRuleOf,
  type PriceRule,
} from "../../../src/domain/stock/price-rule";

const PLAIN: PriceRule = {
  base: "reduced",
  basisPoints: 0,
  addedMinor: 0,
  rounding: "minor",
  ending: 99,
  stepMinor: 5,
  floorMinor: null,
  isStorePriceFloor: false,
};

const anyRule = () =>
  fc.record<PriceRule>({
    base: fc.constantFrom(...PRICE_BASES),
    basisPoints: fc.integer({ min: -9_000, max: 100_000 }),
    addedMinor: fc.integer({ min: -100_000, max: 1_000_000 }),
    rounding: fc.constantFrom(...PRICE_ROUNDINGS),
    ending: fc.constantFrom(...PRICE_ENDINGS),
    stepMinor: fc.integer({ min: 1, max: 100_000 }),
    floorMinor: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
    isStorePriceFloor: fc.boolean(),
  });
const anyPrice = () =>
  fc
    .tuple(fc.integer({ min: 1, max: 20_000_000_000 }), fc.nat(1_000_000))
    .map(([reduced, off]) => ({ reduced, regular: reduced + off }));
const decimals = () => fc.constantFrom(0, 2, 3);

/** A price that has no discount. */
const apply = (change: Partial<PriceRule>, price: number, digits = 2) =>
  applyPriceRule({ ...PLAIN, ...change }, { reduced: price, regular: price }, digits);

describe("a price rule", () => {
  it.each([
    ["leaves a price as it is where it says nothing", {}, 1_234, 1_234],
    ["adds a percentage, halves away from zero", { basisPoints: 1_250 }, 1_004, 1_130],
    ["takes a percentage off", { basisPoints: -1_000 }, 999, 899],
    ["adds an amount after the percentage", { basisPoints: 1_000, addedMinor: 50 }, 1_000, 1_150],
    ["rounds up to .99", { basisPoints: 1_000, rounding: "ending" }, 1_000, 1_199],
    ["keeps what ends in .99 already", { rounding: "ending" }, 1_999, 1_999],
    ["rounds up to .95", { rounding: "ending", ending: 95 }, 1_996, 2_095],
    ["rounds up to whole units", { rounding: "ending", ending: 0 }, 1_901, 2_000],
    ["rounds to the nearest step", { rounding: "step", stepMinor: 50 }, 1_224, 1_200],
    ["never goes below its floor", { basisPoints: -5_000, floorMinor: 800 }, 1_000, 800],
    [
      "rounds up to a step above its floor",
      { floorMinor: 1_010, rounding: "step", stepMinor: 50 },
      1_000,
      1_050,
    ],
    [
      "never goes below the store's price",
      { addedMinor: -300, isStorePriceFloor: true },
      1_000,
      1_000,
    ],
    ["makes nothing free", { addedMinor: -5_000 }, 1_000, 1],
    ["leaves what is not for sale", { addedMinor: 5_000 }, 0, 0],
  ] as const)("%s", (_rule, change, price, right) => expect(apply(change, price)).toBe(right));

  it("goes by the price before discounts where it says so, and by that of now for its floor", () => {
    const store = { reduced: 800, regular: 1_000 };
    const regular = { ...PLAIN, base: "regular" as const };
    expect(applyPriceRule(regular, store, 2)).toBe(1_000);
    const cheaper = { ...regular, basisPoints: -3_000, isStorePriceFloor: true };
    expect(applyPriceRule(cheaper, store, 2)).toBe(800);
  });

  it("knows what a currency's units are: yen have no endings, dinars three digits", () => {
    expect(apply({ rounding: "ending", basisPoints: 1_000 }, 1_980, 0)).toBe(2_178);
    expect(apply({ rounding: "step", stepMinor: 10 }, 1_984, 0)).toBe(1_980);
    expect(apply({ rounding: "ending" }, 1_234, 3)).toBe(1_990);
  });

  it("is beaten by the product's own, which may be the store's price", () => {
    const own = { ...PLAIN, addedMinor: 1 };
    expect([
      priceRuleOf(null, PLAIN),
      priceRuleOf(own, PLAIN),
      priceRuleOf("store", PLAIN),
    ]).toEqual([PLAIN, own, null]);
    expect(priceRuleOf(null, null)).toBeNull();
  });

  it("gives whole, positive minor units, and at least its floors", () => {
    fc.assert(
      fc.property(anyRule(), anyPrice(), decimals(), (rule, store, digits) => {
        const price = applyPriceRule(rule, store, digits);
        expect(Number.isSafeInteger(price)).toBe(true);
        const least = rule.isStorePriceFloor ? store.reduced : 1;
        expect(price).toBeGreaterThanOrEqual(Math.max(1, rule.floorMinor ?? 1, least));
      }),
    );
  });

  it("never makes a dearer product cheaper than another", () => {
    fc.assert(
      fc.property(
        anyRule(),
        anyPrice(),
        fc.nat(100_000),
        decimals(),
        (rule, store, more, digits) => {
          const dearer = { reduced: store.reduced + more, regular: store.regular + more };
          expect(applyPriceRule(rule, dearer, digits)).toBeGreaterThanOrEqual(
            applyPriceRule(rule, store, digits),
          );
        },
      ),
    );
  });

  it("rounds a rounded price to itself", () => {
    fc.assert(
      fc.property(anyRule(), anyPrice(), decimals(), (rule, store, digits) => {
        const once = applyPriceRule(rule, store, digits);
        const rounding = { ...PLAIN, ...pick(rule) };
        expect(applyPriceRule(rounding, { reduced: once, regular: once }, digits)).toBe(once);
      }),
    );
  });

  it("ends as it says", () => {
    fc.assert(
      fc.property(anyRule(), anyPrice(), (rule, store) => {
        const price = applyPriceRule({ ...rule, rounding: "ending" }, store, 2);
        expect(price % 100).toBe(rule.ending);
      }),
    );
  });
});

const pick = ({ rounding, ending, stepMinor }: PriceRule) => ({ rounding, ending, stepMinor });
