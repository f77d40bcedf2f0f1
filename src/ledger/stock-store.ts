/**
 * Counts, offers and the story of every published number as rows. How numbers follow from each
 * other is in domain/stock.ts; who reads or sends them is not known here.
 */
import type { VariantLink } from "../domain/orders/order-draft";
import { isNewer, reservedUnits, sellableUnits, type Reservation } from "../domain/stock/stock";
import type { Observation, OfferBinding, StockView } from "../sync/ledger-api";
import type { LedgerStoragePort } from "./storage-port";

export interface OfferRow extends VariantLink {
  channelSkuId: string;
  channelProductId: string;
  sentQuantity: number;
  sentPriceMinor: number;
  isSendingQuantity: boolean;
  isSendingPrice: boolean;
}

type StockRow = {
  physical: number;
  observed_at: number;
  price_minor: number | null;
  price_observed_at: number;
};

type RawOffer = {
  channel_sku_id: string;
  channel_product_id: string;
  product_id: string;
  variant_id: string;
  sent_quantity: number;
  sent_price_minor: number;
  is_sending_quantity: number;
  is_sending_price: number;
};

const toOffer = (raw: RawOffer): OfferRow => ({
  channelSkuId: raw.channel_sku_id,
  channelProductId: raw.channel_product_id,
  productId: raw.product_id,
  variantId: raw.variant_id,
  sentQuantity: raw.sent_quantity,
  sentPriceMinor: raw.sent_price_minor,
  isSendingQuantity: raw.is_sending_quantity === 1,
  isSendingPrice: raw.is_sending_price === 1,
});

const SENT = {
  quantity: "sent_quantity = ?, is_sending_quantity = 0",
  price: "sent_price_minor = ?, is_sending_price = 0",
};
const SENDING = { quantity: "is_sending_quantity = 1", price: "is_sending_price = 1" };

export type StockStore = ReturnType<typeof openStockStore>;

export function openStockStore({ sql }: Pick<LedgerStoragePort, "sql">, scannedAt: () => number) {
  const offers = (where: string, ...bindings: (string | number)[]) =>
    sql
      .exec<RawOffer>(`SELECT * FROM offer WHERE ${where}`, ...bindings)
      .toArray()
      .map(toOffer);
  const stockOf = ({ productId, variantId }: VariantLink): StockRow | undefined =>
    sql
      .exec<StockRow>(
        `SELECT physical, observed_at, price_minor, price_observed_at FROM stock
         WHERE product_id = ? AND variant_id = ?`,
        productId,
        variantId,
      )
      .toArray()[0];
  const observedAtOf = (row: StockRow) => Math.max(row.observed_at, scannedAt());
  const reservationsOf = ({ productId, variantId }: VariantLink): Reservation[] =>
    sql
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
  return {
    /** Stores one look unless a newer one is known; true when the count or the price moved. */
    observe(seen: Observation, observedAt: number): boolean {
      const row = stockOf(seen);
      const known = row && { observedAt: observedAtOf(row) };
      const isCountNews = isNewer(observedAt, known);
      const isPriceNews =
        seen.priceMinor !== undefined && (!row || observedAt >= row.price_observed_at);
      if (!isCountNews && !isPriceNews) return false;
      const physical = isCountNews || !row ? seen.quantity : row.physical;
      const priceMinor = isPriceNews ? (seen.priceMinor ?? null) : (row?.price_minor ?? null);
      sql.exec(
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
    },
    view(key: VariantLink, holdBack: number): StockView {
      const { productId, variantId } = key;
      const row = stockOf(key);
      const physical = row?.physical ?? 0;
      const counted = { physical, observedAt: row ? observedAtOf(row) : 0 };
      const reserved = reservedUnits(counted, reservationsOf(key));
      const [offer] = this.liveOffers(key);
      return {
        productId,
        variantId,
        physical,
        reserved,
        sellable: sellableUnits(physical, reserved, holdBack),
        published: offer ? offer.sentQuantity : null,
      };
    },
    isKnown: (key: VariantLink): boolean => stockOf(key) !== undefined,
    priceOf: (key: VariantLink): number | null => stockOf(key)?.price_minor ?? null,
    /** Variants whose promises end with the next younger count. */
    listReleasing: (): VariantLink[] =>
      sql
        .exec<{ product_id: string; variant_id: string }>(
          `SELECT DISTINCT o.product_id, o.variant_id FROM offer o
           JOIN reservation r ON r.channel_sku_id = o.channel_sku_id
           WHERE r.until_observed_after IS NOT NULL`,
        )
        .toArray()
        .map((row) => ({ productId: row.product_id, variantId: row.variant_id })),
    /** Known counts, to compare a full scan with. */
    listCounts: (): (VariantLink & { physical: number; isLive: boolean })[] =>
      sql
        .exec<{ product_id: string; variant_id: string; physical: number; live: number }>(
          `SELECT product_id, variant_id, physical, EXISTS (SELECT 1 FROM offer o
             WHERE o.product_id = s.product_id AND o.variant_id = s.variant_id AND o.is_live = 1)
             AS live FROM stock s`,
        )
        .toArray()
        .map((row) => ({
          productId: row.product_id,
          variantId: row.variant_id,
          physical: row.physical,
          isLive: row.live === 1,
        })),
    liveOffers: ({ productId, variantId }: VariantLink): OfferRow[] =>
      offers("product_id = ? AND variant_id = ? AND is_live = 1", productId, variantId),
    liveOffersOf: (productId: string): OfferRow[] =>
      offers("product_id = ? AND is_live = 1", productId),
    offersOfListing: (channelProductId: string): OfferRow[] =>
      offers("channel_product_id = ? AND is_live = 1 ORDER BY channel_sku_id", channelProductId),
    allLiveOffers: (): OfferRow[] => offers("is_live = 1"),
    /** Links outlive their listing: an order may name an offer that was replaced since. */
    links(channelSkuIds: readonly string[]): Map<string, VariantLink> {
      const found = offers(
        "channel_sku_id IN (SELECT value FROM json_each(?))",
        JSON.stringify(channelSkuIds),
      );
      return new Map(
        found.map(({ channelSkuId, productId, variantId }) => [
          channelSkuId,
          { productId, variantId },
        ]),
      );
    },
    bind(binding: OfferBinding): void {
      const { productId, variantId, channelSkuId } = binding;
      sql.exec(
        `UPDATE offer SET is_live = 0
         WHERE product_id = ? AND variant_id = ? AND channel_sku_id <> ?`,
        productId,
        variantId,
        channelSkuId,
      );
      sql.exec(
        `INSERT INTO offer VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, 0, 0)
         ON CONFLICT (channel_sku_id) DO UPDATE SET channel_product_id = ?2, product_id = ?3,
           variant_id = ?4, is_live = 1, sent_quantity = ?5, sent_price_minor = ?6,
           is_sending_quantity = 0, is_sending_price = 0`,
        channelSkuId,
        binding.channelProductId,
        productId,
        variantId,
        binding.sentQuantity,
        binding.sentPriceMinor,
      );
    },
    /** Answers the listings the offers belonged to. */
    unbind(channelSkuIds: readonly string[]): string[] {
      const rows = sql.exec<{ channel_product_id: string }>(
        `UPDATE offer SET is_live = 0 WHERE channel_sku_id IN (SELECT value FROM json_each(?))
         RETURNING channel_product_id`,
        JSON.stringify(channelSkuIds),
      );
      return [...new Set(rows.toArray().map((row) => row.channel_product_id))];
    },
    /** The intent: until the answer is in, the channel may hold either number. */
    markSending(what: "quantity" | "price", channelSkuIds: readonly string[]): void {
      sql.exec(
        `UPDATE offer SET ${SENDING[what]}
         WHERE channel_sku_id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(channelSkuIds),
      );
    },
    recordSent(what: "quantity" | "price", channelSkuId: string, value: number): void {
      sql.exec(`UPDATE offer SET ${SENT[what]} WHERE channel_sku_id = ?`, value, channelSkuId);
    },
    isPaused: (channelProductId: string): boolean =>
      sql
        .exec(`SELECT 1 FROM paused_listing WHERE channel_product_id = ?`, channelProductId)
        .toArray().length > 0,
    setPaused(channelProductId: string, isPaused: boolean, at: number): void {
      if (isPaused)
        sql.exec(`INSERT OR IGNORE INTO paused_listing VALUES (?, ?)`, channelProductId, at);
      else sql.exec(`DELETE FROM paused_listing WHERE channel_product_id = ?`, channelProductId);
    },
    /** One line of the story behind the published number. */
    tell(cause: string, detail: string, view: StockView, at: number): void {
      sql.exec(
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
    },
    /** Every count is at least as young as a full scan: promises that end with it never count again. */
    dropReleased(scannedAt: number): void {
      sql.exec(`DELETE FROM reservation WHERE until_observed_after <= ?`, scannedAt);
    },
    prune(before: number): void {
      sql.exec(`DELETE FROM stock_entry WHERE at < ?`, before);
    },
  };
}
