/** What the store already says of its products is filled in by one press, and shown on a product's page. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { launchBrowser, openContext, picture } from "./support/browser";
import { freshStack, type Stack } from "./support/stack";
import * as step from "./support/walk";

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

it("fills in what titles, features and descriptions state", async () => {
  const { context, faults } = await openContext(browser);
  const walk = await step.openTabs(context, stack);
  const { weft } = walk;
  onTestFailed(() => picture(weft, "proposals-path"));
  await step.signUp(walk, "joan@merchant.example");
  const key = await step.makeWebserviceKey(walk);
  await step.nameConnection(walk, "A shop with words");
  await step.connectStore(walk, key);
  await step.chooseMarket(walk, "United Kingdom");
  await step.authorise(walk, "UK Seller");
  await step.fillSettings(walk);
  await step.pullAll(walk);
  await step.mapCategories(walk);
  await step.openDemandsOf(walk, MUG);
  const proposals = weft.locator("#proposals");
  await proposals.getByText("Feature: “Composition: Ceramic”").first().waitFor();
  const box = proposals.getByRole("checkbox", {
    name: `Materials: Ceramic, for ${MUG}`,
    exact: true,
  });
  expect(await box.isChecked()).toBe(true);
  await proposals.getByRole("button", { name: /^Take \d+ values for \d+ products$/ }).click();
  await weft
    .getByText(/^Filled in for \d+ products/)
    .first()
    .waitFor();
  await box.waitFor({ state: "detached" });
  await step.openProduct(walk, MUG);
  await weft.getByRole("button", { name: "Remove Ceramic" }).waitFor();
  expect(faults).toEqual([]);
});
