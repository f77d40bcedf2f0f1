/** How values stand in the cells of a sheet, so that a spreadsheet neither runs nor loses them. */

/** What a spreadsheet takes for the beginning of a formula, also in full width. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The text as it may stand in a file that a spreadsheet opens. */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `safeCell` was given. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const SEPARATOR = " | ";

/** Several values in one cell: "Red | Blue". A bar or backslash of a value has a backslash before it. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, String.raw`\$&`)).join(SEPARATOR);
}

/** The values of a cell, without outer spaces and without empty ones. */
export function splitValues(cell: string): string[] {
  const values: string[] = [];
  let value = "";
  for (const [sign] of cell.matchAll(/\\[\\|]|[^]/gu)) {
    if (sign === "|") {
      values.push(value);
      value = "";
    } else value += sign.length === 2 && sign.startsWith("\\") ? sign.slice(1) : sign;
  }
  return [...values, value].map((one) => one.trim()).filter(Boolean);
}

/** A brand with what people know it by: an id of digits alone is shortened by spreadsheets. */
export function brandCell({ id, name }: { id: string; name: string }): string {
  return `${id} (${name})`;
}

/** Id and name of a brand's cell, the name where it is there; undefined: the cell holds no id. */
export function readBrandCell(cell: string): { id: string; name?: string } | undefined {
  const found = /^(\S+?)(?:\s*\(([^]*)\))?$/.exec(cell.trim());
  if (!found?.[1]) return undefined;
  const name = found[2]?.trim();
  return { id: found[1], ...(name ? { name } : {}) };
}

/** "7.08243E+18": a spreadsheet took a long number for an amount, and its last digits are lost. */
export function isShortened(cell: string): boolean {
  return /^\d([.,]\d+)?e\+\d+$/i.test(cell.trim());
}
