/** Steps that read products and stock of the store: what events name, and the scan of all. */
import type { Transport } from "../../domain/connections/source-store";
import { UNREADABLE_PROBLEM } from "../../domain/errors/problem-key";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { UnreadableProduct } from "../../platforms/source";
import { flushEvents, type Flushed } from "../../sync/connections/flush-events";
import {
  observeStock,
  scanStock,
  type ScanStockDeps,
  type StockCursor,
} from "../../sync/stock/scan-stock";
import { isStockOutdated } from "../stock-settings";
import { placeCategoriesSoon } from "../place-categories";
import { sweepEntity } from "../entities";
import { sessionsOf, type Step, type StepContext } from "./step";

/** Products read again in one run: one page of a pull. */
const REREADS_PER_RUN = 100;
/** As many as one request asks for. */
const RECOUNTS_PER_SCAN = 2_000;
const HISTORY_KEPT_MS = 30 * 24 * 60 * 60_000;

export const observeProductsStep: Step = (context) =>
  rereadPage(context, "product", async (ids) => {
    const observedAt = context.ports.now();
    const { seen, gone, unreadable, isStoreChanged } = await context.ports.observeProducts(ids);
    context.storage.publisher.observe(seen, observedAt, gone);
    placeCategoriesSoon(context.storage, seen, context.ports.now());
    if (isStoreChanged) await context.refreshStore();
    return askAgain(context, unreadable, seen[0]?.productId);
  });

/** What a store cannot show now may pass; until then its neighbours are read as ever. */
const UNREADABLE_MS = 5 * 60_000;

/**
 * Products that cannot be read are asked for again later, and shown when they fail a second time. One
 * that could be read is asked for with them: alone, they could not be told from a store that is down.
 */
async function askAgain(
  { storage: { notes }, ports }: StepContext,
  unreadable: readonly UnreadableProduct[],
  readable: string | undefined,
): Promise<number | undefined> {
  const before = new Set(notes.read("unreadable"));
  const ids = unreadable.map(({ id }) => id);
  if (ids.length > 0 || before.size > 0)
    notes.write("unreadable", ids.length > 0 ? ids : undefined);
  const [lasting, ...others] = unreadable.filter(({ id }) => before.has(id));
  if (lasting) {
    const named = [lasting, ...others].map(({ id }) => id).join(", ");
    const facts = { id: named, code: lasting.reason.code };
    await ports.raiseProblem(
      UNREADABLE_PROBLEM,
      new SyncError("merchant", "product.unreadable", facts),
    );
  } else if (before.size > 0) await ports.clearProblem(UNREADABLE_PROBLEM);
  if (ids.length === 0) return undefined;
  notes.addRereads("product", readable === undefined ? ids : [...ids, readable]);
  return ports.now() + UNREADABLE_MS;
}

export const observeStockStep: Step = (context) =>
  rereadPage(context, "stock", async (ids) => {
    await observeStock(scanDeps(context), ids);
    return undefined;
  });

/** Reads one page of the ids that wait; ids added meanwhile stay. `read` answers when to read again. */
async function rereadPage(
  { storage: { notes }, ports }: StepContext,
  kind: "product" | "stock",
  read: (ids: readonly string[]) => Promise<number | undefined>,
): Promise<number | undefined> {
  const { ids, upTo } = notes.listRereads(kind, REREADS_PER_RUN);
  if (ids.length === 0) return undefined;
  const againAt = await read(ids);
  notes.removeRereads(kind, upTo);
  return ids.length === REREADS_PER_RUN ? ports.now() : againAt;
}

/** Every number is compared at least this often, whatever said that it moved. */
const REVIEW_EVERY_MS = 6 * 60 * 60_000;

/** At once where a setting was saved, and whoever saved it could not tell the ledger. */
async function reviewNowAndThen({ storage, ports, connection }: StepContext): Promise<void> {
  const { notes, outbox } = storage;
  const isDue = ports.now() - (notes.read("reviewedAt") ?? 0) >= REVIEW_EVERY_MS;
  if (isDue || isStockOutdated(notes, await connection()))
    outbox.schedule("review-stock", sweepEntity("review-stock"), ports.now());
}

export const scanStockStep: Step = async (context) => {
  const { storage, ports } = context;
  const transport = await scanStock(scanDeps(context));
  storage.stockStore.pruneEntries(ports.now() - HISTORY_KEPT_MS);
  storage.journal.prune(ports.now());
  if (transport === "module") await flushEvents(flushDeps(context));
  await refreshChanged(context, transport);
  await reviewNowAndThen(context);
  const { stockScanMs, moduleScanMs } = ports.timing;
  const pauseMs = transport === "module" ? Math.min(moduleScanMs, stockScanMs) : stockScanMs;
  return ports.now() + pauseMs;
};

function scanDeps(context: StepContext): ScanStockDeps {
  const { notes, publisher, stockStore } = context.storage;
  const { source, now } = sessionsOf(context);
  return {
    source,
    now,
    listCounts: (of) => stockStore.listCounts(of),
    pageCounts: () => stockStore.pageCounts(),
    observe: (levels, observedAt) => publisher.observe(levels, observedAt),
    setPacks: (packs) => publisher.setPacks(packs),
    observeScan: (changed, scannedAt) => publisher.observeScan(changed, scannedAt),
    listRecounts: () => notes.listRereads("recount", RECOUNTS_PER_SCAN),
    dropRecounts: (upTo = Number.MAX_SAFE_INTEGER) => notes.removeRereads("recount", upTo),
    readCursor: () => notes.read("stockCursor"),
    writeCursor: (cursor: StockCursor | undefined) => notes.write("stockCursor", cursor),
  };
}

/**
 * Reads the store's facts again when they are old, or when the scan used another transport than
 * expected. A module that fails now and then costs one such read, not one per scan; a failed read
 * does not fail the scan.
 */
async function refreshChanged(
  { storage: { notes }, ports, connection, refreshStore }: StepContext,
  transport: Transport,
): Promise<void> {
  const expected = await connection();
  const isOther = transport !== notes.read("scannedTransport");
  try {
    if (!expected.isStoreFresh || (isOther && transport !== expected.transport))
      await refreshStore();
    if (isOther) notes.write("scannedTransport", transport);
  } catch (caught) {
    ports.log.warn("ledger.refresh_failed", { code: asSyncError(caught).code });
  }
}

function flushDeps(context: StepContext) {
  const { storage, ports } = context;
  const { source, now } = sessionsOf(context);
  return {
    source,
    now,
    lastEventAt: () => storage.notes.read("sourceEventAt"),
    readFlushed: () => storage.notes.read("sourceFlushed"),
    writeFlushed: (flushed: Flushed) => storage.notes.write("sourceFlushed", flushed),
    reportFailure: ({ code }: SyncError) => ports.log.warn("ledger.flush_failed", { code }),
  };
}
