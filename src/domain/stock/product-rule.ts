/** What a merchant decided about the stock and the price of one product, and of all products. */

/** What happens on the channel while a quantity is low. */
export type LowStockAction =
  /** The whole product is taken off sale. */
  | "deactivate"
  /** The low SKU is shown with nothing left. */
  | "out_of_stock";

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
}

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
};

/** The threshold that counts for a product; null: none. `shared`: the connection's. */
export function lowStockOf(rule: ProductRule, shared: LowStockRule | null): LowStockRule | null {
  return rule.isExcluded ? null : (rule.lowStock ?? shared);
}

/** What of a product is sent; `shared`: what holds for all. */
export const sendsOf = (rule: ProductRule, shared: Sends): Sends => ({
  stock: rule.sendsStock ?? shared.stock,
  price: rule.sendsPrice ?? shared.price,
});
