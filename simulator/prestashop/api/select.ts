// Chooses the rows of a list. Unsorted lists come in the order of an index, never promised to be
// the order of ids.
import { comparable, lingualTexts } from "./columns";
import type { Row } from "../data/row";
import type { Resource } from "../data/schema";
import { is17 } from "../data/versions";
import { isShownIn, isStockOfShop } from "../shops";
import { languageIds, type Store } from "../store";
import { compareText } from "./filters";
import type { Filter, SortKey } from "./query";

export interface Selection {
  filters: Filter[];
  sort: SortKey[];
  offset: number;
  count: number;
}

const fieldOf = (resource: Resource, name: string) =>
  resource.fields.find((it) => it.name === name);

function passes(store: Store, resource: Resource, row: Row, filter: Filter): boolean {
  const field = fieldOf(resource, filter.field);
  if (field?.i18n)
    return lingualTexts(store, field, row, languageIds(store)).some((it) => filter.test(it));
  return filter.test(comparable(store, field, row));
}

function ordered(store: Store, resource: Resource, rows: Row[], keys: SortKey[]): Row[] {
  const compare = (a: Row, b: Row) => {
    for (const key of keys) {
      const field = fieldOf(resource, key.field);
      const order = compareText(comparable(store, field, a), comparable(store, field, b));
      if (order !== 0) return key.descending ? -order : order;
    }
    return Number(a.id) - Number(b.id);
  };
  return rows.toSorted(compare);
}

const visibleRows = (store: Store, { name, hides, isOfShop }: Resource): readonly Row[] => {
  const rows = store.tables.all(name);
  if (isOfShop) return rows.filter((row) => isShownIn(store, row, isOfShop));
  return hides && is17(store.flavour) ? rows.filter((row) => isStockOfShop(store, row)) : rows;
};

/** Filters, sorts and cuts the rows of a resource as one list request asks. */
export function selectRows(store: Store, resource: Resource, selection: Selection): Row[] {
  const { filters, sort, offset, count } = selection;
  const found = visibleRows(store, resource).filter((row) =>
    filters.every((filter) => passes(store, resource, row, filter)),
  );
  const byIndex = filters
    .filter((it) => it.field !== "id")
    .map(({ field }) => ({ field, descending: false }));
  const inOrder =
    sort.length > 0 || byIndex.length > 0
      ? ordered(store, resource, found, sort.length > 0 ? sort : byIndex)
      : (resource.listOrder?.(found) ?? found);
  return inOrder.slice(offset, offset + count);
}
