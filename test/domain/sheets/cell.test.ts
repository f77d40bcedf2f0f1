import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brandCell,
  isShortened,
  joinValues,
  plainCell,
  readBrandCell,
  safeCell,
  splitValues,
} from "../../../src/domain/sheets/cell";

describe("a cell", () => {
  it("never begins what a spreadsheet takes for a formula, and is read back as it was", () => {
    const starts = fc.constantFrom("", "=", "'=", "''+", "-", "@", "\t", "\r", "\n", "＝", "'");
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const cell = safeCell(start + rest);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(plainCell(cell)).toBe(start + rest);
      }),
    );
  });

  it("holds several values, bars and backslashes among them", () => {
    const value = fc
      .string({ unit: fc.constantFrom("a", "|", "\\", " ", "é", "😀") })
      .map((text) => text.trim())
      .filter(Boolean);
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitValues(joinValues(values))).toEqual(values);
      }),
    );
  });

  it("is read where a person wrote it by hand", () => {
    expect(splitValues("Red|Blue |  | Navy\n")).toEqual(["Red", "Blue", "Navy"]);
    expect(splitValues(String.raw`C:\x \| y`)).toEqual([String.raw`C:\x | y`]);
    expect(splitValues("  ")).toEqual([]);
  });

  it("names a brand by its id, and its name where it is there", () => {
    const nike = { id: "7082427311584347905", name: "Nike (UK)" };
    expect(brandCell(nike)).toBe("7082427311584347905 (Nike (UK))");
    expect(readBrandCell(brandCell(nike))).toEqual(nike);
    expect(readBrandCell(" 7082 ")).toEqual({ id: "7082" });
    expect(readBrandCell("7082 ()")).toEqual({ id: "7082" });
    expect(readBrandCell("two words")).toBeUndefined();
    expect(readBrandCell("")).toBeUndefined();
  });

  it("that a spreadsheet shortened is known", () => {
    expect(["7.08243E+18", "7,08E+18", " 7e+18 "].every(isShortened)).toBe(true);
    expect(["7082427311584347905", "E+18", "", "Nike"].some(isShortened)).toBe(false);
  });
});
