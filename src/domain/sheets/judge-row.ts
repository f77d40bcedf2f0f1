/** Whether a row of a sheet may be written, and what it would change. */
import { acceptedValues } from "../listings/accepted-values";
import type { AttributeValue, BrandChoice, ListingDetails } from "../listings/listing-details";
import { toItemChange, type ItemChange } from "../tasks/item-change";
import { brandCell, isShortened, joinValues, readBrandCell, splitValues } from "./cell";
import type { SheetColumn } from "./columns";
import { SHEET_LIMITS } from "./sheet-limits";

/** A row as the file says it; a column that the file lacks is absent. */
export interface SheetRow {
  /** Where it stands in the file, from 1. */
  line: number;
  productId: string;
  /** The brand's cell. */
  brand?: string | undefined;
  /** By attribute id. */
  cells: Readonly<Record<string, string>>;
}

/** Why a row is not written. Names that cross the wire. */
export const SHEET_CAUSES = [
  "product_unknown",
  "product_elsewhere",
  "product_twice",
  "column_unknown",
  "value_unknown",
  "value_too_long",
  "value_unreadable",
  "value_no_number",
  "one_value_only",
  "too_many_values",
  "number_shortened",
  "brand_unknown",
] as const;

export interface SheetCause {
  code: (typeof SHEET_CAUSES)[number];
  /** The column it is about. */
  column?: string;
  /** The value it is about, or what else says more. */
  value?: string;
}

/** Details that a row would set; those not named stay. */
export interface SheetPatch {
  brand?: BrandChoice | null;
  attributes?: Readonly<Record<string, readonly AttributeValue[] | null>>;
}

/** What stood there by the same names when the row was judged. */
export type SheetBefore = SheetPatch;

export type JudgedRow =
  | { state: "error"; causes: readonly SheetCause[] }
  | { state: "unchanged" }
  | { state: "valid"; patch: SheetPatch; before: SheetBefore; change: ItemChange };

/** What the row is judged by. */
export interface JudgedBy {
  columns: readonly SheetColumn[];
  /** Brands that the channel is known to have. */
  brands: ReadonlyMap<string, string>;
}

/** The cell of an attribute as it is written for these values. */
export function valuesCell(column: SheetColumn, values: readonly AttributeValue[] = []): string {
  return joinValues(values.map((value) => nameOf(column, value)));
}

function nameOf({ values }: SheetColumn, { id, name }: AttributeValue): string {
  return (id && values.find((value) => value.id === id)?.name) || name || id || "";
}

/** The cell of a product's own brand; "": it has none that a listing can carry. */
export function ownBrandCell({ brand }: ListingDetails): string {
  return brand?.id ? brandCell({ id: brand.id, name: brand.name }) : "";
}

/** Judges the row of a product that is known and in the category. */
export function judgeRow(row: SheetRow, own: ListingDetails, by: JudgedBy): JudgedRow {
  const causes: SheetCause[] = [];
  const after: { brand?: BrandChoice | null; attributes: Record<string, AttributeValue[] | null> } =
    { attributes: {} };
  const brand = row.brand === undefined ? undefined : judgeBrand(row.brand, own, by);
  if (brand && "cause" in brand) causes.push(brand.cause);
  else if (brand) after.brand = brand.brand;
  for (const [id, cell] of Object.entries(row.cells)) {
    const column = by.columns.find((one) => one.id === id);
    if (!column) causes.push({ code: "column_unknown", column: id });
    else if (!isSame(splitValues(cell), splitValues(valuesCell(column, own.attributes?.[id])))) {
      const judged = judgeCell(column, cell);
      if ("cause" in judged) causes.push(judged.cause);
      else after.attributes[id] = judged.values;
    }
  }
  if (causes.length > 0) return { state: "error", causes };
  const ids = Object.keys(after.attributes);
  if (ids.length === 0 && after.brand === undefined) return { state: "unchanged" };
  const { attributes, ...rest } = after;
  const patch: SheetPatch = { ...rest, ...(ids.length > 0 ? { attributes } : {}) };
  const before = presentOf(patch, own);
  return { state: "valid", patch, before, change: changeOf(patch, before, by.columns) };
}

/** What the details hold by the names of the patch. */
export function presentOf(patch: SheetPatch, own: ListingDetails): SheetBefore {
  const ids = Object.keys(patch.attributes ?? {});
  return {
    ...(patch.brand === undefined ? {} : { brand: own.brand ?? null }),
    ...(patch.attributes === undefined
      ? {}
      : { attributes: Object.fromEntries(ids.map((id) => [id, own.attributes?.[id] ?? null])) }),
  };
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, at) => value === other[at]);

type JudgedBrand = { cause: SheetCause } | { brand: BrandChoice | null } | undefined;

/** Undefined: it says what is there. */
function judgeBrand(cell: string, own: ListingDetails, { brands }: JudgedBy): JudgedBrand {
  const text = cell.trim();
  if (text === "") return own.brand?.id ? { brand: null } : undefined;
  if (isShortened(text)) return { cause: { code: "number_shortened", value: text } };
  const id = readBrandCell(text)?.id ?? text;
  if (id === own.brand?.id) return undefined;
  const name = brands.get(id);
  return name === undefined
    ? { cause: { code: "brand_unknown", value: text } }
    : { brand: { id, name } };
}

type JudgedCell = { cause: SheetCause } | { values: AttributeValue[] | null };

function judgeCell(column: SheetColumn, cell: string): JudgedCell {
  const texts = splitValues(cell);
  const refuse = (code: SheetCause["code"], value?: string): JudgedCell => ({
    cause: { code, column: column.name, ...(value === undefined ? {} : { value }) },
  });
  if (texts.length === 0) return { values: null };
  if (texts.length > 1 && !column.isMultiple) return refuse("one_value_only");
  if (texts.length > SHEET_LIMITS.values)
    return refuse("too_many_values", String(SHEET_LIMITS.values));
  const values: AttributeValue[] = [];
  for (const text of texts) {
    const judged = judgeValue(column, text);
    if (typeof judged === "string") return refuse(judged, text);
    const isThere = values.some(({ id, name }) => id === judged.id && name === judged.name);
    if (!isThere) values.push(judged);
  }
  return { values };
}

function judgeValue(column: SheetColumn, text: string): AttributeValue | SheetCause["code"] {
  if (text.length > SHEET_LIMITS.valueLength) return "value_too_long";
  const [value] = acceptedValues(column, [{ name: text }]) ?? [];
  if (value) return value.id ? { id: value.id, name: nameOf(column, value) } : value;
  if (!column.isCustomizable) return "value_unknown";
  return column.format ? "value_no_number" : "value_unreadable";
}

/** By the names of columns, as the items of a task show it. */
function changeOf(
  patch: SheetPatch,
  before: SheetBefore,
  columns: readonly SheetColumn[],
): ItemChange {
  const shown = ({ brand, attributes = {} }: SheetPatch) => ({
    ...(brand === undefined ? {} : { brand: brand?.name ?? null }),
    ...Object.fromEntries(
      columns
        .filter(({ id }) => Object.hasOwn(attributes, id))
        .map((column) => [column.name, valuesCell(column, attributes[column.id] ?? []) || null]),
    ),
  });
  const after = shown(patch);
  return toItemChange(shown(before), after, Object.keys(after));
}
