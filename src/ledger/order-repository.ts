/**
 * Orders as use cases read and change them: a change writes the record and, in the same
 * transaction, reservations, stock to send and the projection. It decides nothing about an order.
 */
import { keyOfVariant } from "../domain/catalogue/source-product";
import { canChoose, type ChoiceResult } from "../domain/orders/choose-variant";
import type { OrderLink } from "../domain/orders/order-draft";
import type { CancelAnswer } from "../domain/orders/cancel-reason";
import type { HandoverMethod } from "../domain/orders/channel-order";
import { canHandOver } from "../domain/orders/hand-over";
import { checkPacking, withPlan, type PackingRefusal } from "../domain/orders/packing";
import type { PackedByHand } from "../domain/orders/parcel";
import { movedSkus } from "../domain/orders/moved-skus";
import { isUncertain, reopenImport } from "../domain/orders/order-claim";
import { asTried, type HistoryEntry, type OrderRecord } from "../domain/orders/order-record";
import { refundedInStore } from "../domain/orders/store-refund";
import type { VariantChoice } from "../sync/ledger-api";
import type { OrderRepository, OrderStepKind } from "../sync/orders/order-repository";
import { planNext } from "../sync/orders/plan-next";
import { orderEntity, projectionEntity } from "./entities";
import type { OfferStore } from "./offer-store";
import type { OrderStore } from "./order-store";
import type { Outbox } from "./outbox";
import type { StockPublisher } from "./stock-publisher";
import type { LedgerStoragePort } from "./storage-port";
import type { WithdrawnStore } from "./withdrawn-store";

interface Parts {
  storage: Pick<LedgerStoragePort, "transactionSync">;
  orders: OrderStore;
  offers: OfferStore;
  withdrawn: WithdrawnStore;
  publisher: StockPublisher;
  outbox: Outbox;
  now(): number;
}

export class LedgerOrderRepository implements OrderRepository {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  read(orderId: string): OrderRecord | undefined {
    return this.#parts.orders.read(orderId);
  }

  write(record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord {
    const { orders, outbox, publisher, now } = this.#parts;
    const before = orders.read(record.order.id);
    const next = orders.write(record, entries);
    const moved = movedSkus(before?.order, next.order);
    const isReserved = orders.reserve(next);
    if (isReserved || moved.length > 0) {
      const cause = next.importState.status === "imported" ? "order.imported" : "order.promised";
      const chosen = Object.values(next.links?.chosen ?? {});
      const skus = next.order.lines.map((line) => line.channelSkuId);
      publisher.reviewOrder(next.order.id, skus, isReserved ? cause : "order.moved", moved, chosen);
    }
    outbox.schedule("project-order", projectionEntity(next.order.id), now());
    return next;
  }

  rememberProgress(orderId: string, progress: Readonly<Record<string, string>>): void {
    this.#parts.orders.rememberProgress(orderId, progress);
  }

  links({
    order,
    importState,
    links: own,
  }: Pick<OrderRecord, "order" | "importState" | "links">): ReadonlyMap<string, OrderLink> {
    const { offers, withdrawn } = this.#parts;
    const isMade = importState.status === "imported" || isUncertain(importState);
    const fixed = { ...own?.chosen, ...(isMade ? own?.drafted : {}) };
    const links = new Map<string, OrderLink>(
      offers.links(order.lines.map(({ channelSkuId }) => channelSkuId)),
    );
    for (const [skuId, link] of Object.entries(fixed)) links.set(skuId, link);
    for (const [skuId, link] of links)
      if (withdrawn.read(link) === "gone") links.set(skuId, { ...link, isGone: true });
    return links;
  }

  /**
   * A person chose the variant that a SKU of an order stands for; the order is planned again. Choosing
   * the same once more changes nothing.
   */
  chooseVariant({
    channelOrderId: orderId,
    channelSkuId,
    productId,
    variantId,
  }: VariantChoice): ChoiceResult {
    const { orders, outbox, now } = this.#parts;
    const link = { productId, variantId };
    const record = orders.read(orderId);
    if (!record) return "unknown";
    const known = record.links?.chosen?.[channelSkuId];
    if (known && keyOfVariant(known) === keyOfVariant(link)) return "chosen";
    if (!canChoose(record, channelSkuId, this.links(record).get(channelSkuId))) return "closed";
    const at = now();
    const chosen = { ...record.links?.chosen, [channelSkuId]: link };
    const facts = { skuId: channelSkuId, productId: link.productId, variantId: link.variantId };
    const key = `variant_chosen:${channelSkuId}:${record.version}`;
    planNext(
      this,
      { ...asTried(record, at), progress: {}, draft: null, links: { chosen } },
      [{ key, kind: "variant_chosen", facts, at }],
      at,
    );
    outbox.resetBackoff(at, orderEntity(orderId));
    return "chosen";
  }

  schedule(kind: OrderStepKind, orderId: string, dueAt: number): void {
    this.#parts.outbox.schedule(kind, orderEntity(orderId), dueAt);
  }

  atomically<T>(change: () => T): T {
    return this.#parts.storage.transactionSync(change);
  }

  /** Plans every held order again. */
  releaseHeld(): void {
    const { orders, now } = this.#parts;
    for (const record of orders.listHeld()) planNext(this, record, [], now());
  }

  /** A setting or a login was repaired: held and parked orders alike are tried again. */
  reopen(): void {
    this.releaseHeld();
    for (const { order } of this.#parts.orders.listParked()) this.retry(order.id);
  }

  /** The shop that refused answers again: a parked import goes on, its problem stays until it is made. */
  unpark(orderId: string): void {
    const { orders, now } = this.#parts;
    const record = orders.read(orderId);
    if (record?.importState.status !== "parked") return;
    const importState = reopenImport(record.importState, now());
    planNext(this, { ...record, importState }, [], now());
  }

  /** A person answers the buyer's open request to cancel; false: there is none. */
  answerRequest(orderId: string, requestAnswer: CancelAnswer): boolean {
    const record = this.#parts.orders.read(orderId);
    if (!record?.order.hasCancelRequest) return false;
    this.write({ ...record, fulfilment: { ...record.fulfilment, requestAnswer } }, []);
    this.#parts.outbox.runNow("answer-request", orderEntity(orderId), this.#parts.now());
    return true;
  }

  /** A person has the channel's carrier take the parcel; false: there is nothing to arrange. */
  handOver(orderId: string, handover: HandoverMethod): boolean {
    const record = this.#parts.orders.read(orderId);
    if (!record || record.importState.status !== "imported" || !canHandOver(record.order))
      return false;
    this.write({ ...record, fulfilment: { ...record.fulfilment, handover } }, []);
    this.#parts.outbox.runNow("export-shipment", orderEntity(orderId), this.#parts.now());
    return true;
  }

  /** A person says which unit goes in which parcel; null: so it is shipped. The same once more changes nothing. */
  pack(orderId: string, parcels: readonly PackedByHand[]): PackingRefusal | null {
    const { orders, outbox, now } = this.#parts;
    const record = orders.read(orderId);
    if (record?.importState.status !== "imported") return "nothing";
    const { order, fulfilment } = record;
    const refusal = checkPacking(order, fulfilment.packing, parcels);
    if (refusal) return refusal;
    const facts = { parcels: parcels.length };
    const entry = { key: `packed:${record.version}`, kind: "packed" as const, facts, at: now() };
    const packing = withPlan(fulfilment.packing, parcels);
    this.write({ ...record, fulfilment: { ...fulfilment, packing } }, [entry]);
    outbox.runNow("export-shipment", orderEntity(orderId), now());
    return null;
  }

  /** A person says that the buyer has what was given back in the store; false: nothing was. */
  acknowledgeRefunds(orderId: string): boolean {
    const { orders, now } = this.#parts;
    const record = orders.read(orderId);
    const refundsAcknowledgedMinor = refundedInStore(record?.fulfilment.refunds);
    if (!record || refundsAcknowledgedMinor === 0) return false;
    const at = now();
    const key = `refunds_acknowledged:${refundsAcknowledgedMinor}`;
    const facts = { totalMinor: refundsAcknowledgedMinor };
    const entry = { key, kind: "refunds_acknowledged" as const, facts, at };
    const fulfilment = { ...record.fulfilment, refundsAcknowledgedMinor };
    planNext(this, { ...record, fulfilment }, [entry], at);
    return true;
  }

  /** A person asked for another try: parking and back-off of the order are dropped. */
  retry(orderId: string): void {
    const { orders, outbox, now } = this.#parts;
    const record = orders.read(orderId);
    if (!record) return;
    const at = now();
    const entry = { key: `retried:${record.version}`, kind: "retried" as const, facts: {}, at };
    planNext(this, asTried(record, at), [entry], at);
    outbox.schedule("refresh-order", orderEntity(orderId), at);
    outbox.resetBackoff(at, orderEntity(orderId));
  }
}
