/**
 * Counts of the store, prices, and the history of every published number, as rows. How numbers
 * follow from each other is in `domain/stock`; who reads or sends them is not known here.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import { isNewer, reservedUnits, sellableUnits, type Reservation } from "../domain/stock/stock";
import type { Observation, StockView } from "../sync/ledger-api";
import type { KnownCount } from "../sync/stock/scan-stock";
import type { OfferStore } from "./offer-store";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type StockRow = {
  physical: number;
  observed_at: number;
  price_minor: number | null;
  price_observed_at: number;
};

type RawVariant = { product_id: string; variant_id: string };

export class StockStore {
  readonly #sql: SqlPort;
  readonly #offers: OfferStore;
  readonly #scannedAt: () => number;

  /** `scannedAt`: begin of the last full scan, epoch ms. */
  constructor(
    { sql }: Pick<LedgerStoragePort, "sql">,
    offers: OfferStore,
    scannedAt: () => number,
  ) {
    this.#sql = sql;
    this.#offers = offers;
    this.#scannedAt = scannedAt;
  }

  /** Stores one observation unless a newer one is known; true when the count or the price moved. */
  observe(seen: Observation, observedAt: number): boolean {
    const row = this.#stockOf(seen);
    const known = row && { observedAt: this.#observedAtOf(row) };
    const isCountNews = isNewer(observedAt, known);
    const isPriceNews =
      seen.priceMinor !== undefined && (!row || observedAt >= row.price_observed_at);
    if (!isCountNews && !isPriceNews) return false;
    const physical = isCountNews || !row ? seen.quantity : row.physical;
    const priceMinor = isPriceNews ? (seen.priceMinor ?? null) : (row?.price_minor ?? null);
    this.#sql.exec(
      `INSERT INTO stock VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (product_id, variant_id) DO UPDATE SET physical = ?3, observed_at = ?4,
         price_minor = ?5, price_observed_at = ?6`,
      seen.productId,
      seen.variantId,
      physical,
      isCountNews ? observedAt : (row?.observed_at ?? 0),
      priceMinor,
      isPriceNews ? observedAt : (row?.price_observed_at ?? 0),
    );
    return !row || physical !== row.physical || priceMinor !== row.price_minor;
  }

  view(key: VariantLink, holdBack: number): StockView {
    const { productId, variantId } = key;
    const row = this.#stockOf(key);
    const physical = row?.physical ?? 0;
    const counted = { physical, observedAt: row ? this.#observedAtOf(row) : 0 };
    const reserved = reservedUnits(counted, this.#reservationsOf(key));
    const [offer] = this.#offers.listLive(key);
    return {
      productId,
      variantId,
      physical,
      reserved,
      sellable: sellableUnits(physical, reserved, holdBack),
      published: offer ? offer.sentQuantity : null,
    };
  }

  isKnown(key: VariantLink): boolean {
    return this.#stockOf(key) !== undefined;
  }

  priceOf(key: VariantLink): number | null {
    return this.#stockOf(key)?.price_minor ?? null;
  }

  /** Variants with a reservation that ends with the next younger count. */
  listReleasing(): VariantLink[] {
    return this.#sql
      .exec<RawVariant>(
        `SELECT DISTINCT o.product_id, o.variant_id FROM offer o
         JOIN reservation r ON r.channel_sku_id = o.channel_sku_id
         WHERE r.until_observed_after IS NOT NULL`,
      )
      .toArray()
      .map(toVariant);
  }

  /** Known counts, to compare a full scan with. */
  listCounts(): KnownCount[] {
    return this.#sql
      .exec<RawVariant & { physical: number; live: number }>(
        `SELECT product_id, variant_id, physical, EXISTS (SELECT 1 FROM offer o
           WHERE o.product_id = s.product_id AND o.variant_id = s.variant_id AND o.is_live = 1)
           AS live FROM stock s`,
      )
      .toArray()
      .map((row) => ({ ...toVariant(row), physical: row.physical, isLive: row.live === 1 }));
  }

  /** One entry of the history of the published number. */
  addEntry(cause: string, detail: string, view: StockView, at: number): void {
    this.#sql.exec(
      `INSERT INTO stock_entry (product_id, variant_id, cause, detail, physical, reserved,
         sellable, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      view.productId,
      view.variantId,
      cause,
      detail,
      view.physical,
      view.reserved,
      view.sellable,
      at,
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
        `SELECT physical, observed_at, price_minor, price_observed_at FROM stock
         WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      )
      .toArray()[0];
  }

  #observedAtOf(row: StockRow): number {
    return Math.max(row.observed_at, this.#scannedAt());
  }

  #reservationsOf({ productId, variantId }: VariantLink): Reservation[] {
    return this.#sql
      .exec<{ order_id: string; units: number; until_observed_after: number | null }>(
        `SELECT r.order_id, r.units, r.until_observed_after FROM offer o
         JOIN reservation r ON r.channel_sku_id = o.channel_sku_id
         WHERE o.product_id = ? AND o.variant_id = ?`,
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

function toVariant(row: RawVariant): VariantLink {
  return { productId: row.product_id, variantId: row.variant_id };
}
