import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OrderRow } from "../../../src/contract/orders";
import Orders from "../../../web/orders/orders-page";
import { ShipBy, shipByTone } from "../../../web/orders/ship-by";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text, until } from "../support/render";

const HOUR = 3_600_000;
const order: OrderRow = {
  id: "5761",
  channelState: "awaiting_shipment",
  tab: "unfulfilled",
  isArchived: false,
  kind: null,
  returned: null,
  sourceOrderId: "31",
  sourceReference: "XKBKNABJK",
  sourceOrderUrl: null,
  trackingNumber: null,
  totalMinor: 4271,
  currency: "GBP",
  buyerName: "Jo Doe",
  unitCount: 3,
  goods: { name: "Mug", imageUrl: "https://shop.example/7.jpg", units: 2 },
  problem: null,
  placedAt: 0,
  shipBy: null,
};
const counts = {
  all: 120,
  waiting: 0,
  unsynced: 0,
  unfulfilled: 120,
  fulfilled: 0,
  cancelled: 0,
  platform: 0,
  archived: 0,
};

beforeEach(() => {
  localStorage.clear();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("the list of orders", () => {
  it("is asked for in the order of its address, and says which of how many it shows", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ ...order, id: `576${index}` }));
    const server = fakeServer({
      "GET /api/connections/:id/orders": { rows, next: "place", counts, isMore: false },
    });
    draw(inConnection(<Orders />, server), server, "/connections/c/orders?sort=shipBy");
    await until(() => text().includes("1–50 of 120"));
    expect(server.calls.map(({ path }) => path)).toContain(
      "/api/connections/c/orders?tab=all&sort=shipBy",
    );
    const sorted = [...document.querySelectorAll("th[aria-sort]")].map((head) => head.textContent);
    expect(sorted).toEqual(["TikTok status"]);
  });
});

describe("a row of the list", () => {
  it("shows what was bought: its picture, how many, and that there is more", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/orders": { rows: [order], next: null, counts, isMore: false },
    });
    draw(inConnection(<Orders />, server), server, "/connections/c/orders");
    await until(() => text().includes("2 × Mug, and 1 more"));
    expect(document.querySelector("tbody img")?.getAttribute("src")).toBe(
      "https://shop.example/7.jpg",
    );
  });
});

describe("the time left to ship", () => {
  it("turns amber in the last day, red in the last hours and when it is over", () => {
    const tones = [30, 23, 5, -1].map((hours) => shipByTone(hours * HOUR, 0));
    expect(tones).toEqual(["plain", "warn", "bad", "bad"]);
  });

  it("is counted down in words", () => {
    const left = (hours: number) => {
      draw(<ShipBy shipBy={hours * HOUR} now={0} />, fakeServer({}));
      return text();
    };
    expect([left(30), left(5), left(-3)]).toEqual([
      "Ship tomorrow",
      "Ship in 5 hours",
      "Was to be shipped 3 hours ago",
    ]);
  });
});
