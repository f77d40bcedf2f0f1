import { describe, expect, it } from "vitest";
import { contentChange } from "../../../src/domain/listings/content-change";
import { CONTENT_FIELDS, type WantedContent } from "../../../src/domain/listings/sent-content";
import type { StockedPlan } from "../../../src/domain/stock/offer-stock";

const sku = (variantId: string, priceMinor: number, quantity: number) => ({
  variantId,
  sellerSku: `MUG-${variantId}`,
  options: [],
  priceMinor,
  quantity,
});

const plan = {
  title: "Blue mug",
  descriptionHtml: "<p>Made of <b>clay</b></p>",
  categoryId: "601",
  currency: "GBP",
  imageUrls: ["https://store.example/img/23.jpg?token=secret", "https://store.example/img/24.jpg"],
  attributes: [{ id: "1", values: [{ id: "9", name: "Clay" }, { id: "10" }] }],
  package: { weightGrams: 300, lengthMm: 120, widthMm: 80, heightMm: 30 },
  skus: [sku("S", 990, 3), sku("L", 1_290, 4)],
} as unknown as StockedPlan;

const wanted = Object.fromEntries(
  CONTENT_FIELDS.map((field) => [field, { hash: `new ${field}` }]),
) as WantedContent;

const edit = (...fields: (typeof CONTENT_FIELDS)[number][]) => ({
  kind: "edit" as const,
  fields,
  kept: [],
});

describe("what a write to the channel changes", () => {
  it("is of a new listing what it is known again by", () => {
    const write = { kind: "create" as const, fields: CONTENT_FIELDS, kept: [] };
    expect(contentChange({ plan, wanted, sent: null, write })).toEqual({
      before: {},
      after: {
        title: "Blue mug",
        skus: "MUG-S, MUG-L",
        price: { minMinor: 990, maxMinor: 1_290, currency: "GBP" },
        quantity: 7,
      },
    });
  });

  it("is of an edit the fields that differ, the former value where it was kept", () => {
    const sent = {
      ...wanted,
      title: { hash: "old", value: "Mug" },
      description: { hash: "old" },
      brand: { hash: "old", value: "77" },
    };
    const write = edit("title", "description", "brand", "packageSize");
    expect(contentChange({ plan, wanted, sent, write })).toEqual({
      before: { title: "Mug", brand: "77" },
      after: { title: "Blue mug", description: "Made of clay", brand: null },
    });
  });

  it("is short in every field and shows no secret of an address", () => {
    const { after } = contentChange({ plan, wanted, sent: null, write: edit(...CONTENT_FIELDS) });
    expect(after).toMatchObject({
      images: "23.jpg, 24.jpg",
      attributes: "Clay, 10",
      packageWeight: 300,
      packageSize: "120 × 80 × 30",
      sizeChart: null,
    });
    expect(JSON.stringify(after)).not.toContain("secret");
  });

  it("names a field whose short form stays the same", () => {
    const sent = { ...wanted, images: { hash: "old", value: plan.imageUrls } };
    const shown = { images: "23.jpg, 24.jpg" };
    expect(contentChange({ plan, wanted, sent, write: edit("images") })).toEqual({
      before: shown,
      after: shown,
    });
  });
});
