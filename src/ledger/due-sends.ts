/** Schedules a send where the channel may show another number than the wanted one. It decides no number. */
import type { VariantLink } from "../domain/orders/order-draft";
import { relatedTo } from "../domain/stock/pack";
import { isOwnPause, planPause } from "../domain/stock/listing-pause";
import { openBriefMemory, type BriefMemory } from "../lib/brief-memory";
import { listingEntity } from "./entities";
import type { Notes } from "./notes";
import type { OfferRow, OfferStore } from "./offer-store";
import type { Outbox } from "./outbox";
import type { PublishedStock } from "./published-stock";
import type { SaleStore } from "./sale-store";
import type { StockStore } from "./stock-store";

/** A change goes out at once; those of a listing that follow so soon after it become one write. */
const COALESCE_MS = 1_000;
/** Listings whose last change is remembered; what is forgotten goes out at once. */
const MAX_REMEMBERED = 10_000;

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
  /** When the numbers of a listing last became due, epoch ms. */
  readonly #lastDueAt: BriefMemory<number>;

  constructor(parts: Parts) {
    this.#parts = parts;
    const limits = { maxAgeMs: 2 * COALESCE_MS, maxEntries: MAX_REMEMBERED };
    this.#lastDueAt = openBriefMemory(limits, parts.now);
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
    const { stock, offers, published, sales } = this.#parts;
    if (!stock.isKnown(key)) return;
    for (const offer of offers.listLive(key)) {
      if (published.isQuantityDue(offer) || this.#isPauseDue(offer))
        this.#send("push-stock", offer.channelProductId);
      // The channel takes prices of listings on sale only; they go out when it is back.
      const isOnSale = sales.causeOf(offer.channelProductId) === null;
      if (isOnSale && published.isPriceDue(offer)) this.#send("push-price", offer.channelProductId);
    }
  }

  /** What is due of a listing, compared as a whole. */
  scheduleListing(channelProductId: string): void {
    const { published, sales } = this.#parts;
    const cause = sales.causeOf(channelProductId);
    const { skus, ...stock } = published.readQuantities(channelProductId);
    if (skus.some(({ isChanged }) => isChanged) || planPause(cause, stock) !== "leave")
      this.#send("push-stock", channelProductId);
    const isOnSale = cause === null;
    if (isOnSale && published.readPrices(channelProductId).some(({ isChanged }) => isChanged))
      this.#send("push-price", channelProductId);
  }

  #send(kind: "push-stock" | "push-price", channelProductId: string): void {
    const entity = listingEntity(channelProductId);
    this.#parts.outbox.schedule(kind, entity, this.#dueAt(`${kind} ${entity}`));
  }

  #dueAt(key: string): number {
    const dueAt = nextDueAt(this.#lastDueAt.read(key), this.#parts.now());
    this.#lastDueAt.keep(key, dueAt);
    return dueAt;
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

/** `last`: when it last became due, which may lie ahead. Changes of one moment are one change. */
function nextDueAt(last: number | undefined, now: number): number {
  if (last === undefined || last === now || now - last >= COALESCE_MS) return now;
  // A clock that was set back must not make the last send lie far ahead.
  return Math.min(last > now ? last : last + COALESCE_MS, now + COALESCE_MS);
}
