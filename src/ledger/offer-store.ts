/** Offers of the channel: the variant each stands for and what was sent of it last, as rows. */
import type { VariantLink } from "../domain/orders/order-draft";
import type { OfferBinding } from "../sync/ledger-api";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export interface OfferRow extends VariantLink {
  channelSkuId: string;
  channelProductId: string;
  sentQuantity: number;
  sentPriceMinor: number;
  /** True while the channel may show another number than the sent one. */
  isSendingQuantity: boolean;
  isSendingPrice: boolean;
}

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

const SENT = {
  quantity: "sent_quantity = ?, is_sending_quantity = 0",
  price: "sent_price_minor = ?, is_sending_price = 0",
};
const SENDING = { quantity: "is_sending_quantity = 1", price: "is_sending_price = 1" };

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

  listAllLive(): OfferRow[] {
    return this.#select("is_live = 1");
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

  bind(binding: OfferBinding): void {
    const { productId, variantId, channelSkuId } = binding;
    this.#sql.exec(
      `UPDATE offer SET is_live = 0
       WHERE product_id = ? AND variant_id = ? AND channel_sku_id <> ?`,
      productId,
      variantId,
      channelSkuId,
    );
    this.#sql.exec(
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

  /** The intent: until the answer is in, the channel may show either number. */
  markSending(what: "quantity" | "price", channelSkuIds: readonly string[]): void {
    this.#sql.exec(
      `UPDATE offer SET ${SENDING[what]}
       WHERE channel_sku_id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(channelSkuIds),
    );
  }

  recordSent(what: "quantity" | "price", channelSkuId: string, value: number): void {
    this.#sql.exec(`UPDATE offer SET ${SENT[what]} WHERE channel_sku_id = ?`, value, channelSkuId);
  }

  isPaused(channelProductId: string): boolean {
    return (
      this.#sql
        .exec(`SELECT 1 FROM paused_listing WHERE channel_product_id = ?`, channelProductId)
        .toArray().length > 0
    );
  }

  setPaused(channelProductId: string, isPaused: boolean, at: number): void {
    if (isPaused)
      this.#sql.exec(`INSERT OR IGNORE INTO paused_listing VALUES (?, ?)`, channelProductId, at);
    else
      this.#sql.exec(`DELETE FROM paused_listing WHERE channel_product_id = ?`, channelProductId);
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
    sentQuantity: raw.sent_quantity,
    sentPriceMinor: raw.sent_price_minor,
    isSendingQuantity: raw.is_sending_quantity === 1,
    isSendingPrice: raw.is_sending_price === 1,
  };
}
