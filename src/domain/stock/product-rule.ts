/** What a merchant decided about the stock and the price of one product, and of all products. */

import type { OwnPrice } from "./price-rule";
import type { OwnStockRule } from "./stock-rule";

/** What happens on the channel while a quantity is low: its product goes off sale, or it is shown empty. */
export const LOW_STOCK_ACTIONS = ["deactivate", "out_of_stock"] as const;

export type LowStockAction = (typeof LOW_STOCK_ACTIONS)[number];

export interface LowStockRule {
  /** Units; a quantity is low at or below it, and recovered above it. */
  threshold: number;
  action: LowStockAction;
}

export interface ProductRule {
  /** The product's own, which beats the connection's; null: the connection's counts. */
  lowStock: LowStockRule | null;
  /** No threshold at all for the product, whatever both levels say. */
  isExcluded: boolean;
  /** False: its quantities on the channel are left alone; null: as those of all products. */
  sendsStock: boolean | null;
  /** False: its prices on the channel are left alone; null: as those of all products. */
  sendsPrice: boolean | null;
  /** What it costs there, given what it costs in the store; null: as all products. */
  price: OwnPrice | null;
  /** How much of it goes on sale; null: as its category and all products. */
  stock: OwnStockRule | null;
}

/** Of the merchant's choices, those that say what is low. */
export type LowStockChoice = Pick<ProductRule, "lowStock" | "isExcluded">;

/** What of a product goes to the channel. */
export interface Sends {
  stock: boolean;
  price: boolean;
}

/** While a merchant has decided nothing. */
export const USUAL_SENDS: Sends = { stock: true, price: true };

/** A product nobody decided anything about. */
export const USUAL_RULE: ProductRule = {
  lowStock: null,
  isExcluded: false,
  sendsStock: null,
  sendsPrice: null,
  price: null,
  stock: null,
};

/** The threshold that a merchant chose for a product; null: none. `shared`: the connection's. */
export const chosenLowStock = (
  { isExcluded, lowStock }: LowStockChoice,
  shared: LowStockRule | null,
): LowStockRule | null => (isExcluded ? null : (lowStock ?? shared));

/**
 * The threshold that counts for a product. Where its quantities are the channel's to say, none is set to
 * 0 there: such a rule waits until stock is sent again.
 */
export function lowStockOf(
  rule: ProductRule,
  shared: { lowStock: LowStockRule | null; sends: Sends },
): LowStockRule | null {
  const chosen = chosenLowStock(rule, shared.lowStock);
  const isWritten = chosen?.action === "out_of_stock";
  return isWritten && !sendsOf(rule, shared.sends).stock ? null : chosen;
}

/** Whether a rule says no more than that all products' hold. */
export const isUsualRule = (rule: ProductRule): boolean =>
  Object.entries(USUAL_RULE).every(([name, value]) => rule[name as keyof ProductRule] === value);

/** What of a product is sent; `shared`: what holds for all. */
export const sendsOf = (rule: ProductRule, shared: Sends): Sends => ({
  stock: rule.sendsStock ?? shared.stock,
  price: rule.sendsPrice ?? shared.price,
});
