/// <reference types="vite/types/importMeta.d.ts" />
// The captures of two real stores, and simulated stores in the state of the real ones.
import { memoryStorage } from "../../simulator/storage";
import { worldClock } from "../../simulator/clock";
import { createPrestaShop, type PrestaShop } from "../../simulator/prestashop/prestashop";
import type { Item, Json, Row, Stored } from "../../simulator/prestashop/data/row";
import type { Flavour } from "../../simulator/prestashop/data/schema";

export interface Capture {
  file: string;
  method: string;
  path: string;
  status: number;
  contentType: string | null;
  pswsVersion?: string;
  auth: string;
  requestBody?: string;
  location?: string;
  host?: string;
}

export interface Step {
  step: string;
  method: string;
  path: string;
  status: number;
  contentType: string;
  requestBody?: string;
  responseBody: Json;
}

const files = import.meta.glob<string>("../golden/prestashop/*/*", {
  query: "?raw",
  import: "default",
  eager: true,
});

export const flavours: readonly Flavour[] = ["8.2.1", "9.1.4"];
export const VALID_KEY = "A".repeat(32);
export const LIMITED_KEY = "B".repeat(32);
export const BASE_URL = "https://shop.example";

export const golden = (flavour: Flavour, file: string): string =>
  files[`../golden/prestashop/${flavour}/${file}`] ?? "";

export const captures = (flavour: Flavour): Capture[] =>
  JSON.parse(golden(flavour, "index.json")) as Capture[];

export const orderSequence = (flavour: Flavour): Step[] =>
  JSON.parse(golden(flavour, "order-sequence.json")) as Step[];

type CapturedRow = { [key: string]: Json };

function storedOf(value: Json): Stored {
  if (!Array.isArray(value)) return value === null ? null : String(value);
  const texts = value as { id: Json; value: Json }[];
  return Object.fromEntries(texts.map((it) => [String(it.id), String(it.value)]));
}

function toRow({ id, associations, ...values }: CapturedRow): Row {
  const links = Object.entries((associations ?? {}) as { [key: string]: CapturedRow[] });
  const toItem = (item: CapturedRow): Item =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key, String(value)]));
  return {
    id: String(id),
    values: Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, storedOf(value)]),
    ),
    links: Object.fromEntries(links.map(([name, items]) => [name, items.map(toItem)])),
  };
}

function capturedRows(flavour: Flavour, file: string): { resource: string; rows: Row[] } {
  const body = JSON.parse(golden(flavour, file)) as { [key: string]: CapturedRow[] };
  const [resource = "", rows = []] = Object.entries(body)[0] ?? [];
  return { resource, rows: rows.map(toRow) };
}

/** What the measured store had beside the demo data: test orders, stock and dates they moved. */
const MEASURED = [
  "orders.json",
  "order_details.json",
  "order_carriers.json",
  "order_histories.json",
  "order_payments.json",
  "carts.json",
  "customers.json",
  "addresses.json",
  "specific_prices.json",
  "stock_availables.json",
];

export function demoStore(flavour: Flavour): PrestaShop {
  const storage = memoryStorage();
  const store = createPrestaShop({
    storage,
    clock: worldClock(storage, () => Date.parse("2026-11-23T11:14:46Z")),
    flavour,
    baseUrl: BASE_URL,
    deliver: async () => new Response(null, { status: 200 }),
  });
  store.seedDemo();
  store.createWebserviceKey(VALID_KEY, "all");
  store.createWebserviceKey(LIMITED_KEY, { products: ["GET"] });
  return store;
}

/** Products that only the measured store had, known by id, date and the price of one variant. */
function restoreStrangers(store: PrestaShop, flavour: Flavour): void {
  const known = new Set(store.products().map((it) => it.id));
  const strangers = capturedRows(flavour, "products-ids.json").rows.filter(
    (it) => !known.has(it.id),
  );
  const worth = { price: "12.000000", id_tax_rules_group: "1" };
  store.restore(
    "products",
    strangers.map((it) => ({ ...it, values: { ...it.values, ...worth } })),
  );
  const variant = capturedRows(flavour, "combinations-1-40-full.json").rows.slice(39);
  store.restore("combinations", variant);
}

/** Order lines beyond the captured page of order_details, as the orders show them. */
function restoreLines(store: PrestaShop, flavour: Flavour): void {
  const known = new Set(store.rows("order_details").map((it) => it.id));
  for (const order of capturedRows(flavour, "orders.json").rows)
    for (const { id = "", ...line } of order.links?.["order_rows"] ?? [])
      if (!known.has(id))
        store.restore("order_details", [{ id, values: { ...line, id_order: order.id } }]);
}

/** The demo store with the rows the captures show where they differ from a fresh one. */
export function measuredStore(flavour: Flavour): PrestaShop {
  const store = demoStore(flavour);
  for (const file of MEASURED) {
    const { resource, rows } = capturedRows(flavour, file);
    store.restore(resource, rows);
  }
  restoreLines(store, flavour);
  const moved = capturedRows(flavour, "products-1-19-full.json").rows[7]?.values["date_upd"];
  const fresh = store.products().find((it) => it.id === "8");
  if (fresh && moved)
    store.restore("products", [{ ...fresh, values: { ...fresh.values, date_upd: moved } }]);
  restoreStrangers(store, flavour);
  return store;
}

export const basic = (key: string): Record<string, string> => ({
  authorization: `Basic ${btoa(`${key}:`)}`,
});

/** One call of the webservice with the key that may do everything. */
export function call(
  store: PrestaShop,
  method: string,
  path: string,
  body?: string,
  headers: Record<string, string> = basic(VALID_KEY),
): Promise<Response> {
  return store.fetch(
    new Request(BASE_URL + path, { method, headers, ...(body === undefined ? {} : { body }) }),
  );
}

/** The JSON answer of a call, asked for as JSON. */
export async function json<T>(store: PrestaShop, method: string, path: string, body?: string) {
  const glue = path.includes("?") ? "&" : "?";
  const response = await call(store, method, `${path}${glue}output_format=JSON`, body);
  const text = await response.text();
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as T };
}
