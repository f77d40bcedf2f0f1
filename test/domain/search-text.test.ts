import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, searchText, searchTerms } from "../../src/domain/search-text";

describe("text as searches compare it", () => {
  it.each([
    ["Écharpe", "echarpe"],
    ["ÁLVARO NÚÑEZ Ibáñez", "alvaro nunez ibanez"],
    ["Großer Bär", "grosser bar"],
    ["GROẞ", "gross"],
    ["Smørrebrød & Æbler", "smorrebrod & aebler"],
    ["Żółć Łódź", "zolc lodz"],
    ["Đurđevac", "durdevac"],
    ["İstanbul ısı", "istanbul isi"],
    ["Œuvre ﬁne", "oeuvre fine"],
    ["ΟΔΟΣ", "οδοσ"],
    ["L’été", "l'ete"],
    ["T\u00adShirt\u200b", "tshirt"],
    ["  two\u00a0 terms ", "two terms"],
    ["ＳＫＵ－１２", "sku-12"],
  ])("folds %s", (text, folded) => expect(foldText(text)).toBe(folded));

  it("is the same whatever way round case and accents are written", () =>
    assert(
      property(string({ unit: "grapheme" }), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize("NFD"))).toBe(folded);
        expect(foldText(text.normalize("NFC"))).toBe(folded);
      }),
      { numRuns: 2_000 },
    ));

  it("keeps each text once, and finds no term across two of them", () => {
    const text = searchText(["Mug", "MUG", null, "", "Blue"]);
    expect(text).toBe("mug\nblue");
    expect(text).not.toContain("mugblue");
  });

  it("asks for few terms however many are typed", () => {
    expect(searchTerms("  Écharpe  LAINE ")).toEqual(["echarpe", "laine"]);
    expect(searchTerms("a ".repeat(100))).toHaveLength(8);
    expect(searchTerms(" \u0301 ")).toEqual([]);
  });
});
