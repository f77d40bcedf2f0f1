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

const NOTHING_SOLD = { list: async () => [], relink: async () => {} };

describe("a product that is stored", () => {
  it("carries the moment the store was asked, not the later one of the writing", async () => {
    const moments: number[] = [];
    const deps = {
      products: {
        readKnown: async () => new Map(),
        upsert: async (_records, observedAt) => void moments.push(observedAt),
      },
      ledger: {
        observe: async (_seen, observedAt) => void moments.push(observedAt),
        relinkOffers: async () => {},
      },
      sold: NOTHING_SOLD,
    } satisfies ObserveProductsDeps;
    await observeProducts(deps, [product], 1_000);
    expect(moments).toEqual([1_000, 1_000]);
  });

  it("is told of before it is written, with what it was", async () => {
    const log: unknown[] = [];
    const known = { name: "Cup", priceMinMinor: 900, priceMaxMinor: 900, currency: "GBP" };
    const state = { ...known, stockTotal: 10, isActive: true, contentHash: "", isDeleted: false };
    const deps = {
      products: {
        readKnown: async () => new Map([["8", state]]),
        upsert: async () => void log.push("written"),
      },
      ledger: { observe: async () => {}, relinkOffers: async () => {} },
      sold: NOTHING_SOLD,
      beforeStore: async ({ changes }) => void log.push(...changes),
    } satisfies ObserveProductsDeps;
    await observeProducts(deps, [{ ...product, currency: "GBP", isActive: true }], 1_000);
    const price = (minMinor: number) => ({ minMinor, maxMinor: minMinor, currency: "GBP" });
    const change = {
      before: { name: "Cup", price: price(900) },
      after: { pulled: "updated", name: "Mug", price: price(1_000) },
    };
    expect(log).toEqual([{ id: "8", name: "Mug", isNew: false, change }, "written"]);
  });
});
