/** Mapping of one listing, step by step: twice, at once, and broken off between any two calls. */
import { describe, expect, it } from "vitest";
import type { ListingRecord } from "../../../src/domain/listings/listing-record";
import { USUAL_RULE } from "../../../src/domain/stock/product-rule";
import type { ListingContent } from "../../../src/platforms/channel-content";
import { mapListing, type MapListingDeps } from "../../../src/sync/listings/map-listing";
import { product } from "../../support/listing-inputs";

const NOW = Date.UTC(2026, 10, 24);
const OWN = "warehouse-1";

/** A shop with one listing and a store with one product; `dieAt`: the how-manieth call breaks off. */
function shops(change: { elsewhere?: number; listed?: string; isPushed?: boolean } = {}) {
  const body = product();
  const [variant] = body.variants;
  const listing: Pick<ListingRecord, "channelProductId" | "intentKey"> & { until: number } = {
    channelProductId: change.listed ?? null,
    intentKey: null,
    until: 0,
  };
  const sku = {
    channelSkuId: "sku-1",
    sellerSku: "A",
    options: [],
    price: { minor: 900, currency: "GBP" },
    stock: [
      { warehouseId: OWN, quantity: 4 },
      { warehouseId: "warehouse-2", quantity: change.elsewhere ?? 0 },
    ],
    isOnSale: true,
  };
  const content = {
    channelProductId: "l-1",
    status: "live",
    skus: [sku],
  } as unknown as ListingContent;
  let proposal: Awaited<ReturnType<MapListingDeps["unmapped"]["find"]>> = {
    productId: body.id,
    confidence: "sure",
    isHidden: false,
    pairs: [{ channelSkuId: "sku-1", variantId: variant?.id ?? "" }],
  };
  const state = {
    bound: [] as unknown[],
    rules: [] as unknown[],
    dieAt: 0,
    calls: 0,
    now: NOW,
    ids: 0,
  };
  const step = async <T>(answer: () => T): Promise<T> => {
    state.calls += 1;
    if (state.calls === state.dieAt) throw new Error("broken off");
    return answer();
  };
  const deps: MapListingDeps = {
    connection: { warehouseId: OWN },
    channel: { readContent: () => step(() => content) },
    products: {
      find: () =>
        step(() => ({
          productId: body.id,
          body,
          sourceCategoryId: null,
          channelCategoryId: null,
          details: {},
          deletedAt: null,
          syncState: "not_synced" as const,
          updatedAt: NOW,
        })),
    },
    listings: {
      findByChannelId: (id) =>
        step(() =>
          listing.channelProductId === id
            ? {
                productId: body.id,
                origin: change.isPushed ? ("pushed" as const) : ("mapped" as const),
                intentKey: listing.intentKey,
              }
            : undefined,
        ),
      claim: (_, { intentKey, until }) =>
        step(() => {
          if (listing.intentKey !== null && listing.until > state.now) return undefined;
          listing.intentKey ??= intentKey;
          listing.until = until;
          return { ...listing } as unknown as ListingRecord;
        }),
      release: (_, claim) =>
        step(() => {
          if (listing.intentKey === claim.intentKey) listing.intentKey = null;
        }),
    },
    mapped: {
      save: (_, { channelProductId }) =>
        step(() => {
          listing.channelProductId = channelProductId;
        }),
    },
    unmapped: {
      find: () => step(() => proposal),
      remove: () =>
        step(() => {
          proposal = undefined;
        }),
    },
    ledger: {
      planStock: () => step(() => []),
      bindOffers: (bindings) => step(() => void state.bound.push(...bindings)),
      readProductRules: () => step(() => [USUAL_RULE]),
      setProductRules: (rules) => step(() => void state.rules.push(...rules)),
      noteListingStates: () => step(() => undefined),
    },
    newId: (prefix) => `${prefix}_${(state.ids += 1)}`,
    timeoutMs: 30_000,
    now: () => state.now,
  };
  const map = (sendsStock = true) =>
    mapListing(deps, "l-1", { sendsStock, sendsPrice: false, isAll: false });
  return { state, listing, map };
}

const BOUND = {
  channelProductId: "l-1",
  channelSkuId: "sku-1",
  sentQuantity: 4,
  sentPriceMinor: 900,
  doubt: "never_read",
};

describe("a listing that is mapped", () => {
  it("is bound once its rules are known, and a second time changes nothing", async () => {
    const { state, map, listing } = shops();
    expect((await map()).state).toBe("done");
    expect(state.rules).toMatchObject([{ rule: { sendsStock: true, sendsPrice: false } }]);
    expect(state.bound).toMatchObject([BOUND]);
    expect(listing).toMatchObject({ channelProductId: "l-1", intentKey: null });
    expect(await map()).toEqual({ state: "done", reasons: [] });
    expect(state.bound).toHaveLength(1);
  });

  it("is mapped by the next try, wherever the one before broke off", async () => {
    const whole = shops();
    await whole.map();
    for (let dieAt = 1; dieAt <= whole.state.calls; dieAt += 1) {
      const { state, map, listing } = shops();
      state.dieAt = dieAt;
      await expect(map()).rejects.toThrow("broken off");
      state.now += 60_000;
      expect([dieAt, (await map()).state]).toEqual([dieAt, "done"]);
      expect(state.bound[0]).toMatchObject(BOUND);
      expect(listing).toMatchObject({ channelProductId: "l-1", intentKey: null });
    }
  });

  it("waits for a push of its product", async () => {
    const { listing, map, state } = shops();
    Object.assign(listing, { intentKey: "push_1", until: NOW + 1_000 });
    await expect(map()).rejects.toMatchObject({ remedy: "retry", code: "listing.busy" });
    // The push may have made a listing: it has to look first.
    state.now += 60_000;
    await expect(map()).rejects.toMatchObject({ code: "listing.busy" });
    expect(state.bound).toEqual([]);
  });

  it("is refused for a product that has another listing, whose claim ends", async () => {
    const { listing, map } = shops({ listed: "l-9" });
    const refused = { code: "mapping.product_listed", facts: { id: "l-9" } };
    expect(await map()).toEqual({ state: "failed", reasons: [refused] });
    expect(listing).toMatchObject({ channelProductId: "l-9", intentKey: null });
  });

  it("is none of the seller's where Weft has made it since it was found", async () => {
    const { map, state } = shops({ listed: "l-1", isPushed: true });
    expect(await map()).toEqual({ state: "done", reasons: [] });
    expect([state.bound, state.rules]).toEqual([[], []]);
  });

  it("is refused while another warehouse would sell on top of its stock", async () => {
    const { map, state } = shops({ elsewhere: 3 });
    const refused = { code: "mapping.other_warehouse", facts: { units: 3 } };
    expect(await map()).toEqual({ state: "failed", reasons: [refused] });
    expect(state.bound).toEqual([]);
    expect((await map(false)).state).toBe("done");
  });
});
