import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { eventually, launchBrowser, openContext, picture } from "./support/browser";
import { openShops, type Shops, type StoreCall } from "./support/shops";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";

let stack: Stack;
let shops: Shops;
let browser: Browser;

beforeAll(async () => {
  // Nothing of the store may come by a look of Weft's own: what shows up was told by the module.
  const vars = {
    STOCK_SCAN_SECONDS: "3600",
    MODULE_SCAN_SECONDS: "3600",
    SHIPMENT_SCAN_SECONDS: "3600",
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
const COUNTED = 42;
const BOUGHT = 2;

const isOrderPost = ({ method, path }: StoreCall) =>
  method === "POST" && path.includes("/api/orders");

/** Units TikTok may sell of the one product that is listed. */
async function published(): Promise<number | undefined> {
  const { products, skus } = await shops.state();
  const mug = products.find(({ title }) => title === MUG);
  return skus.find(({ productId }) => productId === mug?.id)?.stock[0]?.available;
}

it("pairs the module by one pasted address, and everything after goes through it", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  onTestFailed(async () => {
    await picture(walk.weft, "module-path-weft");
    await picture(walk.store, "module-path-store");
    await picture(walk.seller, "module-path-seller");
  });
  await step.signUp(walk, "lin@merchant.example");
  await step.nameConnection(walk, "By module");
  await step.connectByModule(walk);
  await step.chooseMarket(walk, "United Kingdom");
  await step.authorise(walk, "UK Seller");
  await step.fillSettings(walk);
  await step.checkHealth(walk, "Everything is in order");
  await step.pullAll(walk);
  await step.mapCategories(walk);
  await step.pushOne(walk, MUG);
  await step.approve(walk, MUG);
  await step.seeProduct(walk, MUG, "Live");

  await step.countInStore(walk, MUG_ID, COUNTED);
  await eventually(async () => expect(await published()).toBe(COUNTED), 30_000);

  await shops.forgetCalls();
  const orderId = await step.placeOrder(walk, { product: MUG, quantity: BOUGHT, shipping: "2.99" });
  const order = await step.seeImported(walk, orderId);
  const calls = await shops.storeCalls();
  expect(calls.filter(({ moduleCall }) => moduleCall === "order")).toHaveLength(1);
  expect(calls.filter(isOrderPost)).toEqual([]);

  await step.shipInStore(walk, order, "WF123456785GB");
  await step.seeSellerState(walk, orderId, "AWAITING_COLLECTION");
  await step.seeOrder(walk, orderId, "Fulfilled");
  expect(await published()).toBe(COUNTED - BOUGHT);

  await step.rotateSecret(walk);
  await step.countInStore(walk, MUG_ID, COUNTED);
  await eventually(async () => expect(await published()).toBe(COUNTED), 30_000);
  expect(faults).toEqual([]);
});
