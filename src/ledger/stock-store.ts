/**
 * Counts of the store, prices, and the history of every published number, as rows. How numbers
 * follow from each other is in `domain/stock`; who reads or sends them is not known here.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import { isNewer, reservedUnits, type CountedStock, type Reservation } from "../domain/stock/stock";
import type { KnownPrices } from "../domain/stock/price-rule";
import type { Observation, StockView } from "../sync/ledger-api";
import type { KnownCount } from "../sync/stock/scan-stock";
import { ConfirmedReads } from "./confirmed-reads";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type StockRow = {
  physical: number;
  observed_at: number;
  price_minor: number | null;
  list_price_minor: number | null;
  price_observed_at: number;
};

/** Of a store with more SKUs no more are in memory than these. */
const COUNTS_PER_PAGE = 2_000;

type RawVariant = { product_id: string; variant_id: string };

/** What an observation of a variant is worth. */
export type Worth =
  /** A number moved, or a reservation ends with this younger count. */
  | "news"
  /** As known already, so it need not be stored. */
  | "same"
  /** Older than what is known. */
  | "late"
  /** Another number than the known one, which a younger read may have confirmed unwritten. */
  | "unclear";

export class StockStore {
  readonly #sql: SqlPort;
  readonly #scannedAt: () => number;
  readonly #confirmed: ConfirmedReads;

  /** `scannedAt`: begin of the last full scan; `startedAt`: when this object began; epoch ms. */
  constructor({ sql }: Pick<LedgerStoragePort, "sql">, scannedAt: () => number, startedAt: number) {
    this.#sql = sql;
    this.#scannedAt = scannedAt;
    this.#confirmed = new ConfirmedReads(startedAt);
  }

  /** Compares one observation with what is known; the newest wins. */
  judge(seen: Observation, observedAt: number): Worth {
    const row = this.#stockOf(seen);
    if (!row) return "news";
    const { isCountNews, isPriceNews } = this.#newsOf(row, seen, observedAt);
    if (!isCountNews && !isPriceNews) return "late";
    const isMoved =
      (isCountNews && seen.quantity !== row.physical) ||
      (isPriceNews &&
        (seen.priceMinor !== row.price_minor || listPriceOf(seen) !== row.list_price_minor));
    const { productId } = seen;
    if (isMoved) return this.#confirmed.isYoungest(productId, observedAt) ? "news" : "unclear";
    if (this.#isAwaited(seen, this.#observedAtOf(row))) return "news";
    this.#confirmed.note(productId, observedAt);
    return "same";
  }

  /** A read found the variant as it is known. */
  confirm({ productId }: VariantLink, observedAt: number): void {
    this.#confirmed.note(productId, observedAt);
  }

  /** True when nothing younger than this read is known of the variant, as far as can be told. */
  isYoungest(key: VariantLink, observedAt: number): boolean {
    const row = this.#stockOf(key);
    const isLate = row !== undefined && observedAt < row.price_observed_at;
    return !isLate && this.#confirmed.isYoungest(key.productId, observedAt);
  }

  /** Stores what of an observation is news. */
  store(seen: Observation, observedAt: number): void {
    const row = this.#stockOf(seen);
    const { isCountNews, isPriceNews } = this.#newsOf(row, seen, observedAt);
    this.#sql.exec(
      `INSERT INTO stock VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       ON CONFLICT (product_id, variant_id) DO UPDATE SET physical = ?3, observed_at = ?4,
         price_minor = ?5, price_observed_at = ?6, list_price_minor = ?7`,
      seen.productId,
      seen.variantId,
      isCountNews || !row ? seen.quantity : row.physical,
      isCountNews ? observedAt : (row?.observed_at ?? 0),
      isPriceNews ? (seen.priceMinor ?? null) : (row?.price_minor ?? null),
      isPriceNews ? observedAt : (row?.price_observed_at ?? 0),
      isPriceNews ? listPriceOf(seen) : (row?.list_price_minor ?? null),
    );
  }

  /** The count of a variant and the promised units it does not contain; 0 while it is unknown. */
  counted(key: VariantLink): { physical: number; reserved: number } {
    const counted = this.#countOf(key);
    const { physical } = counted;
    return { physical, reserved: reservedUnits(counted, this.#reservationsOf(key)) };
  }

  /** Promised units of `of` that the count of `as` does not contain; all of them while it is unknown. */
  reservedOf(of: VariantLink, as: VariantLink): number {
    return reservedUnits(this.#countOf(as), this.#reservationsOf(of));
  }

  /** The count of a variant; undefined while it is unknown. */
  physicalOf(key: VariantLink): number | undefined {
    return this.#stockOf(key)?.physical;
  }

  /** True while a reservation of the variant ends with the next count. */
  isMoving(key: VariantLink): boolean {
    return this.#isAwaited(key, this.#countOf(key).observedAt);
  }

  isKnown(key: VariantLink): boolean {
    return this.#stockOf(key) !== undefined;
  }

  /** Null: no price is known. */
  pricesOf(key: VariantLink): KnownPrices | null {
    const row = this.#stockOf(key);
    if (!row || row.price_minor === null) return null;
    return { reduced: row.price_minor, regular: row.list_price_minor };
  }

  /** Whether the price before discounts of something that is on sale was never seen. */
  lacksListPrice(productId?: string): boolean {
    const ofProduct = productId === undefined ? "" : "AND o.product_id = ?";
    const rows = this.#sql.exec(
      `SELECT 1 FROM offer o CROSS JOIN stock s
         ON s.product_id = o.product_id AND s.variant_id = o.variant_id
       WHERE o.is_live = 1 ${ofProduct} AND s.list_price_minor IS NULL LIMIT 1`,
      ...(productId === undefined ? [] : [productId]),
    );
    return rows.toArray().length > 0;
  }

  /** Variants with a reservation that ends with the next younger count. */
  listReleasing(): VariantLink[] {
    return this.#sql
      .exec<RawVariant>(
        `SELECT DISTINCT coalesce(r.product_id, o.product_id) AS product_id,
           coalesce(r.variant_id, o.variant_id) AS variant_id
         FROM offer o JOIN reservation r ON r.channel_sku_id = o.channel_sku_id
         WHERE r.until_observed_after IS NOT NULL`,
      )
      .toArray()
      .map(toVariant);
  }

  /** Known counts of these variants, to compare a scan with. */
  listCounts(of: readonly VariantLink[]): KnownCount[] {
    return this.#countsIn(
      `(SELECT DISTINCT value->>'productId' AS product, value->>'variantId' AS variant
         FROM json_each(?)) AS wanted
       CROSS JOIN stock s ON s.product_id = wanted.product AND s.variant_id = wanted.variant`,
      JSON.stringify(of),
    );
  }

  /** All known counts, page by page behind the last of the one before. */
  *pageCounts(): Generator<KnownCount[]> {
    for (let last: VariantLink = { productId: "", variantId: "" }; ;) {
      const page = this.#countsIn(
        `stock s WHERE (s.product_id, s.variant_id) > (?, ?)
         ORDER BY s.product_id, s.variant_id LIMIT ${COUNTS_PER_PAGE}`,
        last.productId,
        last.variantId,
      );
      yield page;
      const next = page.at(-1);
      if (!next || page.length < COUNTS_PER_PAGE) return;
      last = next;
    }
  }

  #countsIn(from: string, ...bindings: string[]): KnownCount[] {
    return this.#sql
      .exec<RawVariant & { physical: number; live: number }>(
        `SELECT s.product_id, s.variant_id, s.physical, EXISTS (SELECT 1 FROM offer o
           WHERE o.product_id = s.product_id AND o.variant_id = s.variant_id AND o.is_live = 1)
           AS live FROM ${from}`,
        ...bindings,
      )
      .toArray()
      .map((row) => ({ ...toVariant(row), physical: row.physical, isLive: row.live === 1 }));
  }

  /** Reads all of them: once for a walk over all products. */
  countProducts(): number {
    const sql = `SELECT count(DISTINCT product_id) AS products FROM stock`;
    return this.#sql.exec<{ products: number }>(sql).toArray()[0]?.products ?? 0;
  }

  /** Reads no further than to the first product beyond `count`. */
  hasMoreProductsThan(count: number): boolean {
    const sql = `SELECT DISTINCT product_id FROM stock ORDER BY product_id LIMIT ?`;
    return this.#sql.exec(sql, count + 1).toArray().length > count;
  }

  /** One entry of the history of the published number; `priceMinor`: of a corrected price. */
  addEntry(cause: string, detail: string, view: StockView, at: number, priceMinor?: number): void {
    this.#sql.exec(
      `INSERT INTO stock_entry (product_id, variant_id, cause, detail, physical, reserved,
         sellable, at, price_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      view.productId,
      view.variantId,
      cause,
      detail,
      view.physical,
      view.reserved,
      view.sellable,
      at,
      priceMinor ?? null,
    );
  }

  /** Drops reservations a full scan ended: no count is older than `scannedAt` from now on. */
  dropReleased(scannedAt: number): void {
    this.#sql.exec(`DELETE FROM reservation WHERE until_observed_after <= ?`, scannedAt);
  }

  pruneEntries(before: number): void {
    this.#sql.exec(`DELETE FROM stock_entry WHERE at < ?`, before);
  }

  #stockOf({ productId, variantId }: VariantLink): StockRow | undefined {
    return this.#sql
      .exec<StockRow>(
        `SELECT physical, observed_at, price_minor, price_observed_at, list_price_minor FROM stock
         WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      )
      .toArray()[0];
  }

  #countOf(key: VariantLink): CountedStock {
    const row = this.#stockOf(key);
    return { physical: row?.physical ?? 0, observedAt: row ? this.#observedAtOf(row) : 0 };
  }

  #newsOf(row: StockRow | undefined, { priceMinor }: Observation, observedAt: number) {
    return {
      isCountNews: isNewer(observedAt, row && { observedAt: this.#observedAtOf(row) }),
      isPriceNews: priceMinor !== undefined && (!row || observedAt >= row.price_observed_at),
    };
  }

  /** True while a reservation of the variant ends with a count younger than the known one. */
  #isAwaited(key: VariantLink, observedAt: number): boolean {
    return this.#reservationsOf(key).some(
      ({ untilObservedAfter = 0 }) => untilObservedAfter > observedAt,
    );
  }

  #observedAtOf(row: StockRow): number {
    return Math.max(row.observed_at, this.#scannedAt());
  }

  #reservationsOf({ productId, variantId }: VariantLink): Reservation[] {
    return this.#sql
      .exec<{ order_id: string; units: number; until_observed_after: number | null }>(
        `SELECT r.order_id, r.units, r.until_observed_after FROM offer o
         JOIN reservation r ON r.channel_sku_id = o.channel_sku_id
         WHERE o.product_id = ?1 AND o.variant_id = ?2 AND r.product_id IS NULL
         UNION ALL SELECT order_id, units, until_observed_after FROM reservation
         WHERE product_id = ?1 AND variant_id = ?2`,
        productId,
        variantId,
      )
      .toArray()
      .map((row) => ({
        orderId: row.order_id,
        units: row.units,
        untilObservedAfter: row.until_observed_after ?? undefined,
      }));
  }
}

/** Where there is no discount it is the price of now; null: no price was read. */
const listPriceOf = ({ priceMinor, listPriceMinor }: Observation): number | null =>
  listPriceMinor ?? priceMinor ?? null;

function toVariant(row: RawVariant): VariantLink {
  return { productId: row.product_id, variantId: row.variant_id };
}
