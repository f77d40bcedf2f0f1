import { beforeEach, describe, expect, it, vi } from "vitest";
import OversoldBanner from "../../../web/oversold/oversold-banner";
import { oversoldNews } from "../fake-api/fixture-home.mjs";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const NONE = { orders: [], products: [], newest: null, isSeen: true };

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
});

const drawn = (answers: Parameters<typeof fakeServer>[0], count = 2) => {
  const server = fakeServer({ "GET /api/connections/:id/oversold": oversoldNews, ...answers });
  draw(inConnection(<OversoldBanner count={count} />, server), server);
  return server;
};

describe("the banner of oversold orders", () => {
  it("is not there without news", () => {
    drawn({}, 0);
    expect(text()).toBe("");
  });

  it("goes for the person who has read it", async () => {
    const server = drawn({ "POST /api/connections/:id/oversold/acknowledge": NONE });
    expect(text()).toContain("2 orders were cancelled because products were not available.");
    button("I have read this").click();
    await until(() => server.calls.some(({ method }) => method === "POST"));
    expect(server.calls.at(-1)?.path).toBe("/api/connections/c/oversold/acknowledge");
  });
});

describe("its details", () => {
  it("show orders and products, lead to TikTok Shop, and take a product off sale", async () => {
    const path = "POST /api/connections/:id/oversold/products/:channelProductId/check";
    const server = drawn({ [path]: { taskId: "t1", oversold: NONE } });
    button("View details").click();
    await until(() => text().includes("Cancelled orders (2)"));
    const order = document.querySelector<HTMLAnchorElement>(".oversold-list a");
    expect(order?.pathname).toBe("/connections/c/orders/577087614418521006");
    const [orders, products] = document.querySelectorAll<HTMLElement>("[role=tab]");
    expect([orders?.tabIndex, products?.tabIndex]).toEqual([0, -1]);
    orders?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    await until(() => text().includes("2 units in 2 cancelled orders"));
    expect(products?.getAttribute("aria-selected")).toBe("true");
    expect(text()).toContain("PrestaShop counts 0");
    expect(text()).toContain("No product of your store stands for this listing.");
    expect(document.querySelector('[href*="seller-uk"]')?.getAttribute("target")).toBe("_blank");
    button("Yes, take it off sale").click();
    await until(() => text().includes("Nothing is left to check."));
    expect(server.calls.at(-1)).toMatchObject({
      path: "/api/connections/c/oversold/products/17291/check",
      body: { isOutOfStock: true },
    });
  });
});
