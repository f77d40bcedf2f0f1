/**
 * What a person sees when something is wrong with what Weft is given. The tests are one sequence on
 * one stack, in this order: store, seller, products, webhooks.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { NEEDED_PERMISSIONS } from "../../src/domain/connections/store-permissions";
import { eventually, launchBrowser, openContext, picture } from "./support/browser";
import { openShops, type Fault, type Shops } from "./support/shops";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";
import { signedHeaders } from "../support/module-signature";

let stack: Stack;
let shops: Shops;
let browser: Browser;
let walk: step.Walk;
let faults: string[];
let key: string;
let events: { address: string; secret: string };

beforeAll(async () => {
  // Nothing may come by a look of its own: what shows up came by what a test did.
  const vars = {
    ORDER_POLL_SECONDS: "3600",
    STOCK_SCAN_SECONDS: "3600",
    PRODUCT_SCAN_SECONDS: "3600",
    SHIPMENT_SCAN_SECONDS: "3600",
  };
  [stack, browser] = await Promise.all([freshStack(vars), launchBrowser()]);
  shops = openShops(stack);
  const opened = await openContext(browser);
  faults = opened.faults;
  walk = await step.openTabs(opened.context, stack);
  await step.signUp(walk, "mary@merchant.example");
  key = await step.makeWebserviceKey(walk);
  await step.nameConnection(walk, "Strict shop");
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const NAMELESS_KEY = "0".repeat(32);
const POOR_KEY = "POOR".repeat(8);

const storeUrlField = () => walk.weft.getByLabel("Store URL");
const keyField = () => walk.weft.getByLabel("Webservice key");
const alert = (text: string) => walk.weft.getByRole("alert").filter({ hasText: text });

/** Asks for a check of the store and waits for the refusal; what was typed must stay. */
async function seeRefused(url: string, typedKey: string, message: string): Promise<void> {
  await walk.weft.bringToFront();
  await storeUrlField().fill(url);
  await keyField().fill(typedKey);
  await walk.weft.getByRole("button", { name: "Check store" }).click();
  await alert(message).waitFor();
  expect(await storeUrlField().inputValue()).toBe(url);
  expect(await keyField().inputValue()).toBe(typedKey);
}

async function switchWebservice(state: "On" | "Off"): Promise<void> {
  const { store, storeUrl } = walk;
  await store.bringToFront();
  await store.goto(`${storeUrl}/admin/settings`);
  await store.getByRole("combobox", { name: /^Webservice/ }).selectOption({ label: state });
  await store.getByRole("button", { name: "Save settings" }).click();
  await store.getByRole("heading", { name: "Settings" }).waitFor();
}

it("says what is wrong with a store's address, key or answer, and keeps what was typed", async () => {
  onTestFailed(() => picture(walk.weft, "bad-input-store"));
  const { weft, storeUrl } = walk;
  await seeRefused("not an address", key, "This is not the address of a store.");
  await seeRefused("http://shop.example", key, "does not begin with https");
  const wrong = `${stack.simulatorUrl}/no-shop-here`;
  await seeRefused(wrong, key, "There is no PrestaShop webservice at this address");
  await seeRefused("http://127.0.0.1:9", key, "The store cannot be reached.");
  await seeRefused(storeUrl, NAMELESS_KEY, "PrestaShop does not accept the webservice key.");

  const poor: [string, string][] = [
    ["key", POOR_KEY],
    ["scope", "some"],
    ["verbs", "read"],
    ["resource", "products"],
  ];
  await shops.backOffice("webservice", poor);
  await seeRefused(storeUrl, POOR_KEY, "Missing permissions");
  const listed = await alert("Missing permissions").getByRole("listitem").allTextContents();
  const needed = Object.entries(NEEDED_PERMISSIONS).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `${resource}: ${verb}`),
  );
  expect(listed.toSorted()).toEqual(needed.filter((one) => one !== "products: GET").toSorted());

  await switchWebservice("Off");
  await seeRefused(storeUrl, key, "The webservice is switched off in PrestaShop.");
  await switchWebservice("On");

  const answers: [Omit<Fault, "side">, string][] = [
    [{ kind: "html" }, "The store answered with a web page instead of data."],
    [{ kind: "html", status: 503 }, "The store is in maintenance mode."],
    [{ kind: "status", status: 503 }, "The store answered with a server error (503)."],
  ];
  for (const [fault, message] of answers) {
    await shops.plant({ side: "prestashop", path: "/api", times: 9, ...fault });
    await seeRefused(storeUrl, key, message);
    await shops.clearFaults();
  }

  await weft.reload();
  await storeUrlField().waitFor();
  expect(await storeUrlField().inputValue()).toBe(storeUrl);
  expect(await weft.getByText("PrestaShop store authorisation complete").count()).toBe(0);
  await step.connectStore(walk, key);
});

it("connects nothing when the seller refuses or the way back is not the one that was opened", async () => {
  onTestFailed(() => picture(walk.weft, "bad-input-seller"));
  const { weft } = walk;
  await step.chooseMarket(walk, "United Kingdom");
  await weft.getByRole("button", { name: "Refuse" }).click();
  await alert("TikTok Shop was not authorised").waitFor();

  await weft.getByRole("button", { name: "Go to authorise" }).click();
  await weft.getByRole("heading", { name: "Authorize an app to manage your shop" }).waitFor();
  const forged = new URL(weft.url());
  expect(forged.searchParams.get("state")).toMatch(/^\w{40}$/);
  forged.searchParams.set("state", "A".repeat(40));
  await weft.goto(forged.href);
  await weft.getByLabel(/UK Seller/).check();
  await weft.getByLabel(/I agree to the terms/).check();
  await weft.getByRole("button", { name: "Authorize" }).click();
  await alert("The way back did not match").waitFor();
  await weft.getByText("Not finished", { exact: true }).waitFor();

  await weft.goto(`${stack.weftUrl}/oauth/tiktok-shop/callback?code=guessed`);
  await alert("The way back did not match").waitFor();

  await weft.getByRole("link", { name: "Open Strict shop" }).click();
  await weft.getByRole("button", { name: "Go to authorise" }).click();
  await step.authorise(walk, "UK Seller");
  events = await step.readSenderValues(walk);
});

const LONG_NAME = `Cushion ${"of many words ".repeat(20)}`.trim();
const BAD_PRODUCTS: [name: string, message: string][] = [
  ["Mug The adventure begins", "There is no SKU (reference)"],
  ["Vase nobody has seen", "The product has no image."],
  ["Mug Today is a good day", "The product has no TikTok Shop category."],
  [LONG_NAME, `The name is too long: ${LONG_NAME.length} characters, 255 are allowed.`],
  ["Brown bear cushion", "The price is zero"],
];

const inAll = (name: string) => `<language id="1">${name}</language>`;

async function spoilProducts(): Promise<void> {
  await shops.backOffice("products/7", {
    name: "Mug The adventure begins",
    reference: "",
    active: "1",
  });
  await shops.webservice(
    key,
    "POST",
    "products",
    `<product><id_category_default>8</id_category_default><reference>vase-1</reference>
     <price>12.5</price><active>1</active><state>1</state>
     <name>${inAll("Vase nobody has seen")}</name>
     <link_rewrite>${inAll("vase")}</link_rewrite></product>`,
  );
  const created = await shops.webservice(
    key,
    "POST",
    "categories",
    `<category><id_parent>2</id_parent><active>1</active><name>${inAll("Oddities")}</name>
     <link_rewrite>${inAll("oddities")}</link_rewrite></category>`,
  );
  const category = /<id><!\[CDATA\[(\d+)/.exec(created)?.[1];
  await shops.webservice(
    key,
    "PATCH",
    "products/8",
    `<product><id>8</id><id_category_default>${category}</id_category_default></product>`,
  );
  await shops.backOffice("products/9", { name: LONG_NAME, reference: "demo_15", active: "1" });
  await shops.backOffice("products/10/price", { price: "0" });
}

async function pushSelected(names: readonly string[]): Promise<void> {
  const { weft } = walk;
  for (const name of names) await weft.getByLabel(`Select ${name}`, { exact: true }).check();
  await weft.getByRole("button", { name: "Actions", exact: true }).click();
  await weft.getByRole("menuitem", { name: "Push selected" }).click();
  await weft
    .getByText(/Push products: /)
    .first()
    .waitFor({ timeout: 60_000 });
}

it("says on each product why it cannot be sold, before anything is sent", async () => {
  onTestFailed(() => picture(walk.weft, "bad-input-products"));
  const { weft } = walk;
  await step.fillSettings(walk);
  await step.pullAll(walk);
  await step.mapCategories(walk);
  await spoilProducts();
  await step.pullAll(walk, 20);
  await pushSelected(BAD_PRODUCTS.map(([name]) => name));
  for (const [name, message] of BAD_PRODUCTS) {
    const row = weft.getByRole("row").filter({ has: weft.getByLabel(`Select ${name}`) });
    await row.getByText("Sync failed", { exact: true }).waitFor();
    await weft.getByRole("button", { name: `Expand ${name}`, exact: true }).click();
    await weft.locator(".expansion-row").getByText(message).waitFor();
    await weft.getByRole("button", { name: `Collapse ${name}`, exact: true }).click();
  }
  expect((await shops.state()).products).toEqual([]);

  await shops.backOffice("products/10/price", { price: "18.90" });
  await weft.reload();
  await step.pullAll(walk, 20);
  await step.pushOne(walk, "Brown bear cushion");
  await step.seeProduct(walk, "Brown bear cushion", "In review");
  expect((await shops.state()).products).toMatchObject([{ title: "Brown bear cushion" }]);
});

const post = (address: string, headers: Record<string, string>, body: BodyInit) =>
  fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });

it("takes no webhook that is huge or not signed by the shop, and nothing changes by one", async () => {
  onTestFailed(() => picture(walk.weft, "bad-input-webhooks"));
  const { weft } = walk;
  const tiktok = `${stack.weftUrl}/webhooks/tiktok-shop`;
  const huge = "x".repeat(10 * 1024 * 1024);
  for (const address of [tiktok, events.address]) {
    const answer = await post(address, {}, huge);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: { code: "request.too_large" } });
  }

  const shop = (await shops.state()).shops.find(({ region }) => region === "GB");
  const revoked = JSON.stringify({
    type: 6,
    tts_notification_id: "7000000000000000001",
    shop_id: shop?.id,
    timestamp: Math.floor(Date.now() / 1000),
    data: { message: "revoked" },
  });
  expect((await post(tiktok, { authorization: "0".repeat(64) }, revoked)).status).toBe(401);
  expect((await post(tiktok, {}, revoked)).status).toBe(401);

  await shops.backOffice("products/6", {
    name: "Mug of tomorrow",
    reference: "demo_11",
    active: "1",
  });
  const saved = JSON.stringify({ id: "a-forged-one", type: "product.saved", ids: ["6"] });
  const forged = signedHeaders("a secret nobody gave out", saved);
  expect((await post(events.address, forged, saved)).status).toBe(401);
  expect((await post(events.address, {}, saved)).status).toBe(401);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  await weft.goto(`${stack.weftUrl}/connections`);
  await weft.getByText("Active", { exact: true }).waitFor();
  await weft.getByRole("link", { name: "Open Strict shop" }).click();
  await step.seeProduct(walk, "Mug The best is yet to come", "Not synced");

  // The same words with the right signature do count.
  expect((await post(events.address, signedHeaders(events.secret, saved), saved)).status).toBe(200);
  await step.seeProduct(walk, "Mug of tomorrow", "Not synced");
  await shops.revoke(shop?.id ?? "");
  await eventually(async () => {
    await weft.goto(`${stack.weftUrl}/connections`);
    await weft.getByText("Disconnected", { exact: true }).waitFor({ timeout: 2_000 });
  });
});

it("makes no script error and no server error of bad input, but for stores that are down", () => {
  expect(faults.filter((fault) => !/^503 .*\/source$/.test(fault))).toEqual([]);
});
