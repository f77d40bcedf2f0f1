import { beforeEach, expect, it, vi } from "vitest";
import Activity from "../../../web/activity/activity-page";
import Categories from "../../../web/categories/categories-page";
import Connections from "../../../web/connections/connections-page";
import Health from "../../../web/health/health-page";
import Tasks from "../../../web/tasks/tasks-page";
import Products from "../../../web/catalogue/products-page";
import Home from "../../../web/home/home-page";
import MapProducts from "../../../web/mapping/map-page";
import Orders from "../../../web/orders/orders-page";
import Workspace from "../../../web/shell/workspace";
import { AROUND, EARLY_PAGES } from "../../../web/shell/early-pages";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { me } from "../support/account";
import { draw, fakeServer, until } from "../support/render";

const CONNECTION = "/connections/:id";
const PAGES: Readonly<Record<string, () => preact.JSX.Element>> = {
  [CONNECTION]: () => <Home />,
  [`${CONNECTION}/products`]: () => <Products />,
  [`${CONNECTION}/map`]: () => <MapProducts />,
  [`${CONNECTION}/categories`]: () => <Categories />,
  [`${CONNECTION}/orders`]: () => <Orders />,
  [`${CONNECTION}/tasks`]: () => <Tasks />,
  [`${CONNECTION}/activity`]: () => <Activity />,
  [`${CONNECTION}/health`]: () => <Health />,
  "/connections": () => <Connections />,
};
/** Asked by what is drawn around the pages. */
const ELSEWHERE = [...AROUND, `/api${CONNECTION}/attention`];

beforeEach(() => {
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

it.each(EARLY_PAGES.filter(({ path }) => path in PAGES))(
  "the page at $path asks first for what is fetched ahead of it",
  async ({ path, calls }) => {
    const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": aConnection() });
    const Page = PAGES[path];
    if (!Page) throw new Error(`no page at ${path}`);
    const app = draw(inConnection(<Page />, server), server, path.replace(":id", "c"));
    void app.session.load();
    const own = calls
      .filter((call) => !ELSEWHERE.includes(call))
      .map((call) => call.replace(":id", "c"));
    await until(() => own.every((call) => server.calls.some((asked) => asked.path === call)));
    expect(own).not.toEqual([]);
  },
);

it("and so does what is drawn around it", async () => {
  const server = fakeServer({ "GET /api/me": me, "GET /api/connections/:id": aConnection() });
  const app = draw(<Workspace params={{ id: "c" }} />, server, "/connections/c");
  void app.session.load();
  const around = ELSEWHERE.map((call) => call.replace(":id", "c"));
  await until(() => around.every((call) => server.calls.some(({ path }) => path === call)));
  expect(around).toHaveLength(3);
});
