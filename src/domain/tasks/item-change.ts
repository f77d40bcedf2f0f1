/**
 * What an item of a task changes, field by field and short enough to be kept with every item. No
 * secret and no person's data: what a listing or a product shows to everybody.
 */

/** Minor units of the currency; equal ends are one price. */
export interface PriceRange {
  minMinor: number;
  maxMinor: number;
  currency: string;
}

/** Null: it says nothing. */
export type ShownValue = string | number | boolean | PriceRange | null;

/** By field; a field that is absent is unknown. */
export type ShownFields = Readonly<Record<string, ShownValue>>;

export interface ItemChange {
  before: ShownFields;
  after: ShownFields;
}

const MAX_LETTERS = 120;
const MAX_FIELDS = 20;

/** A text as an item keeps it; a longer one ends in "…". */
export function shortText(text: string): string {
  if (text.length <= MAX_LETTERS) return text;
  // By code points, so that no half of a character stays.
  const letters = Array.from(text.slice(0, 2 * MAX_LETTERS));
  return `${letters.slice(0, MAX_LETTERS - 1).join("")}…`;
}

/** The fields that are told of and differ; undefined where none does. */
export function changeOf(before: ShownFields, after: ShownFields): ItemChange | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  return changed.length === 0 ? undefined : toItemChange(before, after, changed);
}

/** These fields, also where their short form does not show what differs. */
export function toItemChange(
  before: ShownFields,
  after: ShownFields,
  fields: readonly string[],
): ItemChange {
  const kept = fields.slice(0, MAX_FIELDS);
  return { before: pick(before, kept), after: pick(after, kept) };
}

/** Fields as stored; null where there are none, as in rows of 0.2. What is no such value is left out. */
export function toShownFields(stored: unknown): ShownFields | null {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return null;
  const fields = Object.entries(stored).filter((entry): entry is [string, ShownValue] =>
    isShownValue(entry[1]),
  );
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}

function pick(fields: ShownFields, names: readonly string[]): ShownFields {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = fields[name];
      if (value === undefined) return [];
      return [[name, typeof value === "string" ? shortText(value) : value]];
    }),
  );
}

function isSame(one: ShownValue | undefined, other: ShownValue | undefined): boolean {
  return isPriceRange(one) && isPriceRange(other)
    ? one.minMinor === other.minMinor &&
        one.maxMinor === other.maxMinor &&
        one.currency === other.currency
    : one === other;
}

function isShownValue(value: unknown): value is ShownValue {
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain || value === null || isPriceRange(value);
}

function isPriceRange(value: unknown): value is PriceRange {
  if (typeof value !== "object" || value === null) return false;
  const { minMinor, maxMinor, currency } = value as Partial<PriceRange>;
  return Number.isInteger(minMinor) && Number.isInteger(maxMinor) && typeof currency === "string";
}
