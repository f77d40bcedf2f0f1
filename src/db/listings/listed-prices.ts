/** What the variants of listed products cost in the store. */
import { sql } from "drizzle-orm";
import type { OwnPrice } from "../../domain/stock/price-rule";
import type { Database } from "../database";

export interface ListedPrices {
  productId: string;
  name: string;
  currency: string;
  /** The product's own rule; null: it has none. */
  own: OwnPrice | null;
  variants: readonly { sku: string; priceMinor: number; listPriceMinor: number }[];
}

type Raw = { product_id: string; name: string; currency: string; own: string | null; of: string };

/** By product, those behind `after`. */
export async function listListedPrices(
  db: Database,
  connectionId: string,
  after: string,
  limit: number,
): Promise<ListedPrices[]> {
  const rows = await db.all<Raw>(sql`
    SELECT p.product_id, p.name, p.currency, p.details->'$.price' AS own,
      (SELECT json_group_array(json_object('sku', value->>'sku', 'priceMinor', value->'priceMinor',
        'listPriceMinor', value->'listPriceMinor')) FROM json_each(p.body, '$.variants')) AS "of"
    FROM listing l JOIN product p
      ON p.connection_id = l.connection_id AND p.product_id = l.product_id
    WHERE l.connection_id = ${connectionId} AND l.product_id > ${after}
      AND l.channel_product_id IS NOT NULL AND p.deleted_at IS NULL
    ORDER BY l.product_id LIMIT ${limit}`);
  return rows.map((row) => ({
    productId: row.product_id,
    name: row.name,
    currency: row.currency,
    own: row.own === null ? null : (JSON.parse(row.own) as OwnPrice | null),
    variants: JSON.parse(row.of) as ListedPrices["variants"],
  }));
}
