/**
 * Decides what to publish: takes counts and promises in, asks for sends of what differs. It never
 * talks to a shop.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import type { SkuPrice } from "../sync/stock/push-price";
import type { SkuQuantity } from "../sync/stock/push-stock";
import type { Observation, OfferBinding, ResendResult, StockView } from "../sync/ledger-api";
import type { LedgerNotes } from "./notes";
import type { Outbox } from "./outbox";
import type { StockStore } from "./stock-store";

/** A burst of changes becomes one write per listing. */
const COALESCE_MS = 1_000;

const RESEND = { stock: "push-stock", price: "push-price" } as const;

export interface ResentListing {
  productId: string;
  entity: string;
}

export type StockPublisher = ReturnType<typeof openStockPublisher>;

export function openStockPublisher(
  store: StockStore,
  outbox: Outbox,
  notes: LedgerNotes,
  now: () => number,
) {
  const view = (key: VariantLink): StockView => store.view(key, notes.read("holdBack") ?? 0);
  /** True when the count moved. */
  const take = (seen: Observation, observedAt: number): boolean => {
    const before = view(seen);
    const isNews = store.observe(seen, observedAt);
    const after = view(seen);
    const isMoved = isNews && before.physical !== after.physical;
    if (isMoved) store.tell("observed", "", after, observedAt);
    else if (before.sellable !== after.sellable) store.tell("counted", "", after, observedAt);
    desk.askSends(seen);
    return isMoved;
  };
  const recount = (seen: readonly Observation[]) =>
    notes.addRereads("recount", [...new Set(seen.map(({ productId }) => productId))]);
  const desk = {
    view,
    observe(observations: readonly Observation[], observedAt: number): void {
      const moved = observations.filter((seen) => take(seen, observedAt));
      if (moved.length > 0 && notes.read("stockCursor")) recount(moved);
    },
    /** A full scan: what differs, and that everything else was right at that moment. */
    observeScan(changed: readonly Observation[], scannedAt: number): void {
      for (const seen of changed) take(seen, scannedAt);
      recount(changed.filter((seen) => view(seen).physical !== seen.quantity));
      notes.write("scannedAt", Math.max(scannedAt, notes.read("scannedAt") ?? 0));
      for (const key of store.listReleasing()) desk.askSends(key);
      store.dropReleased(scannedAt);
    },
    /** An order's promises changed. */
    reviewOrder(orderId: string, channelSkuIds: readonly string[], cause: string): void {
      for (const key of store.links(channelSkuIds).values()) {
        store.tell(cause, orderId, view(key), now());
        desk.askSends(key);
      }
    },
    reviewAll(): void {
      for (const offer of store.allLiveOffers()) desk.askSends(offer);
    },
    bind(bindings: readonly OfferBinding[]): void {
      for (const binding of bindings) {
        store.bind(binding);
        store.tell("bound", binding.channelSkuId, view(binding), now());
        desk.askSends(binding);
      }
    },
    /** What a failed send left behind goes with the listing: a last run finds nothing and closes it. */
    unbind(channelSkuIds: readonly string[]): void {
      for (const channelProductId of store.unbind(channelSkuIds))
        for (const kind of Object.values(RESEND)) {
          const entity = `listing:${channelProductId}`;
          if (outbox.find(kind, entity)) outbox.urge(kind, entity, now());
        }
    },
    readQuantities: (channelProductId: string): SkuQuantity[] =>
      store.offersOfListing(channelProductId).flatMap((offer) => {
        if (!store.isKnown(offer)) return [];
        const quantity = view(offer).sellable;
        const isChanged = offer.isSendingQuantity || quantity !== offer.sentQuantity;
        return [{ channelSkuId: offer.channelSkuId, quantity, isChanged }];
      }),
    readPrices: (channelProductId: string): SkuPrice[] =>
      store.offersOfListing(channelProductId).flatMap((offer) => {
        const priceMinor = store.priceOf(offer);
        if (priceMinor === null) return [];
        const isChanged = offer.isSendingPrice || priceMinor !== offer.sentPriceMinor;
        const { channelSkuId, productId } = offer;
        return [{ channelSkuId, productId, priceMinor, isChanged }];
      }),
    recordQuantity(channelSkuId: string, quantity: number): void {
      store.recordSent("quantity", channelSkuId, quantity);
      for (const key of store.links([channelSkuId]).values())
        store.tell("published", String(quantity), view(key), now());
    },
    /**
     * A person doubts what the channel shows: every offer of the products is sent again, at once and
     * whatever was told before. Answers the listings concerned.
     */
    resend(productIds: readonly string[], what: "stock" | "price"): ResentListing[] {
      const kind = RESEND[what];
      return productIds.flatMap((productId) => {
        const offers = store.liveOffersOf(productId);
        const skuIds = offers.map(({ channelSkuId }) => channelSkuId);
        store.markSending(what === "stock" ? "quantity" : "price", skuIds);
        return [...new Set(offers.map((offer) => offer.channelProductId))].map((listing) => {
          outbox.urge(kind, `listing:${listing}`, now());
          return { productId, entity: `listing:${listing}` };
        });
      });
    },
    /** What became of sends asked for by `resend`. */
    readResends(
      productIds: readonly string[],
      what: "stock" | "price",
      resent: readonly ResentListing[],
    ): ResendResult[] {
      return productIds.map((productId) => {
        const own = resent.filter((listing) => listing.productId === productId);
        if (own.length === 0) return { productId, state: "unlisted" };
        const open = own.flatMap(({ entity }) => outbox.find(RESEND[what], entity) ?? []);
        const worst = open.find(({ isParked }) => isParked) ?? open[0];
        if (!worst) return { productId, state: "sent" };
        const state = worst.isParked ? "refused" : "waiting";
        return { productId, state, ...(worst.reason ? { code: worst.reason } : {}) };
      });
    },
    /** Asks for sends of a variant's offers where the channel may show something else. */
    askSends(key: VariantLink): void {
      if (!store.isKnown(key)) return;
      for (const offer of store.liveOffers(key)) {
        const dueAt = now() + COALESCE_MS;
        const entity = `listing:${offer.channelProductId}`;
        if (offer.isSendingQuantity || view(key).sellable !== offer.sentQuantity)
          outbox.schedule("push-stock", entity, dueAt);
        const priceMinor = store.priceOf(key);
        if (priceMinor !== null && (offer.isSendingPrice || priceMinor !== offer.sentPriceMinor))
          outbox.schedule("push-price", entity, dueAt);
      }
    },
  };
  return desk;
}
