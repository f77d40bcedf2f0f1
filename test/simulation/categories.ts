/** Which category of the channel a product is sold in, as the merchant's pages say. */
import type { System } from "./system";

const EFFECTIVE = `SELECT coalesce(product.channel_category_id, mapping.channel_category_id)
  FROM product LEFT JOIN category_mapping AS mapping ON mapping.connection_id = product.connection_id
    AND mapping.source_category_id = coalesce(product.source_category_id, '')
    AND mapping.state = 'accepted'
  WHERE product.connection_id = ? AND product.product_id = ? AND product.deleted_at IS NULL`;

export function categoryOf(
  { system, connectionId }: { system: System; connectionId: string },
  productId: string,
): string | undefined {
  const [row] = system.worker.database.rows(EFFECTIVE, [connectionId, productId]);
  return typeof row?.[0] === "string" ? row[0] : undefined;
}
