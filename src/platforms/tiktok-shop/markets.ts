/**
 * The markets of TikTok Shop, one row each: everything that differs between them stands here and
 * nowhere else. A market that lacks a fact does not compile.
 */
import type { Market } from "../../domain/listings/market";

/** ISO country codes of the markets that sellers may join. */
export type MarketCode =
  | "GB"
  | "US"
  | "DE"
  | "ES"
  | "FR"
  | "IE"
  | "IT"
  | "BR"
  | "ID"
  | "JP"
  | "MX"
  | "MY"
  | "PH"
  | "SG"
  | "TH"
  | "VN";

export interface TikTokMarket extends Market {
  /** The US has an authorisation page of its own; every other market shares one. */
  group: "global" | "us";
  /** "https://seller-uk.tiktok.com": the seller's own pages. */
  sellerCenter: string;
  /** Pounds and inches, or kilograms and centimetres. */
  units: "imperial" | "metric";
  /** Addresses name a state or province. */
  hasStates: boolean;
  /** What this market appends to the names of cancel reasons. */
  cancelReasonSuffix: string;
  /** Paid orders know the seller's reason "the buyer asked". */
  hasBuyerAskedReason: boolean;
  /** Paid orders know the seller's reason "pricing error". */
  hasPriceReason: boolean;
  /** Name, without the suffix, of the seller's reason "unable to deliver to the address". */
  undeliverableReason: string;
}

/**
 * The published limits of local sellers. Where texts of different dates disagree, the newer one
 * counts.
 */
const limits = (
  currency: string,
  [priceMinMinor, priceMaxMinor]: readonly [number, number],
  [titleMin, titleMax]: readonly [number, number],
  maxVariants: 100 | 300,
) => ({ currency, priceMinMinor, priceMaxMinor, titleMin, titleMax, maxVariants });

/** What most markets have in common. A row names its label, limits and host in any case. */
const COMMON = {
  group: "global",
  units: "metric",
  isTaxIncluded: true,
  cancelReasonSuffix: "",
  hasPriceReason: true,
  undeliverableReason: "seller_cancel_paid_reason_address_not_deliver",
} as const;

/** The EU's markets share limits and one host. */
const EU = {
  ...COMMON,
  limits: { ...limits("EUR", [1, 630_000], [1, 255], 300), isPackageSizeOptional: false },
  sellerCenter: "https://seller-eu.tiktok.com",
  hasBuyerAskedReason: true,
  // Regulation (EU) 2023/988 on general product safety, articles 16 and 19.
  needsParties: true,
} as const;

/** Titles have at least 25 characters there. */
const ASIAN_TITLE = [25, 255] as const;

const ROWS: Readonly<Record<MarketCode, Omit<TikTokMarket, "code">>> = {
  GB: {
    ...COMMON,
    label: "United Kingdom",
    limits: { ...limits("GBP", [1, 560_000], [1, 255], 300), isPackageSizeOptional: false },
    sellerCenter: "https://seller-uk.tiktok.com",
    hasStates: false,
    cancelReasonSuffix: "_uk",
    hasBuyerAskedReason: false,
  },
  US: {
    ...COMMON,
    label: "United States",
    group: "us",
    limits: { ...limits("USD", [1, 760_000], [1, 255], 300), isPackageSizeOptional: false },
    isTaxIncluded: false,
    sellerCenter: "https://seller-us.tiktok.com",
    units: "imperial",
    hasStates: true,
    hasBuyerAskedReason: true,
  },
  DE: { ...EU, label: "Germany", hasStates: false },
  ES: { ...EU, label: "Spain", hasStates: true },
  FR: { ...EU, label: "France", hasStates: false },
  IE: { ...EU, label: "Ireland", hasStates: false },
  IT: { ...EU, label: "Italy", hasStates: true },
  BR: {
    ...COMMON,
    label: "Brazil",
    limits: { ...limits("BRL", [50, 1_000_000], [1, 300], 300), isPackageSizeOptional: false },
    sellerCenter: "https://seller-br.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: true,
    hasPriceReason: false,
  },
  ID: {
    ...COMMON,
    label: "Indonesia",
    limits: {
      ...limits("IDR", [10_000, 10_000_000_000], ASIAN_TITLE, 100),
      isPackageSizeOptional: true,
    },
    sellerCenter: "https://seller-id.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: false,
  },
  JP: {
    ...COMMON,
    label: "Japan",
    limits: {
      ...limits("JPY", [1, 500_000], [1, 255], 300),
      isPackageSizeOptional: false,
      takesChinese: true,
    },
    sellerCenter: "https://seller-jp.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: true,
  },
  MX: {
    ...COMMON,
    label: "Mexico",
    limits: { ...limits("MXN", [100, 5_000_000], [1, 300], 300), isPackageSizeOptional: false },
    sellerCenter: "https://seller-mx.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: true,
    hasPriceReason: false,
  },
  MY: {
    ...COMMON,
    label: "Malaysia",
    limits: { ...limits("MYR", [1, 32_000_000], ASIAN_TITLE, 100), isPackageSizeOptional: false },
    sellerCenter: "https://seller-my.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: false,
  },
  PH: {
    ...COMMON,
    label: "Philippines",
    limits: { ...limits("PHP", [1, 40_000_000], ASIAN_TITLE, 100), isPackageSizeOptional: false },
    sellerCenter: "https://seller-ph.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: true,
  },
  SG: {
    ...COMMON,
    label: "Singapore",
    limits: { ...limits("SGD", [1, 1_000_000], ASIAN_TITLE, 100), isPackageSizeOptional: false },
    sellerCenter: "https://seller-sg.tiktok.com",
    hasStates: false,
    hasBuyerAskedReason: false,
    undeliverableReason: "seller_cancel_unable_to_deliver_to_buyer_address",
  },
  TH: {
    ...COMMON,
    label: "Thailand",
    limits: {
      ...limits("THB", [3_000, 26_000_000], ASIAN_TITLE, 100),
      isPackageSizeOptional: true,
    },
    sellerCenter: "https://seller-th.tiktok.com",
    hasStates: true,
    hasBuyerAskedReason: false,
  },
  VN: {
    ...COMMON,
    label: "Vietnam",
    limits: { ...limits("VND", [1, 180_000_000], ASIAN_TITLE, 100), isPackageSizeOptional: true },
    sellerCenter: "https://seller-vn.tiktok.com",
    hasStates: false,
    hasBuyerAskedReason: false,
  },
};

const BY_CODE: ReadonlyMap<string, TikTokMarket> = new Map(
  Object.entries(ROWS).map(([code, row]) => [code, { code, ...row }]),
);

/** In the order in which a merchant chooses from them. */
export const MARKETS: readonly TikTokMarket[] = [...BY_CODE.values()];

/**
 * The market of an ISO country code in any case ("UK" is read as GB); undefined for one not known.
 */
export function marketOf(code: string): TikTokMarket | undefined {
  const upper = code.toUpperCase();
  return BY_CODE.get(upper === "UK" ? "GB" : upper);
}
