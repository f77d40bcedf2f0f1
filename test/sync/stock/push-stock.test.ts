import { describe, expect, it } from "vitest";
import type { SkuResult } from "../../../src/platforms/channel";
import type { ListingStatus } from "../../../src/platforms/channel-listing";
import type { PauseCause } from "../../../src/domain/stock/listing-pause";
import {
  pushStock,
  type PushStockDeps,
  type SkuQuantity,
} from "../../../src/sync/stock/push-stock";

const REFUSED = { code: "tiktok.quantity_refused", message: "quantity must be at least 1" };
const MOVE_REFUSED = { code: "tiktok.status_refused", message: "not in its current status" };

/** A channel that refuses zero, and what we remember of it. */
function listing(skus: SkuQuantity[], refuse: (quantity: number) => boolean = (q) => q === 0) {
  const log: string[] = [];
  const known = {
    pause: null as PauseCause | null,
    taking: null as PauseCause | null,
    isLow: false,
    isWithdrawn: false,
  };
  /** What the channel shows while it refuses to move the listing. */
  const stuck: { at?: ListingStatus } = {};
  const move = (ids: readonly string[], what: string) =>
    ids.map((id) => (log.push(what), stuck.at ? { id, error: MOVE_REFUSED } : { id }));
  const deps: PushStockDeps = {
    readQuantities: () => ({
      skus,
      isSoldOut: skus.every(({ quantity }) => quantity === 0),
      isLow: known.isLow,
      isWithdrawn: known.isWithdrawn,
      hasEmptySku:
        skus.some(({ quantity }) => quantity === 0) && skus.some(({ quantity }) => quantity > 0),
    }),
    markSending: (ids) => log.push(`sending ${ids.join("+")}`),
    recordSent: (id, quantity) => log.push(`sent ${id}=${quantity}`),
    readPause: () => known.pause,
    readTaking: () => known.taking,
    markTaking: (_id, cause) => {
      known.taking = cause;
    },
    recordPause: (_id, cause) => {
      known.taking = null;
      known.pause = cause;
    },
    warehouseId: async () => "W1",
    channel: async () => ({
      setQuantities: async (_listing, _warehouse, changes) =>
        changes.map(({ channelSkuId, quantity }): SkuResult => {
          return refuse(quantity) ? { channelSkuId, error: REFUSED } : { channelSkuId };
        }),
      deactivateListings: async (ids) => move(ids, "deactivate"),
      activateListings: async (ids) => move(ids, "activate"),
      readListing: async (id) =>
        stuck.at && {
          channelProductId: id,
          status: stuck.at,
          rawStatus: "",
          reasons: [],
          skus: [],
        },
    }),
  };
  return { deps, log, known, stuck };
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
    const { deps, log, known } = listing(skus);
    await pushStock(deps, "P1");
    expect(log.slice(1)).toEqual(["deactivate", "sent A=0", "sent B=0"]);
    expect(known.pause).toBe("stock");
    skus.splice(0, 2, sku("A", 4), sku("B", 3));
    log.length = 0;
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A+B", "sent A=4", "sent B=3", "activate"]);
    expect(known.pause).toBeNull();
  });

  it("takes a listing off sale for one empty SKU that the channel would go on selling", async () => {
    const skus = [sku("A", 4), sku("B", 0)];
    const { deps, log, known } = listing(skus);
    expect(await pushStock(deps, "P1")).toEqual(["B"]);
    expect(log).toEqual(["sending A+B", "sent A=4", "deactivate", "sent B=0"]);
    expect(known.pause).toBe("empty_sku");
    skus.splice(0, 2, sku("A", 3), sku("B", 0, false));
    log.length = 0;
    expect(await pushStock(deps, "P1")).toEqual(["B"]);
    expect(log).toEqual(["sending A", "sent A=3"]);
    skus.splice(0, 2, sku("A", 3, false), sku("B", 2));
    log.length = 0;
    expect(await pushStock(deps, "P1")).toEqual([]);
    expect(log).toEqual(["sending B", "sent B=2", "activate"]);
    expect(known.pause).toBeNull();
  });

  it("does not put a sold-out listing back while one of its SKUs stays empty", async () => {
    const { deps, log, known } = listing([sku("A", 4), sku("B", 0, false)]);
    known.pause = "stock";
    expect(await pushStock(deps, "P1")).toEqual(["B"]);
    expect(log).toEqual(["sending A+B", "sent A=4", "deactivate", "sent B=0"]);
    expect(known.pause).toBe("empty_sku");
  });

  it("takes what the store does not sell off sale at once, and puts it back", async () => {
    const skus = [sku("A", 0)];
    const { deps, log, known } = listing(skus);
    known.isWithdrawn = true;
    await pushStock(deps, "P1");
    expect(log).toEqual(["deactivate", "sending A", "sent A=0"]);
    expect(known.pause).toBe("withdrawn");
    skus.splice(0, 1, sku("A", 5));
    known.isWithdrawn = false;
    log.length = 0;
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=5", "activate"]);
  });

  it("sends zero as zero where the channel takes it", async () => {
    const { deps, log } = listing([sku("A", 0)], () => false);
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=0"]);
  });

  it("takes a low listing off sale before its quantities go out, and puts it back by itself", async () => {
    const skus = [sku("A", 2), sku("B", 9, false)];
    const { deps, log, known } = listing(skus);
    known.isLow = true;
    await pushStock(deps, "P1");
    expect(log).toEqual(["deactivate", "sending A", "sent A=2"]);
    expect(known.pause).toBe("threshold");
    skus.splice(0, 1, sku("A", 6));
    known.isLow = false;
    log.length = 0;
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "sent A=6", "activate"]);
  });

  it("does not take over a listing somebody else took off sale", async () => {
    const { deps, log, known } = listing([sku("A", 0)]);
    known.pause = "merchant";
    await pushStock(deps, "P1");
    expect(log).toEqual(["sending A", "deactivate", "sent A=0"]);
    expect(known.pause).toBe("merchant");
  });

  it("is off sale again when the merchant took it off while it was put back", async () => {
    const { deps, log, known } = listing([sku("A", 4)]);
    known.pause = "stock";
    const channel = await deps.channel();
    deps.channel = async () => ({
      ...channel,
      activateListings: async (ids) => {
        known.pause = "merchant";
        return channel.activateListings(ids);
      },
    });
    await pushStock(deps, "P1");
    expect(log.slice(1)).toEqual(["sent A=4", "activate", "deactivate"]);
    expect(known.pause).toBe("merchant");
  });

  it("tries again to put a listing back when only that had failed", async () => {
    const { deps, log, known } = listing([sku("A", 4, false)]);
    known.pause = "stock";
    await pushStock(deps, "P1");
    expect(log).toEqual(["activate"]);
  });

  it("takes a listing for off sale that the channel refuses to take off because it is", async () => {
    const { deps, known, stuck } = listing([sku("A", 0)]);
    stuck.at = "paused";
    await pushStock(deps, "P1");
    expect(known.pause).toBe("stock");
  });

  it("takes a listing for on sale that the channel refuses to put back because it is", async () => {
    const { deps, known, stuck } = listing([sku("A", 3)]);
    known.pause = "stock";
    for (const status of ["live", "in_review"] as const) {
      stuck.at = status;
      await pushStock(deps, "P1");
      expect(known.pause).toBeNull();
    }
  });

  it("tries again while what the channel shows does not explain its refusal", async () => {
    const { deps, known, stuck } = listing([sku("A", 0)]);
    for (const [status, remedy] of [
      ["live", "retry"],
      ["in_review", "retry"],
      ["blocked", "merchant"],
    ] as const) {
      stuck.at = status;
      await expect(pushStock(deps, "P1")).rejects.toMatchObject({
        remedy,
        code: "tiktok.status_refused",
      });
      expect(known.pause).toBeNull();
    }
  });
});
