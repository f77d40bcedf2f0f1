import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FACTOR_SCALE,
  netPrice,
  planLines,
} from "../../../src/platforms/prestashop/orders/plan-lines";

describe("the rows of a cart", () => {
  const vat20 = { factor: 1.2 * FACTOR_SCALE, ecotaxMicros: 0 };
  const row = (unitPriceMinor: number, quantity = 1, variantId = "1") => ({
    productId: "1",
    variantId,
    quantity,
    unitPriceMinor,
    name: "Mug",
  });

  it("carry the measured prices without tax", () => {
    expect(netPrice(999, "GBP", vat20, "nearest")).toBe("8.325000");
    expect(netPrice(2500, "GBP", vat20, "nearest")).toBe("20.833333");
    expect(netPrice(0, "GBP", vat20, "nearest")).toBe("0.000000");
    expect(netPrice(500, "JPY", { ...vat20, factor: 1.1 * FACTOR_SCALE }, "nearest")).toBe(
      "454.545455",
    );
    expect(netPrice(999, "EUR", { ...vat20, ecotaxMicros: 1_800_000 }, "nearest")).toBe("6.825000");
  });

  it("come back to the cent when the store adds its tax again, however many units", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1_000_000_000, max: 1_300_000_000 }),
        (gross, quantity, factor) => {
          const net = Number(netPrice(gross, "GBP", { factor, ecotaxMicros: 0 }, "nearest"));
          const charged = Math.round((net * quantity * factor) / (FACTOR_SCALE / 100));
          expect(charged).toBe(gross * quantity);
        },
      ),
    ));

  it("hold one row per variant and take off what mixed prices are too dear by", () => {
    const plan = planLines(
      [row(999), row(998), row(1001), row(500, 2, "2")],
      "GBP",
      () => vat20,
      "nearest",
    );
    expect(plan.lines.map(({ quantity, grossMinor }) => [quantity, grossMinor])).toEqual([
      [3, 3000],
      [2, 1000],
    ]);
    expect(plan).toMatchObject({ productsMinor: 4000, roundingMinor: 2 });
  });

  it("always come to what was paid, and never take off more than a cent a unit", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 9 })), { minLength: 1 }),
        (sold) => {
          const plan = planLines(
            sold.map(([price, quantity]) => row(price, quantity)),
            "GBP",
            () => vat20,
            "nearest",
          );
          const paid = sold.reduce((sum, [price, quantity]) => sum + price * quantity, 0);
          const units = sold.reduce((sum, [, quantity]) => sum + quantity, 0);
          expect(plan.productsMinor - plan.roundingMinor).toBe(paid);
          expect(plan.roundingMinor).toBeGreaterThanOrEqual(0);
          expect(plan.roundingMinor).toBeLessThan(units);
        },
      ),
    ));
});
