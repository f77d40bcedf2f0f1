// The events that the module posts: occasion, shape, signature and retries. They end in a list.
import { describe, expect, it } from "vitest";
import { worldClock } from "../../simulator/clock";
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStorage } from "../../simulator/storage";
import { BASE_URL, call, VALID_KEY } from "./prestashop-goldens";

const SECRET = "a shared secret";
const NOW = Date.parse("2026-11-23T11:14:46Z");

interface Received {
  body: string;
  timestamp: string;
  signature: string;
}

/** A store whose module posts into a list, which answers with `statuses` in turn, then 200. */
function storeWithModule(statuses: number[] = []) {
  const received: Received[] = [];
  const storage = memoryStorage();
  const store = createPrestaShop({
    storage,
    clock: worldClock(storage, () => NOW),
    flavour: "8.2.1",
    baseUrl: BASE_URL,
    deliver: async (request) => {
      received.push({
        body: await request.text(),
        timestamp: request.headers.get("x-weft-timestamp") ?? "",
        signature: request.headers.get("x-weft-signature") ?? "",
      });
      return new Response(null, { status: statuses.shift() ?? 200 });
    },
  });
  store.seedDemo();
  store.createWebserviceKey(VALID_KEY, "all");
  store.configureModule({ webhookUrl: "https://app.example/hook", secret: SECRET });
  const sentEvents = async () => {
    await store.tick();
    const events = received.map(({ body }) => JSON.parse(body) as { type: string; ids: string[] });
    received.splice(0);
    return events.map(({ type, ids }) => [type, ids]);
  };
  return { store, received, sentEvents };
}

async function hmac(text: string): Promise<string> {
  const encode = (part: string) => new TextEncoder().encode(part);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encode(SECRET), algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, encode(text)));
  return `v1=${[...mac].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

describe("the module's events", () => {
  it("carry id, type, shop, time and ids under a signature of the raw body", async () => {
    const { store, received } = storeWithModule();
    store.setTracking("1", "T1");
    await store.tick();
    const [event] = received;
    const body = JSON.parse(event?.body ?? "{}") as Record<string, unknown>;
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8000-[0-9a-f]{12}$/),
      type: "order.tracking_changed",
      shop: BASE_URL,
      at: NOW,
      ids: ["1"],
    });
    expect(event?.timestamp).toBe(String(Math.floor(NOW / 1000)));
    expect(event?.signature).toBe(await hmac(`${event?.timestamp}.${event?.body}`));
  });

  it("of a tracking number through the webservice name its order alone", async () => {
    const { store, sentEvents } = storeWithModule();
    const xml = "<order_carrier><id>2</id><tracking_number>T2</tracking_number></order_carrier>";
    await call(store, "PATCH", "/api/order_carriers", `<prestashop>${xml}</prestashop>`);
    expect(await sentEvents()).toEqual([["order.tracking_changed", ["2"]]]);
  });

  it("of a stock write through the webservice name the product", async () => {
    const { store, sentEvents } = storeWithModule();
    const xml = "<stock_available><id>20</id><quantity>4</quantity></stock_available>";
    await call(store, "PATCH", "/api/stock_availables", `<prestashop>${xml}</prestashop>`);
    expect(await sentEvents()).toEqual([["stock.changed", ["1"]]]);
  });

  it("of the back office name product and stock, one event each for one action", async () => {
    const { store, sentEvents } = storeWithModule();
    store.setStock("1", "1", 5);
    expect(await sentEvents()).toEqual([
      ["product.saved", ["1"]],
      ["stock.changed", ["1"]],
    ]);
    store.deleteProduct("19");
    expect(await sentEvents()).toEqual([["product.deleted", ["19"]]]);
  });

  it("of a cancelled order name the order and the products whose stock came back", async () => {
    const { store, sentEvents } = storeWithModule();
    store.cancelOrder("2");
    expect(await sentEvents()).toEqual([
      ["stock.changed", ["4", "8"]],
      ["order.state_changed", ["2"]],
    ]);
  });

  it("are not sent for direct writes to the database", async () => {
    const { store, sentEvents } = storeWithModule();
    store.setStockSilently("6", "0", 1);
    store.setPriceSilently("6", "1.5");
    expect(await sentEvents()).toEqual([]);
    expect(store.products().find((it) => it.id === "6")?.values["price"]).toBe("1.500000");
  });

  it("are not sent for the prices of one cart", async () => {
    const { store, sentEvents } = storeWithModule();
    const price = (cart: number) =>
      `<prestashop><specific_price><id_shop>1</id_shop><id_cart>${cart}</id_cart><id_product>6</id_product><id_currency>0</id_currency><id_country>0</id_country><id_group>0</id_group><id_customer>0</id_customer><price>5</price><from_quantity>1</from_quantity><reduction>0</reduction><reduction_tax>1</reduction_tax><reduction_type>amount</reduction_type><from>0000-00-00 00:00:00</from><to>0000-00-00 00:00:00</to></specific_price></prestashop>`;
    await call(store, "POST", "/api/specific_prices", price(3));
    expect(await sentEvents()).toEqual([]);
    await call(store, "POST", "/api/specific_prices", price(0));
    expect(await sentEvents()).toEqual([["product.saved", ["6"]]]);
  });

  it("leave with the next tick, not within the request that causes them", async () => {
    const { store, received } = storeWithModule();
    const xml = "<stock_available><id>20</id><quantity>4</quantity></stock_available>";
    await call(store, "PATCH", "/api/stock_availables", `<prestashop>${xml}</prestashop>`);
    store.setTracking("1", "T1");
    expect([received.length, store.waitingEvents(), store.nextDueAt()]).toEqual([0, 2, NOW]);
    await Promise.all([store.tick(), store.tick()]);
    expect([received.length, store.waitingEvents(), store.nextDueAt()]).toEqual([2, 0, undefined]);
  });

  it("are retried with the same body until they are accepted", async () => {
    const { store, received } = storeWithModule([500, 503]);
    store.setTracking("1", "T1");
    await store.tick();
    await store.tick();
    expect(received).toHaveLength(1);
    store.store.clock.advance(30_000);
    await store.tick();
    store.store.clock.advance(120_000);
    await store.tick();
    expect(received.map(({ body }) => body)).toEqual(Array(3).fill(received[0]?.body));
    expect(store.deliveries().map((it) => [it.attempts, it.lastStatus, it.dueAt])).toEqual([
      [3, 200, undefined],
    ]);
    expect(store.nextDueAt()).toBeUndefined();
  });
});
