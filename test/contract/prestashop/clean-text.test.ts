import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanCity,
  cleanName,
  cleanNames,
  cleanPhone,
} from "../../../src/platforms/prestashop/orders/clean-text";

describe("a buyer's texts", () => {
  it("lose what the store refuses and never become empty", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(cleanName(text)).toMatch(/^[^0-9!<>,;?=+()@#"°{}_$%:]+$/);
        expect(cleanCity(text)).toMatch(/^[^!<>;?=+@#"°{}_$%]+$/);
        expect(cleanPhone(text)).toMatch(/^[+0-9. ()/-]*$/);
      }),
    ));

  it("keep what the store takes", () => {
    expect(cleanName("O'Neil-Döring & Co")).toBe("O'Neil-Döring & Co");
    expect(cleanName("J*** 1")).toBe("J…");
    expect(cleanName("Dr.X")).toBe("Dr. X");
    expect(cleanName("***")).toBe("…");
    expect(cleanName("123")).toBe("-");
  });
});

describe("a buyer's name", () => {
  it.each([
    [{ name: "Ann Mary Lee", firstName: "", lastName: "" }, "Ann Mary", "Lee"],
    [{ name: "Ann Lee", firstName: "Ann M.", lastName: "Lee-Ott" }, "Ann M.", "Lee-Ott"],
    [{ name: "Madonna", firstName: "", lastName: "" }, "Madonna", "Madonna"],
    [{ name: "", firstName: "", lastName: "" }, "-", "-"],
  ])("%o has two parts", (person, firstname, lastname) => {
    expect(cleanNames(person)).toEqual({ firstname, lastname });
  });
});
