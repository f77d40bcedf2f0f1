/**
 * What the channel shows, read back, against what it is believed to show. Pure. A price moves by a
 * seller's hand alone. A quantity also moves with an order that nobody has read yet, and sending the
 * believed number over it would sell a unit twice: it counts as wrong when the next reading, with the
 * orders read in between, shows the same.
 */
import type { DoubtCause } from "./doubt";

/** An offer on sale, as believed. */
export interface OfferBelief {
  channelSkuId: string;
  believedQuantity: number;
  quantityDoubt: DoubtCause | null;
  believedPriceMinor: number;
  priceDoubt: DoubtCause | null;
}

/** Absent: the reading does not say. */
export interface ShownNumbers {
  quantity?: number;
  priceMinor?: number;
}

/** Quantities that differed in the reading before, by SKU. */
export type QuantityDrift = Readonly<Record<string, { shown: number; believed: number }>>;

export interface Correction {
  channelSkuId: string;
  what: "quantity" | "price";
  shown: number;
}

/** `seen`: differences of the reading before; the answer has those of this one. */
export function compareOffers(
  offers: readonly OfferBelief[],
  shown: ReadonlyMap<string, ShownNumbers>,
  seen: QuantityDrift,
): { corrections: Correction[]; drift: QuantityDrift } {
  const corrections: Correction[] = [];
  const drift: Record<string, { shown: number; believed: number }> = {};
  for (const offer of offers) {
    const { channelSkuId, believedQuantity: believed } = offer;
    const { quantity, priceMinor } = shown.get(channelSkuId) ?? {};
    if (priceMinor !== undefined && !offer.priceDoubt && priceMinor !== offer.believedPriceMinor)
      corrections.push({ channelSkuId, what: "price", shown: priceMinor });
    if (quantity === undefined || offer.quantityDoubt || quantity === believed) continue;
    const before = seen[channelSkuId];
    if (before?.shown === quantity && before.believed === believed)
      corrections.push({ channelSkuId, what: "quantity", shown: quantity });
    else drift[channelSkuId] = { shown: quantity, believed };
  }
  return { corrections, drift };
}
