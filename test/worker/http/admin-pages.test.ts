/** Pages of the store's back office: linked once a merchant told its address, and only in the store. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import type { Answer } from "../../../src/contract/contract";
import { product } from "../../../src/db/schema/catalogue";
import { salesOrder } from "../../../src/db/schema/orders";
import {
  order,
  orderRow,
  productRow,
  shop,
  sourceProduct,
  type Orders,
} from "../../support/page-rows";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

it("orders and products lead to the back office that a merchant told, on the store's host alone", async () => {
  const { harness, person, id } = await shop();
  const { db } = harness.services;
  await db
    .insert(product)
    .values([
      productRow(id, sourceProduct("7")),
      productRow(id, sourceProduct("8"), { deletedAt: 1 }),
    ]);
  const inStore = { sourceOrderId: "31", sourceReference: "XKBKNABJK" };
  await db
    .insert(salesOrder)
    .values([orderRow(id, order("57"), inStore), orderRow(id, order("58"))]);
  const path = `/api/connections/${id}`;
  const links = async () => {
    const { body } = await person.send<Orders>("GET", `${path}/orders`);
    const read = async (productId: string) =>
      (
        await person.send<Answer<"GET /api/connections/:id/products/:productId">>(
          "GET",
          `${path}/products/${productId}`,
        )
      ).body.sourceProductUrl;
    const orders = Object.fromEntries(body.rows.map((row) => [row.id, row.sourceOrderUrl]));
    return { orders, live: await read("7"), gone: await read("8") };
  };
  expect(await links()).toEqual({ orders: { 57: null, 58: null }, live: null, gone: null });

  const store = new URL((await person.send<{ sourceUrl: string }>("GET", path)).body.sourceUrl);
  const save = (adminUrl: string | null) =>
    person.send<{ error: { code: string }; settings: { adminUrl: string } }>(
      "PATCH",
      `${path}/settings`,
      { settings: { adminUrl }, seenVersion: 0 },
    );
  const refused = await save("https://elsewhere.example/admin1");
  expect([refused.status, refused.body.error.code]).toEqual([422, "store.admin_url_invalid"]);
  const saved = await save(`${store.origin}/admin1/index.php/sell/orders/?_token=SECRET`);
  expect(saved.body.settings.adminUrl).toBe(`${store.origin}/admin1`);
  const { orders, live, gone } = await links();
  expect(orders).toEqual({ 57: expect.stringContaining("id_order=31"), 58: null });
  expect([live?.startsWith(`${store.origin}/admin1/`), gone]).toEqual([true, null]);

  const report = (adminPath: string) =>
    env.DB.prepare("UPDATE connection SET source_shop = json_set(source_shop, '$.adminPath', ?)")
      .bind(adminPath)
      .run();
  await report("/renamed2");
  const renamed = await links();
  expect(renamed.live).toMatch(new RegExp(`^${store.origin}/renamed2/`));
  expect(renamed.orders[57]).toMatch(new RegExp(`^${store.origin}/renamed2/`));
  const { body } = await person.send<{ adminUrl: string | null }>("GET", path);
  expect(body.adminUrl).toBe(`${store.origin}/renamed2`);
});
