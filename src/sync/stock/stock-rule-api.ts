/** What may be asked of a ledger about how much goes on sale. */
import type { OwnStockRule } from "../../domain/stock/stock-rule";
import type { Observation, StockView } from "./stock-view";

/** A variant as the store has it, of a product that the ledger may not know yet. */
export interface UnlistedVariant {
  productId: string;
  variantId: string;
  quantity: number;
  /** Of the channel; null: none is chosen. */
  categoryId: string | null;
}

export interface StockRuleApi {
  /**
   * Observes and answers what to publish for each, in the order given (for a create or an edit). `categoryId`: the
   * channel's, that the product is sent in; absent: the one of before.
   */
  planStock(
    observations: readonly Observation[],
    observedAt: number,
    categoryId?: string,
  ): Promise<StockView[]>;
  /** What would be published of each, in the order given; nothing is kept. */
  previewStock(seen: readonly UnlistedVariant[]): Promise<number[]>;
  /** What a category of the channel says; null: nothing. */
  readCategoryStock(categoryId: string): Promise<OwnStockRule | null>;
  /** What the category of a product says; null: nothing, or it is in none. */
  readStockOfCategory(
    productId: string,
  ): Promise<{ categoryId: string; rule: OwnStockRule } | null>;
  /** Null takes the rule away. Numbers that change are sent. */
  setCategoryStock(categoryId: string, rule: OwnStockRule | null): Promise<void>;
  /** Products may be in other categories of the channel than before: what that changes is sent. */
  placeCategories(): Promise<void>;
}

export const STOCK_RULE_METHODS: Readonly<Record<keyof StockRuleApi, true>> = {
  planStock: true,
  previewStock: true,
  readCategoryStock: true,
  readStockOfCategory: true,
  setCategoryStock: true,
  placeCategories: true,
};
