/** A JSON object whose fields are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; anything else counts as an empty one. */
export function record(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

/** The value as a list of objects; anything else counts as an empty list. */
export function records(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(record) : [];
}

/** The value as text, or the empty text. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The strings of a list. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A whole number given as a number or as digits; else undefined. */
export function whole(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isInteger(value) ? value : undefined;
  return typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Leaves out the fields without a value, as the platform does. */
export function present<T extends Record<string, unknown>>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
