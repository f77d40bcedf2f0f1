import { Route, Router } from "preact-iso/router";
import { describe, expect, it, vi } from "vitest";
import Connections from "../../../web/connections/connections-page";
import Login, { safeNext } from "../../../web/accounts/login-page";
import { me } from "../support/account";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

/** Both pages at their addresses. */
function LogInOrConnections() {
  return (
    <Router>
      <Route path="/login" component={Login} />
      <Route default component={Connections} />
    </Router>
  );
}

describe("before and after the login", () => {
  it("says that e-mail or password is wrong without leaving the page", async () => {
    const send = async () => Response.json({ code: "INVALID_EMAIL_OR_PASSWORD" }, { status: 401 });
    draw(<Login />, { ...fakeServer({}), send }, "/login");
    button("Log in").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => text().includes("E-mail or password is wrong."));
    expect(location.pathname).toBe("/login");
  });

  it("leads a removed member, whose password is still right, to what they can do without an account", async () => {
    const answers: FakeAnswers = {
      "GET /api/me": {
        status: 403,
        error: { code: "auth.no_account", facts: { email: "bob@shop.example" } },
      },
      "POST /api/account": { opened: true },
    };
    const server = fakeServer(answers);
    const app = draw(<LogInOrConnections />, server, "/login");
    vi.spyOn(app.client, "post").mockResolvedValue({ ok: true, value: { ok: true } });
    button("Log in").form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => location.pathname === "/connections");
    await until(() => text().includes("logged in as bob@shop.example"));
    button("Delete your login").click();
    await until(() => document.querySelector("dialog") !== null);
    expect(document.querySelector("dialog")?.textContent).toContain("bob@shop.example");
    answers["GET /api/me"] = me;
    answers["GET /api/connections"] = { connections: [] };
    button("Open an account of your own").click();
    await until(() => text().includes("Connect your first store"));
    expect(server.calls.filter(({ path }) => path === "/api/account")).toHaveLength(1);
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
