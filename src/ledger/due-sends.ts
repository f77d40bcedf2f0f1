/** Schedules a send where the channel may show another number than the wanted one. It decides no number. */
import type { VariantLink } from "../domain/orders/order-draft";
import { relatedTo } from "../domain/stock/pack";
import { isOwnPause, planPause } from "../domain/stock/listing-pause";
import { listingEntity } from "./entities";
import type { Notes } from "./notes";
import type { OfferRow, OfferStore } from "./offer-store";
import type { Outbox } from "./outbox";
import type { PublishedStock } from "./published-stock";
import type { SaleStore } from "./sale-store";
import type { StockStore } from "./stock-store";

/** A burst of changes becomes one write per listing. */
const COALESCE_MS = 1_000;

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  sales: SaleStore;
  published: PublishedStock;
  notes: Pick<Notes, "read">;
  outbox: Outbox;
  now(): number;
}

export class DueSends {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is due of the offers of one variant, and of those that share its stock in packs. */
  schedule(key: VariantLink): void {
    this.#schedule(key);
    for (const related of this.relatedTo(key)) this.#schedule(related);
  }

  /** The variants that packs bind to this one; none in most stores. */
  relatedTo(key: VariantLink): readonly VariantLink[] {
    const packs = this.#parts.notes.read("packs") ?? [];
    return packs.length === 0 ? [] : relatedTo(packs, key);
  }

  #schedule(key: VariantLink): void {
    const { stock, offers, published, sales, outbox, now } = this.#parts;
    if (!stock.isKnown(key)) return;
    for (const offer of offers.listLive(key)) {
      const dueAt = now() + COALESCE_MS;
      const entity = listingEntity(offer.channelProductId);
      if (published.isQuantityDue(offer) || this.#isPauseDue(offer))
        outbox.schedule("push-stock", entity, dueAt);
      // The channel takes prices of listings on sale only; they go out when it is back.
      const isOnSale = sales.causeOf(offer.channelProductId) === null;
      if (isOnSale && published.isPriceDue(offer)) outbox.schedule("push-price", entity, dueAt);
    }
  }

  /** What is due of a listing, compared as a whole. */
  scheduleListing(channelProductId: string): void {
    const { published, sales, outbox, now } = this.#parts;
    const dueAt = now() + COALESCE_MS;
    const entity = listingEntity(channelProductId);
    const cause = sales.causeOf(channelProductId);
    const { skus, ...stock } = published.readQuantities(channelProductId);
    if (skus.some(({ isChanged }) => isChanged) || planPause(cause, stock) !== "leave")
      outbox.schedule("push-stock", entity, dueAt);
    const isOnSale = cause === null;
    if (isOnSale && published.readPrices(channelProductId).some(({ isChanged }) => isChanged))
      outbox.schedule("push-price", entity, dueAt);
  }

  /** The whole listing is summed up only where its stock can move it on or off sale. */
  #isPauseDue(offer: OfferRow): boolean {
    const { published, sales } = this.#parts;
    const { channelProductId } = offer;
    const cause = sales.causeOf(channelProductId);
    if (cause === null ? !published.canTakeDown(offer) : !isOwnPause(cause)) return false;
    return planPause(cause, published.listingStock(channelProductId)) !== "leave";
  }
}
