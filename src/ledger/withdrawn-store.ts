/** Variants that the store does not sell, whatever it counts of them, as rows. */
import type { VariantLink } from "../domain/orders/order-draft";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export class WithdrawnStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  has({ productId, variantId }: VariantLink): boolean {
    const found = this.#sql.exec(
      `SELECT at FROM withdrawn WHERE product_id = ? AND variant_id = ?`,
      productId,
      variantId,
    );
    return found.toArray().length > 0;
  }

  /** `at`: when the store was asked, epoch ms. */
  write({ productId, variantId }: VariantLink, isWithdrawn: boolean, at: number): void {
    if (isWithdrawn)
      this.#sql.exec(`INSERT OR REPLACE INTO withdrawn VALUES (?, ?, ?)`, productId, variantId, at);
    else
      this.#sql.exec(
        `DELETE FROM withdrawn WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      );
  }
}
