import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "playwright-core";
import { findChromium } from "../../../scripts/find-chromium.mjs";

/** Flags that keep Chromium from calling home; the network here is closed. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ARGS });
}

/**
 * A person's browser that tells what went wrong behind the pages: script errors, and answers of the
 * server that no page may cause. Requests beyond this machine fail the run.
 */
export async function openContext(
  browser: Browser,
  options: Pick<BrowserContextOptions, "reducedMotion" | "bypassCSP"> = {},
): Promise<{ context: BrowserContext; faults: string[] }> {
  const faults: string[] = [];
  const context = await browser.newContext({
    colorScheme: "light",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(30_000);
  await context.route("**/*", (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (protocol === "data:" || protocol === "blob:" || hostname === "127.0.0.1")
      return route.continue();
    faults.push(`request to a stranger: ${hostname}`);
    return route.abort();
  });
  context.on("weberror", (error) => faults.push(`script error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { context, faults };
}

/** Repeats until the check holds; the error of the last try says what was seen instead. */
export async function eventually<T>(
  check: () => Promise<T>,
  timeoutMs = 60_000,
  everyMs = 500,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (caught) {
      if (Date.now() > deadline) throw caught;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** As much of a page as tells what it showed, where only the output of a run is kept. */
const MOST_TEXT = 3_000;

/** The picture of a page and its text, for people who look at a failed run. */
export async function picture(page: Page, name: string): Promise<void> {
  const text = await page.locator("body").innerText();
  console.error(`${name}, at ${new URL(page.url()).pathname}:\n${text.slice(0, MOST_TEXT)}`);
  await page.screenshot({ path: `.weft/pictures/${name}.png`, fullPage: true });
}
