/** What a ledger answers, and takes in, when both shops are compared with it. */
import { fateOf, type AuditedOrder, type FateOfOrder } from "../domain/reports/order-fate";
import { receiveOrder } from "../domain/orders/order-record";
import type { LedgerCount } from "../domain/reports/stock-audit";
import type { Correction } from "../domain/stock/offer-drift";
import { receive } from "../sync/orders/refresh-order";
import type { AuditTerms, LedgerApi } from "../sync/ledger-api";
import { sweepEntity } from "./entities";
import { LedgerReads } from "./ledger-reads";
import type { OfferRow } from "./offer-store";

type Listed = Parameters<LedgerApi["auditOrders"]>[0];

/** Ahead of everything that waits. */
const DUE_FIRST = 0;

export abstract class LedgerAudits extends LedgerReads {
  /** One transaction, the alarm included. */
  protected abstract change<T>(change: () => T): T;
  /** Resolves when all that was due at the call has been tried. */
  protected abstract drainScheduled(): Promise<void>;

  async auditOrders(listed: Listed, terms: AuditTerms): Promise<AuditedOrder[]> {
    return listed.map((order) => this.#audit(order, terms));
  }

  async receiveOrders(listed: Listed, { readAt, connectedAt }: AuditTerms): Promise<void> {
    const { orders } = this.storage;
    this.change(() => listed.forEach((order) => receive(orders, order, readAt, connectedAt)));
  }

  async readFates(channelOrderIds: readonly string[]): Promise<FateOfOrder[]> {
    return channelOrderIds.map((id) => fateOf(this.storage.orderStore.read(id)));
  }

  async readCounts(channelProductIds: readonly string[]): Promise<LedgerCount[]> {
    return channelProductIds.flatMap((id) => this.#countsOf(id));
  }

  async readOrdersNow(): Promise<boolean> {
    const { notes, outbox } = this.storage;
    const entity = sweepEntity("poll-orders");
    const asked = (notes.read("pollAsked") ?? 0) + 1;
    this.change(() => {
      notes.write("pollAsked", asked);
      outbox.runNow("poll-orders", entity, DUE_FIRST);
    });
    await this.drainScheduled();
    return (notes.read("pollAnswered") ?? 0) >= asked;
  }

  async correctOffers(corrections: readonly Correction[], since: number): Promise<void> {
    const { corrections: history, publisher } = this.storage;
    this.change(() => {
      for (const one of corrections)
        publisher.correct(one, history.causeOf(one.channelSkuId, since));
    });
  }

  #audit(order: Listed[number], { readAt, connectedAt, recentSince }: AuditTerms): AuditedOrder {
    const known = this.storage.orders.read(order.id);
    const isNewer = known !== undefined && order.updatedAt > known.order.updatedAt;
    const received = receiveOrder(known, order, readAt, connectedAt);
    const isLate = isNewer && order.updatedAt < recentSince;
    const arrived = known === undefined ? "missing" : isLate ? "outdated" : "known";
    return { orderId: order.id, arrived, ...fateOf(received?.record ?? known) };
  }

  #countsOf(channelProductId: string): LedgerCount[] {
    const { offerStore, published, publisher, saleStore, stockStore } = this.storage;
    const isOffSale = saleStore.causeOf(channelProductId) !== null;
    const { skus } = published.readQuantities(channelProductId);
    const sent = new Map(skus.map((sku) => [sku.channelSkuId, sku]));
    const stateOf = ({ channelSkuId, quantityDoubt }: OfferRow): LedgerCount["state"] => {
      if (isOffSale) return "unread";
      const own = sent.get(channelSkuId);
      if (!own) return "unsent";
      return own.isChanged || quantityDoubt !== null ? "moving" : "sent";
    };
    return offerStore.listByListing(channelProductId).map((offer) => {
      const { channelSkuId, productId, variantId } = offer;
      const { physical, reserved, sellable: wanted } = publisher.view(offer);
      const key = { channelSkuId, channelProductId, productId, variantId };
      const isMoving = stockStore.isMoving(offer);
      return { ...key, physical, reserved, wanted, state: stateOf(offer), isMoving };
    });
  }
}
