import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Api, ConnectionDetail, ProductRow } from "../../src/contract/api";
import { ConnectionContext, ConnectionModel } from "../../web/connections/connection";
import { createApp } from "../../web/shell/app";
import Connections from "../../web/connections/connections-page";
import Login from "../../web/accounts/login-page";
import NewConnection from "../../web/connections/setup/new-connection-page";
import Products from "../../web/catalogue/products-page";
import Setup from "../../web/connections/setup/setup-page";
import { aConnection } from "./a-connection";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "./render";

const me: Api["GET /api/me"]["answer"] = {
  user: { id: "u", name: "Ada", email: "ada@example.com" },
  account: { id: "a", name: "Ada" },
  role: "owner",
};
const row: ProductRow = {
  id: "7",
  name: "Blue mug",
  imageUrl: null,
  skus: ["mug-blue"],
  priceMinMinor: 990,
  priceMaxMinor: 990,
  currency: "GBP",
  stock: 4,
  sourceCategory: "Home > Mugs",
  channelCategory: null,
  tags: ["category"],
  syncState: "sync_failed",
  channelProductId: null,
  channelProductUrl: null,
  listingStatus: null,
  rawStatus: null,
  reasons: [{ code: "listing.category_missing", facts: {} }],
  isDeleted: false,
  isActive: true,
  updatedAt: 0,
};
const counts = { all: 30, synced: 0, not_synced: 29, sync_failed: 1, update_failed: 0 };

function drawProducts(answers: FakeAnswers, path = "/connections/c/products") {
  const server = fakeServer({
    "GET /api/me": me,
    "GET /api/connections/:id/categories": { rows: [], treeReadAt: null },
    ...answers,
  });
  const holder: { model?: InstanceType<typeof ConnectionModel> } = {};
  const Page = () => {
    holder.model ??= new ConnectionModel(
      {
        call: async () => ({ ok: false, status: 0, error: { code: "network.offline", facts: {} } }),
        post: async () => ({ ok: true, value: null }),
      },
      "c",
    );
    const open = {
      id: "c",
      base: "/connections/c",
      model: holder.model,
      detail: holder.model.detail,
    };
    return (
      <ConnectionContext.Provider value={open}>
        <Products />
      </ConnectionContext.Provider>
    );
  };
  draw(<Page />, server, path);
  return server;
}

beforeEach(() => {
  sessionStorage.clear();
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  // happy-dom knows no popovers; Chromium runs show that they open and close.
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("the four states of a page", () => {
  it("draws a skeleton while the first answer is awaited", async () => {
    drawProducts({});
    expect(text()).toContain("Loading");
  });

  it("draws a refusal in words, and reads again when asked", async () => {
    const refused = { status: 503, error: { code: "weft.unexpected", facts: {} } };
    const server = drawProducts({ "GET /api/connections/:id/products": refused });
    await until(() => text().includes("Something unforeseen"));
    const before = server.calls.length;
    button("Try again").click();
    await until(() => server.calls.length > before);
  });

  it("draws the way out of an empty list", async () => {
    const zero = { all: 0, synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
    drawProducts({
      "GET /api/connections/:id/products": { rows: [], next: null, counts: zero, matching: 0 },
    });
    await until(() => text().includes("No products yet"));
    expect(button("Pull products…")).toBeTruthy();
  });

  it("tells an empty filter from an empty list", async () => {
    drawProducts(
      { "GET /api/connections/:id/products": { rows: [], next: null, counts, matching: 0 } },
      "/connections/c/products?tab=synced",
    );
    await until(() => text().includes("No product matches"));
    expect(text()).toContain("Clear filters");
  });

  it("draws rows with their tags and counts", async () => {
    drawProducts({
      "GET /api/connections/:id/products": { rows: [row], next: "n", counts, matching: 30 },
    });
    await until(() => text().includes("Blue mug"));
    expect(text()).toContain("30 products");
    expect(document.querySelector('[aria-label="Missing: category"]')).toBeTruthy();
  });
});

describe("the products table", () => {
  const page = { rows: [row], next: "n", counts, matching: 30 };

  it("asks for what the address says", async () => {
    const server = drawProducts(
      { "GET /api/connections/:id/products": page },
      "/connections/c/products?tab=sync_failed&search=mug&cursor=x",
    );
    await until(() => text().includes("Blue mug"));
    expect(server.calls.map((call) => call.path)).toContain(
      "/api/connections/c/products?tab=sync_failed&search=mug&cursor=x",
    );
  });

  it("pushes exactly the chosen rows", async () => {
    const server = drawProducts({
      "GET /api/connections/:id/products": page,
      "POST /api/connections/:id/push": { taskId: "t", count: 1 },
    });
    await until(() => text().includes("Blue mug"));
    document.querySelector<HTMLInputElement>('[aria-label="Select Blue mug"]')?.click();
    await until(() => text().includes("1 product selected"));
    button("Push selected").click();
    await until(() => server.calls.some((call) => call.path.endsWith("/push")));
    const push = server.calls.find((call) => call.path.endsWith("/push"));
    expect(push?.body).toEqual({ selection: { ids: ["7"] } });
  });

  it("asks with the exact number before it pushes all pages", async () => {
    const server = drawProducts({
      "GET /api/connections/:id/products": page,
      "POST /api/connections/:id/selection-count": { count: 30 },
      "POST /api/connections/:id/push": { taskId: "t", count: 30 },
    });
    await until(() => text().includes("Blue mug"));
    button("Push all pages…").click();
    await until(() => text().includes("This pushes 30 products"));
    expect(server.calls.some((call) => call.path.endsWith("/push"))).toBe(false);
    button("Push 30 products").click();
    await until(() => server.calls.some((call) => call.path.endsWith("/push")));
    expect(server.calls.find((call) => call.path.endsWith("/push"))?.body).toEqual({
      selection: { filter: { tab: "all" } },
    });
  });

  it("shows why a product failed in three parts when its row is expanded", async () => {
    drawProducts({ "GET /api/connections/:id/products": page });
    await until(() => text().includes("Blue mug"));
    button("Expand Blue mug").click();
    await until(() => text().includes("The product has no TikTok Shop category."));
    expect(text()).toContain("Nothing was sent to TikTok Shop");
    expect(text()).toContain("Choose a TikTok Shop category for its store category");
    expect(button("Collapse Blue mug").getAttribute("aria-expanded")).toBe("true");
  });
});

describe("coming back from TikTok", () => {
  const connected = aConnection({
    state: "disconnected",
    authorization: { state: "revoked", expiresAt: null },
  });
  const comeBack = async (query: string) => {
    const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": connected });
    const app = draw(<Setup params={{ id: "c" }} />, server, `/connections/c/setup?${query}`);
    await app.session.load();
    await until(() => location.pathname !== "/connections/c/setup");
    return location.pathname + location.search;
  };

  it("tells the owner of a finished connection why it is not authorised again", async () => {
    expect(await comeBack("authorization=wrong_shop")).toBe(
      "/connections/c/settings?authorization=wrong_shop",
    );
    expect(await comeBack("authorization=failed&code=tiktok.timeout")).toBe(
      "/connections/c/settings?authorization=failed&code=tiktok.timeout",
    );
  });

  it("leads to the connection once all is done", async () => {
    expect(await comeBack("authorization=done")).toBe("/connections/c?authorization=done");
    expect(await comeBack("step=store")).toBe("/connections/c");
  });
});

describe("saying what happened", () => {
  it("says the same words a second time as something new", () => {
    const root = document.createElement("div");
    const app = createApp(async () => Response.json({}), root, localStorage);
    const heard: string[] = [];
    app.said.subscribe((text) => heard.push(text));
    app.say("Saved.");
    app.say("Saved.");
    app.say("Saved.");
    expect(heard.filter(Boolean)).toHaveLength(3);
    expect(new Set(heard.filter(Boolean).map((text) => text.trim()))).toEqual(new Set(["Saved."]));
  });
});

describe("before and after the login", () => {
  it("says that e-mail or password is wrong without leaving the page", async () => {
    const app = draw(<Login />, fakeServer({}), "/login");
    vi.spyOn(app.session, "signIn").mockResolvedValue({
      ok: false,
      status: 401,
      error: { code: "auth.invalid_email_or_password", facts: {} },
    });
    button("Log in").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => text().includes("E-mail or password is wrong."));
    expect(location.pathname).toBe("/login");
  });

  it("sends a guest to the login and remembers where to", async () => {
    const refused = { status: 401, error: { code: "auth.unauthenticated", facts: {} } };
    const app = draw(<Connections />, fakeServer({ "GET /api/me": refused }), "/connections?x=1");
    await app.session.load();
    await until(() => location.pathname === "/login");
    expect(location.search).toBe("?next=%2Fconnections%3Fx%3D1");
  });

  it("keeps what was typed into the wizard over a reload, and creates the connection", async () => {
    const detail = { id: "new" } as ConnectionDetail;
    const server = fakeServer({
      "GET /api/me": me,
      "GET /api/connections": { connections: [] },
      "POST /api/connections": detail,
    });
    sessionStorage.setItem("weft.draft.new-connection", JSON.stringify({ name: "Main shop" }));
    const app = draw(<NewConnection />, server, "/connections/new");
    await app.session.load();
    await until(() => document.querySelector("form") !== null);
    expect(document.querySelector<HTMLInputElement>("form input")?.value).toBe("Main shop");
    button("Next").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => location.pathname === "/connections/new/setup");
    expect(
      server.calls.at(-1)?.body ?? server.calls.find((call) => call.method === "POST")?.body,
    ).toEqual({
      name: "Main shop",
      source: "prestashop",
      channel: "tiktok-shop",
    });
    expect(sessionStorage.getItem("weft.draft.new-connection")).toBeNull();
  });
});
