import { describe, expect, it } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import {
  observeProducts,
  type ObserveProductsDeps,
} from "../../../src/sync/catalogue/observe-products";

const product = {
  id: "8",
  name: "Mug",
  variants: [{ id: "0", sku: "MUG", quantity: 10, priceMinor: 1000 }],
  features: [],
  images: [],
} as unknown as SourceProduct;

describe("a product that is stored", () => {
  it("carries the moment the store was asked, not the later one of the writing", async () => {
    const moments: number[] = [];
    const deps = {
      products: {
        readHashes: async () => new Map(),
        upsert: async (_records, observedAt) => void moments.push(observedAt),
      },
      ledger: { observe: async (_seen, observedAt) => void moments.push(observedAt) },
    } satisfies ObserveProductsDeps;
    await observeProducts(deps, [product], 1_000);
    expect(moments).toEqual([1_000, 1_000]);
  });
});
