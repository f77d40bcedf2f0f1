import { describe, expect, it } from "vitest";
import Setup from "../../../web/connections/setup/setup-page";
import { aConnection } from "../support/connection";
import { button, draw, fakeServer, text, until } from "../support/render";
import { me } from "../support/account";

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

describe("going back in the set-up", () => {
  const waiting = { ...aConnection({ state: "setup" }), setupStep: "store" as const };

  it("leads from the store to the name, which is saved and leads on again", async () => {
    const server = fakeServer({
      "GET /api/me": me,
      "GET /api/connections/:id": waiting,
      "PATCH /api/connections/:id/settings": { ...waiting, name: "My second shop" },
    });
    const app = draw(<Setup params={{ id: "c" }} />, server, "/connections/c/setup?step=store");
    await app.session.load();
    await until(() => text().includes("Back"));
    const back = [...document.querySelectorAll("a")].find((link) => link.textContent === "Back");
    back?.click();
    await until(() => location.search === "?step=name");
    const name = document.querySelector<HTMLInputElement>("input.input");
    if (!name) throw new Error("no field");
    name.value = "My second shop";
    name.dispatchEvent(new Event("input", { bubbles: true }));
    await until(() => name.value === "My second shop");
    button("Next").click();
    await until(() => server.calls.some(({ method }) => method === "PATCH"));
    const saved = server.calls.find(({ method }) => method === "PATCH");
    expect(saved?.body).toMatchObject({ name: "My second shop" });
    await until(() => location.search !== "?step=name");
  });

  it("says why the way on is closed", async () => {
    const open = { ...waiting, hasSourceKey: false };
    const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": open });
    const app = draw(<Setup params={{ id: "c" }} />, server, "/connections/c/setup?step=store");
    await app.session.load();
    await until(() => text().includes("First connect the store"));
    expect(button("Next").disabled).toBe(true);
  });
});
