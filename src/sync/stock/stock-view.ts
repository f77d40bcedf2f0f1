/** What is seen of stock, and how the ledger answers it. */
import type { PauseCause } from "../../domain/stock/listing-pause";

/** What was seen at the source at a moment. */
export interface Observation {
  productId: string;
  variantId: string;
  quantity: number;
  /** Tax-inclusive selling price in minor units; absent when only stock was read. */
  priceMinor?: number;
  /** The same before discounts; absent: there is none. */
  listPriceMinor?: number;
  /**
   * False: the store does not sell it, whatever it counts. Absent when only stock was read; where it
   * is there, the observations hold all variants that the product has.
   */
  isOffered?: boolean;
}

export interface StockView {
  productId: string;
  variantId: string;
  physical: number;
  reserved: number;
  /** What may be offered now. */
  sellable: number;
  /** What the channel is believed to show; null when it has no offer. */
  published: number | null;
  /** Who took its listing off sale; absent: it is on sale, or there is none. */
  offSale?: PauseCause;
}
