/**
 * The ledger of one connection: the only decider of published stock and of what may happen to an order. It
 * answers callers and keeps the alarm armed. Storage, clock and ports are handed in: it runs in a test as well.
 */
import { openBudgets, type Budgets, type Side } from "./budgets";
import { ConnectionCache } from "./connection-cache";
import { fenceMs } from "./fence";
import type { InnerLedger, LedgerPorts } from "./ports";
import type { LedgerFlow } from "../domain/health/flow";
import { LedgerStock } from "./ledger-stock";
import { placeCategoriesSoon } from "./place-categories";
import { readFlow } from "./read-flow";
import { reopenAll } from "./reopen-all";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { LedgerApi, ListingReportNote, OfferRelink, SourceTraffic } from "../sync/ledger-api";
import { openLedgerStorage, type LedgerStorage } from "./storage";
import { drainLogged } from "./drain-logged";
import { allowedKinds } from "./runner";
import { missOrder, syncedOrder } from "./synced-order";
import { activate, rest, scheduleSweeps, walkNow, pollNow } from "./sweeps";
import type { LedgerHost } from "./storage-port";

/** An alarm so late does not ring any more and is set again. */
const LATE_ALARM_MS = 60_000;

export class LedgerCore extends LedgerStock implements InnerLedger {
  readonly #host: LedgerHost;
  readonly #ports: LedgerPorts;
  readonly #now: () => number;
  readonly #connection: ConnectionCache;
  #storage: LedgerStorage;
  #budgets: Budgets;
  #refreshing: Promise<string> | undefined;
  #draining: Promise<void> | undefined;
  #armedAt: number | undefined;

  /** `openPorts` is handed the ledger to hold on to; it must not call it yet. */
  constructor(host: LedgerHost, openPorts: (ledger: InnerLedger) => LedgerPorts) {
    super();
    this.#host = host;
    this.#ports = openPorts(this);
    this.#now = this.#ports.now;
    // Paused or cut off while the ledger could not be reached: due work waits.
    this.#connection = new ConnectionCache(this.#ports, () =>
      this.#change(() => rest(this.#storage)),
    );
    this.#storage = openLedgerStorage(host.storage, this.#now);
    this.#budgets = openBudgets(this.#storage.notes, this.#now, this.#ports.pacer);
    this.#storage.outbox.fence(this.#now() + fenceMs(this.#ports.timing.httpTimeoutMs));
  }

  protected override get storage(): LedgerStorage {
    return this.#storage;
  }

  protected override readConnection() {
    return this.#connection.read();
  }

  protected override now(): number {
    return this.#now();
  }

  async observe(...args: Parameters<LedgerApi["observe"]>): Promise<void> {
    this.#change(() => {
      this.#storage.publisher.observe(...args);
      placeCategoriesSoon(this.#storage, args[0], this.#now());
    });
  }

  async bindOffers(...[bindings]: Parameters<LedgerApi["bindOffers"]>): Promise<void> {
    this.#change(() => {
      this.#storage.publisher.bind(bindings);
      this.#storage.orders.releaseHeld();
    });
  }

  async resend(productIds: readonly string[], what: "stock" | "price") {
    const { resends } = this.#storage;
    const resent = this.#change(() => resends.begin(productIds, what));
    await this.drainScheduled();
    return resends.read(productIds, what, resent);
  }

  async unbindOffers(ids: readonly string[], terms?: { endsLinks: boolean }): Promise<void> {
    this.#change(() => this.#storage.publisher.unbind(ids, terms?.endsLinks));
  }

  async relinkOffers(links: readonly OfferRelink[]): Promise<void> {
    this.#change(() => {
      this.#storage.publisher.relink(links);
      this.#storage.orders.releaseHeld();
    });
  }

  async doubtOffers(...[skuIds, what, cause]: Parameters<LedgerApi["doubtOffers"]>): Promise<void> {
    this.#change(() => this.#storage.publisher.doubt(what, skuIds, cause));
  }

  async noteListingStates(reports: readonly ListingReportNote[], at: number): Promise<void> {
    this.#change(() => this.#storage.publisher.noteListingStates(reports, at));
  }

  async rereadProducts(): Promise<void> {
    this.#connection.drop();
    this.#change(() => walkNow(this.#storage, this.#now()));
  }

  async releaseOrders(): Promise<void> {
    this.#connection.drop();
    this.#change(() => reopenAll(this.#storage, this.#now()));
  }

  async retryOrder(channelOrderId: string): Promise<void> {
    this.#change(() => this.#storage.orders.retry(channelOrderId));
  }

  async syncOrder(orderId: string) {
    this.#change(() => missOrder(this.#storage, orderId, this.#now()));
    await this.drainScheduled();
    return syncedOrder(this.#storage, orderId);
  }

  async answerRequest(...args: Parameters<LedgerApi["answerRequest"]>): Promise<boolean> {
    return this.#act(() => this.#storage.orders.answerRequest(...args), Boolean);
  }

  async handOver(...args: Parameters<LedgerApi["handOver"]>): Promise<boolean> {
    return this.#act(() => this.#storage.orders.handOver(...args), Boolean);
  }

  async packOrder(...args: Parameters<LedgerApi["packOrder"]>) {
    return this.#act(
      () => this.#storage.orders.pack(...args),
      (refusal) => refusal === null,
    );
  }

  async acknowledgeRefunds(channelOrderId: string): Promise<boolean> {
    return this.#act(() => this.#storage.orders.acknowledgeRefunds(channelOrderId), Boolean);
  }

  async chooseVariant(...[choice]: Parameters<LedgerApi["chooseVariant"]>) {
    const result = this.#change(() => this.#storage.orders.chooseVariant(choice));
    if (result === "chosen") await this.#drainOnce();
    return result;
  }

  async forgetBuyers(channelOrderIds: readonly string[]): Promise<void> {
    for (const id of channelOrderIds) this.#storage.orderStore.forgetBuyer(id, this.#now());
  }

  async pollOrders(taskId?: string): Promise<void> {
    this.#change(() => pollNow(this.#storage, this.#now(), taskId));
  }

  async poke(): Promise<void> {
    // Reading the alarm is free; setting it each time would write a row a connection and minute.
    const alarmAt = await this.#host.storage.getAlarm();
    const isLost = alarmAt !== null && alarmAt < this.#now() - LATE_ALARM_MS;
    this.#armedAt = isLost ? undefined : (alarmAt ?? undefined);
    const isAwake = this.#storage.notes.read("isActive") === true;
    // Resting, or never activated: the connection's row in D1 decides.
    if (!isAwake && !(await this.#ports.open()).isActive) return;
    this.#change(() => (isAwake ? scheduleSweeps : activate)(this.#storage, this.#now()));
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

  async readFlow(): Promise<LedgerFlow> {
    return readFlow(this.#storage, this.#budgets, this.#now());
  }

  async endSilence(side: Side): Promise<void> {
    this.#change(() => {
      this.#budgets.unblock(side);
      this.#storage.outbox.resetBackoff(this.#now());
    });
  }

  async freshAccess(stale?: string): Promise<string> {
    const joined = this.#refreshing;
    this.#refreshing ??= this.#ports.freshAccess(stale).finally(() => {
      this.#refreshing = undefined;
    });
    const token = await this.#refreshing;
    // The refresh joined may have begun before this very token was refused.
    return joined && token === stale ? this.freshAccess(stale) : token;
  }

  async setActive(isActive: boolean): Promise<void> {
    this.#connection.drop();
    this.#change(() => (isActive ? activate : rest)(this.#storage, this.#now()));
  }

  async erase(): Promise<void> {
    // Steps under way end first: what they store later would be left behind.
    this.#storage.notes.write("isActive", false);
    await this.#draining;
    await this.#host.storage.deleteAlarm();
    await this.#host.storage.deleteAll();
    this.#armedAt = undefined;
    this.#connection.drop();
    this.#storage = openLedgerStorage(this.#host.storage, this.#now);
    this.#budgets = openBudgets(this.#storage.notes, this.#now, this.#ports.pacer);
    this.#storage.notes.write("isActive", false);
  }

  async alarm(): Promise<void> {
    this.#armedAt = undefined;
    await this.#drainOnce();
  }

  /** Joins the drain under way, if there is one. */
  #drainOnce(): Promise<void> {
    this.#draining ??= drainLogged({
      storage: this.#storage,
      ports: this.#ports,
      budgets: this.#budgets,
      connection: () => this.#connection.read(),
      dropConnection: () => this.#connection.drop(),
      atomically: (change) => this.#host.storage.transactionSync(change),
    }).finally(() => {
      this.#draining = undefined;
      this.#arm();
    });
    return this.#draining;
  }

  protected override change<T>(change: () => T): T {
    return this.#change(change);
  }

  protected override async drainScheduled(): Promise<void> {
    const isJoining = this.#draining !== undefined;
    await this.#drainOnce();
    // The drain under way may have taken its last row before these were scheduled.
    if (isJoining) await this.#drainOnce();
  }

  /** One transaction, the alarm included: nothing is awaited in between. */
  #change<T>(change: () => T): T {
    const answer = this.#host.storage.transactionSync(change);
    this.#arm();
    return answer;
  }

  /** A change by a person, who sees what follows; answers false where there was nothing to do. */
  async #act<T>(change: () => T, isDone: (result: T) => boolean): Promise<T> {
    const result = this.#change(change);
    if (isDone(result)) await this.drainScheduled();
    return result;
  }

  #arm(): void {
    const dueAt = this.#storage.outbox.nextDueAt(allowedKinds(this.#storage));
    if (dueAt === undefined) return;
    const at = Math.max(dueAt, this.#now());
    if (this.#armedAt !== undefined && this.#armedAt <= at) return;
    this.#armedAt = at;
    this.#host.waitUntil(this.#host.storage.setAlarm(at));
  }
}
