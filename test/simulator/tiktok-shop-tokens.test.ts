import { describe, expect, it } from "vitest";
import { APP_KEY, APP_SECRET, openHarness, START_MS, type Harness } from "./tiktok-shop-client";

const DAY = 86_400;
const NOW = Math.floor(START_MS / 1000);
const SHOPS = "/authorization/202309/shops";

interface Grant {
  code: number;
  data: { access_token: string; access_token_expire_in: number; refresh_token: string } | null;
}

async function trade(harness: Harness, what: "get" | "refresh", query: Record<string, string>) {
  const all = new URLSearchParams({ app_key: APP_KEY, app_secret: APP_SECRET, ...query });
  const url = `https://auth.tiktok-shops.com/api/v2/token/${what}?${all}`;
  return (await (await harness.shop.fetch(new Request(url))).json()) as Grant;
}

const byCode = (harness: Harness, auth_code: string) =>
  trade(harness, "get", { auth_code, grant_type: "authorized_code" });
const byRefresh = (harness: Harness, refresh_token: string) =>
  trade(harness, "refresh", { refresh_token, grant_type: "refresh_token" });

const LINK = "https://services.tiktokshop.com/open/authorize?service_id=7400000000000000001";

async function consent(harness: Harness, link: string, form: Record<string, string>) {
  const body = new URLSearchParams(form);
  return harness.shop.fetch(new Request(link, { method: "POST", body, redirect: "manual" }));
}

describe("tokens", () => {
  it("come with absolute expiries, seven days ahead", async () => {
    const harness = await openHarness();
    const { data } = await byCode(harness, harness.shop.authorize(harness.shopId));
    expect(data?.access_token_expire_in).toBe(NOW + 7 * DAY);
  });

  it("trade a code once and within 30 minutes", async () => {
    const harness = await openHarness();
    const code = harness.shop.authorize(harness.shopId);
    expect((await byCode(harness, code)).code).toBe(0);
    expect((await byCode(harness, code)).code).toBe(98001005);
    const late = harness.shop.authorize(harness.shopId);
    harness.clock.advance(30 * 60_000);
    expect((await byCode(harness, late)).code).toBe(36004004);
    expect((await byCode(harness, "nonsense")).code).toBe(36004004);
  });

  it("refuse a wrong secret and a wrong grant type", async () => {
    const harness = await openHarness();
    const auth_code = harness.shop.authorize(harness.shopId);
    const wrong = { auth_code, grant_type: "authorized_code", app_secret: "x" };
    expect((await trade(harness, "get", wrong)).code).toBe(98001004);
    expect((await trade(harness, "get", { auth_code, grant_type: "code" })).code).toBe(98001004);
  });

  it("rotate on refresh: old refresh and access tokens end", async () => {
    const harness = await openHarness();
    const first = await byCode(harness, harness.shop.authorize(harness.shopId));
    const second = await byRefresh(harness, first.data?.refresh_token ?? "");
    expect(second.data?.refresh_token).not.toBe(first.data?.refresh_token);
    expect((await byRefresh(harness, first.data?.refresh_token ?? "")).code).toBe(98001006);
    const at = (token = "") => harness.call("GET", SHOPS, { token, cipher: null });
    expect(await at(first.data?.access_token)).toMatchObject({ code: 105002, status: 401 });
    expect((await at(second.data?.access_token)).code).toBe(0);
  });

  it("can keep the refresh token by the switch", async () => {
    const harness = await openHarness("GB", {
      rotateRefreshToken: false,
      oldAccessTokenSurvives: true,
    });
    const first = await byCode(harness, harness.shop.authorize(harness.shopId));
    const second = await byRefresh(harness, first.data?.refresh_token ?? "");
    expect(second.data?.refresh_token).toBe(first.data?.refresh_token);
    const token = first.data?.access_token ?? "";
    expect((await harness.call("GET", SHOPS, { token, cipher: null })).code).toBe(0);
  });

  it("expire after seven days and end when the seller revokes", async () => {
    const harness = await openHarness();
    harness.clock.advance(7 * DAY * 1000);
    expect((await harness.call("GET", SHOPS, { cipher: null })).code).toBe(105002);
    harness.shop.sellerRevokes(harness.shopId);
    expect((await harness.call("GET", SHOPS, { cipher: null })).code).toBe(105001);
  });
});

describe("the authorization page", () => {
  it("asks for region and terms, then redirects with code and state", async () => {
    const harness = await openHarness();
    const link = `${LINK}&state=s%26t`;
    const shown = await (await harness.shop.fetch(new Request(link))).text();
    const seller = /name="seller" value="(\d+)"/.exec(shown)?.[1] ?? "";
    const without = await consent(harness, link, { seller, decision: "authorize" });
    expect(without.status).toBe(422);
    const agreed = await consent(harness, link, { seller, terms: "yes", decision: "authorize" });
    const target = new URL(agreed.headers.get("location") ?? "");
    expect(target.origin + target.pathname).toBe("https://app.test/oauth/callback");
    expect(target.searchParams.get("state")).toBe("s&t");
    expect((await byCode(harness, target.searchParams.get("code") ?? "")).code).toBe(0);
  });

  it("carries no state when the link had none, as an install from the app store", async () => {
    const harness = await openHarness();
    const shown = await (await harness.shop.fetch(new Request(LINK))).text();
    const seller = /name="seller" value="(\d+)"/.exec(shown)?.[1] ?? "";
    const agreed = await consent(harness, LINK, { seller, terms: "yes", decision: "authorize" });
    expect(new URL(agreed.headers.get("location") ?? "").searchParams.has("state")).toBe(false);
  });

  it("sends code=null and auth_denied back when the seller refuses", async () => {
    const harness = await openHarness();
    const refused = await consent(harness, `${LINK}&state=abc`, { decision: "refuse" });
    const query = new URL(refused.headers.get("location") ?? "").searchParams;
    expect(Object.fromEntries(query)).toEqual({ code: "null", error: "auth_denied", state: "abc" });
  });

  it("refuses an unknown service", async () => {
    const harness = await openHarness();
    const response = await harness.shop.fetch(new Request(LINK.replace("74", "75")));
    expect(response.status).toBe(404);
  });
});
