/** Statements about a listing and its product that several repositories run in one transaction with their own. */
import { sql } from "drizzle-orm";
import type { SyncState } from "../../domain/listings/apply-report";
import { nextRevision } from "../catalogue/next-revision";
import type { MappedRecord } from "../../domain/listings/listing-record";

/** The offers of a listing are these from now on, and those that stay as they are. `updatedAt`: epoch ms. */
export function replaceOffers(
  connectionId: string,
  productId: string,
  {
    channelProductId,
    offers,
    staying = [],
  }: Pick<MappedRecord, "channelProductId" | "offers"> & { staying?: readonly string[] },
  updatedAt: number,
) {
  const list = JSON.stringify(offers);
  const kept = JSON.stringify([...offers.map(({ channelSkuId }) => channelSkuId), ...staying]);
  return [
    sql`DELETE FROM offer WHERE connection_id = ${connectionId}
      AND product_id = ${productId} AND channel_product_id = ${channelProductId}
      AND channel_sku_id NOT IN (SELECT value FROM json_each(${kept}))`,
    sql`
      INSERT INTO offer (connection_id, product_id, variant_id, channel_product_id,
        channel_sku_id, seller_sku, sold_as, updated_at)
      SELECT ${connectionId}, ${productId}, value->>'variantId', ${channelProductId},
        value->>'channelSkuId', value->>'sellerSku', value->'soldAs', ${updatedAt}
      FROM json_each(${list}) WHERE true
      ON CONFLICT (connection_id, channel_sku_id) DO UPDATE SET
        product_id = excluded.product_id, variant_id = excluded.variant_id,
        channel_product_id = excluded.channel_product_id, seller_sku = excluded.seller_sku,
        sold_as = excluded.sold_as,
        updated_at = excluded.updated_at`,
  ];
}

/** The product's badge, which is counted in tabs; an equal or absent one writes nothing. */
export function setSyncState(
  connectionId: string,
  productId: string,
  state: SyncState | undefined,
) {
  const next = state ?? null;
  return sql`UPDATE product SET sync_state = ${next}
    WHERE connection_id = ${connectionId} AND product_id = ${productId}
      AND ${next} IS NOT NULL AND sync_state <> ${next}`;
}

/** What is asked of the product may be another thing from now on. */
export const checkAgain = (
  connectionId: string,
  productId: string,
  { onlyUnlisted = false } = {},
) => sql`
  UPDATE product SET revision = ${nextRevision(connectionId)}
  WHERE connection_id = ${connectionId} AND product_id = ${productId}
    AND (${!onlyUnlisted} OR EXISTS (SELECT 1 FROM listing
      WHERE listing.connection_id = ${connectionId} AND listing.product_id = ${productId}
        AND listing.channel_product_id IS NULL))`;
