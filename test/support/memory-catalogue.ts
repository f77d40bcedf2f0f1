/** Products as a connection keeps them, in a map: what the read model's repository does for a ledger. */
import type { ProductRecord } from "../../src/domain/catalogue/product-record";
import { flagVanished } from "../../src/sync/catalogue/flag-missing";
import {
  refreshPage,
  refreshProducts,
  type RefreshPageDeps,
} from "../../src/sync/catalogue/refresh-products";
import type { SourceSession } from "../../src/platforms/source";

export interface KeptProduct extends ProductRecord {
  isDeleted: boolean;
  /** How often it was written. */
  writes: number;
}

export type Catalogue = Map<string, KeptProduct>;

/** What a ledger is handed to read products with. */
export function cataloguePorts(
  catalogue: Catalogue,
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
    connection: { settings: { pullNewProducts: true } },
    openSource: open,
    now,
  };
  return {
    observeProducts: (ids: readonly string[]) => refreshProducts(deps, ids),
    observePage: (cursor: string | undefined) => refreshPage(deps, cursor),
    async flagVanished() {
      await flagVanished({ products, source: await open(), report: async () => {}, now }, false);
    },
  };
}
