/** A product that can be listed, and what changes of it stand in the way. */
import { marketOf } from "../../src/platforms/tiktok-shop/markets";
import type { SourceProduct, SourceVariant } from "../../src/domain/catalogue/source-product";
import type { ListingInput } from "../../src/domain/listings/listing-plan";
import type { ListingRules } from "../../src/domain/listings/listing-rules";

export function variant(change: Partial<SourceVariant> = {}): SourceVariant {
  return {
    id: "0",
    sku: "MUG-1",
    options: [],
    priceMinor: 1_290,
    listPriceMinor: 1_290,
    quantity: 5,
    weightGrams: 350,
    imageIds: [],
    ...change,
  };
}

export function product(change: Partial<SourceProduct> = {}): SourceProduct {
  return {
    id: "7",
    name: "Mug The best is yet to come",
    description: "<p>White mug</p>",
    isActive: true,
    categoryId: "8",
    currency: "GBP",
    images: [{ id: "1", url: "https://shop.example/1.jpg" }],
    features: [],
    lengthMm: 100,
    widthMm: 90,
    heightMm: 80,
    weightGrams: 300,
    variants: [variant()],
    updatedAt: 1,
    createdAt: 1,
    ...change,
  };
}

export function rules(change: Partial<ListingRules> = {}): ListingRules {
  return {
    certifications: [],
    sizeChart: "none",
    needsPackageDimensions: true,
    needsResponsiblePerson: false,
    needsManufacturer: false,
    ...change,
  };
}

export function input(change: Partial<ListingInput> = {}): ListingInput {
  return {
    product: product(),
    isDeleted: false,
    listedAs: null,
    ruling: { isOwnTitle: false, kept: [] },
    category: { id: "601", path: "Home > Mugs", isLeaf: true, permission: "available" },
    rules: rules(),
    attributes: [],
    details: {},
    categoryDetails: {},
    mappings: [],
    defaults: {},
    limits: marketOf("GB")?.limits,
    warehouseId: "w1",
    today: 0,
    ...change,
  };
}

export const sized = (id: string, size: string, change: Partial<SourceVariant> = {}) =>
  variant({ id, sku: `T-${id}`, options: [{ name: "Size", value: size }], ...change });
