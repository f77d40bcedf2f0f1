/**
 * What the ledger of a test reaches outside: the clients over the simulated shops, opened as the wiring
 * opens them, and a read model in maps.
 */
import type { OrderProjection } from "../../src/domain/orders/order-projection";
import type { CancelReason } from "../../src/domain/orders/cancel-reason";
import type { StateRule } from "../../src/domain/orders/store-changes";
import type { SyncError } from "../../src/domain/errors/sync-error";
import type { PriceRule } from "../../src/domain/stock/price-rule";
import type { LowStockRule, Sends } from "../../src/domain/stock/product-rule";
import type { StockRule } from "../../src/domain/stock/stock-rule";
import { isStoreFresh, transportInto } from "../../src/domain/connections/source-store";
import { choiceKey, type ReadingChoice } from "../../src/domain/connections/reading-choice";
import type { InnerLedger, LedgerConnection, LedgerPorts } from "../../src/ledger/ports";
import type { ChannelSession } from "../../src/platforms/channel";
import type { PlatformDeps } from "../../src/platforms/deps";
import { leasedBudget, sourceBudget } from "../../src/platforms/http/leased-budget";
import { openPacer } from "../../src/platforms/http/pacer";
import { prestashop } from "../../src/platforms/prestashop/manifest";
import { tiktokShop } from "../../src/platforms/tiktok-shop/manifest";
import type { LedgerApi } from "../../src/sync/ledger-api";
import type { ShownListing } from "../../src/sync/listings/refresh-listing";
import {
  refreshNamedListings,
  type RefreshNamedDeps,
} from "../../src/sync/listings/refresh-named-listings";
import { withFreshAccess } from "../../src/sync/connections/with-fresh-access";
import { cataloguePorts, type Catalogue, type Sold } from "./memory-catalogue";
import { RESTING_DEPS } from "./platform-deps";
import { passPoint, throughPoints, type Life, type RequestPoints } from "./request-points";
import {
  CHANNEL_APP,
  CHANNEL_EVENTS,
  STORE_KEY,
  STORE_SECRET,
  STORE_URL,
  type SimulatedShops,
} from "./simulated-shops";

/** What is around a ledger, and stays when its object dies. */
export interface LedgerSurroundings extends SimulatedShops {
  now: number;
  requests: RequestPoints;
  projections: Map<string, OrderProjection>;
  problems: Map<string, SyncError>;
  /** SKUs that were dropped because the channel does not have them. */
  dropped: string[];
  /** The products that are kept. */
  catalogue: Catalogue;
  /** The products that are in categories of the channel, by its id. */
  categories: Map<string, readonly string[]>;
  /** Listings that are kept, by the channel's id. */
  listings: Map<string, ShownListing>;
  /** What the SKUs of the channel were made of. */
  sold: Sold;
  tasks: Map<string, Record<string, number>>;
  connection: {
    /** Epoch ms. */
    connectedAt: number;
    stockRule: StockRule;
    sends: Sends;
    lowStock: LowStockRule | null;
    priceRule: PriceRule | null;
    carriers: { carrierReference: string; providerId: string }[];
    /** The carrier orders are given. */
    orderCarrierReference?: string;
    requestsPerMinute: number;
    productScanMs: number;
    cancelReason: CancelReason;
    stateRules: StateRule[];
    writesShipped: boolean;
    writesDelivered: boolean;
    retriesOrders: boolean;
    /** For whom products are read. */
    reading: ReadingChoice;
  };
  /** Told of each event that the ledger logs. */
  log(event: string): void;
  /** Reads of the store's facts that the ledger asked for. */
  factReads: number;
}

function depsOf(around: LedgerSurroundings, life: Life): Omit<PlatformDeps, "takeBudget"> {
  const { requests, world } = around;
  return {
    ...RESTING_DEPS,
    now: () => around.now,
    sleep: async (ms) => void (around.now += ms),
    // A hanging call hangs for good: a test lets the object die instead.
    deadline: () => new AbortController().signal,
    fetch: throughPoints(requests, life, (request) => world.fetch(request)),
  };
}

export function portsOf(
  around: LedgerSurroundings,
  ledger: InnerLedger,
  life: Life,
  httpTimeoutMs: number,
): LedgerPorts {
  const deps = depsOf(around, life);
  const pacer = openPacer(deps);
  const open = () => connectionOf(around, ledger, { ...deps, pacer });
  const note = (event: string) => around.log(event);
  const project = { request: "project" };
  return {
    connectionId: "con_1",
    now: deps.now,
    pacer,
    random: () => 0.5,
    log: { info: note, warn: note, error: note },
    timing: {
      httpTimeoutMs,
      orderPollMs: 1e9,
      stockScanMs: 1e9,
      moduleScanMs: 5e8,
      get productScanMs() {
        return around.connection.productScanMs;
      },
      shipmentScanMs: 1e9,
    },
    open: async () => open(),
    async projectOrder(projection) {
      await passPoint(around.requests, life, { ...project, when: "sent" });
      const known = around.projections.get(projection.channelOrderId);
      const entries = [...(known?.entries ?? []), ...projection.entries];
      around.projections.set(projection.channelOrderId, { ...projection, entries });
      await passPoint(around.requests, life, { ...project, when: "answered" });
    },
    raiseProblem: async (key, error) => void around.problems.set(key, error),
    clearProblem: async (key) => void around.problems.delete(key),
    ...cataloguePorts(around.catalogue, around.sold, ledger, () => open().source(), deps.now),
    refreshListings: (named) =>
      refreshNamedListings(
        listingPorts(around, ledger, () => open().channel()),
        named,
      ),
    listCategoryProducts: async (id) => [...(around.categories.get(id) ?? [])],
    dropOffers: async (_listing, skuIds) => void around.dropped.push(...skuIds),
    async refreshStore() {
      around.factReads += 1;
      const source = await open().source();
      around.facts = await source.readStore();
    },
    finishTask: async (taskId, counts) => void around.tasks.set(taskId, counts),
    freshAccess: (stale) => freshAccess(around, deps, stale),
  };
}

/** The listings of the read model, as far as a read of them on the channel reaches. */
function listingPorts(
  { listings, ...around }: LedgerSurroundings,
  ledger: InnerLedger,
  openChannel: () => Promise<ChannelSession>,
): RefreshNamedDeps {
  return {
    now: () => around.time.now,
    openChannel,
    ledger,
    shown: { list: async (ids) => ids.flatMap((id) => listings.get(id) ?? []) },
    listings: {
      offersOf: async () => [],
      async saveReport(productId, { status, syncState, reasons }) {
        const [id, listing] = [...listings].find(([, one]) => one.productId === productId) ?? [];
        if (id && listing) listings.set(id, { ...listing, status, syncState, reasons });
      },
      async unbind(productId) {
        for (const [id, one] of listings) if (one.productId === productId) listings.delete(id);
      },
    },
  };
}

/** As the wiring opens it, but that what the merchant sets is read at each use. */
function connectionOf(
  around: LedgerSurroundings,
  ledger: InnerLedger,
  deps: Omit<PlatformDeps, "takeBudget"> & { pacer: LedgerPorts["pacer"] },
): LedgerConnection {
  const { connection, shop, warehouseId } = around;
  const { pacer, ...channelDeps } = deps;
  const lease = async (...[side, , terms]: Parameters<InnerLedger["lease"]>) =>
    ledger.leaseInside(side, terms);
  const noteWrite: PlatformDeps["noteWrite"] = (note) => ledger.noteWrites([note]);
  const openSource = async () => {
    const takeBudget = sourceBudget(lease, connection.requestsPerMinute, pacer, deps.sleep);
    const credentials = { url: STORE_URL, key: STORE_KEY, secret: STORE_SECRET };
    return prestashop.open(
      credentials,
      { ...deps, takeBudget, noteWrite },
      around.facts,
      connection.reading,
    );
  };
  const openChannel = () => {
    const takeBudget = leasedBudget(lease, "channel", deps.sleep);
    return withFreshAccess(
      (token) =>
        tiktokShop.open(CHANNEL_APP, token, shop, { ...channelDeps, takeBudget, noteWrite }),
      (stale) => ledger.freshAccess(stale),
    );
  };
  let source: ReturnType<typeof openSource> | undefined;
  let channel: ReturnType<typeof openChannel> | undefined;
  return {
    isActive: true,
    get connectedAt() {
      return connection.connectedAt;
    },
    source: () => (source ??= openSource()),
    channel: () => (channel ??= openChannel()),
    get transport() {
      return transportInto(around.facts);
    },
    get isStoreFresh() {
      return isStoreFresh(around.facts, around.now);
    },
    get requestsPerMinute() {
      return connection.requestsPerMinute;
    },
    warehouseId,
    get currency() {
      return around.facts.currency;
    },
    get isReadAsChosen() {
      return (around.facts.choice ?? "||") === choiceKey(connection.reading);
    },
    marketCurrency: "GBP",
    get sends() {
      return connection.sends;
    },
    get priceRule() {
      return connection.priceRule;
    },
    get lowStock() {
      return connection.lowStock;
    },
    get stockRule() {
      return connection.stockRule;
    },
    get carriers() {
      return connection.carriers;
    },
    get stateRules() {
      return connection.stateRules;
    },
    get writesShipped() {
      return connection.writesShipped;
    },
    get writesDelivered() {
      return connection.writesDelivered;
    },
    get retriesOrders() {
      return connection.retriesOrders;
    },
    get cancelReason() {
      return connection.cancelReason;
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

/** What a shop sent, verified by its platform; 401 for what nobody signed. */
export async function receiveEvent(
  ledger: LedgerApi,
  request: Request,
  now: number,
): Promise<Response> {
  const { url, headers } = request;
  const body = new Uint8Array(await request.arrayBuffer());
  if (url === CHANNEL_EVENTS) {
    const event = await tiktokShop.verifyEvent(CHANNEL_APP, headers, body);
    if (event) await ledger.ingestChannelEvent(event);
    return new Response(null, { status: event ? 200 : 401 });
  }
  const event = await prestashop.verifyEvent(STORE_SECRET, headers, body, now);
  if (event) await ledger.ingestSourceEvent(event);
  return new Response(null, { status: event ? 200 : 401 });
}

async function freshAccess(
  around: LedgerSurroundings,
  deps: Omit<PlatformDeps, "takeBudget">,
  stale: string | undefined,
): Promise<string> {
  const { accessToken, accessExpiresAt, refreshToken } = around.tokens;
  if (accessToken !== stale && accessExpiresAt > around.now) return accessToken;
  const platformDeps = { ...deps, takeBudget: async () => {} };
  around.tokens = await tiktokShop.refreshTokens(CHANNEL_APP, refreshToken, platformDeps);
  return around.tokens.accessToken;
}
