import type { Row } from "../data/row";

/** The order of a list nobody sorted: the same every time, and not by id, as on the real store. */
export function scattered(rows: Row[]): Row[] {
  const weight = (row: Row) => (Number(row.id) * 7919) % 1009;
  const [first, ...rest] = rows;
  if (!first) return [];
  return [first, ...rest.toSorted((a, b) => weight(a) - weight(b) || Number(a.id) - Number(b.id))];
}

/** Everything but the first row, then the first: how order states come without a sort. */
export function firstLast(rows: Row[]): Row[] {
  return [...rows.slice(1), ...rows.slice(0, 1)];
}
