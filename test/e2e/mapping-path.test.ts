/** A merchant who sells on TikTok Shop already lets the listings of Seller Center stand for products. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { controls } from "../../scripts/seed.mjs";
import { launchBrowser, openContext, picture } from "./support/browser";
import { openShops } from "./support/shops";
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

/** Made by hand, under names of their own and the store's SKUs. */
const MUG = { title: "White ceramic mug with a happy thought", sellerSku: "demo_11" };
const CUP = { title: "White ceramic cup for adventurers", sellerSku: "demo_12" };

const button = (place: Page | Locator, name: string) =>
  place.getByRole("button", { name, exact: true });

/** From the list of products to the listings that were made by hand. */
async function findListings({ weft }: step.Walk): Promise<void> {
  await weft.bringToFront();
  await weft
    .getByRole("navigation")
    .getByRole("link", { name: /^Products\b/ })
    .click();
  await button(weft, "Actions").first().click();
  await weft.getByRole("menuitem", { name: "Map products…" }).click();
  await weft.getByRole("heading", { name: "Map products", level: 1 }).waitFor();
  await button(weft, "Find listings").click();
  await weft
    .getByText(/Find listings to map: .*found/)
    .first()
    .waitFor({ timeout: 60_000 });
}

/** Maps all that is ready; stock follows the store, prices stay. */
async function mapAll({ weft }: step.Walk, count: number): Promise<void> {
  await button(weft, `Map all ${count}…`).click();
  const dialog = weft.getByRole("dialog");
  await dialog.getByLabel("Keep stock in step with PrestaShop").waitFor();
  await button(dialog, `Map ${count} listings`).click();
  await weft
    .getByText(new RegExp(`Map listings: .*${count} done`))
    .first()
    .waitFor({ timeout: 60_000 });
}

it("maps listings made by hand, and the order that waited for one reaches the store", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  const { weft } = walk;
  onTestFailed(async () => {
    await picture(weft, "mapping-path-weft");
    await picture(walk.seller, "mapping-path-seller");
  });
  const { shops } = await openShops(stack).state();
  const shopId = shops.find(({ region }) => region === "GB")?.id;
  const control = controls(stack.simulatorUrl);
  for (const made of [MUG, CUP])
    await control("POST", "/products", { shopId, ...made, price: "12.50", quantity: 7 });

  await step.signUp(walk, "grace@merchant.example");
  const key = await step.makeWebserviceKey(walk);
  await step.nameConnection(walk, "A shop that sells");
  await step.connectStore(walk, key);
  await step.chooseMarket(walk, "United Kingdom");
  await step.authorise(walk, "UK Seller");
  await step.fillSettings(walk);
  await step.pullAll(walk);
  for (const { title } of [MUG, CUP]) await step.approve(walk, title);
  const orderId = await step.placeOrder(walk, {
    product: MUG.title,
    quantity: 1,
    shipping: "2.99",
  });
  await step.seeOrder(walk, orderId, "Unsynced");

  await findListings(walk);
  for (const { title } of [MUG, CUP])
    await weft.getByRole("heading", { name: title, exact: true }).waitFor();
  await mapAll(walk, 2);
  await weft
    .getByText("Every listing has its product")
    .or(weft.getByText("You sell on TikTok Shop already?"))
    .waitFor();
  await step.seeImported(walk, orderId);
  await step.seeProduct(walk, "Mug The best is yet to come", "Live");
  expect(faults).toEqual([]);
});
