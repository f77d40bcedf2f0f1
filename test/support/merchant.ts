/**
 * A merchant of the tests: a person with a browser session who calls Weft as the pages do.
 * Typed by the contract of the browser, so that a changed route does not compile here.
 */
import { env } from "cloudflare:workers";
import type { Answer, CallOptions, RouteKey, Sent } from "../../src/contract/contract";
import { fillPath, splitKey, type PathValues } from "../../src/contract/route-key";
import { cookieOf } from "./session-cookie";
import { callWeft, STORE_8, WEBSERVICE_KEY, WEFT, type SimulatedWorld } from "./simulated-world";

type Rest<K extends RouteKey> = unknown extends CallOptions<K> ? [] : [options: CallOptions<K>];

export interface Merchant {
  email: string;
  cookie: string;
  /** Calls a route; throws when it refuses. */
  call<K extends RouteKey>(route: K, ...rest: Rest<K>): Promise<Answer<K>>;
  /** Calls a route and answers the raw response. */
  send<K extends RouteKey>(route: K, ...rest: Rest<K>): Promise<Response>;
}

/** The parcel of products whose store knows none. */
export const PACKAGE_DEFAULTS = { lengthMm: 300, widthMm: 200, heightMm: 100, weightGrams: 400 };

let people = 0;

/** Signs a new person up; each has an account of his or her own. */
export async function signUpMerchant(): Promise<Merchant> {
  people += 1;
  const email = `owner-${people}-${crypto.randomUUID().slice(0, 8)}@merchant.example`;
  const response = await callWeft(
    new Request(`${WEFT}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: WEFT, "cf-connecting-ip": address() },
      body: JSON.stringify({ name: "Ada Merchant", email, password: "a long enough password" }),
    }),
  );
  if (!response.ok) throw new Error(`sign-up: ${response.status} ${await response.text()}`);
  return merchantWith(email, cookieOf(response));
}

/** A network of its own for each person, so that login limits do not meet. */
function address(): string {
  return `198.51.100.${(people % 250) + 1}`;
}

function merchantWith(email: string, cookie: string): Merchant {
  const send: Merchant["send"] = (route, ...rest) => {
    const { method, path } = splitKey(route);
    const options = (rest[0] ?? {}) as PathValues & { body?: unknown };
    const { body } = options;
    const headers: Record<string, string> = { cookie, origin: WEFT };
    if (body !== undefined) headers["content-type"] = "application/json";
    return callWeft(
      new Request(`${WEFT}${fillPath(path, options)}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  };
  return {
    email,
    cookie,
    send,
    call: async (route, ...rest) => {
      const response = await send(route, ...rest);
      if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
      return response.json();
    },
  };
}

/** Saves settings of a connection as its page does: over the version that was read just before. */
export async function saveSettings(
  merchant: Merchant,
  id: string,
  settings: Sent<"PATCH /api/connections/:id/settings", "body">["settings"],
): Promise<void> {
  const params = { id };
  const { settingsVersion } = await merchant.call("GET /api/connections/:id", { params });
  await merchant.call("PATCH /api/connections/:id/settings", {
    params,
    body: { seenVersion: settingsVersion, settings },
  });
}

/** A merchant with one active connection. */
export interface ConnectedMerchant {
  merchant: Merchant;
  world: SimulatedWorld;
  connectionId: string;
  /** Waits until the task has ended; answers it. */
  finished(taskId: string): Promise<Answer<"GET /api/connections/:id/tasks/:taskId">>;
}

/** Every step of the wizard, up to an active connection: store, consent, shop. */
export async function connectedMerchant(
  world: SimulatedWorld,
  options: { market?: string; url?: string; merchant?: Merchant; connectionId?: string } = {},
): Promise<ConnectedMerchant> {
  const merchant = options.merchant ?? (await signUpMerchant());
  const market = options.market ?? "GB";
  const id = options.connectionId ?? (await createdBy(merchant));
  const params = { id };
  await merchant.call("PUT /api/connections/:id/source", {
    params,
    body: { url: options.url ?? STORE_8, key: WEBSERVICE_KEY },
  });
  const { url } = await merchant.call("POST /api/connections/:id/authorize", {
    params,
    body: { market },
  });
  const shop = world.tiktok.shops().find(({ region }) => region === market);
  if (!shop) throw new Error(`no simulated shop in ${market}`);
  const state = new URL(url).searchParams.get("state") ?? "";
  await comeBack(merchant, { code: world.tiktok.authorize(shop.id), state });
  const { setupStep } = await merchant.call("GET /api/connections/:id", { params });
  if (setupStep === "shop")
    await merchant.call("POST /api/connections/:id/shop", { params, body: { shopId: shop.id } });
  return {
    merchant,
    world,
    connectionId: id,
    finished: (taskId) => finished(merchant, id, taskId),
  };
}

async function createdBy(merchant: Merchant): Promise<string> {
  const { id } = await merchant.call("POST /api/connections", {
    body: {
      name: `Shop ${crypto.randomUUID().slice(0, 6)}`,
      source: "prestashop",
      channel: "tiktok-shop",
    },
  });
  return id;
}

/** The seller's browser returns from the platform. */
export function comeBack(merchant: Merchant, query: Record<string, string>): Promise<Response> {
  const search = new URLSearchParams(query);
  return callWeft(
    new Request(`${WEFT}/oauth/tiktok-shop/callback?${search}`, {
      headers: { cookie: merchant.cookie },
      redirect: "manual",
    }),
  );
}

async function finished(merchant: Merchant, id: string, taskId: string) {
  return until(async () => {
    const task = await merchant.call("GET /api/connections/:id/tasks/:taskId", {
      params: { id, taskId },
    });
    return task.state === "waiting" || task.state === "running" ? undefined : task;
  }, `task ${taskId} to end`);
}

/** Repeats a read until it answers something; a test waits for facts, not for time. */
export async function until<T>(
  read: () => Promise<T | undefined> | T | undefined,
  what: string,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await read();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await scheduler.wait(40);
  }
}

/** Rows of a table of the database, for what no route shows. */
export async function rowsOf<T>(sql: string, ...values: unknown[]): Promise<T[]> {
  const { results } = await env.DB.prepare(sql)
    .bind(...values)
    .all<T>();
  return results;
}
