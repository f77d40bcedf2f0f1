/** A stored column: text as the database keeps it, null, or one text per language id. */
export type Stored = string | null | Record<string, string>;

/** One entry of an association, e.g. `{ id: "4" }` or a cart row. */
export type Item = Record<string, string>;

/** A row of a table: its columns, and the entries of its associations by name. */
export interface Row {
  id: string;
  values: Record<string, Stored>;
  links?: Record<string, Item[]>;
}

/** Any JSON value, as the webservice answers it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
