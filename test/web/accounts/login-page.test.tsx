import { describe, expect, it, vi } from "vitest";
import Connections from "../../../web/connections/connections-page";
import Login, { safeNext } from "../../../web/accounts/login-page";
import { button, draw, fakeServer, text, until } from "../support/render";

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

  it("says to a removed member, whose password is still right, that the account is closed to them", async () => {
    const removed = { status: 403, error: { code: "auth.no_account", facts: {} } };
    const app = draw(<Login />, fakeServer({ "GET /api/me": removed }), "/login");
    vi.spyOn(app.client, "post").mockResolvedValue({ ok: true, value: { ok: true } });
    button("Log in").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => text().includes("You belong to no account any more."));
    expect(location.pathname).toBe("/login");
  });

  it("sends a guest to the login and remembers where to", async () => {
    const refused = { status: 401, error: { code: "auth.unauthenticated", facts: {} } };
    const app = draw(<Connections />, fakeServer({ "GET /api/me": refused }), "/connections?x=1");
    await app.session.load();
    await until(() => location.pathname === "/login");
    expect(location.search).toBe("?next=%2Fconnections%3Fx%3D1");
  });

  it("lead nowhere else after the login", () => {
    expect(safeNext("/connections/a?tab=x")).toBe("/connections/a?tab=x");
    expect(safeNext("//evil.example")).toBe("/connections");
    expect(safeNext("/\\evil.example")).toBe("/connections");
    expect(safeNext("https://evil.example")).toBe("/connections");
  });
});
