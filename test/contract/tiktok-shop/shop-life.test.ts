import { describe, expect, it } from "vitest";
import type { Fault } from "../../../simulator/faults";
import { tiktokShop } from "../../../src/platforms/tiktok-shop/manifest";
import { draftFor, findOurs, HOUR_MS, live } from "../channel/channel-harness";
import { openTikTokHarness } from "./tiktok-harness";
import { app } from "./wire";
import { failureOf } from "../../support/failure-of";

const DAY_MS = 24 * HOUR_MS;

type World = Awaited<ReturnType<typeof openTikTokHarness>>;

function plant({ storage }: World, fault: Partial<Fault> & Pick<Fault, "kind">): void {
  storage.put<Fault>("fault", "1", { id: "1", side: "tiktok-shop", times: 1, ...fault });
}

describe("an authorisation of TikTok Shop", () => {
  it("expires after seven days, is refreshed, and the refresh token before is dead", async () => {
    const { channel, deps, tokens, target } = await openTikTokHarness("GB");
    await channel.advance(7 * DAY_MS);
    expect((await failureOf(channel.session.listWarehouses())).code).toBe("tiktok.token_expired");
    const fresh = await tiktokShop.refreshTokens(app, tokens.refreshToken, deps);
    expect(fresh.accessExpiresAt - tokens.accessExpiresAt).toBe(7 * DAY_MS);
    const session = tiktokShop.open(app, fresh.accessToken, target, deps);
    expect((await session.listWarehouses()).length).toBeGreaterThan(0);
    const error = await failureOf(tiktokShop.refreshTokens(app, tokens.refreshToken, deps));
    expect(error).toMatchObject({ remedy: "reconnect", code: "tiktok.refresh_token_invalid" });
  });

  it("ended by the seller asks for a new one", async () => {
    const { channel, shop, target } = await openTikTokHarness("GB");
    shop.sellerRevokes(target.id);
    const error = await failureOf(channel.session.listWarehouses());
    expect(error).toMatchObject({ remedy: "reconnect", code: "tiktok.authorization_revoked" });
  });

  it("without a scope says so", async () => {
    const { shop, deps, target } = await openTikTokHarness("GB");
    shop.setScopes(["seller.authorization.info"]);
    const tokens = await tiktokShop.exchangeCode(app, shop.authorize(target.id), deps);
    const session = tiktokShop.open(app, tokens.accessToken, target, deps);
    const error = await failureOf(session.pollOrders(0));
    expect(error).toMatchObject({ remedy: "reconnect", code: "tiktok.scope_missing" });
  });

  it("takes a code once", async () => {
    const { shop, deps, target } = await openTikTokHarness("GB");
    const code = shop.authorize(target.id);
    await tiktokShop.exchangeCode(app, code, deps);
    const error = await failureOf(tiktokShop.exchangeCode(app, code, deps));
    expect(error).toMatchObject({ remedy: "reconnect", code: "tiktok.code_invalid" });
  });

  it("for another app secret is refused as a wrong signature", async () => {
    const { deps, tokens, target } = await openTikTokHarness("GB");
    const session = tiktokShop.open({ ...app, appSecret: "x" }, tokens.accessToken, target, deps);
    const error = await failureOf(session.listWarehouses());
    expect(error).toMatchObject({ remedy: "defect", code: "tiktok.signature_refused" });
  });
});

describe("a disturbed call of TikTok Shop", () => {
  const create = { method: "POST", path: "^/product/202309/products\\?" };

  it("slows down by the given wait and then succeeds", async () => {
    const opened = await openTikTokHarness("GB");
    plant(opened, { kind: "rate-limit", retryAfterSeconds: 1 });
    expect((await opened.channel.session.listWarehouses()).length).toBeGreaterThan(0);
    expect(opened.slept).toEqual([1_000]);
  });

  it.each(["before", "after"] as const)(
    "that failed %s its effect is unclear, and a read makes it clear",
    async (when) => {
      const opened = await openTikTokHarness("GB");
      const { session } = opened.channel;
      const draft = await draftFor(opened.channel);
      plant(opened, { kind: "status", status: 500, when, ...create });
      const error = await failureOf(session.createListing(draft));
      expect(error).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
      expect((await findOurs(session, draft)) !== undefined).toBe(when === "after");
    },
  );

  it("that got a page of HTML is unclear, too", async () => {
    const opened = await openTikTokHarness("GB");
    const draft = await draftFor(opened.channel);
    plant(opened, { kind: "html", when: "after", ...create });
    const error = await failureOf(opened.channel.session.createListing(draft));
    expect(error).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
  });
});

describe("stock of zero on TikTok Shop", () => {
  const sellOut = async (zeroQuantity: boolean) => {
    const { channel, shop } = await openTikTokHarness("GB");
    shop.setSwitches({ zeroQuantity });
    const { draft, id, skus } = await live(channel);
    const changes = skus.map(({ channelSkuId }, index) => ({ channelSkuId, quantity: index * 4 }));
    const results = await channel.session.setQuantities(id, draft.warehouseId, changes);
    const report = await channel.session.readListing(id);
    return { results, quantities: report?.skus.map(({ quantity }) => quantity) };
  };

  it("is set where the market takes it", async () => {
    const { results, quantities } = await sellOut(true);
    expect(results.every(({ error }) => !error)).toBe(true);
    expect(quantities).toEqual([0, 4]);
  });

  it("is refused by name where it does not, and the other SKU is set", async () => {
    const { results, quantities } = await sellOut(false);
    expect(results.map(({ error }) => error?.code)).toEqual(["tiktok.quantity_refused", undefined]);
    expect(quantities).toEqual([5, 4]);
  });
});

describe("news from TikTok Shop", () => {
  it("arrives signed, names the order, and keeps every digit of a product id", async () => {
    const opened = await openTikTokHarness("GB");
    const { channel, delivered, target } = opened;
    const address = "https://hooks.weft.example/channel";
    await channel.session.registerWebhooks(address);
    const { draft, id } = await live(channel);
    const orderId = await channel.placeOrder(draft.skus[0]?.sellerSku ?? "", 1, "paid");
    await channel.advance(1_000);
    const events = await Promise.all(
      delivered.map(async (request) =>
        tiktokShop.verifyEvent(app, request.headers, new Uint8Array(await request.arrayBuffer())),
      ),
    );
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) expect(event?.shopId).toBe(target.id);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "listing.changed", channelProductId: id }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "order.changed", orderIds: [orderId] }),
    );
    expect(new Set(events.map((event) => event?.deliveryId)).size).toBe(events.length);
  });

  it("is also found page by page, each order once, oldest change first", async () => {
    const { channel, shop } = await openTikTokHarness("GB");
    const draft = await draftFor(channel);
    const [first] = draft.skus;
    if (!first) throw new Error("a draft has SKUs");
    const plenty = { ...draft, skus: [{ ...first, quantity: 500 }] };
    await channel.session.createListing(plenty);
    await channel.advance(HOUR_MS);
    const placed = Array.from({ length: 130 }, () =>
      shop.placeOrder({ lines: [{ sellerSku: first.sellerSku, quantity: 1 }], status: "UNPAID" }),
    );
    const start = await channel.session.pollOrders(0);
    const rest = await channel.session.pollOrders(0, start.next);
    expect(rest.next).toBeUndefined();
    const read = [...start.orders, ...rest.orders];
    expect(read.map(({ id }) => id).toSorted()).toEqual(placed.toSorted());
    const times = read.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});
