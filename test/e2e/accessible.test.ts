/** The demo's pages as people with other eyes and hands meet them: axe, narrow screens, keyboard. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { DEMO, person, seedDemo } from "../../scripts/seed.mjs";
import { launchBrowser, openContext, picture } from "./support/browser";
import { freshStack, type Stack } from "./support/stack";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** A wide screen, a telephone, and the narrowest screen pages must fit without scrolling sideways. */
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 360, height: 740 };

let stack: Stack;
let browser: Browser;
let paths: { guest: string[]; member: string[] };
let member: Page;
let guest: Page;
let faults: string[];

beforeAll(async () => {
  [stack, browser] = await Promise.all([freshStack(), launchBrowser()]);
  await seedDemo(stack);
  paths = await findPages(stack);
  const options = { reducedMotion: "reduce", bypassCSP: true } as const;
  const [ours, theirs] = await Promise.all([
    openContext(browser, options),
    openContext(browser, options),
  ]);
  faults = ours.faults;
  [member, guest] = await Promise.all([ours.context.newPage(), theirs.context.newPage()]);
  await member.goto(`${stack.weftUrl}/login`);
  await member.getByLabel("E-mail").fill(DEMO.email);
  await member.getByLabel("Password").fill(DEMO.password);
  await member.getByRole("button", { name: "Log in" }).click();
  await member.getByRole("heading", { name: "Connections", level: 1 }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** One address of every kind of page, with the demo's own ids. */
async function findPages({ weftUrl }: Stack): Promise<typeof paths> {
  const { call } = person(weftUrl);
  const { email, password } = DEMO;
  await call("POST", "/api/auth/sign-in/email", { email, password });
  const [connection] = (await call("GET", "/api/connections")).connections;
  const api = `/api/connections/${connection.id}`;
  const base = `/connections/${connection.id}`;
  const first = async (list: string) => (await call("GET", `${api}/${list}`)).rows[0].id;
  const categories = (await call("GET", `${api}/categories`)).rows;
  const { categoryId } = categories.find(({ mapping }) => mapping?.state === "accepted").mapping;
  await call("POST", `${api}/check`, {});
  const half = await call("POST", "/api/connections", {
    name: "Half done",
    source: "prestashop",
    channel: "tiktok-shop",
  });
  return {
    guest: [
      "/login",
      "/sign-up",
      "/forgot-password",
      "/reset-password#token=old",
      "/confirm-email#token=old",
      "/help",
      "/help/developers",
    ],
    member: [
      "/connections",
      "/connections?authorization=state_mismatch",
      "/connections/new",
      "/account",
      `/connections/${half.id}/setup`,
      base,
      `${base}/products`,
      `${base}/products?tab=sync_failed`,
      `${base}/products?search=nothing-of-this-name`,
      `${base}/products/${await first("products?tab=update_failed")}`,
      `${base}/products/${await first("products?tab=synced")}`,
      `${base}/map`,
      `${base}/categories`,
      `${base}/categories?of=${categoryId}`,
      `${base}/orders`,
      `${base}/orders/${await first("orders?tab=all")}`,
      `${base}/tasks`,
      `${base}/tasks/${await first("tasks")}`,
      `${base}/activity`,
      `${base}/health`,
      `${base}/settings`,
      `${base}/no-such-room`,
      "/outbox",
      "/no-such-page",
    ],
  };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(stack.weftUrl + path);
  await page.locator("h1").first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".skeleton"));
}

/** What axe finds, one line each: rule, place, reason. */
async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const found: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] =
    await page.evaluate(
      "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)",
    );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fields too narrow to type in, and controls that stick out of the box they are in. */
const misplaced = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const NARROWEST_FIELD = 60;
    return [
      ...document.querySelectorAll<HTMLElement>("main input, main select, main button, main a"),
    ]
      .filter((one) => one.checkVisibility() && !one.closest(".table-frame, .tabs"))
      .flatMap((one) => {
        const { right, width } = one.getBoundingClientRect();
        const isField = one.matches(".input");
        const box = one.closest(".card, .auth-box, .notice")?.getBoundingClientRect();
        const name = `${one.className} ${one.id} ${one.textContent}`.trim();
        if (isField && width < NARROWEST_FIELD) return [`${name}: ${width} px wide`];
        return box && right > box.right + 1 ? [`${name}: beyond its box`] : [];
      });
  });

/** Tables that are drawn past their frame, where the frame does not scroll. */
const beyondFrame = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const frames = [...document.querySelectorAll(".table-frame-long")];
    return Math.max(0, ...frames.map((frame) => frame.scrollWidth - frame.clientWidth));
  });

/** The same page in both schemes and three widths; answers what is wrong, by view. */
async function examine(page: Page, path: string): Promise<string[]> {
  const wrong: string[] = [];
  const examine = async (view: string) => {
    for (const line of await findViolations(page)) wrong.push(`${path} (${view}) ${line}`);
  };
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(WIDE);
  await open(page, path);
  const beyondWide = await overflow(page);
  if (beyondWide > 0) wrong.push(`${path} is ${beyondWide} px wider than a screen of 1280 px`);
  const beyondTable = await beyondFrame(page);
  if (beyondTable > 0) wrong.push(`${path} has a table ${beyondTable} px wider than its frame`);
  wrong.push(...(await misplaced(page)).map((line) => `${path} ${line}`));
  await examine("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await examine("dark");
  await page.setViewportSize(PHONE);
  await examine("dark, narrow");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROWEST);
  const beyond = await overflow(page);
  if (beyond > 0) wrong.push(`${path} is ${beyond} px wider than a screen of 360 px`);
  wrong.push(...(await misplaced(page)).map((line) => `${path} (360 px) ${line}`));
  return wrong;
}

describe("every page", () => {
  it("passes axe in light, dark and on a telephone, and fits a screen of 360 px", async () => {
    const [theirs, ours] = await Promise.all([
      examineAll(guest, paths.guest),
      examineAll(member, paths.member),
    ]);
    expect([...theirs, ...ours]).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("passes axe with what opens on it: menus, dialogs, expanded rows", async () => {
    const products = paths.member.find((path) => path.endsWith("/products")) ?? "";
    const wrong: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await member.emulateMedia({ colorScheme });
      await member.setViewportSize(WIDE);
      await open(member, products);
      await member
        .getByRole("button", { name: /^Expand/ })
        .first()
        .click();
      await member.locator(".expansion-row table").waitFor();
      await member.getByRole("button", { name: "Actions", exact: true }).click();
      wrong.push(...(await findViolations(member)));
      await member.getByRole("menuitem", { name: "Pull products…" }).click();
      await member.getByRole("dialog").waitFor();
      wrong.push(...(await findViolations(member)));
      await member.keyboard.press("Escape");
      await member
        .getByRole("button", { name: /^Actions for/ })
        .first()
        .click();
      await member.getByRole("menuitem", { name: "Choose category" }).click();
      await member.getByRole("dialog").waitFor();
      wrong.push(...(await findViolations(member)));
      await member.keyboard.press("Escape");
    }
    expect(wrong).toEqual([]);
  });

  it("passes axe with the module's address and the rotation of the secret open", async () => {
    onTestFailed(() => picture(member, "settings-secret"));
    const settings = paths.member.find((path) => path.endsWith("/settings")) ?? "";
    const wrong: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await member.emulateMedia({ colorScheme });
      await member.setViewportSize(NARROWEST);
      await open(member, settings);
      await member.getByRole("button", { name: "Install or connect the module again" }).click();
      await member.getByRole("textbox", { name: "Connection address" }).waitFor();
      await member.getByText("Values for another sender").click();
      wrong.push(...(await findViolations(member)));
      expect(await overflow(member)).toBeLessThanOrEqual(0);
      await member.getByRole("button", { name: "Rotate the secret" }).click();
      await member.getByRole("dialog").waitFor();
      wrong.push(...(await findViolations(member)));
      await member.keyboard.press("Escape");
    }
    expect(wrong).toEqual([]);
  });
});

async function examineAll(page: Page, all: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const path of all) wrong.push(...(await examine(page, path)));
  return wrong;
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent?.trim() ?? "";
  });

/** Presses Tab until the element of this name has the focus; answers how often. */
async function tabTo(page: Page, name: string, atMost: number): Promise<number> {
  for (let presses = 1; presses <= atMost; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focusedName(page)) === name) return presses;
  }
  throw new Error(`${atMost} presses of Tab do not lead to “${name}”`);
}

describe("with the keyboard alone", () => {
  const SKIP = "Skip to main content";

  it("the first press of Tab offers to skip what every page repeats", async () => {
    await member.setViewportSize(WIDE);
    for (const path of paths.member.slice(0, 6)) {
      await open(member, path);
      expect(await tabTo(member, SKIP, 1)).toBe(1);
      expect(await member.getByRole("link", { name: SKIP }).isVisible()).toBe(true);
      await member.keyboard.press("Enter");
      expect(await member.evaluate(() => document.activeElement?.id)).toBe("main");
    }
  });

  it("the main action of a page is a few presses behind the skip link", async () => {
    await member.setViewportSize(WIDE);
    const [products, orders] = ["/products", "/orders"].map(
      (end) => paths.member.find((path) => path.endsWith(end)) ?? "",
    );
    for (const [path, action] of [
      ["/connections", "Create connection"],
      [products, "Actions"],
      [orders, "Refresh orders"],
    ] as const) {
      await open(member, path ?? "");
      await tabTo(member, SKIP, 1);
      await member.keyboard.press("Enter");
      await tabTo(member, action, 3);
    }
    await open(member, products ?? "");
    await member.getByRole("button", { name: "Actions", exact: true }).focus();
    await member.keyboard.press("Enter");
    await member.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
    expect(await focusedName(member)).toBe("Pull products…");
    await member.keyboard.press("Enter");
    await member.getByRole("dialog").waitFor();
    await member.keyboard.press("Escape");
    await member.getByRole("dialog").waitFor({ state: "detached" });
    expect(await focusedName(member)).toBe("Actions");
  });
});
