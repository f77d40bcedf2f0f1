/**
 * The store's categories and what each is mapped to on the channel. It does not know how a
 * suggestion is found.
 */
import { and, eq, sql } from "drizzle-orm";
import type { CategoryMapping, MappedCategory } from "../../domain/categories/category-record";
import type { Database } from "../database";
import { categoryMapping, mappingCount, sourceCategory } from "../schema/categories";

/** Source categories and mappings of one connection; `now` stamps the rows, epoch ms. */
export function categoryMappingsOf(db: Database, connectionId: string, now: () => number) {
  return new CategoryMappingRepository(db, connectionId, now);
}

class CategoryMappingRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /** Source categories as read; an unchanged one is not written. */
  async saveSourceCategories(
    categories: readonly { id: string; path: string; contentHash: string }[],
  ): Promise<void> {
    await this.db.run(sql`
      INSERT INTO source_category (connection_id, source_category_id, path, content_hash)
      SELECT ${this.connectionId}, value->>'id', value->>'path', value->>'contentHash'
      FROM json_each(${JSON.stringify(categories)}) WHERE true
      ON CONFLICT (connection_id, source_category_id) DO UPDATE
        SET path = excluded.path, content_hash = excluded.content_hash
      WHERE source_category.content_hash <> excluded.content_hash`);
  }

  async findSourcePath(sourceCategoryId: string): Promise<string | undefined> {
    const [row] = await this.db
      .select({ path: sourceCategory.path })
      .from(sourceCategory)
      .where(
        and(
          eq(sourceCategory.connectionId, this.connectionId),
          eq(sourceCategory.sourceCategoryId, sourceCategoryId),
        ),
      );
    return row?.path;
  }

  /** Source categories that hold products, by path; `only`: that one alone, if it holds any. */
  async list(only?: string): Promise<MappedCategory[]> {
    const one = only === undefined ? sql`` : sql`AND source_category_id = ${only}`;
    const rows = await this.db.all<MappedRow>(sql`
      WITH used AS (
        SELECT source_category_id AS id, sum(products) AS count FROM product_count
        WHERE connection_id = ${this.connectionId} AND NOT is_deleted ${one}
        GROUP BY 1 HAVING count > 0)
      SELECT used.id, coalesce(source_category.path, '') AS path, used.count, mapping.state,
        mapping.channel_category_id AS categoryId, mapping.channel_category_path AS categoryPath,
        mapping.confidence
      FROM used
      LEFT JOIN source_category ON source_category.connection_id = ${this.connectionId}
        AND source_category.source_category_id = used.id
      LEFT JOIN category_mapping AS mapping ON mapping.connection_id = ${this.connectionId}
        AND mapping.source_category_id = used.id
      ORDER BY path, used.id`);
    return rows.map(toMappedCategory);
  }

  /** How many categories that hold products are mapped so far. */
  async count(): Promise<{ mapped: number; suggested: number; unmapped: number }> {
    const rows = await this.db
      .select({ state: mappingCount.state, categories: mappingCount.categories })
      .from(mappingCount)
      .where(eq(mappingCount.connectionId, this.connectionId));
    const of = (wanted: string) => rows.find(({ state }) => state === wanted)?.categories ?? 0;
    return { mapped: of("accepted"), suggested: of("suggested"), unmapped: of("none") };
  }

  /**
   * A product that stands for its source category: the first one by id. The plus sign keeps SQLite
   * from walking through every product in the order of ids until one fits.
   */
  async sampleProduct(
    sourceCategoryId: string,
  ): Promise<{ name: string; description: string } | undefined> {
    const [row] = await this.db.all<{ name: string; description: string | null }>(sql`
      SELECT name, json_extract(body, '$.description') AS description FROM product
      WHERE connection_id = ${this.connectionId} AND deleted_at IS NULL
        AND source_category_id IS ${sourceCategoryId || null}
      ORDER BY +product_id LIMIT 1`);
    return row && { name: row.name, description: row.description ?? "" };
  }

  async find(sourceCategoryId: string): Promise<CategoryMapping | undefined> {
    const [row] = await this.db.select().from(categoryMapping).where(this.isOf(sourceCategoryId));
    return row;
  }

  /** A person's choice overwrites anything; a suggestion never overwrites what was accepted. */
  async save(mapping: CategoryMapping, source: "person" | "suggestion"): Promise<void> {
    const { sourceCategoryId: _key, ...rest } = mapping;
    const updatedAt = this.now();
    await this.db
      .insert(categoryMapping)
      .values({ connectionId: this.connectionId, ...mapping, updatedAt })
      .onConflictDoUpdate({
        target: [categoryMapping.connectionId, categoryMapping.sourceCategoryId],
        set: { ...rest, updatedAt },
        setWhere: source === "person" ? undefined : sql`${categoryMapping.state} = 'suggested'`,
      });
  }

  async remove(sourceCategoryId: string): Promise<void> {
    await this.db.delete(categoryMapping).where(this.isOf(sourceCategoryId));
  }

  /** Makes open suggestions effective: those named, else all. Answers how many. */
  async acceptSuggestions(ids?: readonly string[]): Promise<number> {
    const named = ids ? JSON.stringify(ids) : null;
    // What D1 calls changes contains those of triggers.
    const accepted = await this.db.all(sql`
      UPDATE category_mapping SET state = 'accepted', updated_at = ${this.now()}
      WHERE connection_id = ${this.connectionId} AND state = 'suggested'
        AND (${named} IS NULL OR source_category_id IN (SELECT value FROM json_each(${named})))
      RETURNING source_category_id`);
    return accepted.length;
  }

  private isOf(sourceCategoryId: string) {
    return and(
      eq(categoryMapping.connectionId, this.connectionId),
      eq(categoryMapping.sourceCategoryId, sourceCategoryId),
    );
  }
}

interface MappedRow {
  id: string;
  path: string;
  count: number;
  state: "suggested" | "accepted" | null;
  categoryId: string | null;
  categoryPath: string | null;
  confidence: number | null;
}

function toMappedCategory(row: MappedRow): MappedCategory {
  const { id, path, count, state, categoryId } = row;
  const mapping =
    state && categoryId
      ? { state, categoryId, path: row.categoryPath ?? "", confidence: row.confidence ?? 0 }
      : null;
  return { sourceCategoryId: id, path, productCount: count, mapping };
}
