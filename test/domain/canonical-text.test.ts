import { describe, expect, it } from "vitest";
import { productText } from "../../src/domain/canonical-text";
import type { SourceProduct } from "../../src/domain/catalogue/source-product";

describe("the text a product's hash is made of", () => {
  const base = {
    id: "1",
    name: "A",
    updatedAt: 1,
    features: [
      { name: "x", value: "1" },
      { name: "y", value: "2" },
    ],
    variants: [
      { id: "1", quantity: 1 },
      { id: "2", quantity: 1 },
    ],
    images: [{ id: "1" }, { id: "2" }],
  } as unknown as SourceProduct;

  it("ignores the store's date and the order of lists a store does not sort", () => {
    const shuffled = {
      ...base,
      updatedAt: 2,
      features: base.features.toReversed(),
      variants: base.variants.toReversed(),
    };
    expect(productText(shuffled)).toBe(productText(base));
  });

  it("sees stock and the order of pictures", () => {
    const [first, ...rest] = base.variants;
    const sold = { ...base, variants: [{ ...first, quantity: 0 }, ...rest] } as SourceProduct;
    expect(productText(sold)).not.toBe(productText(base));
    expect(productText({ ...base, images: base.images.toReversed() })).not.toBe(productText(base));
  });
});
