// Every fact that differs between the markets of the platform, in one table. A market that lacks a
// fact does not compile.
import { EU_REASONS, UK_REASONS, US_REASONS, type CancelReasons } from "./cancel-reasons";
import {
  DE_PROVIDERS,
  ES_PROVIDERS,
  FR_PROVIDERS,
  GB_PROVIDERS,
  IE_PROVIDERS,
  IT_PROVIDERS,
  US_PROVIDERS,
  type ShippingProviders,
} from "./shipping-providers";

/** The region code of a market, as it is on the wire. */
export type MarketCode = "GB" | "US" | "DE" | "ES" | "FR" | "IE" | "IT";

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
  /** Lowest and highest display price of local sellers, as decimal text. */
  priceMinimum: string;
  priceMaximum: string;
  weightUnits: readonly string[];
  dimensionUnit: string;
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

/** What the members of the EU have in common. */
const EUROPEAN_UNION = {
  currency: "EUR",
  cipherPrefix: "EUP_",
  requiresCategoryV2: true,
  titleMinimum: 1,
  titleMaximum: 255,
  priceMinimum: "0.01",
  priceMaximum: "6300",
  weightUnits: ["KILOGRAM"],
  dimensionUnit: "CENTIMETER",
  productSafety: true,
  taxOnTopBasisPoints: 0,
  hasPostTown: false,
  hidesCancelledAddress: false,
  packageBeforeShipping: true,
  platformPackageFirst: true,
  vanCollection: false,
  cancelUntilCollection: false,
  shippingRejectsCancel: false,
  partialCancel: false,
  cancelReasons: EU_REASONS,
} satisfies Partial<Market>;

const MARKETS: Readonly<Record<MarketCode, Market>> = {
  GB: {
    name: "United Kingdom",
    currency: "GBP",
    cipherPrefix: "GBP_",
    requiresCategoryV2: true,
    titleMinimum: 1,
    titleMaximum: 255,
    priceMinimum: "0.01",
    priceMaximum: "5600",
    weightUnits: ["KILOGRAM"],
    dimensionUnit: "CENTIMETER",
    productSafety: false,
    taxOnTopBasisPoints: 0,
    taxIncludedBasisPoints: 2000,
    hasPostTown: true,
    hidesCancelledAddress: false,
    packageBeforeShipping: false,
    platformPackageFirst: true,
    vanCollection: true,
    shippingProviders: GB_PROVIDERS,
    cancelUntilCollection: false,
    shippingRejectsCancel: false,
    partialCancel: true,
    cancelReasons: UK_REASONS,
  },
  US: {
    name: "United States",
    currency: "USD",
    cipherPrefix: "USP_",
    requiresCategoryV2: true,
    titleMinimum: 1,
    titleMaximum: 255,
    priceMinimum: "0.01",
    priceMaximum: "7600",
    weightUnits: ["POUND", "KILOGRAM"],
    dimensionUnit: "INCH",
    productSafety: false,
    taxOnTopBasisPoints: 825,
    taxIncludedBasisPoints: 0,
    hasPostTown: false,
    hidesCancelledAddress: true,
    packageBeforeShipping: false,
    platformPackageFirst: false,
    vanCollection: false,
    shippingProviders: US_PROVIDERS,
    cancelUntilCollection: true,
    shippingRejectsCancel: true,
    partialCancel: true,
    cancelReasons: US_REASONS,
  },
  DE: {
    ...EUROPEAN_UNION,
    name: "Germany",
    taxIncludedBasisPoints: 1900,
    shippingProviders: DE_PROVIDERS,
  },
  ES: {
    ...EUROPEAN_UNION,
    name: "Spain",
    taxIncludedBasisPoints: 2100,
    shippingProviders: ES_PROVIDERS,
  },
  IE: {
    ...EUROPEAN_UNION,
    name: "Ireland",
    taxIncludedBasisPoints: 2300,
    shippingProviders: IE_PROVIDERS,
  },
  IT: {
    ...EUROPEAN_UNION,
    name: "Italy",
    taxIncludedBasisPoints: 2200,
    shippingProviders: IT_PROVIDERS,
  },
  FR: {
    ...EUROPEAN_UNION,
    name: "France",
    taxIncludedBasisPoints: 2000,
    shippingProviders: FR_PROVIDERS,
  },
};

const isMarketCode = (code: string): code is MarketCode => Object.hasOwn(MARKETS, code);

/** The codes of all markets. */
export const MARKET_CODES: readonly MarketCode[] = Object.keys(MARKETS).filter(isMarketCode);

/** The facts of a market. */
export const marketOf = (code: MarketCode): Market => MARKETS[code];

/** The code itself; throws when the platform has no such market. */
export function marketCode(code: string): MarketCode {
  if (isMarketCode(code)) return code;
  throw new Error(`The simulated platform has no region ${code}`);
}

/** The name of a shipping provider, whatever its market; "" for an unknown id. */
export function providerName(id: string): string {
  const all = MARKET_CODES.flatMap((code) => marketOf(code).shippingProviders);
  return all.find((provider) => provider.id === id)?.name ?? "";
}
