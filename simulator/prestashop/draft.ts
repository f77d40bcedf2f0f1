// A write before it is stored: the sent fields merged into the previous row.
import type { Item, Json, Row, Stored } from "./data/row";
import { type Field, type Resource, initialValue, toColumn } from "./data/schema";
import { languageIds, localTime, type Store } from "./store";

/** One entity of a write, as plain texts. */
export interface SentEntity {
  /** Text of every element, or its texts by language id. */
  fields: Record<string, string | Record<string, string>>;
  /** Entries of every association that was sent, even an empty one. */
  links: Record<string, Item[]>;
}

export type WriteMethod = "POST" | "PUT" | "PATCH";

export interface Draft {
  method: WriteMethod;
  resource: Resource;
  sent: SentEntity;
  previous?: Row;
  values: Record<string, Stored>;
  links: Record<string, Item[]>;
  /** Values that the answer shows besides the sent ones, in PHP's own type. */
  computed: Record<string, Json>;
}

/** A column left out of a PUT or POST is emptied; lists of choices fall back to their default. */
function emptied(field: Field, store: Store): Stored {
  if (field.i18n || field.kind === "text" || field.kind === "date")
    return initialValue(field, languageIds(store));
  return initialValue({ name: field.name, kind: field.kind, ...scaleOf(field) }, []);
}

const scaleOf = (field: Field) => (field.scale === undefined ? {} : { scale: field.scale });

function written(field: Field, value: string | Record<string, string>, old: Stored, store: Store) {
  if (!field.i18n) return toColumn(field, typeof value === "string" ? value : "");
  const before = typeof old === "object" && old !== null ? old : {};
  const texts = typeof value === "string" ? undefined : value;
  const entries = languageIds(store).map((id) => [id, texts?.[id] ?? before[id] ?? ""]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Merges the sent fields into the previous row; a PUT or POST empties the fields it leaves out. */
export function draftOf(
  store: Store,
  resource: Resource,
  method: WriteMethod,
  sent: SentEntity,
  previous?: Row,
): Draft {
  const values: Record<string, Stored> = { ...previous?.values };
  for (const field of resource.fields) {
    if (field.readOnly || field.read) continue;
    const value = sent.fields[field.name];
    const old = method === "PATCH" ? (values[field.name] ?? null) : null;
    if (value !== undefined) values[field.name] = written(field, value, old, store);
    else if (method !== "PATCH" && field.name !== "date_add")
      values[field.name] = emptied(field, store);
  }
  const links = { ...previous?.links };
  for (const association of resource.associations ?? []) {
    const items = sent.links[association.name];
    if (items && association.writable) links[association.name] = items;
  }
  const draft = { method, resource, sent, values, links, computed: {} };
  return previous ? { ...draft, previous } : draft;
}

/** Sets the dates that every object with dates keeps by itself. */
export function stamp(store: Store, draft: Draft): void {
  const now = localTime(store);
  const names = new Set(draft.resource.fields.map((it) => it.name));
  const set = (name: string) => {
    if (!names.has(name)) return;
    draft.values[name] = now;
    draft.computed[name] = now;
  };
  if (draft.method === "POST") set("date_add");
  set("date_upd");
}

/** Stores the draft and returns the row. */
export function storeDraft(store: Store, draft: Draft): Row {
  const { resource, values, links, previous } = draft;
  const extra = Object.keys(links).length > 0 ? { links } : {};
  return previous
    ? store.tables.update(resource.name, { ...previous, ...extra, values })
    : store.tables.insert(resource.name, values, extra);
}
