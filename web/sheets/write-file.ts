/** CSV files as a spreadsheet opens them: the template of a category, and rows with the cause of their refusal. */
import type { SheetProduct } from "../../src/contract/sheets";
import { joinValues, plainCell, safeCell } from "../../src/domain/sheets/cell";
import {
  BRAND,
  headingOf,
  NOTE,
  PRODUCT_ID,
  type SheetColumn,
} from "../../src/domain/sheets/columns";
import type { FileRow } from "./rows";

type Cells = readonly string[];

/** Letters that a spreadsheet takes in a cell are four times as many. */
const NOTE_LENGTH = 8_000;

/** The words of what explains the columns. */
export interface Notes {
  brand: string;
  /** How an attribute is filled in. */
  attribute(column: SheetColumn): string;
  use: string;
  allowed: string;
}

/** Heading, explanations, and a row for each product with what is set for it. */
export function templateRows(
  columns: readonly SheetColumn[],
  products: readonly SheetProduct[],
  notes: Notes,
): string[][] {
  const pieces = columns.map(({ values }) => piecesOf(values.map(({ name }) => name)));
  const most = Math.max(0, ...pieces.map(({ length }) => length));
  return [
    [PRODUCT_ID, "Name", "SKUs", BRAND, ...columns.map(headingOf)],
    [`${NOTE} ${notes.use}`, "", "", notes.brand, ...columns.map((one) => notes.attribute(one))],
    ...Array.from({ length: most }, (_, at) => [
      `${NOTE} ${notes.allowed}`,
      "",
      "",
      "",
      ...pieces.map((piece) => piece[at] ?? ""),
    ]),
    ...products.map(({ productId, name, skus, brand, cells }) => [
      productId,
      name,
      skus.join(", "),
      brand,
      ...columns.map(({ id }) => cells[id] ?? ""),
    ]),
  ];
}

/** The values as cells that stay far below what a spreadsheet takes. */
function piecesOf(values: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const value of values) {
    const text = joinValues([value]);
    const last = pieces.at(-1);
    if (last === undefined || last.length + text.length > NOTE_LENGTH) pieces.push(text);
    else pieces[pieces.length - 1] = `${last} | ${text}`;
  }
  return pieces;
}

const CAUSE = "Cause";

/** The rows as they were uploaded, with the cause behind them; a file to correct and upload again. */
export function errorRows(
  headings: Cells,
  rows: readonly { row: FileRow; cause: string }[],
): string[][] {
  const kept = headings.flatMap((heading, at) => (heading.toLowerCase() === "cause" ? [] : [at]));
  return [
    [...kept.map((at) => headings[at] ?? ""), CAUSE],
    ...rows.map(({ row, cause }) => [
      ...kept.map((at) => plainCell(row.original[at] ?? "")),
      cause,
    ]),
  ];
}

/** Where decimals have a comma, spreadsheets part cells by a semicolon. */
export function delimiterFor(language: string): "," | ";" {
  return new Intl.NumberFormat(language).format(0.5).includes(",") ? ";" : ",";
}

/** Every cell in quotes, so that none is taken for another's part. */
export async function toCsv(rows: readonly Cells[], delimiter: string): Promise<string> {
  const { stringify } = await import("csv-stringify/browser/esm/sync");
  const safe = rows.map((cells) => cells.map(safeCell));
  return stringify(safe, { bom: true, delimiter, quoted: true, record_delimiter: "\r\n" });
}
