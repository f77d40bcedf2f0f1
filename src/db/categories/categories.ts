/**
 * Both category trees and the mapping between them. It does not know how a suggestion is found or
 * which categories a shop may sell in.
 */
import { and, eq, sql } from "drizzle-orm";
import type { CategoryRow, ChannelCategoryRow } from "../../contract/categories";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { categoryMapping, channelCategory } from "../schema/categories";

export interface TreeNode {
  id: string;
  parentId: string;
  name: string;
  path: string;
  isLeaf: boolean;
  permission: string;
}

/** A statement's JSON stays far below D1's 2 MB a parameter. */
const NODES_PER_STATEMENT = 2_000;

/** When the tree was last read; null: never. */
export async function treeReadAt(db: Database, connectionId: string): Promise<number | null> {
  const [row] = await db.all<{ at: number | null }>(sql`
    SELECT max(read_at) AS at FROM channel_category
    WHERE connection_id = ${connectionId} AND parent_id = '0'`);
  return row?.at ?? null;
}

/** Stores a freshly read tree: changed nodes are written, vanished ones removed, departments stamped. */
export async function saveTree(
  db: Database,
  connectionId: string,
  nodes: readonly TreeNode[],
  now: number,
): Promise<void> {
  const ids = JSON.stringify(nodes.map((node) => node.id));
  const chunks = Array.from({ length: Math.ceil(nodes.length / NODES_PER_STATEMENT) }, (_, index) =>
    nodes.slice(index * NODES_PER_STATEMENT, (index + 1) * NODES_PER_STATEMENT),
  );
  await inOneTransaction(db, [
    sql`
      DELETE FROM channel_category WHERE connection_id = ${connectionId}
        AND category_id NOT IN (SELECT value FROM json_each(${ids}))`,
    ...chunks.map((chunk) => upsertNodes(connectionId, chunk, now)),
  ]);
}

function upsertNodes(connectionId: string, nodes: readonly TreeNode[], now: number) {
  return sql`
    INSERT INTO channel_category
      (connection_id, category_id, parent_id, name, path, is_leaf, permission, read_at)
    SELECT ${connectionId}, value->>'id', value->>'parentId', value->>'name', value->>'path',
      value->>'isLeaf', value->>'permission', ${now}
    FROM json_each(${JSON.stringify(nodes)}) WHERE true
    ON CONFLICT (connection_id, category_id) DO UPDATE SET
      parent_id = excluded.parent_id, name = excluded.name, path = excluded.path,
      is_leaf = excluded.is_leaf, permission = excluded.permission, read_at = excluded.read_at
    WHERE channel_category.path <> excluded.path
      OR channel_category.parent_id <> excluded.parent_id
      OR channel_category.is_leaf <> excluded.is_leaf
      OR channel_category.permission <> excluded.permission
      OR excluded.parent_id = '0'`;
}

const asRow = {
  id: channelCategory.categoryId,
  name: channelCategory.name,
  path: channelCategory.path,
  isLeaf: channelCategory.isLeaf,
  permission: channelCategory.permission,
};

export async function findChannelCategory(
  db: Database,
  connectionId: string,
  categoryId: string,
): Promise<ChannelCategoryRow | undefined> {
  const [row] = await db
    .select(asRow)
    .from(channelCategory)
    .where(
      and(
        eq(channelCategory.connectionId, connectionId),
        eq(channelCategory.categoryId, categoryId),
      ),
    );
  return row;
}

export async function childCategories(
  db: Database,
  connectionId: string,
  parentId: string,
): Promise<ChannelCategoryRow[]> {
  return db
    .select(asRow)
    .from(channelCategory)
    .where(
      and(eq(channelCategory.connectionId, connectionId), eq(channelCategory.parentId, parentId)),
    )
    .orderBy(channelCategory.name);
}

/** Leaves whose path holds every word, shortest path first. */
export async function searchLeaves(
  db: Database,
  connectionId: string,
  search: string,
  limit: number,
): Promise<ChannelCategoryRow[]> {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  return db
    .select(asRow)
    .from(channelCategory)
    .where(
      and(
        eq(channelCategory.connectionId, connectionId),
        eq(channelCategory.isLeaf, true),
        ...words.map((word) => sql`instr(lower(${channelCategory.path}), ${word}) > 0`),
      ),
    )
    .orderBy(sql`length(${channelCategory.path})`, channelCategory.path)
    .limit(limit);
}

export async function listLeaves(
  db: Database,
  connectionId: string,
): Promise<ChannelCategoryRow[]> {
  return db
    .select(asRow)
    .from(channelCategory)
    .where(and(eq(channelCategory.connectionId, connectionId), eq(channelCategory.isLeaf, true)));
}

/** Source categories that hold products, with their mapping; "" stands for products without one. */
export async function listCategoryRows(
  db: Database,
  connectionId: string,
  only?: string,
): Promise<CategoryRow[]> {
  const one = only ?? null;
  const rows = await db.all<{
    id: string;
    path: string;
    count: number;
    state: "suggested" | "accepted" | null;
    categoryId: string | null;
    categoryPath: string | null;
    confidence: number | null;
  }>(sql`
    WITH used AS (
      SELECT coalesce(source_category_id, '') AS id, count(*) AS count FROM product
      WHERE connection_id = ${connectionId} AND deleted_at IS NULL
        AND (${one} IS NULL OR coalesce(source_category_id, '') = ${one})
      GROUP BY 1)
    SELECT used.id, coalesce(source_category.path, '') AS path, used.count, mapping.state,
      mapping.channel_category_id AS categoryId, mapping.channel_category_path AS categoryPath,
      mapping.confidence
    FROM used
    LEFT JOIN source_category ON source_category.connection_id = ${connectionId}
      AND source_category.source_category_id = used.id
    LEFT JOIN category_mapping AS mapping ON mapping.connection_id = ${connectionId}
      AND mapping.source_category_id = used.id
    ORDER BY path, used.id`);
  return rows.map((row) => ({
    sourceCategoryId: row.id,
    path: row.path,
    productCount: row.count,
    mapping:
      row.state && row.categoryId
        ? {
            state: row.state,
            categoryId: row.categoryId,
            path: row.categoryPath ?? "",
            confidence: row.confidence ?? 0,
          }
        : null,
  }));
}

/**
 * A product that stands for its source category: the first one by id. The plus sign keeps SQLite
 * from walking through every product in the order of ids until one fits.
 */
export async function sampleProduct(
  db: Database,
  connectionId: string,
  sourceCategoryId: string,
): Promise<{ name: string; description: string } | undefined> {
  const [row] = await db.all<{ name: string; description: string | null }>(sql`
    SELECT name, json_extract(body, '$.description') AS description FROM product
    WHERE connection_id = ${connectionId} AND deleted_at IS NULL
      AND source_category_id IS ${sourceCategoryId || null}
    ORDER BY +product_id LIMIT 1`);
  return row && { name: row.name, description: row.description ?? "" };
}

export async function findMapping(
  db: Database,
  connectionId: string,
  sourceCategoryId: string,
): Promise<{ state: "suggested" | "accepted"; channelCategoryId: string } | undefined> {
  const [row] = await db
    .select()
    .from(categoryMapping)
    .where(
      and(
        eq(categoryMapping.connectionId, connectionId),
        eq(categoryMapping.sourceCategoryId, sourceCategoryId),
      ),
    );
  return row;
}

export interface Mapping {
  sourceCategoryId: string;
  state: "suggested" | "accepted";
  channelCategoryId: string;
  channelCategoryPath: string;
  confidence: number;
}

/** A person's choice overwrites anything; a suggestion never overwrites what was accepted. */
export async function saveMapping(
  db: Database,
  connectionId: string,
  mapping: Mapping,
  source: "person" | "suggestion",
  now: number,
): Promise<void> {
  const { sourceCategoryId: _key, ...rest } = mapping;
  await db
    .insert(categoryMapping)
    .values({ connectionId, ...mapping, updatedAt: now })
    .onConflictDoUpdate({
      target: [categoryMapping.connectionId, categoryMapping.sourceCategoryId],
      set: { ...rest, updatedAt: now },
      setWhere: source === "person" ? undefined : sql`${categoryMapping.state} = 'suggested'`,
    });
}

export async function removeMapping(
  db: Database,
  connectionId: string,
  sourceCategoryId: string,
): Promise<void> {
  await db
    .delete(categoryMapping)
    .where(
      and(
        eq(categoryMapping.connectionId, connectionId),
        eq(categoryMapping.sourceCategoryId, sourceCategoryId),
      ),
    );
}

/** Open suggestions become effective; those named, or all. Answers how many. */
export async function acceptMappings(
  db: Database,
  connectionId: string,
  ids: readonly string[] | undefined,
  now: number,
): Promise<number> {
  const named = ids ? JSON.stringify(ids) : null;
  const { meta } = await db.run(sql`
    UPDATE category_mapping SET state = 'accepted', updated_at = ${now}
    WHERE connection_id = ${connectionId} AND state = 'suggested'
      AND (${named} IS NULL OR source_category_id IN (SELECT value FROM json_each(${named})))`);
  return meta.changes;
}
