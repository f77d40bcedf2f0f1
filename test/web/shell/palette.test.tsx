import { signal } from "@preact/signals";
import { beforeEach, describe, expect, it, vi } from "vitest";
import Shortcuts, { type Opened } from "../../../web/shell/shortcuts";
import { ConnectionSwitcher } from "../../../web/shell/connection-switcher";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { aProductRow } from "../support/product-row";
import {
  button,
  draw,
  fakeServer,
  openMenu,
  text,
  until,
  type FakeAnswers,
} from "../support/render";

const counts = { all: 1, synced: 0, not_synced: 1, sync_failed: 0, update_failed: 0 };
const tabs = {
  all: 0,
  waiting: 0,
  unsynced: 0,
  unfulfilled: 0,
  fulfilled: 0,
  cancelled: 0,
  platform: 0,
  archived: 0,
};
const shops = [
  { ...aConnection(), attentionCount: 0 },
  { ...aConnection({ id: "d", name: "Studio" }), attentionCount: 2 },
];

beforeEach(() => {
  localStorage.clear();
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document.body) =>
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
const field = () => document.querySelector<HTMLInputElement>("[role=combobox]");
const options = () => [...document.querySelectorAll<HTMLElement>("[role=option]")];

/** Presses until something holds: keys work once the page is drawn. */
const pressUntil = (holds: () => boolean, key: string, more: KeyboardEventInit = {}) =>
  until(() => {
    if (!holds()) press(key, more);
    return holds();
  });

const down = { status: 503, error: { code: "prestashop.unreachable", facts: {} } };
const answers: FakeAnswers = {
  "GET /api/connections": { connections: shops },
  "GET /api/connections/:id/products": {
    rows: [aProductRow({ id: "7", name: "Écharpe laine" })],
    next: null,
    counts,
    isMore: false,
  },
  "GET /api/connections/:id/orders": { rows: [], next: null, counts: tabs, isMore: false },
};
let said: string[] = [];

function drawShortcuts(server = fakeServer(answers)) {
  said = [];
  const opened = signal<Opened>(null);
  const app = draw(inConnection(<Shortcuts opened={opened} />, server), server, "/connections/c");
  vi.spyOn(app, "say").mockImplementation((text) => void said.push(text));
  return server;
}

function type(value: string) {
  const input = field();
  if (!input) throw new Error("no palette");
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("the palette", () => {
  it("opens by Ctrl K, and leads to the page that is typed", async () => {
    drawShortcuts();
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    await until(() => text().includes("Studio"));
    type("HEALT");
    await until(() => options().length === 1);
    const input = field();
    expect(input?.getAttribute("aria-activedescendant")).toBe(options()[0]?.id);
    expect(input?.getAttribute("aria-controls")).toBe(document.querySelector("[role=listbox]")?.id);
    press("Enter", {}, input ?? document);
    await until(() => location.pathname === "/connections/c/health");
    expect(field()).toBeNull();
  });

  it("finds products and orders on the server, by one question when typing pauses", async () => {
    const server = drawShortcuts();
    await pressUntil(() => field() !== null, "k", { metaKey: true });
    for (const typed of ["é", "éc", "éch"]) type(typed);
    await until(() => text().includes("Écharpe laine"));
    const asked = server.calls.filter(({ path }) => path.includes("search="));
    expect(asked.map(({ path }) => path.split("?")[1])).toEqual([
      "search=%C3%A9ch",
      "search=%C3%A9ch",
    ]);
    options().at(-1)?.click();
    await until(() => location.pathname === "/connections/c/products/7");
  });

  it("goes on looking where a search failed, and says nothing of none found", async () => {
    const server = fakeServer({
      ...answers,
      "GET /api/connections/:id/products": down,
    });
    drawShortcuts(server);
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    type("écharpe");
    await until(() => server.calls.some(({ path }) => path.includes("search=")));
    await until(() => text().includes("Loading"));
    expect(text()).not.toContain("Nothing found");
  });

  it("says what was refused of an action", async () => {
    drawShortcuts(fakeServer({ ...answers, "POST /api/connections/:id/orders/refresh": down }));
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    type("refresh orders");
    await until(() => options().length === 1);
    options()[0]?.click();
    await until(() => said.length > 0);
    expect(said[0]).not.toBe("");
  });

  it("goes from entry to entry by the arrows, round and round", async () => {
    drawShortcuts();
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    await until(() => text().includes("Studio"));
    const input = field() ?? document;
    press("ArrowUp", {}, input);
    await until(() => options().at(-1)?.getAttribute("aria-selected") === "true");
    press("ArrowDown", {}, input);
    await until(() => options()[0]?.getAttribute("aria-selected") === "true");
  });
});

describe("single keys", () => {
  it("open the list of shortcuts, but not while a text is typed nor once switched off", async () => {
    drawShortcuts();
    const typing = document.body.appendChild(document.createElement("input"));
    const isOpen = () => text().includes("Keyboard shortcuts");
    await pressUntil(isOpen, "?");
    drawShortcuts();
    document.body.append(typing);
    press("?", {}, typing);
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    expect(text()).not.toContain("Use single keys");
    drawShortcuts();
    await pressUntil(isOpen, "?");
    document.querySelector<HTMLInputElement>("dialog input[type=checkbox]")?.click();
    expect(localStorage.getItem("weft.keys")).toBe("off");
    drawShortcuts();
    press("?");
    await pressUntil(() => field() !== null, "k", { ctrlKey: true });
    expect(text()).not.toContain("Use single keys");
  });
});

it.each([
  ["/connections/c", "/connections/d"],
  ["/connections/c/orders/12", "/connections/d/orders"],
  ["/connections/c/products?tab=synced", "/connections/d/products"],
])("the name of the connection leads from %s to the same page of another", async (at, to) => {
  const server = fakeServer({ "GET /api/connections": { connections: shops } });
  draw(inConnection(<ConnectionSwitcher name="Shop" />, server), server, at);
  await openMenu("Shop");
  await until(() => text().includes("Studio"));
  button("Studio").click();
  await until(() => location.pathname === to);
});
