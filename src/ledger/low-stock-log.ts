/**
 * Notes what thresholds do on the channel: each flip of a SKU once, when the channel has taken it. It
 * decides and sends nothing.
 */
import { flipCause, type KeptFlip, type LowStockFlip } from "../domain/stock/low-stock-note";
import type { PauseCause } from "../domain/stock/listing-pause";
import type { LowStockStore } from "./low-stock-store";
import type { OfferRow, OfferStore } from "./offer-store";
import type { PublishedStock } from "./published-stock";
import type { StockStore } from "./stock-store";

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  published: PublishedStock;
  lowStock: LowStockStore;
  now(): number;
}

export class LowStockLog {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The channel takes `quantity` of a SKU, which `offer` shows as it was before. */
  noteQuantity(offer: OfferRow, quantity: number): void {
    const { lowStock, published } = this.#parts;
    const held = lowStock.heldBy(offer.channelSkuId);
    if (quantity > 0) {
      if (held === "out_of_stock") this.#release(offer, "restored", quantity);
      return;
    }
    const { rule, isLow } = published.lownessOf(offer);
    if (!isLow || rule?.action !== "out_of_stock" || held === "out_of_stock") return;
    lowStock.hold(offer.channelSkuId, rule.action);
    this.#add(offer, "emptied", { before: offer.believedQuantity, after: 0 });
  }

  /** Weft took a listing off sale for this cause, or put it back (null). */
  notePause(channelProductId: string, cause: PauseCause | null): void {
    const { lowStock, offers, published } = this.#parts;
    for (const offer of offers.listByListing(channelProductId)) {
      const { believedQuantity, channelSkuId } = offer;
      if (cause === null) {
        const isHeld = lowStock.heldBy(channelSkuId) === "deactivate";
        if (isHeld) this.#release(offer, "on_sale", believedQuantity);
        continue;
      }
      const { rule, isLow } = published.lownessOf(offer);
      if (cause !== "threshold" || !isLow || rule?.action !== "deactivate") continue;
      lowStock.hold(channelSkuId, rule.action);
      this.#add(offer, "off_sale", { before: believedQuantity, after: 0 });
    }
  }

  #release(offer: OfferRow, what: LowStockFlip, after: number): void {
    this.#parts.lowStock.release(offer.channelSkuId);
    this.#add(offer, what, { before: 0, after });
  }

  #add(offer: OfferRow, what: LowStockFlip, shown: { before: number; after: number }): void {
    const { published, stock, now } = this.#parts;
    const { rule, sellable } = published.lownessOf(offer);
    const flip: KeptFlip = { ...shown, threshold: rule?.threshold ?? null, sellable };
    const kept = JSON.stringify(flip);
    stock.addEntry(flipCause(what), kept, published.view(offer), now());
  }
}
