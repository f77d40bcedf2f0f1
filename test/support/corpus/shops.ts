/**
 * Shops of the simulated TikTok Shop in several markets, and of each what its leaves ask for, read as a
 * connection reads them.
 */
import { memoryStorage } from "../../../simulator/storage";
import { CATEGORIES } from "../../../simulator/tiktok-shop/categories/tree";
import { createWorld } from "../../../simulator/world";
import type { CertificateFile } from "../../../src/domain/listings/listing-details";
import type { CategoryRules, ListingCategory } from "../../../src/domain/listings/listing-rules";
import type { MarketLimits } from "../../../src/domain/listings/market";
import type { ChannelSession } from "../../../src/platforms/channel";
import { tiktokShop } from "../../../src/platforms/tiktok-shop/manifest";
import { RESTING_DEPS } from "../platform-deps";
import { png } from "../png";
import { CHANNEL_APP as APP } from "../simulated-shops";

/** Between two requests. */
const PAUSE_MS = 30;

export const CORPUS_TIME = Date.UTC(2026, 10, 24, 12);

/** A leaf of the channel with what it asks for. */
export interface CorpusLeaf extends CategoryRules {
  category: ListingCategory;
}

/** A shop with everything that a listing there may name. */
export interface CorpusShop {
  region: string;
  session: ChannelSession;
  limits: MarketLimits;
  warehouseId: string;
  /** One picture for each use, as the channel knows it. */
  uris: { main: string; option: string; sizeChart: string };
  proof: CertificateFile;
  brandIds: readonly string[];
  manufacturerIds: readonly string[];
  responsiblePersonIds: readonly string[];
  /** Leaves in which a product may be listed, of all kinds of demands. */
  leaves: readonly CorpusLeaf[];
}

/** Leaves by name: nothing asked, an attribute, a number, conditions, certificates, a size chart. */
const LEAVES = [
  "Mugs",
  "T-shirts",
  "Trainers",
  "Swimsuits",
  "Backpacks",
  "Wallets",
  "Body Mists",
  "Serums",
  "Shampoos",
  "Headphones",
  "Smart Watches",
  "Chargers",
  "Kettles",
  "Table Lamps",
  "Teddy Bears",
  "Board Games",
  "Dolls",
  "Notebooks",
  "Yoga Mats",
  "Suitcases",
];

const MAKER = {
  name: "Tassen GmbH",
  email: "safety@tassen.example",
  phone: { countryCode: "+49", localNumber: "15550142233" },
  address: "Hafenweg 7, 20457 Hamburg",
};

const PERSON = {
  name: "Anna Verantwortlich",
  email: "anna@tassen.example",
  phone: { countryCode: "+49", localNumber: "15550142233" },
  address: { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" },
};

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, "base64"));

/** One seller with a shop in each of the markets; `note` hears each request that a shop receives. */
export async function openCorpusShops<Region extends string>(
  regions: readonly Region[],
  note: (request: Request) => void = () => {},
): Promise<Map<Region, CorpusShop>> {
  let now = CORPUS_TIME;
  const clock = { now: () => now, advance: (ms: number) => void (now += ms) };
  const world = createWorld(
    {
      storage: memoryStorage(),
      clock,
      origin: APP.apiBase,
      appKey: APP.appKey,
      appSecret: APP.appSecret,
      serviceId: APP.serviceId,
      redirectUrl: "https://weft.example/oauth/tiktok-shop",
      webserviceKey: "SIMULATEDKEY00000000000000000003",
      prestashop8Url: "https://shop.example",
      deliver: async () => new Response(null),
    },
    {
      tiktok: {
        sellers: regions.map((region) => ({
          name: `Seller ${region}`,
          label: region,
          regions: [region],
        })),
      },
    },
  );
  // Slowly enough for the platform.
  const fetch = (request: Request) => {
    clock.advance(PAUSE_MS);
    note(request.clone() as Request);
    return world.fetch(request);
  };
  const deps = { ...RESTING_DEPS, now: clock.now, fetch };
  const opened = new Map<Region, CorpusShop>();
  for (const found of world.tiktok.shops()) {
    const shop = { ...found, isCrossBorder: false };
    const tokens = await tiktokShop.exchangeCode(APP, world.tiktok.authorize(shop.id), deps);
    const session = tiktokShop.open(APP, tokens.accessToken, shop, deps);
    opened.set(shop.region as Region, await readShop(session, shop.region));
  }
  return opened;
}

async function readShop(session: ChannelSession, region: string): Promise<CorpusShop> {
  const limits = tiktokShop.marketOf(region)?.limits;
  if (!limits) throw new Error(`nothing is known of the market ${region}`);
  const warehouses = await session.listWarehouses();
  const upload = (use: "main" | "option" | "size_chart") =>
    session.uploadImage(bytesOf(png(1200, 1200)), `${use}.png`, use);
  const [main, option, sizeChart] = [
    await upload("main"),
    await upload("option"),
    await upload("size_chart"),
  ];
  const { brands } = await session.listBrands(undefined, "");
  const parties = tiktokShop.marketOf(region)?.needsParties ? await registerParties(session) : [];
  return {
    region,
    session,
    limits,
    warehouseId: warehouses.find(({ kind, isDefault }) => kind === "sales" && isDefault)?.id ?? "",
    uris: { main: main.uri, option: option.uri, sizeChart: sizeChart.uri },
    proof: await session.uploadCertificate(bytesOf(png(800, 800)), "proof.png"),
    brandIds: brands.filter(({ isAuthorized }) => isAuthorized).map(({ id }) => id),
    manufacturerIds: parties.slice(0, 1),
    responsiblePersonIds: parties.slice(1),
    leaves: await readLeaves(session),
  };
}

/** A manufacturer and a responsible person. */
async function registerParties(session: ChannelSession): Promise<string[]> {
  const maker = await session.createManufacturer(MAKER);
  const person = await session.createResponsiblePerson(PERSON);
  return [maker.id, person.id];
}

async function readLeaves(session: ChannelSession): Promise<CorpusLeaf[]> {
  const leaves: CorpusLeaf[] = [];
  for (const name of LEAVES) {
    const leaf = CATEGORIES.find((one) => one.isLeaf && one.name === name);
    if (!leaf) throw new Error(`the channel has no leaf ${name}`);
    const { id, path } = leaf;
    leaves.push({
      category: { id, path: path.join(" > "), isLeaf: true, permission: "available" },
      attributes: await session.listAttributes(id),
      rules: await session.readRules(id),
    });
  }
  return leaves;
}
