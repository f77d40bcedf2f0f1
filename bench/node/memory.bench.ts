/** What lies in memory, above an idle ledger, while the whole stock of a large store is compared by the webservice. */
import { describe, it } from "vitest";
import { openLedgerStorage } from "../../src/ledger/storage";
import { scanStock, type ScanStockDeps } from "../../src/sync/stock/scan-stock";
import { openStore } from "../../test/contract/prestashop/simulated-store";
import { sqliteStorage } from "../../test/support/sqlite-storage";
import type { Figure } from "../figures";
import { fillOffers, fillStock } from "../ledger-rows";

const SKUS = 200_000;
/** Two in three SKUs are variants, three of a product; the third product has none. */
const SKUS_EACH = 3;
/** Every so many counts moved since they were known. */
const MOVED_EACH = 10_000;
const MOST_MB = 40;
const MB = 1024 * 1024;

function heapMb(): number {
  // Node is run with `--expose-gc`.
  (globalThis as { gc?(): void }).gc?.();
  return process.memoryUsage().heapUsed / MB;
}

const quantityOf = (id: number) => (id % MOVED_EACH === 0 ? 6 : 5);

/** Answers a page of `stock_availables` by arithmetic: the store itself shall take no memory. */
function answerStock({ searchParams }: URL): Response {
  const after = Number(/^>\[(\d+)\]$/.exec(searchParams.get("filter[id]") ?? "")?.[1] ?? 0);
  const limit = Number(searchParams.get("limit"));
  const rows = [];
  for (let id = after + 1; id <= Math.min(SKUS, after + limit); id += 1)
    rows.push({
      id,
      id_product: String(100_000 + Math.ceil(id / SKUS_EACH)),
      id_product_attribute: String(id),
      quantity: String(quantityOf(id)),
      id_shop: "1",
      id_shop_group: "0",
    });
  return Response.json({ stock_availables: rows });
}

async function openScan() {
  const { store, open } = openStore("8.2.1");
  const known = await open().readStore();
  const sqlite = sqliteStorage();
  const storage = openLedgerStorage(sqlite, () => 1_000);
  fillStock(sqlite.sql, SKUS, {
    productId: `CAST(100000 + (n + ${SKUS_EACH - 1}) / ${SKUS_EACH} AS TEXT)`,
    variantId: "CAST(n AS TEXT)",
  });
  fillOffers(sqlite.sql);
  let most = 0;
  const sample = () => void (most = Math.max(most, heapMb()));
  let requests = 0;
  const session = open(known, undefined, async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith("/stock_availables")) return store.fetch(request);
    requests += 1;
    if (requests % 10 === 0) sample();
    return answerStock(url);
  });
  const found: unknown[] = [];
  const { stockStore } = storage;
  const deps: ScanStockDeps = {
    source: async () => session,
    now: () => 2_000,
    listCounts: (of) => stockStore.listCounts(of),
    *pageCounts() {
      let pages = 0;
      for (const page of stockStore.pageCounts()) {
        if ((pages += 1) % 20 === 0) sample();
        yield page;
      }
    },
    observeScan(changed) {
      sample();
      found.push(...changed);
    },
    observe() {},
    setPacks() {},
    readCursor: () => undefined,
    writeCursor() {},
    listRecounts: () => ({ ids: [], upTo: 0 }),
    dropRecounts() {},
  };
  return { deps, found, most: () => most };
}

describe("figures", () => {
  it("of memory", async ({ task }) => {
    const { deps, found, most } = await openScan();
    const idle = heapMb();
    await scanStock(deps);
    if (found.length !== SKUS / MOVED_EACH) throw new Error(`found ${found.length} moved counts`);
    const name = `scan of ${SKUS} SKUs by the webservice, above idle`;
    const value = most() - idle;
    const figures: Figure[] = [{ name, value, unit: "MB", target: MOST_MB }];
    task.meta.figures = figures;
  });
});
