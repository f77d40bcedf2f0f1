/**
 * The catalogue's side alone, for tests: real database and both simulated shops, a queue and a
 * clock that the test controls, a ledger that answers what the store holds and records its calls.
 */
import { env } from "cloudflare:workers";
import type { WorldSeed } from "../../simulator/world";
import { compose } from "../../src/compose";
import { openConnection } from "../../src/compose/open-connection";
import { openPorts } from "../../src/tasks/connection-ports";
import { startPull } from "../../src/tasks/start-pull";
import { startSuggest } from "../../src/tasks/start-suggest";
import { consumeBatch } from "../../src/jobs/consume";
import { consumeDeadBatch } from "../../src/jobs/dead-letter";
import type { JobMessage } from "../../src/tasks/messages";
import type { LedgerApi, OfferBinding, StockView } from "../../src/sync/ledger-api";
import type { ChannelSession } from "../../src/platforms/channel";
import type { SourceSession } from "../../src/platforms/source";
import type { Services } from "../../src/tasks/services";
import { DONE_REPLAY } from "./journal-samples";
import { jobBatch } from "./job-batch";
import { connectedMerchant, PACKAGE_DEFAULTS, rowsOf, saveSettings } from "./merchant";
import { recordingDatabase, type StatementCost } from "./recording-database";
import { simulatedWorld } from "./simulated-world";

export interface SessionOverrides {
  /** Methods of the channel session to replace: changed, or failing. */
  channel?: (session: ChannelSession) => Partial<ChannelSession>;
  source?: (session: SourceSession) => Partial<SourceSession>;
}

type Entry = { body: JobMessage; attempts: number; dueAt: number };

export async function catalogueHarness(
  overrides: SessionOverrides = {},
  seed: WorldSeed = {},
  connect: Parameters<typeof connectedMerchant>[1] = {},
) {
  const world = simulatedWorld(seed);
  // A channel shop feeds one connection: that of the test before gives it free.
  await env.DB.exec("DELETE FROM connection");
  const connected = await connectedMerchant(world, connect);
  const { connectionId, merchant } = connected;
  await saveSettings(merchant, connectionId, { packageDefaults: PACKAGE_DEFAULTS });
  const clock = { aheadMs: 0 };
  const queue: Entry[] = [];
  const calls: string[] = [];
  const bound: OfferBinding[] = [];
  const observed: number[] = [];
  const statements: StatementCost[] = [];
  const real = compose({ ...env, DB: recordingDatabase(env.DB, statements) });
  const now = () => Date.now() + clock.aheadMs;
  const ledger = fakeLedger(real.ledger(connectionId), bound, observed, calls);
  const services: Services = {
    ...real,
    now,
    ledger: () => ledger,
    enqueue: async (messages, delaySeconds = 0) => {
      for (const body of messages)
        queue.push({ body, attempts: 1, dueAt: now() + delaySeconds * 1000 });
    },
    openConnection: async (id) => {
      const opened = await openConnection(real, id, {
        lease: async (_side, wanted) => ({ granted: wanted, waitMs: 0 }),
        freshAccess: (stale) => real.ledger(id).freshAccess(stale),
      });
      return {
        ...opened,
        channel: async () => withOverride(await opened.channel(), overrides.channel, calls),
        source: async () => withOverride(await opened.source(), overrides.source, calls),
      };
    },
  };

  /** Delivers what is due; `isPatient` moves the clock on to what is delayed. Answers how many. */
  async function drain(isPatient = true, limit = 400): Promise<number> {
    let delivered = 0;
    while (queue.length > 0 && delivered < limit) {
      queue.sort((a, b) => a.dueAt - b.dueAt);
      const [entry] = queue.splice(0, 1);
      if (!entry) break;
      if (entry.dueAt > now()) {
        if (!isPatient) {
          queue.push(entry);
          break;
        }
        clock.aheadMs += entry.dueAt - now();
      }
      await deliver(entry);
      delivered += 1;
    }
    return delivered;
  }

  const deliver = ({ body, attempts }: Entry): Promise<void> =>
    consumeBatch(
      services,
      jobBatch({
        body,
        attempts,
        timestamp: new Date(now()),
        retry: (delaySeconds) =>
          queue.push({ body, attempts: attempts + 1, dueAt: now() + delaySeconds * 1000 }),
      }),
    );

  return {
    ...connected,
    services,
    /** What the connection's use cases reach. */
    ports: async () => openPorts(services, await services.openConnection(connectionId)),
    realLedger: real.ledger(connectionId),
    queue,
    calls,
    statements,
    bound,
    observed,
    clock,
    drain,
    deliver,
    dead: (body: JobMessage) =>
      consumeDeadBatch(services, jobBatch({ body, attempts: 1, timestamp: new Date(now()) })),
    task: async (taskId: string) => {
      const [row] = await rowsOf<{ state: string; counts: string; total: number; problem: string }>(
        "SELECT state, counts, total, problem FROM task WHERE id = ?",
        taskId,
      );
      return { ...row, counts: JSON.parse(row?.counts ?? "{}") as Record<string, number> };
    },
    items: async (taskId: string) => {
      const rows = await rowsOf<{ item_key: string; state: string; reasons: string }>(
        "SELECT item_key, state, reasons FROM task_item WHERE task_id = ? ORDER BY item_key",
        taskId,
      );
      return rows.map((row) => ({
        key: row.item_key,
        state: row.state,
        codes: (JSON.parse(row.reasons) as { code: string }[]).map(({ code }) => code),
      }));
    },
  };
}

export type CatalogueHarness = Awaited<ReturnType<typeof catalogueHarness>>;

/** A harness whose catalogue is pulled and whose categories are suggested and accepted. */
export async function mappedCatalogue(
  overrides: SessionOverrides = {},
  seed: WorldSeed = {},
): Promise<CatalogueHarness> {
  const harness = await catalogueHarness(overrides, seed);
  const { services, connectionId } = harness;
  await startPull(services, connectionId, {}, "ada");
  await harness.drain();
  await startSuggest(services, connectionId, "ada");
  await harness.drain();
  await (await harness.ports()).mappings.acceptSuggestions();
  harness.calls.length = 0;
  return harness;
}

/** Products the simulated channel holds. */
export function channelProducts(harness: CatalogueHarness) {
  return harness.world.storage.list<{ id: string }>("tts:product");
}

/** Records every call by name; `override` replaces some. */
function withOverride<S extends object>(
  session: S,
  override: ((session: S) => Partial<S>) | undefined,
  calls: string[],
): S {
  const merged = { ...session, ...override?.(session) };
  const entries = Object.entries(merged).map(([name, method]) => [
    name,
    (...given: unknown[]) => {
      calls.push(name);
      return (method as (...given: unknown[]) => unknown)(...given);
    },
  ]);
  return Object.fromEntries(entries) as S;
}

function fakeLedger(
  real: LedgerApi,
  bound: OfferBinding[],
  observed: number[],
  calls: string[],
): LedgerApi {
  const view = (seen: { productId: string; variantId: string; quantity: number }): StockView => ({
    productId: seen.productId,
    variantId: seen.variantId,
    physical: seen.quantity,
    reserved: 0,
    sellable: Math.max(0, seen.quantity),
    published: null,
  });
  return {
    ingestChannelEvent: (event) => real.ingestChannelEvent(event),
    hasSourceEvent: (id) => real.hasSourceEvent(id),
    ingestSourceEvent: (event) => real.ingestSourceEvent(event),
    observe: async (observations) => {
      observed.push(observations.length);
    },
    planStock: async (observations) => observations.map(view),
    readStock: async () => [],
    previewStock: async (seen) => seen.map(({ quantity }) => Math.max(0, quantity)),
    readCategoryStock: async () => null,
    readStockOfCategory: async () => null,
    setCategoryStock: async () => undefined,
    placeCategories: async () => undefined,
    bindOffers: async (bindings) => {
      calls.push("bindOffers");
      bound.push(...bindings);
    },
    resend: async (productIds) =>
      productIds.map((productId) => {
        const isBound = bound.some((binding) => binding.productId === productId);
        return { productId, state: isBound ? "sent" : "unlisted" };
      }),
    unbindOffers: async () => {
      calls.push("unbindOffers");
    },
    relinkOffers: async () => void calls.push("relinkOffers"),
    chooseVariant: async () => "chosen",
    doubtOffers: async () => undefined,
    noteListingStates: async () => undefined,
    setProductRules: async () => undefined,
    readProductRules: async () => [],
    changeProductRule: async () => undefined,
    readLowStock: async () => [],
    readPauses: async (ids) => ids.map(() => null),
    rereadProducts: async () => undefined,
    releaseOrders: async () => undefined,
    retryOrder: async () => undefined,
    syncOrder: async () => ({ state: "imported" as const }),
    answerRequest: async () => true,
    handOver: async () => true,
    packOrder: async () => null,
    acknowledgeRefunds: async () => true,
    forgetBuyers: async () => undefined,
    pollOrders: async () => undefined,
    noteWrites: async () => undefined,
    readJournal: async () => ({ rows: [], next: null }),
    replay: async () => DONE_REPLAY,
    readReplay: async () => null,
    poke: async () => undefined,
    lease: async (_side, wanted) => ({ granted: wanted, waitMs: 0 }),
    readCorrections: async () => [],
    auditOrders: async () => [],
    receiveOrders: async () => undefined,
    readFates: async () => [],
    readCounts: async () => [],
    readOrdersNow: async () => true,
    correctOffers: async () => undefined,
    readFlow: async () => ({ waiting: [], silentUntil: { source: null, channel: null } }),
    endSilence: async () => {},
    readTraffic: async () => ({ used: 7, atOnce: 2, blockedUntil: null }),
    freshAccess: (stale) => real.freshAccess(stale),
    setActive: async () => undefined,
    erase: async () => undefined,
  };
}
