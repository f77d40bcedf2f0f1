// JSON as the webservice writes it: types by version, falsy values dropped from single answers.
// Chooses no rows.
import { typed, is17, is9 } from "../data/versions";
import { lingualTexts, scalar } from "./columns";
import type { Item, Json, Row } from "../data/row";
import type { Field } from "../data/schema";
import type { Failure } from "../failure";
import {
  associationsOf,
  fieldsOf,
  isFalsy,
  pricesOf,
  wantsId,
  type ShownAssociation,
  type View,
} from "./view";

type JsonObject = { [key: string]: Json };

/** PHP's json_encode escapes slashes and leaves other characters alone. */
export const encode = (value: Json): string => JSON.stringify(value).replaceAll("/", "\\/");

function fieldJson(view: View, field: Field, row: Row): Json {
  const { store, languages } = view;
  if (!field.i18n) return typed(field.kind, scalar(store, field, row), store.flavour);
  const texts = lingualTexts(store, field, row, languages.ids);
  if (languages.plain) return texts[0] ?? "";
  return languages.ids.map((id, index) => ({
    id: is9(store.flavour) ? Number(id) : id,
    value: texts[index] ?? "",
  }));
}

function itemJson(view: View, { association }: ShownAssociation, item: Item): JsonObject {
  const entries = Object.entries(item).map(([key, value]): [string, Json] => [
    key,
    typed(association.keys[key] ?? "text", value, view.store.flavour),
  ]);
  return Object.fromEntries(entries);
}

/** One row as an object with the wanted fields; associations without entries are left out. */
export function rowJson(view: View, row: Row): JsonObject {
  const json: JsonObject = wantsId(view) ? { id: Number(row.id) } : {};
  for (const field of fieldsOf(view)) json[field.name] = fieldJson(view, field, row);
  for (const parameter of pricesOf(view)) json[parameter.name] = view.priceOf(row, parameter);
  const associations = associationsJson(view, row);
  return Object.keys(associations).length === 0 ? json : { ...json, associations };
}

export function associationsJson(view: View, row: Row): JsonObject {
  const shown = associationsOf(view, row).filter((it) => it.items.length > 0);
  return Object.fromEntries(
    shown.map((it) => [it.association.name, it.items.map((item) => itemJson(view, it, item))]),
  );
}

/** The list shape; an empty list is `[]` without the resource's name. */
export function listJson(view: View, rows: readonly Row[]): string {
  if (rows.length === 0) return "[]";
  const entries = rows.map((row) =>
    view.wanted.fields === undefined ? { id: Number(row.id) } : rowJson(view, row),
  );
  return encode({ [view.resource.listName ?? view.resource.name]: entries });
}

/** The single shape; from 8 on it drops every falsy value. */
export function singleJson(view: View, json: JsonObject): string {
  const keepsAll = is17(view.store.flavour);
  const kept = Object.entries(json).filter(([, value]) => keepsAll || !isFalsy(value));
  return encode({ [view.resource.node]: Object.fromEntries(kept) });
}

export const errorJson = (failure: Failure): string =>
  encode({ errors: failure.errors.map(({ code, message }) => ({ code, message })) });
