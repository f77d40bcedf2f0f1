import { describe, expect, it } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { mappedValues } from "../../../src/domain/listings/field-mapping";

const variant = (id: string, sku: string, colour: string) => ({
  id,
  sku,
  options: [{ name: "Colour", value: colour }],
  priceMinor: 1,
  listPriceMinor: 1,
  quantity: 1,
  weightGrams: 0,
  imageIds: [],
});

const product: SourceProduct = {
  id: "7",
  name: "Mug",
  description: "",
  isActive: true,
  brand: "Harbour Mill",
  currency: "GBP",
  images: [],
  features: [
    { name: "Matière", value: "Céramique" },
    { name: "Care", value: "By hand" },
    { name: "Care", value: " By hand " },
  ],
  lengthMm: 125,
  widthMm: 0,
  heightMm: 80,
  weightGrams: 1_000,
  variants: [variant("1", "MUG", "Red"), variant("2", "MUG", "Blue")],
  updatedAt: 1,
  createdAt: 1,
};

describe("a field mapping", () => {
  it("reads features, options, manufacturer, reference, measures and constants", () => {
    const values = (source: Parameters<typeof mappedValues>[0]) =>
      mappedValues(source, product).map(({ name }) => name);
    expect(values({ kind: "feature", name: "care" })).toEqual(["By hand"]);
    expect(values({ kind: "option", name: "COLOUR" })).toEqual(["Red", "Blue"]);
    expect(values({ kind: "manufacturer" })).toEqual(["Harbour Mill"]);
    expect(values({ kind: "reference" })).toEqual(["MUG"]);
    expect(values({ kind: "dimension", of: "length", unit: "cm" })).toEqual(["12.5"]);
    expect(values({ kind: "dimension", of: "weight", unit: "lb" })).toEqual(["2.2"]);
    expect(values({ kind: "dimension", of: "width", unit: "cm" })).toEqual([]);
    expect(values({ kind: "constant", value: " Spain " })).toEqual(["Spain"]);
  });

  it("has no reference where variants have several", () => {
    const variants = [variant("1", "A", "Red"), variant("2", "B", "Blue")];
    expect(mappedValues({ kind: "reference" }, { ...product, variants })).toEqual([]);
  });

  it("translates by its table without case and accents, and passes on what the table lacks", () => {
    const values = { ceramique: { id: "11" }, red: { id: "1" } };
    expect(mappedValues({ kind: "feature", name: "matiere", values }, product)).toEqual([
      { id: "11" },
    ]);
    expect(mappedValues({ kind: "option", name: "Colour", values }, product)).toEqual([
      { id: "1" },
      { name: "Blue" },
    ]);
  });
});
