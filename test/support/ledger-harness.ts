/**
 * The ledger itself over SQLite in memory, with the clients of both platforms, against the simulated
 * shops. It may die at any request, as a crashed object does.
 */
import { AS_VISITORS } from "../../src/domain/connections/reading-choice";
import { USUAL_SENDS } from "../../src/domain/stock/product-rule";
import { ALL_ON_SALE } from "../../src/domain/stock/stock-rule";
import { fenceMs } from "../../src/ledger/fence";
import { LedgerCore } from "../../src/ledger/ledger-core";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import { portsOf, receiveEvent, type LedgerSurroundings } from "./ledger-ports";
import { openRequestPoints, type Life } from "./request-points";
import { openSimulatedShops } from "./simulated-shops";
import { sqliteStorage, type SqliteStorage } from "./sqlite-storage";

const HTTP_TIMEOUT_MS = 300;
/** How long a row found running at waking is left alone. */
export const FENCE_MS = fenceMs(HTTP_TIMEOUT_MS);
/** Time for a test with hundreds of orders, or of lives, on a busy machine. */
export const LONG_TEST_MS = 60_000;
/** The provider of the channel that the store's carrier is mapped to. */
export const EVRI = "7117859084333745942";

export interface LedgerHarness extends LedgerSurroundings {
  /** The object that lives now. */
  readonly ledger: LedgerCore;
  sqlite: SqliteStorage;
  /** Another view of what the ledger stores. */
  storage: LedgerStorage;
  /** Drains until nothing is due, moving the clock to what comes within `horizonMs`. */
  drainUntilIdle(horizonMs?: number): Promise<void>;
  drainOnce(): Promise<void>;
  /** The alarm rings at its time; answers that time, undefined when none is set. */
  ring(): Promise<number | undefined>;
  /** The object dies: nothing it began goes on. */
  kill(): void;
  /** Another object wakes over the same storage. */
  restart(): void;
}

/** Runs a test's body with a fresh ledger. */
export async function withLedger(body: (harness: LedgerHarness) => Promise<void>): Promise<void> {
  await body(await openLedger());
}

/** `sqlite`: what a ledger before this one has left. */
export async function openLedger({
  httpTimeoutMs = HTTP_TIMEOUT_MS,
  sqlite = sqliteStorage(),
} = {}): Promise<LedgerHarness> {
  const shops = await openSimulatedShops();
  let life: Life = { isOver: false };
  const wake = () => {
    life = { isOver: false };
    const own = life;
    return new LedgerCore({ storage: sqlite, waitUntil: () => {} }, (inner) =>
      portsOf(harness, inner, own, httpTimeoutMs),
    );
  };
  const harness: LedgerHarness = {
    ...shops,
    get now() {
      return shops.time.now;
    },
    set now(at) {
      shops.time.now = at;
    },
    requests: openRequestPoints(),
    get ledger() {
      return ledger;
    },
    sqlite,
    storage: openLedgerStorage(sqlite, () => shops.time.now),
    projections: new Map(),
    problems: new Map(),
    dropped: [],
    catalogue: new Map(),
    categories: new Map(),
    sold: new Map(),
    listings: new Map(),
    tasks: new Map(),
    connection: {
      connectedAt: shops.time.now,
      stockRule: ALL_ON_SALE,
      sends: USUAL_SENDS,
      lowStock: null,
      priceRule: null,
      carriers: [{ carrierReference: "2", providerId: EVRI }],
      requestsPerMinute: 6_000,
      productScanMs: 1e9,
      cancelReason: "out_of_stock",
      stateRules: [],
      writesShipped: true,
      writesDelivered: false,
      retriesOrders: true,
      reading: AS_VISITORS,
    },
    log: () => {},
    factReads: 0,
    drainOnce: () => ledger.alarm(),
    async drainUntilIdle(horizonMs = 60_000) {
      const end = harness.now + horizonMs;
      for (let round = 0; round < 200; round += 1) {
        const dueAt = harness.storage.outbox.nextDueAt();
        if (dueAt === undefined || dueAt > end) return;
        harness.now = Math.max(harness.now, dueAt);
        await harness.drainOnce();
      }
      throw new Error("the ledger never came to rest");
    },
    async ring() {
      const { alarmAt } = sqlite;
      if (alarmAt === null) return undefined;
      harness.now = Math.max(harness.now, alarmAt);
      sqlite.alarmAt = null;
      await ledger.alarm();
      return alarmAt;
    },
    kill() {
      life.isOver = true;
    },
    restart() {
      life.isOver = true;
      ledger = wake();
    },
  };
  let ledger = wake();
  shops.inbox.receive = (request) => receiveEvent(ledger, request, harness.now);
  return harness;
}
