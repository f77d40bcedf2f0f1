/** What a market accepts in a listing; sold by local sellers. Amounts in minor units. */
export interface MarketLimits {
  currency: string;
  titleMin: number;
  titleMax: number;
  priceMinMinor: number;
  priceMaxMinor: number;
  maxVariants: number;
  /** A parcel's measures may be left out. */
  isPackageSizeOptional: boolean;
}

type Row = readonly [currency: string, priceMin: number, priceMax: number];

/** TikTok Shop's published price ranges by market, local sellers. */
const PRICES: Readonly<Record<string, Row>> = {
  BR: ["BRL", 50, 1_000_000],
  DE: ["EUR", 1, 630_000],
  ES: ["EUR", 1, 630_000],
  FR: ["EUR", 1, 630_000],
  IE: ["EUR", 1, 630_000],
  IT: ["EUR", 1, 630_000],
  GB: ["GBP", 1, 560_000],
  US: ["USD", 1, 760_000],
  JP: ["JPY", 1, 500_000],
  MX: ["MXN", 100, 5_000_000],
  MY: ["MYR", 1, 32_000_000],
  PH: ["PHP", 1, 40_000_000],
  SG: ["SGD", 1, 1_000_000],
  TH: ["THB", 3_000, 26_000_000],
  VN: ["VND", 1, 180_000_000],
  ID: ["IDR", 10_000, 10_000_000_000],
};

const LONG_TITLES = new Set(["BR", "MX"]);
const SHORT_TITLES_ALLOWED = new Set(["BR", "MX", "DE", "ES", "FR", "IE", "IT", "JP", "GB", "US"]);
const MANY_VARIANTS = new Set(["BR", "DE", "ES", "FR", "IE", "IT", "JP", "MX", "GB", "US"]);
const SIZE_OPTIONAL = new Set(["ID", "TH", "VN"]);

/** Limits of a market by ISO country code ("UK" is read as GB); undefined for one we know nothing of. */
export function marketLimits(region: string): MarketLimits | undefined {
  const market = region === "UK" ? "GB" : region;
  const row = PRICES[market];
  if (!row) return undefined;
  const [currency, priceMinMinor, priceMaxMinor] = row;
  return {
    currency,
    titleMin: SHORT_TITLES_ALLOWED.has(market) ? 1 : 25,
    titleMax: LONG_TITLES.has(market) ? 300 : 255,
    priceMinMinor,
    priceMaxMinor,
    // Texts of different dates say 100 and 300; where they disagree the newer one counts.
    maxVariants: MANY_VARIANTS.has(market) ? 300 : 100,
    isPackageSizeOptional: SIZE_OPTIONAL.has(market),
  };
}
