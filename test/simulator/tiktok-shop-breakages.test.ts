// A seller's account that is not ready for an app: grant, warehouses, delivery options.
import { describe, expect, it } from "vitest";
import { APP_KEY, APP_SECRET, openHarness, START_MS, type Harness } from "./tiktok-shop-client";

const WAREHOUSES = "/logistics/202309/warehouses";
const DAY_SECONDS = 86_400;

interface Row {
  id: string;
  type: string;
  effect_status: string;
}

/** One call of the token host. */
async function tokens({ shop }: Harness, asked: Record<string, string>) {
  const path = asked["grant_type"] === "refresh_token" ? "refresh" : "get";
  const query = new URLSearchParams({ app_key: APP_KEY, app_secret: APP_SECRET, ...asked });
  const url = `https://auth.tiktok-shops.com/api/v2/token/${path}?${query}`;
  const response = await shop.fetch(new Request(url));
  return (await response.json()) as { code: number; data: Record<string, unknown> };
}

describe("a grant", () => {
  it("may lose a scope without notice to the app: calls of it are refused, others are not", async () => {
    const harness = await openHarness();
    harness.shop.setGrant(harness.shopId, { scopes: ["seller.authorization.info"] });
    const shops = await harness.call("GET", "/authorization/202309/shops", { cipher: null });
    expect(shops.code).toBe(0);
    expect((await harness.call("GET", WAREHOUSES)).code).toBe(105005);
  });

  it("may end soon: its tokens are refreshed until then and not after", async () => {
    const harness = await openHarness();
    const code = harness.shop.authorize(harness.shopId);
    const granted = await tokens(harness, { auth_code: code, grant_type: "authorized_code" });
    harness.shop.setGrant(harness.shopId, { refreshExpiresAt: START_MS / 1000 + DAY_SECONDS });
    const refresh = (refresh_token: unknown) =>
      tokens(harness, { refresh_token: String(refresh_token), grant_type: "refresh_token" });
    const renewed = await refresh(granted.data["refresh_token"]);
    expect([renewed.code, renewed.data["refresh_token_expire_in"]]).toEqual([
      0,
      START_MS / 1000 + DAY_SECONDS,
    ]);
    harness.clock.advance(DAY_SECONDS * 1000);
    expect((await refresh(renewed.data["refresh_token"])).code).not.toBe(0);
  });
});

describe("a shop", () => {
  it("shows a warehouse as it is now", async () => {
    const harness = await openHarness();
    const sales = harness.shop
      .warehouses(harness.shopId)
      .find((it) => it.type === "SALES_WAREHOUSE");
    harness.shop.setWarehouse(sales?.id ?? "", { effectStatus: "DISABLED" });
    const { data } = await harness.call("GET", WAREHOUSES);
    const row = (data["warehouses"] as Row[]).find((it) => it.id === sales?.id);
    expect(row?.effect_status).toBe("DISABLED");
  });

  it("offers the delivery options it kept, and no carriers of the others", async () => {
    const harness = await openHarness();
    const kept = "6955034615128000261";
    harness.shop.setShop(harness.shopId, { deliveryOptions: [kept] });
    const [warehouse] = harness.shop.warehouses(harness.shopId);
    const path = `${WAREHOUSES}/${warehouse?.id}/delivery_options`;
    const { data } = await harness.call("GET", path);
    expect((data["delivery_options"] as Row[]).map((it) => it.id)).toEqual([kept]);
    const providers = (id: string) =>
      harness.call("GET", `/logistics/202309/delivery_options/${id}/shipping_providers`);
    expect((await providers(kept)).code).toBe(0);
    expect((await providers("7091146663229654785")).code).toBe(21008116);
    harness.shop.setShop(harness.shopId, { deliveryOptions: [] });
    expect((await harness.call("GET", path)).data).toEqual({ delivery_options: [] });
  });

  it("names the check it fails", async () => {
    const harness = await openHarness();
    harness.shop.setShop(harness.shopId, { failedChecks: { SHOP_TAX: "No tax number." } });
    const { data } = await harness.call("GET", "/product/202312/prerequisites");
    const failed = (data["check_results"] as { check_item: string; is_failed: boolean }[]).filter(
      (it) => it.is_failed,
    );
    expect(failed).toEqual([
      { check_item: "SHOP_TAX", is_failed: true, fail_reasons: ["No tax number."] },
    ]);
  });
});
