/** Valid rows of uploads, kept until they are written or a week old. It does not know why a row is valid. */
import { lt, sql } from "drizzle-orm";
import type { KeptRow } from "../../domain/sheets/apply-row";
import type { SheetBefore, SheetPatch } from "../../domain/sheets/judge-row";
import type { ItemChange } from "../../domain/tasks/item-change";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { sheetRow } from "../schema/sheets";

export interface NewSheetRow extends KeptRow {
  line: number;
  change: ItemChange;
}

export type StoredSheetRow = KeptRow & { change: ItemChange };

const KEPT_MS = 7 * 86_400_000;

/** The rows of a connection's uploads; `now` stamps them, epoch ms. */
export function sheetRowsOf(db: Database, connectionId: string, now: () => number) {
  return new SheetRowRepository(db, connectionId, now);
}

class SheetRowRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /**
   * Keeps the valid ones of rows that were judged anew, and lets go of what was kept of the same rows. Answers
   * which products have theirs now: that of another line may have been first.
   */
  async keep(
    { upload, categoryId }: { upload: string; categoryId: string },
    judged: readonly { productId: string; line: number }[],
    rows: readonly NewSheetRow[],
  ): Promise<Set<string>> {
    const { connectionId } = this;
    await inOneTransaction(this.db, [
      sql`
        DELETE FROM sheet_row WHERE connection_id = ${connectionId} AND upload = ${upload}
          AND (product_id, line) IN (SELECT value->>'productId', value->>'line'
            FROM json_each(${JSON.stringify(judged)}))`,
      sql`
        INSERT INTO sheet_row (connection_id, upload, product_id, category_id, line, patch,
          "before", change, created_at)
        SELECT ${connectionId}, ${upload}, value->>'productId', ${categoryId}, value->>'line',
          value->'patch', value->'before', value->'change', ${this.now()}
        FROM json_each(${JSON.stringify(rows)}) WHERE true
        ON CONFLICT (connection_id, upload, product_id) DO NOTHING`,
    ]);
    const ids = JSON.stringify(rows.map(({ productId }) => productId));
    const kept = await this.db.all<{ productId: string; line: number }>(sql`
      SELECT product_id AS productId, line FROM sheet_row
      WHERE connection_id = ${connectionId} AND upload = ${upload}
        AND product_id IN (SELECT value FROM json_each(${ids}))`);
    const wanted = new Map(rows.map(({ productId, line }) => [productId, line]));
    return new Set(
      kept
        .filter(({ productId, line }) => wanted.get(productId) === line)
        .map(({ productId }) => productId),
    );
  }

  async count(upload: string, categoryId: string): Promise<number> {
    const [row] = await this.db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM sheet_row WHERE connection_id = ${this.connectionId}
        AND upload = ${upload} AND category_id = ${categoryId}`);
    return row?.count ?? 0;
  }

  /** One keyset page of the products of an upload, with their names. */
  async page(
    upload: string,
    categoryId: string,
    after: string,
    limit: number,
  ): Promise<{ key: string; label: string }[]> {
    return this.db.all<{ key: string; label: string }>(sql`
      SELECT kept.product_id AS key, coalesce(product.name, kept.product_id) AS label
      FROM sheet_row AS kept LEFT JOIN product ON product.connection_id = ${this.connectionId}
        AND product.product_id = kept.product_id
      WHERE kept.connection_id = ${this.connectionId} AND kept.upload = ${upload}
        AND kept.category_id = ${categoryId} AND kept.product_id > ${after}
      ORDER BY kept.product_id LIMIT ${limit}`);
  }

  async find(upload: string, ids: readonly string[]): Promise<StoredSheetRow[]> {
    const rows = await this.db.all<{
      productId: string;
      patch: string;
      before: string;
      change: string;
    }>(sql`
      SELECT product_id AS productId, patch, "before", change FROM sheet_row
      WHERE connection_id = ${this.connectionId} AND upload = ${upload}
        AND product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
    return rows.map(({ productId, patch, before, change }) => ({
      productId,
      patch: JSON.parse(patch) as SheetPatch,
      before: JSON.parse(before) as SheetBefore,
      change: JSON.parse(change) as ItemChange,
    }));
  }
}

/** Of all connections: who has not confirmed an upload within a week has given it up. */
export async function forgetSheetRows(db: Database, now: number): Promise<void> {
  await db.delete(sheetRow).where(lt(sheetRow.createdAt, now - KEPT_MS));
}
