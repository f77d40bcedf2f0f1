// One TikTok Shop and three PrestaShops over one storage and one clock. The address of a request
// selects the side: the base URL of a PrestaShop, else TikTok Shop.
import { recordCall } from "./calls";
import type { Clock } from "./clock";
import { disturbedAnswer, spoilsAnswer } from "./disturb";
import { takeFault } from "./faults";
import { createPrestaShop, type PrestaShop } from "./prestashop/prestashop";
import type { Storage } from "./storage";
import type { Settings } from "./tiktok-shop/context";
import type { Seed } from "./tiktok-shop/shops/shop";
import type { Switches } from "./tiktok-shop/switches";
import { createTikTokShop, type TikTokShop } from "./tiktok-shop/tiktok-shop";

export interface WorldOptions extends Settings {
  storage: Storage;
  clock: Clock;
  /** Carries webhooks and module events out of the world. */
  deliver: (request: Request) => Promise<Response>;
  switches?: Partial<Switches>;
  /** Base URLs of the PrestaShops; absent: folders under `origin`. */
  prestashop17Url?: string;
  prestashop8Url?: string;
  prestashop9Url?: string;
  /** The webservice key that every demo store accepts. */
  webserviceKey: string;
}

/** What a fresh world holds. */
export interface WorldSeed {
  tiktok?: Seed;
  /** Demo catalogue, a generated one, or none. */
  prestashop?: "demo" | "empty" | { products: number; variantsEach: number };
}

export interface World {
  fetch(request: Request): Promise<Response>;
  tick(): Promise<void>;
  /** World time (epoch ms) of the next due event; absent: nothing is planned. */
  nextDueAt(): number | undefined;
  /** Deletes everything but the settings, and seeds a fresh world. */
  reset(seed?: WorldSeed): void;
  clock: Clock;
  storage: Storage;
  tiktok: TikTokShop;
  readonly prestashop17: PrestaShop;
  readonly prestashop8: PrestaShop;
  readonly prestashop9: PrestaShop;
}

const SEEDED = "seeded";

interface PrestaShops {
  origin: string;
  stores: readonly [PrestaShop, PrestaShop, PrestaShop];
  urls: readonly [URL, URL, URL];
}

/** The PrestaShops at the origin the world has now. */
function openPrestaShops(options: WorldOptions, origin: string): PrestaShops {
  const { storage, clock, deliver } = options;
  const eight = options.prestashop8Url ?? `${origin}/prestashop-8`;
  const seventeen = options.prestashop17Url ?? `${origin}/prestashop-17`;
  const nine = options.prestashop9Url ?? `${origin}/prestashop-9`;
  const base = { storage, clock, deliver };
  return {
    origin,
    stores: [
      createPrestaShop({ ...base, flavour: "8.2.1", baseUrl: eight, prefix: "ps8 " }),
      createPrestaShop({ ...base, flavour: "9.1.4", baseUrl: nine, prefix: "ps9 " }),
      createPrestaShop({ ...base, flavour: "1.7.8.11", baseUrl: seventeen, prefix: "ps17 " }),
    ],
    urls: [new URL(eight), new URL(nine), new URL(seventeen)],
  };
}

/** Builds the world over a storage; an empty one is seeded. */
export function createWorld(options: WorldOptions, seed: WorldSeed = {}): World {
  const { storage, clock, webserviceKey } = options;
  const tiktok = createTikTokShop(options);
  let opened = openPrestaShops(options, tiktok.settings().origin);
  const prestaShops = () => {
    const { origin } = tiktok.settings();
    if (origin !== opened.origin) opened = openPrestaShops(options, origin);
    return opened;
  };
  const plant = (wanted: WorldSeed) => {
    tiktok.seed(wanted.tiktok);
    for (const store of prestaShops().stores)
      plantPrestaShop(store, webserviceKey, wanted.prestashop ?? "demo");
    storage.put("world", SEEDED, true);
  };
  if (!storage.get("world", SEEDED)) plant(seed);
  return {
    fetch: (request) => {
      const url = new URL(request.url);
      const { stores, urls } = prestaShops();
      const index = urls.findIndex((base) => belongs(url, base));
      const store = stores[index];
      return store ? answerPrestaShop(storage, clock, store, request) : tiktok.fetch(request);
    },
    tick: async () => {
      await Promise.all([tiktok.tick(), ...prestaShops().stores.map((store) => store.tick())]);
    },
    nextDueAt: () => {
      const due = [tiktok, ...prestaShops().stores].map((side) => side.nextDueAt());
      const times = due.filter((time) => time !== undefined);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    reset: (wanted = {}) => {
      const settings = storage.get("tts:settings", "settings");
      storage.clear();
      if (settings) storage.put("tts:settings", "settings", settings);
      plant(wanted);
    },
    clock,
    storage,
    tiktok,
    get prestashop17() {
      return prestaShops().stores[2];
    },
    get prestashop8() {
      return prestaShops().stores[0];
    },
    get prestashop9() {
      return prestaShops().stores[1];
    },
  };
}

function plantPrestaShop(store: PrestaShop, key: string, seed: WorldSeed["prestashop"]): void {
  if (seed !== "empty") store.seedDemo();
  if (typeof seed === "object") store.seedCatalogue(seed);
  store.createWebserviceKey(key, "all", "Connected app");
}

/**
 * Whether an address lies in a store: in its folder on any host, or on its own host when it has no
 * folder.
 */
function belongs(url: URL, base: URL): boolean {
  const folder = base.pathname.replace(/\/$/, "");
  if (folder === "") return url.host === base.host;
  return url.pathname === folder || url.pathname.startsWith(`${folder}/`);
}

const bareAnswer = (status: number) =>
  new Response(status === 429 ? "Too many requests" : "", {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });

/** Answers a request to a PrestaShop, with the fault that the control API planted for it. */
async function answerPrestaShop(
  storage: Storage,
  clock: Clock,
  store: PrestaShop,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  const { method, signal } = request;
  const moduleCall = await moduleCallIn(request);
  const fault = takeFault(storage, "prestashop", method, url.pathname + url.search);
  const effect = !fault || spoilsAnswer(fault) ? await store.fetch(request) : undefined;
  const spoilt = fault && (await disturbedAnswer(fault, signal, bareAnswer));
  if (fault?.retryAfterSeconds !== undefined && spoilt)
    spoilt.headers.set("retry-after", String(fault.retryAfterSeconds));
  const shown = spoilt ?? effect ?? bareAnswer(500);
  const path = url.pathname + decodeURIComponent(url.search.replaceAll("%25", "%2525"));
  const call = { method, path, status: shown.status, ...(moduleCall ? { moduleCall } : {}) };
  recordCall(storage, { side: "prestashop", at: clock.now(), ...call });
  return shown;
}

/** The name of the call in a request to the module, signed or not; undefined for another request. */
async function moduleCallIn(request: Request): Promise<string | undefined> {
  if (new URL(request.url).searchParams.get("fc") !== "module") return undefined;
  try {
    const body = (await request.clone().json()) as { call?: unknown };
    return typeof body.call === "string" ? body.call : undefined;
  } catch {
    return undefined;
  }
}
