import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedSku } from "../../../src/domain/listings/mapping-proposal";
import { proposeMapping, type MappableProduct } from "../../../src/domain/listings/propose-mapping";

const sku = (channelSkuId: string, sellerSku: string, barcode?: string): ListedSku => ({
  channelSkuId,
  sellerSku,
  ...(barcode ? { barcode } : {}),
});
const product = (
  productId: string,
  variants: MappableProduct["variants"],
  more: Partial<MappableProduct> = {},
): MappableProduct => ({
  productId,
  name: `Product ${productId}`,
  isListed: false,
  variants,
  ...more,
});
const listing = (...skus: ListedSku[]) => ({ title: "A listing", skus });

describe("the proposal for a listing", () => {
  it("is sure where each SKU is one variant of one product", () => {
    const mug = product("7", [
      { id: "1", sku: "MUG-S" },
      { id: "2", sku: "MUG-L" },
    ]);
    expect(proposeMapping(listing(sku("a", " mug-l"), sku("b", "MUG-S")), [mug])).toEqual({
      productId: "7",
      confidence: "sure",
      matchedBy: "sku",
      pairs: [
        { channelSkuId: "a", variantId: "2" },
        { channelSkuId: "b", variantId: "1" },
      ],
    });
  });

  it("is sure of a product with more variants than the listing sells", () => {
    const mug = product("7", [
      { id: "1", sku: "MUG-S" },
      { id: "2", sku: "MUG-L" },
    ]);
    expect(proposeMapping(listing(sku("a", "MUG-L")), [mug])).toMatchObject({ confidence: "sure" });
  });

  it("wants a look where a SKU of the listing is none of the product's", () => {
    const mug = product("7", [{ id: "1", sku: "MUG-S" }]);
    expect(proposeMapping(listing(sku("a", "MUG-S"), sku("b", "GIFT")), [mug])).toMatchObject({
      confidence: "likely",
      pairs: [{ channelSkuId: "a", variantId: "1" }],
    });
  });

  it("goes by barcode where there is no SKU, zeros in front or not", () => {
    const mug = product("7", [{ id: "0", sku: "", barcode: "036000291452" }]);
    expect(proposeMapping(listing(sku("a", "", "0036000291452")), [mug])).toMatchObject({
      confidence: "sure",
      matchedBy: "barcode",
    });
  });

  it("is not sure where SKU and barcode say different things", () => {
    const mug = product("7", [
      { id: "1", sku: "MUG-S", barcode: "4006381333931" },
      { id: "2", sku: "MUG-L", barcode: "036000291452" },
    ]);
    const odd = listing(sku("a", "MUG-S", "036000291452"));
    expect(proposeMapping(odd, [mug])).toMatchObject({ confidence: "likely" });
  });

  it.each([
    [
      "two products have the SKU",
      [product("7", [{ id: "0", sku: "X" }]), product("8", [{ id: "0", sku: "X" }])],
    ],
    ["the product has a listing", [product("7", [{ id: "0", sku: "X" }], { isListed: true })]],
    ["nothing fits", [product("7", [{ id: "0", sku: "Y" }])]],
    ["the SKU says nothing", [product("7", [{ id: "0", sku: "" }])]],
  ])("is none where %s", (_, products) => {
    expect(
      proposeMapping(listing(sku("a", _ === "the SKU says nothing" ? " " : "X")), products),
    ).toBeUndefined();
  });

  it("leaves out a SKU that two variants have, and is not sure then", () => {
    const shirt = product("7", [
      { id: "1", sku: "SHIRT" },
      { id: "2", sku: "SHIRT" },
      { id: "3", sku: "SHIRT-XL" },
    ]);
    const found = proposeMapping(listing(sku("a", "SHIRT"), sku("b", "SHIRT-XL")), [shirt]);
    expect(found).toMatchObject({
      confidence: "likely",
      pairs: [{ channelSkuId: "b", variantId: "3" }],
    });
  });

  it("goes by the name at last, and never for sure", () => {
    const vase = product("7", [{ id: "0", sku: "V1" }], { name: "Café  VASE" });
    const named = { title: "cafe vase", skus: [sku("a", "OTHER")] };
    expect(proposeMapping(named, [vase])).toEqual({
      productId: "7",
      confidence: "likely",
      matchedBy: "title",
      pairs: [{ channelSkuId: "a", variantId: "0" }],
    });
    expect(proposeMapping(named, [vase, { ...vase, productId: "8" }])).toBeUndefined();
  });

  it("never lets a SKU or a variant stand twice, nor one that is not there", () => {
    const code = fc.constantFrom("", " ", "A", "a", "B", "b ", "C", "D");
    const gtin = fc.option(fc.constantFrom("4006381333931", "036000291452", "0036000291452"), {
      nil: undefined,
    });
    const variant = fc.record({ sku: code, barcode: gtin });
    const variants = fc.array(variant, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(variants, fc.array(variants, { maxLength: 3 }), (sold, stores) => {
        const skus = sold.map((one, at) => sku(`s${at}`, one.sku, one.barcode));
        const products = stores.map((own, at) =>
          product(
            `p${at}`,
            own.map(({ sku: text, barcode }, id) => ({
              id: String(id),
              sku: text,
              ...(barcode ? { barcode } : {}),
            })),
          ),
        );
        const found = proposeMapping({ title: "none", skus }, products);
        if (!found) return;
        const own = products.find(({ productId }) => productId === found.productId);
        const ids = found.pairs.map(({ channelSkuId }) => channelSkuId);
        const variantIds = found.pairs.map(({ variantId }) => variantId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(variantIds).size).toBe(variantIds.length);
        for (const id of variantIds) expect(own?.variants.some((one) => one.id === id)).toBe(true);
        if (found.confidence !== "sure") return;
        expect(ids.length).toBe(skus.length);
        // No other product has any of the codes.
        const codes = new Set(skus.map(({ sellerSku }) => sellerSku.trim().toLowerCase()));
        codes.delete("");
        for (const other of products)
          if (other !== own)
            for (const one of other.variants)
              expect(codes.has(one.sku.trim().toLowerCase())).toBe(false);
      }),
    );
  });
});
