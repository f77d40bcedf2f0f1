/**
 * How quickly a request is answered: a webhook until it is kept, and what every call of a page costs before its
 * own work. Weft's bundle runs as it is deployed, beside a Worker that does nothing, in the same workerd.
 */
import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { readD1Migrations } from "@cloudflare/vitest-plugin";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { build } from "vite";
import { unstable_getMiniflareWorkerOptions as optionsOf } from "wrangler";
import { root, run } from "../scripts/stack.mjs";
import { SECRETS } from "../scripts/start-bundle.mjs";

/** @typedef {import("./figures").Figure} Figure */
/** @typedef {{ path: string, headers: Record<string, string>, body: string }} Sent */

const PUBLIC_URL = "https://weft.example";
const SHOP = "7495000000000000001";
/** Each figure is the median of so many requests, after so many that count for nothing. */
const REQUESTS = 400;
const WARM_UP = 100;
const AT_ONCE = 32;

const out = join(root, ".weft", "bench-answers");

async function openWorkers() {
  await run("node", ["scripts/deploy.mjs", "--dry-run"]);
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: "bench/bare-worker.ts",
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { external: ["cloudflare:workers"] },
    },
  });
  const { workerOptions } = optionsOf(join(root, ".weft", "wrangler.deploy.toml"));
  const modules = (/** @type {string} */ path) => [{ type: "ESModule", path }];
  const direct = [{ host: "127.0.0.1", port: 0 }];
  const weft = {
    ...workerOptions,
    name: "weft",
    bindings: Object.assign({}, workerOptions.bindings, SECRETS, { PUBLIC_URL }),
    modules: modules(join(root, ".weft", "dry-run", "index.js")),
    ratelimits: unlimited(/** @type {any} */ (workerOptions).ratelimits),
    unsafeDirectSockets: direct,
  };
  const bare = {
    name: "bare",
    compatibilityDate: workerOptions.compatibilityDate,
    modules: modules(join(out, "bare-worker.js")),
    durableObjects: { NOTES: { className: "BareObject", useSQLite: true } },
    d1Databases: { DB: "bare" },
    unsafeDirectSockets: direct,
  };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions(
      /** @type {any} */ ({ cf: false, workers: [weft, bare], handleStructuredLogs: () => {} }),
    ),
  );
  const db = await miniflare.getD1Database("DB", "weft");
  for (const { queries } of await readD1Migrations(join(root, "migrations")))
    await db.batch(queries.map((query) => db.prepare(query)));
  return { miniflare, db };
}

/** @param {Record<string, object> | undefined} limits */
const unlimited = (limits = {}) =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [
      name,
      { ...limit, simple: { limit: 1_000_000, period: 60 } },
    ]),
  );

/** A person with a session, and a connection both of whose shops may send events. */
async function prepare(/** @type {any} */ miniflare, /** @type {any} */ db) {
  let cookie = "";
  /** @param {string} path @param {object} body */
  const post = async (path, body) => {
    const answer = await miniflare.dispatchFetch(`${PUBLIC_URL}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: PUBLIC_URL, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    cookie ||= answer.headers
      .getSetCookie()
      .map((/** @type {string} */ line) => line.split(";")[0])
      .join("; ");
    return answer.json();
  };
  const email = "owner@shop.example";
  await post("/api/auth/sign-up/email", { name: "Owner", email, password: "a long pass sentence" });
  const asked = { name: "Shop", source: "prestashop", channel: "tiktok-shop" };
  const { id } = await post("/api/connections", asked);
  await db.prepare("UPDATE connection SET channel_shop_id = ?, state = 'active'").bind(SHOP).run();
  const ledgers = await miniflare.getDurableObjectNamespace("LEDGER", "weft");
  await ledgers.get(ledgers.idFromName(id)).setActive(true);
  const { webhookSecret } = await post(`/api/connections/${id}/webhook-secret`, {});
  return { cookie, id, webhookSecret };
}

const sign = (/** @type {string} */ secret, /** @type {string} */ text) =>
  createHmac("sha256", secret).update(text).digest("hex");

/** Nothing follows from it: what is measured ends when it is kept. @returns {Sent} */
function fromChannel(/** @type {string} */ id = randomUUID()) {
  const body = JSON.stringify({
    type: 900,
    tts_notification_id: id,
    shop_id: SHOP,
    timestamp: Math.floor(Date.now() / 1000),
    data: { order_id: "576461413038785752" },
  });
  const authorization = sign(SECRETS.TIKTOK_APP_SECRET, SECRETS.TIKTOK_APP_KEY + body);
  return { path: "/webhooks/tiktok-shop", body, headers: { authorization } };
}

/** @returns {Sent} */
function fromStore(/** @type {{ id: string, webhookSecret: string }} */ { id, webhookSecret }) {
  const at = Date.now();
  const body = JSON.stringify({ id: randomUUID(), type: "nothing.follows", at, ids: ["7"] });
  const timestamp = String(Math.floor(at / 1000));
  const headers = {
    "x-weft-timestamp": timestamp,
    "x-weft-signature": `v1=${sign(webhookSecret, `${timestamp}.${body}`)}`,
  };
  return { path: `/webhooks/source/${id}`, body, headers };
}

/**
 * Sends one request; resolves after its answer was read.
 * @param {URL} to @param {Agent} agent @param {Sent & { method?: string }} sent
 */
function send(to, agent, { path, headers, body, method = "POST" }) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = to;
    const length = method === "POST" ? { "content-length": Buffer.byteLength(body) } : {};
    const options = { hostname, port, path, method, agent };
    const asked = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(undefined)
          : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    });
    asked.on("error", reject);
    asked.end(method === "POST" ? body : undefined);
  });
}

/**
 * The median time of an answer in milliseconds, and answers a second with many asking at once. Requests of all
 * kinds take turns, so that a busy moment of the machine meets all alike.
 * @param {Record<string, { to: URL, make: () => Sent & { method?: string } }>} kinds
 */
async function time(kinds) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = -WARM_UP; round < REQUESTS; round += 1)
    for (const [name, { to, make }] of Object.entries(kinds)) {
      const sent = make();
      const startedAt = performance.now();
      await send(to, agent, sent);
      if (round >= 0) times[name]?.push(performance.now() - startedAt);
    }
  /** @type {Record<string, number>} */
  const rates = {};
  for (const [name, { to, make }] of Object.entries(kinds)) {
    const waiting = Array.from({ length: REQUESTS * 2 }, make);
    const startedAt = performance.now();
    const worker = async () => {
      for (let sent = waiting.pop(); sent; sent = waiting.pop()) await send(to, agent, sent);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    rates[name] = (REQUESTS * 2 * 1_000) / (performance.now() - startedAt);
  }
  agent.destroy();
  const medianOf = (/** @type {string} */ name) =>
    (times[name] ?? []).toSorted((a, b) => a - b)[REQUESTS / 2] ?? 0;
  return { medianOf, rateOf: (/** @type {string} */ name) => rates[name] ?? 0 };
}

/** @returns {Promise<Figure[]>} */
export async function measureAnswers() {
  const { miniflare, db } = await openWorkers();
  try {
    const person = await prepare(miniflare, db);
    const weft = await miniflare.unsafeGetDirectURL("weft");
    const bare = await miniflare.unsafeGetDirectURL("bare");
    const nothing = { path: "/bare", headers: {}, body: fromChannel().body };
    const durable = { ...nothing, path: "/durable" };
    const query = { ...nothing, path: "/query" };
    const page = { path: "/api/me", method: "GET", body: "", headers: { cookie: person.cookie } };
    const kinds = {
      bare: { to: bare, make: () => nothing },
      durable: { to: bare, make: () => durable },
      query: { to: bare, make: () => query },
      channel: { to: weft, make: () => fromChannel() },
      again: { to: weft, make: () => fromChannel("the-same-again") },
      store: { to: weft, make: () => fromStore(person) },
      session: { to: weft, make: () => page },
    };
    const { medianOf, rateOf } = await time(kinds);
    /** @param {string} name @param {string} kind @returns {Figure[]} */
    const both = (name, kind) => [
      { name: `${name}, p50`, unit: "ms", value: medianOf(kind), minimum: medianOf("bare") },
      {
        name: `${name}, 32 at once`,
        unit: "a second",
        value: rateOf(kind),
        minimum: rateOf("bare"),
      },
    ];
    return [
      ...both("an answer after one durable write", "durable"),
      ...both("an answer after one query", "query"),
      ...both("TikTok event, new", "channel"),
      ...both("TikTok event, again", "again"),
      ...both("event of the store, new", "store"),
      ...both("call of a page with a session", "session"),
    ];
  } finally {
    await miniflare.dispose();
  }
}
