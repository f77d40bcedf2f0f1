/** A CSV file as spreadsheets write it, read into cells. It knows no category and no product. */
import { SHEET_LIMITS } from "../../src/domain/sheets/sheet-limits";

/** Why a file is not read at all. */
export const FILE_PROBLEMS = [
  "too_large",
  "workbook",
  "encoding",
  "empty",
  "quotes",
  "too_many_rows",
  "no_product_column",
  "unknown_columns",
  "column_twice",
] as const;

/** Refuses a file; `value` says more, such as names of columns. */
export class FileProblem extends Error {
  constructor(
    readonly code: (typeof FILE_PROBLEMS)[number],
    readonly value = "",
  ) {
    super(code);
  }
}

export interface TableRow {
  /** As a spreadsheet numbers it, from 1. */
  line: number;
  cells: string[];
}

/** The rows of a file that hold anything. Throws FileProblem. */
export async function readFile(file: Blob): Promise<TableRow[]> {
  if (file.size > SHEET_LIMITS.bytes) throw new FileProblem("too_large");
  return readTable(decode(new Uint8Array(await file.arrayBuffer())));
}

const startsWith = (bytes: Uint8Array, ...wanted: number[]) =>
  wanted.every((byte, at) => bytes[at] === byte);

/** UTF-8 and UTF-16 with or without a mark; anything else is refused, since a guess would spoil names. */
export function decode(bytes: Uint8Array): string {
  // A zip (xlsx, ods) and what Excel wrote before.
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new FileProblem("workbook");
  const isHighFirst = startsWith(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] !== 0);
  const isLowFirst = startsWith(bytes, 0xff, 0xfe) || (bytes[1] === 0 && bytes[0] !== 0);
  const encoding = isHighFirst ? "utf-16be" : isLowFirst ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem("encoding");
  }
}

const DELIMITERS = [",", ";", "\t"] as const;

/** Throws FileProblem. */
export async function readTable(text: string): Promise<TableRow[]> {
  const [named, first] = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  const body = named === undefined ? text : text.slice(named.length);
  const records = await parseRecords(body, first ?? delimiterOf(body));
  const rows = records
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (rows.length === 0) throw new FileProblem("empty");
  return rows;
}

/** What stands most often in the first row, outside of quotes. */
function delimiterOf(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]));
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "\n" || sign === "\r")) break;
    else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Letters of a row: more is no row, but quotes that are never closed. */
const MAX_ROW = 1_000_000;
/** Heading, explanations and empty rows come on top. */
const MORE_RECORDS = 1_000;

async function parseRecords(text: string, delimiter: string): Promise<string[][]> {
  const { parse } = await import("csv-parse/browser/esm/sync");
  const most = SHEET_LIMITS.rows + MORE_RECORDS;
  let records: string[][];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: MAX_ROW,
      to: most + 1,
    });
  } catch {
    throw new FileProblem("quotes");
  }
  if (records.length > most) throw new FileProblem("too_many_rows");
  return records;
}
