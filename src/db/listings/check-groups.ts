/**
 * The groups in which products are checked, and how far the checks of a connection are. It does not
 * know what products of a group share.
 */
import { eq, sql } from "drizzle-orm";
import type { CheckGroup } from "../../domain/listings/check-group";
import type { Database } from "../database";
import { checkGroup, checkProgress } from "../schema/checks";

export type CheckProgress = Omit<typeof checkProgress.$inferSelect, "connectionId">;
export type GroupWalk = Omit<typeof checkGroup.$inferSelect, "connectionId">;

/** The groups of one connection. */
export function checkGroupsOf(db: Database, connectionId: string) {
  return new CheckGroupRepository(db, connectionId);
}

class CheckGroupRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  /**
   * Every group that holds products, with the category of the channel where it is sold. It goes from
   * one category to the next in the index and so reads a few rows a group, however many products.
   */
  async list(): Promise<(CheckGroup & { categoryId: string | null })[]> {
    return this.db.all<CheckGroup & { categoryId: string | null }>(sql`
      WITH RECURSIVE source(id) AS (
        SELECT min(source_category_id) FROM product
          WHERE connection_id = ${this.connectionId} AND source_category_id > ''
        UNION ALL
        SELECT (SELECT min(source_category_id) FROM product
          WHERE connection_id = ${this.connectionId} AND source_category_id > source.id)
        FROM source WHERE source.id IS NOT NULL),
      own(id) AS (
        SELECT min(channel_category_id) FROM product
          WHERE connection_id = ${this.connectionId} AND channel_category_id > ''
        UNION ALL
        SELECT (SELECT min(channel_category_id) FROM product
          WHERE connection_id = ${this.connectionId} AND channel_category_id > own.id)
        FROM own WHERE own.id IS NOT NULL)
      SELECT 'source' AS kind, used.id AS subject, mapping.channel_category_id AS categoryId
      FROM (
        SELECT id FROM source WHERE id IS NOT NULL
        UNION ALL
        SELECT '' WHERE EXISTS (SELECT 1 FROM product
          WHERE connection_id = ${this.connectionId} AND source_category_id IS NULL)) AS used
      LEFT JOIN category_mapping AS mapping ON mapping.connection_id = ${this.connectionId}
        AND mapping.source_category_id = used.id AND mapping.state = 'accepted'
      UNION ALL
      SELECT 'own', id, id FROM own WHERE id IS NOT NULL`);
  }

  /** The basis last found of each group that is known. */
  async bases(): Promise<(CheckGroup & { basis: string })[]> {
    return this.db
      .select({ kind: checkGroup.kind, subject: checkGroup.subject, basis: checkGroup.basis })
      .from(checkGroup)
      .where(eq(checkGroup.connectionId, this.connectionId));
  }

  /** Keeps what groups share now; a group of another basis is walked from its first product. */
  async saveBases(groups: readonly (CheckGroup & { basis: string })[]): Promise<void> {
    await this.db.run(sql`
      INSERT INTO check_group (connection_id, kind, subject, basis)
      SELECT ${this.connectionId}, value->>'kind', value->>'subject', value->>'basis'
      FROM json_each(${JSON.stringify(groups)}) WHERE true
      ON CONFLICT (connection_id, kind, subject) DO UPDATE SET
        basis = excluded.basis, cursor = ''
      WHERE check_group.basis <> excluded.basis`);
  }

  /** A group whose products are to be walked. */
  async nextWalk(): Promise<GroupWalk | undefined> {
    const [row] = await this.db.all<GroupWalk>(sql`
      SELECT kind, subject, basis, walked, cursor
      FROM check_group INDEXED BY check_group_pending
      WHERE connection_id = ${this.connectionId} AND walked <> basis LIMIT 1`);
    return row;
  }

  /** How far the checks are; begun at the first product where nothing is known. */
  async progress(): Promise<CheckProgress> {
    const isOf = eq(checkProgress.connectionId, this.connectionId);
    const [row] = await this.db.select().from(checkProgress).where(isOf);
    if (row) return row;
    await this.db
      .insert(checkProgress)
      .values({ connectionId: this.connectionId })
      .onConflictDoNothing();
    return { revision: 0, productId: "", comparedAt: 0, rulesCursor: "", rulesRetryAt: 0 };
  }

  async note(change: Partial<CheckProgress>): Promise<void> {
    await this.db
      .update(checkProgress)
      .set(change)
      .where(eq(checkProgress.connectionId, this.connectionId));
  }
}
