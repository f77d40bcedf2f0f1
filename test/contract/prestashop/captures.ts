/** The far end of a wire that answers with the captured answers of real stores, byte for byte. */
import type { SourceStore } from "../../../src/domain/connections/source-store";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceSession } from "../../../src/platforms/source";
import { RESTING_DEPS } from "../../support/platform-deps";

export type Version = "8.2.1" | "9.1.4";

export const VERSIONS: readonly Version[] = ["8.2.1", "9.1.4"];
export const STORE = { url: "https://shop.example", key: "CAPTUREDKEY000000000000000000001" };

const files = import.meta.glob<string>("../../golden/prestashop/*/*", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A captured body. */
export function capture(version: Version, file: string): string {
  const body = files[`../../golden/prestashop/${version}/${file}`];
  if (body === undefined) throw new Error(`there is no capture ${version}/${file}`);
  return body;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface SentRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | null;
  body: string;
}

export interface StoreWire {
  session: SourceSession;
  sent: SentRequest[];
}

/** A session whose every request is answered by `reply`; a reply of null is a lost connection. */
export function storeWire(
  reply: (request: SentRequest) => Reply | null,
  known?: SourceStore,
): StoreWire {
  const sent: SentRequest[] = [];
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    fetch: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const seen: SentRequest = {
        method: request.method,
        path: pathname,
        query: searchParams,
        authorization: request.headers.get("authorization"),
        body: await request.text(),
      };
      sent.push(seen);
      const given = reply(seen);
      if (!given) throw new TypeError("connection reset");
      const { status = 200, headers = { "psws-version": "8.2.1" }, body = "" } = given;
      return new Response(body, { status, headers });
    },
  };
  return { session: prestashop.open(STORE, deps, known), sent };
}

/** Answers reads of the catalogue with what a store of this version really said. */
export function capturedStore(version: Version, known?: SourceStore): StoreWire {
  const headers = { "psws-version": version };
  const bodies: Readonly<Record<string, string>> = {
    "": "root.xml",
    configurations: "configurations.json",
    currencies: "currencies.json",
    languages: "languages.json",
    countries: "countries-some.json",
    product_options: "product_options.json",
    product_option_values: "product_option_values.json",
    product_features: "product_features.json",
    product_feature_values: "product_feature_values.json",
    combinations: "combinations-1-40-full.json",
    stock_availables: "stock_availables.json",
    categories: "categories.json",
    carriers: "carriers.json",
    order_states: "order_states.json",
    orders: "orders.json",
    order_carriers: "order_carriers.json",
    order_histories: "order_histories.json",
  };
  return storeWire(({ path, query }) => {
    const resource = path.replace(/^\/api\//, "");
    if (resource !== "products") return { headers, body: capture(version, bodies[resource] ?? "") };
    const isFirst = !query.get("filter[id]")?.startsWith(">");
    return { headers, body: isFirst ? capture(version, "products-1-19-full.json") : "[]" };
  }, known);
}
