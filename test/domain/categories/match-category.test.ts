import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseSuggestion, matchCategory } from "../../../src/domain/categories/match-category";

const leaf = (id: string, path: string, permission = "available") => ({ id, path, permission });
const LEAVES = [
  leaf("1", "Menswear > Men's tops > T-shirts"),
  leaf("2", "Womenswear > Women's tops > T-shirts"),
  leaf("3", "Home > Kitchenware > Mugs"),
  leaf("4", "Home > Wall art > Posters & prints"),
  leaf("5", "Home > Kitchenware > Knives", "invite_only"),
];

describe("matching a source category by its words", () => {
  it("finds the leaf of the same name, whatever case, accents and plural", () => {
    const found = matchCategory({ path: "Accessories > MÚG", title: "White mug" }, LEAVES);
    expect(found?.categoryId).toBe("3");
  });

  it("lets the words above decide between leaves of one name", () => {
    const source = { path: "Clothes > Women > T-shirts", title: "Printed" };
    expect(matchCategory(source, LEAVES)?.categoryId).toBe("2");
  });

  it("suggests nothing where no word fits, and nothing the shop may not sell in", () => {
    expect(matchCategory({ path: "Garden > Hoses", title: "Hose" }, LEAVES)).toBeUndefined();
    expect(matchCategory({ path: "Knives", title: "Knife" }, LEAVES)).toBeUndefined();
    expect(matchCategory({ path: "", title: "" }, LEAVES)).toBeUndefined();
  });

  it("is sure to some degree between 1 and 100, and does not depend on the order of leaves", () => {
    const term = fc.constantFrom("mug", "shirts", "wall", "print", "women", "men", "zebra", "art");
    const text = fc.array(term, { maxLength: 5 }).map((terms) => terms.join(" "));
    fc.assert(
      fc.property(text, text, (path, title) => {
        const found = matchCategory({ path, title }, LEAVES);
        expect(matchCategory({ path, title }, LEAVES.toReversed())).toEqual(found);
        if (!found) return;
        expect(found.confidence).toBeGreaterThanOrEqual(1);
        expect(found.confidence).toBeLessThanOrEqual(100);
        expect(LEAVES.find(({ id }) => id === found.categoryId)?.permission).toBe("available");
      }),
    );
  });
});

describe("choosing between the channel's suggestion and the words", () => {
  const byText = { categoryId: "3", path: "Home > Kitchenware > Mugs", confidence: 60 };

  it("is surest when both agree", () => {
    const both = chooseSuggestion({ categoryId: "3" }, byText, LEAVES);
    const channelOnly = chooseSuggestion({ categoryId: "3" }, undefined, LEAVES);
    expect(both?.confidence).toBeGreaterThan(channelOnly?.confidence ?? 100);
  });

  it("believes the channel when they differ", () => {
    expect(chooseSuggestion({ categoryId: "4" }, byText, LEAVES)?.categoryId).toBe("4");
  });

  it("falls back to the words when the channel names a category the shop may not sell in", () => {
    expect(chooseSuggestion({ categoryId: "5" }, byText, LEAVES)).toEqual(byText);
    expect(chooseSuggestion(undefined, undefined, LEAVES)).toBeUndefined();
  });
});
