import { describe, expect, it } from "vitest";
import type { ProductRecord } from "../../../src/domain/catalogue/product-record";
import {
  goneItem,
  LISTED_NEW,
  pulledChange,
  pulledItems,
} from "../../../src/domain/catalogue/pulled-product";

const record = (productId: string, change: Partial<ProductRecord> = {}) =>
  ({
    productId,
    name: "Mug",
    priceMinMinor: 990,
    priceMaxMinor: 1_290,
    currency: "GBP",
    stockTotal: 4,
    isActive: true,
    ...change,
  }) as ProductRecord;

const fresh = (count: number) =>
  Array.from({ length: count }, (_, n) => pulledChange(record(`${n}`), undefined));

describe("what a pull says of a product", () => {
  it("is of a new one what people look for", () => {
    expect(pulledChange(record("7"), undefined).change).toEqual({
      before: {},
      after: {
        pulled: "created",
        name: "Mug",
        price: { minMinor: 990, maxMinor: 1_290, currency: "GBP" },
        quantity: 4,
        isActive: true,
      },
    });
  });

  it("is of a changed one the fields that differ, and at least that it changed", () => {
    const known = record("7", { stockTotal: 5, isActive: false });
    expect(pulledChange(record("7"), known).change).toEqual({
      before: { quantity: 5, isActive: false },
      after: { pulled: "updated", quantity: 4, isActive: true },
    });
    expect(pulledChange(record("7"), record("7")).change).toEqual({
      before: {},
      after: { pulled: "updated" },
    });
  });

  it("is of one that is gone that it was deleted", () => {
    const change = { before: {}, after: { pulled: "deleted" } };
    expect(goneItem({ id: "7", name: "Mug" })).toMatchObject({ key: "7", label: "Mug", change });
  });
});

describe("the items of a pull", () => {
  it("hold a product once, although it changed and lacks a SKU", () => {
    const changed = pulledChange(record("7"), record("7", { name: "Cup" }));
    const lacking = [{ id: "7", name: "Mug" }];
    expect(pulledItems([changed], lacking, 0)).toEqual([
      {
        key: "7",
        label: "Mug",
        reasons: [{ code: "product.sku_missing", facts: {} }],
        change: changed.change,
      },
    ]);
  });

  it("list so many new products and no more, over all pages, but every other change", () => {
    expect(pulledItems(fresh(100), [], LISTED_NEW - 40)).toHaveLength(40);
    expect(pulledItems(fresh(100), [], 10_000)).toEqual([]);
    const changed = pulledChange(record("x"), record("x", { name: "Cup" }));
    expect(pulledItems([...fresh(100), changed], [], LISTED_NEW)).toMatchObject([{ key: "x" }]);
  });
});
