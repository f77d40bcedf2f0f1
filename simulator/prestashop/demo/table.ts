// Reads the compact tables of the demo store: one row a line, cells separated by "|", "~" for a value
// left at its default, `name(keys)` for an association whose entries are separated by ",".
import type { Item, Row } from "../data/row";

const unescape = (cell: string) =>
  cell.replace(/\\(r|n|p|\\)/g, (_, code: string) => ({ r: "\r", n: "\n", p: "|" })[code] ?? "\\");

function toItems(cell: string, keys: string[]): Item[] {
  const toItem = (entry: string) => {
    const parts = entry.split("/");
    return Object.fromEntries(keys.map((key, index) => [key, parts[index] ?? "0"]));
  };
  return cell.split(",").map(toItem);
}

/** Rows of a compact table; `shared` holds what every row has in common. */
export function table(head: string, body: string, shared: Record<string, string> = {}): Row[] {
  const columns = head.split("|");
  return body
    .trim()
    .split("\n")
    .map((line) => toRow(columns, line.split("|"), shared));
}

function toRow(columns: string[], cells: string[], shared: Record<string, string>): Row {
  const row: Row = { id: cells[0] ?? "", values: { ...shared } };
  columns.forEach((column, index) => {
    const cell = cells[index] ?? "~";
    if (column === "id" || cell === "~") return;
    const association = /^(\w+)\((.*)\)$/.exec(column);
    if (association?.[1] && association[2])
      row.links = { ...row.links, [association[1]]: toItems(cell, association[2].split(",")) };
    else row.values[column] = unescape(cell);
  });
  return row;
}
