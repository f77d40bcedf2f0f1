import { defaultRules } from "../../../src/domain/listings/sync-rules";
import type { ProductDetail } from "../../../src/contract/catalogue";
import { aProductRow } from "./product-row";

/** A product of which the store says little, changed where a test says so. */
export const aProductDetail = (change: Partial<ProductDetail> = {}): ProductDetail => ({
  ...aProductRow(),
  sourceProductUrl: null,
  descriptionHtml: "",
  images: [],
  variants: [],
  deletedVariants: [],
  corrections: [],
  features: [],
  brand: null,
  categoryOverride: null,
  details: {},
  sourceCategoryId: "3",
  isMapped: false,
  rules: { own: { title: null, create: {}, update: {} }, ofAll: defaultRules("pushed") },
  lowStock: {
    own: { lowStock: null, isExcluded: false },
    ofAll: null,
    isStockSent: true,
    flips: [],
  },
  stockRule: {
    own: null,
    counts: { units: 0, percent: 0, maximum: null },
    from: { units: "all", percent: "all", maximum: "all" },
    isSent: true,
  },
  priceRule: { own: null, ofAll: null, isSent: true, variants: [] },
  ...change,
});

/** A variant that was never published. */
export const aVariant = (
  id: string,
  sku: string,
  barcode: string | null = null,
): ProductDetail["variants"][number] => ({
  id,
  sku,
  barcode,
  options: [],
  priceMinor: 990,
  stock: 1,
  published: null,
  channelSkuId: null,
});
