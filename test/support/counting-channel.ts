/**
 * The ledger's stock beside a channel that keeps counters of its own: buyers, cancellations and
 * sellers move them without Weft. Only the steps that send stock and prices run.
 */
import type { LedgerConnection, LedgerPorts } from "../../src/ledger/ports";
import { openLedgerStorage, type LedgerStorage } from "../../src/ledger/storage";
import { STEPS } from "../../src/ledger/steps/step-table";
import type { StepContext } from "../../src/ledger/steps/step";
import type { ChannelSession } from "../../src/platforms/channel";
import { sqliteStorage, type SqliteStorage } from "./sqlite-storage";

const PRODUCT = "8";
export const LISTING = "P1";
const REFUSED = { code: "tiktok.quantity_refused", message: "quantity must be at least 1" };
const KINDS = ["push-stock", "push-price"] as const;

export interface CountingChannel {
  now: number;
  sqlite: SqliteStorage;
  storage: LedgerStorage;
  /** Units and prices the channel shows, by SKU. */
  counters: Map<string, number>;
  prices: Map<string, number>;
  isOnSale: boolean;
  refusesZero: boolean;
  /** Names of the calls since the last drain began. */
  calls: string[];
  /** Runs while a call is under way, after its effect. */
  afterCall(name: string): void;
  /** Binds SKU "S<variant>" of the product with what the channel shows of it. */
  bind(variantId: string, quantity: number, priceMinor?: number): void;
  count(variantId: string, quantity: number, priceMinor?: number): void;
  /** Sends all that is due; answers the calls made. */
  drain(): Promise<string[]>;
}

/** `startedAt`: when the ledger's object begins, epoch ms. */
export function countingChannel(sqlite = sqliteStorage(), startedAt = 10_000_000): CountingChannel {
  const clock = { now: startedAt };
  const world: CountingChannel = {
    get now() {
      return clock.now;
    },
    set now(at) {
      clock.now = at;
    },
    sqlite,
    storage: openLedgerStorage(sqlite, () => clock.now),
    counters: new Map(),
    prices: new Map(),
    isOnSale: true,
    refusesZero: false,
    calls: [],
    afterCall: () => {},
    bind(variantId, quantity, priceMinor = 1000) {
      const channelSkuId = `S${variantId}`;
      world.count(variantId, quantity, priceMinor);
      world.counters.set(channelSkuId, quantity);
      world.prices.set(channelSkuId, priceMinor);
      const sent = { sentQuantity: quantity, sentPriceMinor: priceMinor };
      const key = { productId: PRODUCT, variantId };
      const binding = { ...key, channelProductId: LISTING, channelSkuId, ...sent };
      world.storage.publisher.bind([binding]);
    },
    count(variantId, quantity, priceMinor) {
      world.now += 1;
      const price = priceMinor === undefined ? {} : { priceMinor };
      const seen = { productId: PRODUCT, variantId, quantity, ...price };
      world.storage.publisher.observe([seen], world.now);
    },
    async drain() {
      world.calls = [];
      for (let round = 0; round < 20; round += 1) {
        world.now += 2_000;
        const row = world.storage.outbox.takeNext(world.now, 60_000, [], KINDS);
        if (!row) break;
        await STEPS[row.kind](contextOf(world), LISTING);
        world.storage.outbox.finish(row, world.now);
      }
      return world.calls;
    },
  };
  return world;
}

function contextOf(world: CountingChannel): StepContext {
  const connection: Partial<LedgerConnection> = {
    warehouseId: "W1",
    currency: "GBP",
    channel: async () => channelOf(world) as Partial<ChannelSession> as ChannelSession,
  };
  return {
    storage: world.storage,
    ports: { now: () => world.now } as Partial<LedgerPorts> as LedgerPorts,
    connection: async () => connection as LedgerConnection,
    gate: { pass: (_perMinute, _isBegun, make) => make() },
  };
}

function channelOf(world: CountingChannel) {
  const call = <T>(name: string, effect: () => T): T => {
    world.calls.push(name);
    const answer = effect();
    world.afterCall(name);
    return answer;
  };
  const put = (isOnSale: boolean) => (ids: readonly string[]) => {
    world.isOnSale = isOnSale;
    return ids.map((id) => ({ id }));
  };
  return {
    setQuantities: async (_listing, _warehouse, changes) =>
      call(`quantities ${changes.map((one) => `${one.channelSkuId}=${one.quantity}`).join()}`, () =>
        changes.map(({ channelSkuId, quantity }) => {
          if (quantity === 0 && world.refusesZero) return { channelSkuId, error: REFUSED };
          world.counters.set(channelSkuId, quantity);
          return { channelSkuId };
        }),
      ),
    setPrices: async (_listing, _currency, changes) =>
      call(`prices ${changes.map((one) => `${one.channelSkuId}=${one.priceMinor}`).join()}`, () =>
        changes.map(({ channelSkuId, priceMinor }) => {
          world.prices.set(channelSkuId, priceMinor);
          return { channelSkuId };
        }),
      ),
    activateListings: async (ids) => call("activate", () => put(true)(ids)),
    deactivateListings: async (ids) => call("deactivate", () => put(false)(ids)),
  } satisfies Partial<ChannelSession>;
}
