import { describe, expect, it } from "vitest";
import type { OrderSum, StoreSum } from "../../../src/contract/order-sum";
import type { OrderDetail } from "../../../src/contract/orders";
import { OrderSum as SumOf } from "../../../web/orders/order-sum";
import { StoreSum as StoreSumOf } from "../../../web/orders/store-sum";
import { bearersOf, storeLines, sumLines } from "../../../web/orders/order-sum-figures";
import { draw, fakeServer, text } from "../support/render";

const sum: OrderSum = {
  goodsMinor: 2000,
  shippingMinor: 500,
  sellerDiscountMinor: 200,
  platformDiscountMinor: 100,
  shippingSellerDiscountMinor: 50,
  shippingPlatformDiscountMinor: 60,
  shippingCofundedDiscountMinor: 40,
  paymentDiscountMinor: 25,
  feesMinor: 30,
  salesTaxMinor: 145,
  containedTaxMinor: 0,
  paidMinor: 2200,
};
const store: StoreSum = {
  moneyChoice: "paid",
  expectedMinor: 2055,
  productsMinor: 1700,
  shippingMinor: 380,
  discountMinor: 25,
  totalMinor: 2055,
  taxes: [{ rate: "5.500", netMinor: 1948, taxMinor: 107 }],
  oversold: [],
  recounted: [],
  refunds: [],
};
const total = (lines: readonly { amountMinor: number }[]) =>
  lines.reduce((all, { amountMinor }) => all + amountMinor, 0);

describe("the sum of an order", () => {
  it("leads from the full price to what the buyer paid", () => {
    expect(total(sumLines(sum))).toBe(sum.paidMinor);
  });

  it("leaves out what is nothing", () => {
    const plain = { ...sum, platformDiscountMinor: 0, feesMinor: 0 };
    const keys = sumLines(plain).map(({ key }) => key);
    expect(keys).not.toContain("platformDiscountMinor");
    expect(keys).not.toContain("feesMinor");
  });

  it("is borne by the buyer, the channel, both sides and the seller, to the last cent", () => {
    const borne = bearersOf(sum);
    expect(borne.map(({ bearer }) => bearer)).toEqual(["buyer", "channel", "both", "seller"]);
    expect(total(borne)).toBe(2000 + 500 + 30 + 145);
  });

  it("leads on to what the store's order should come to, by either choice", () => {
    expect(total(storeLines(sum, store))).toBe(2055);
    const owed: StoreSum = { ...store, moneyChoice: "owed", expectedMinor: 2210 };
    expect(storeLines(sum, owed).map(({ key }) => key)).not.toContain("cancelled");
    expect(total(storeLines(sum, owed))).toBe(2210);
  });

  it("names what was cancelled since, where the total is less than the parts say", () => {
    const less = { ...store, expectedMinor: 1055, totalMinor: 1055 };
    expect(storeLines(sum, less)).toContainEqual({ key: "cancelled", amountMinor: -1000 });
  });

  it("shows who pays what, and sales tax apart", () => {
    draw(<SumOf sum={sum} currency="USD" />, fakeServer({}));
    expect(document.querySelector("svg[role=img]")?.getAttribute("aria-label")).toMatch(
      /TikTok (US)?\$1\.85/,
    );
    expect(text()).toContain("Sales tax, collected and paid by TikTok");
    expect(text()).not.toMatch(/Minor/);
  });
});

describe("the order in the store", () => {
  const shown = (change: Partial<OrderDetail>) => {
    const order = { sum, store, currency: "GBP", problem: null, sourceOrderId: "7", ...change };
    draw(<StoreSumOf order={order} />, fakeServer({}));
    return text();
  };

  it("shows tax per rate and a difference of nothing, in green", () => {
    expect(shown({})).toContain("of it 5.5 % tax on £19.48");
    expect(document.querySelector(".badge-good")?.textContent).toBe("£0.00");
  });

  it("says in red what it is off by, and what to do", () => {
    const facts = { expectedMinor: 2055, foundMinor: 2056, currency: "GBP" };
    const text = shown({
      store: null,
      problem: { code: "prestashop.order_total_differs", facts },
    });
    expect(document.querySelector(".badge-bad")?.textContent).toBe("£0.01");
    expect(text).toContain("try again");
  });

  it("warns of units the store does not have", () => {
    const oversold = [
      { productId: "8", variantId: "1", name: "Mug, blue", short: 2 },
      { productId: "8", variantId: "2", name: "Mug, red", short: 1 },
    ];
    const text = shown({ store: { ...store, oversold } });
    expect(text).toContain("Your store is 2 short: Mug, blue");
    expect(text).toContain("Your store is 1 short: Mug, red");
  });

  it("asks to count goods that the store may have taken once too often", () => {
    const recounted = [{ productId: "8", variantId: "1", name: "Mug, blue", units: 2 }];
    const text = shown({ store: { ...store, recounted } });
    expect(text).toContain("may have taken 2 too many of Mug, blue");
    expect(text).toContain("Count it");
  });

  it("says why there is nothing to compare", () => {
    expect(shown({ store: null, sourceOrderId: null })).toContain("not in your store yet");
    expect(shown({ store: null, sourceOrderId: "7" })).toContain("not kept");
  });
});
