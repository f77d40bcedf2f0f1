/** Products as a connection keeps them, in a map: what the read model's repository does for a ledger. */
import type { ProductRecord } from "../../src/domain/catalogue/product-record";
import { flagVanished } from "../../src/sync/catalogue/flag-missing";
import {
  refreshPage,
  refreshProducts,
  type RefreshPageDeps,
} from "../../src/sync/catalogue/refresh-products";
import type { SoldOffer } from "../../src/domain/listings/made-anew";
import type { LedgerApi } from "../../src/sync/ledger-api";
import type { SourceSession } from "../../src/platforms/source";

export interface KeptProduct extends ProductRecord {
  isDeleted: boolean;
  /** How often it was written. */
  writes: number;
}

export type Catalogue = Map<string, KeptProduct>;

/** What the store said of the variants that SKUs were made of, by the channel's SKU. */
export type Sold = Map<string, SoldOffer & { productId: string }>;

/** What a ledger is handed to read products with. */
export function cataloguePorts(
  catalogue: Catalogue,
  sold: Sold,
  ledger: Pick<LedgerApi, "observe" | "relinkOffers">,
  open: () => Promise<SourceSession>,
  now: () => number,
) {
  const flag = (ids: readonly string[], isDeleted: boolean) => {
    let flagged = 0;
    for (const id of ids) {
      const kept = catalogue.get(id);
      if (!kept || kept.isDeleted === isDeleted) continue;
      catalogue.set(id, { ...kept, isDeleted });
      flagged += 1;
    }
    return flagged;
  };
  const products = {
    readKnown: async (ids: readonly string[]) =>
      new Map(
        ids.flatMap((id) =>
          [catalogue.get(id)].flatMap((kept) => (kept ? [[id, kept] as const] : [])),
        ),
      ),
    async upsert(records: readonly ProductRecord[]) {
      for (const record of records) {
        const writes = (catalogue.get(record.productId)?.writes ?? 0) + 1;
        catalogue.set(record.productId, { ...record, isDeleted: false, writes });
      }
    },
    flagDeleted: async (ids: readonly string[]) => flag(ids, true),
    unflagDeleted: async (ids: readonly string[]) => void flag(ids, false),
    pageOfLiveIds: async () =>
      [...catalogue.values()].filter(({ isDeleted }) => !isDeleted).map((kept) => kept.productId),
    namesOf: async () => [],
  };
  const deps: RefreshPageDeps = {
    products,
    ledger,
    sold: {
      list: async (ids) => [...sold.values()].filter(({ productId }) => ids.includes(productId)),
      async relink(links) {
        for (const link of links) sold.set(link.channelSkuId, link);
      },
    },
    connection: { settings: { pullNewProducts: true } },
    openSource: open,
    now,
  };
  return {
    observeProducts: (ids: readonly string[]) => refreshProducts(deps, ids),
    observePage: (cursor: string | undefined) => refreshPage(deps, cursor),
    async flagVanished() {
      const source = await open();
      await flagVanished({ products, ledger, source, report: async () => {}, now }, false);
    },
  };
}
