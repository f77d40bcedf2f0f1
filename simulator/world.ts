// One TikTok Shop and two PrestaShops over one store and one clock. Requests are told apart by
// address: a PrestaShop by its base URL or folder, everything else is TikTok's.
import { recordCall } from "./calls";
import type { Clock } from "./clock";
import { disturbedAnswer, spoilsAnswer } from "./disturb";
import { takeFault } from "./faults";
import { createPrestaShop, type PrestaShop } from "./prestashop/prestashop";
import type { Store } from "./store";
import type { Settings } from "./tiktok-shop/context";
import type { Seed } from "./tiktok-shop/shops/shop";
import type { Switches } from "./tiktok-shop/switches";
import { createTikTokShop, type TikTokShop } from "./tiktok-shop/tiktok-shop";

export interface WorldOptions extends Settings {
  store: Store;
  clock: Clock;
  /** Carries webhooks and module events out of the world. */
  deliver: (request: Request) => Promise<Response>;
  switches?: Partial<Switches>;
  /** Base URLs of the two PrestaShops; absent: folders under `origin`. */
  prestashop8Url?: string;
  prestashop9Url?: string;
  /** The webservice key both demo shops accept. */
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
  /** Forgets everything but the settings, and plants a fresh world. */
  reset(seed?: WorldSeed): void;
  clock: Clock;
  store: Store;
  tiktok: TikTokShop;
  prestashop8: PrestaShop;
  prestashop9: PrestaShop;
}

const SEEDED = "seeded";

/** Builds the world on a store; an empty store is seeded. */
export function createWorld(options: WorldOptions, seed: WorldSeed = {}): World {
  const { store, clock, deliver, origin, webserviceKey } = options;
  const tiktok = createTikTokShop(options);
  const urls = [
    options.prestashop8Url ?? `${origin}/prestashop-8`,
    options.prestashop9Url ?? `${origin}/prestashop-9`,
  ] as const;
  const base = { store, clock, deliver };
  const prestashop8 = createPrestaShop({
    ...base,
    flavour: "8.2.1",
    baseUrl: urls[0],
    prefix: "ps8 ",
  });
  const prestashop9 = createPrestaShop({
    ...base,
    flavour: "9.1.4",
    baseUrl: urls[1],
    prefix: "ps9 ",
  });
  const shops = [
    { shop: prestashop8, url: new URL(urls[0]) },
    { shop: prestashop9, url: new URL(urls[1]) },
  ];
  const plant = (wanted: WorldSeed) => {
    tiktok.seed(wanted.tiktok);
    for (const { shop } of shops) plantPrestaShop(shop, webserviceKey, wanted.prestashop ?? "demo");
    store.put("world", SEEDED, true);
  };
  if (!store.get("world", SEEDED)) plant(seed);
  return {
    fetch: (request) => {
      const url = new URL(request.url);
      const found = shops.find((row) => belongs(url, row.url));
      return found ? visit(store, clock, found.shop, request) : tiktok.fetch(request);
    },
    tick: async () => {
      await Promise.all([tiktok.tick(), prestashop8.tick(), prestashop9.tick()]);
    },
    nextDueAt: () => tiktok.nextDueAt(),
    reset: (wanted = {}) => {
      const settings = store.get("tts:settings", "settings");
      store.clear();
      if (settings) store.put("tts:settings", "settings", settings);
      plant(wanted);
    },
    clock,
    store,
    tiktok,
    prestashop8,
    prestashop9,
  };
}

function plantPrestaShop(shop: PrestaShop, key: string, seed: WorldSeed["prestashop"]): void {
  if (seed !== "empty") shop.seedDemo();
  if (typeof seed === "object") shop.seedCatalogue(seed);
  shop.createWebserviceKey(key, "all", "Connected app");
}

/** Whether an address lies in a shop: its folder on any host, or its own host when it has none. */
function belongs(url: URL, shop: URL): boolean {
  const folder = shop.pathname.replace(/\/$/, "");
  if (folder === "") return url.host === shop.host;
  return url.pathname === folder || url.pathname.startsWith(`${folder}/`);
}

const bareAnswer = (status: number) =>
  new Response(status === 429 ? "Too many requests" : "", {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });

/** A request to a PrestaShop, with the fault that was planted for it. */
async function visit(
  store: Store,
  clock: Clock,
  shop: PrestaShop,
  request: Request,
): Promise<Response> {
  const url = new URL(request.url);
  const { method, signal } = request;
  const fault = takeFault(store, "prestashop", method, url.pathname + url.search);
  const effect = !fault || spoilsAnswer(fault) ? await shop.fetch(request) : undefined;
  const spoilt = fault && (await disturbedAnswer(fault, signal, bareAnswer));
  if (fault?.retryAfterSeconds !== undefined && spoilt)
    spoilt.headers.set("retry-after", String(fault.retryAfterSeconds));
  const shown = spoilt ?? effect ?? bareAnswer(500);
  const path = url.pathname + decodeURIComponent(url.search.replaceAll("%25", "%2525"));
  recordCall(store, { side: "prestashop", at: clock.now(), method, path, status: shown.status });
  return shown;
}
