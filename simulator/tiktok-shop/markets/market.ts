// What differs between the markets of the platform; the table of them is in markets.ts.
import type { CancelReasons } from "./cancel-reasons";
import type { ShippingProviders } from "./shipping-providers";

/** The region codes of all markets, as they are on the wire. */
export const MARKET_CODES = [
  "GB",
  "US",
  "DE",
  "ES",
  "FR",
  "IE",
  "IT",
  "BR",
  "ID",
  "JP",
  "MX",
  "MY",
  "PH",
  "SG",
  "TH",
  "VN",
] as const;

export type MarketCode = (typeof MARKET_CODES)[number];

/** What a market of the platform fixes for its shops. */
export interface Market {
  name: string;
  currency: string;
  /** The cipher's first letters. */
  cipherPrefix: string;
  /** Whether calls about categories must name the second version of the tree. */
  requiresCategoryV2: boolean;
  titleMinimum: number;
  titleMaximum: number;
  /** Most SKUs of one product. */
  skuMaximum: number;
  /** Japanese is written with Chinese characters, which are refused elsewhere. */
  chineseAllowed: boolean;
  /** Lowest and highest display price of local sellers, as decimal text. */
  priceMinimum: string;
  priceMaximum: string;
  weightUnits: readonly string[];
  dimensionUnit: string;
  /** Whether a parcel's measures may be left out. */
  dimensionsOptional: boolean;
  /** Whether manufacturer and responsible person are demanded. */
  productSafety: boolean;
  /** Tax added on top of the displayed price, in parts of ten thousand. */
  taxOnTopBasisPoints: number;
  /** VAT inside the displayed price, in parts of ten thousand. */
  taxIncludedBasisPoints: number;
  /** Whether an address carries its town as `post_town` too. */
  hasPostTown: boolean;
  /** Whether a cancelled order shows no address any more. */
  hidesCancelledAddress: boolean;
  /** Whether a package exists before the order is shipped. */
  packageBeforeShipping: boolean;
  /** The same of an order that the platform ships; elsewhere the seller buys its label first. */
  platformPackageFirst: boolean;
  /** Whether a carrier's van collects parcels from the street. */
  vanCollection: boolean;
  shippingProviders: ShippingProviders;
  /** Whether a seller may cancel until the carrier collects; elsewhere shipping ends that right. */
  cancelUntilCollection: boolean;
  /** Whether shipping rejects a pending cancel request instead of being refused. */
  shippingRejectsCancel: boolean;
  partialCancel: boolean;
  cancelReasons: CancelReasons;
}
