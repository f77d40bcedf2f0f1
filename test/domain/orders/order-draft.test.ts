import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftOrder, splitName } from "../../../src/domain/orders/order-draft";
import { lineOf, orderOf } from "../../support/order-builders";

const LINKS = new Map([
  ["S1", { productId: "8", variantId: "21" }],
  ["S2", { productId: "9", variantId: "0" }],
]);
const WORDING = {
  paymentLabel: "TikTok Shop",
  mailDomain: "channel.invalid",
  moneyChoice: "paid",
} as const;
const draft = (order: ReturnType<typeof orderOf>) => draftOrder(order, LINKS, WORDING);

const money = { ...orderOf().money };

describe("the draft of a store's order", () => {
  it("makes one line of all units of a variant at one price, and another for another price", () => {
    const lines = [
      lineOf({ id: "1" }),
      lineOf({ id: "2" }),
      lineOf({ id: "3", salePriceMinor: 900 }),
      lineOf({ id: "4", channelSkuId: "S2", salePriceMinor: 250 }),
    ];
    expect(draft(orderOf({ lines }))?.lines).toEqual([
      expect.objectContaining({
        productId: "8",
        variantId: "21",
        quantity: 2,
        unitPriceMinor: 1000,
      }),
      expect.objectContaining({
        productId: "8",
        variantId: "21",
        quantity: 1,
        unitPriceMinor: 900,
      }),
      expect.objectContaining({ productId: "9", variantId: "0", quantity: 1, unitPriceMinor: 250 }),
    ]);
  });

  it("takes the carrier of the buyer's delivery option, else the one for new orders", () => {
    const wording = { ...WORDING, carrierReference: "2", carrierByOption: { express: "7" } };
    const carrierOf = (deliveryOptionId: string) =>
      draftOrder(orderOf({ deliveryOptionId }), LINKS, wording)?.carrierReference;
    expect([carrierOf("express"), carrierOf("standard")]).toEqual(["7", "2"]);
    const { carrierReference: _none, ...others } = wording;
    const standard = orderOf({ deliveryOptionId: "standard" });
    expect(draftOrder(standard, LINKS, others)?.carrierReference).toBeUndefined();
  });

  it("adds up to what the buyer paid, whatever fees, taxes and vouchers there were", () => {
    const line = fc.record({
      salePriceMinor: fc.nat(50_000),
      taxMinor: fc.nat(3_000),
      isGift: fc.boolean(),
      isCancelled: fc.boolean(),
      channelSkuId: fc.constantFrom("S1", "S2"),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.nat(2_000),
        fc.nat(500_000),
        fc.nat(900),
        (rows, shippingMinor, totalMinor, otherFeesMinor) => {
          const lines = rows.map((row, index) => lineOf({ ...row, id: String(index) }));
          const taxMinor = rows.reduce((sum, row) => sum + row.taxMinor, 0);
          const subtotalMinor = rows.reduce((sum, row) => sum + row.salePriceMinor, 0);
          const all = {
            ...money,
            subtotalMinor,
            shippingMinor,
            totalMinor,
            taxMinor,
            otherFeesMinor,
          };
          const made = draft(orderOf({ lines, money: all }));
          expect(made).not.toBeNull();
          if (!made) return;
          const goods = made.lines.reduce((sum, row) => sum + row.unitPriceMinor * row.quantity, 0);
          expect(goods + made.shippingMinor - made.discountMinor).toBe(made.totalMinor);
          const parts = [made.totalMinor, made.shippingMinor, made.discountMinor];
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
          if (rows.some((row) => row.isCancelled)) return;
          expect(made.totalMinor + (made.salesTaxMinor ?? 0)).toBe(totalMinor);
        },
      ),
    );
  });

  it("keeps tax the market adds on top out of prices, shipping and total", () => {
    const lines = [lineOf({ salePriceMinor: 2000, taxMinor: 165 })];
    const paid = 2000 + 299 + 190;
    const us = { ...money, subtotalMinor: 2000, taxMinor: 190, totalMinor: paid };
    expect(draft(orderOf({ lines, money: us, currency: "USD" }))).toMatchObject({
      lines: [{ unitPriceMinor: 2000 }],
      shippingMinor: 299,
      discountMinor: 0,
      totalMinor: paid - 190,
      buyerPaidMinor: paid,
      salesTaxMinor: 190,
    });
  });

  it("knows sales tax in the United States beside a fee of an unknown name", () => {
    const us = { ...money, taxMinor: 83, totalMinor: 1299 + 83 + 27 };
    expect(draft(orderOf({ money: us, currency: "USD" }))).toMatchObject({
      shippingMinor: 299 + 27,
      salesTaxMinor: 83,
      totalMinor: 1299 + 27,
    });
  });

  it("leaves prices alone where tax is contained in them", () => {
    const lines = [lineOf({ taxMinor: 167 })];
    const uk = { ...money, subtotalMinor: 1000, taxMinor: 167, totalMinor: 1299 };
    expect(draft(orderOf({ lines, money: uk }))).toMatchObject({
      lines: [{ unitPriceMinor: 1000 }],
      shippingMinor: 299,
      totalMinor: 1299,
    });
  });

  it("shows what the buyer paid less than the sum as a discount", () => {
    const voucher = { ...money, totalMinor: 1099 };
    expect(draft(orderOf({ money: voucher }))).toMatchObject({
      discountMinor: 200,
      totalMinor: 1099,
    });
  });

  it("shows what is owed: the buyer's price plus what the channel funds, without its fees", () => {
    const lines = [
      lineOf({
        id: "1",
        salePriceMinor: 700,
        sellerDiscountMinor: 100,
        platformDiscountMinor: 200,
      }),
      lineOf({ id: "2", salePriceMinor: 0, isGift: true, channelSkuId: "S2" }),
    ];
    const sum = {
      ...money,
      subtotalMinor: 700,
      sellerDiscountMinor: 100,
      platformDiscountMinor: 200,
      shippingMinor: 100,
      shippingSellerDiscountMinor: 40,
      shippingPlatformDiscountMinor: 110,
      shippingCofundedDiscountMinor: 49,
      // A service fee of 60, and 25 off for the means of payment.
      otherFeesMinor: 35,
      paymentDiscountMinor: 25,
      totalMinor: 835,
    };
    const order = orderOf({ lines, money: sum });
    expect(draft(order)).toMatchObject({ shippingMinor: 135, discountMinor: 0, totalMinor: 835 });
    expect(draftOrder(order, LINKS, { ...WORDING, moneyChoice: "owed" })).toMatchObject({
      lines: [{ unitPriceMinor: 900 }, { unitPriceMinor: 0 }],
      shippingMinor: 210,
      discountMinor: 0,
      totalMinor: 1110,
      buyerPaidMinor: 835,
    });
  });

  it("owes nothing for cancelled lines, whether or not the channel has lowered its sums", () => {
    const open = lineOf({ id: "1", salePriceMinor: 800, platformDiscountMinor: 200 });
    const gone = lineOf({
      id: "2",
      salePriceMinor: 800,
      platformDiscountMinor: 200,
      isCancelled: true,
    });
    const owed = (subtotalMinor: number) => {
      const sum = { ...money, subtotalMinor, totalMinor: subtotalMinor + 299 };
      const order = orderOf({ lines: [open, gone], money: { ...sum, platformDiscountMinor: 400 } });
      return draftOrder(order, LINKS, { ...WORDING, moneyChoice: "owed" })?.totalMinor;
    };
    expect(owed(1600)).toBe(1299);
    expect(owed(800)).toBe(1299);
  });

  it("gives gifts away for nothing and leaves cancelled lines out of goods and total", () => {
    const lines = [
      lineOf({ id: "1" }),
      lineOf({ id: "2", isCancelled: true }),
      lineOf({ id: "3", channelSkuId: "S2", salePriceMinor: 0, isGift: true }),
    ];
    const made = draft(orderOf({ lines }));
    expect(made?.totalMinor).toBe(1299);
    expect(made?.lines.map((line) => [line.productId, line.unitPriceMinor])).toEqual([
      ["8", 1000],
      ["9", 0],
    ]);
  });

  it("cannot be made while a line has no link or the country is hidden", () => {
    expect(draft(orderOf({ lines: [lineOf({ channelSkuId: "S9" })] }))).toBeNull();
    expect(draft(orderOf({ address: undefined }))).toBeNull();
  });

  it("never carries an address mail can reach", () => {
    expect(draft(orderOf())?.buyerEmail).toBe("buyer-B1@channel.invalid");
  });
});

describe("a buyer's name", () => {
  it.each([
    ["Ada Lovelace", "", "", "Ada", "Lovelace"],
    ["", "Maria da Silva", "", "Maria da", "Silva"],
    ["Cher", "", "", "Cher", "Cher"],
    ["", "", "", "***", "***"],
    ["ignored", "Ada", "King", "Ada", "King"],
  ])("%j, %j, %j becomes %j and %j", (name, firstName, lastName, first, last) => {
    expect(splitName({ name, firstName, lastName })).toEqual({ firstName: first, lastName: last });
  });
});
