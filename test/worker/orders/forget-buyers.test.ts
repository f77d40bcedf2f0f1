/** Buyers' data end with the order, in every place that held them; figures stay. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { forgetWhatIsOver } from "../../../src/tasks/forget";
import { liveSku, merchantWithListings, readOrder } from "../../support/merchant-with-listings";
import { until, type ConnectedMerchant } from "../../support/merchant";

const DAY = 86_400_000;

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());
async function endedOrder(connected: ConnectedMerchant): Promise<string> {
  const { world } = connected;
  const { skuId } = await liveSku(connected);
  const orderId = world.tiktok.placeOrder({
    lines: [{ skuId, quantity: 1 }],
    shippingFee: "2.99",
    status: "AWAITING_SHIPMENT",
  });
  await world.tick();
  await until(async () => {
    const order = await readOrder(connected, orderId).catch(() => undefined);
    return order?.sourceOrderId ?? undefined;
  }, "the order to reach the store");
  return orderId;
}

/** Ends the order in both places as the channel would have long ago. */
async function endLongAgo({ connectionId }: ConnectedMerchant, orderId: string, days: number) {
  const at = Date.now() - days * DAY;
  await env.DB.prepare(
    `UPDATE sales_order SET channel_state = 'delivered', body = json_set(body, '$.state', 'delivered',
      '$.updatedAt', ?) WHERE connection_id = ? AND channel_order_id = ?`,
  )
    .bind(at, connectionId, orderId)
    .run();
}

/** Everything that is stored of an order, as text. */
async function storedOf({ connectionId }: ConnectedMerchant, orderId: string): Promise<string> {
  const rows: unknown[] = [];
  for (const table of ["sales_order", "order_entry", "sales_line"])
    rows.push(
      (
        await env.DB.prepare(`SELECT * FROM ${table} WHERE channel_order_id = ?`)
          .bind(orderId)
          .all()
      ).results,
    );
  rows.push((await env.DB.prepare("SELECT * FROM task_item").all()).results);
  rows.push((await env.DB.prepare("SELECT * FROM problem").all()).results);
  await runInDurableObject(env.LEDGER.getByName(connectionId), (_ledger, state) => {
    for (const table of ["order_record", "order_story", "outbox", "note"])
      rows.push(state.storage.sql.exec(`SELECT * FROM ${table}`).toArray());
  });
  return JSON.stringify(rows);
}

describe("the buyer of an ended order", () => {
  it("is forgotten in the read model, the ledger, tasks and exports when the days are over", async () => {
    const connected = await merchantWithListings();
    const { merchant, connectionId } = connected;
    const orderId = await endedOrder(connected);
    const services = compose(env);
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    const name = (await readOrder(connected, orderId)).buyerName;
    expect(name).not.toBe("");
    await endLongAgo(connected, orderId, 59);
    await forgetWhatIsOver(services, hour);
    expect((await readOrder(connected, orderId)).buyerName).toBe(name);
    const held = await personalTexts(orderId);
    expect(held.length).toBeGreaterThan(3);
    const before = await storedOf(connected, orderId);
    for (const text of held) expect(before).toContain(text);
    await endLongAgo(connected, orderId, 61);
    const { totalMinor } = await readOrder(connected, orderId);
    await forgetWhatIsOver(services, hour + 1);
    const after = await storedOf(connected, orderId);
    for (const text of held) expect(after).not.toContain(text);
    const order = await readOrder(connected, orderId);
    expect(order).toMatchObject({ buyerName: "", totalMinor });
    const file = await merchant.send("GET /api/connections/:id/export", {
      params: { id: connectionId },
    });
    const text = await file.text();
    for (const one of held) expect(text).not.toContain(one);
  });

  it("is not brought back when the channel tells of the order once more", async () => {
    const connected = await merchantWithListings();
    const { merchant, world, connectionId } = connected;
    const orderId = await endedOrder(connected);
    await endLongAgo(connected, orderId, 1);
    const held = await personalTexts(orderId);
    const params = { id: connectionId, orderId };
    const forgotten = await merchant.call(
      "POST /api/connections/:id/orders/:orderId/forget-buyer",
      { params, body: {} },
    );
    expect(forgotten.buyerName).toBe("");
    world.tiktok.buyerCancels(orderId);
    await world.tick();
    await until(async () => {
      const order = await readOrder(connected, orderId);
      return order.hasCancelRequest || undefined;
    }, "the buyer's request to be seen");
    const after = await storedOf(connected, orderId);
    for (const text of held) expect(after).not.toContain(text);
  });

  it("is needed while the order has not ended", async () => {
    const connected = await merchantWithListings();
    const { merchant, connectionId } = connected;
    const orderId = await endedOrder(connected);
    const answer = await merchant.send("POST /api/connections/:id/orders/:orderId/forget-buyer", {
      params: { id: connectionId, orderId },
      body: {},
    });
    expect(answer.status).toBe(422);
  });
});

/** What names the buyer or leads to them: all of buyer and address that is long enough to be searched for. */
async function personalTexts(orderId: string): Promise<string[]> {
  const row = await env.DB.prepare("SELECT body FROM sales_order WHERE channel_order_id = ?")
    .bind(orderId)
    .first<{ body: string }>();
  const { buyer, address } = JSON.parse(row?.body ?? "{}") as Record<string, object>;
  return [...Object.values(buyer ?? {}), ...Object.values(address ?? {})].filter(
    (text: unknown): text is string => typeof text === "string" && text.length > 4,
  );
}
