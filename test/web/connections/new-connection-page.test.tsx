import { beforeEach, describe, expect, it } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import NewConnection from "../../../web/connections/setup/new-connection-page";
import { button, draw, fakeServer, until } from "../support/render";
import { aConnection } from "../support/connection";
import { me } from "../support/account";

beforeEach(() => sessionStorage.clear());

describe("a new connection", () => {
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

  it("needs nothing typed: a free name stands there", async () => {
    const server = fakeServer({
      "GET /api/me": me,
      "GET /api/connections": {
        connections: [{ ...aConnection(), name: "My shop", attentionCount: 0 }],
      },
      "POST /api/connections": aConnection({ id: "new" }),
    });
    const app = draw(<NewConnection />, server, "/connections/new");
    await app.session.load();
    const typed = () => document.querySelector<HTMLInputElement>("form input")?.value;
    await until(() => typed() === "My shop 2");
    button("Next").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => location.pathname === "/connections/new/setup");
    const created = server.calls.find((call) => call.method === "POST");
    expect(created?.body).toMatchObject({ name: "My shop 2" });
  });
});
