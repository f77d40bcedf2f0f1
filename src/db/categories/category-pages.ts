/** The products of a channel category page by page, whatever is read of them. */
import { sql, type SQL } from "drizzle-orm";
import { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";

export interface PageRow {
  productId: string;
  /** Null: the product was given the category itself. */
  source: string | null;
}

interface Place {
  /** Of the products with a category of their own, then source category by source category. */
  source: string | null;
  after: string;
}

/** Pages of one connection's categories. */
export function categoryPagesOf(db: Database, connectionId: string) {
  return new CategoryPages(db, connectionId);
}

export class CategoryPages {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  /**
   * One page of a category's products that the store has: first those that were given the category
   * themselves, then those of each source category mapped to it. `columns` of product are read beside the id.
   * Throws SyncError("merchant", "request.invalid") on a cursor we did not write.
   */
  async read<Row extends PageRow>(
    categoryId: string,
    cursor: string | undefined,
    limit: number,
    columns: SQL,
  ): Promise<{ rows: Row[]; next: string | null }> {
    const place = readPlace(cursor);
    const rows =
      place.source === null
        ? await this.ownPage<Row>(categoryId, place.after, limit + 1, columns)
        : [];
    if (rows.length <= limit) {
      const { source, after } = place;
      const from = source === null ? { source: "", after: "" } : { source, after };
      const left = limit + 1 - rows.length;
      rows.push(...(await this.mappedPage<Row>(categoryId, from, left, columns)));
    }
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last ? placeText(last.source, last.productId) : null;
    return { rows: page, next };
  }

  private ownPage<Row>(
    categoryId: string,
    after: string,
    limit: number,
    columns: SQL,
  ): Promise<Row[]> {
    return this.db.all<Row>(sql`
      SELECT product_id AS productId, ${columns}, NULL AS source FROM product
      WHERE connection_id = ${this.connectionId} AND channel_category_id = ${categoryId}
        AND product_id > ${after} AND deleted_at IS NULL
      ORDER BY product_id LIMIT ${limit}`);
  }

  /** Along the index of source categories, so that a page costs what it shows. */
  private mappedPage<Row>(
    categoryId: string,
    { source, after }: { source: string; after: string },
    limit: number,
    columns: SQL,
  ): Promise<Row[]> {
    return this.db.all<Row>(sql`
      SELECT product.product_id AS productId, ${columns}, mapping.source_category_id AS source
      FROM category_mapping AS mapping CROSS JOIN product INDEXED BY product_category
        ON product.connection_id = ${this.connectionId}
        AND product.source_category_id IS nullif(mapping.source_category_id, '')
        AND product.product_id > CASE WHEN mapping.source_category_id = ${source}
          THEN ${after} ELSE '' END
      WHERE mapping.connection_id = ${this.connectionId}
        AND mapping.source_category_id >= ${source}
        AND mapping.state = 'accepted' AND mapping.channel_category_id = ${categoryId}
        AND product.channel_category_id IS NULL AND product.deleted_at IS NULL
      ORDER BY mapping.source_category_id, product.product_id LIMIT ${limit}`);
  }
}

const placeText = (source: string | null, after: string) => JSON.stringify([source, after]);

function readPlace(cursor: string | undefined): Place {
  if (cursor === undefined) return { source: null, after: "" };
  try {
    const [source, after] = JSON.parse(cursor) as unknown[];
    if ((source === null || typeof source === "string") && typeof after === "string")
      return { source, after };
  } catch {
    // No text of ours, as below.
  }
  throw new SyncError("merchant", "request.invalid", { fields: ["cursor"] });
}
