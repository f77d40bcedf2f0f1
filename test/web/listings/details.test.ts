import { describe, expect, it } from "vitest";
import {
  missingAttributes,
  toAttributePatch,
  toValue,
  toValues,
} from "../../../web/listings/details";

describe("details for TikTok Shop", () => {
  const rule = {
    id: "7",
    name: "Material",
    isRequired: true,
    isMultiple: true,
    isCustomizable: false,
    isSafety: false,
    values: [{ id: "c", name: "Cotton" }],
  };

  it("take a typed word by its id, and another only where that is allowed", () => {
    expect(toValue(rule, " cotton ")).toEqual({ id: "c", name: "Cotton" });
    expect(toValue(rule, "Hemp")).toBeNull();
    expect(toValue({ ...rule, isCustomizable: true }, "Hemp")).toEqual({ name: "Hemp" });
  });

  it("send what was changed here alone, take emptied ones away and name what is missing", () => {
    const details = {
      brand: { id: "b", name: "Harbour Mill" },
      attributes: { "7": [{ id: "c", name: "Cotton" }], "8": [{ name: "By hand" }] },
    };
    const before = toValues(details);
    expect(toAttributePatch(before, before)).toEqual({});
    expect(toAttributePatch({ ...before, "7": [], "9": [{ id: "x" }] }, before)).toEqual({
      "7": null,
      "9": [{ id: "x" }],
    });
    expect(missingAttributes({ attributes: [rule] }, new Map())).toEqual([rule]);
  });
});
