import { describe, expect, it } from "vitest";
import { worldClock } from "../../simulator/clock";
import { answerControl } from "../../simulator/control";
import { memoryStorage } from "../../simulator/storage";
import { createWorld } from "../../simulator/world";

const KEY = "DEMO0WEBSERVICE0KEY0FOR0THE0SHOP";
const ORIGIN = "http://127.0.0.1:8788";

function openWorld() {
  const storage = memoryStorage();
  const sent: string[] = [];
  const world = createWorld({
    storage,
    clock: worldClock(storage, () => 1_790_000_000_000),
    origin: ORIGIN,
    appKey: "key",
    appSecret: "secret",
    serviceId: "1",
    redirectUrl: "http://127.0.0.1:8787/oauth",
    webserviceKey: KEY,
    deliver: async (request) => {
      sent.push(request.url);
      return new Response("");
    },
  });
  const control = async (method: string, path: string, body?: unknown) => {
    const init: RequestInit = { method };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await answerControl(world, new Request(`${ORIGIN}/control${path}`, init));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const visit = (path: string) => {
    const headers = { authorization: `Basic ${btoa(`${KEY}:`)}` };
    return world.fetch(new Request(ORIGIN + path, { headers }));
  };
  return { world, control, visit, sent };
}

describe("the world", () => {
  it("has one TikTok Shop and three PrestaShops, selected by path", async () => {
    const { world, visit } = openWorld();
    for (const folder of ["/prestashop-17", "/prestashop-8", "/prestashop-9"]) {
      const answer = await visit(`${folder}/api/products?output_format=JSON`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('"products"');
    }
    const tiktok = await world.fetch(
      new Request("https://open-api.tiktokglobalshop.com/product/202309/categories"),
    );
    expect(tiktok.status).toBe(400);
    expect(world.tiktok.shops().map((shop) => shop.region)).toEqual(["GB", "US", "DE", "FR"]);
  });

  it("moves the PrestaShops along when its origin changes", async () => {
    const { world, control } = openWorld();
    await control("POST", "/configure", { origin: "http://127.0.0.1:9999" });
    const headers = { authorization: `Basic ${btoa(`${KEY}:`)}` };
    const at = (origin: string) =>
      world.fetch(new Request(`${origin}/prestashop-8/api/products?limit=1`, { headers }));
    expect((await at("http://127.0.0.1:9999")).status).toBe(200);
    expect((await at(ORIGIN)).status).toBe(302);
  });

  it("plants faults on either side, for a number of calls", async () => {
    const { control, visit } = openWorld();
    const path = "/prestashop-8/api/products?limit=1";
    await control("POST", "/faults", [
      { side: "prestashop", kind: "status", status: 503, path: "/api/products", times: 1 },
      { side: "prestashop", kind: "html", path: "/api/products", times: 1 },
    ]);
    expect((await visit(path)).status).toBe(503);
    expect(await (await visit(path)).text()).toContain("Bad Gateway");
    expect((await visit(path)).status).toBe(200);
    await control("POST", "/faults", { side: "prestashop", kind: "status", times: 9 });
    await control("DELETE", "/faults");
    expect((await visit(path)).status).toBe(200);
  });

  it("breaks and repairs one PrestaShop by the control API, and the seller's account", async () => {
    const { world, control, visit } = openWorld();
    const blockedWith = { status: 503 };
    await control("POST", "/prestashop/8", { host: { blockedWith } });
    const status = async (folder: string) => (await visit(`${folder}/api/products?limit=1`)).status;
    expect([await status("/prestashop-8"), await status("/prestashop-9")]).toEqual([503, 200]);
    await control("POST", "/prestashop/8", { host: { blockedWith: null } });
    expect(await status("/prestashop-8")).toBe(200);
    expect((await control("POST", "/prestashop/6", {})).status).toBe(422);
    const [shop] = world.tiktok.shops();
    const [, warehouse] = world.tiktok.warehouses(shop?.id ?? "");
    await control("POST", `/warehouses/${warehouse?.id}`, { effectStatus: "RESTRICTED" });
    const { body } = await control("GET", "/state");
    expect(body["warehouses"]).toContainEqual({ ...warehouse, effectStatus: "RESTRICTED" });
  });

  it("counts the calls of each side", async () => {
    const { control, visit } = openWorld();
    await visit("/prestashop-9/api/products?limit=1");
    await visit("/product/202309/categories");
    const counted = async (side: string) =>
      ((await control("GET", `/calls?side=${side}`)).body["calls"] as object[]).length;
    expect([await counted("prestashop"), await counted("tiktok-shop")]).toEqual([1, 1]);
    await control("DELETE", "/calls");
    expect(await counted("prestashop")).toBe(0);
  });

  it("is due when either side is, and a tick sends the events of both", async () => {
    const { world, sent } = openWorld();
    expect(world.nextDueAt()).toBeUndefined();
    world.prestashop8.configureModule({ webhookUrl: "https://app.test/hook", secret: "secret" });
    world.prestashop8.setTracking("1", "T1");
    expect(world.nextDueAt()).toBe(world.clock.now());
    await world.tick();
    expect([world.nextDueAt(), sent]).toEqual([undefined, ["https://app.test/hook"]]);
  });

  it("moves time, changes settings and resets the world by the control API", async () => {
    const { world, control } = openWorld();
    expect((await control("POST", "/clock", { advanceMs: 5000 })).body["now"]).toBe(
      1_790_000_005_000,
    );
    await control("POST", "/configure", { webhookUrl: "https://app.test/hook" });
    expect((await control("POST", "/webhooks", { mode: "drop" })).status).toBe(200);
    expect((await control("POST", "/webhooks", { mode: "loud" })).status).toBe(422);
    const before = world.tiktok.shops();
    const seed = {
      tiktok: { sellers: [{ name: "One", label: "UK Seller", regions: ["GB", "FR"] }] },
    };
    await control("POST", "/reset", { seed });
    expect(world.tiktok.shops().map((shop) => shop.region)).toEqual(["GB", "FR"]);
    expect(world.clock.now()).toBe(1_790_000_000_000);
    await control("POST", "/reset", {});
    expect(world.tiktok.shops()).toEqual(before);
    const order = await control("POST", "/orders", { lines: [{ sellerSku: "none", quantity: 1 }] });
    expect(order).toEqual({ status: 422, body: { error: "No live SKU none is on sale." } });
    const wanted = { title: "Soy candle", sellerSku: "CANDLE", price: "12.50", quantity: 3 };
    const { body } = await control("POST", "/products", wanted);
    expect((await control("GET", "/state")).body).toMatchObject({
      orders: [],
      products: [{ id: body["productId"], title: "Soy candle", status: "PENDING" }],
      skus: [{ id: body["skuId"], sellerSku: "CANDLE", priceMinor: 1250 }],
    });
    const bad = await control("POST", "/products", { ...wanted, shopId: "none" });
    expect(bad).toEqual({ status: 422, body: { error: "There is no shop none." } });
    expect((await control("GET", "/nothing")).status).toBe(404);
  });

  it("lets buyer and seller act, and the platform surprise, by the control API", async () => {
    const { control } = openWorld();
    const wanted = { title: "Soy candle", sellerSku: "CANDLE", price: "12.50", quantity: 3 };
    const { body } = await control("POST", "/products", wanted);
    await control("POST", `/products/${body["productId"]}/review`, { result: "APPROVED" });
    const sku = `/skus/${body["skuId"]}`;
    await control("POST", sku, { quantity: 5, price: "9.00" });
    expect((await control("POST", sku, { price: 8 })).status).toBe(422);
    const placed = await control("POST", "/orders", {
      lines: [{ sellerSku: "CANDLE", quantity: 1 }],
    });
    const at = `/orders/${placed.body["orderId"]}`;
    const { cancelId } = (await control("POST", `${at}/buyer-cancel`)).body;
    expect((await control("POST", `/cancellations/${cancelId}`, { answer: "later" })).status).toBe(
      422,
    );
    await control("POST", `/cancellations/${cancelId}`, { answer: "approve" });
    await control("POST", `${at}/status`, { shown: "AWAITING_DRONE" });
    await control("POST", `/products/${body["productId"]}/deactivate`);
    expect((await control("GET", "/state")).body).toMatchObject({
      orders: [{ status: "AWAITING_DRONE", cancellation_initiator: "BUYER" }],
      products: [{ status: "SELLER_DEACTIVATED" }],
      skus: [{ priceMinor: 900, stock: [{ available: 5, committed: 0 }] }],
    });
  });
});
