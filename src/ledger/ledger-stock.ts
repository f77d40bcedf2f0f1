/** How much of a ledger's stock goes on sale, and how much would. */
import type { OwnStockRule } from "../domain/stock/stock-rule";
import type { Observation, ProductRuleChange, StockView } from "../sync/ledger-api";
import type { ProductRule } from "../domain/stock/product-rule";
import type { StockRuleApi, UnlistedVariant } from "../sync/stock/stock-rule-api";
import { LedgerJournal } from "./ledger-journal";
import type { LedgerConnection } from "./ports";
import { placeCategoriesNow } from "./place-categories";
import { noteStockSettings } from "./stock-settings";

export abstract class LedgerStock extends LedgerJournal implements StockRuleApi {
  protected abstract readConnection(): Promise<LedgerConnection>;

  async planStock(
    observations: readonly Observation[],
    observedAt: number,
    categoryId?: string,
  ): Promise<StockView[]> {
    const { publisher, categoryStock } = this.storage;
    await this.#knowSettings();
    return this.change(() => {
      if (categoryId !== undefined)
        for (const productId of new Set(observations.map((seen) => seen.productId)))
          categoryStock.move(productId, categoryId);
      publisher.observe(observations, observedAt);
      return observations.map((seen) => publisher.view(seen));
    });
  }

  async previewStock(seen: readonly UnlistedVariant[]): Promise<number[]> {
    await this.#knowSettings();
    return this.storage.published.preview(seen);
  }

  async setProductRules(changes: readonly ProductRuleChange[]): Promise<void> {
    this.change(() => this.storage.publisher.setRules(changes));
  }

  async changeProductRule(productId: string, patch: Partial<ProductRule>): Promise<void> {
    this.change(() => this.storage.publisher.changeRule(productId, patch));
  }

  async readCategoryStock(categoryId: string): Promise<OwnStockRule | null> {
    return this.storage.categoryStock.read(categoryId);
  }

  async readStockOfCategory(productId: string) {
    return this.storage.categoryStock.ofProduct(productId) ?? null;
  }

  async setCategoryStock(categoryId: string, rule: OwnStockRule | null): Promise<void> {
    const { publisher, categoryStock } = this.storage;
    this.change(() => {
      publisher.reviewProducts(categoryStock.write(categoryId, rule));
      placeCategoriesNow(this.storage, this.now());
    });
  }

  async placeCategories(): Promise<void> {
    this.change(() => placeCategoriesNow(this.storage, this.now()));
  }

  /** A ledger that never sent anything does not know the settings yet. */
  async #knowSettings(): Promise<void> {
    const { notes } = this.storage;
    if (notes.read("holdBack") === undefined) noteStockSettings(notes, await this.readConnection());
  }
}
