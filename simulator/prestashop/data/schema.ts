// The terms in which resources are described: fields, associations. It knows no HTTP, XML or JSON.
import type { Item, Json, Row, Stored } from "./row";
import type { Tables } from "./tables";

/** The versions a store can simulate, each by its own name. */
export type Flavour = "1.7.8.11" | "8.2.1" | "9.1.4";

export const ONLY_17: readonly Flavour[] = ["1.7.8.11"];
export const BEFORE_9: readonly Flavour[] = ["1.7.8.11", "8.2.1"];
export const FROM_8: readonly Flavour[] = ["8.2.1", "9.1.4"];
export const FROM_9: readonly Flavour[] = ["9.1.4"];

/**
 * How the database types a column. `int` is text before 9 and a number from 9 on, `number` is a
 * number everywhere (a PHP cast), the others are text everywhere.
 */
export type Kind = "int" | "number" | "bool" | "decimal" | "text" | "date";

export interface Field {
  name: string;
  kind: Kind;
  i18n?: true;
  /** Digits after the point of a decimal; 6 when absent. */
  scale?: number;
  initial?: Stored;
  /** Resource (or path with `{id}`) that the value points at. */
  link?: string;
  format?: string;
  maxSize?: number;
  required?: true;
  /** Computed by a getter: readable, but no filter may name it. */
  dynamic?: true;
  /** A write that names it is refused, or leaves the stored value unchanged. */
  readOnly?: "refused" | "kept";
  only?: readonly Flavour[];
  read?: (row: Row, tables: Tables) => Json;
}

export interface Association {
  name: string;
  /** Element name of one entry. */
  node: string;
  /** Resource the entries belong to; absent for rows that are no resource of their own. */
  api?: string;
  /** Keys of an entry and whether 9 gives them as numbers. */
  keys: Record<string, "int" | "text">;
  required?: string[];
  /** Derived entries; absent: the entries stored with the row. */
  read?: (row: Row, tables: Tables) => Item[];
  /** A write may carry it. */
  writable?: true;
  links?: Record<string, string>;
}

export interface Resource {
  name: string;
  node: string;
  /** What answers call a list of it; default: its name. */
  listName?: string;
  /** PHP class, named in validation messages. */
  entity: string;
  description: string;
  fields: Field[];
  associations?: Association[];
  /** Methods the resource refuses for every key. */
  forbidden?: string[];
  /** Rows that lists of 1.7 leave out, because they belong to another shop or to none. */
  hides?: "stock of other shops";
  /** Lists show rows of the shop, and of the shops of its group where that has this flag. */
  isOfShop?: "share_order" | "share_customer";
  /** Order of an unsorted, unfiltered list; default: by id. */
  listOrder?: (rows: Row[]) => Row[];
  only?: readonly Flavour[];
  withoutSchema?: true;
}

type Extra = Omit<Field, "name" | "kind">;
const field =
  (kind: Kind) =>
  (name: string, extra: Extra = {}): Field => ({ name, kind, ...extra });

export const int = field("int");
export const number = field("number");
export const bool = field("bool");
export const decimal = field("decimal");
export const text = field("text");
export const date = field("date");
/** A text in every language of the store. */
export const lingual = (name: string, extra: Extra = {}): Field =>
  text(name, { i18n: true, ...extra });
/** An id of another resource. */
export const ref = (name: string, link: string, extra: Extra = {}): Field =>
  int(name, { link, format: "isUnsignedId", ...extra });

/** The value a column has when nothing was ever written to it. */
export function initialValue(field: Field, languages: readonly string[]): Stored {
  if (field.i18n) return Object.fromEntries(languages.map((id) => [id, ""]));
  if (field.initial !== undefined) return field.initial;
  if (field.kind === "decimal") return (0).toFixed(field.scale ?? 6);
  if (field.kind === "text") return "";
  return field.kind === "date" ? "0000-00-00 00:00:00" : "0";
}

/** Converts a written text into the form of the database. */
export function toColumn(field: Field, written: string): string {
  if (field.kind === "decimal") return (Number.parseFloat(written) || 0).toFixed(field.scale ?? 6);
  if (field.kind === "int" || field.kind === "number")
    return String(Number.parseInt(written, 10) || 0);
  if (field.kind === "bool") return written === "" || written === "0" ? "0" : "1";
  return written;
}
