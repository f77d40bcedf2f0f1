import { describe, expect, it } from "vitest";
import { madeAnew, type SoldOffer } from "../../../src/domain/listings/made-anew";
import type { SourceVariant } from "../../../src/domain/catalogue/source-product";

const size = (value: string) => [{ name: "Size", value }];
const sold = (variantId: string, sku: string, value = ""): SoldOffer => ({
  channelSkuId: `sku-${variantId}`,
  variantId,
  soldAs: { sku, options: value ? size(value) : [] },
});
const variant = (id: string, sku: string, value = "") =>
  ({ id, sku, options: value ? size(value) : [] }) as unknown as SourceVariant;
const found = (offers: SoldOffer[], variants: SourceVariant[]) =>
  Object.fromEntries(madeAnew(offers, { variants }));

describe("a variant made anew", () => {
  it("is the one with the reference of the deleted one, whatever its id", () => {
    const offers = [sold("9", "TEE-S", "S"), sold("10", "TEE-M", "M")];
    const variants = [variant("40", "TEE-M", "M"), variant("41", "TEE-S", "S")];
    expect(found(offers, variants)).toEqual({ "sku-9": "41", "sku-10": "40" });
  });

  it("may have its options renamed, as the reference says what it is", () => {
    expect(found([sold("9", "TEE-S", "S")], [variant("40", "TEE-S", "Small")])).toEqual({
      "sku-9": "40",
    });
  });

  it("is told by its options where there is no reference, or all share one", () => {
    const variants = [variant("40", "", "m"), variant("41", "", "S")];
    expect(found([sold("9", "", "S"), sold("10", "", "M")], variants)).toEqual({
      "sku-9": "41",
      "sku-10": "40",
    });
    const shared = [variant("40", "TEE", "M"), variant("41", "TEE", "S")];
    expect(found([sold("9", "TEE", "S"), sold("10", "TEE", "M")], shared)).toEqual({
      "sku-9": "41",
      "sku-10": "40",
    });
  });

  it.each<[string, SoldOffer[], SourceVariant[]]>([
    [
      "two have the reference",
      [sold("9", "A", "S")],
      [variant("40", "A", "S"), variant("41", "A", "M")],
    ],
    ["nothing has it", [sold("9", "A", "S")], [variant("40", "B", "M")]],
    [
      "the references were swapped",
      [sold("9", "A", "S"), sold("10", "B", "M")],
      [variant("40", "B", "S"), variant("41", "A", "M")],
    ],
    [
      "the reference stands on what another SKU is",
      [sold("9", "A", "S"), sold("10", "B", "M")],
      [variant("10", "B", "M"), variant("40", "A", "M")],
    ],
    [
      "other options stand beside it",
      [sold("9", "A", "S")],
      [variant("40", "A", "L"), variant("41", "C", "S")],
    ],
    ["it has neither reference nor options", [sold("9", "")], [variant("40", "")]],
    [
      "two without a reference have the options",
      [sold("9", "", "S")],
      [variant("40", "", "S"), variant("41", "", "S")],
    ],
    ["the product became simple", [sold("9", "A", "S")], [variant("0", "A")]],
    ["a simple product got combinations", [sold("0", "A")], [variant("40", "A", "S")]],
    [
      "the variant has a SKU of its own",
      [sold("9", "A", "S"), sold("40", "A2", "L")],
      [variant("40", "A", "L")],
    ],
    ["nobody kept what was sold", [{ ...sold("9", "A"), soldAs: null }], [variant("40", "A")]],
    [
      "nothing was deleted",
      [sold("9", "A", "S")],
      [variant("9", "A", "S"), variant("40", "A", "S")],
    ],
  ])("is nobody when %s", (_when, offers, variants) => {
    expect(found(offers, variants)).toEqual({});
  });
});
