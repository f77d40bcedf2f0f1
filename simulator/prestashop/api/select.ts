// Chooses the rows of a list. Unsorted lists come in the order of an index, never promised to be
// the order of ids.
import { comparable, lingualTexts } from "./columns";
import type { Row } from "../data/row";
import type { Resource } from "../data/schema";
import { is17 } from "../data/versions";
import { languageIds, type Shop } from "../shop";
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

function passes(shop: Shop, resource: Resource, row: Row, filter: Filter): boolean {
  const field = fieldOf(resource, filter.field);
  if (field?.i18n)
    return lingualTexts(shop, field, row, languageIds(shop)).some((it) => filter.test(it));
  return filter.test(comparable(shop, field, row));
}

function ordered(shop: Shop, resource: Resource, rows: Row[], keys: SortKey[]): Row[] {
  const compare = (a: Row, b: Row) => {
    for (const key of keys) {
      const field = fieldOf(resource, key.field);
      const order = compareText(comparable(shop, field, a), comparable(shop, field, b));
      if (order !== 0) return key.descending ? -order : order;
    }
    return Number(a.id) - Number(b.id);
  };
  return rows.toSorted(compare);
}

const visibleRows = (shop: Shop, { name, hides }: Resource): readonly Row[] => {
  const rows = shop.tables.all(name);
  return hides && is17(shop.flavour) ? rows.filter((row) => !hides(row)) : rows;
};

/** Filters, sorts and cuts the rows of a resource as one list request asks. */
export function selectRows(shop: Shop, resource: Resource, selection: Selection): Row[] {
  const { filters, sort, offset, count } = selection;
  const found = visibleRows(shop, resource).filter((row) =>
    filters.every((filter) => passes(shop, resource, row, filter)),
  );
  const byIndex = filters
    .filter((it) => it.field !== "id")
    .map(({ field }) => ({ field, descending: false }));
  const inOrder =
    sort.length > 0 || byIndex.length > 0
      ? ordered(shop, resource, found, sort.length > 0 ? sort : byIndex)
      : (resource.listOrder?.(found) ?? found);
  return inOrder.slice(offset, offset + count);
}
