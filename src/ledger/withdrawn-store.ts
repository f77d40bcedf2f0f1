/** Variants that the store does not sell, whatever it counts of them, as rows. */
import { variantKey } from "../domain/catalogue/source-product";
import type { VariantLink } from "../domain/orders/order-draft";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

/** Sold; not sold although it is there; deleted. */
export type Offering = "offered" | "withdrawn" | "gone";

export class WithdrawnStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  has(key: VariantLink): boolean {
    return this.read(key) !== "offered";
  }

  read({ productId, variantId }: VariantLink): Offering {
    const [row] = this.#sql
      .exec<{ is_gone: number }>(
        `SELECT is_gone FROM withdrawn WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      )
      .toArray();
    if (!row) return "offered";
    return row.is_gone === 1 ? "gone" : "withdrawn";
  }

  /** Keys of those of `links` that were deleted; one query, and none where there are none to look for. */
  goneOf(links: readonly VariantLink[]): ReadonlySet<string> {
    if (links.length === 0) return new Set();
    const rows = this.#sql
      .exec<{ product_id: string; variant_id: string }>(
        `SELECT w.product_id, w.variant_id
         FROM (SELECT value->>'productId' AS product, value->>'variantId' AS variant
           FROM json_each(?)) AS wanted
         CROSS JOIN withdrawn w ON w.product_id = wanted.product AND w.variant_id = wanted.variant
         WHERE w.is_gone = 1`,
        JSON.stringify(links),
      )
      .toArray();
    return new Set(rows.map((row) => variantKey(row.product_id, row.variant_id)));
  }

  /** `at`: when the store was asked, epoch ms. */
  write({ productId, variantId }: VariantLink, offering: Offering, at: number): void {
    if (offering === "offered")
      this.#sql.exec(
        `DELETE FROM withdrawn WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      );
    else
      this.#sql.exec(
        `INSERT OR REPLACE INTO withdrawn (product_id, variant_id, at, is_gone)
         VALUES (?, ?, ?, ?)`,
        productId,
        variantId,
        at,
        offering === "gone" ? 1 : 0,
      );
  }
}
