import { render as mount, type ComponentChild } from "preact";
import { LocationProvider } from "preact-iso/router";
import type { Answer } from "../../../src/contract/contract";
import type { Route } from "../../../web/api/client";
import { AppContext, createApp, type App } from "../../../web/shell/app";

/** What the fake server says to a route: a body, or a refusal with its status. */
export type FakeAnswers = Partial<{
  [R in Route]: Answer<R> | { status: number; error: { code: string; facts: object } };
}>;

export interface FakeServer {
  send: typeof fetch;
  calls: { method: string; path: string; body: unknown }[];
}

/** A fetch that answers by "METHOD /path/:id"; what nobody prepared is a 404. */
export function fakeServer(answers: FakeAnswers): FakeServer {
  const calls: FakeServer["calls"] = [];
  const send: typeof fetch = async (input, init) => {
    const method = init?.method ?? "GET";
    const path = String(input);
    calls.push({ method, path, body: init?.body ? JSON.parse(String(init.body)) : undefined });
    const [plain = ""] = path.split("?");
    const found = Object.entries(answers).find(([route]) => {
      const [verb, pattern = ""] = route.split(" ");
      return verb === method && new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`).test(plain);
    })?.[1] as { status?: unknown } | undefined;
    if (!found)
      return Response.json({ error: { code: "route.not_found", facts: {} } }, { status: 404 });
    const { status } = found;
    return Response.json(found, { status: typeof status === "number" ? status : 200 });
  };
  return { send, calls };
}

let drawn: HTMLElement | undefined;

/** Takes down what is drawn: a page left behind would go on asking, in a document that is gone at last. */
export function clear(): void {
  if (drawn) mount(null, drawn);
  drawn = undefined;
}

/** Draws into a fresh document at an address, in place of what was drawn before; gives back the app. */
export function draw(content: ComponentChild, server: FakeServer, path = "/"): App {
  clear();
  document.body.innerHTML = "<div id='app'></div>";
  history.replaceState(null, "", path);
  const app = createApp(server.send, document.documentElement, localStorage);
  const root = document.getElementById("app");
  if (!root) throw new Error("no root");
  drawn = root;
  mount(
    <AppContext.Provider value={app}>
      <LocationProvider>{content}</LocationProvider>
    </AppContext.Provider>,
    root,
  );
  return app;
}

/** Longer than a drawing waits with its effects. */
const DRAWN_MS = 200;

/**
 * Ends fake time. Effects that still wait in it would never run, and Preact runs no later ones before
 * them: the next test of the file would hang.
 */
export async function endFakeTime(): Promise<void> {
  const { vi } = await import("vitest");
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(DRAWN_MS);
  vi.useRealTimers();
}

/** Waits until something holds, a second at most. */
export async function until(holds: () => boolean): Promise<void> {
  const { vi } = await import("vitest");
  await vi.waitUntil(holds, { timeout: 1000, interval: 5 });
}

export const text = () => document.body.textContent ?? "";

/** The button of this name; throws when there is none. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent)?.trim() === name,
  );
  if (!found) throw new Error(`no button "${name}" in: ${text()}`);
  return found;
}

/** Opens the menu behind a button: its entries are drawn no sooner. */
export async function openMenu(name: string): Promise<void> {
  const menu = document.getElementById(button(name).getAttribute("popovertarget") ?? "");
  menu?.dispatchEvent(new Event("beforetoggle"));
  menu?.dispatchEvent(Object.assign(new Event("toggle"), { newState: "open" }));
  await until(() => menu?.querySelector("[role=menuitem]") !== null);
}
