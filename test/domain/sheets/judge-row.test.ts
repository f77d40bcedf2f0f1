import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListingDetails } from "../../../src/domain/listings/listing-details";
import { decideApplication } from "../../../src/domain/sheets/apply-row";
import { headingOf, readHeading, type SheetColumn } from "../../../src/domain/sheets/columns";
import {
  judgeRow,
  ownBrandCell,
  valuesCell,
  type SheetRow,
} from "../../../src/domain/sheets/judge-row";

const COLUMNS: readonly SheetColumn[] = [
  column("1", "Material", { values: [value("c", "Cotton"), value("l", "Linen | fine")] }),
  column("2", "Colours", { isMultiple: true, values: [value("r", "Red"), value("b", "Blue")] }),
  column("3", "Care", { isCustomizable: true }),
  column("4", "Volume", { isCustomizable: true, format: "positive_number" }),
];
const BRANDS = new Map([["b1", "Harbour Mill"]]);
const BY = { columns: COLUMNS, brands: BRANDS };

function column(id: string, name: string, more: Partial<SheetColumn>): SheetColumn {
  const none = { isRequired: false, isMultiple: false, isCustomizable: false, values: [] };
  return { id, name, ...none, ...more };
}

function value(id: string, name: string) {
  return { id, name };
}

const row = (cells: SheetRow["cells"], brand?: string): SheetRow => ({
  line: 2,
  productId: "7",
  cells,
  ...(brand === undefined ? {} : { brand }),
});

const causesOf = (cells: SheetRow["cells"], brand?: string, own: ListingDetails = {}) => {
  const judged = judgeRow(row(cells, brand), own, BY);
  return judged.state === "error" ? judged.causes.map(({ code }) => code) : judged.state;
};

describe("a row", () => {
  it("as the template has it changes nothing, whatever is set", () => {
    const stored = fc.record({ id: fc.string(), name: fc.string() }, { requiredKeys: [] });
    const known = fc.constantFrom(value("c", "old name"), value("r", "Red"), { id: "gone" });
    const values = fc.array(fc.oneof(stored, known), { maxLength: 4 });
    const brand = fc.record(
      { id: fc.stringMatching(/^\d{1,19}$/), name: fc.string() },
      { requiredKeys: ["name"] },
    );
    const details = fc.record(
      { brand, attributes: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "9"), values) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(details, (own) => {
        const cells = COLUMNS.map((one) => [one.id, valuesCell(one, own.attributes?.[one.id])]);
        const again = row(Object.fromEntries(cells), ownBrandCell(own));
        expect(judgeRow(again, own, { columns: COLUMNS, brands: new Map() })).toEqual({
          state: "unchanged",
        });
      }),
    );
  });

  it("says what it would set, what stood there, and nothing of other columns", () => {
    const own = { brand: { id: "b0", name: "None" }, attributes: { "1": [value("c", "Cotton")] } };
    const cells = { "1": String.raw` linen \| FINE`, "2": "Blue|red|Blue", "3": "" };
    expect(judgeRow(row(cells, "b1"), own, BY)).toEqual({
      state: "valid",
      patch: {
        brand: { id: "b1", name: "Harbour Mill" },
        attributes: {
          "1": [value("l", "Linen | fine")],
          "2": [value("b", "Blue"), value("r", "Red")],
        },
      },
      before: {
        brand: { id: "b0", name: "None" },
        attributes: { "1": [value("c", "Cotton")], "2": null },
      },
      change: {
        before: { brand: "None", Material: "Cotton", Colours: null },
        after: {
          brand: "Harbour Mill",
          Material: String.raw`Linen \| fine`,
          Colours: "Blue | Red",
        },
      },
    });
  });

  it("takes away what was emptied", () => {
    const own = { brand: { id: "b0", name: "X" }, attributes: { "3": [{ name: "Wash cold" }] } };
    const judged = judgeRow(row({ "3": " " }, ""), own, BY);
    expect(judged).toMatchObject({ patch: { brand: null, attributes: { "3": null } } });
  });

  it("is refused with every cause at once", () => {
    expect(causesOf({ "1": "Silk", "2": "Red | Green" }, "nobody")).toEqual([
      "brand_unknown",
      "value_unknown",
      "value_unknown",
    ]);
    expect(causesOf({ "1": String.raw`Cotton | Linen \| fine` })).toEqual(["one_value_only"]);
    expect(causesOf({ "3": "x".repeat(201) })).toEqual(["value_too_long"]);
    expect(causesOf({ "3": "!?" })).toEqual(["value_unreadable"]);
    expect(causesOf({ "4": "a lot" })).toEqual(["value_no_number"]);
    expect(causesOf({ "4": "0" })).toEqual(["value_no_number"]);
    for (const number of ["1,5", "1.5", ".5", " 12 "])
      expect(causesOf({ "4": number })).toBe("valid");
    expect(causesOf({ "9": "x" })).toEqual(["column_unknown"]);
    expect(causesOf({}, "7.08E+18")).toEqual(["number_shortened"]);
    const many = Array.from({ length: 51 }, (_, at) => `Red${at}`).join("|");
    expect(causesOf({ "2": many })).toEqual(["too_many_values"]);
  });
});

describe("a heading", () => {
  it("is read back, whatever the attribute is called", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (name, isRequired) => {
        const heading = headingOf(column("100157", name, { isRequired }));
        expect(readHeading(heading)).toEqual({ kind: "attribute", id: "100157" });
      }),
    );
    expect(readHeading(" product id ")).toEqual({ kind: "product" });
    expect(readHeading("Cause")).toEqual({ kind: "shown" });
    expect(readHeading("Price")).toEqual({ kind: "unknown" });
  });
});

describe("a kept row", () => {
  const own: ListingDetails = { attributes: { "1": [value("c", "Cotton")] } };
  const judged = judgeRow(row({ "1": "" }), own, BY);
  const kept = judged.state === "valid" ? { productId: "7", ...judged } : undefined;
  const present = (details: ListingDetails, more = {}) => ({
    categoryId: "601",
    isDeleted: false,
    details,
    ...more,
  });
  const decide = (product: ReturnType<typeof present> | undefined) =>
    kept && decideApplication(kept, product, "601");

  it("is written where the product is as it was shown", () => {
    expect(decide(present({ ...own, sizeChart: { uri: "of another field" } }))).toEqual({
      kind: "write",
    });
  });

  it("is nothing to do where the product has it already", () => {
    expect(decide(present({}))).toEqual({ kind: "there" });
  });

  it("is left out where the product moved", () => {
    const skip = (code: string) => ({ kind: "skip", code });
    expect(decide(undefined)).toEqual(skip("sheet.product_gone"));
    expect(decide(present(own, { isDeleted: true }))).toEqual(skip("sheet.product_gone"));
    expect(decide(present(own, { categoryId: "602" }))).toEqual(skip("sheet.category_moved"));
    expect(decide(present({ attributes: { "1": [value("x", "Wool")] } }))).toEqual(
      skip("sheet.changed_meanwhile"),
    );
  });
});
