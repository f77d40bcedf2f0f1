/** What a ledger answers out of its storage alone, without a change and without a call of a shop. */
import type { VariantLink } from "../domain/orders/order-draft";
import type { CorrectionNote } from "../domain/stock/correction-note";
import type { PauseCause } from "../domain/stock/listing-pause";
import type { LowStockNote } from "../domain/stock/low-stock-note";
import type { ProductRule } from "../domain/stock/product-rule";
import type { StockView } from "../sync/ledger-api";
import { sourceKey } from "./ingest";
import type { LedgerStorage } from "./storage";

export abstract class LedgerReads {
  protected abstract get storage(): LedgerStorage;

  async hasSourceEvent(deliveryId: string): Promise<boolean> {
    return this.storage.notes.hasReceived(sourceKey(deliveryId));
  }

  async readStock(keys: readonly VariantLink[]): Promise<StockView[]> {
    return keys.map((key) => this.storage.publisher.view(key));
  }

  async readProductRules(productIds: readonly string[]): Promise<ProductRule[]> {
    return productIds.map((productId) => this.storage.ruleStore.read(productId));
  }

  async readLowStock(productId: string): Promise<LowStockNote[]> {
    return this.storage.lowStock.listOf(productId);
  }

  async readPauses(channelProductIds: readonly string[]): Promise<(PauseCause | null)[]> {
    return channelProductIds.map((id) => this.storage.saleStore.causeOf(id));
  }

  async readCorrections(productId: string): Promise<CorrectionNote[]> {
    return this.storage.corrections.listOf(productId);
  }
}
