import { describe, expect, it } from "vitest";
import {
  effectiveValues,
  missingAttributes,
  toAttributePatch,
  toValue,
  toValues,
  valueFault,
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

  it("count only what TikTok Shop takes, and say what is wrong with the rest", () => {
    const number = {
      ...rule,
      isCustomizable: true,
      isMultiple: false,
      values: [],
      format: "positive_number" as const,
    };
    const counted = (one: typeof rule | typeof number, values: { id?: string; name?: string }[]) =>
      effectiveValues({ attributes: [one] }, { inheritedOf: () => null }, { "7": values }).get("7");
    for (const name of ["a lot", "0", "-1"]) {
      expect(counted(number, [{ name }])).toBeUndefined();
      expect(valueFault(number, [{ name }])).toBe("number");
    }
    for (const name of ["1,5", ".5", "12"]) {
      expect(counted(number, [{ name }])).toHaveLength(1);
      expect(valueFault(number, [{ name }])).toBeUndefined();
    }
    expect(counted(rule, [{ id: "gone" }, { id: "c" }])).toEqual([{ id: "c" }]);
    expect(valueFault(rule, [{ id: "gone" }, { id: "c" }])).toBe("words");
    const free = { ...rule, isCustomizable: true };
    expect(valueFault(free, [{ name: "!?" }])).toBe("words");
    expect(valueFault(free, [{ name: "x".repeat(201) }])).toBe("length");
    expect(valueFault(free, [])).toBeUndefined();
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
