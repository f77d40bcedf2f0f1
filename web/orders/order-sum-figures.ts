/** How the sum of an order reads: who bears what, and how the store's total comes from it. Pure. */
import type { OrderSum, StoreSum } from "../../src/contract/order-sum";
import type { OrderDetail } from "../../src/contract/orders";

/** A line of a sum; its message is `order.sum.<key>`. */
export interface SumLine {
  key: keyof OrderSum | "cancelled";
  /** Signed: what lowers the sum is negative. */
  amountMinor: number;
}

export type Bearer = "buyer" | "channel" | "both" | "seller";

/** From the full price to what the buyer paid; parts of zero are left out. */
export function sumLines(sum: OrderSum): SumLine[] {
  const lines: SumLine[] = [
    { key: "goodsMinor", amountMinor: sum.goodsMinor },
    { key: "sellerDiscountMinor", amountMinor: -sum.sellerDiscountMinor },
    { key: "platformDiscountMinor", amountMinor: -sum.platformDiscountMinor },
    { key: "shippingMinor", amountMinor: sum.shippingMinor },
    { key: "shippingSellerDiscountMinor", amountMinor: -sum.shippingSellerDiscountMinor },
    { key: "shippingPlatformDiscountMinor", amountMinor: -sum.shippingPlatformDiscountMinor },
    { key: "shippingCofundedDiscountMinor", amountMinor: -sum.shippingCofundedDiscountMinor },
    { key: "feesMinor", amountMinor: sum.feesMinor },
    { key: "paymentDiscountMinor", amountMinor: -sum.paymentDiscountMinor },
    { key: "salesTaxMinor", amountMinor: sum.salesTaxMinor },
  ];
  return lines.filter(({ amountMinor }) => amountMinor !== 0);
}

/** Who pays how much of the full price; nobody who pays nothing. */
export function bearersOf(sum: OrderSum): { bearer: Bearer; amountMinor: number }[] {
  const all: { bearer: Bearer; amountMinor: number }[] = [
    { bearer: "buyer", amountMinor: sum.paidMinor },
    {
      bearer: "channel",
      amountMinor:
        sum.platformDiscountMinor + sum.shippingPlatformDiscountMinor + sum.paymentDiscountMinor,
    },
    { bearer: "both", amountMinor: sum.shippingCofundedDiscountMinor },
    { bearer: "seller", amountMinor: sum.sellerDiscountMinor + sum.shippingSellerDiscountMinor },
  ];
  return all.filter(({ amountMinor }) => amountMinor > 0);
}

/** From what the buyer paid to what the store's order should come to. */
export function storeLines(sum: OrderSum, store: StoreSum): SumLine[] {
  const lines: SumLine[] = [
    { key: "paidMinor", amountMinor: sum.paidMinor },
    { key: "salesTaxMinor", amountMinor: -sum.salesTaxMinor },
  ];
  if (store.moneyChoice === "owed")
    lines.push(
      { key: "feesMinor", amountMinor: -sum.feesMinor },
      { key: "paymentDiscountMinor", amountMinor: sum.paymentDiscountMinor },
      { key: "platformDiscountMinor", amountMinor: sum.platformDiscountMinor },
      { key: "shippingPlatformDiscountMinor", amountMinor: sum.shippingPlatformDiscountMinor },
    );
  const explained = lines.reduce((total, line) => total + line.amountMinor, 0);
  lines.push({ key: "cancelled", amountMinor: store.expectedMinor - explained });
  return lines.filter(({ amountMinor }) => amountMinor !== 0);
}

/** What the store's order is off by, in minor units; null while there is nothing to compare. */
export function differenceOf({
  store,
  problem,
}: Pick<OrderDetail, "store" | "problem">): number | null {
  const { expectedMinor, foundMinor } = problem?.facts ?? {};
  const isOff = problem?.code === "prestashop.order_total_differs";
  if (isOff && typeof expectedMinor === "number" && typeof foundMinor === "number")
    return foundMinor - expectedMinor;
  return store ? store.totalMinor - store.expectedMinor : null;
}
