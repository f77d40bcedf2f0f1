import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { launchBrowser, openContext, picture } from "./support/browser";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([freshStack(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const MUG = "Mug The best is yet to come";

it("takes a newcomer from sign-up to a TikTok order marked as shipped", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  onTestFailed(async () => {
    await picture(walk.weft, "main-path-weft");
    await picture(walk.store, "main-path-store");
    await picture(walk.seller, "main-path-seller");
  });
  await step.signUp(walk, "ada@merchant.example");
  const key = await step.makeWebserviceKey(walk);
  await step.nameConnection(walk, "My first shop");
  await step.connectStore(walk, key);
  await step.chooseMarket(walk, "United Kingdom");
  await step.authorise(walk, "UK Seller");
  await step.seeFirstCheck(walk);
  await step.fillSettings(walk);
  await step.checkHealth(walk, "2 things could be better");
  await step.pullAll(walk);
  await step.mapCategories(walk);
  await step.pushOne(walk, MUG);
  await step.approve(walk, MUG);
  await step.seeProduct(walk, MUG, "Live");
  const orderId = await step.placeOrder(walk, { product: MUG, quantity: 2, shipping: "2.99" });
  const order = await step.seeImported(walk, orderId);
  await step.shipInStore(walk, order, "WF123456785GB");
  await step.seeSellerState(walk, orderId, "AWAITING_COLLECTION");
  await step.seeOrder(walk, orderId, "Fulfilled");
  expect(faults).toEqual([]);
});
