import { expect, it } from "vitest";
import { projectRecord } from "../../../src/domain/orders/order-projection";
import { NO_FULFILMENT, type OrderRecord } from "../../../src/domain/orders/order-record";
import { IMPORTED, orderOf, recordOf } from "../../support/order-builders";

const oversoldAt = (change: Partial<OrderRecord>) => {
  const order = orderOf({ state: "cancelled", isOversold: true, updatedAt: 5_000_000 });
  return projectRecord(recordOf({ order, ...change }), [], new Map()).oversoldAt;
};

it("is no oversold order where Weft asked for the cancellation, unless the store was short", () => {
  const fulfilment = { ...NO_FULFILMENT, isCancelled: true, channelCancelAskedAt: 4_000_000 };
  const lacked = (short: number[]) => ({
    ...IMPORTED,
    storeOrder: {
      transport: "module" as const,
      figures: { productsMinor: 0, shippingMinor: 0, discountMinor: 0, totalMinor: 0, taxes: [] },
      oversold: short.map((count) => ({ productId: "8", variantId: "0", short: count })),
    },
  });
  expect(oversoldAt({})).toBe(5_000_000);
  expect(oversoldAt({ fulfilment })).toBeNull();
  expect(oversoldAt({ fulfilment, importState: lacked([]) })).toBeNull();
  expect(oversoldAt({ fulfilment, importState: lacked([1]) })).toBe(5_000_000);
});
