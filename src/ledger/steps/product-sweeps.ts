/** Recurring steps over the store's products: what changed, and all of them in turn. */
import { nextScanAt, nextWalkAt, walkPauseMs } from "../../domain/catalogue/sweep-times";
import { scanProducts } from "../../sync/catalogue/scan-products";
import { walkProducts } from "../../sync/catalogue/walk-products";
import { reread } from "../ingest";
import { takeSecondReads } from "../second-reads";
import { walkNow } from "../sweeps";
import { sessionsOf, type Step, type StepContext } from "./step";

/** Requests to the store for a page of the walk, and one more where its module computes the prices. */
const PAGE_REQUESTS = 3;

/** A new connection is pulled first, and its first orders need the store's budget. */
const FIRST_WALK_MS = 2 * 60_000;

export const scanProductsStep: Step = async (context) => {
  const { storage, ports } = context;
  const { notes, stockStore } = storage;
  const { source, now } = sessionsOf(context);
  takeSecondReads(storage, now());
  await scanProducts({
    source,
    now,
    readScan: () => notes.read("productScan"),
    writeScan: (scan) => notes.write("productScan", scan),
    hasMoreProductsThan: (count) => stockStore.hasMoreProductsThan(count),
    checkSettings: () => checkSettings(context),
    reread: (ids) => reread(storage, "product", ids, now()),
    rereadLater: (ids) => notes.addRereads("named", ids),
    walkNow: () => walkNow(storage, now()),
  });
  return nextScanAt(now(), ports.timing.productScanMs, ports.random());
};

/** A page only where the store's budget holds it beside orders and stock. */
export const walkProductsStep: Step = async (context) => {
  const { storage, ports, bulk, connection } = context;
  const { notes, publisher, stockStore } = storage;
  const { now } = ports;
  // All rows are made due by a setting that changed, which is no reason to read everything.
  const dueAt = notes.read("productWalkDueAt");
  if (dueAt === undefined) notes.write("productWalkDueAt", now() + FIRST_WALK_MS);
  const beginsAt = dueAt ?? now() + FIRST_WALK_MS;
  if (notes.read("productWalk") === undefined && now() < beginsAt) return beginsAt;
  const { requestsPerMinute } = await connection();
  const tellsAll = notes.read("productScan")?.tellsAll ?? false;
  const waitMs = bulk.wait(PAGE_REQUESTS + (tellsAll ? 1 : 0), requestsPerMinute);
  if (waitMs > 0) return now() + waitMs;
  const askedAt = now();
  const end = await walkProducts({
    now,
    readWalk: () => notes.read("productWalk"),
    writeWalk: (walk) => notes.write("productWalk", walk),
    countProducts: () => stockStore.countProducts(),
    checkSettings: () => checkSettings(context),
    async observePage(cursor) {
      const { seen, observedAt, next, isStoreChanged } = await ports.observePage(cursor);
      publisher.observe(seen, observedAt);
      if (isStoreChanged) await context.refreshStore();
      return next;
    },
    flagVanished: () => ports.flagVanished(),
  });
  if (end.isDone) {
    const next = nextWalkAt(end.begunAt, now(), tellsAll);
    notes.write("productWalkDueAt", next);
    return next;
  }
  const pauseMs = end.isUrgent ? 0 : walkPauseMs(end.products, now() - askedAt);
  return now() + pauseMs;
};

/** Settings that changed are believed before anything is read by them. */
async function checkSettings(context: StepContext): Promise<void> {
  const source = await sessionsOf(context).source();
  if (!(await source.areSettingsKnown())) await context.refreshStore();
}
