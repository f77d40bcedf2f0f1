// The filter[...] parameters and their bracket syntax. A filter is a test on the text of one column.
import type { Field, Resource } from "../data/schema";
import { didYouMean } from "./did-you-mean";
import { ApiFailure } from "../failure";
import type { Filter } from "./query";

const DATES = new Set(["date_add", "date_upd"]);

/** Compares as the database does: numbers as numbers, the rest without regard to case. */
export function compareText(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (a !== "" && b !== "" && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const equal = (a: string, b: string) => compareText(a, b) === 0;

function testOf(expression: string): (value: string) => boolean {
  const [, before = "", inner, after = ""] = /^([%<>!]*)\[(.*)\](%?)$/s.exec(expression) ?? [];
  if (inner === undefined) return (value) => equal(value, expression);
  if (before === ">") return (value) => compareText(value, inner) > 0;
  if (before === "<") return (value) => compareText(value, inner) < 0;
  const alternatives = inner.split("|");
  if (before === "!") return (value) => !alternatives.some((it) => equal(value, it));
  if (before === "%" || after === "%") return like(inner, before === "%", after === "%");
  const [from, to, more] = inner.split(",");
  if (from !== undefined && to !== undefined && more === undefined && alternatives.length === 1)
    return (value) => compareText(value, from) >= 0 && compareText(value, to) <= 0;
  return (value) => alternatives.some((it) => equal(value, it));
}

function like(part: string, before: boolean, after: boolean): (value: string) => boolean {
  const wanted = part.toLowerCase();
  return (value) => {
    const text = value.toLowerCase();
    if (before && after) return text.includes(wanted);
    return before ? text.endsWith(wanted) : text.startsWith(wanted);
  };
}

const listedWithoutDates = (fields: Field[]) => [
  "id",
  ...fields.filter((it) => !it.i18n && !DATES.has(it.name)).map((it) => it.name),
];

/** Reads every filter of a request; dates only count with `date=1`, as on the real store. */
export function readFilters(resource: Resource, query: URLSearchParams): Filter[] {
  const filters: Filter[] = [];
  const withDates = query.get("date") === "1";
  for (const [key, value] of query) {
    const name = /^filter\[([^\]]+)\]$/.exec(key)?.[1];
    if (name === undefined) continue;
    const field = resource.fields.find((it) => it.name === name);
    const known = name === "id" || (field && (withDates || !DATES.has(name)));
    if (!known) throw unknownFilter(resource, name, withDates);
    if (value === "") throw new ApiFailure(400, 33, `The filter "${name}" is malformed.`);
    if (field?.dynamic)
      throw new ApiFailure(
        400,
        34,
        `The field "${name}" is dynamic. It is not possible to filter GET query with this field.`,
      );
    filters.push({ field: name, test: testOf(value) });
  }
  return filters;
}

function unknownFilter(resource: Resource, name: string, withDates: boolean): ApiFailure {
  const listed = listedWithoutDates(resource.fields);
  const dates = withDates ? resource.fields.filter((it) => DATES.has(it.name)) : [];
  const all = [...listed, ...dates.map((it) => it.name)];
  return new ApiFailure(400, 32, `This filter does not exist. ${didYouMean(name, all)}`);
}
