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
    const [row] = await this.db.all<{ count: number }>(sql`
      SELECT (SELECT count(*) ${this.chosenFor(categoryId)})
        + (SELECT count(*) ${this.mappedTo(categoryId)}) AS count`);
    return row?.count ?? 0;
  }

  /** Products that a code of the checks stops, whatever their state. */
  async countStopped(code: string): Promise<number> {
    const [row] = await this.db.all<{ count: number }>(sql`
      SELECT coalesce(sum(products), 0) AS count FROM product_stop_count
      WHERE connection_id = ${this.connectionId} AND code = ${code}`);
    return row?.count ?? 0;
  }

  /** Ids of all of them. */
  async list(categoryId: string): Promise<string[]> {
    const rows = await this.db.all<{ id: string }>(sql`
      SELECT product_id AS id ${this.chosenFor(categoryId)}
      UNION ALL
      SELECT product.product_id AS id ${this.mappedTo(categoryId)}`);
    return rows.map(({ id }) => id);
  }

  /** Some of them as they are in the store, those of their own choice first. */
  async sample(categoryId: string, limit: number): Promise<SourceProduct[]> {
    const rows = await this.db.all<{ body: string }>(sql`
      SELECT body FROM (SELECT body ${this.chosenFor(categoryId)} LIMIT ${limit})
      UNION ALL
      SELECT body FROM (SELECT body ${this.mappedTo(categoryId)} LIMIT ${limit})
      LIMIT ${limit}`);
    return rows.map(({ body }) => JSON.parse(body) as SourceProduct);
  }

  private chosenFor(categoryId: string) {
    return sql`FROM product INDEXED BY product_own_category
      WHERE connection_id = ${this.connectionId} AND channel_category_id = ${categoryId}
        AND deleted_at IS NULL`;
  }

  /** Along the index of store categories, so that a small one costs what it holds. */
  private mappedTo(categoryId: string) {
    return sql`FROM category_mapping AS mapping CROSS JOIN product INDEXED BY product_category
        ON product.connection_id = ${this.connectionId}
        AND product.source_category_id IS nullif(mapping.source_category_id, '')
      WHERE mapping.connection_id = ${this.connectionId} AND mapping.state = 'accepted'
        AND mapping.channel_category_id = ${categoryId}
        AND product.channel_category_id IS NULL AND product.deleted_at IS NULL`;
  }
}
