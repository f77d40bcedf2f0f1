import type { Row } from "../data/row";

/** The order of an unsorted list: the same every time, but not by id, as on the real store. */
export function scattered(rows: Row[]): Row[] {
  const weight = (row: Row) => (Number(row.id) * 7919) % 1009;
  const [first, ...rest] = rows;
  if (!first) return [];
  return [first, ...rest.toSorted((a, b) => weight(a) - weight(b) || Number(a.id) - Number(b.id))];
}

/** All rows but the first, then the first: the order of unsorted order states. */
export function firstLast(rows: Row[]): Row[] {
  return [...rows.slice(1), ...rows.slice(0, 1)];
}
