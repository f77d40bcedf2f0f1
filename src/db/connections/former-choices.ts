/**
 * What people chose, kept when they delete a connection and given to the next one of the same account, store
 * and shop: where categories lead, what is set for categories and for single products, the settings.
 */
import { sql, type SQL } from "drizzle-orm";
import { nextRevision } from "../catalogue/next-revision";
import type { Database } from "../database";

/** The connection that a kept row belongs to now. */
const isOwner = (
  kept: SQL,
) => sql`(${kept}.account_id, ${kept}.source_url, ${kept}.channel_platform,
  ${kept}.channel_shop_id) = (connection.account_id, connection.source_url, connection.channel_platform,
  connection.channel_shop_id)`;

/** What stands for a product of `kept`, or of a table of the same columns, says something. */
const saysAnything = sql`(channel_category_id IS NOT NULL OR coalesce(details, '{}') <> '{}')`;

/**
 * Keeps what was chosen in a connection that is about to be deleted, in place of what an earlier one left.
 * What nobody chose anything about in it leaves that alone.
 */
export async function keepChoices(db: Database, connectionId: string, now: number): Promise<void> {
  await db.run(sql`
    INSERT INTO former_choices (account_id, source_url, channel_platform, channel_shop_id,
      mappings, details, fields, kept_at, settings, warehouse_id)
    SELECT account_id, source_url, channel_platform, channel_shop_id,
      (SELECT json_group_array(json_object('id', source_category_id, 'to', channel_category_id,
          'path', channel_category_path)) FROM category_mapping
        WHERE connection_id = ${connectionId} AND state = 'accepted'),
      (SELECT json_group_array(json_object('id', category_id, 'details', json(details)))
        FROM category_details WHERE connection_id = ${connectionId}),
      (SELECT json_group_array(json_object('id', category_id, 'field', field, 'source', json(source)))
        FROM field_mapping WHERE connection_id = ${connectionId}),
      ${now}, iif(settings_version > 0, settings, NULL), iif(settings_version > 0, warehouse_id, NULL)
    FROM connection WHERE id = ${connectionId}
      AND source_url IS NOT NULL AND channel_shop_id IS NOT NULL
    ON CONFLICT DO UPDATE SET kept_at = excluded.kept_at,
      mappings = iif(excluded.mappings = '[]', mappings, excluded.mappings),
      details = iif(excluded.mappings = '[]', details, excluded.details),
      fields = iif(excluded.mappings = '[]', fields, excluded.fields),
      settings = coalesce(excluded.settings, settings),
      warehouse_id = iif(excluded.settings IS NULL, warehouse_id, excluded.warehouse_id)`);
  await keepProducts(db, connectionId);
}

/** Of products that the connection has; what is kept of others stays. */
async function keepProducts(db: Database, connectionId: string): Promise<void> {
  await db.run(sql`
    DELETE FROM former_product WHERE EXISTS (SELECT 1 FROM connection
      JOIN product ON product.connection_id = connection.id
        AND product.product_id = former_product.product_id
      WHERE connection.id = ${connectionId} AND ${isOwner(sql`former_product`)})`);
  await db.run(sql`
    INSERT INTO former_product (account_id, source_url, channel_platform, channel_shop_id, product_id,
      channel_category_id, details)
    SELECT account_id, source_url, channel_platform, channel_shop_id, product_id,
      channel_category_id, json_remove(details, '$.price')
    FROM connection JOIN product ON product.connection_id = connection.id
    WHERE connection.id = ${connectionId} AND source_url IS NOT NULL AND channel_shop_id IS NOT NULL
      AND ${saysAnything}
    ON CONFLICT DO UPDATE SET channel_category_id = excluded.channel_category_id,
      details = excluded.details`);
}

/**
 * Writes into a connection what a deleted one left of categories, over suggestions and never over what was
 * chosen since. Answers how many categories lead somewhere again.
 */
export async function restoreCategories(
  db: Database,
  connectionId: string,
  now: number,
): Promise<number> {
  const kept = sql`former_choices AS kept JOIN connection ON connection.id = ${connectionId}
    AND ${isOwner(sql`kept`)}`;
  // What D1 calls changes contains those of triggers.
  const led = await db.all(sql`
      INSERT INTO category_mapping (connection_id, source_category_id, state, channel_category_id,
        channel_category_path, confidence, updated_at)
      SELECT ${connectionId}, value->>'id', 'accepted', value->>'to', value->>'path', 100, ${now}
      FROM ${kept}, json_each(kept.mappings) WHERE true
      ON CONFLICT DO UPDATE SET state = 'accepted', channel_category_id = excluded.channel_category_id,
        channel_category_path = excluded.channel_category_path, confidence = 100,
        updated_at = excluded.updated_at
      WHERE category_mapping.state = 'suggested'
      RETURNING source_category_id`);
  await db.run(sql`
      INSERT INTO category_details (connection_id, category_id, details, updated_at)
      SELECT ${connectionId}, value->>'id', value->'details', ${now}
      FROM ${kept}, json_each(kept.details) WHERE true
      ON CONFLICT DO NOTHING`);
  await db.run(sql`
      INSERT INTO field_mapping (connection_id, category_id, field, source, updated_at)
      SELECT ${connectionId}, value->>'id', value->>'field', value->'source', ${now}
      FROM ${kept}, json_each(kept.fields) WHERE true
      ON CONFLICT DO NOTHING`);
  return led.length;
}

/**
 * The same of single products, as far as they are known already; those that come later bring it along
 * (`formerOf`). Answers of how many products something is kept.
 */
export async function restoreProducts(db: Database, connectionId: string): Promise<number> {
  await db.run(sql`
    UPDATE product SET channel_category_id = kept.channel_category_id, details = kept.details,
      revision = ${nextRevision(connectionId)}
    FROM former_product AS kept, connection
    WHERE product.connection_id = ${connectionId} AND connection.id = product.connection_id
      AND ${isOwner(sql`kept`)} AND kept.product_id = product.product_id
      AND product.channel_category_id IS NULL AND coalesce(product.details, '{}') = '{}'`);
  const [row] = await db.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM connection JOIN former_product AS kept ON ${isOwner(sql`kept`)}
    WHERE connection.id = ${connectionId}`);
  return row?.count ?? 0;
}

/** Joins to the columns `channel_category_id` and `details` of `former` what is kept of a product. */
export const formerOf = (connectionId: string, productId: SQL): SQL => sql`
  LEFT JOIN connection ON connection.id = ${connectionId}
  LEFT JOIN former_product AS former ON ${isOwner(sql`former`)} AND former.product_id = ${productId}`;

/** Settings and warehouse as saved in the deleted connection; undefined where nobody saved any. */
export async function findFormerSettings(
  db: Database,
  connectionId: string,
): Promise<{ settings: unknown; warehouseId: string | null } | undefined> {
  const [row] = await db.all<{ settings: string; warehouse_id: string | null }>(sql`
    SELECT kept.settings, kept.warehouse_id FROM connection
    JOIN former_choices AS kept ON ${isOwner(sql`kept`)}
    WHERE connection.id = ${connectionId} AND kept.settings IS NOT NULL`);
  return row && { settings: JSON.parse(row.settings), warehouseId: row.warehouse_id };
}
