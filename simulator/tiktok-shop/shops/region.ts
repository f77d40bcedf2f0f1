/** What a market of the platform fixes for its shops. */
export interface Region {
  code: string;
  name: string;
  currency: string;
  /** The cipher's first letters. */
  cipherPrefix: string;
  titleMinimum: number;
  titleMaximum: number;
  /** Lowest and highest display price of local sellers, as decimal text. */
  priceMinimum: string;
  priceMaximum: string;
  weightUnits: readonly string[];
  dimensionUnit: string;
  /** Whether manufacturer and responsible person are demanded. */
  productSafety: boolean;
  /** Whether a package exists before the order is shipped. */
  packageBeforeShipping: boolean;
  /** Tax added on top of the displayed price, in parts of ten thousand. */
  taxOnTopBasisPoints: number;
  /** VAT inside the displayed price, in parts of ten thousand. */
  taxIncludedBasisPoints: number;
  /** Whether shipping rejects a pending cancel request instead of being refused. */
  shippingRejectsCancel: boolean;
  partialCancel: boolean;
}

const EUROPE = {
  currency: "EUR",
  cipherPrefix: "EUP_",
  titleMinimum: 1,
  titleMaximum: 255,
  priceMinimum: "0.01",
  priceMaximum: "6300",
  weightUnits: ["KILOGRAM"],
  dimensionUnit: "CENTIMETER",
  productSafety: true,
  packageBeforeShipping: true,
  taxOnTopBasisPoints: 0,
  taxIncludedBasisPoints: 1900,
  shippingRejectsCancel: false,
  partialCancel: false,
} as const;

const REGIONS: readonly Region[] = [
  {
    ...EUROPE,
    code: "GB",
    name: "United Kingdom",
    currency: "GBP",
    cipherPrefix: "GBP_",
    priceMaximum: "5600",
    productSafety: false,
    packageBeforeShipping: false,
    taxIncludedBasisPoints: 2000,
    partialCancel: true,
  },
  {
    ...EUROPE,
    code: "US",
    name: "United States",
    currency: "USD",
    cipherPrefix: "USP_",
    priceMaximum: "7600",
    weightUnits: ["POUND", "KILOGRAM"],
    dimensionUnit: "INCH",
    productSafety: false,
    packageBeforeShipping: false,
    taxOnTopBasisPoints: 825,
    taxIncludedBasisPoints: 0,
    shippingRejectsCancel: true,
    partialCancel: true,
  },
  { ...EUROPE, code: "DE", name: "Germany" },
  { ...EUROPE, code: "FR", name: "France", taxIncludedBasisPoints: 2000 },
];

/** The market of a region code. */
export function regionOf(code: string): Region {
  const found = REGIONS.find((region) => region.code === code);
  if (!found) throw new Error(`The simulated platform has no region ${code}`);
  return found;
}
