import { describe, expect, it } from "vitest";
import { tiktokShop } from "../../../src/platforms/tiktok-shop/manifest";
import { app, wireTo } from "./wire";

const data = {
  access_token: "ROW_a",
  access_token_expire_in: 1_760_604_800,
  refresh_token: "ROW_r",
  refresh_token_expire_in: 1_791_536_000,
  open_id: "o",
  seller_name: "Corner shop",
  granted_scopes: ["seller.order.info"],
};

describe("authorisation", () => {
  it("sends a US seller to the US page and everybody else to the shared one", () => {
    expect(tiktokShop.authorizeUrl(app, "us", "s/1 2")).toBe(
      `https://us.example/open/authorize?service_id=${app.serviceId}&state=s%2F1+2`,
    );
    expect(new URL(tiktokShop.authorizeUrl(app, "global", "s")).hostname).toBe("global.example");
  });

  it("names the market group of every market it offers", () => {
    for (const { group } of tiktokShop.markets) expect(app.authorizeUrls[group]).toBeDefined();
    expect(tiktokShop.markets.filter(({ group }) => group === "us")).toHaveLength(1);
  });

  it("reads expiries as points in time, not as durations", async () => {
    const { deps, sent } = wireTo([{ data }]);
    const tokens = await tiktokShop.exchangeCode(app, "code1", deps);
    expect(tokens).toEqual({
      accessToken: "ROW_a",
      accessExpiresAt: 1_760_604_800_000,
      refreshToken: "ROW_r",
      refreshExpiresAt: 1_791_536_000_000,
      sellerName: "Corner shop",
      openId: "o",
      scopes: ["seller.order.info"],
    });
    expect(sent[0]).toMatchObject({
      method: "GET",
      path: "/api/v2/token/get",
      query: { auth_code: "code1", grant_type: "authorized_code", app_secret: app.appSecret },
    });
  });

  it("does not spend a single-use code twice", async () => {
    const { deps, sent } = wireTo([{ lost: true }]);
    await expect(tiktokShop.exchangeCode(app, "code1", deps)).rejects.toMatchObject({
      code: "tiktok.unreachable",
    });
    expect(sent).toHaveLength(1);
  });

  it("refreshes by the refresh token and asks for a new login once that is dead", async () => {
    const { deps, sent } = wireTo([{ data }, { code: 98001006, data: null }]);
    expect((await tiktokShop.refreshTokens(app, "old", deps)).refreshToken).toBe("ROW_r");
    expect(sent[0]).toMatchObject({
      path: "/api/v2/token/refresh",
      query: { refresh_token: "old", grant_type: "refresh_token" },
    });
    await expect(tiktokShop.refreshTokens(app, "old", deps)).rejects.toMatchObject({
      remedy: "reconnect",
      code: "tiktok.refresh_token_invalid",
    });
  });
});

describe("links into Seller Center", () => {
  it("lead to the host of the market and name it", () => {
    expect(tiktokShop.productUrl("GB", "17")).toBe(
      "https://seller-uk.tiktok.com/product/edit/17?shop_region=GB",
    );
    expect(tiktokShop.productUrl("DE", "17")).toContain("https://seller-eu.tiktok.com/");
    expect(tiktokShop.orderUrl("US", "5")).toBe(
      "https://seller-us.tiktok.com/order/detail?order_no=5&shop_region=US",
    );
  });
});
