/** The products that are sold in a category of the channel. It does not know what is set for them. */
import { sql } from "drizzle-orm";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { Database } from "../database";

export function categoryProductsOf(db: Database, connectionId: string) {
  return new CategoryProductRepository(db, connectionId);
}

class CategoryProductRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  /** Those whose own choice it is, and those whose store category is mapped to it. */
  async count(categoryId: string): Promise<number> {
    const [row] = await this.db.all<{ count: number }>(
      sql`SELECT count(*) AS count FROM product WHERE ${this.isSoldIn(categoryId)}`,
    );
    return row?.count ?? 0;
  }

  /** The first of them as they are in the store. */
  async sample(categoryId: string, limit: number): Promise<SourceProduct[]> {
    const rows = await this.db.all<{ body: string }>(sql`
      SELECT body FROM product WHERE ${this.isSoldIn(categoryId)}
      ORDER BY product_id LIMIT ${limit}`);
    return rows.map(({ body }) => JSON.parse(body) as SourceProduct);
  }

  private isSoldIn(categoryId: string) {
    const mapped = sql`SELECT source_category_id FROM category_mapping
      WHERE connection_id = ${this.connectionId} AND channel_category_id = ${categoryId}
        AND state = 'accepted'`;
    return sql`connection_id = ${this.connectionId} AND deleted_at IS NULL
      AND (channel_category_id = ${categoryId} OR (channel_category_id IS NULL
        AND (source_category_id IN (${mapped})
          OR (source_category_id IS NULL AND '' IN (${mapped})))))`;
  }
}
