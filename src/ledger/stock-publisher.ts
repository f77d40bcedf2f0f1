/**
 * Decides what to publish: takes counts and reservations in, schedules a send for each number that
 * differs from what the channel shows. It never calls a shop.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import type { SkuPrice } from "../sync/stock/push-price";
import type { SkuQuantity } from "../sync/stock/push-stock";
import type { Observation, OfferBinding, ResendResult, StockView } from "../sync/ledger-api";
import { listingEntity } from "./entities";
import type { Notes } from "./notes";
import type { OfferStore } from "./offer-store";
import type { Outbox } from "./outbox";
import type { StockStore } from "./stock-store";

/** A burst of changes becomes one write per listing. */
const COALESCE_MS = 1_000;

const RESEND = { stock: "push-stock", price: "push-price" } as const;
type Resendable = keyof typeof RESEND;

export interface ResentListing {
  productId: string;
  channelProductId: string;
}

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  outbox: Outbox;
  notes: Notes;
  now(): number;
}

export class StockPublisher {
  readonly #stock: StockStore;
  readonly #offers: OfferStore;
  readonly #outbox: Outbox;
  readonly #notes: Notes;
  readonly #now: () => number;

  constructor({ stock, offers, outbox, notes, now }: Parts) {
    this.#stock = stock;
    this.#offers = offers;
    this.#outbox = outbox;
    this.#notes = notes;
    this.#now = now;
  }

  view(key: VariantLink): StockView {
    return this.#stock.view(key, this.#notes.read("holdBack") ?? 0);
  }

  observe(observations: readonly Observation[], observedAt: number): void {
    const moved = observations.filter((seen) => this.#record(seen, observedAt));
    if (moved.length > 0 && this.#notes.read("stockCursor")) this.#recount(moved);
  }

  /**
   * A full scan: `changed` differs from what is known, every other count was right at `scannedAt`.
   */
  observeScan(changed: readonly Observation[], scannedAt: number): void {
    for (const seen of changed) this.#record(seen, scannedAt);
    this.#recount(changed.filter((seen) => this.view(seen).physical !== seen.quantity));
    this.#notes.write("scannedAt", Math.max(scannedAt, this.#notes.read("scannedAt") ?? 0));
    for (const key of this.#stock.listReleasing()) this.#scheduleSends(key);
    this.#stock.dropReleased(scannedAt);
  }

  /** The reservations of an order changed. */
  reviewOrder(orderId: string, channelSkuIds: readonly string[], cause: string): void {
    for (const key of this.#offers.links(channelSkuIds).values()) {
      this.#stock.addEntry(cause, orderId, this.view(key), this.#now());
      this.#scheduleSends(key);
    }
  }

  reviewAll(): void {
    for (const offer of this.#offers.listAllLive()) this.#scheduleSends(offer);
  }

  bind(bindings: readonly OfferBinding[]): void {
    for (const binding of bindings) {
      this.#offers.bind(binding);
      this.#stock.addEntry("bound", binding.channelSkuId, this.view(binding), this.#now());
      this.#scheduleSends(binding);
    }
  }

  /**
   * A failed send of the listing runs once more: it finds nothing to send and closes its problem.
   */
  unbind(channelSkuIds: readonly string[]): void {
    for (const channelProductId of this.#offers.unbind(channelSkuIds))
      for (const kind of Object.values(RESEND)) {
        const entity = listingEntity(channelProductId);
        if (this.#outbox.find(kind, entity)) this.#outbox.runNow(kind, entity, this.#now());
      }
  }

  /**
   * What the channel should show of a listing's SKUs; a SKU whose count is not known is left out.
   */
  readQuantities(channelProductId: string): SkuQuantity[] {
    return this.#offers.listByListing(channelProductId).flatMap((offer) => {
      if (!this.#stock.isKnown(offer)) return [];
      const quantity = this.view(offer).sellable;
      const isChanged = offer.isSendingQuantity || quantity !== offer.sentQuantity;
      return [{ channelSkuId: offer.channelSkuId, quantity, isChanged }];
    });
  }

  readPrices(channelProductId: string): SkuPrice[] {
    return this.#offers.listByListing(channelProductId).flatMap((offer) => {
      const priceMinor = this.#stock.priceOf(offer);
      if (priceMinor === null) return [];
      const isChanged = offer.isSendingPrice || priceMinor !== offer.sentPriceMinor;
      const { channelSkuId, productId } = offer;
      return [{ channelSkuId, productId, priceMinor, isChanged }];
    });
  }

  recordQuantity(channelSkuId: string, quantity: number): void {
    this.#offers.recordSent("quantity", channelSkuId, quantity);
    for (const key of this.#offers.links([channelSkuId]).values())
      this.#stock.addEntry("published", String(quantity), this.view(key), this.#now());
  }

  /**
   * A person doubts what the channel shows: every offer of the products is sent again, now and
   * whatever was sent before. Answers the listings concerned.
   */
  resend(productIds: readonly string[], what: Resendable): ResentListing[] {
    return productIds.flatMap((productId) => {
      const offers = this.#offers.listLiveOf(productId);
      const skuIds = offers.map(({ channelSkuId }) => channelSkuId);
      this.#offers.markSending(what === "stock" ? "quantity" : "price", skuIds);
      const listings = new Set(offers.map((offer) => offer.channelProductId));
      return [...listings].map((channelProductId) => {
        this.#outbox.runNow(RESEND[what], listingEntity(channelProductId), this.#now());
        return { productId, channelProductId };
      });
    });
  }

  /** How the sends that `resend` asked for ended. */
  readResends(
    productIds: readonly string[],
    what: Resendable,
    resent: readonly ResentListing[],
  ): ResendResult[] {
    return productIds.map((productId) => {
      const own = resent.filter((listing) => listing.productId === productId);
      if (own.length === 0) return { productId, state: "unlisted" };
      const open = own.flatMap(
        ({ channelProductId }) =>
          this.#outbox.find(RESEND[what], listingEntity(channelProductId)) ?? [],
      );
      const worst = open.find(({ isParked }) => isParked) ?? open[0];
      if (!worst) return { productId, state: "sent" };
      const state = worst.isParked ? "refused" : "waiting";
      return { productId, state, ...(worst.reason ? { code: worst.reason } : {}) };
    });
  }

  /** Stores an observation and schedules what it changes; true when the count moved. */
  #record(seen: Observation, observedAt: number): boolean {
    const before = this.view(seen);
    const isNews = this.#stock.observe(seen, observedAt);
    const after = this.view(seen);
    const isMoved = isNews && before.physical !== after.physical;
    if (isMoved) this.#stock.addEntry("observed", "", after, observedAt);
    else if (before.sellable !== after.sellable)
      this.#stock.addEntry("counted", "", after, observedAt);
    this.#scheduleSends(seen);
    return isMoved;
  }

  #recount(seen: readonly Observation[]): void {
    this.#notes.addRereads("recount", [...new Set(seen.map(({ productId }) => productId))]);
  }

  /** Schedules sends of a variant's offers where the channel may show another number. */
  #scheduleSends(key: VariantLink): void {
    if (!this.#stock.isKnown(key)) return;
    for (const offer of this.#offers.listLive(key)) {
      const dueAt = this.#now() + COALESCE_MS;
      const entity = listingEntity(offer.channelProductId);
      if (offer.isSendingQuantity || this.view(key).sellable !== offer.sentQuantity)
        this.#outbox.schedule("push-stock", entity, dueAt);
      const priceMinor = this.#stock.priceOf(key);
      if (priceMinor !== null && (offer.isSendingPrice || priceMinor !== offer.sentPriceMinor))
        this.#outbox.schedule("push-price", entity, dueAt);
    }
  }
}
