/** The ports of a push in memory, over a shop of the corpus: one product, its listing and its offers. */
import { RULES_SHAPE_VERSION } from "../../../src/domain/listings/listing-rules";
import type { ListingRecord, OfferRecord } from "../../../src/domain/listings/listing-record";
import type { SharedRules } from "../../../src/domain/listings/sync-rules";
import type { StoredProduct } from "../../../src/domain/catalogue/product-record";
import type { PushListingDeps } from "../../../src/sync/listings/push-ports";
import type { RefreshListingDeps } from "../../../src/sync/listings/refresh-listing";
import { CORPUS_TIME, type CorpusLeaf, type CorpusShop } from "./shops";

const later = async () => {};

export function memoryListings(
  shop: CorpusShop,
  { category, ...rules }: CorpusLeaf,
  syncRules: SharedRules,
  product: () => StoredProduct,
): PushListingDeps & RefreshListingDeps & { isListed(): boolean } {
  let listing: ListingRecord | undefined;
  let offers: readonly OfferRecord[] = [];
  let keys = 0;
  const blank = (): ListingRecord => ({
    productId: product().productId,
    channelProductId: null,
    status: "",
    rawStatus: "",
    reasons: [],
    origin: "pushed",
    sent: null,
    sentHash: null,
    intentKey: null,
    intentAt: null,
  });
  const change = (next: Partial<ListingRecord>) => {
    listing = { ...(listing ?? blank()), ...next };
  };
  const ended = { intentKey: null, intentAt: null };
  return {
    isListed: () => listing?.channelProductId != null,
    products: { find: async () => product() },
    listings: {
      find: async () => listing,
      offersOf: async () => offers,
      async claim(_productId, { intentKey, until }) {
        const before = listing ?? blank();
        change({ intentKey: before.intentKey ?? intentKey, intentAt: until });
        return before;
      },
      hold: async () => true,
      release: async () => change(ended),
      recordRefusal: later,
      async saveSent(_productId, { channelProductId, status, sent, offers: published }) {
        offers = published;
        change({ channelProductId, status, sent, ...(sent ? ended : {}) });
      },
      forgetSent: async () => change({ sent: null }),
      fillSent: later,
      saveReport: later,
      unbind: later,
    },
    unmapped: { find: async () => undefined, ofProduct: async () => undefined, remove: later },
    dayLimit: { find: async () => undefined, raise: later, clear: later },
    ledger: {
      planStock: async (seen) =>
        seen.map(({ productId, variantId, quantity }) => ({
          productId,
          variantId,
          physical: quantity,
          reserved: 0,
          sellable: quantity,
          published: null,
        })),
      bindOffers: later,
      unbindOffers: later,
      noteListingStates: later,
      readProductRules: async () => [],
      setProductRules: later,
    },
    categoryFields: { find: async () => ({ details: {}, mappings: [] }) },
    channelCategories: {
      treeReadAt: async () => CORPUS_TIME,
      saveTree: later,
      find: async () => ({ ...category, name: category.path, parentId: null }),
      findRules: async () => ({
        body: rules,
        shapeVersion: RULES_SHAPE_VERSION,
        readAt: CORPUS_TIME,
      }),
      saveRules: later,
    },
    mappings: { find: async () => undefined },
    openChannel: async () => shop.session,
    connection: {
      id: "c",
      market: { limits: shop.limits },
      warehouseId: shop.warehouseId,
      settings: {
        packageDefaults: null,
        defaultParties: { manufacturerIds: [], responsiblePersonIds: [] },
        syncRules,
        priceRule: null,
      },
      hadListings: false,
    },
    media: {
      findByUrl: async (use, urls) =>
        new Map(urls.map((url) => [url, use === "main" ? shop.uris.main : shop.uris.option])),
      findByKey: async () => undefined,
      save: later,
    },
    channel: shop.session,
    fetch: async () => new Response(null, { status: 404 }),
    deadline: (ms) => AbortSignal.timeout(ms),
    newId: (prefix) => `${prefix}_${(keys += 1)}`,
    now: () => CORPUS_TIME,
    timeoutMs: 1_000,
  };
}
