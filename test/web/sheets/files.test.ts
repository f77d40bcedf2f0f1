import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetProduct } from "../../../src/contract/sheets";
import type { SheetColumn } from "../../../src/domain/sheets/columns";
import { brandCell } from "../../../src/domain/sheets/cell";
import { SHEET_LIMITS } from "../../../src/domain/sheets/sheet-limits";
import { valuesCell } from "../../../src/domain/sheets/judge-row";
import { decode, FileProblem, readFile, readTable } from "../../../web/sheets/read-file";
import { toParts, toRows } from "../../../web/sheets/rows";
import { delimiterFor, errorRows, templateRows, toCsv } from "../../../web/sheets/write-file";

const column = (id: string, name: string): SheetColumn => ({
  id,
  name,
  isRequired: id === "100",
  isMultiple: true,
  isCustomizable: true,
  values: [{ id: "c", name: "Cotton" }],
});
const COLUMNS = [column("100", "Material"), column("101", "=Care, [washing]")];
const NOTES = { brand: "id", attribute: () => "required", use: "how", allowed: "allowed" };

const rowsOf = async (text: string) => toRows(await readTable(text), COLUMNS);
const problemOf = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => "none",
      (caught: unknown) => (caught instanceof FileProblem ? caught.code : String(caught)),
    );
const HEAD = "Product ID;Brand ID;Material * [100]";

describe("a file", () => {
  it("that is written and read again says the same, in two hundred files of any content", async () => {
    const text = fc.string({ unit: fc.constantFrom(..."a=+-@'\"\\|;,\t\n\r é€#[]") });
    const values = fc.array(fc.record({ name: text }), { maxLength: 3 });
    const product = fc.record({
      name: text,
      skus: fc.array(text),
      brand: text,
      one: values,
      two: values,
    });
    const given = fc.record({
      products: fc.array(product, { minLength: 1, maxLength: 5 }),
      delimiter: fc.constantFrom(",", ";", "\t"),
      isMarked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ products, delimiter, isMarked }) => {
        const sheet: SheetProduct[] = products.map(({ name, skus, brand, one, two }, at) => ({
          productId: String(at + 1),
          name,
          skus,
          brand: brandCell({ id: "708", name: brand }),
          cells: {
            "100": valuesCell(column("100", ""), one),
            "101": valuesCell(column("101", ""), two),
          },
        }));
        const written = await toCsv(templateRows(COLUMNS, sheet, NOTES), delimiter);
        const { rows } = await rowsOf(isMarked ? written : written.slice(1));
        expect(rows.map(({ productId, brand, cells }) => ({ productId, brand, cells }))).toEqual(
          sheet.map(({ productId, brand, cells }) => ({ productId, brand, cells })),
        );
        expect(rows.every(({ causes }) => causes.length === 0)).toBe(true);
        expect(written).not.toMatch(/(^|[,;\t])"[=+\-@]/m);
      }),
      { numRuns: 200 },
    );
  });

  it("is read with any delimiter, line end and mark, and a trailing empty line", async () => {
    const wanted = [
      { productId: "7", brand: "708 (X)", cells: { "100": "Cotton\nwashed" } },
      { productId: "8", brand: "", cells: { "100": 'a "b"; c' } },
    ];
    for (const delimiter of [",", ";", "\t"])
      for (const end of ["\n", "\r\n"])
        for (const start of ["", "\ufeff", `sep=${delimiter}${end}`]) {
          const lines = [
            `Product ID|Brand ID|Material * [100]`,
            `"# note"||x`,
            `7|708 (X)|"Cotton\nwashed"`,
            `8||"a ""b""; c"`,
            "||",
            "",
          ];
          const body = lines.join(end).replaceAll("|", delimiter);
          const { rows } = await rowsOf(start + body);
          expect(rows.map(({ productId, brand, cells }) => ({ productId, brand, cells }))).toEqual(
            wanted,
          );
        }
  });

  it("is decoded by what it is, and refused where that would be a guess", async () => {
    const utf16 = (text: string, isLow: boolean) =>
      Uint8Array.from(
        [...text].flatMap((sign) => {
          const code = sign.charCodeAt(0);
          return isLow ? [code & 255, code >> 8] : [code >> 8, code & 255];
        }),
      );
    expect(decode(new TextEncoder().encode("é"))).toBe("é");
    for (const isLow of [true, false])
      for (const mark of ["", "\ufeff"]) expect(decode(utf16(`${mark}Größe`, isLow))).toBe("Größe");
    expect(await problemOf(() => decode(Uint8Array.from([0x47, 0x72, 0xf6, 0xdf])))).toBe(
      "encoding",
    );
    expect(await problemOf(() => decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0])))).toBe("workbook");
  });

  it("of another kind, size or shape is refused with the cause", async () => {
    expect(await problemOf(() => readFile({ size: SHEET_LIMITS.bytes + 1 } as Blob))).toBe(
      "too_large",
    );
    expect(await problemOf(() => readTable(""))).toBe("empty");
    expect(await problemOf(() => readTable(`${HEAD}\n7;"never closed`))).toBe("quotes");
    expect(await problemOf(() => rowsOf(HEAD))).toBe("empty");
    expect(await problemOf(() => rowsOf("Name;Price\nx;1"))).toBe("no_product_column");
    expect(await problemOf(() => rowsOf("Product ID;Price\n7;1"))).toBe("unknown_columns");
    expect(await problemOf(() => rowsOf("Product ID;Material [999]\n7;x"))).toBe("unknown_columns");
    expect(await problemOf(() => rowsOf("Product ID;A [100];B [100]\n7;x;y"))).toBe("column_twice");
    const many = `Product ID\n${"7\n".repeat(SHEET_LIMITS.rows + 1)}`;
    expect(await problemOf(() => rowsOf(many))).toBe("too_many_rows");
  });

  it("says of rows what keeps them from being sent", async () => {
    const long = "x".repeat(SHEET_LIMITS.cell + 1);
    const { rows } = await rowsOf(`${HEAD}\n7;;a\n7;;b\n;;c\n8;;${long}\n9\n`);
    expect(rows.map(({ line, causes }) => [line, ...causes.map(({ code }) => code)])).toEqual([
      [2, "product_twice"],
      [3, "product_twice"],
      [4, "product_unknown"],
      [5, "value_too_long"],
      [6],
    ]);
    expect(rows[0]?.causes[0]?.value).toBe("2, 3");
  });

  it("of errors is the rows as they were, with the cause, and is read again", async () => {
    const text = `${HEAD};Cause\n7;;"'=1|'x";old\n8;;ok;`;
    const { headings, rows } = await rowsOf(text);
    const [row] = rows;
    const written = row && (await toCsv(errorRows(headings, [{ row, cause: "-no" }]), ";"));
    expect(written).toContain(`"'-no"`);
    expect((await rowsOf(written ?? "")).rows[0]?.cells).toEqual(row?.cells);
  });

  it("goes in parts that the server takes, rows of a brand together", async () => {
    const body = Array.from({ length: 10_000 }, (_, at) => `${at + 1};${at % 100} (B);Cotton`);
    const parts = toParts((await rowsOf([HEAD, ...body].join("\n"))).rows);
    expect(parts.length).toBeLessThanOrEqual(40);
    expect(parts.flat()).toHaveLength(10_000);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(SHEET_LIMITS.rowsAtOnce);
      const brands = new Set(part.map(({ brand }) => brand));
      expect(brands.size).toBeLessThanOrEqual(SHEET_LIMITS.brandsAtOnce);
      expect(JSON.stringify(part).length).toBeLessThan(900_000);
    }
  });

  it("has the delimiter that spreadsheets of the language take", () => {
    expect([delimiterFor("en-GB"), delimiterFor("de-DE"), delimiterFor("fr-FR")]).toEqual([
      ",",
      ";",
      ";",
    ]);
  });
});
