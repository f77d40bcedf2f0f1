/** Orders that were cancelled for lack of goods: told to each person once, and their products checked. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { saveOrder } from "../../../src/db/orders/orders";
import { listSoldVariants } from "../../../src/db/orders/oversold";
import { listing } from "../../../src/db/schema/listings";
import { projectRecord } from "../../../src/domain/orders/order-projection";
import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import { connectedMerchant, signUpMerchant, type Merchant } from "../../support/merchant";
import { simulatedWorld } from "../../support/simulated-world";
import { lineOf, orderOf, recordOf } from "../../support/order-builders";

const { db } = compose(env);
const NOW = Date.now();
let merchant: Merchant;
let id = "";

/** The ledger says that an order of these listings was cancelled for lack of goods. */
function cancelled(
  orderId: string,
  listings: string[],
  change: Partial<ChannelOrder> = {},
  { version = 1, savedAt = NOW } = {},
) {
  const lines = listings.map((channelProductId) =>
    lineOf({
      id: `${orderId}-${channelProductId}`,
      channelProductId,
      name: `Mug ${channelProductId}`,
    }),
  );
  const order = orderOf({
    id: orderId,
    state: "cancelled",
    isOversold: true,
    updatedAt: NOW - 60_000,
    lines,
    ...change,
  });
  const links = new Map([["S1", { productId: "8", variantId: "21" }]]);
  const projection = projectRecord(recordOf({ order, version }), [], links);
  return saveOrder(db, id, { ...projection, buyerKey: null }, savedAt);
}

const params = () => ({ id });
const read = () => merchant.call("GET /api/connections/:id/oversold", { params: params() });
const news = async () =>
  (await merchant.call("GET /api/connections/:id/attention", { params: params() })).oversold;
const acknowledge = (newest: number | null) =>
  merchant.call("POST /api/connections/:id/oversold/acknowledge", {
    params: params(),
    body: { newest: newest ?? 0 },
  });
/** After the clock has moved on: two moments of one millisecond have no order. */
const later = async (act: () => Promise<void>) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  await act();
};
const check = (channelProductId: string, isOutOfStock: boolean) =>
  merchant.call("POST /api/connections/:id/oversold/products/:channelProductId/check", {
    params: { id, channelProductId },
    body: { isOutOfStock },
  });

describe("oversold orders", () => {
  beforeEach(async () => {
    merchant = await signUpMerchant();
    const body = { name: "Shop", source: "prestashop", channel: "tiktok-shop" };
    id = (await merchant.call("POST /api/connections", { body })).id;
  });

  it("are those cancelled for lack of goods, of the last thirty days, whatever changes later", async () => {
    expect(await news()).toBe(0);
    expect(await read()).toEqual({ orders: [], products: [], newest: null, isSeen: true });
    await cancelled("5761", ["17", "18"]);
    await cancelled("5762", ["17"]);
    const { isOversold: _lacked, ...byBuyer } = orderOf({
      state: "cancelled",
      cancelledBy: "buyer",
    });
    await saveOrder(
      db,
      id,
      {
        ...projectRecord(recordOf({ order: { ...byBuyer, id: "5763" } }), [], new Map()),
        buyerKey: null,
      },
      NOW,
    );
    await cancelled("5764", ["19"], { updatedAt: NOW - 31 * 86_400_000 });
    await cancelled("5765", ["19"], { fulfilment: "channel" });
    await cancelled("5762", ["17"], { updatedAt: NOW }, { version: 2, savedAt: NOW + 1 });
    expect(await news()).toBe(2);
    const seen = await read();
    expect(seen.orders.map((order) => [order.id, order.at])).toEqual([
      ["5761", NOW - 60_000],
      ["5762", NOW - 60_000],
    ]);
    expect(seen.products).toMatchObject([
      { channelProductId: "17", units: 2, orders: 2, productId: "8", status: null },
      { channelProductId: "18", units: 1, orders: 1 },
    ]);
  });

  it("leave with the last of their products that a person looked at, and come back with new ones", async () => {
    await cancelled("5761", ["17", "18"]);
    const first = await check("17", false);
    expect(first.oversold.products.map((one) => one.channelProductId)).toEqual(["18"]);
    expect(first.oversold.orders).toMatchObject([{ id: "5761", titles: ["Mug 18"] }]);
    expect(await check("18", true)).toMatchObject({ taskId: null, oversold: { orders: [] } });
    expect(await news()).toBe(0);
    // TikTok cancelled it long before, and Weft learns of it only now.
    await later(() => cancelled("5762", ["17"], {}, { savedAt: Date.now() }));
    expect(await news()).toBe(1);
    await later(() => cancelled("5762", ["17"], {}, { version: 2, savedAt: Date.now() }));
    const sold = () => listSoldVariants(db, id, "17", Date.now());
    expect(await sold()).toEqual([{ productId: "8", variantId: "21" }]);
    expect((await check("17", false)).oversold.products).toEqual([]);
    expect(await sold()).toEqual([]);
    await later(() => cancelled("5762", ["17"], {}, { version: 3, savedAt: Date.now() }));
    expect(await news()).toBe(0);
    const noted = await merchant.call("GET /api/connections/:id/activity", {
      params: params(),
      query: {},
    });
    expect(noted.rows.filter(({ kind }) => kind === "order.oversold_checked")).toHaveLength(3);
  });

  it("are told until the person has read of them, and stay in the list", async () => {
    await cancelled("5761", ["17"]);
    const shown = await read();
    await cancelled("5760", ["17"], {}, { savedAt: NOW + 1 });
    const partly = await acknowledge(shown.newest);
    expect([partly.isSeen, partly.orders.length, await news()]).toEqual([false, 2, 1]);
    expect(partly.orders[0]?.id).toBe("5760");
    const answer = await acknowledge(partly.newest);
    expect([answer.isSeen, answer.orders.length, await news()]).toEqual([true, 2, 0]);
    await acknowledge(shown.newest);
    expect(await news()).toBe(0);
    const noted = await merchant.call("GET /api/connections/:id/activity", {
      params: params(),
      query: {},
    });
    expect(noted.rows.map(({ kind }) => kind)).toContain("order.oversold_acknowledged");
  });
});

it("takes a product that is out of stock off sale by a task", async () => {
  const connected = await connectedMerchant(simulatedWorld());
  merchant = connected.merchant;
  id = connected.connectionId;
  await db.insert(listing).values({
    connectionId: id,
    productId: "8",
    channelProductId: "17",
    status: "live",
    reasons: [],
    updatedAt: NOW,
  });
  await cancelled("5761", ["17"]);
  const { taskId, oversold } = await check("17", true);
  expect(oversold.products).toEqual([]);
  const task = await merchant.call("GET /api/connections/:id/tasks/:taskId", {
    params: { id, taskId: taskId ?? "" },
    query: {},
  });
  expect(task.kind).toBe("change-listing-state");
});
