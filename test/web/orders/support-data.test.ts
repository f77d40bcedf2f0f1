import { expect, it } from "vitest";
import { supportData } from "../../../web/orders/support-data";
import { orderOf, orders } from "../fake-api/fixture-orders.mjs";

it("gives support what is known of an order, and nothing of its buyer", () => {
  const order = orderOf(orders[3]?.id ?? "");
  const address = { name: "Jo Doe", lines: ["1 High Street", "N1 9GU London"], remarks: [] };
  const text = supportData({ ...order, buyerName: "Jo Doe", address });
  expect(text).not.toMatch(/Jo Doe|High Street|London/);
  expect(JSON.parse(text)).toMatchObject({ id: order.id, hasAddress: true, sum: order.sum });
});
