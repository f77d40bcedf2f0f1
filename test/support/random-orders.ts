/**
 * Orders of the channel with everything that may happen to their money, made from a seed: discounts of
 * both sides on goods and shipping, gifts, unit prices that differ, fees, cancelled units, tax on top.
 * What the store's order must come to is added up here from the buyer's side, apart from the product.
 */
import type { ChannelOrder, OrderLine } from "../../src/domain/orders/channel-order";
import { lineOf, orderOf } from "./order-builders";

/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

export interface RandomOrder {
  order: ChannelOrder;
  /** What the store's order must come to, by the merchant's choice. */
  paidMinor: number;
  owedMinor: number;
}

export interface RandomOrderOptions {
  /** Ids of what may be sold; each becomes a SKU of its own. */
  skuIds: readonly string[];
  currency: string;
  /** The market adds tax to the prices. */
  taxOnTop: boolean;
  mostUnits: number;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;
export const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
const happens = (random: Random, chance: number) => random() < chance;

/** Shares an amount by weight; no part is larger than its weight, no cent is lost. */
function share(amount: number, weights: readonly number[]): number[] {
  let [leftAmount, leftWeight] = [amount, weights.reduce((sum, weight) => sum + weight, 0)];
  return weights.map((weight) => {
    const part = leftWeight === 0 ? 0 : Math.round((leftAmount * weight) / leftWeight);
    leftAmount -= part;
    leftWeight -= weight;
    return part;
  });
}

const sumOf = (lines: readonly OrderLine[], field: keyof OrderLine & `${string}Minor`): number =>
  lines.reduce((sum, line) => sum + line[field], 0);

function soldUnits(random: Random, skuIds: readonly string[], mostUnits: number): OrderLine[] {
  const chosen = [...skuIds].toSorted(() => random() - 0.5).slice(0, whole(random, 1, 5));
  return chosen.flatMap((channelSkuId) => {
    const priceMinor = whole(random, 1, pick(random, [500, 3_000, 30_000, 300_000]));
    const isMixed = happens(random, 0.2);
    const most = happens(random, 0.3) ? mostUnits : Math.min(5, mostUnits);
    return Array.from({ length: whole(random, 1, most) }, () => {
      const isGift = happens(random, 0.04);
      const own = isMixed ? Math.max(1, priceMinor - whole(random, 0, 300)) : priceMinor;
      return lineOf({ channelSkuId, isGift, originalPriceMinor: isGift ? 0 : own });
    });
  });
}

function discountOf(random: Random, priceMinor: number): number {
  if (happens(random, 0.45)) return 0;
  return Math.round(priceMinor * pick(random, [0.05, 0.1, 0.15, 0.333, 0.49]) * random());
}

function discounted(random: Random, lines: readonly OrderLine[], taxOnTop: boolean): OrderLine[] {
  const prices = lines.map((line) => line.originalPriceMinor);
  const goodsMinor = prices.reduce((sum, price) => sum + price, 0);
  const bySeller = share(discountOf(random, goodsMinor), prices);
  const byPlatform = share(discountOf(random, goodsMinor), prices);
  return lines.map((line, index) => {
    const sellerDiscountMinor = bySeller[index] ?? 0;
    const platformDiscountMinor = Math.min(
      byPlatform[index] ?? 0,
      line.originalPriceMinor - sellerDiscountMinor,
    );
    const salePriceMinor = line.originalPriceMinor - sellerDiscountMinor - platformDiscountMinor;
    const taxMinor = Math.round(salePriceMinor * (taxOnTop ? 0.0825 : 1 / 6));
    const id = String(index);
    return { ...line, id, sellerDiscountMinor, platformDiscountMinor, salePriceMinor, taxMinor };
  });
}

function shippingOf(random: Random) {
  const shippingOriginalMinor = happens(random, 0.3) ? 0 : whole(random, 1, 1_500);
  const bySeller = discountOf(random, shippingOriginalMinor);
  const byPlatform = Math.min(
    discountOf(random, shippingOriginalMinor),
    shippingOriginalMinor - bySeller,
  );
  const byBoth = Math.min(
    discountOf(random, shippingOriginalMinor),
    shippingOriginalMinor - bySeller - byPlatform,
  );
  return {
    shippingOriginalMinor,
    shippingMinor: shippingOriginalMinor - bySeller - byPlatform - byBoth,
    shippingSellerDiscountMinor: bySeller,
    shippingPlatformDiscountMinor: byPlatform,
    shippingCofundedDiscountMinor: byBoth,
  };
}

/** One order; the same seed of `random` and the same wish make the same one. */
export function randomOrder(random: Random, wish: RandomOrderOptions): RandomOrder {
  const sold = soldUnits(random, wish.skuIds, wish.mostUnits);
  const hasCancelled = sold.length > 1 && happens(random, 0.08);
  const lines = discounted(random, sold, wish.taxOnTop).map((line, index) => ({
    ...line,
    isCancelled: hasCancelled && index % 3 === 1,
  }));
  const open = lines.filter((line) => !line.isCancelled);
  // Some sums of the channel still hold what was cancelled, some do not.
  const summed = happens(random, 0.5) ? lines : open;
  const shipping = shippingOf(random);
  const subtotalMinor = sumOf(summed, "salePriceMinor");
  const feesMinor = happens(random, 0.15) ? whole(random, 1, 400) : 0;
  const paymentDiscountMinor = happens(random, 0.1)
    ? Math.min(whole(random, 1, 300), sumOf(open, "salePriceMinor"))
    : 0;
  const taxMinor = sumOf(summed, "taxMinor");
  const otherFeesMinor = feesMinor - paymentDiscountMinor;
  const withoutTaxMinor = subtotalMinor + shipping.shippingMinor + otherFeesMinor;
  const order = orderOf({
    currency: wish.currency,
    lines,
    money: {
      subtotalMinor,
      ...shipping,
      sellerDiscountMinor: sumOf(summed, "sellerDiscountMinor"),
      platformDiscountMinor: sumOf(summed, "platformDiscountMinor"),
      paymentDiscountMinor,
      taxMinor,
      otherFeesMinor,
      totalMinor: withoutTaxMinor + (wish.taxOnTop ? taxMinor : 0),
    },
  });
  return {
    order,
    paidMinor: sumOf(open, "salePriceMinor") + shipping.shippingMinor + otherFeesMinor,
    owedMinor:
      sumOf(open, "originalPriceMinor") -
      sumOf(open, "sellerDiscountMinor") +
      shipping.shippingOriginalMinor -
      shipping.shippingSellerDiscountMinor -
      shipping.shippingCofundedDiscountMinor,
  };
}
