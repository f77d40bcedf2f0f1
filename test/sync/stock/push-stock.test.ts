import { describe, expect, it } from "vitest";
import type { SkuResult } from "../../../src/platforms/channel";
import {
  pushStock,
  type PushStockDeps,
  type SkuQuantity,
} from "../../../src/sync/stock/push-stock";

const REFUSED = { code: "tiktok.quantity_refused", message: "quantity must be at least 1" };

/** A channel that refuses zero, and what we remember of it. */
function listing(skus: SkuQuantity[], refuse: (quantity: number) => boolean = (q) => q === 0) {
  const log: string[] = [];
  let isPaused = false;
  const deps: PushStockDeps = {
    readQuantities: () => skus,
    markSending: (ids) => log.push(`sending ${ids.join("+")}`),
    recordSent: (id, quantity) => log.push(`sent ${id}=${quantity}`),
    isPaused: () => isPaused,
    setPaused: (_id, next) => {
      isPaused = next;
    },
    warehouseId: async () => "W1",
    channel: async () => ({
      setQuantities: async (_listing, _warehouse, changes) =>
        changes.map(({ channelSkuId, quantity }): SkuResult => {
          return refuse(quantity) ? { channelSkuId, error: REFUSED } : { channelSkuId };
        }),
      deactivateListings: async (ids) => ids.map((id) => (log.push("deactivate"), { id })),
      activateListings: async (ids) => ids.map((id) => (log.push("activate"), { id })),
    }),
  };
  return { deps, log, paused: () => isPaused };
}

const sku = (channelSkuId: string, quantity: number, isChanged = true): SkuQuantity => ({
  channelSkuId,
  quantity,
  isChanged,
});

describe("pushing stock", () => {
  it("writes the intent before the call and sends changed SKUs only", async () => {
    const { deps, log } = listing([sku("A", 3), sku("B", 5, false)]);
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=3"]);
  });

  it("takes a sold-out listing off sale where zero is refused, and puts back only what it took", async () => {
    const skus = [sku("A", 0), sku("B", 0)];
    const { deps, log, paused } = listing(skus);
    await pushStock(deps, "P1");
    expect(log.slice(1)).toEqual(["deactivate", "sent A=0", "sent B=0"]);
    expect(paused()).toBe(true);
    skus.splice(0, 2, sku("A", 4), sku("B", 0, false));
    log.length = 0;
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=4", "activate"]);
    expect(paused()).toBe(false);
  });

  it("leaves a listing on sale that somebody else paused or that still has stock", async () => {
    const { deps, log } = listing([sku("A", 4), sku("B", 0)]);
    await expect(pushStock(deps, "P1")).rejects.toMatchObject({
      remedy: "merchant",
      code: "tiktok.quantity_refused",
      facts: { skuIds: ["B"] },
    });
    expect(log).toEqual(["sending A+B", "sent A=4"]);
  });

  it("sends zero as zero where the channel takes it", async () => {
    const { deps, log } = listing([sku("A", 0)], () => false);
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=0"]);
  });
});
