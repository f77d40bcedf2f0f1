/** What an order of the source store comes to, as the store itself computes it. */

/** One tax rate over lines, shipping and discount. */
export interface TaxFigure {
  /** Percent with three decimals: "20.000". */
  rate: string;
  /** What is taxed at that rate, without the tax. */
  netMinor: number;
  taxMinor: number;
}

/** Minor units of the order's currency, tax included where nothing else is said. */
export interface OrderFigures {
  productsMinor: number;
  shippingMinor: number;
  discountMinor: number;
  /** productsMinor + shippingMinor - discountMinor */
  totalMinor: number;
  /** Empty where the store was not asked for them. */
  taxes: readonly TaxFigure[];
}

/** Units of a variant that were ordered although the store has fewer and denies such orders. */
export interface OversoldLine {
  productId: string;
  variantId: string;
  /** Units missing. */
  short: number;
}

/** Units of a variant that the store may have taken once too often: only a count of the goods can say. */
export interface RecountedLine {
  productId: string;
  variantId: string;
  units: number;
}
