// Every fact that differs between the markets of the platform, in one table. A market that lacks a
// fact does not compile.
import {
  EU_REASONS,
  JP_REASONS,
  LATIN_REASONS,
  PH_REASONS,
  SEA_REASONS,
  SG_REASONS,
  UK_REASONS,
  US_REASONS,
} from "./cancel-reasons";
import { MARKET_CODES, type Market, type MarketCode } from "./market";
import * as providers from "./shipping-providers";

/** Sellers cancel until they ship, and every package exists before. */
const COMMON = {
  requiresCategoryV2: true,
  titleMinimum: 1,
  titleMaximum: 255,
  skuMaximum: 300,
  chineseAllowed: false,
  weightUnits: ["KILOGRAM"],
  dimensionUnit: "CENTIMETER",
  dimensionsOptional: false,
  productSafety: false,
  taxOnTopBasisPoints: 0,
  hasPostTown: false,
  hidesCancelledAddress: false,
  packageBeforeShipping: true,
  platformPackageFirst: true,
  vanCollection: false,
  cancelUntilCollection: false,
  shippingRejectsCancel: false,
  partialCancel: false,
} satisfies Partial<Market>;

/** What the members of the EU have in common. */
const EUROPEAN_UNION = {
  ...COMMON,
  currency: "EUR",
  cipherPrefix: "EUP_",
  priceMinimum: "0.01",
  priceMaximum: "6300",
  productSafety: true,
  cancelReasons: EU_REASONS,
} satisfies Partial<Market>;

/** South-East Asia: long titles, no more than 100 SKUs. */
const ASIA = { ...COMMON, titleMinimum: 25, skuMaximum: 100 } satisfies Partial<Market>;

/** Parcels of Indonesia, Thailand and Vietnam may go without measures. */
const UNMEASURED = { ...ASIA, dimensionsOptional: true } satisfies Partial<Market>;

const LATIN_AMERICA = {
  ...COMMON,
  titleMaximum: 300,
  weightUnits: ["KILOGRAM", "GRAM"],
} satisfies Partial<Market>;

const MARKETS: Readonly<Record<MarketCode, Market>> = {
  GB: {
    ...COMMON,
    name: "United Kingdom",
    currency: "GBP",
    cipherPrefix: "GBP_",
    priceMinimum: "0.01",
    priceMaximum: "5600",
    taxIncludedBasisPoints: 2000,
    hasPostTown: true,
    packageBeforeShipping: false,
    vanCollection: true,
    shippingProviders: providers.GB_PROVIDERS,
    partialCancel: true,
    cancelReasons: UK_REASONS,
  },
  US: {
    ...COMMON,
    name: "United States",
    currency: "USD",
    cipherPrefix: "USP_",
    priceMinimum: "0.01",
    priceMaximum: "7600",
    weightUnits: ["POUND", "KILOGRAM"],
    dimensionUnit: "INCH",
    taxOnTopBasisPoints: 825,
    taxIncludedBasisPoints: 0,
    hidesCancelledAddress: true,
    packageBeforeShipping: false,
    platformPackageFirst: false,
    shippingProviders: providers.US_PROVIDERS,
    cancelUntilCollection: true,
    shippingRejectsCancel: true,
    partialCancel: true,
    cancelReasons: US_REASONS,
  },
  DE: {
    ...EUROPEAN_UNION,
    name: "Germany",
    taxIncludedBasisPoints: 1900,
    shippingProviders: providers.DE_PROVIDERS,
  },
  ES: {
    ...EUROPEAN_UNION,
    name: "Spain",
    taxIncludedBasisPoints: 2100,
    shippingProviders: providers.ES_PROVIDERS,
  },
  FR: {
    ...EUROPEAN_UNION,
    name: "France",
    taxIncludedBasisPoints: 2000,
    shippingProviders: providers.FR_PROVIDERS,
  },
  IE: {
    ...EUROPEAN_UNION,
    name: "Ireland",
    taxIncludedBasisPoints: 2300,
    shippingProviders: providers.IE_PROVIDERS,
  },
  IT: {
    ...EUROPEAN_UNION,
    name: "Italy",
    taxIncludedBasisPoints: 2200,
    shippingProviders: providers.IT_PROVIDERS,
  },
  BR: {
    ...LATIN_AMERICA,
    name: "Brazil",
    currency: "BRL",
    cipherPrefix: "BRP_",
    priceMinimum: "0.5",
    priceMaximum: "10000",
    taxIncludedBasisPoints: 0,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: LATIN_REASONS,
  },
  ID: {
    ...UNMEASURED,
    name: "Indonesia",
    currency: "IDR",
    cipherPrefix: "IDP_",
    priceMinimum: "100",
    priceMaximum: "100000000",
    taxIncludedBasisPoints: 1100,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: SEA_REASONS,
  },
  JP: {
    ...COMMON,
    name: "Japan",
    currency: "JPY",
    cipherPrefix: "JPP_",
    priceMinimum: "1",
    priceMaximum: "500000",
    chineseAllowed: true,
    weightUnits: ["KILOGRAM", "GRAM"],
    taxIncludedBasisPoints: 1000,
    packageBeforeShipping: false,
    platformPackageFirst: false,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: JP_REASONS,
  },
  MX: {
    ...LATIN_AMERICA,
    name: "Mexico",
    currency: "MXN",
    cipherPrefix: "MXP_",
    priceMinimum: "1",
    priceMaximum: "50000",
    taxIncludedBasisPoints: 1600,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: LATIN_REASONS,
  },
  MY: {
    ...ASIA,
    name: "Malaysia",
    currency: "MYR",
    cipherPrefix: "MYP_",
    priceMinimum: "0.01",
    priceMaximum: "320000",
    taxIncludedBasisPoints: 0,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: SEA_REASONS,
  },
  PH: {
    ...ASIA,
    name: "Philippines",
    currency: "PHP",
    cipherPrefix: "PHP_",
    priceMinimum: "0.01",
    priceMaximum: "400000",
    taxIncludedBasisPoints: 1200,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: PH_REASONS,
  },
  SG: {
    ...ASIA,
    name: "Singapore",
    currency: "SGD",
    cipherPrefix: "SGP_",
    priceMinimum: "0.01",
    priceMaximum: "10000",
    taxIncludedBasisPoints: 900,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: SG_REASONS,
  },
  TH: {
    ...UNMEASURED,
    name: "Thailand",
    currency: "THB",
    cipherPrefix: "THP_",
    priceMinimum: "30",
    priceMaximum: "260000",
    taxIncludedBasisPoints: 700,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: SEA_REASONS,
  },
  VN: {
    ...UNMEASURED,
    name: "Vietnam",
    currency: "VND",
    cipherPrefix: "VNP_",
    priceMinimum: "1",
    priceMaximum: "180000000",
    taxIncludedBasisPoints: 1000,
    shippingProviders: providers.OTHER_PROVIDERS,
    cancelReasons: SEA_REASONS,
  },
};

const isMarketCode = (code: string): code is MarketCode => Object.hasOwn(MARKETS, code);

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
