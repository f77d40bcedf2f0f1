import { expect, it } from "vitest";
import { whyMissed } from "../../../src/domain/orders/missed-order";
import { orderOf } from "../../support/order-builders";

const AT = { connectedAt: 1_000, isLetGo: false };
const why = (change: Parameters<typeof orderOf>[0], terms = AT) =>
  whyMissed(orderOf(change), terms);

it("says of each order that the store lacks why it is left out", () => {
  expect(why({ state: "awaiting_shipment" })).toBe("due");
  expect(why({ state: "partially_shipped" })).toBe("due");
  expect(why({ state: "unpaid" })).toBe("unpaid");
  expect(why({ state: "on_hold" })).toBe("on_hold");
  expect(why({ state: "cancelled", fulfilment: "channel" })).toBe("cancelled");
  expect(why({ state: "awaiting_shipment", fulfilment: "channel" })).toBe("platform");
});

it("leaves orders out that were sent before the connection, or that the ledger let go", () => {
  expect(why({ state: "completed", createdAt: 1, paidAt: 999 })).toBe("older");
  expect(why({ state: "in_transit", createdAt: 1, paidAt: 1_001 })).toBe("due");
  const known = { ...AT, isLetGo: true };
  expect(why({ state: "delivered", createdAt: 2_000, paidAt: 2_001 }, known)).toBe("sent");
});
