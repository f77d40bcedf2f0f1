import { describe, expect, it } from "vitest";
import { fromValues, missingAttributes, toValue, toValues } from "../../../web/listings/details";

describe("details for TikTok Shop", () => {
  const rule = {
    id: "7",
    name: "Material",
    isRequired: true,
    isMultiple: true,
    isCustomizable: false,
    values: [{ id: "c", name: "Cotton" }],
  };

  it("take a typed word by its id, and another only where that is allowed", () => {
    expect(toValue(rule, " cotton ")).toEqual({ id: "c", name: "Cotton" });
    expect(toValue(rule, "Hemp")).toBeNull();
    expect(toValue({ ...rule, isCustomizable: true }, "Hemp")).toEqual({ name: "Hemp" });
  });

  it("keep the brand, leave empty attributes out and name what is missing", () => {
    const before = {
      brandId: "b",
      attributes: [{ id: "7", values: [{ id: "c", name: "Cotton" }] }],
    };
    expect(fromValues(toValues(before), before)).toEqual(before);
    expect(fromValues({ "7": [] }, before)).toEqual({ brandId: "b", attributes: [] });
    expect(missingAttributes([rule], {})).toEqual([rule]);
  });
});
