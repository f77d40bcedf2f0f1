import { describe, expect, it } from "vitest";
import type { ListingAttribute } from "../../../src/domain/listings/listing-rules";
import { diffRules, isNewlyStopped } from "../../../src/domain/listings/rule-change";
import { categoryOfMark, rulesMark } from "../../../src/domain/listings/rules-mark";
import { rules } from "../../support/listing-inputs";

const material = (change: Partial<ListingAttribute> = {}): ListingAttribute => ({
  id: "100",
  name: "Material",
  kind: "product",
  isRequired: false,
  isCustomizable: false,
  isMultiple: false,
  values: [
    { id: "1", name: "Cotton" },
    { id: "2", name: "Fur" },
  ],
  ...change,
});
const proof = (change = {}) => ({ id: "9", name: "CE", isRequired: false, ...change });
const category = (attribute = material(), change: Parameters<typeof rules>[0] = {}) => ({
  rules: rules({ certifications: [proof()], ...change }),
  attributes: [attribute],
});
const moves = (...[before, now]: Parameters<typeof diffRules>) =>
  diffRules(before, now).map(({ subject, move, name }) => [subject, move, name]);

describe("what changed of a category's rules", () => {
  it("is what it asks now and did not ask before", () => {
    const now = category(material({ isRequired: true }), {
      sizeChart: "required",
      needsManufacturer: true,
      needsDeposit: true,
      certifications: [proof({ needsExpiry: true }), proof({ id: "10", name: "Test report" })],
    });
    expect(moves(category(), now)).toEqual([
      ["attribute", "asked", "Material"],
      ["certificate", "expiry", "CE"],
      ["size_chart", "asked", ""],
      ["manufacturer", "asked", ""],
      ["deposit", "asked", ""],
    ]);
    expect(moves(now, category())).toEqual([]);
  });

  it("names a condition that is new, and a field that takes less than before", () => {
    const requiredWhen = [{ attributeId: "1", valueId: "2" }];
    expect(moves(category(), category(material({ requiredWhen })))).toEqual([
      ["attribute", "asked_when", "Material"],
    ]);
    const less = material({ values: [{ id: "1", name: "Cotton" }] });
    expect(moves(category(), category(less))).toEqual([["attribute", "values", "Material"]]);
  });

  it("leaves out attributes that tell variants apart", () => {
    const size = material({ kind: "sales", isRequired: true });
    expect(moves(category(), category(size))).toEqual([]);
  });
});

describe("a product that changed rules stop", () => {
  const lacks = (...ids: string[]) => [{ code: "listing.attribute_missing", facts: { ids } }];

  it("is one that lacks what the rules before did not ask", () => {
    expect(isNewlyStopped([], lacks("1"))).toBe(true);
    expect(isNewlyStopped(lacks("1"), lacks("1", "2"))).toBe(true);
    expect(isNewlyStopped(lacks("1", "2"), lacks("2"))).toBe(false);
    const chart = { code: "listing.size_chart_missing", facts: {} };
    expect(isNewlyStopped(lacks("1"), [...lacks("1"), chart])).toBe(true);
    expect(isNewlyStopped([chart], [chart])).toBe(false);
  });

  it("is kept under a code that names the category", () => {
    expect(categoryOfMark(rulesMark("601226"))).toBe("601226");
    expect(categoryOfMark("listing.image_missing")).toBeUndefined();
  });
});
