/**
 * The way from sign-up to the first TikTok order in the store, as a newcomer goes it by the labels on the
 * pages: what is typed, what is chosen, and what is ordered to happen are counted; following a link, going
 * on and what buyers and TikTok do are not.
 */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { launchBrowser, openContext, picture } from "./support/browser";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";

const MOST_DECISIONS = 15;
const MUG = "Mug The best is yet to come";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([freshStack(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const link = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole("link", { name, exact: typeof name === "string" }).first();

/** Acts like a person and keeps what was decided, by the label that asked for it. */
function newcomer() {
  const decisions: string[] = [];
  const typed: string[] = [];
  return {
    decisions,
    typed,
    type: async (page: Page, label: string, text: string) => {
      decisions.push(label);
      typed.push(text);
      await page.getByLabel(label, { exact: true }).fill(text);
    },
    choose: async (label: string, act: () => Promise<unknown>) => {
      decisions.push(label);
      await act();
    },
    press: async (place: Page | Locator, name: string | RegExp) => {
      decisions.push(String(name));
      await button(place, name).first().click({ timeout: 60_000 });
    },
  };
}
type Newcomer = ReturnType<typeof newcomer>;

async function signUp({ type }: Newcomer, { weft }: step.Walk): Promise<void> {
  await weft.bringToFront();
  await link(weft, "Create account").click();
  await type(weft, "Your name", "Ada Merchant");
  await type(weft, "E-mail", "first@merchant.example");
  await type(weft, "Password", "a long enough password");
  await button(weft, "Create account").click();
  await link(weft, "Open the outbox").click();
  await link(weft, /\/confirm-email#/).click();
  await link(weft, "Create connection").click();
  await weft.getByRole("textbox", { name: "Connection name" }).waitFor();
  await button(weft, "Next").click();
}

async function connect({ type, press, choose }: Newcomer, walk: step.Walk): Promise<void> {
  const { weft, store, storeUrl } = walk;
  const address = await weft.getByRole("textbox", { name: "Connection address" }).inputValue();
  await store.bringToFront();
  await store.goto(`${storeUrl}/admin/module`);
  await press(store, "Install module");
  await type(store, "Address from Weft", address);
  await button(store, "Save").click();
  await press(store, "Create the key and connect");
  await store.getByText("Connected").first().waitFor();
  await weft.bringToFront();
  const market = weft.getByRole("radio", { name: "United Kingdom", exact: true });
  await choose("Where is your TikTok Shop registered?", () => market.check());
  await button(weft, "Go to authorise").click();
  await choose("Seller account", () => weft.getByLabel(/UK Seller/).check());
  await choose("Terms", () => weft.getByLabel(/I agree to the terms/).check());
  await button(weft, "Authorize").click();
  await weft.getByRole("heading", { name: "Home", exact: true }).waitFor();
}

/** The next open step of Home's list. */
async function startNext({ weft }: step.Walk, name: RegExp): Promise<void> {
  await weft
    .getByRole("navigation")
    .getByRole("link", { name: /^Home\b/ })
    .click();
  await link(weft, name).click();
}

async function listProducts(person: Newcomer, walk: step.Walk): Promise<void> {
  const { weft } = walk;
  const { choose, press } = person;
  await startNext(walk, /^Start: Say how large/);
  await press(weft, "Save package");
  await weft.getByText("Saved.").first().waitFor();
  await startNext(walk, /^Start: Match your carriers/);
  const provider = weft.getByLabel("TikTok Shop provider for My carrier", { exact: true });
  await choose("TikTok Shop provider for My carrier", () =>
    provider.selectOption({ label: "Royal Mail" }),
  );
  await Promise.all([
    weft.waitForResponse((answer) => answer.request().method() === "PATCH" && answer.ok()),
    button(weft, "Save carriers").click(),
  ]);
  await startNext(walk, /^Start: Pull/);
  await press(weft.getByRole("dialog"), "Pull products");
  await weft
    .getByText(/Pull products: .*19 found/)
    .first()
    .waitFor({ timeout: 60_000 });
  await startNext(walk, /^Start: Accept or choose/);
  await press(weft, "Suggest categories");
  await step.seeSuggestions(walk);
  await press(weft, /^Accept all/);
  await weft.getByText("Mapped", { exact: true }).first().waitFor();
  await startNext(walk, /^Start: Push/);
  await button(weft, "Actions").first().click();
  await weft.getByRole("menuitem", { name: "Push all pages…" }).click();
  await press(weft.getByRole("dialog"), /^Push \d+ products$/);
  await weft
    .getByText(/Push products: /)
    .first()
    .waitFor({ timeout: 60_000 });
}

it("asks a newcomer for few decisions, and for nothing twice", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  onTestFailed(() => picture(walk.weft, "first-order-weft"));
  const person = newcomer();
  const startedAt = Date.now();
  await signUp(person, walk);
  await connect(person, walk);
  await listProducts(person, walk);
  const listedAt = Date.now();
  await step.approve(walk, MUG);
  const orderId = await step.placeOrder(walk, { product: MUG, quantity: 1, shipping: "2.99" });
  await step.seeImported(walk, orderId);
  const seconds = (until: number) => Math.round((until - startedAt) / 1000);
  const { decisions, typed } = person;
  console.log(
    `From sign-up to the first order: ${decisions.length} decisions, ${typed.length} of them typed, ` +
      `${seconds(listedAt)} s until everything is pushed, ${seconds(Date.now())} s in all.\n` +
      decisions.map((name, index) => `  ${index + 1}. ${name}`).join("\n"),
  );
  expect(new Set(typed).size, "something is typed twice").toBe(typed.length);
  expect(decisions.length).toBeLessThanOrEqual(MOST_DECISIONS);
  expect(faults).toEqual([]);
});
