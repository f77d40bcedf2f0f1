/** SKUs a threshold holds down, as rows, and what thresholds did, out of the history of published numbers. */
import { readFlipCause, type KeptFlip, type LowStockNote } from "../domain/stock/low-stock-note";
import type { LowStockAction } from "../domain/stock/product-rule";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type RawEntry = {
  product_id: string;
  variant_id: string;
  cause: string;
  detail: string;
  physical: number;
  reserved: number;
  at: number;
};

/** Entries of a product that are answered, the newest first. */
const MOST_SHOWN = 20;

export class LowStockStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** What a threshold did to the SKU and did not undo; undefined: nothing. */
  heldBy(channelSkuId: string): LowStockAction | undefined {
    const [row] = this.#sql
      .exec<{ action: string }>(`SELECT action FROM low_sku WHERE channel_sku_id = ?`, channelSkuId)
      .toArray();
    return row && (row.action as LowStockAction);
  }

  hold(channelSkuId: string, action: LowStockAction): void {
    this.#sql.exec(
      `INSERT INTO low_sku VALUES (?1, ?2) ON CONFLICT (channel_sku_id) DO UPDATE SET action = ?2`,
      channelSkuId,
      action,
    );
  }

  release(channelSkuId: string): void {
    this.#sql.exec(`DELETE FROM low_sku WHERE channel_sku_id = ?`, channelSkuId);
  }

  listOf(productId: string): LowStockNote[] {
    return this.#sql
      .exec<RawEntry>(
        `SELECT product_id, variant_id, cause, detail, physical, reserved, at FROM stock_entry
         WHERE product_id = ? AND cause LIKE 'low\\_%' ESCAPE '\\' ORDER BY id DESC LIMIT ?`,
        productId,
        MOST_SHOWN,
      )
      .toArray()
      .flatMap((row) => toNote(row) ?? []);
  }
}

function toNote(row: RawEntry): LowStockNote | undefined {
  const what = readFlipCause(row.cause);
  if (!what) return undefined;
  const { product_id: productId, variant_id: variantId, physical, reserved, at } = row;
  // Old entries kept no number of units that could be sold.
  const sellable = Math.max(0, physical - reserved);
  const kept = JSON.parse(row.detail) as Omit<KeptFlip, "sellable"> & Partial<KeptFlip>;
  return { productId, variantId, what, physical, reserved, sellable, ...kept, at };
}
