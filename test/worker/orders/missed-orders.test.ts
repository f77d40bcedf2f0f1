/** Orders of a time that the store does not have: listed with why, and made by a task on request. */
import { expect, it } from "vitest";
import { liveSku, merchantWithListings } from "../../support/merchant-with-listings";

it("lists what the store lacks of a time, each with why, and syncs what can be synced", async () => {
  const connected = await merchantWithListings();
  const { merchant, connectionId: id, world, finished } = connected;
  const { skuId } = await liveSku(connected);
  const place = (change: object) =>
    world.tiktok.placeOrder({
      lines: [{ skuId, quantity: 1 }],
      shippingFee: "2.99",
      status: "AWAITING_SHIPMENT",
      ...change,
    });
  const from = Date.now() - 60_000;
  // No event of them is delivered: the world does not tick.
  const missed = place({});
  const whys = new Map([
    [missed, "due"],
    [place({ status: "UNPAID" }), "unpaid"],
    [place({ status: "ON_HOLD" }), "on_hold"],
    [place({ status: "CANCELLED" }), "cancelled"],
    [place({ isFulfilledByTikTok: true }), "platform"],
  ]);
  const params = { id };
  const query = { from, before: Date.now() + 60_000 };
  const list = (time = query) =>
    merchant.call("GET /api/connections/:id/missed-orders", { params, query: time });
  const { rows, next } = await list();
  expect(new Map(rows.map((row) => [row.id, row.why]))).toEqual(whys);
  expect(next).toBeNull();
  const left = [...whys.keys()][1] ?? "";
  const { taskId } = await merchant.call("POST /api/connections/:id/missed-orders", {
    params,
    body: { orderIds: [missed, missed, left] },
  });
  const task = await finished(taskId);
  expect(task).toMatchObject({ kind: "sync-missed-orders", total: 2 });
  expect(new Map(task.items.map((item) => [item.key, [item.state, item.reasons]]))).toEqual(
    new Map([
      [missed, ["done", []]],
      [left, ["skipped", [{ code: "order.not_due", facts: {} }]]],
    ]),
  );
  const after = await list();
  expect(after.rows.map((row) => row.id)).not.toContain(missed);
  expect(after.inStore).toBe(1);
  await expect(list({ from, before: from })).rejects.toThrow(/orders.window_invalid/);
  await expect(list({ from: 1, before: Date.now() })).rejects.toThrow(/orders.window_invalid/);
});
