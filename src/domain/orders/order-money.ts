/**
 * The sum of an order of the channel, by who bears what, and what of it the store's order shows.
 * Pure; amounts are minor units.
 */
import type { ChannelOrder, OrderLine } from "./channel-order";

/**
 * "paid": the store's order shows what the buyer paid. "owed": what the merchant gets for goods and
 * shipping, which is the buyer's price plus the discounts the channel funds by itself.
 */
export type OrderMoneyChoice = "paid" | "owed";

export interface MoneyParts {
  /** Goods and shipping before any discount. */
  goodsMinor: number;
  shippingMinor: number;
  sellerDiscountMinor: number;
  platformDiscountMinor: number;
  shippingSellerDiscountMinor: number;
  shippingPlatformDiscountMinor: number;
  /** Shared by the seller and the channel in a proportion the channel does not tell. */
  shippingCofundedDiscountMinor: number;
  /** Funded by the channel for a means of payment. */
  paymentDiscountMinor: number;
  /** Fees of the channel: service, handling, insurance. */
  feesMinor: number;
  /** Added on top of the prices; the channel collects and remits it. */
  salesTaxMinor: number;
  /** Contained in the prices, as the channel tells it; 0 where it does not. */
  containedTaxMinor: number;
  paidMinor: number;
}

/** Every figure of the sum: paid = goods + shipping + fees + sales tax - all discounts. */
export function moneyParts(order: ChannelOrder): MoneyParts {
  const { money } = order;
  const isOnTop = addsTaxOnTop(order);
  const cofunded = money.shippingCofundedDiscountMinor ?? 0;
  const paymentDiscountMinor = money.paymentDiscountMinor ?? 0;
  return {
    goodsMinor: money.subtotalMinor + money.sellerDiscountMinor + money.platformDiscountMinor,
    shippingMinor:
      money.shippingMinor +
      money.shippingSellerDiscountMinor +
      money.shippingPlatformDiscountMinor +
      cofunded,
    sellerDiscountMinor: money.sellerDiscountMinor,
    platformDiscountMinor: money.platformDiscountMinor,
    shippingSellerDiscountMinor: money.shippingSellerDiscountMinor,
    shippingPlatformDiscountMinor: money.shippingPlatformDiscountMinor,
    shippingCofundedDiscountMinor: cofunded,
    paymentDiscountMinor,
    feesMinor: money.otherFeesMinor + paymentDiscountMinor,
    salesTaxMinor: isOnTop ? money.taxMinor : 0,
    containedTaxMinor: isOnTop ? 0 : money.taxMinor,
    paidMinor: money.totalMinor,
  };
}

/**
 * True where the market adds tax to the listed prices: the sum comes out only with it. In the
 * United States that is the law of the market, so there a fee nobody knows of does not hide the
 * tax.
 */
export function addsTaxOnTop({
  money,
  currency,
}: Pick<ChannelOrder, "money" | "currency">): boolean {
  if (money.taxMinor <= 0) return false;
  const aboveMinor =
    money.totalMinor - money.subtotalMinor - money.shippingMinor - money.otherFeesMinor;
  return aboveMinor === money.taxMinor || (currency === "USD" && aboveMinor > money.taxMinor);
}

/** What one unit costs in the store's order. A gift costs nothing. */
export function unitPriceOf(line: OrderLine, choice: OrderMoneyChoice): number {
  if (line.isGift) return 0;
  const funded = choice === "owed" ? line.platformDiscountMinor : 0;
  return Math.max(0, line.salePriceMinor + funded);
}

/** What shipping costs in the store's order, before fees that ride on it. */
export function shippingPriceOf({ money }: ChannelOrder, choice: OrderMoneyChoice): number {
  return money.shippingMinor + (choice === "owed" ? money.shippingPlatformDiscountMinor : 0);
}

/**
 * The total of the store's order for the lines still open, without sales tax. What is owed holds no
 * fee, since fees are the channel's. No source says whether the channel lowers an order's total
 * when a line is cancelled: it did when the goods' sum no longer contains that line.
 */
export function storeTotalOf(order: ChannelOrder, choice: OrderMoneyChoice): number {
  const { money, lines } = order;
  const gone = lines.filter((line) => line.isCancelled);
  const taxMinor = addsTaxOnTop(order) ? money.taxMinor : 0;
  const allMinor = lines.reduce((sum, line) => sum + line.salePriceMinor, 0);
  const isStillCharged = money.subtotalMinor === allMinor;
  const goneMinor = isStillCharged
    ? gone.reduce((sum, line) => sum + unitPriceOf(line, "paid"), 0)
    : 0;
  const paidMinor = money.totalMinor - taxMinor - goneMinor;
  if (choice === "paid") return Math.max(0, paidMinor);
  const fundedMinor =
    gone.length === 0
      ? money.platformDiscountMinor
      : lines.reduce((sum, line) => sum + (line.isCancelled ? 0 : line.platformDiscountMinor), 0);
  return Math.max(
    0,
    paidMinor - money.otherFeesMinor + fundedMinor + money.shippingPlatformDiscountMinor,
  );
}
