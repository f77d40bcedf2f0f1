/**
 * The ledger of one connection: the only decider of published stock and of what may happen to an order.
 * It answers callers and keeps the alarm armed; rules and calls are elsewhere. It uses no API of
 * Cloudflare: storage, clock and ports are handed in, so it runs over SQLite in a test as well.
 */
import { asSyncError } from "../domain/errors/sync-error";
import type { ChannelEvent } from "../platforms/channel";
import type { SourceEvent } from "../platforms/source";
import { openBudgets, type Budgets, type Side } from "./budgets";
import { ingestChannel, ingestSource, sourceKey } from "./ingest";
import { fenceMs } from "./fence";
import type { InnerLedger, LedgerConnection, LedgerPorts } from "./ports";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type {
  Observation,
  OfferBinding,
  ResendResult,
  SourceTraffic,
  StockView,
} from "../sync/ledger-api";
import { openLedgerStorage, type LedgerStorage } from "./storage";
import { RECURRING, allowedKinds, runDueRows } from "./runner";
import type { LedgerHost } from "./storage-port";

/** A changed setting is seen at the latest after this long. */
const CONNECTION_AGE_MS = 60_000;

export class LedgerCore implements InnerLedger {
  readonly #host: LedgerHost;
  readonly #ports: LedgerPorts;
  readonly #now: () => number;
  #rooms: LedgerStorage;
  #budgets: Budgets;
  #opened: { at: number; connection: Promise<LedgerConnection> } | undefined;
  #refreshing: Promise<string> | undefined;
  #draining: Promise<void> | undefined;
  #armedAt: number | undefined;

  /** `openPorts` is handed the ledger to hold on to; it must not call it yet. */
  constructor(host: LedgerHost, openPorts: (ledger: InnerLedger) => LedgerPorts) {
    this.#host = host;
    this.#ports = openPorts(this);
    this.#now = this.#ports.now;
    this.#rooms = openLedgerStorage(host.storage, this.#now);
    this.#budgets = openBudgets(this.#rooms.notes, this.#now, this.#ports.pacer);
    this.#rooms.outbox.fence(this.#now() + fenceMs(this.#ports.timing.httpTimeoutMs));
  }

  async ingestChannelEvent(event: ChannelEvent): Promise<{ isNew: boolean }> {
    return this.#change(() => ingestChannel(this.#rooms, event, this.#now()));
  }

  async ingestSourceEvent(event: SourceEvent): Promise<{ isNew: boolean }> {
    return this.#change(() => ingestSource(this.#rooms, event, this.#now()));
  }

  async hasSourceEvent(deliveryId: string): Promise<boolean> {
    return this.#rooms.notes.hasReceived(sourceKey(deliveryId));
  }

  async observe(observations: readonly Observation[], observedAt: number): Promise<void> {
    this.#change(() => this.#rooms.desk.observe(observations, observedAt));
  }

  async planStock(observations: readonly Observation[], observedAt: number): Promise<StockView[]> {
    if (this.#rooms.notes.read("holdBack") === undefined) {
      const { holdBack } = await this.#connection();
      this.#rooms.notes.write("holdBack", holdBack);
    }
    return this.#change(() => {
      this.#rooms.desk.observe(observations, observedAt);
      return observations.map((seen) => this.#rooms.desk.view(seen));
    });
  }

  async readStock(keys: readonly { productId: string; variantId: string }[]): Promise<StockView[]> {
    return keys.map((key) => this.#rooms.desk.view(key));
  }

  async bindOffers(bindings: readonly OfferBinding[]): Promise<void> {
    this.#change(() => {
      this.#rooms.desk.bind(bindings);
      this.#rooms.book.releaseHeld();
    });
  }

  async resend(productIds: readonly string[], what: "stock" | "price"): Promise<ResendResult[]> {
    const { desk } = this.#rooms;
    const resent = this.#change(() => desk.resend(productIds, what));
    const isJoining = this.#draining !== undefined;
    await this.#drainOnce();
    // The drain that was under way may have looked for the last time already.
    if (isJoining) await this.#drainOnce();
    return desk.readResends(productIds, what, resent);
  }

  async unbindOffers(channelSkuIds: readonly string[]): Promise<void> {
    this.#change(() => this.#rooms.desk.unbind(channelSkuIds));
  }

  async releaseOrders(): Promise<void> {
    this.#opened = undefined;
    this.#change(() => {
      const { book, outbox, orders } = this.#rooms;
      const now = this.#now();
      book.reopen();
      outbox.hurry(now);
      outbox.schedule("review-stock", "review-stock", now);
      for (const orderId of orders.listUnshipped()) book.schedule("export-shipment", orderId, now);
    });
  }

  async retryOrder(channelOrderId: string): Promise<void> {
    this.#change(() => this.#rooms.book.retry(channelOrderId));
  }

  async pollOrders(taskId?: string): Promise<void> {
    this.#change(() => {
      const { notes, outbox } = this.#rooms;
      if (taskId) notes.write("pollTasks", [...(notes.read("pollTasks") ?? []), taskId]);
      outbox.schedule("poll-orders", "poll-orders", this.#now());
      outbox.hurry(this.#now(), "poll-orders");
    });
  }

  async poke(): Promise<void> {
    // Reading costs nothing, setting it anew a written row a minute and connection.
    this.#armedAt = (await this.#host.storage.getAlarm()) ?? undefined;
    const isAwake = this.#rooms.notes.read("isActive") === true;
    // Told to rest, or never told anything: the connection's own row has the last word.
    if (!isAwake && !(await this.#ports.open()).isActive) return;
    this.#change(() => (isAwake ? this.#scheduleSweeps() : this.#activate()));
  }

  async lease(side: Side, wanted: number, terms?: LeaseTerms): Promise<LeaseGrant> {
    return this.#budgets.leaseOutside(side, wanted, terms);
  }

  leaseInside(side: Side, terms?: LeaseTerms): LeaseGrant {
    return this.#budgets.lease(side, 1, terms);
  }

  async readTraffic(): Promise<SourceTraffic> {
    return this.#budgets.source.traffic();
  }

  async freshAccess(stale?: string): Promise<string> {
    const joined = this.#refreshing;
    this.#refreshing ??= this.#ports.freshAccess(stale).finally(() => {
      this.#refreshing = undefined;
    });
    const token = await this.#refreshing;
    // Joined somebody who did not know yet that this very token is refused.
    return joined && token === stale ? this.freshAccess(stale) : token;
  }

  async setActive(isActive: boolean): Promise<void> {
    this.#opened = undefined;
    this.#change(() => (isActive ? this.#activate() : this.#rest()));
  }

  async erase(): Promise<void> {
    // Calls under way end first: what they store later would be left behind.
    this.#rooms.notes.write("isActive", false);
    await this.#draining;
    await this.#host.storage.deleteAlarm();
    await this.#host.storage.deleteAll();
    this.#armedAt = undefined;
    this.#opened = undefined;
    this.#rooms = openLedgerStorage(this.#host.storage, this.#now);
    this.#budgets = openBudgets(this.#rooms.notes, this.#now, this.#ports.pacer);
    this.#rooms.notes.write("isActive", false);
  }

  async alarm(): Promise<void> {
    this.#armedAt = undefined;
    await this.#drainOnce();
  }

  /** Joins the drain under way, if there is one. */
  #drainOnce(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = undefined;
      this.#arm();
    });
    return this.#draining;
  }

  async #drain(): Promise<void> {
    const { connectionId, log } = this.#ports;
    try {
      const report = await runDueRows({
        rooms: this.#rooms,
        lane: this.#ports,
        budgets: this.#budgets,
        connection: () => this.#connection(),
        atomically: (change) => this.#host.storage.transactionSync(change),
      });
      log.info("ledger.drained", { connectionId, ...report });
    } catch (caught) {
      const { code, facts } = asSyncError(caught);
      const reason = String(facts["reason"] ?? "");
      log.error("ledger.drain_failed", { connectionId, code, reason });
    }
  }

  /** One transaction, the alarm included: nothing is awaited in between. */
  #change<T>(change: () => T): T {
    const answer = this.#host.storage.transactionSync(change);
    this.#arm();
    return answer;
  }

  #arm(): void {
    const dueAt = this.#rooms.outbox.nextDueAt(allowedKinds(this.#rooms));
    if (dueAt === undefined) return;
    const at = Math.max(dueAt, this.#now());
    if (this.#armedAt !== undefined && this.#armedAt <= at) return;
    this.#armedAt = at;
    this.#host.waitUntil(this.#host.storage.setAlarm(at));
  }

  #activate(): void {
    this.#rooms.notes.write("isActive", true);
    const { book, outbox } = this.#rooms;
    book.reopen();
    outbox.hurry(this.#now());
    outbox.schedule("review-stock", "review-stock", this.#now());
    this.#scheduleSweeps();
  }

  #rest(): void {
    this.#rooms.notes.write("isActive", false);
    this.#rooms.outbox.drop(RECURRING);
  }

  /** A sweep that waits already keeps its time. */
  #scheduleSweeps(): void {
    const known = this.#rooms.outbox.kinds();
    for (const kind of RECURRING)
      if (!known.has(kind)) this.#rooms.outbox.schedule(kind, kind, this.#now());
  }

  #connection(): Promise<LedgerConnection> {
    const isYoung = this.#opened && this.#now() - this.#opened.at < CONNECTION_AGE_MS;
    if (this.#opened && isYoung) return this.#opened.connection;
    const connection = this.#ports.open();
    this.#opened = { at: this.#now(), connection };
    connection.then(
      // Paused or cut off while nobody could say so: due work waits.
      ({ isActive }) => isActive || this.#change(() => this.#rest()),
      () => {
        this.#opened = undefined;
      },
    );
    return connection;
  }
}
