/** The ledger itself, alarms and all, between both simulated shops. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ledgerClient } from "../../../src/compose/ledger-client";
import type { ConnectionLedger } from "../../../src/index";
import type { LedgerApi } from "../../../src/sync/ledger-api";
import {
  connectedMerchant,
  rowsOf,
  saveSettings,
  until,
  type ConnectedMerchant,
} from "../../support/merchant";
import { callWeft, simulatedWorld } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

const SKU = "1729000000000000001";
const LISTING = "1728000000000000001";
/** A combination of the demo shop. */
const OFFER = { productId: "1", variantId: "1" };
const PRICE_MINOR = 2399;

interface Shop extends ConnectedMerchant {
  ledger: LedgerApi;
  stub: DurableObjectStub<ConnectionLedger>;
  physical: number;
}

/** A shop with one live listing, linked to a combination of the store. */
async function linkedShop(isLinked = true): Promise<Shop> {
  const shop = await connectedMerchant(simulatedWorld());
  const stub = env.LEDGER.getByName(shop.connectionId);
  const { world } = shop;
  const counted = world.prestashop8
    .rows("stock_availables")
    .find(
      ({ values }) =>
        String(values["id_product"]) === OFFER.productId &&
        String(values["id_product_attribute"]) === OFFER.variantId,
    );
  const physical = Number(counted?.values["quantity"]);
  await plantListing(shop, physical);
  const linked = { ...shop, ledger: ledgerClient(stub), stub, physical };
  if (isLinked) await link(linked);
  return linked;
}

async function plantListing({ world, connectionId }: ConnectedMerchant, quantity: number) {
  const [row] = await rowsOf<{ channel_shop_id: string; warehouse_id: string }>(
    "SELECT channel_shop_id, warehouse_id FROM connection WHERE id = ?",
    connectionId,
  );
  const shopId = row?.channel_shop_id ?? "";
  world.storage.put("tts:product", LISTING, {
    id: LISTING,
    shopId,
    productStatus: "ACTIVATE",
    activating: false,
    audit: { status: "APPROVED", reasons: [] },
    content: { title: "Hummingbird t-shirt", skus: [{ id: SKU, seller_sku: "demo_1" }] },
    createTime: 1,
    updateTime: 1,
  });
  world.storage.put("tts:sku", SKU, {
    id: SKU,
    productId: LISTING,
    shopId,
    sellerSku: "demo_1",
    currency: "GBP",
    priceMinor: PRICE_MINOR,
    stock: [{ warehouseId: row?.warehouse_id ?? "", available: quantity, committed: 0 }],
    locked: false,
  });
}

async function link({ ledger, physical }: Pick<Shop, "ledger" | "physical">) {
  await ledger.planStock([{ ...OFFER, quantity: physical }], Date.now());
  await ledger.bindOffers([
    {
      ...OFFER,
      channelProductId: LISTING,
      channelSkuId: SKU,
      sentQuantity: physical,
      sentPriceMinor: PRICE_MINOR,
    },
  ]);
}

function available({ world }: Shop): number {
  const sku = world.storage.get<{ stock: { available: number }[] }>("tts:sku", SKU);
  return sku?.stock[0]?.available ?? -1;
}

const order = { lines: [{ skuId: SKU, quantity: 1 }], shippingFee: "2.99" } as const;

interface Row {
  tab: string;
  source_order_id: string | null;
  problem: string | null;
  tracking_number: string | null;
}

async function row({ connectionId }: Shop, orderId: string): Promise<Row | undefined> {
  const [found] = await rowsOf<Row>(
    "SELECT * FROM sales_order WHERE connection_id = ? AND channel_order_id = ?",
    connectionId,
    orderId,
  );
  return found;
}

/** The module of the store tells Weft of every change; all its carriers have a provider. */
async function wire({ merchant, connectionId, world }: Shop) {
  const params = { id: connectionId };
  const { webhookUrl } = await merchant.call("GET /api/connections/:id", { params });
  const secret = await webhookSecretOf(connectionId);
  world.prestashop8.configureModule({ webhookUrl, secret });
  const { carriers, providers } = await merchant.call("GET /api/connections/:id/carriers", {
    params,
  });
  const [provider] = providers;
  const carrierMap = carriers.map(({ reference, name }) => ({
    carrierReference: reference,
    carrierName: name,
    providerId: provider?.id ?? "",
    providerName: provider?.name ?? "",
  }));
  const mapAll = () => saveSettings(merchant, params.id, { carrierMap });
  return { mapAll };
}

function inTab(shop: Shop, orderId: string, tab: string): Promise<Row> {
  return until(async () => {
    const found = await row(shop, orderId);
    return found?.tab === tab ? found : undefined;
  }, `order ${orderId} to stand under ${tab}`);
}

const storeOrders = ({ world }: Shop) => world.prestashop8.orders();
const storeOrder = (shop: Shop, id: string | null) =>
  storeOrders(shop).find((found) => String(found.id) === id);

let shop: Shop;

/** One channel shop feeds one connection, so the next test needs this one gone. */
afterEach(async () => {
  await shop.ledger.erase();
  await env.DB.prepare("DELETE FROM connection").run();
});

describe("the ledger between both shops", () => {
  let before: number;
  beforeEach(async () => {
    shop = await linkedShop();
    before = storeOrders(shop).length;
  });
  const made = () => storeOrders(shop).length - before;
  const setState = (state: string) =>
    env.DB.prepare("UPDATE connection SET state = ? WHERE id = ?")
      .bind(state, shop.connectionId)
      .run();

  it("makes one order of the store of a webhook delivered three times", async () => {
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    const copies = shop.world.delivered.map((request) => request.clone() as Request);
    for (const copy of [...copies, ...copies])
      expect((await callWeft(copy.clone() as Request)).status).toBe(200);
    const { source_order_id } = await inTab(shop, orderId, "unfulfilled");
    expect(made()).toBe(1);
    expect(Number(storeOrder(shop, source_order_id)?.values["total_paid"])).toBeCloseTo(26.98, 6);
    await until(() => available(shop) === shop.physical - 1 || undefined, "the new quantity");
  });

  it("finds an order by the poll when its webhook never came", async () => {
    shop.world.tiktok.pauseWebhooks();
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    expect(shop.world.delivered).toHaveLength(0);
    await shop.ledger.pollOrders();
    await inTab(shop, orderId, "unfulfilled");
    expect(made()).toBe(1);
  });

  it("makes one order although the answer to its creation was lost", async () => {
    shop.world.disturb({
      side: "prestashop",
      method: "POST",
      path: "api/orders",
      kind: "timeout",
      when: "after",
      holdMs: 600,
      times: 1,
    });
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    await inTab(shop, orderId, "unfulfilled");
    expect(made()).toBe(1);
  });

  it("goes on after it was put out of memory, and works on with an expired token", async () => {
    shop.world.disturb({ side: "tiktok-shop", kind: "token-expired", times: 1, path: "/order/" });
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    await evictDurableObject(shop.stub);
    await shop.ledger.poke();
    await inTab(shop, orderId, "unfulfilled");
    expect(made()).toBe(1);
  });

  it("cancels in the store what the buyer cancelled, and the goods are back", async () => {
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    const { source_order_id } = await inTab(shop, orderId, "unfulfilled");
    shop.world.tiktok.advanceOrder(orderId, "CANCELLED");
    await shop.world.tick();
    await inTab(shop, orderId, "cancelled");
    await until(
      () => String(storeOrder(shop, source_order_id)?.values["current_state"]) === "6" || undefined,
      "the store's order to be cancelled",
    );
    await until(() => available(shop) === shop.physical || undefined, "the old quantity");
  });

  it("asks the channel to cancel what the store cancelled", async () => {
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    const { source_order_id } = await inTab(shop, orderId, "unfulfilled");
    shop.world.prestashop8.cancelOrder(source_order_id ?? "");
    await runInDurableObject(shop.stub, (_ledger, state) => {
      state.storage.sql.exec("UPDATE outbox SET due_at = 0 WHERE kind = 'scan-shipments'");
    });
    await shop.ledger.poke();
    await inTab(shop, orderId, "cancelled");
    expect(shop.world.tiktok.order(orderId)?.["status"]).toBe("CANCELLED");
  });

  it("sends a shipment to the channel by the store's event, once its carrier is mapped", async () => {
    const { mapAll } = await wire(shop);
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    const { source_order_id } = await inTab(shop, orderId, "unfulfilled");
    const parcel = { carrierId: "2", trackingNumber: "WF0001GB" };
    shop.world.prestashop8.shipOrder(source_order_id ?? "", parcel);
    await shop.world.tick();
    const unmapped = await until(async () => {
      const found = await row(shop, orderId);
      return found?.problem ? found : undefined;
    }, "the problem to show");
    expect(unmapped.problem).toContain("shipment.carrier_unmapped");
    await mapAll();
    const shipped = await inTab(shop, orderId, "fulfilled");
    expect(shipped).toMatchObject({ tracking_number: "WF0001GB", problem: null });
    expect(shop.world.tiktok.order(orderId)?.["status"]).toBe("AWAITING_COLLECTION");
    const ships = shop.world.tiktok.calls().filter(({ method, path }) => {
      return method === "POST" && path.includes("/packages");
    });
    expect(ships).toHaveLength(1);
  });

  it("waits while the channel has too many requests, and loses nothing", async () => {
    shop.world.disturb({
      side: "tiktok-shop",
      kind: "rate-limit",
      path: "/order/",
      retryAfterSeconds: 1,
      times: 4,
    });
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    await inTab(shop, orderId, "unfulfilled");
    expect(made()).toBe(1);
  });

  it("follows a count that direct SQL changed in the store", async () => {
    shop.world.prestashop8.setStockSilently(OFFER.productId, OFFER.variantId, 7);
    await runInDurableObject(shop.stub, (_ledger, state) => {
      state.storage.sql.exec("UPDATE outbox SET due_at = 0 WHERE kind = 'scan-stock'");
    });
    await shop.ledger.poke();
    await until(() => available(shop) === 7 || undefined, "the new quantity");
    expect(await shop.ledger.readStock([OFFER])).toMatchObject([{ physical: 7, published: 7 }]);
  });

  it("refreshes a refused token once for all who ask", async () => {
    const stale = await shop.ledger.freshAccess();
    shop.world.tiktok.clearCalls();
    const fresh = await Promise.all([1, 2, 3].map(() => shop.ledger.freshAccess(stale)));
    expect(new Set(fresh).size).toBe(1);
    expect(fresh[0]).not.toBe(stale);
    const together = await Promise.all([
      shop.ledger.freshAccess(),
      shop.ledger.freshAccess(fresh[0]),
    ]);
    expect(together[0]).toBe(fresh[0]);
    expect(together[1]).not.toBe(fresh[0]);
    const refreshes = shop.world.tiktok.calls().filter(({ path }) => path.includes("refresh"));
    expect(refreshes).toHaveLength(2);
  });

  it("grants no more requests than the shop's budget", async () => {
    await evictDurableObject(shop.stub);
    const { granted } = await shop.ledger.lease("source", 1_000);
    expect(granted).toBe(45);
    const { granted: none, waitMs } = await shop.ledger.lease("source", 10);
    expect(none).toBe(0);
    expect(waitMs).toBeGreaterThan(50_000);
    const pace = { limit: 1, slowedAt: Date.now() };
    const allowed = await shop.ledger.lease("source", 1_000, { perMinute: 120, pace });
    expect(allowed).toMatchObject({ granted: 45, pace, atOnce: 1 });
    expect(await shop.ledger.readTraffic()).toMatchObject({ used: 90, atOnce: 1 });
  });

  it("does nothing while it is paused and catches up afterwards", async () => {
    await setState("paused");
    await shop.ledger.setActive(false);
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    await shop.ledger.poke();
    await scheduler.wait(150);
    expect(await row(shop, orderId)).toBeUndefined();
    await setState("active");
    await shop.ledger.setActive(true);
    await inTab(shop, orderId, "unfulfilled");
  });

  it("wakes by the next poke when it missed that the connection is active again", async () => {
    await shop.ledger.setActive(false);
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    await shop.ledger.poke();
    await inTab(shop, orderId, "unfulfilled");
  });

  it("is not armed again by a poke, unless its alarm was lost", async () => {
    await shop.ledger.poke();
    const settings = () =>
      runInDurableObject(shop.stub, async (ledger, { storage }) => {
        // None while it works: then the moment is not one to compare.
        if ((await storage.getAlarm()) === null) return undefined;
        const setAlarm = vi.spyOn(storage, "setAlarm");
        await ledger.poke();
        const whileSet = setAlarm.mock.calls.length;
        setAlarm.mockRestore();
        await storage.deleteAlarm();
        await ledger.poke();
        return { whileSet, isArmed: (await storage.getAlarm()) !== null };
      });
    expect(await until(settings, "the ledger to rest")).toEqual({ whileSet: 0, isArmed: true });
  });

  it("rests when it missed that the connection was paused", async () => {
    await setState("paused");
    await shop.ledger.releaseOrders();
    const isResting = () =>
      runInDurableObject(shop.stub, (_ledger, state) => {
        const [note] = state.storage.sql
          .exec<{ value: string }>("SELECT value FROM note WHERE name = 'isActive'")
          .toArray();
        return note?.value === "false" || undefined;
      });
    await until(isResting, "the ledger to rest");
  });

  it("forgets everything when it is erased", async () => {
    await shop.ledger.erase();
    expect(await shop.ledger.readStock([OFFER])).toMatchObject([{ physical: 0, published: null }]);
    await runInDurableObject(shop.stub, async (_ledger, state) => {
      const { n } = state.storage.sql.exec<{ n: number }>("SELECT COUNT(*) n FROM outbox").one();
      expect(n).toBe(0);
      expect(await state.storage.getAlarm()).toBeNull();
    });
  });
});

describe("an order of something Weft does not know", () => {
  it("is shown with the reason and released by the link", async () => {
    shop = await linkedShop(false);
    const orderId = shop.world.tiktok.placeOrder(order);
    await shop.world.tick();
    const held = await inTab(shop, orderId, "unsynced");
    expect(JSON.parse(held.problem ?? "null")).toEqual({
      code: "order.line_unlinked",
      facts: { skus: ["demo_1"] },
    });
    await link(shop);
    await inTab(shop, orderId, "unfulfilled");
  });
});
