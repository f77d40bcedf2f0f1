/**
 * The channel's category tree as read last, and the rules of its leaves. It does not know which
 * categories a shop may sell in, nor how old a tree may be.
 */
import { and, eq, sql } from "drizzle-orm";
import type { ChannelCategoryRecord } from "../../domain/categories/category-record";
import type { RuleNews } from "../../domain/listings/rule-change";
import { foldText } from "../../domain/search-text";
import { chunks } from "../../lib/chunks";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { channelCategory, channelCategoryRule } from "../schema/categories";
import { holdsTerms } from "../search/holds-terms";

interface TreeNode extends ChannelCategoryRecord {
  parentId: string;
}

interface RulesChange {
  previousBody: unknown;
  previousVersion: number;
  news: readonly RuleNews[];
}

interface ReadRules {
  body: unknown;
  shapeVersion: number;
  bodyHash: string;
  hasCertificates: boolean;
}

/** A statement's JSON stays far below D1's 2 MB a parameter. */
const NODES_PER_STATEMENT = 2_000;

const RECORD = {
  id: channelCategory.categoryId,
  name: channelCategory.name,
  path: channelCategory.path,
  isLeaf: channelCategory.isLeaf,
  permission: channelCategory.permission,
};

/** The channel's categories as one connection sees them; `now` stamps the rows, epoch ms. */
export function channelCategoriesOf(db: Database, connectionId: string, now: () => number) {
  return new ChannelCategoryRepository(db, connectionId, now);
}

class ChannelCategoryRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /** When the tree was last read, epoch ms; null: never. */
  async treeReadAt(): Promise<number | null> {
    const [row] = await this.db.all<{ at: number | null }>(sql`
      SELECT max(read_at) AS at FROM channel_category
      WHERE connection_id = ${this.connectionId} AND parent_id = '0'`);
    return row?.at ?? null;
  }

  /** Stores a freshly read tree: changed nodes are written, vanished ones removed, departments stamped. */
  async saveTree(nodes: readonly TreeNode[]): Promise<void> {
    const ids = JSON.stringify(nodes.map((node) => node.id));
    const readAt = this.now();
    await inOneTransaction(this.db, [
      sql`
        DELETE FROM channel_category WHERE connection_id = ${this.connectionId}
          AND category_id NOT IN (SELECT value FROM json_each(${ids}))`,
      ...chunks(nodes, NODES_PER_STATEMENT).map((part) =>
        upsertNodes(this.connectionId, part, readAt),
      ),
    ]);
  }

  async find(categoryId: string): Promise<ChannelCategoryRecord | undefined> {
    const [row] = await this.select(eq(channelCategory.categoryId, categoryId));
    return row;
  }

  async listChildren(parentId: string): Promise<ChannelCategoryRecord[]> {
    return this.select(eq(channelCategory.parentId, parentId)).orderBy(channelCategory.name);
  }

  async listLeaves(): Promise<ChannelCategoryRecord[]> {
    return this.select(eq(channelCategory.isLeaf, true));
  }

  /** Leaves whose path holds every term, shortest path first. */
  async searchLeaves(search: string, limit: number): Promise<ChannelCategoryRecord[]> {
    const kept = sql`coalesce(${channelCategory.searchText}, lower(${channelCategory.path}))`;
    const isMatch = holdsTerms(kept, search);
    if (!isMatch) return [];
    return this.select(and(eq(channelCategory.isLeaf, true), isMatch))
      .orderBy(sql`length(${channelCategory.path})`, channelCategory.path)
      .limit(limit);
  }

  /** The rules of a leaf as read last, the shape they are stored in, and those before the last change. */
  async findRules(categoryId: string) {
    const [row] = await this.db
      .select()
      .from(channelCategoryRule)
      .where(
        and(
          eq(channelCategoryRule.connectionId, this.connectionId),
          eq(channelCategoryRule.categoryId, categoryId),
        ),
      );
    return row;
  }

  /** `change`: what became of the rules that were stored; absent: they are the same. */
  async saveRules(categoryId: string, read: ReadRules, change?: RulesChange): Promise<void> {
    const { connectionId } = this;
    const readAt = this.now();
    const changed = change && { ...change, changedAt: readAt };
    await this.db
      .insert(channelCategoryRule)
      .values({ connectionId, categoryId, ...read, readAt, ...changed })
      .onConflictDoUpdate({
        target: [channelCategoryRule.connectionId, channelCategoryRule.categoryId],
        set: { ...read, readAt, ...changed },
      });
  }

  private select(condition: ReturnType<typeof and>) {
    return this.db
      .select(RECORD)
      .from(channelCategory)
      .where(and(eq(channelCategory.connectionId, this.connectionId), condition))
      .$dynamic();
  }
}

function upsertNodes(connectionId: string, nodes: readonly TreeNode[], readAt: number) {
  const searched = nodes.map((node) => ({ ...node, searchText: foldText(node.path) }));
  return sql`
    INSERT INTO channel_category
      (connection_id, category_id, parent_id, name, path, search_text, is_leaf, permission, read_at)
    SELECT ${connectionId}, value->>'id', value->>'parentId', value->>'name', value->>'path',
      value->>'searchText', value->>'isLeaf', value->>'permission', ${readAt}
    FROM json_each(${JSON.stringify(searched)}) WHERE true
    ON CONFLICT (connection_id, category_id) DO UPDATE SET
      parent_id = excluded.parent_id, name = excluded.name, path = excluded.path,
      search_text = excluded.search_text,
      is_leaf = excluded.is_leaf, permission = excluded.permission, read_at = excluded.read_at
    WHERE channel_category.path <> excluded.path
      OR channel_category.parent_id <> excluded.parent_id
      OR channel_category.is_leaf <> excluded.is_leaf
      OR channel_category.permission <> excluded.permission
      OR channel_category.search_text IS NOT excluded.search_text
      OR excluded.parent_id = '0'`;
}
