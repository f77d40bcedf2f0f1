import { beforeEach, expect, it, vi } from "vitest";
import Products from "../../../web/catalogue/products-page";
import Home from "../../../web/home/home-page";
import Orders from "../../../web/orders/orders-page";
import Workspace from "../../../web/shell/workspace";
import { EARLY_PAGES } from "../../../web/shell/early-pages";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { me } from "../support/account";
import { draw, fakeServer, until } from "../support/render";

const PAGES: Readonly<Record<string, () => preact.JSX.Element>> = {
  "": () => <Home />,
  "/products": () => <Products />,
  "/orders": () => <Orders />,
};

beforeEach(() => {
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

it.each(EARLY_PAGES)(
  "the page at $path asks first for what is fetched ahead of it",
  async (page) => {
    const server = fakeServer({ "GET /api/connections/:id": aConnection() });
    const Page = PAGES[page.path];
    if (!Page) throw new Error(`no page at ${page.path}`);
    draw(inConnection(<Page />, server), server, `/connections/c${page.path}`);
    const own = page.calls.slice(4).map((call) => call.replace(":id", "c"));
    await until(() => server.calls.length >= own.length);
    const asked = server.calls.map(({ path }) => path);
    expect(asked).toEqual(expect.arrayContaining(own));
  },
);

it("and so does what is drawn around it", async () => {
  const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": aConnection() });
  const app = draw(<Workspace params={{ id: "c" }} />, server, "/connections/c");
  void app.session.load();
  const around = EARLY_PAGES[0]?.calls.slice(0, 4).map((call) => call.replace(":id", "c")) ?? [];
  await until(() => around.every((call) => server.calls.some(({ path }) => path === call)));
  expect(around).toHaveLength(4);
});
