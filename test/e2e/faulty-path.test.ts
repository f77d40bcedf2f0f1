import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { eventually, launchBrowser, openContext, picture } from "./support/browser";
import { openShops, type Shops, type ShopsState } from "./support/shops";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";

let stack: Stack;
let shops: Shops;
let browser: Browser;

beforeAll(async () => {
  const vars = {
    HTTP_TIMEOUT_MS: "2000",
    ORDER_POLL_SECONDS: "3",
    SHIPMENT_SCAN_SECONDS: "3",
    STOCK_SCAN_SECONDS: "5",
  };
  [stack, browser] = await Promise.all([freshStack(vars), launchBrowser()]);
  shops = openShops(stack);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const MUG = "Mug The best is yet to come";
const MUG_ID = "6";
/** What the demo store holds of it. */
const STOCK = 300;
/** Longer than Weft waits for an answer, short enough that the shop is done soon after. */
const HOLD = { kind: "timeout", holdMs: 4_000 } as const;
const BUSY = { kind: "rate-limit", retryAfterSeconds: 1 } as const;

/** Every planted fault was met; otherwise the path went around it and proved nothing. */
async function allMet(): Promise<void> {
  await eventually(async () => expect((await shops.state()).faults).toEqual([]), 30_000);
}

async function storeStock(key: string): Promise<number> {
  const query = `filter[id_product]=${MUG_ID}&display=full&output_format=JSON`;
  const answer = JSON.parse(await shops.webservice(key, "GET", `stock_availables?${query}`));
  return Number(answer.stock_availables[0].quantity);
}

const soldBy = ({ orders }: ShopsState) =>
  orders.map(({ payment }) => Number(payment.total_amount));

/** The orders of the store beyond those it came with. */
const importedInto = ({ prestashop8 }: ShopsState, before: ReadonlySet<string>) =>
  prestashop8.orders.filter(({ id }) => !before.has(id));

it("ends with one product, one order per buyer and right stock when everything fails once", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  onTestFailed(async () => {
    await picture(walk.weft, "faulty-path-weft");
    await picture(walk.store, "faulty-path-store");
    await picture(walk.seller, "faulty-path-seller");
  });
  const before = new Set((await shops.state()).prestashop8.orders.map(({ id }) => id));

  await step.signUp(walk, "grace@merchant.example");
  const key = await step.makeWebserviceKey(walk);
  await step.nameConnection(walk, "A rough day");
  await shops.plant({ side: "prestashop", path: "/api", ...BUSY, times: 2 });
  await step.connectStore(walk, key);
  await step.chooseMarket(walk, "United Kingdom");
  await step.authorise(walk, "UK Seller");
  await step.fillSettings(walk);
  await shops.plant({ side: "prestashop", path: "/api/products", ...BUSY, times: 2 });
  await step.pullAll(walk);
  await shops.plant({ side: "tiktok-shop", path: "/categories/recommend", ...BUSY, times: 2 });
  await step.mapCategories(walk);
  await allMet();

  // The token runs out in the middle of a push, and the answer to the create is lost.
  await shops.disturbWebhooks("duplicate");
  await shops.plant(
    { side: "tiktok-shop", path: "/images/upload", kind: "token-expired" },
    {
      side: "tiktok-shop",
      method: "POST",
      path: "^/product/\\d+/products\\?",
      when: "after",
      ...HOLD,
    },
  );
  await step.pushOne(walk, MUG);
  await allMet();
  await step.approve(walk, MUG);
  await step.seeProduct(walk, MUG, "Live");
  const sold = (await shops.state()).products;
  expect(sold.map(({ title }) => title)).toEqual([MUG]);

  // Every word of TikTok comes twice, and the answer to the store's new order is lost.
  await shops.plant(
    { side: "tiktok-shop", path: "^/order/", ...BUSY },
    { side: "prestashop", path: "/api/carts", ...BUSY },
    { side: "prestashop", method: "POST", path: "/api/orders\\?", when: "after", ...HOLD },
  );
  const first = await step.placeOrder(walk, { product: MUG, quantity: 2, shipping: "2.99" });
  const firstInStore = await step.seeImported(walk, first);
  await allMet();

  // From here on no word of TikTok arrives at all.
  await shops.disturbWebhooks("drop");
  const second = await step.placeOrder(walk, { product: MUG, quantity: 1, shipping: "4.50" });
  const secondInStore = await step.seeImported(walk, second);
  await shops.plant(
    { side: "tiktok-shop", path: "^/fulfillment/", kind: "token-expired" },
    { side: "prestashop", path: "/api/order_carriers", ...BUSY },
  );
  await step.shipInStore(walk, firstInStore, "WF123456785GB");
  await step.shipInStore(walk, secondInStore, "WF223456785GB");
  for (const order of [first, second]) {
    await step.seeSellerState(walk, order, "AWAITING_COLLECTION");
    await step.seeOrder(walk, order, "Fulfilled");
  }
  await allMet();

  const end = await shops.state();
  expect(end.products).toHaveLength(1);
  expect(end.orders.map(({ status }) => status)).toEqual([
    "AWAITING_COLLECTION",
    "AWAITING_COLLECTION",
  ]);
  const delivered = end.deliveries.map(({ state, body }) => `${state} ${body}`);
  expect(delivered.length).toBeGreaterThan(new Set(delivered).size);
  expect(end.deliveries.map(({ state }) => state)).toContain("dropped");
  const imported = importedInto(end, before);
  expect(imported.map(({ values }) => Number(values["total_paid"]))).toEqual(soldBy(end));
  expect(imported.map(({ id }) => id)).toEqual([firstInStore, secondInStore]);
  await eventually(async () => {
    const { skus } = await shops.state();
    const left = STOCK - 3;
    expect(skus.map(({ stock }) => stock.map(({ available }) => available))).toEqual([[left]]);
    expect(await storeStock(key)).toBe(left);
  }, 20_000);
  expect(faults).toEqual([]);
});
