/**
 * What people chose for categories, kept when they delete a connection and given to the next one of the same
 * account, store and shop.
 */
import { sql } from "drizzle-orm";
import type { Database } from "../database";

/**
 * Keeps what was chosen in a connection that is about to be deleted, in place of what an earlier one left.
 * A connection in which nothing was chosen leaves that alone.
 */
export async function keepChoices(db: Database, connectionId: string, now: number): Promise<void> {
  await db.run(sql`
    INSERT INTO former_choices (account_id, source_url, channel_platform, channel_shop_id,
      mappings, details, fields, kept_at)
    SELECT account_id, source_url, channel_platform, channel_shop_id,
      (SELECT json_group_array(json_object('id', source_category_id, 'to', channel_category_id,
          'path', channel_category_path)) FROM category_mapping
        WHERE connection_id = ${connectionId} AND state = 'accepted'),
      (SELECT json_group_array(json_object('id', category_id, 'details', json(details)))
        FROM category_details WHERE connection_id = ${connectionId}),
      (SELECT json_group_array(json_object('id', category_id, 'field', field, 'source', json(source)))
        FROM field_mapping WHERE connection_id = ${connectionId}),
      ${now}
    FROM connection WHERE id = ${connectionId}
      AND source_url IS NOT NULL AND channel_shop_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM category_mapping
        WHERE connection_id = ${connectionId} AND state = 'accepted')
    ON CONFLICT DO UPDATE SET mappings = excluded.mappings, details = excluded.details,
      fields = excluded.fields, kept_at = excluded.kept_at`);
}

/**
 * Writes into a connection what a deleted one of the same store and shop left, over suggestions and never over
 * what was chosen since. Answers how many categories lead somewhere again.
 */
export async function restoreChoices(
  db: Database,
  connectionId: string,
  now: number,
): Promise<number> {
  const kept = sql`former_choices AS kept JOIN connection ON connection.id = ${connectionId}
    AND kept.account_id = connection.account_id AND kept.source_url = connection.source_url
    AND kept.channel_platform = connection.channel_platform
    AND kept.channel_shop_id = connection.channel_shop_id`;
  const { meta } = await db.run(sql`
      INSERT INTO category_mapping (connection_id, source_category_id, state, channel_category_id,
        channel_category_path, confidence, updated_at)
      SELECT ${connectionId}, value->>'id', 'accepted', value->>'to', value->>'path', 100, ${now}
      FROM ${kept}, json_each(kept.mappings) WHERE true
      ON CONFLICT DO UPDATE SET state = 'accepted', channel_category_id = excluded.channel_category_id,
        channel_category_path = excluded.channel_category_path, confidence = 100,
        updated_at = excluded.updated_at
      WHERE category_mapping.state = 'suggested'`);
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
  return meta.changes;
}
