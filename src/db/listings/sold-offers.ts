import { and, eq, sql } from "drizzle-orm";
import type { SoldAs, SoldOffer } from "../../domain/listings/made-anew";
import type { Database } from "../database";
import { offer } from "../schema/listings";

interface Relinked {
  channelSkuId: string;
  productId: string;
  variantId: string;
  soldAs: SoldAs;
}

export interface Sold extends SoldOffer {
  productId: string;
  sellerSku: string;
}

/** SKUs of the channel, and what the store said of the variants they were made of; `now`: epoch ms. */
export function soldOffersOf(db: Database, connectionId: string, now: () => number) {
  const isOwn = eq(offer.connectionId, connectionId);
  return {
    async list(productIds: readonly string[]): Promise<Sold[]> {
      const { productId, variantId, channelSkuId, sellerSku, soldAs } = offer;
      const isAmong = sql`${productId} IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`;
      const columns = { productId, variantId, channelSkuId, sellerSku, soldAs };
      return db.select(columns).from(offer).where(and(isOwn, isAmong));
    },
    async relink(links: readonly Relinked[]): Promise<void> {
      await db.run(sql`
        UPDATE offer SET product_id = value->>'productId', variant_id = value->>'variantId',
          sold_as = value->'soldAs', updated_at = ${now()}
        FROM json_each(${JSON.stringify(links)})
        WHERE offer.rowid = (SELECT rowid FROM offer AS sold
          WHERE sold.connection_id = ${connectionId}
            AND sold.channel_sku_id = value->>'channelSkuId')`);
    },
  };
}
