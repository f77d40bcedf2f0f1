/**
 * The ledger itself over SQLite in memory, with the clients of both platforms, against the simulated
 * shops. It may die at any request, as a crashed object does.
 */
import type { OrderProjection } from "../../src/domain/orders/order-projection";
import type { SyncError } from "../../src/domain/errors/sync-error";
import { isStoreFresh, transportInto } from "../../src/domain/connections/source-store";
import { fenceMs } from "../../src/ledger/fence";
import { LedgerCore } from "../../src/ledger/ledger-core";
import type { InnerLedger, LedgerConnection, LedgerPorts } from "../../src/ledger/ports";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import type { PlatformDeps } from "../../src/platforms/deps";
import { leasedBudget, sourceBudget } from "../../src/platforms/http/leased-budget";
import { openPacer } from "../../src/platforms/http/pacer";
import { prestashop } from "../../src/platforms/prestashop/manifest";
import { tiktokShop } from "../../src/platforms/tiktok-shop/manifest";
import { withFreshAccess } from "../../src/sync/connections/with-fresh-access";
import { RESTING_DEPS } from "./platform-deps";
import { openRequestPoints, throughPoints, type RequestPoints } from "./request-points";
import {
  CHANNEL_APP,
  openSimulatedShops,
  STORE_KEY,
  STORE_SECRET,
  STORE_URL,
  type SimulatedShops,
} from "./simulated-shops";
import { sqliteStorage, type SqliteStorage } from "./sqlite-storage";

const HTTP_TIMEOUT_MS = 300;
/** How long a row found running at waking is left alone. */
export const FENCE_MS = fenceMs(HTTP_TIMEOUT_MS);
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

export interface LedgerHarness extends SimulatedShops {
  now: number;
  requests: RequestPoints;
  /** The object that lives now. */
  readonly ledger: LedgerCore;
  sqlite: SqliteStorage;
  /** Another view of what the ledger stores. */
  storage: LedgerStorage;
  projections: Map<string, OrderProjection>;
  problems: Map<string, SyncError>;
  tasks: Map<string, Record<string, number>>;
  connection: {
    holdBack: number;
    carriers: { carrierReference: string; providerId: string }[];
    /** The carrier orders are given. */
    orderCarrierReference?: string;
    requestsPerMinute: number;
  };
  /** Reads of the store's facts that the ledger asked for. */
  factReads: number;
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

/** What one living object holds. */
interface Life {
  isOver: boolean;
}

/** Runs a test's body with a fresh ledger. */
export async function withLedger(body: (harness: LedgerHarness) => Promise<void>): Promise<void> {
  await body(await openLedger());
}

export async function openLedger(httpTimeoutMs = HTTP_TIMEOUT_MS): Promise<LedgerHarness> {
  const shops = await openSimulatedShops();
  const sqlite = sqliteStorage();
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
    tasks: new Map(),
    connection: {
      holdBack: 0,
      carriers: [{ carrierReference: "1", providerId: EVRI }],
      requestsPerMinute: 6_000,
    },
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
  return harness;
}

/** The provider of the channel that the store's carrier is mapped to. */
export const EVRI = "7117859084333745942";

function depsOf(harness: LedgerHarness, life: Life): Omit<PlatformDeps, "takeBudget"> {
  const { requests, world } = harness;
  return {
    ...RESTING_DEPS,
    now: () => harness.now,
    sleep: async (ms) => void (harness.now += ms),
    // A hanging call hangs for good: a test lets the object die instead.
    deadline: () => new AbortController().signal,
    fetch: throughPoints(requests, life, (request) => world.fetch(request)),
  };
}

function portsOf(
  harness: LedgerHarness,
  ledger: InnerLedger,
  life: Life,
  httpTimeoutMs: number,
): LedgerPorts {
  const deps = depsOf(harness, life);
  const pacer = openPacer(deps);
  const open = () => connectionOf(harness, ledger, { ...deps, pacer });
  const never = () => new Promise<never>(() => {});
  return {
    connectionId: "con_1",
    now: deps.now,
    pacer,
    random: () => 0.5,
    log: SILENT,
    timing: {
      httpTimeoutMs,
      orderPollMs: 1e9,
      stockScanMs: 1e9,
      moduleScanMs: 5e8,
      shipmentScanMs: 1e9,
    },
    open: async () => open(),
    async projectOrder(projection) {
      await harness.requests.disturb({ request: "project", when: "sent" });
      if (life.isOver) return never();
      const known = harness.projections.get(projection.channelOrderId);
      const entries = [...(known?.entries ?? []), ...projection.entries];
      harness.projections.set(projection.channelOrderId, { ...projection, entries });
      await harness.requests.disturb({ request: "project", when: "answered" });
      if (life.isOver) return never();
    },
    raiseProblem: async (key, error) => void harness.problems.set(key, error),
    clearProblem: async (key) => void harness.problems.delete(key),
    observeProducts: async () => [],
    refreshListing: async () => {},
    async refreshStore() {
      harness.factReads += 1;
      const source = await open().source();
      harness.facts = await source.readStore();
    },
    finishTask: async (taskId, counts) => void harness.tasks.set(taskId, counts),
    freshAccess: (stale) => freshAccess(harness, deps, stale),
  };
}

/** As the wiring opens it, but that what the merchant sets is read at each use. */
function connectionOf(
  harness: LedgerHarness,
  ledger: InnerLedger,
  deps: Omit<PlatformDeps, "takeBudget"> & { pacer: LedgerPorts["pacer"] },
): LedgerConnection {
  const { connection, shop, warehouseId } = harness;
  const { pacer, ...channelDeps } = deps;
  const lease = async (...[side, , terms]: Parameters<InnerLedger["lease"]>) =>
    ledger.leaseInside(side, terms);
  const openSource = async () => {
    const takeBudget = sourceBudget(lease, connection.requestsPerMinute, pacer, deps.sleep);
    const credentials = { url: STORE_URL, key: STORE_KEY, secret: STORE_SECRET };
    return prestashop.open(credentials, { ...deps, takeBudget }, harness.facts);
  };
  const openChannel = () => {
    const takeBudget = leasedBudget(lease, "channel", deps.sleep);
    return withFreshAccess(
      (token) => tiktokShop.open(CHANNEL_APP, token, shop, { ...channelDeps, takeBudget }),
      (stale) => ledger.freshAccess(stale),
    );
  };
  let source: ReturnType<typeof openSource> | undefined;
  let channel: ReturnType<typeof openChannel> | undefined;
  return {
    isActive: true,
    source: () => (source ??= openSource()),
    channel: () => (channel ??= openChannel()),
    get transport() {
      return transportInto(harness.facts);
    },
    get isStoreFresh() {
      return isStoreFresh(harness.facts, harness.now);
    },
    get requestsPerMinute() {
      return connection.requestsPerMinute;
    },
    warehouseId,
    currency: "GBP",
    get holdBack() {
      return connection.holdBack;
    },
    get carriers() {
      return connection.carriers;
    },
    get wording() {
      const { orderCarrierReference } = connection;
      return {
        paymentLabel: "TikTok Shop",
        mailDomain: "channel.invalid",
        moneyChoice: "paid" as const,
        ...(orderCarrierReference && { carrierReference: orderCarrierReference }),
      };
    },
  };
}

async function freshAccess(
  harness: LedgerHarness,
  deps: Omit<PlatformDeps, "takeBudget">,
  stale: string | undefined,
): Promise<string> {
  const { accessToken, accessExpiresAt, refreshToken } = harness.tokens;
  if (accessToken !== stale && accessExpiresAt > harness.now) return accessToken;
  const platformDeps = { ...deps, takeBudget: async () => {} };
  harness.tokens = await tiktokShop.refreshTokens(CHANNEL_APP, refreshToken, platformDeps);
  return harness.tokens.accessToken;
}
