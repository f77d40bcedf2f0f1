/**
 * Reads what the webservice calls JSON, in both flavours: 8.2 writes numbers as strings, 9 as
 * numbers, names are plain or one per language. It does not know what a field means.
 */
import { SyncError } from "../../domain/errors/sync-error";

/** One entity as it came; read its fields with `text`, `flag` and `localized` only. */
export type Row = Readonly<Record<string, unknown>>;

/** Where PHP printed warnings before the answer, the JSON starts at one of these. */
const JSON_START = /\{\s*"|\[\s*\]|\[\s*\{/;

/** Parses tolerantly; undefined when there is no JSON in it. */
export function parseJson(text: string): unknown {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  const whole = tryParse(trimmed);
  if (whole !== undefined) return whole;
  const start = trimmed.search(JSON_START);
  return start > 0 ? tryParse(trimmed.slice(start)) : undefined;
}

/** An answer of the webservice has some seven levels; parsing endless ones costs seconds. */
const MOST_LEVELS = 200;
const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
];

/** Whether brackets outside of texts open more levels than any answer has. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST) depth += 1;
    else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) depth -= 1;
    if (depth > MOST_LEVELS) return true;
  }
  return false;
}

/** Where the text ends that begins with the quote at `from`. */
function endOfText(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}

function tryParse(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    const parsed = JSON.parse(text) as unknown;
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Rows of a list answer. An empty list is `[]` without the resource's name; an entry that is no
 * entity is an empty row, which has no id. Throws SyncError("defect", "prestashop.unexpected_shape").
 */
export function toRows(body: unknown, resource: string): readonly Row[] {
  if (Array.isArray(body) && body.length === 0) return [];
  const rows = isRow(body) ? body[resource] : undefined;
  if (!Array.isArray(rows) || (rows.length > 0 && !rows.some(isRow)))
    throw unexpectedShape(resource);
  return rows.map((row: unknown) => (isRow(row) ? row : {}));
}

/** The one entity of a POST, PUT or PATCH answer; falsy fields are missing in it from 8.0 on. */
export function toEntity(body: unknown, node: string): Row {
  const entity = isRow(body) ? body[node] : undefined;
  if (!isRow(entity)) throw unexpectedShape(node);
  return entity;
}

export function unexpectedShape(resource: string): SyncError {
  return new SyncError("defect", "prestashop.unexpected_shape", { resource });
}

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field as text; "" when it is missing, null or not plain. */
export function text(row: Row, field: string): string {
  const value = row[field];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** An id or a count; 0 when missing. */
export function count(row: Row, field: string): number {
  const value = Number.parseInt(text(row, field), 10);
  return Number.isSafeInteger(value) ? value : 0;
}

export function flag(row: Row, field: string): boolean {
  const value = text(row, field);
  return value === "1" || value === "true";
}

/** A translated field: plain with one language, else one entry per language; falls back to any. */
export function localized(row: Row, field: string, languageId: string): string {
  const value = row[field];
  if (!Array.isArray(value)) return text(row, field);
  const entries = value.filter(isRow);
  const chosen = entries.find((entry) => text(entry, "id") === languageId);
  const said = chosen ? text(chosen, "value") : "";
  return said || entries.map((entry) => text(entry, "value")).find((other) => other !== "") || "";
}

/** A translated field in just this language; "" where it has none, or where one language was asked. */
export function translated(row: Row, field: string, languageId: string): string {
  const value = row[field];
  const entries = Array.isArray(value) ? value.filter(isRow) : [];
  const chosen = entries.find((entry) => text(entry, "id") === languageId);
  return chosen ? text(chosen, "value") : "";
}

/** Members of an association; the store leaves empty ones out. */
export function linked(row: Row, association: string): readonly Row[] {
  const associations = row["associations"];
  const members = isRow(associations) ? associations[association] : undefined;
  return Array.isArray(members) ? members.filter(isRow) : [];
}
