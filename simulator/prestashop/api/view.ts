import type { Item, Json, Row } from "../data/row";
import type { Association, Field, Resource } from "../data/schema";
import type { Store } from "../store";
import type { PriceParameter } from "../prices/computed-price";
import type { Display } from "./query";

/** Everything a renderer needs besides the rows. */
export interface View {
  store: Store;
  resource: Resource;
  wanted: Display;
  languages: { ids: string[]; plain: boolean };
  prices: PriceParameter[];
  /** Value of a computed price for a row, 6 decimals. */
  priceOf: (row: Row, parameter: PriceParameter) => string;
}

const asks = (view: View, name: string): boolean =>
  view.wanted.fields === undefined || view.wanted.fields.has("*") || view.wanted.fields.has(name);

export const wantsId = (view: View): boolean => asks(view, "id");

const shownFields = new WeakMap<View, Field[]>();

/** The columns to show, in the order of the resource; found once for all rows. */
export function fieldsOf(view: View): Field[] {
  const known = shownFields.get(view);
  if (known) return known;
  const fields = view.resource.fields.filter((it) => asks(view, it.name));
  shownFields.set(view, fields);
  return fields;
}

export const pricesOf = (view: View): PriceParameter[] =>
  view.prices.filter((it) => asks(view, it.name));

export interface ShownAssociation {
  association: Association;
  items: Item[];
}

/** The associations to show with the keys asked for. */
export function associationsOf(view: View, row: Row): ShownAssociation[] {
  const shown = (view.resource.associations ?? []).filter((it) => asks(view, it.name));
  return shown.map((association) => {
    const keys = view.wanted.nested.get(association.name);
    const items = association.read?.(row, view.store.tables) ?? row.links?.[association.name] ?? [];
    const pick = (item: Item) =>
      Object.fromEntries(Object.entries(item).filter(([key]) => keys?.has(key) ?? true));
    return { association, items: items.map(pick) };
  });
}

/** Whether PHP's empty() holds; such values are dropped from single answers. */
export const isFalsy = (value: Json): boolean =>
  value === null ||
  value === "" ||
  value === "0" ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0);
