/**
 * What a market of a channel asks of the listings and orders there; a channel's folder holds the
 * figures.
 */

/** What the market accepts in a listing of a local seller. Amounts in minor units of `currency`. */
export interface MarketLimits {
  currency: string;
  /** Characters. */
  titleMin: number;
  titleMax: number;
  priceMinMinor: number;
  priceMaxMinor: number;
  maxVariants: number;
  /** Its language is written with Chinese characters. Absent: they are refused in all texts. */
  takesChinese?: boolean;
  /** A parcel's measures may be left out. */
  isPackageSizeOptional: boolean;
}

export interface Market {
  /** ISO country code. */
  code: string;
  /** The country's name as a merchant reads it. */
  label: string;
  /** Markets of one group share an authorisation page. */
  group: string;
  limits: MarketLimits;
  /** The price on the tag contains the tax; false where the channel adds and remits it. */
  isTaxIncluded: boolean;
  /**
   * The law there asks for a manufacturer and a responsible person with most products. Absent: not.
   */
  needsParties?: boolean;
}
