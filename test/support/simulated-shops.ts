/**
 * The simulated shops in Node: a PrestaShop and a TikTok Shop on which a listing of two SKUs is on
 * sale. They are prepared once; each test has a copy of its own.
 */
import { memoryStorage, type MemoryStorage } from "../../simulator/storage";
import { listSkus } from "../../simulator/tiktok-shop/pages/state";
import type { Sku } from "../../simulator/tiktok-shop/products/product";
import { createWorld, type World } from "../../simulator/world";
import type { SourceStore } from "../../src/domain/connections/source-store";
import type {
  ChannelApp,
  ChannelSession,
  ChannelShop,
  ChannelTokens,
} from "../../src/platforms/channel";
import { prestashop } from "../../src/platforms/prestashop/manifest";
import { tiktokShop } from "../../src/platforms/tiktok-shop/manifest";
import { draftFor } from "../contract/channel/channel-harness";
import { RESTING_DEPS } from "./platform-deps";
import { png } from "./png";

const START = Date.UTC(2026, 10, 24, 12);
const HOUR_MS = 3_600_000;
const WEFT = "https://weft.example";
export const STORE_EVENTS = `${WEFT}/webhooks/prestashop`;
export const CHANNEL_EVENTS = `${WEFT}/webhooks/tiktok-shop`;
export const STORE_URL = "https://shop.example";
export const STORE_KEY = "SIMULATEDKEY00000000000000000003";
/** What the module of the store signs with, once it is installed. */
export const STORE_SECRET = "the-secret-of-a-paired-module-03";

export const CHANNEL_APP: ChannelApp = {
  appKey: "6testapp01",
  appSecret: "0123456789abcdef0123456789abcdef01234567",
  serviceId: "7000000000000000001",
  apiBase: "https://open-api.tiktokglobalshop.com",
  authBase: "https://auth.tiktok-shops.com",
  authorizeUrls: { us: "https://us.example/authorize", global: "https://global.example/authorize" },
};

/** A variant of the store and the SKU it is published as. */
export interface ListedVariant {
  productId: string;
  variantId: string;
  channelProductId: string;
  channelSkuId: string;
  sellerSku: string;
}

/** What a merchant's connection knows of both sides. */
interface Joined {
  shop: ChannelShop;
  warehouseId: string;
  tokens: ChannelTokens;
  facts: SourceStore;
  white: ListedVariant;
  black: ListedVariant;
}

export interface SimulatedShops extends Joined {
  time: { now: number };
  world: World;
  /** Takes the events and webhooks that the shops send, most of them by `world.tick`. */
  inbox: { receive(request: Request): Promise<Response> };
}

let prepared: Promise<Joined & { storage: MemoryStorage }> | undefined;

/** Ten of each variant, in the store and on the channel, which sells them at 10.00. */
export async function openSimulatedShops(): Promise<SimulatedShops> {
  prepared ??= prepare();
  const { storage, ...joined } = await prepared;
  const time = { now: START };
  const inbox = { receive: async () => new Response(null) };
  return { time, inbox, world: openWorld(storage.copy(), time, inbox), ...joined };
}

/** The seller's own access to the channel, by another app of his. */
export const openSeller = ({
  world,
  time,
  shop,
  tokens,
}: Pick<SimulatedShops, "world" | "time" | "shop" | "tokens">): ChannelSession =>
  tiktokShop.open(CHANNEL_APP, tokens.accessToken, shop, {
    ...RESTING_DEPS,
    now: () => time.now,
    fetch: (request) => world.fetch(request),
  });

/** A session of Weft with the store that does not know what it told before. */
export const openStore = ({
  world,
  time,
  facts,
}: Pick<SimulatedShops, "world" | "time" | "facts">) =>
  prestashop.open(
    { url: STORE_URL, key: STORE_KEY, secret: STORE_SECRET },
    { ...RESTING_DEPS, now: () => time.now, fetch: (request) => world.fetch(request) },
    facts,
  );

/** The SKU as the channel has it: price and stock. */
export function skuOf({ storage }: World, { channelSkuId }: ListedVariant): Sku {
  const sku = listSkus(storage).find(({ id }) => id === channelSkuId);
  if (!sku) throw new Error(`the channel has no SKU ${channelSkuId}`);
  return sku;
}

function openWorld(
  storage: MemoryStorage,
  time: { now: number },
  inbox?: SimulatedShops["inbox"],
): World {
  return createWorld(
    {
      storage,
      clock: { now: () => time.now, advance: (ms) => void (time.now += ms) },
      origin: CHANNEL_APP.apiBase,
      appKey: CHANNEL_APP.appKey,
      appSecret: CHANNEL_APP.appSecret,
      serviceId: CHANNEL_APP.serviceId,
      redirectUrl: `${WEFT}/oauth/tiktok-shop`,
      webserviceKey: STORE_KEY,
      prestashop8Url: STORE_URL,
      deliver: async (request) => inbox?.receive(request) ?? new Response(null),
    },
    { tiktok: { sellers: [{ name: "Hollow Oak", label: "UK Seller", regions: ["GB"] }] } },
  );
}

async function prepare(): Promise<Joined & { storage: MemoryStorage }> {
  const storage = memoryStorage();
  const time = { now: START - 2 * HOUR_MS };
  const world = openWorld(storage, time);
  const deps = { ...RESTING_DEPS, now: () => time.now, fetch: (one: Request) => world.fetch(one) };
  for (const variantId of ["22", "23"]) world.prestashop8.setStock("9", variantId, 10);
  const [first] = world.tiktok.shops();
  if (!first) throw new Error("the seller has no shop");
  const shop = { ...first, isCrossBorder: false };
  const tokens = await tiktokShop.exchangeCode(CHANNEL_APP, world.tiktok.authorize(shop.id), deps);
  const session = tiktokShop.open(CHANNEL_APP, tokens.accessToken, shop, deps);
  const listed = await listProduct(session);
  time.now = START;
  await world.tick();
  const facts = await prestashop.open({ url: STORE_URL, key: STORE_KEY }, deps).readStore();
  world.tiktok.clearCalls();
  return { storage, shop, tokens, facts, ...listed };
}

/** Publishes a product of the store with two of its variants; its audit ends within an hour. */
async function listProduct(session: ChannelSession) {
  const picture = Uint8Array.from(Buffer.from(png(600, 600), "base64"));
  const draft = await draftFor({ session, currency: "GBP", picture });
  const sku = (variantId: string, colour: string) => ({
    externalId: `9:${variantId}`,
    sellerSku: `FOX-${colour.toUpperCase()}`,
    options: [{ name: "Colour", value: colour }],
    priceMinor: 1000,
    quantity: 10,
  });
  const sent = await session.createListing({
    ...draft,
    externalId: "9",
    skus: [sku("22", "White"), sku("23", "Black")],
  });
  const { channelProductId } = sent;
  const variant = (variantId: string, sellerSku: string): ListedVariant => {
    const found = sent.skus.find(({ externalId }) => externalId === `9:${variantId}`);
    const { channelSkuId = "" } = found ?? {};
    return { productId: "9", variantId, channelProductId, channelSkuId, sellerSku };
  };
  return {
    warehouseId: draft.warehouseId,
    white: variant("22", "FOX-WHITE"),
    black: variant("23", "FOX-BLACK"),
  };
}
