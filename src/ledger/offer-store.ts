/** Offers of the channel: the variant each stands for and what it is believed to show, as rows. */
import type { VariantLink } from "../domain/orders/order-draft";
import type { DoubtCause } from "../domain/stock/doubt";
import type { OfferBinding } from "../sync/ledger-api";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export interface OfferRow extends VariantLink {
  channelSkuId: string;
  channelProductId: string;
  /** What the channel is believed to show; while in doubt it may be another number. */
  believedQuantity: number;
  quantityDoubt: DoubtCause | null;
  believedPriceMinor: number;
  priceDoubt: DoubtCause | null;
}

type RawOffer = {
  channel_sku_id: string;
  channel_product_id: string;
  product_id: string;
  variant_id: string;
  sent_quantity: number;
  quantity_doubt: string | null;
  sent_price_minor: number;
  price_doubt: string | null;
};

/** A doubt that came during a write outlasts it: the channel's number may have moved since. */
const BELIEVE = {
  quantity: "sent_quantity = ?, quantity_doubt = nullif(quantity_doubt, 'sending')",
  price: "sent_price_minor = ?, price_doubt = nullif(price_doubt, 'sending')",
};
const DOUBT = { quantity: "quantity_doubt", price: "price_doubt" };

export class OfferStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  listLive({ productId, variantId }: VariantLink): OfferRow[] {
    return this.#select("product_id = ? AND variant_id = ? AND is_live = 1", productId, variantId);
  }

  listLiveOf(productId: string): OfferRow[] {
    return this.#select("product_id = ? AND is_live = 1", productId);
  }

  listByListing(channelProductId: string): OfferRow[] {
    const where = "channel_product_id = ? AND is_live = 1 ORDER BY channel_sku_id";
    return this.#select(where, channelProductId);
  }

  /** Undefined: nobody bound it. */
  find(channelSkuId: string): OfferRow | undefined {
    return this.#select("channel_sku_id = ?", channelSkuId)[0];
  }

  /** Those that left their listing among them. */
  listOf(productIds: readonly string[]): OfferRow[] {
    const where = "product_id IN (SELECT value FROM json_each(?))";
    return this.#select(where, JSON.stringify(productIds));
  }

  /** Listings with a live offer, the first behind `after`. */
  listListings(after: string, limit: number): string[] {
    return this.#sql
      .exec<{ id: string }>(
        `SELECT DISTINCT channel_product_id AS id FROM offer
         WHERE channel_product_id > ? AND is_live = 1 ORDER BY channel_product_id LIMIT ?`,
        after,
        limit,
      )
      .toArray()
      .map(({ id }) => id);
  }

  /** Links outlive their listing: an order may name an offer that was replaced since. */
  links(channelSkuIds: readonly string[]): Map<string, VariantLink> {
    const where = "channel_sku_id IN (SELECT value FROM json_each(?))";
    const found = this.#select(where, JSON.stringify(channelSkuIds));
    return new Map(
      found.map(({ channelSkuId, productId, variantId }) => [
        channelSkuId,
        { productId, variantId },
      ]),
    );
  }

  /** Ends what stood for the variant in the same listing; other listings may sell it as well. */
  bind(binding: OfferBinding): void {
    const { productId, variantId, channelSkuId } = binding;
    this.#sql.exec(
      `UPDATE offer SET is_live = 0
       WHERE product_id = ? AND variant_id = ? AND channel_sku_id <> ? AND channel_product_id = ?`,
      productId,
      variantId,
      channelSkuId,
      binding.channelProductId,
    );
    this.#sql.exec(
      `INSERT INTO offer (channel_sku_id, channel_product_id, product_id, variant_id, is_live,
         sent_quantity, sent_price_minor, quantity_doubt, price_doubt)
       VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7, ?7)
       ON CONFLICT (channel_sku_id) DO UPDATE SET channel_product_id = ?2, product_id = ?3,
         variant_id = ?4, is_live = 1, sent_quantity = ?5, sent_price_minor = ?6,
         quantity_doubt = ?7, price_doubt = ?7`,
      channelSkuId,
      binding.channelProductId,
      productId,
      variantId,
      binding.sentQuantity,
      binding.sentPriceMinor,
      binding.doubt ?? null,
    );
  }

  /** The SKU stands for another variant from now on; what it shows stays believed. False: no news. */
  relink(channelSkuId: string, { productId, variantId }: VariantLink): boolean {
    const rows = this.#sql.exec(
      `UPDATE offer SET product_id = ?2, variant_id = ?3 WHERE channel_sku_id = ?1
         AND (product_id <> ?2 OR variant_id <> ?3) RETURNING channel_sku_id`,
      channelSkuId,
      productId,
      variantId,
    );
    return rows.toArray().length > 0;
  }

  /** Answers the listings the offers belonged to. */
  unbind(channelSkuIds: readonly string[]): string[] {
    const rows = this.#sql.exec<{ channel_product_id: string }>(
      `UPDATE offer SET is_live = 0 WHERE channel_sku_id IN (SELECT value FROM json_each(?))
       RETURNING channel_product_id`,
      JSON.stringify(channelSkuIds),
    );
    return [...new Set(rows.toArray().map((row) => row.channel_product_id))];
  }

  /** They stand for nothing any more, in orders that are still to come either. */
  remove(channelSkuIds: readonly string[]): void {
    this.#sql.exec(
      `DELETE FROM offer WHERE channel_sku_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(channelSkuIds),
    );
  }

  /** Writes a doubt about numbers of live offers; `sending` is the intent of a write. */
  doubt(what: "quantity" | "price", channelSkuIds: readonly string[], cause: DoubtCause): void {
    this.#sql.exec(
      `UPDATE offer SET ${DOUBT[what]} = ?1 WHERE is_live = 1 AND ${DOUBT[what]} IS NOT ?1
         AND channel_sku_id IN (SELECT value FROM json_each(?2))`,
      cause,
      JSON.stringify(channelSkuIds),
    );
  }

  /** The channel took `value`: that is what it is believed to show. */
  believe(what: "quantity" | "price", channelSkuId: string, value: number): void {
    this.#sql.exec(
      `UPDATE offer SET ${BELIEVE[what]} WHERE channel_sku_id = ?`,
      value,
      channelSkuId,
    );
  }

  #select(where: string, ...bindings: (string | number)[]): OfferRow[] {
    return this.#sql
      .exec<RawOffer>(`SELECT * FROM offer WHERE ${where}`, ...bindings)
      .toArray()
      .map(toOffer);
  }
}

function toOffer(raw: RawOffer): OfferRow {
  return {
    channelSkuId: raw.channel_sku_id,
    channelProductId: raw.channel_product_id,
    productId: raw.product_id,
    variantId: raw.variant_id,
    believedQuantity: raw.sent_quantity,
    quantityDoubt: raw.quantity_doubt as DoubtCause | null,
    believedPriceMinor: raw.sent_price_minor,
    priceDoubt: raw.price_doubt as DoubtCause | null,
  };
}
