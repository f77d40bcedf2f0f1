import { describe, expect, it } from "vitest";
import type { ChannelExamination } from "../../../src/platforms/channel";
import { tiktokShop } from "../../../src/platforms/tiktok-shop/manifest";
import { expectTroubles, troublesOf } from "../../support/findings";
import { openTikTokHarness } from "./tiktok-harness";
import { app, NOW } from "./wire";

const DAY_MS = 86_400_000;
const ADDRESS = "https://weft.example/webhooks/tiktok-shop";

type TikTok = Awaited<ReturnType<typeof openTikTokHarness>>;
type Warehouse = { id: string; shopId: string; type: string; effectStatus: string };

/** A shop with nothing wrong: webhooks registered, a carrier mapped, a warehouse chosen. */
async function healthyShop(region = "GB") {
  const tiktok = await openTikTokHarness(region);
  const { session } = tiktok.channel;
  await session.registerWebhooks(ADDRESS);
  const warehouses = await session.listWarehouses();
  const asked: ChannelExamination = {
    shopId: tiktok.target.id,
    scopes: tiktok.tokens.scopes,
    authorizedUntil: tiktok.tokens.refreshExpiresAt,
    warehouseId: warehouses.find(({ isDefault }) => isDefault)?.id ?? "",
    carrierMap: [{ providerId: "7208502187360519941", providerName: "DHL" }],
    webhookAddress: ADDRESS,
  };
  return { ...tiktok, asked };
}

type Healthy = Awaited<ReturnType<typeof healthyShop>>;

function changeWarehouses({ storage, target }: TikTok, effectStatus: string, type: string): void {
  for (const row of storage.list<Warehouse>("tts:warehouse"))
    if (row.shopId === target.id && row.type === type)
      storage.put("tts:warehouse", row.id, { ...row, effectStatus });
}

/** Fewer scopes than the app asks for: the seller unticked one. */
async function withoutScope(shop: Healthy, scope: string, isReported: boolean) {
  const scopes = shop.tokens.scopes.filter((granted) => granted !== scope);
  shop.shop.setScopes(scopes);
  const code = shop.shop.authorize(shop.target.id);
  const tokens = await tiktokShop.exchangeCode(app, code, shop.deps);
  const session = tiktokShop.open(app, tokens.accessToken, shop.target, shop.deps);
  return session.examine({ ...shop.asked, scopes: isReported ? tokens.scopes : [] });
}

describe("a healthy TikTok shop", () => {
  it.each(["GB", "US", "DE"])("of market %s passes every check in ten requests", async (region) => {
    const { channel, asked, shop } = await healthyShop(region);
    shop.clearCalls();
    const findings = await channel.session.examine(asked);
    expect(findings.map(({ check }) => check)).toEqual(tiktokShop.checks);
    expect(findings.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    expect(shop.calls().length).toBeLessThanOrEqual(10);
    expect(shop.calls().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("is healthy where TikTok cannot call us, because orders are polled as well", async () => {
    const { channel, asked } = await healthyShop();
    const { webhookAddress: _none, ...local } = asked;
    expect(troublesOf(await channel.session.examine(local))).toEqual([]);
  });
});

interface Breakage {
  title: string;
  /** Breaks the shop, or answers what Weft then knows of it. */
  spoil(shop: Healthy): Partial<ChannelExamination> | void;
  expected: string;
}

const BREAKAGES: readonly Breakage[] = [
  {
    title: "a revoked authorisation",
    spoil: ({ shop, target }) => shop.sellerRevokes(target.id),
    expected: "channel.token fail",
  },
  {
    title: "an authorisation that ends in ten days",
    spoil: () => ({ authorizedUntil: NOW + 10 * DAY_MS }),
    expected: "channel.token_life warn",
  },
  {
    title: "a shop that is closed",
    spoil: ({ shop, target }) => shop.setShop(target.id, { active: false }),
    expected: "channel.shop fail",
  },
  {
    title: "a shop the seller does not own any more",
    spoil: () => ({ shopId: "7490000000000000000" }),
    expected: "channel.shop fail",
  },
  {
    title: "a shop without a bank account",
    spoil: ({ shop, target }) =>
      shop.setShop(target.id, { failedChecks: { BANk_ACCOUNT: "no bank account" } }),
    expected: "channel.prerequisites fail",
  },
  {
    title: "no open sales warehouse",
    spoil: (shop) => changeWarehouses(shop, "DISABLED", "SALES_WAREHOUSE"),
    expected: "channel.warehouse fail",
  },
  {
    title: "a chosen warehouse that is gone",
    spoil: () => ({ warehouseId: "7000000000000000001" }),
    expected: "channel.warehouse fail",
  },
  {
    title: "no carrier mapped",
    spoil: () => ({ carrierMap: [] }),
    expected: "channel.carrier_map warn",
  },
  {
    title: "a mapped carrier that TikTok no longer offers",
    spoil: () => ({ carrierMap: [{ providerId: "1", providerName: "Pigeon" }] }),
    expected: "channel.carrier_map fail",
  },
  {
    title: "webhooks that go to another address",
    spoil: () => ({ webhookAddress: "https://new.example/webhooks/tiktok-shop" }),
    expected: "channel.webhooks warn",
  },
];

describe("each breakage of a TikTok shop is its own finding and no other", () => {
  it.each(BREAKAGES)("$title", async ({ spoil, expected }) => {
    const shop = await healthyShop();
    const asked = { ...shop.asked, ...spoil(shop) };
    expectTroubles(await shop.channel.session.examine(asked), [expected]);
  });

  it("a scope that was not granted, named", async () => {
    const findings = await withoutScope(await healthyShop(), "seller.order.info", true);
    expectTroubles(findings, ["channel.scopes fail"]);
    const { facts } = findings.find(({ check }) => check === "channel.scopes") ?? {};
    expect(facts).toEqual({ missing: ["seller.order.info"] });
  });

  it("a scope that was not granted and is missed only when it is used", async () => {
    const findings = await withoutScope(await healthyShop(), "seller.logistics", false);
    expectTroubles(findings, ["channel.scopes fail"]);
  });

  it("a warehouse without a delivery option", async () => {
    const { target, deps, tokens, asked } = await healthyShop();
    const fetch: typeof deps.fetch = async (request) =>
      new URL(request.url).pathname.endsWith("/delivery_options")
        ? Response.json({ code: 0, message: "Success", data: { delivery_options: [] } })
        : deps.fetch(request);
    const session = tiktokShop.open(app, tokens.accessToken, target, { ...deps, fetch });
    expectTroubles(await session.examine(asked), ["channel.delivery fail"]);
  });

  it("a platform that cannot be reached", async () => {
    const { target, deps, tokens, asked } = await healthyShop();
    const offline = { ...deps, fetch: () => Promise.reject(new TypeError("no route")) };
    const session = tiktokShop.open(app, tokens.accessToken, target, offline);
    expectTroubles(await session.examine(asked), ["channel.reachable fail"]);
  });
});

describe("an expired token", () => {
  it("is an error for whoever can renew it, not a finding", async () => {
    const { channel, asked } = await healthyShop();
    await channel.advance(8 * DAY_MS);
    const examined = channel.session.examine(asked);
    await expect(examined).rejects.toMatchObject({ code: "tiktok.token_expired" });
  });
});
