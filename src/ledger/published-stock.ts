/**
 * What the channel should show of variants and listings: counts, reservations and rules put
 * together. It reads and writes nothing else.
 */
import { keyOfVariant } from "../domain/catalogue/source-product";
import type { VariantLink } from "../domain/orders/order-draft";
import type { ListingStock } from "../domain/stock/listing-pause";
import { linkOf, reservedInPacks, type Pack } from "../domain/stock/pack";
import {
  lowStockOf,
  sendsOf,
  USUAL_SENDS,
  type LowStockRule,
  type ProductRule,
  type Sends,
} from "../domain/stock/product-rule";
import {
  priceByRule,
  priceRuleOf,
  USUAL_DECIMALS,
  type PriceRule,
} from "../domain/stock/price-rule";
import { publishedQuantity } from "../domain/stock/published-quantity";
import { resolveStockRule, type OwnStockRule, type StockRule } from "../domain/stock/stock-rule";
import type { StockView } from "../sync/ledger-api";
import type { SkuPrice } from "../sync/stock/push-price";
import type { UnlistedVariant } from "../sync/stock/stock-rule-api";
import type { ListingQuantities } from "../sync/stock/push-stock";
import type { CategoryStock } from "./category-stock";
import type { Notes } from "./notes";
import type { OfferRow, OfferStore } from "./offer-store";
import type { RuleStore } from "./rule-store";
import type { SaleStore } from "./sale-store";
import { STOCK_NAMES, stockRuleIn } from "./stock-settings";
import type { StockStore } from "./stock-store";
import type { WithdrawnStore } from "./withdrawn-store";

interface Parts {
  stock: StockStore;
  offers: OfferStore;
  rules: RuleStore;
  categories: CategoryStock;
  sales: SaleStore;
  withdrawn: WithdrawnStore;
  notes: Notes;
}

/** What holds for all products. */
interface Shared {
  stockRule: StockRule;
  lowStock: LowStockRule | null;
  sends: Sends;
  packs: readonly Pack[];
}

/** The rule of prices of all products, and the digits of their currency. */
interface Pricing {
  priceRule: PriceRule | null;
  decimals: number;
}

/** How a variant stands to the threshold of its product. */
export interface Lowness {
  /** Null: none counts for it. */
  rule: LowStockRule | null;
  isLow: boolean;
  /** Units that could be sold if no threshold counted. */
  sellable: number;
}

/** A variant's count, and what should be shown of it. */
interface Counted {
  physical: number;
  reserved: number;
  quantity: number;
  /** Low under a rule that takes the product off sale. */
  takesDown: boolean;
  isWithdrawn: boolean;
  lowness: Lowness;
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

  /** What would be shown of variants that are not listed yet, by what the store has of each. */
  preview(seen: readonly UnlistedVariant[]): number[] {
    const { rules, categories } = this.#parts;
    const shared = this.#shared();
    const ruleOf = rules.readMany(seen.map(({ productId }) => productId));
    const ofCategory = new Map(
      [...new Set(seen.flatMap(({ categoryId }) => categoryId ?? []))].map((id) => [
        id,
        categories.read(id),
      ]),
    );
    return seen.map(({ productId, categoryId, quantity: physical }) => {
      const own = ruleOf(productId);
      const category = ofCategory.get(categoryId ?? "") ?? null;
      const rule = resolveStockRule(own.stock, category, shared.stockRule);
      return publishedQuantity({ physical, reserved: 0 }, rule, lowStockOf(own, shared)).quantity;
    });
  }

  /** Whether the channel may show another quantity than the wanted one. */
  isQuantityDue(offer: OfferRow): boolean {
    const rule = this.#parts.rules.read(offer.productId);
    return (
      this.#sends(rule).stock && isQuantityChanged(offer, this.#quantityOf(offer, rule).quantity)
    );
  }

  isPriceDue(offer: OfferRow): boolean {
    const rule = this.#parts.rules.read(offer.productId);
    const priceMinor = this.priceOf(offer, rule);
    if (priceMinor === null || !this.#sends(rule).price) return false;
    return isPriceChanged(offer, priceMinor);
  }

  /** What a variant should cost on the channel; null: the store's price that counts is not known. */
  priceOf(
    key: VariantLink,
    { price }: ProductRule = this.#parts.rules.read(key.productId),
    shared: Pricing = this.#pricing(),
  ): number | null {
    const store = this.#parts.stock.pricesOf(key);
    if (!store) return null;
    return priceByRule(priceRuleOf(price, shared.priceRule), store, shared.decimals);
  }

  /** True where a threshold takes the product of an offer off sale, or the store itself did. */
  canTakeDown(offer: VariantLink): boolean {
    const isByThreshold = this.#lowStockOf(offer.productId)?.action === "deactivate";
    return isByThreshold || this.#parts.withdrawn.has(offer);
  }

  lownessOf(offer: VariantLink): Lowness {
    return this.#quantityOf(offer).lowness;
  }

  /** A listing as a whole; SKUs whose count is not known count for nothing. */
  listingStock(channelProductId: string): ListingStock {
    return toListingStock(this.#countedOffers(channelProductId));
  }

  /** What should be shown of a listing's SKUs; one whose count is not known is left out. */
  readQuantities(channelProductId: string): ListingQuantities {
    const counted = this.#countedOffers(channelProductId);
    const shared = this.#sharedSends();
    const skus = counted.flatMap(({ offer, rule, quantity }) => {
      if (!sendsOf(rule, shared).stock) return [];
      const isChanged = isQuantityChanged(offer, quantity);
      return [{ channelSkuId: offer.channelSkuId, quantity, isChanged }];
    });
    return { skus, ...toListingStock(counted) };
  }

  readPrices(channelProductId: string): SkuPrice[] {
    const { offers, rules } = this.#parts;
    const own = offers.listByListing(channelProductId);
    const ruleOf = rules.readMany(own.map(({ productId }) => productId));
    const [shared, pricing] = [this.#sharedSends(), this.#pricing()];
    return own.flatMap((offer) => {
      const { channelSkuId, productId } = offer;
      const rule = ruleOf(productId);
      const priceMinor = this.priceOf(offer, rule, pricing);
      if (priceMinor === null || !sendsOf(rule, shared).price) return [];
      return [
        { channelSkuId, productId, priceMinor, isChanged: isPriceChanged(offer, priceMinor) },
      ];
    });
  }

  /** The offers of a listing whose count is known, with what should be shown of each. */
  #countedOffers(channelProductId: string) {
    const { offers, rules, stock, categories } = this.#parts;
    const own = offers.listByListing(channelProductId);
    const ruleOf = rules.readMany(own.map(({ productId }) => productId));
    const shared = this.#shared();
    const ofCategory = categories.ofProducts(own.map(({ productId }) => productId));
    return own
      .filter((offer) => stock.isKnown(offer))
      .map((offer) => {
        const rule = ruleOf(offer.productId);
        const category = ofCategory(offer.productId)?.rule ?? null;
        return { offer, rule, ...this.#quantityOf(offer, rule, shared, category) };
      });
  }

  #shared(): Shared {
    const names = [...STOCK_NAMES, "lowStock", "sends", "packs"] as const;
    const { lowStock, sends, packs, ...stock } = this.#parts.notes.readMany(names);
    // A deleted pack is sold no more: until the store's facts are read again, it binds nothing either.
    const gone = this.#parts.withdrawn.goneOf((packs ?? []).map(linkOf));
    const bound = (packs ?? []).filter((pack) => !gone.has(keyOfVariant(linkOf(pack))));
    return {
      stockRule: stockRuleIn(stock),
      lowStock: lowStock ?? null,
      sends: sends ?? USUAL_SENDS,
      packs: bound,
    };
  }

  #counted(key: VariantLink, packs: readonly Pack[]): { physical: number; reserved: number } {
    const { stock } = this.#parts;
    const counted = stock.counted(key);
    if (packs.length === 0) return counted;
    return { ...counted, reserved: reservedInPacks(packs, key, counted.physical, stock) };
  }

  #quantityOf(
    key: VariantLink,
    rule: ProductRule = this.#parts.rules.read(key.productId),
    shared: Shared = this.#shared(),
    ofCategory: OwnStockRule | null = this.#categoryOf(key),
  ): Counted {
    const counted = this.#counted(key, shared.packs);
    const isWithdrawn = this.#parts.withdrawn.has(key);
    const lowStock = lowStockOf(rule, shared);
    const stockRule = resolveStockRule(rule.stock, ofCategory, shared.stockRule);
    const { quantity, isLow, sellable } = publishedQuantity(counted, stockRule, lowStock);
    const lowness = { rule: lowStock, isLow, sellable };
    if (isWithdrawn) return { ...counted, quantity: 0, takesDown: false, isWithdrawn, lowness };
    const takesDown = isLow && lowStock?.action === "deactivate";
    return { ...counted, quantity, takesDown, isWithdrawn, lowness };
  }

  #categoryOf({ productId }: VariantLink): OwnStockRule | null {
    return this.#parts.categories.ofProduct(productId)?.rule ?? null;
  }

  /** What of a product with that rule goes to the channel. */
  #sends(rule: ProductRule): Sends {
    return sendsOf(rule, this.#sharedSends());
  }

  #pricing(): Pricing {
    const { priceRule, priceDecimals } = this.#parts.notes.readMany(["priceRule", "priceDecimals"]);
    return { priceRule: priceRule ?? null, decimals: priceDecimals ?? USUAL_DECIMALS };
  }

  #sharedSends(): Sends {
    return this.#parts.notes.read("sends") ?? USUAL_SENDS;
  }

  #lowStockOf(productId: string): LowStockRule | null {
    const { notes, rules } = this.#parts;
    const { lowStock = null, sends = USUAL_SENDS } = notes.readMany(["lowStock", "sends"]);
    return lowStockOf(rules.read(productId), { lowStock, sends });
  }
}

function toListingStock(known: readonly Counted[]): ListingStock {
  const isEmpty = ({ quantity }: Counted) => quantity === 0;
  const isSoldOut = known.every(isEmpty);
  return {
    isSoldOut,
    isLow: known.some(({ takesDown }) => takesDown),
    isWithdrawn: known.length > 0 && known.every(({ isWithdrawn }) => isWithdrawn),
    hasEmptySku: !isSoldOut && known.some(isEmpty),
  };
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
