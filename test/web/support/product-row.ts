import type { ProductRow } from "../../../src/contract/catalogue";

/** A product that was checked and never pushed, changed where a test says so. */
export const aProductRow = (change: Partial<ProductRow> = {}): ProductRow => ({
  id: "7",
  name: "Blue mug",
  imageUrl: null,
  skus: ["mug-blue"],
  priceMinMinor: 990,
  priceMaxMinor: 990,
  currency: "GBP",
  stock: 4,
  sourceCategory: "Home > Mugs",
  channelCategory: null,
  tags: [],
  check: "done",
  missing: [],
  syncState: "not_synced",
  channelProductId: null,
  channelProductUrl: null,
  listingStatus: null,
  rawStatus: null,
  reasons: [],
  isDeleted: false,
  isHidden: false,
  isActive: true,
  updatedAt: 0,
  ...change,
});
