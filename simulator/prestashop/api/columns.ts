import type { Json, Row, Stored } from "../data/row";
import { initialValue, type Field } from "../data/schema";
import { languageIds, type Store } from "../store";

/** What a column holds: the stored value, or the one a fresh row has. */
export function stored(store: Store, field: Field, row: Row): Stored {
  const value = row.values[field.name];
  if (value !== undefined) return value;
  return initialValue(field, field.i18n ? languageIds(store) : []);
}

/** The text of every language asked for, by language id. */
export function lingualTexts(
  store: Store,
  field: Field,
  row: Row,
  ids: readonly string[],
): string[] {
  const value = stored(store, field, row);
  return ids.map((id) => {
    if (typeof value === "string") return value;
    return value?.[id] ?? "";
  });
}

/** A column's value without languages, computed ones included. */
export function scalar(store: Store, field: Field, row: Row): Json {
  if (field.read) return field.read(row, store.tables);
  const value = stored(store, field, row);
  return typeof value === "object" && value !== null ? (Object.values(value)[0] ?? "") : value;
}

/** The text a filter or a sort compares. */
export function comparable(store: Store, field: Field | undefined, row: Row): string {
  if (!field) return row.id;
  const value = scalar(store, field, row);
  return value === null || value === false ? "" : String(value);
}
