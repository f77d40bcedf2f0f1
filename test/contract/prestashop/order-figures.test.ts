import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  toFigures,
  type FiguredOrder,
} from "../../../src/platforms/prestashop/orders/read-order-figures";
import { planTotals } from "../../../src/platforms/prestashop/orders/plan-totals";

describe("the figures of an order", () => {
  const order = (change: Partial<FiguredOrder>): FiguredOrder => ({
    id: "1",
    reference: "REF",
    orderStateId: "11",
    carrierId: "2",
    carrierTaxRate: "20.000",
    hasInvoice: true,
    module: "ps_wirepayment",
    payment: "TikTok Shop",
    cartId: "1",
    note: "",
    productsMinor: 3000,
    productsNetMinor: 2569,
    shippingMinor: 0,
    shippingNetMinor: 0,
    discountMinor: 0,
    discountNetMinor: 0,
    totalMinor: 3000,
    paidMinor: 3000,
    isWhole: true,
    rows: [
      { quantity: 2, unitGross: 12, unitNet: 10 },
      { quantity: 3, unitGross: 2, unitNet: 1.895735 },
      { quantity: 4, unitGross: 0, unitNet: 0 },
    ],
    ...change,
  });
  it("tell tax per rate, and nothing of what is given away", () => {
    expect(toFigures(order({})).taxes).toEqual([
      { rate: "20.000", netMinor: 2000, taxMinor: 400 },
      { rate: "5.500", netMinor: 569, taxMinor: 31 },
    ]);
  });

  it("lower each rate by its part of a discount and tax shipping at the carrier's rate", () => {
    const change = {
      discountMinor: 300,
      discountNetMinor: 257,
      shippingMinor: 360,
      shippingNetMinor: 300,
      totalMinor: 3060,
    };
    expect(toFigures(order(change)).taxes).toEqual([
      { rate: "20.000", netMinor: 2100, taxMinor: 420 },
      { rate: "5.500", netMinor: 512, taxMinor: 28 },
    ]);
  });

  it("take a discount beyond the goods off the shipping, so that nothing paid is nothing taxed", () => {
    const wanted = { productsMinor: 999, shippingMinor: 399, discountMinor: 1398, totalMinor: 0 };
    const row = order({ productsMinor: 999, productsNetMinor: 934 });
    expect(planTotals({ ...row, rows: [] }, { currency: "GBP", ...wanted }, "20.000")).toEqual({
      shipping: { gross: "3.99", net: "3.33" },
      discount: { gross: "13.98", net: "12.67" },
      paid: { gross: "0.00", net: "0.00" },
    });
  });

  it("hold every cent of the total in one of the rates, whatever was sold", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5_000), fc.constantFrom(0, 5.5, 20), fc.nat(80)), {
          minLength: 1,
        }),
        fc.nat(900),
        (sold, shippingMinor) => {
          const lines = sold.map(([cents, rate, quantity]) => ({
            quantity,
            unitGross: cents / 100,
            unitNet: Number((cents / 100 / (1 + rate / 100)).toFixed(6)),
          }));
          const sum = (pick: (line: (typeof lines)[number]) => number) =>
            Math.round(lines.reduce((all, line) => all + pick(line) * line.quantity, 0) * 100);
          const productsMinor = sum((line) => line.unitGross);
          const totalMinor = productsMinor + shippingMinor;
          const made = toFigures(
            order({
              rows: lines,
              productsMinor,
              productsNetMinor: sum((line) => line.unitNet),
              shippingMinor,
              shippingNetMinor: shippingMinor,
              totalMinor,
            }),
          );
          const parts = made.taxes.map(({ netMinor, taxMinor }) => netMinor + taxMinor);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(totalMinor);
        },
      ),
    ));
});
