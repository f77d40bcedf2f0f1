// GET of a list, a single row or a schema. It refuses bad parameters before it reads a row.
import { computedPrice } from "../prices/computed-price";
import type { Row } from "../data/row";
import type { Resource } from "../data/schema";
import { languageIds, type Store } from "../store";
import { readFilters } from "./filters";
import { readDisplay, readLanguages, readLimit, readPrices, readSort } from "./query";
import { listJson, rowJson, singleJson } from "./render-json";
import { withRemarks } from "./remarks";
import { envelope, listXml, rowXml } from "./render-xml";
import { schemaXml } from "./schema-xml";
import { selectRows } from "./select";
import type { View } from "./view";

/** A body, or nothing at all: the store answers 404 without one. */
export interface Read {
  status: number;
  body: string;
}

/** How rows are to be shown by this request. */
export function viewOf(store: Store, resource: Resource, query: URLSearchParams): View {
  const prices = readPrices(query);
  const computed = prices.map((it) => it.name);
  return {
    store,
    resource,
    wanted: readDisplay(resource, query.get("display"), computed),
    languages: readLanguages(query.get("language"), languageIds(store)),
    prices,
    priceOf: (row, parameter) => computedPrice(store, resource.name, row, parameter),
  };
}

/** A row alone; with `display` even a single one comes in the list shape, with all its fields. */
function readOne(view: View, row: Row | undefined, json: boolean): Read {
  if (!row) return { status: 404, body: "" };
  if (view.wanted.fields !== undefined)
    return { status: 200, body: json ? listJson(view, [row]) : listXml(view, [row]) };
  return {
    status: 200,
    body: json ? singleJson(view, rowJson(view, row)) : envelope(rowXml(view, row)),
  };
}

export function readResource(
  store: Store,
  resource: Resource,
  id: string | undefined,
  query: URLSearchParams,
  json: boolean,
): Read {
  const view = viewOf(store, resource, query);
  const schema = query.get("schema");
  if (schema !== null && id === undefined)
    return { status: 200, body: schemaXml(view, schema === "synopsis") };
  if (id !== undefined) {
    const row = store.tables.get(resource.name, id);
    return withRemarks(view, row ? [row] : [], readOne(view, row, json), json);
  }
  const rows = selectRows(store, resource, {
    filters: readFilters(resource, query),
    sort: readSort(resource, query.get("sort")),
    ...readLimit(query.get("limit")),
  });
  const read = { status: 200, body: json ? listJson(view, rows) : listXml(view, rows) };
  return withRemarks(view, rows, read, json);
}
