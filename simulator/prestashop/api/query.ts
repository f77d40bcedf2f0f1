// Parses the query of a request: fields, sort, limit, languages, computed prices. It refuses a wrong
// parameter; rows are selected in api/select.ts.
import type { Resource } from "../data/schema";
import { ApiFailure } from "../failure";
import type { PriceParameter } from "../prices/computed-price";

export interface Display {
  /** Absent: ids only in a list, everything for a single one. */
  fields?: Set<string>;
  /** Keys asked of an association, e.g. stock_availables[id]. */
  nested: Map<string, Set<string>>;
}

export interface Filter {
  field: string;
  test: (value: string) => boolean;
}

/** Splits `a,b[c,d],e` at the commas outside of brackets. */
function splitFields(list: string): string[] {
  return list.match(/[^,[\]]+(\[[^\]]*\])?/g) ?? [];
}

export function readDisplay(
  resource: Resource,
  display: string | null,
  computed: readonly string[],
): Display {
  const nested = new Map<string, Set<string>>();
  if (display === null || display === "") return { nested };
  if (display === "full") return { fields: new Set(["*"]), nested };
  const inner = /^\[(.*)\]$/.exec(display)?.[1];
  if (inner === undefined)
    throw new ApiFailure(
      400,
      36,
      "The 'display' syntax is wrong. You can set 'full' or '[field_1,field_2,field_3,...]'. These are available: " +
        fieldNames(resource).join(", "),
    );
  const fields = new Set<string>();
  const associations = new Set((resource.associations ?? []).map((it) => it.name));
  for (const part of splitFields(inner)) {
    const [, name = "", keys] = /^([^[]+)(?:\[(.*)\])?$/.exec(part.trim()) ?? [];
    const known = associations.has(name) || fieldNames(resource).includes(name);
    if (!known && !computed.includes(name)) throw unknownField(resource, name);
    if (keys !== undefined) nested.set(name, new Set(keys.split(",")));
    fields.add(name);
  }
  return { fields, nested };
}

const fieldNames = (resource: Resource) => ["id", ...resource.fields.map((it) => it.name)];

const unknownField = (resource: Resource, name: string) =>
  new ApiFailure(
    400,
    35,
    `Unable to display this field "${name}". However, these are available: ` +
      fieldNames(resource).join(", "),
  );

/** `price[final][use_tax]=1` and the like, gathered per name. */
export function readPrices(query: URLSearchParams): PriceParameter[] {
  const found = new Map<string, Record<string, string>>();
  for (const [key, value] of query) {
    const [, name, option] = /^price\[([^\]]+)\]\[([^\]]+)\]$/.exec(key) ?? [];
    if (name && option) found.set(name, { ...found.get(name), [option]: value });
  }
  return [...found].map(([name, options]) => ({ name, options }));
}

export interface SortKey {
  field: string;
  descending: boolean;
}

export function readSort(resource: Resource, sort: string | null): SortKey[] {
  if (sort === null || sort === "") return [];
  const inner = /^\[?(.*?)\]?$/.exec(sort)?.[1] ?? "";
  return inner.split(",").map((part) => {
    const [, field, direction] = /^(.+)_(ASC|DESC)$/i.exec(part.trim()) ?? [];
    if (!field || !direction)
      throw new ApiFailure(
        400,
        37,
        'The "sort" value has to be formed as this example: "field1_ASC,field2_DESC,field3_ASC" ("field" has to be an available field)',
      );
    if (!fieldNames(resource).includes(field))
      throw new ApiFailure(
        400,
        38,
        `Unable to filter by this field. However, these are available: ${fieldNames(resource).join(", ")}`,
      );
    return { field, descending: direction.toUpperCase() === "DESC" };
  });
}

/** `100` or `offset,count`; no limit when absent. */
export function readLimit(limit: string | null): { offset: number; count: number } {
  if (limit === null || limit === "") return { offset: 0, count: Number.POSITIVE_INFINITY };
  const [, first = "", second] = /^(\d+)(?:,(\d+))?$/.exec(limit) ?? [];
  if (first === "")
    throw new ApiFailure(
      400,
      39,
      'The "limit" value has to be formed as this example: "5,25" or "10"',
    );
  return second === undefined
    ? { offset: 0, count: Number(first) }
    : { offset: Number(first), count: Number(second) };
}

/** Languages a request wants to read: undefined for all, one id, or several. */
export function readLanguages(
  asked: string | null,
  available: readonly string[],
): { ids: string[]; plain: boolean } {
  if (asked === null || asked === "") return { ids: [...available], plain: available.length === 1 };
  const several = /^\[(.*)\]$/.exec(asked)?.[1];
  const ids = several === undefined ? [asked] : several.split(/[|,]/);
  if (ids.some((id) => !available.includes(id)))
    throw new ApiFailure(400, 81, "language is not available");
  return { ids, plain: ids.length === 1 };
}
