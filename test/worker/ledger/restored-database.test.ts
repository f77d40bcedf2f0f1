/** The drill of a database that was set back: what only the ledgers and the shops still know comes back, once. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { liveSku, merchantWithListings, readOrder } from "../../support/merchant-with-listings";
import { rowsOf, until } from "../../support/merchant";

it("shows every order again after its rows are gone, takes its listing over, and makes nothing twice", async () => {
  const connected = await merchantWithListings();
  const { world, merchant, connectionId: id } = connected;
  const { skuId, productId } = await liveSku(connected);
  const orderId = world.tiktok.placeOrder({ lines: [{ skuId, quantity: 2 }], shippingFee: "2.99" });
  await world.tick();
  const order = await until(async () => {
    const found = await readOrder(connected, orderId).catch(() => undefined);
    return found?.sourceOrderId ? found : undefined;
  }, "the order to reach the store");
  const listingOf = async () => {
    const { rows } = await merchant.call("GET /api/connections/:id/products", {
      params: { id },
      query: { tab: "all" },
    });
    return rows.find((row) => row.id === productId)?.channelProductId ?? null;
  };
  const listing = await listingOf();
  expect(listing).not.toBeNull();
  const shops = () => ({
    orders: world.prestashop8.orders().length,
    listings: world.storage.list("tts:product").length,
  });
  const before = shops();

  const gone = ["order_entry", "sales_line", "sales_order"];
  for (const table of gone)
    await env.DB.prepare(`DELETE FROM ${table} WHERE connection_id = ?`).bind(id).run();
  for (const table of ["offer", "listing"])
    await env.DB.prepare(`DELETE FROM ${table} WHERE connection_id = ? AND product_id = ?`)
      .bind(id, productId)
      .run();
  await expect(readOrder(connected, orderId)).rejects.toThrow();

  const of = { everything: true } as const;
  await merchant.call("POST /api/connections/:id/replay", { params: { id }, body: { of } });
  const shown = await until(
    () => readOrder(connected, orderId).catch(() => undefined),
    "the order to be shown again",
  );
  expect(shown).toMatchObject({ sourceOrderId: order.sourceOrderId, totalMinor: order.totalMinor });
  expect(shown.timeline.map(({ kind }) => kind)).toEqual(order.timeline.map(({ kind }) => kind));
  const { replay } = await merchant.call("GET /api/connections/:id/replay", { params: { id } });
  expect(replay).toMatchObject({ isDone: true, changed: [] });

  const journalOf = async (query: { subject: string }) =>
    (await merchant.call("GET /api/connections/:id/journal", { params: { id }, query })).rows;
  const events = (await journalOf({ subject: orderId })).filter(({ kind }) => kind === "event");
  expect(events.at(-1)?.body).toContain(`"order_id":"${orderId}"`);
  const pushed = await journalOf({ subject: `product:${productId}` });
  expect(pushed.some(({ what }) => /^(POST|PUT) \/product\//.test(what))).toBe(true);

  const body = { selection: { ids: [productId] } };
  const push = await merchant.call("POST /api/connections/:id/push", { params: { id }, body });
  await connected.finished(push.taskId);
  expect(await listingOf()).toBe(listing);
  expect(shops()).toEqual(before);
  expect(await rowsOf("SELECT 1 FROM sales_order WHERE connection_id = ?", id)).toHaveLength(1);
}, 120_000);
