/**
 * The steps of a shop owner by the labels a person sees: Weft in one tab, the simulated shops in
 * the others. It knows no route of Weft and no row of its database.
 */
import { randomBytes } from "node:crypto";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { eventually } from "./browser";
import type { Stack } from "./stack";

export interface Walk {
  weft: Page;
  /** The back office of the PrestaShop, in its own tab. */
  store: Page;
  /** The Seller Center, in its own tab. */
  seller: Page;
  storeUrl: string;
  sellerUrl: string;
}

export async function openTabs(
  context: BrowserContext,
  stack: Stack,
  shop: 8 | 9 = 8,
): Promise<Walk> {
  const [weft, store, seller] = await Promise.all([
    context.newPage(),
    context.newPage(),
    context.newPage(),
  ]);
  await weft.goto(stack.weftUrl);
  return {
    weft,
    store,
    seller,
    storeUrl: `${stack.simulatorUrl}/prestashop-${shop}`,
    sellerUrl: `${stack.simulatorUrl}/seller-center`,
  };
}

/** A person sees one tab at a time, and a browser draws the others only now and then. */
const bringToFront = (page: Page) => page.bringToFront();

const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const link = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("link", { name, exact: typeof name === "string" });

export async function signUp({ weft }: Walk, email: string): Promise<void> {
  await bringToFront(weft);
  await link(weft, "Create account").click();
  await weft.getByLabel("Your name").fill("Ada Merchant");
  await weft.getByLabel("E-mail").fill(email);
  await weft.getByLabel("Password").fill("a long enough password");
  await button(weft, "Create account").click();
  await link(weft, "Open the outbox").click();
  await link(weft, /\/confirm-email#/)
    .first()
    .click();
  await weft.getByText("Connect your first store").waitFor();
}

/** A new key with all permissions, made in the back office. */
export async function makeWebserviceKey({ store, storeUrl }: Walk): Promise<string> {
  await bringToFront(store);
  await store.goto(`${storeUrl}/admin/webservice`);
  const key = randomBytes(16).toString("hex").toUpperCase();
  await store.getByLabel("Key (32 characters)").fill(key);
  await store.getByLabel("Description").fill("Weft");
  await button(store, "Add key").click();
  await store.getByText(key).waitFor();
  return key;
}

export async function nameConnection({ weft }: Walk, name: string): Promise<void> {
  await bringToFront(weft);
  await link(weft, "Create connection").first().click();
  await weft.getByLabel("Connection name").fill(name);
  await button(weft, "Next").click();
  await weft.getByLabel("Store URL").waitFor();
}

export async function connectStore(walk: Walk, key: string): Promise<void> {
  const { weft, storeUrl } = walk;
  await bringToFront(weft);
  await weft.getByLabel("Store URL").fill(storeUrl);
  await weft.getByLabel("Webservice key").fill(key);
  await button(weft, "Check store").click();
  await weft.getByText("PrestaShop store authorisation complete").waitFor();
  await button(weft, "Next").click();
}

/** Carries the wizard's one address into the module; the wizard goes on by itself. */
export async function connectByModule({ weft, store, storeUrl }: Walk): Promise<void> {
  await bringToFront(weft);
  const address = await weft.getByRole("textbox", { name: "Connection address" }).inputValue();
  await weft.getByText("Waiting for your store").waitFor();
  await bringToFront(store);
  await store.goto(`${storeUrl}/admin/module`);
  const install = button(store, "Install module");
  if (await install.isVisible()) await install.click();
  await store.getByLabel("Address from Weft").fill(address);
  await button(store, "Save").click();
  await button(store, "Create the key and connect").click();
  await store.getByText("Connected").first().waitFor();
  await bringToFront(weft);
  await weft.getByText("PrestaShop store authorisation complete").waitFor();
  await weft.getByText("Weft works through its module").waitFor();
}

export async function chooseMarket({ weft }: Walk, market: string): Promise<void> {
  await bringToFront(weft);
  await weft.getByRole("radio", { name: market, exact: true }).check();
  await button(weft, "Go to authorise").click();
  await weft.getByRole("heading", { name: "Authorize an app to manage your shop" }).waitFor();
}

export async function authorise({ weft }: Walk, seller: string): Promise<void> {
  await bringToFront(weft);
  await weft.getByLabel(new RegExp(seller)).check();
  await weft.getByLabel(/I agree to the terms/).check();
  await button(weft, "Authorize").click();
  await weft.getByRole("heading", { name: "Home", exact: true }).waitFor();
}

const goTo = async ({ weft }: Walk, page: string) => {
  await bringToFront(weft);
  // Behind the name stands how much waits there.
  const name = new RegExp(`^${page}\\b`);
  await weft.getByRole("navigation").getByRole("link", { name }).click();
  await weft.getByRole("heading", { name: page, exact: true, level: 1 }).waitFor();
};

/** What a sender of the owner's own needs, from the settings. */
export async function readSenderValues(walk: Walk): Promise<{ address: string; secret: string }> {
  const { weft } = walk;
  await goTo(walk, "Settings");
  await weft.getByText("Values for another sender").click();
  await button(weft, "Show the webhook secret").click();
  await weft.getByRole("textbox", { name: "Webhook secret", exact: true }).waitFor();
  const value = (name: string) => weft.getByRole("textbox", { name, exact: true }).inputValue();
  return { address: await value("Webhook URL"), secret: await value("Webhook secret") };
}

/** A new secret for Weft and the module, by the button of the settings. */
export async function rotateSecret(walk: Walk): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Settings");
  await weft.getByText(/^Module \d/).waitFor();
  await button(weft, "Rotate the secret").click();
  await button(weft.getByRole("dialog"), "Rotate the secret").click();
  await weft.getByText("The secret was rotated.").first().waitFor();
  await weft.getByText(/^The secret before it is accepted until/).waitFor();
}

export async function fillSettings(walk: Walk): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Settings");
  for (const [label, value] of [
    ["Length", "30"],
    ["Width", "20"],
    ["Height", "10"],
    ["Weight", "400"],
  ] as const)
    await weft.getByLabel(label, { exact: false }).first().fill(value);
  await saved(walk, "Save package");
  const providers = weft.getByRole("combobox", { name: /^TikTok Shop provider for/ });
  await providers.first().waitFor();
  for (const provider of await providers.all())
    await provider.selectOption({ label: "Royal Mail" });
  await saved(walk, "Save carriers");
}

/** Presses a button of the settings and waits until it is saved. */
async function saved({ weft }: Walk, name: string): Promise<void> {
  await Promise.all([
    weft.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok()),
    button(weft, name).click(),
  ]);
  await weft.getByText("Saved.").first().waitFor();
}

/** What the first check said on the way back from TikTok, and the way to all of it. */
export async function seeFirstCheck({ weft }: Walk): Promise<void> {
  await bringToFront(weft);
  await link(weft, "See the health check").click();
  await weft.getByRole("heading", { name: "Health", exact: true, level: 1 }).waitFor();
  await weft.getByText("No defaults are set").waitFor();
}

/** Runs the health check and waits for the one sentence that sums it up. */
export async function checkHealth(walk: Walk, verdict: string): Promise<void> {
  await goTo(walk, "Health");
  // One that began before the settings were saved may still be under way, and says what it saw then.
  await eventually(async () => {
    await button(walk.weft, "Check now").click();
    await walk.weft.getByText(verdict, { exact: true }).waitFor({ timeout: 15_000 });
  });
}

export async function pullAll(walk: Walk, found = 19): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Products");
  await button(weft, "Actions").first().click();
  await weft.getByRole("menuitem", { name: "Pull products…" }).click();
  const dialog = weft.getByRole("dialog");
  await dialog.getByLabel("All time").check();
  await button(dialog, "Pull products").click();
  await weft
    .getByText(new RegExp(`Pull products: .*${found} found`))
    .first()
    .waitFor({ timeout: 60_000 });
}

/** Suggestions are shown as they come: those of a slow machine are not all there at once. */
export async function seeSuggestions({ weft }: Walk): Promise<void> {
  await weft
    .getByText(/Suggest categories: .*done/)
    .first()
    .waitFor({ timeout: 60_000 });
}

export async function mapCategories(walk: Walk): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Categories");
  await button(weft, "Suggest categories").click();
  await seeSuggestions(walk);
  await button(weft, /^Accept all/).click();
  await weft.getByText("Mapped", { exact: true }).first().waitFor();
}

/** Pushes one product by the menu of its row. */
export async function pushOne(walk: Walk, product: string): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Products");
  await button(weft, `Actions for ${product}`).click();
  await weft.getByRole("menuitem", { name: "Push", exact: true }).click();
  await weft
    .getByText(/Push products: /)
    .first()
    .waitFor({ timeout: 60_000 });
}

const rowOf = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });

export async function approve({ seller, sellerUrl }: Walk, product: string): Promise<void> {
  await bringToFront(seller);
  await seller.goto(sellerUrl);
  await button(rowOf(seller, product), "Approve").click();
  await rowOf(seller, product).getByText("ACTIVATE", { exact: true }).waitFor();
}

export async function openProduct(walk: Walk, product: string): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Products");
  await link(rowOf(weft, product), product).click();
  await weft.getByRole("heading", { name: product, level: 1 }).waitFor();
}

/** What TikTok Shop asks of the products of a product's category. */
export async function openDemandsOf(walk: Walk, product: string): Promise<void> {
  await openProduct(walk, product);
  await link(walk.weft, "Fill in for all products of the category").click();
  await walk.weft.getByText(/products? read so far/).waitFor();
}

/** Waits until the product's row shows a text, reading it again like an impatient person. */
export async function seeProduct(walk: Walk, product: string, text: string): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Products");
  await eventually(async () => {
    await weft.reload();
    await rowOf(weft, product).getByText(text, { exact: true }).first().waitFor({ timeout: 3_000 });
  });
}

/** A made-up buyer orders in Seller Center; answers TikTok's order id. */
export async function placeOrder(
  { seller, sellerUrl }: Walk,
  order: { product: string; quantity: number; shipping: string; status?: string },
): Promise<string> {
  await bringToFront(seller);
  await seller.goto(`${sellerUrl}/orders/new`);
  const options = seller.getByLabel("Product").getByRole("option");
  const labels = await options.allTextContents();
  const index = labels.findIndex((label) => label.includes(order.product));
  if (index < 0) throw new Error(`Seller Center does not offer ${order.product}`);
  await seller.getByLabel("Product").selectOption({ index });
  await seller.getByLabel("Quantity").fill(String(order.quantity));
  await seller.getByLabel("Status").selectOption({ label: order.status ?? "AWAITING_SHIPMENT" });
  await seller.getByLabel("Shipping fee").fill(order.shipping);
  await button(seller, "Place order").click();
  await seller.getByRole("table").waitFor();
  const id = /\b57\d{17}\b/.exec(await seller.getByRole("row").nth(1).innerText())?.[0];
  if (!id) throw new Error("Seller Center shows no order id");
  return id;
}

/** The order's page in Weft once the store has it; answers the store's own order number. */
export async function seeImported(walk: Walk, orderId: string): Promise<string> {
  const { weft } = walk;
  await goTo(walk, "Orders");
  const text = await eventually(async () => {
    await weft.reload();
    const row = rowOf(weft, orderId);
    await row.getByText(/#\d+/).waitFor({ timeout: 3_000 });
    return row.innerText();
  });
  return /#(\d+)/.exec(text)?.[1] ?? "";
}

export async function shipInStore(
  { store, storeUrl }: Walk,
  order: string,
  tracking: string,
): Promise<void> {
  await bringToFront(store);
  await store.goto(`${storeUrl}/admin/orders/${order}`);
  await store.getByLabel("Tracking number", { exact: true }).fill(tracking);
  await button(store, "Mark as shipped").click();
  await store.getByText("Shipped").first().waitFor();
}

/** The merchant counts anew what lies on the shelf. */
export async function countInStore(
  { store, storeUrl }: Walk,
  product: string,
  quantity: number,
): Promise<void> {
  await bringToFront(store);
  await store.goto(`${storeUrl}/admin/products/${product}`);
  const stock = store.getByLabel(/^Stock of/).first();
  await stock.fill(String(quantity));
  await Promise.all([store.waitForEvent("load"), stock.press("Enter")]);
}

/** Waits for the state of the order on TikTok's side. */
export async function seeSellerState(
  { seller, sellerUrl }: Walk,
  orderId: string,
  state: string,
): Promise<void> {
  await bringToFront(seller);
  await seller.goto(`${sellerUrl}/orders`);
  await eventually(async () => {
    await seller.reload();
    await rowOf(seller, orderId).getByText(state).first().waitFor({ timeout: 1_000 });
  });
}

export async function seeOrder(walk: Walk, orderId: string, text: string): Promise<void> {
  const { weft } = walk;
  await goTo(walk, "Orders");
  await eventually(async () => {
    await weft.reload();
    await rowOf(weft, orderId).getByText(text, { exact: true }).first().waitFor({ timeout: 3_000 });
  });
}
