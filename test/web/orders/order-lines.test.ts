import { describe, expect, it } from "vitest";
import type { OrderDetail } from "../../../src/contract/orders";
import { groupLines } from "../../../web/orders/order-lines";

const line = (id: string, change: Partial<OrderDetail["lines"][number]> = {}) => ({
  id,
  name: "Mug",
  variantName: "",
  sellerSku: "mug",
  imageUrl: null,
  priceMinor: 990,
  isLinked: true,
  productId: "7",
  isCancelled: false,
  channelSkuId: "17",
  needsVariant: false,
  ...change,
});

describe("the lines of an order", () => {
  it("show units that do not differ as one, and those that do apart", () => {
    const lines = [
      line("a"),
      line("b"),
      line("c", { isCancelled: true }),
      line("d", { priceMinor: 1 }),
    ];
    expect(groupLines(lines).map(({ line: { id }, units }) => [id, units])).toEqual([
      ["a", 2],
      ["c", 1],
      ["d", 1],
    ]);
  });
});
