import { Route, Router } from "preact-iso/router";
import { expect, it, vi } from "vitest";
import "../../../web/health/health-page";
import Workspace from "../../../web/shell/workspace";
import { aConnection } from "../support/connection";
import { me } from "../support/account";
import { draw, fakeServer, text, until } from "../support/render";

async function visit(path: string) {
  HTMLElement.prototype.hidePopover ??= vi.fn();
  const server = fakeServer({
    "GET /api/me": me,
    "GET /api/connections/:id": aConnection({ state: "setup", setupStep: "channel" }),
    "GET /api/connections/:id/check": { report: null, running: null },
  });
  const app = draw(
    <Router>
      <Route path="/connections/:id/*" component={Workspace} />
      <Route default component={() => null} />
    </Router>,
    server,
    path,
  );
  await app.session.load();
}

it("a connection that is not set up leads to its wizard", async () => {
  await visit("/connections/c/orders");
  await until(() => location.pathname === "/connections/c/setup");
});

it("but its health can be looked at, with the way back to the wizard", async () => {
  await visit("/connections/c/health");
  await until(() => text().includes("This connection is not set up yet"));
  expect(location.pathname).toBe("/connections/c/health");
  const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(links).toContain("/connections/c/setup");
});
