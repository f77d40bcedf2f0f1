import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderRow } from "../../../src/contract/orders";
import Orders from "../../../web/orders/orders-page";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text, until } from "../support/render";

const NOW = Date.now();
const HOUR_MS = 3_600_000;
const row = (id: string, change: Partial<OrderRow> = {}): OrderRow => ({
  id,
  channelState: "awaiting_shipment",
  tab: "unfulfilled",
  isArchived: false,
  kind: null,
  returned: null,
  sourceOrderId: null,
  sourceReference: null,
  sourceOrderUrl: null,
  trackingNumber: null,
  totalMinor: 4271,
  currency: "GBP",
  buyerName: "Jo Doe",
  unitCount: 1,
  goods: null,
  problem: null,
  placedAt: NOW - HOUR_MS,
  shipBy: NOW + HOUR_MS,
  ...change,
});
const counts = {
  all: 3,
  waiting: 0,
  unsynced: 0,
  unfulfilled: 2,
  fulfilled: 1,
  cancelled: 0,
  platform: 0,
  archived: 0,
};
const figures = {
  late: 3,
  today: 5,
  orders: 100,
  cancelled: 1,
  dispatched: 200,
  dispatchedLate: 9,
};

// What loads late is at hand, however busy the machine is.
beforeAll(() => import("../../../web/orders/dispatch-card"));

beforeEach(() => {
  localStorage.clear();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

function drawOrders(dispatch: typeof figures, path = "/connections/c/orders") {
  const rows = [
    row("5761"),
    row("5762"),
    row("5763", { channelState: "in_transit" }),
    row("5764", { tab: "platform" }),
  ];
  const server = fakeServer({
    "GET /api/connections/:id/orders": { rows, next: null, counts, isMore: false },
    "GET /api/connections/:id/dispatch": dispatch,
  });
  draw(inConnection(<Orders />, server), server, path);
  return server;
}
const boxes = () => [...document.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")];

describe("the dispatch clock", () => {
  it("says what is late and due today, with its list, and how near the limits are", async () => {
    drawOrders(figures);
    await until(() => text().includes("3 orders late"));
    const hrefs = [...document.querySelectorAll(".dispatch a")].map((one) =>
      one.getAttribute("href"),
    );
    expect(hrefs).toEqual([
      "/connections/c/orders?due=late&sort=shipBy",
      "/connections/c/orders?due=today&sort=shipBy",
    ]);
    expect(text()).toContain("1% of at most 2.5% within the limit");
    expect(text()).toContain("4.5% of at most 4% over the limit");
  });

  it("shows the rate after ticked orders were cancelled, of what is not sent", async () => {
    drawOrders(figures);
    await until(() => boxes().length === 4 && text().includes("3 orders late"));
    expect(text()).not.toContain("cancelled: ");
    for (const box of boxes()) box.click();
    await until(() => text().includes("With 2 orders cancelled: 3% of at most 2.5%"));
    boxes()[0]?.click();
    await until(() => text().includes("With 1 order cancelled: 2% of at most 2.5%"));
  });

  it("asks for the list that the address names, and leaves it", async () => {
    const server = drawOrders(figures, "/connections/c/orders?due=late");
    await until(() => text().includes("Show all orders"));
    expect(server.calls.map(({ path }) => path)).toContain(
      "/api/connections/c/orders?tab=all&due=late",
    );
  });

  it("is not there where there is nothing to tell", async () => {
    const none = { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
    const server = drawOrders(none);
    await until(() => server.calls.some(({ path }) => path.endsWith("/dispatch")));
    await until(() => text().includes("5761"));
    expect(document.querySelector(".dispatch")).toBeNull();
  });

  it("stays while the list is one of its own, to lead out of it", async () => {
    const none = { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
    drawOrders(none, "/connections/c/orders?due=late");
    await until(() => text().includes("Show all orders"));
  });
});
