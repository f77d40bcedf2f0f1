/**
 * The ledger itself over SQLite in memory, with two hand-written shops behind it. The shops may die
 * before or after any effect, as a crashed object leaves them.
 */
import type { ChannelOrder } from "../../src/domain/orders/channel-order";
import type { OrderProjection } from "../../src/domain/orders/order-projection";
import { openPacer } from "../../src/platforms/http/pacer";
import type { Transport } from "../../src/domain/connections/source-store";
import { SyncError } from "../../src/domain/errors/sync-error";
import { fenceMs } from "../../src/ledger/fence";
import { LedgerCore } from "../../src/ledger/ledger-core";
import type { LedgerPorts, LedgerConnection } from "../../src/ledger/ports";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import type { ChannelSession, SkuResult } from "../../src/platforms/channel";
import type { SourceOrder, SourceSession, SourceShipment } from "../../src/platforms/source";
import type { OrderDraft } from "../../src/domain/orders/order-draft";
import { sqliteStorage, type SqliteStorage } from "./sqlite-storage";

const HTTP_TIMEOUT_MS = 300;
/** How long a row found running at waking is left alone. */
export const FENCE_MS = fenceMs(HTTP_TIMEOUT_MS);

export interface FakeShops {
  now: number;
  /** The channel's orders by id. */
  orders: Map<string, ChannelOrder>;
  /** Orders in a shape nobody knows. */
  unreadable: Set<string>;
  /** What the channel shows per SKU. */
  shown: Map<string, number>;
  prices: Map<string, number>;
  /** The store: orders by cart, and counts by "product:variant". */
  carts: Map<string, { id: string; draft: OrderDraft; isCancelled: boolean }>;
  counts: Map<string, number>;
  shipments: Map<string, Partial<SourceShipment> & { trackingNumber?: string }>;
  /** How the store is reached, and how the connection expects it to be. */
  transport: Transport;
  expectedTransport: Transport;
  /** Events that wait in the store. */
  waitingEvents: number;
  calls: string[];
  listingStates: Map<string, "live" | "paused">;
  /** Throws or hangs before ("name") or after ("name!") an effect; asked for every call. */
  disturb(point: string): Promise<void> | void;
}

export interface LedgerHarness {
  shops: FakeShops;
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
  };
  /** Drains until nothing is due, moving the clock to what comes within `horizonMs`. */
  drainUntilIdle(horizonMs?: number): Promise<void>;
  drainOnce(): Promise<void>;
  /** The alarm rings at its time; answers that time, undefined when none is set. */
  ring(): Promise<number | undefined>;
  /** The object dies and another wakes over the same storage. */
  restart(): void;
}

/** Runs a test's body with a fresh ledger. */
export async function withLedger(body: (harness: LedgerHarness) => Promise<void>): Promise<void> {
  await body(openLedger());
}

export function openLedger(httpTimeoutMs = HTTP_TIMEOUT_MS): LedgerHarness {
  const shops = openFakeShops();
  const sqlite = sqliteStorage();
  const wake = () =>
    new LedgerCore({ storage: sqlite, waitUntil: () => {} }, () => portsOf(harness, httpTimeoutMs));
  const harness: LedgerHarness = {
    shops,
    sqlite,
    get ledger() {
      return ledger;
    },
    storage: openLedgerStorage(sqlite, () => shops.now),
    projections: new Map(),
    problems: new Map(),
    tasks: new Map(),
    connection: { holdBack: 0, carriers: [{ carrierReference: "2", providerId: "PR2" }] },
    drainOnce: () => ledger.alarm(),
    async drainUntilIdle(horizonMs = 60_000) {
      const end = shops.now + horizonMs;
      for (let round = 0; round < 200; round += 1) {
        const dueAt = harness.storage.outbox.nextDueAt();
        if (dueAt === undefined || dueAt > end) return;
        shops.now = Math.max(shops.now, dueAt);
        await harness.drainOnce();
      }
      throw new Error("the ledger never came to rest");
    },
    async ring() {
      const { alarmAt } = sqlite;
      if (alarmAt === null) return undefined;
      shops.now = Math.max(shops.now, alarmAt);
      sqlite.alarmAt = null;
      await ledger.alarm();
      return alarmAt;
    },
    restart() {
      ledger = wake();
    },
  };
  let ledger = wake();
  return harness;
}

/** Read at each use: a test may change what the ledger has opened already. */
function connectionOf({ shops, connection }: LedgerHarness): LedgerConnection {
  return {
    isActive: true,
    source: async () => sourceOf(shops) as Partial<SourceSession> as SourceSession,
    channel: async () => channelOf(shops) as Partial<ChannelSession> as ChannelSession,
    get transport() {
      return shops.expectedTransport;
    },
    isStoreFresh: true,
    requestsPerMinute: 60,
    warehouseId: "W1",
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

function portsOf(harness: LedgerHarness, httpTimeoutMs: number): LedgerPorts {
  const silent = () => {};
  return {
    connectionId: "con_1",
    now: () => harness.shops.now,
    pacer: openPacer({ now: () => harness.shops.now, sleep: async () => {} }),
    random: () => 0.5,
    log: { info: silent, warn: silent, error: silent },
    timing: {
      httpTimeoutMs,
      orderPollMs: 1e9,
      stockScanMs: 1e9,
      moduleScanMs: 5e8,
      shipmentScanMs: 1e9,
    },
    open: async () => connectionOf(harness),
    async projectOrder(projection) {
      await harness.shops.disturb("project");
      const known = harness.projections.get(projection.channelOrderId);
      const entries = [...(known?.entries ?? []), ...projection.entries];
      harness.projections.set(projection.channelOrderId, { ...projection, entries });
      await harness.shops.disturb("project!");
    },
    raiseProblem: async (key, error) => void harness.problems.set(key, error),
    clearProblem: async (key) => void harness.problems.delete(key),
    observeProducts: async () => [],
    refreshListing: async () => {},
    async refreshStore() {
      harness.shops.calls.push("refresh-shop");
      await harness.shops.disturb("refresh-shop");
      harness.shops.expectedTransport = harness.shops.transport;
    },
    finishTask: async (taskId, counts) => void harness.tasks.set(taskId, counts),
    freshAccess: async () => "token",
  };
}

function openFakeShops(): FakeShops {
  return {
    now: 10_000_000,
    orders: new Map(),
    unreadable: new Set(),
    shown: new Map(),
    prices: new Map(),
    carts: new Map(),
    counts: new Map(),
    shipments: new Map(),
    transport: "webservice",
    expectedTransport: "webservice",
    waitingEvents: 0,
    calls: [],
    listingStates: new Map(),
    disturb: () => {},
  };
}

function sourceOf(shops: FakeShops) {
  const call = async <T>(name: string, effect: () => T): Promise<T> => {
    shops.calls.push(name);
    await shops.disturb(name);
    const answer = effect();
    await shops.disturb(`${name}!`);
    return answer;
  };
  const move = (draft: OrderDraft, sign: number) => {
    for (const { productId, variantId, quantity } of draft.lines) {
      const key = `${productId}:${variantId}`;
      shops.counts.set(key, (shops.counts.get(key) ?? 0) + sign * quantity);
    }
  };
  const levels = () =>
    [...shops.counts].map(([key, quantity]) => {
      const [productId = "", variantId = ""] = key.split(":");
      return { productId, variantId, quantity };
    });
  return {
    async importOrder(draft, progress, remember) {
      let cart = progress["cart"];
      if (!cart) {
        cart = await call("cart", () => `cart-${shops.calls.length}`);
        remember({ cart });
      }
      const cartId = cart;
      // One order per cart is the store's own rule; looking first spares the refusal.
      const made =
        (await call("find-order", () => shops.carts.get(cartId))) ??
        (await call("order", () => {
          const known = shops.carts.get(cartId);
          if (known) throw new SyncError("retry", "prestashop.cart_ordered");
          const order = { id: String(shops.carts.size + 1), draft, isCancelled: false };
          shops.carts.set(cartId, order);
          move(draft, -1);
          return order;
        }));
      return toSourceOrder(made.id, made.draft);
    },
    cancelOrder: (orderId) =>
      call("cancel-source", () => {
        const made = [...shops.carts.values()].find(({ id }) => id === orderId);
        if (!made || made.isCancelled) return;
        made.isCancelled = true;
        move(made.draft, 1);
      }),
    readStock: (productIds) =>
      call("read-stock", () =>
        levels().filter((level) => !productIds || productIds.includes(level.productId)),
      ),
    readStockChanges: (cursor) =>
      call(cursor ? `read-changes:${cursor}` : "read-stock", () => ({
        levels: cursor ? [] : levels(),
        gone: [],
        cursor: shops.transport === "module" ? String(shops.calls.length) : null,
        isWhole: !cursor,
        transport: shops.transport,
      })),
    flushEvents: () => call("flush", () => ({ sent: 0, waiting: shops.waitingEvents })),
    readShipments: (orderIds) =>
      call("read-shipments", () =>
        orderIds.map((orderId) => {
          const { trackingNumber = "", ...shipment } = shops.shipments.get(orderId) ?? {};
          const carrier = { carrierReference: "2", carrierName: "Evri" };
          return {
            orderId,
            orderStateId: "2",
            isShipped: false,
            isDelivered: false,
            isCancelled: false,
            parcels: [{ contents: null, trackingNumber, ...carrier }],
            ...shipment,
          };
        }),
      ),
  } satisfies Partial<SourceSession>;
}

function toSourceOrder(id: string, draft: OrderDraft): SourceOrder {
  const { totalMinor, currency, shippingMinor, discountMinor } = draft;
  const productsMinor = totalMinor - shippingMinor + discountMinor;
  return {
    id,
    reference: `REF${id}`,
    totalMinor,
    currency,
    orderStateId: "11",
    isPaid: true,
    figures: { productsMinor, shippingMinor, discountMinor, totalMinor, taxes: [] },
    transport: "webservice",
    oversold: [],
  };
}

function channelOf(shops: FakeShops) {
  const call = async <T>(name: string, effect: () => T): Promise<T> => {
    shops.calls.push(name);
    await shops.disturb(name);
    const answer = effect();
    await shops.disturb(`${name}!`);
    return answer;
  };
  const change = (orderId: string, update: (order: ChannelOrder) => Partial<ChannelOrder>) => {
    const order = shops.orders.get(orderId);
    if (!order) throw new SyncError("merchant", "tiktok.order_unknown");
    shops.orders.set(orderId, { ...order, ...update(order), updatedAt: order.updatedAt + 1000 });
  };
  return {
    readOrders: (ids) =>
      call("read-order", () => {
        if (ids.some((id) => shops.unreadable.has(id)))
          throw new SyncError("defect", "tiktok.unexpected_shape");
        return ids.flatMap((id) => structuredClone(shops.orders.get(id) ?? []));
      }),
    pollOrders: (from, cursor) =>
      call("poll", () => {
        const all = [...shops.orders.values()]
          .filter(({ updatedAt }) => updatedAt >= from)
          .toSorted((a, b) => a.updatedAt - b.updatedAt);
        const start = Number(cursor ?? 0);
        const next = start + 2 < all.length ? { next: String(start + 2) } : {};
        const page = structuredClone(all.slice(start, start + 2));
        const isUnreadable = ({ id }: ChannelOrder) => shops.unreadable.has(id);
        const unreadable = page.filter(isUnreadable).map(({ id }) => id);
        return { orders: page.filter((order) => !isUnreadable(order)), unreadable, ...next };
      }),
    shipOrder: ({ orderId, lineIds, trackingNumber }) =>
      call("ship", () => {
        if (shops.orders.get(orderId)?.state !== "awaiting_shipment")
          throw new SyncError("merchant", "tiktok.already_shipped");
        change(orderId, ({ lines }) => ({
          state: "awaiting_collection",
          packageIds: ["K1"],
          lines: lines.map((line) =>
            lineIds.includes(line.id)
              ? Object.assign(line, { trackingNumber, packageId: "K1" })
              : line,
          ),
        }));
        return { packageId: "K1" };
      }),
    updateTracking: (orderId, _packageId, trackingNumber) =>
      call("update-tracking", () =>
        change(orderId, ({ lines }) => ({
          lines: lines.map((line) => Object.assign(line, { trackingNumber })),
        })),
      ),
    cancelOrder: (orderId) =>
      call("cancel-channel", () =>
        change(orderId, () => ({ state: "cancelled", cancelledBy: "seller" })),
      ),
    setQuantities: (_listing, _warehouse, changes) =>
      call("set-quantities", () =>
        changes.map(({ channelSkuId, quantity }): SkuResult => {
          shops.shown.set(channelSkuId, quantity);
          return { channelSkuId };
        }),
      ),
    setPrices: (_listing, _currency, changes) =>
      call("set-prices", () =>
        changes.map(({ channelSkuId, priceMinor }): SkuResult => {
          shops.prices.set(channelSkuId, priceMinor);
          return { channelSkuId };
        }),
      ),
    deactivateListings: (ids) =>
      call("deactivate", () =>
        ids.map((id) => {
          shops.listingStates.set(id, "paused");
          return { id };
        }),
      ),
    activateListings: (ids) =>
      call("activate", () =>
        ids.map((id) => {
          shops.listingStates.set(id, "live");
          return { id };
        }),
      ),
  } satisfies Partial<ChannelSession>;
}
