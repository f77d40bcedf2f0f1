/** The rows of a file as rows of a category's sheet, and the parts in which they are sent. Pure. */
import { plainCell } from "../../src/domain/sheets/cell";
import { NOTE, readHeading, type Heading, type SheetColumn } from "../../src/domain/sheets/columns";
import type { SheetCause, SheetRow } from "../../src/domain/sheets/judge-row";
import { SHEET_LIMITS } from "../../src/domain/sheets/sheet-limits";
import { FileProblem, type TableRow } from "./read-file";

/** A row with its cells as they stand in the file. */
export interface FileRow extends SheetRow {
  original: readonly string[];
  /** What keeps it from being sent at all. */
  causes: readonly SheetCause[];
}

export interface FileRows {
  headings: readonly string[];
  rows: FileRow[];
}

/** Throws FileProblem. */
export function toRows(table: readonly TableRow[], columns: readonly SheetColumn[]): FileRows {
  const [head, ...body] = table;
  const headings = (head?.cells ?? []).map((cell) => plainCell(cell).trim());
  const places = placesOf(headings, columns);
  const rows = body
    .filter(({ cells }) => !cells[places.product]?.trim().startsWith(NOTE))
    .map((row) => toRow(row, places));
  if (rows.length > SHEET_LIMITS.rows) throw new FileProblem("too_many_rows");
  if (rows.length === 0) throw new FileProblem("empty");
  const lines = Map.groupBy(rows, ({ productId }) => productId);
  return {
    headings,
    rows: rows.map((row) => {
      const same = lines.get(row.productId) ?? [];
      if (row.productId === "" || same.length < 2) return row;
      return { ...row, causes: [...row.causes, twice(same)] };
    }),
  };
}

const twice = (rows: readonly FileRow[]): SheetCause => ({
  code: "product_twice",
  value: rows.map(({ line }) => line).join(", "),
});

interface Places {
  product: number;
  brand: number | undefined;
  attributes: { id: string; name: string; at: number }[];
}

function placesOf(headings: readonly string[], columns: readonly SheetColumn[]): Places {
  const read = headings.map((text, at) => ({ ...readHeading(text), text, at }));
  const places = (kind: Heading["kind"]) => read.filter((one) => one.kind === kind);
  const attributes = read.flatMap((one) => (one.kind === "attribute" ? [one] : []));
  const name = (id: string) => columns.find((column) => column.id === id)?.name;
  const unknown = [
    ...places("unknown").filter(({ text }) => text !== ""),
    ...attributes.filter(({ id }) => name(id) === undefined),
  ];
  const [product, ...products] = places("product");
  const [brand, ...brands] = places("brand");
  if (!product) throw new FileProblem("no_product_column");
  if (unknown.length > 0)
    throw new FileProblem("unknown_columns", unknown.map(({ text }) => text).join(", "));
  const again = attributes.filter(
    ({ id }, at) => attributes.findIndex((one) => one.id === id) < at,
  );
  const doubled = [...products, ...brands, ...again];
  if (doubled.length > 0)
    throw new FileProblem("column_twice", doubled.map(({ text }) => text).join(", "));
  return {
    product: product.at,
    brand: brand?.at,
    attributes: attributes.map(({ id, at }) => ({ id, name: name(id) ?? id, at })),
  };
}

/** A product's id is no longer than that. */
const MAX_ID = 100;

function toRow({ line, cells }: TableRow, { product, brand, attributes }: Places): FileRow {
  const at = (place: number) => plainCell(cells[place] ?? "");
  const productId = at(product).trim();
  const named = [...(brand === undefined ? [] : [{ name: "Brand ID", at: brand }]), ...attributes];
  const long = named.filter((one) => at(one.at).length > SHEET_LIMITS.cell);
  const isKnowable = productId !== "" && productId.length <= MAX_ID;
  return {
    line,
    productId,
    ...(brand === undefined ? {} : { brand: at(brand) }),
    cells: Object.fromEntries(attributes.map((one) => [one.id, at(one.at)])),
    original: cells,
    causes: [
      ...(isKnowable ? [] : [{ code: "product_unknown", value: productId } as const]),
      ...long.map(({ name }) => ({ code: "value_too_long", column: name }) as const),
    ],
  };
}

/** Letters of one request's rows, far below what the server takes in bytes. */
const LETTERS_AT_ONCE = 200_000;

/** Rows as the server takes them at once. Rows of a brand go together: each brand may have to be asked for. */
export function toParts(rows: readonly FileRow[]): SheetRow[][] {
  const parts: SheetRow[][] = [];
  let brands = new Set<string>();
  let letters = Number.POSITIVE_INFINITY;
  for (const { original: _, causes: _none, ...row } of rows.toSorted(byBrand)) {
    const length = JSON.stringify(row).length;
    const last = parts.at(-1);
    const isFull =
      !last ||
      last.length >= SHEET_LIMITS.rowsAtOnce ||
      letters + length > LETTERS_AT_ONCE ||
      (brands.size >= SHEET_LIMITS.brandsAtOnce && !brands.has(row.brand ?? ""));
    if (isFull) {
      parts.push([row]);
      brands = new Set();
      letters = 0;
    } else last.push(row);
    brands.add(row.brand ?? "");
    letters += length;
  }
  return parts;
}

function byBrand({ brand: one = "" }: FileRow, { brand: other = "" }: FileRow): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
