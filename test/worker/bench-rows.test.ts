/** The rows of the bench fit the database as it is now, and pages read them. */
import { expect, it } from "vitest";
import { fillShop } from "../../bench/large-shop";
import { signUpMerchant } from "../support/merchant";

it("the bench fills a shop of today", async () => {
  const { call } = await signUpMerchant();
  const body = { name: "Shop", source: "prestashop", channel: "tiktok-shop" } as const;
  const { id } = await call("POST /api/connections", { body });
  await fillShop(id, 4);
  const products = await call("GET /api/connections/:id/products", { params: { id } });
  const orders = await call("GET /api/connections/:id/orders", { params: { id } });
  expect([products.rows.length, orders.rows.length]).toEqual([4, 4]);
});
