/**
 * What the channel should show of variants and listings: counts, reservations and rules put
 * together. It reads and writes nothing else.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import type { ListingStock } from "../domain/stock/listing-pause";
import { lowStockOf, type LowStockRule } from "../domain/stock/product-rule";
import { publishedQuantity } from "../domain/stock/published-quantity";
import type { StockView } from "../sync/ledger-api";
import type { SkuPrice } from "../sync/stock/push-price";
import type { ListingQuantities } from "../sync/stock/push-stock";
import type { Notes } from "./notes";
import type { OfferRow, OfferStore } from "./offer-store";
import type { RuleStore } from "./rule-store";
import type { SaleStore } from "./sale-store";
import type { StockStore } from "./stock-store";
import type { WithdrawnStore } from "./withdrawn-store";

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  rules: RuleStore;
  sales: SaleStore;
  withdrawn: WithdrawnStore;
  notes: Notes;
}

export class PublishedStock {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  view(key: VariantLink): StockView {
    const { productId, variantId } = key;
    const { physical, reserved, quantity } = this.#quantityOf(key);
    const { offers, sales } = this.#parts;
    const [offer] = offers.listLive(key);
    const published = offer ? offer.believedQuantity : null;
    const offSale = offer && sales.causeOf(offer.channelProductId);
    const view = { productId, variantId, physical, reserved, sellable: quantity, published };
    return offSale ? { ...view, offSale } : view;
  }

  /** Whether the channel may show another quantity than the wanted one. */
  isQuantityDue(offer: OfferRow): boolean {
    if (!this.#parts.rules.read(offer.productId).sendsStock) return false;
    return isQuantityChanged(offer, this.#quantityOf(offer).quantity);
  }

  isPriceDue(offer: OfferRow): boolean {
    const { rules, stock } = this.#parts;
    const priceMinor = stock.priceOf(offer);
    if (priceMinor === null || !rules.read(offer.productId).sendsPrice) return false;
    return isPriceChanged(offer, priceMinor);
  }

  /** True where a threshold takes the product of an offer off sale, or the store itself did. */
  canTakeDown(offer: VariantLink): boolean {
    const isByThreshold = this.#lowStockOf(offer.productId)?.action === "deactivate";
    return isByThreshold || this.#parts.withdrawn.has(offer);
  }

  /** A listing as a whole; SKUs whose count is not known count for nothing. */
  listingStock(channelProductId: string): ListingStock {
    const known = this.#knownOffers(channelProductId).map((offer) => this.#quantityOf(offer));
    const isEmpty = ({ quantity }: { quantity: number }) => quantity === 0;
    const isSoldOut = known.every(isEmpty);
    return {
      isSoldOut,
      isLow: known.some(({ takesDown }) => takesDown),
      isWithdrawn: known.length > 0 && known.every(({ isWithdrawn }) => isWithdrawn),
      hasEmptySku: !isSoldOut && known.some(isEmpty),
    };
  }

  /** What should be shown of a listing's SKUs; one whose count is not known is left out. */
  readQuantities(channelProductId: string): ListingQuantities {
    const { rules } = this.#parts;
    const skus = this.#knownOffers(channelProductId).flatMap((offer) => {
      if (!rules.read(offer.productId).sendsStock) return [];
      const { quantity } = this.#quantityOf(offer);
      const isChanged = isQuantityChanged(offer, quantity);
      return [{ channelSkuId: offer.channelSkuId, quantity, isChanged }];
    });
    return { skus, ...this.listingStock(channelProductId) };
  }

  readPrices(channelProductId: string): SkuPrice[] {
    const { offers, rules, stock } = this.#parts;
    return offers.listByListing(channelProductId).flatMap((offer) => {
      const { channelSkuId, productId } = offer;
      const priceMinor = stock.priceOf(offer);
      if (priceMinor === null || !rules.read(productId).sendsPrice) return [];
      return [
        { channelSkuId, productId, priceMinor, isChanged: isPriceChanged(offer, priceMinor) },
      ];
    });
  }

  #knownOffers(channelProductId: string): OfferRow[] {
    const { offers, stock } = this.#parts;
    return offers.listByListing(channelProductId).filter((offer) => stock.isKnown(offer));
  }

  #quantityOf(key: VariantLink) {
    const { notes, stock, withdrawn } = this.#parts;
    const counted = stock.counted(key);
    const isWithdrawn = withdrawn.has(key);
    if (isWithdrawn) return { ...counted, quantity: 0, takesDown: false, isWithdrawn };
    const lowStock = this.#lowStockOf(key.productId);
    const published = publishedQuantity(counted, notes.read("holdBack") ?? 0, lowStock);
    const takesDown = published.isLow && lowStock?.action === "deactivate";
    return { ...counted, quantity: published.quantity, takesDown, isWithdrawn };
  }

  #lowStockOf(productId: string): LowStockRule | null {
    const { notes, rules } = this.#parts;
    return lowStockOf(rules.read(productId), notes.read("lowStock") ?? null);
  }
}

function isQuantityChanged(
  { quantityDoubt, believedQuantity }: OfferRow,
  quantity: number,
): boolean {
  return quantityDoubt !== null || quantity !== believedQuantity;
}

function isPriceChanged({ priceDoubt, believedPriceMinor }: OfferRow, priceMinor: number): boolean {
  return priceDoubt !== null || priceMinor !== believedPriceMinor;
}
