import { beforeEach, describe, expect, it, vi } from "vitest";
import Orders from "../../../web/orders/orders-page";
import Order from "../../../web/orders/order-page";
import { orderOf, orders } from "../fake-api/fixture-orders.mjs";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const counts = {
  all: 2,
  waiting: 2,
  unsynced: 0,
  unfulfilled: 0,
  fulfilled: 0,
  cancelled: 0,
  platform: 0,
  archived: 1,
};

beforeEach(() => {
  localStorage.clear();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

const boxes = () => [...document.querySelectorAll<HTMLInputElement>("td input[type=checkbox]")];

describe("orders chosen in the list", () => {
  it("are put into the archive together, and the list is read anew", async () => {
    const rows = orders.slice(0, 2);
    const server = fakeServer({
      "GET /api/connections/:id/orders": { rows, next: null, counts, isMore: false },
      "POST /api/connections/:id/orders/archive": { moved: 1 },
    });
    const app = draw(inConnection(<Orders />, server), server, "/connections/c/orders");
    await until(() => boxes().length === 2);
    expect(document.querySelector('[href$="tab=archived"]')?.textContent).toContain("1");
    for (const box of boxes()) box.click();
    await until(() => text().includes("2 orders chosen"));
    expect(text()).not.toContain("Take out of the archive");
    button("Archive").click();
    await until(() => server.calls.some(({ method }) => method === "POST"));
    const sent = server.calls.find(({ method }) => method === "POST");
    expect(sent).toMatchObject({
      path: "/api/connections/c/orders/archive",
      body: { orderIds: rows.map(({ id }: { id: string }) => id), isArchived: true },
    });
    await until(() => !text().includes("chosen"));
    expect(app.said.value).toContain("1 order archived.");
  });

  it("are chosen no more where another tab is shown", async () => {
    const rows = orders.slice(0, 2).map((row, index) => ({ ...row, isArchived: index === 0 }));
    const server = fakeServer({
      "GET /api/connections/:id/orders": { rows, next: null, counts, isMore: false },
    });
    draw(inConnection(<Orders />, server), server, "/connections/c/orders");
    await until(() => boxes().length === 2);
    boxes()[0]?.click();
    await until(() => text().includes("Take out of the archive"));
    expect(text()).toContain("1 order chosen");
    document.querySelector<HTMLAnchorElement>('[href$="tab=archived"]')?.click();
    await until(() => !text().includes("chosen"));
    expect(boxes().some(({ checked }) => checked)).toBe(false);
  });
});

describe("an archived order's page", () => {
  it("says so, and brings it back", async () => {
    const order = { ...orderOf(orders[6]?.id ?? ""), isArchived: true };
    const server = fakeServer({
      "GET /api/connections/:id/orders/:orderId": order,
      "POST /api/connections/:id/orders/archive": { moved: 1 },
    });
    draw(inConnection(<Order params={{ orderId: order.id }} />, server), server);
    await until(() => text().includes("Take out of the archive"));
    expect(text()).toContain("Archived");
    button("Take out of the archive").click();
    await until(() => server.calls.some(({ method }) => method === "POST"));
    expect(server.calls.find(({ method }) => method === "POST")?.body).toEqual({
      orderIds: [order.id],
      isArchived: false,
    });
  });
});
