/** Products by the codes of their variants. It does not know what is looked for with them. */
import { sql } from "drizzle-orm";
import type { MappableProduct } from "../../domain/listings/propose-mapping";
import type { Database } from "../database";

/** Two products of one code make it no answer; more of them are not read. */
const MOST_OF_A_KEY = 3;

interface RawVariant {
  id: string;
  sku: string | null;
  barcode: string | null;
}

/** Reads of one connection. Products that the store has deleted are left out everywhere. */
export function productKeysOf(db: Database, connectionId: string) {
  return {
    /** Those that have one of the keys (`matchKey`), whole. */
    async findByKeys(keys: readonly string[]): Promise<MappableProduct[]> {
      if (keys.length === 0) return [];
      const rows = await db.all<{ id: string; name: string; isListed: number; variants: string }>(
        sql`
          SELECT product.product_id AS id, product.name,
            listing.channel_product_id IS NOT NULL AS isListed,
            (SELECT json_group_array(json_object('id', value->>'id', 'sku', value->>'sku',
              'barcode', value->>'barcode')) FROM json_each(product.body, '$.variants')) AS variants
          FROM (
            SELECT DISTINCT found.value AS id FROM json_each(${JSON.stringify(keys)}) AS wanted
            CROSS JOIN json_each((SELECT json_group_array(product_id) FROM (
              SELECT DISTINCT product_key.product_id FROM product_key
              CROSS JOIN product AS own ON own.connection_id = product_key.connection_id
                AND own.product_id = product_key.product_id AND own.deleted_at IS NULL
              WHERE product_key.connection_id = ${connectionId} AND product_key.key = wanted.value
              LIMIT ${MOST_OF_A_KEY}))) AS found) AS chosen
          CROSS JOIN product ON product.connection_id = ${connectionId}
            AND product.product_id = chosen.id
          LEFT JOIN listing ON listing.connection_id = ${connectionId}
            AND listing.product_id = product.product_id`,
      );
      return rows.map(({ id, name, isListed, variants }) => ({
        productId: id,
        name,
        isListed: isListed === 1,
        variants: (JSON.parse(variants) as RawVariant[]).map(toVariant),
      }));
    },
  };
}

function toVariant({ id, sku, barcode }: RawVariant): MappableProduct["variants"][number] {
  return { id, sku: sku ?? "", ...(barcode ? { barcode } : {}) };
}
