/**
 * What each kind of outbox row means: which use case runs, with which powers. It stores nothing
 * itself and knows no vendor.
 */
import { projectRecord } from "../domain/orders/order-projection";
import type { Transport } from "../domain/connections/source-store";
import { asSyncError, type SyncError } from "../domain/errors/sync-error";
import { cancelChannel } from "../sync/orders/cancel-channel";
import { cancelSource } from "../sync/orders/cancel-source";
import { exportShipment } from "../sync/orders/export-shipment";
import { flushEvents, type Flushed } from "../sync/connections/flush-events";
import { importOrder } from "../sync/orders/import-order";
import { pollOrders } from "../sync/orders/poll-orders";
import { pushPrice } from "../sync/stock/push-price";
import { pushStock } from "../sync/stock/push-stock";
import { refreshOrder } from "../sync/orders/refresh-order";
import { scanShipments } from "../sync/orders/scan-shipments";
import { observeStock, scanStock, type StockCursor } from "../sync/stock/scan-stock";
import type { LedgerPorts, LedgerConnection } from "./ports";
import type { RereadKind } from "./notes";
import type { OrderGate } from "./order-gate";
import type { OutboxRow, StepKind } from "./outbox";
import type { LedgerStorage } from "./storage";

/** Products of one look after events: one page of a pull. */
const LOOKS_PER_RUN = 100;
/** As many as one request asks for. */
const RECOUNTS_PER_SCAN = 2_000;
/** Open orders looked at together; the records of a page are in memory at once. */
const OPEN_ORDERS = 500;
const STORY_KEPT_MS = 30 * 24 * 60 * 60_000;
const RECEIPTS_KEPT_MS = 14 * 24 * 60 * 60_000;

/** A number asks for another run at that moment (epoch ms). */
export type Step = (id: string) => Promise<number | undefined>;

export function openSteps(
  rooms: LedgerStorage,
  lane: LedgerPorts,
  connection: () => Promise<LedgerConnection>,
  gate: OrderGate,
): Record<StepKind, Step> {
  const { book, orders, desk, stock, notes, outbox } = rooms;
  const { now } = lane;
  const source = async () => (await connection()).source();
  const channel = async () => (await connection()).channel();
  const carriers = async () => (await connection()).carriers;
  const lookAtStock = (productIds: readonly string[]) => {
    notes.addRereads("stock", productIds);
    outbox.schedule("observe-stock", "looks:stock", now());
  };
  const done =
    (work: (id: string) => Promise<unknown>): Step =>
    async (id) => {
      await work(id);
      return undefined;
    };
  const looks =
    (kind: RereadKind, look: (ids: readonly string[]) => Promise<unknown>): Step =>
    async () => {
      const { ids, upTo } = notes.listRereads(kind, LOOKS_PER_RUN);
      if (ids.length === 0) return undefined;
      await look(ids);
      notes.removeRereads(kind, upTo);
      return ids.length === LOOKS_PER_RUN ? now() : undefined;
    };
  const every =
    (pauseMs: number, work: () => Promise<unknown>): Step =>
    async () => {
      await work();
      return now() + pauseMs;
    };
  const stockDeps = {
    source,
    now,
    listCounts: stock.listCounts,
    observe: desk.observe,
    observeScan: desk.observeScan,
    listRecounts: () => notes.listRereads("recount", RECOUNTS_PER_SCAN),
    dropRecounts: (upTo = Number.MAX_SAFE_INTEGER) => notes.removeRereads("recount", upTo),
    readCursor: () => notes.read("stockCursor"),
    writeCursor: (cursor: StockCursor | undefined) =>
      cursor ? notes.write("stockCursor", cursor) : notes.forget("stockCursor"),
  };
  /** A module that only stumbles is looked for once, not by every scan; the scan itself went well. */
  const refreshChanged = async (via: Transport) => {
    const expected = await connection();
    const isOther = via !== notes.read("scannedVia");
    try {
      if (!expected.isStoreFresh || (isOther && via !== expected.via)) await lane.refreshStore();
      if (isOther) notes.write("scannedVia", via);
    } catch (caught) {
      lane.log.warn("ledger.refresh_failed", { code: asSyncError(caught).code });
    }
  };
  const flushDeps = {
    source,
    now,
    heardAt: () => notes.read("sourceHeardAt"),
    readFlushed: () => notes.read("sourceFlushed"),
    writeFlushed: (flushed: Flushed) => notes.write("sourceFlushed", flushed),
    reportFailure: ({ code }: SyncError) => lane.log.warn("ledger.flush_failed", { code }),
  };
  return {
    "refresh-order": done((id) => refreshOrder({ book, channel, now }, id)),
    "import-order": done(async (id) => {
      const { via, requestsPerMinute, wording } = await connection();
      const importDeps = { book, channel, source, lookAtStock, now, wording };
      const make = () => importOrder(importDeps, id);
      if (via === "module") return make();
      const isBegun = Object.keys(orders.read(id)?.progress ?? {}).length > 0;
      return gate.pass(requestsPerMinute, isBegun, make);
    }),
    "export-shipment": (id) => exportShipment({ book, channel, source, carriers, now }, id),
    "cancel-source": done((id) => cancelSource({ book, source, lookAtStock, now }, id)),
    "cancel-channel": done((id) => cancelChannel({ book, channel, now }, id)),
    "project-order": done(async (id) => {
      const record = orders.read(id);
      if (!record) return;
      const { entries, upTo } = orders.untoldStory(id);
      await lane.projectOrder(projectRecord(record, entries));
      orders.markProjected(id, record.version, upTo);
    }),
    "push-stock": done((id) =>
      pushStock(
        {
          channel,
          readQuantities: desk.readQuantities,
          markSending: (skus) => stock.markSending("quantity", skus),
          recordSent: desk.recordQuantity,
          isPaused: stock.isPaused,
          setPaused: (listing, isPaused) => stock.setPaused(listing, isPaused, now()),
          warehouseId: async () => (await connection()).warehouseId,
        },
        id,
      ),
    ),
    "push-price": done((id) =>
      pushPrice(
        {
          channel,
          readPrices: desk.readPrices,
          markSending: (skus) => stock.markSending("price", skus),
          recordSent: (sku, priceMinor) => stock.recordSent("price", sku, priceMinor),
          currency: async () => (await connection()).currency,
        },
        id,
      ),
    ),
    "observe-products": looks("product", (ids) => lane.observeProducts(ids)),
    "observe-stock": looks("stock", (ids) => observeStock(stockDeps, ids)),
    "refresh-listing": done((id) => lane.refreshListing(id)),
    "review-stock": done(async () => {
      notes.write("holdBack", (await connection()).holdBack);
      desk.reviewAll();
    }),
    "poll-orders": async () => {
      const { isComplete, found, changed } = await pollOrders({
        book,
        channel,
        now,
        readPage: () => notes.read("pollPage"),
        writePage: (page) => (page ? notes.write("pollPage", page) : notes.forget("pollPage")),
        readWatermark: () => notes.read("pollWatermark"),
        writeWatermark: (at) => notes.write("pollWatermark", at),
      });
      if (!isComplete) return now();
      await finishTasks(rooms, lane, { found, changed });
      return now() + lane.timing.orderPollMs;
    },
    "scan-stock": async () => {
      const via = await scanStock(stockDeps);
      stock.prune(now() - STORY_KEPT_MS);
      notes.pruneReceipts(now() - RECEIPTS_KEPT_MS);
      if (via === "module") await flushEvents(flushDeps);
      await refreshChanged(via);
      const { stockScanMs, moduleScanMs } = lane.timing;
      return now() + (via === "module" ? Math.min(moduleScanMs, stockScanMs) : stockScanMs);
    },
    "scan-shipments": every(lane.timing.shipmentScanMs, () =>
      scanShipments({
        book,
        source,
        carriers,
        now,
        listOpen: (after) => orders.listOpen(after, OPEN_ORDERS),
      }),
    ),
  };
}

async function finishTasks(
  { notes }: LedgerStorage,
  lane: LedgerPorts,
  counts: Record<string, number>,
): Promise<void> {
  const taskIds = notes.read("pollTasks") ?? [];
  for (const taskId of taskIds) await lane.finishTask(taskId, counts);
  const added = (notes.read("pollTasks") ?? []).filter((taskId) => !taskIds.includes(taskId));
  notes.write("pollTasks", added);
}

/** The id behind the colon: "order:123" is about order 123. */
export function subjectOf({ entity }: Pick<OutboxRow, "entity">): string {
  return entity.slice(entity.indexOf(":") + 1);
}
