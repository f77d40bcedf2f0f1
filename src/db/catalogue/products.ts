/**
 * The catalogue as pulled. Writes are guarded by content hashes, so a pull that finds nothing new
 * writes nothing. It does not know listings, the channel or how a hash is made.
 */
import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { ProductRecord, StoredProduct } from "../../domain/catalogue/product-record";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { toListingDetails, type DetailsPatch } from "../../domain/listings/listing-details";
import type { Database } from "../database";
import { nextRevision } from "./next-revision";
import { formerOf } from "../connections/former-choices";
import { patchedDetails } from "../listings/patch-details";
import { product } from "../schema/catalogue";

/** The products of one connection; `now` stamps deletions, epoch ms. */
export function productsOf(db: Database, connectionId: string, now: () => number) {
  return new ProductRepository(db, connectionId, now);
}

class ProductRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /** Of each given product that is kept: its hash, whether it is flagged as deleted, what a change tells of. */
  async readKnown(ids: readonly string[]) {
    const { connectionId: owner, productId, contentHash, deletedAt, ...columns } = product;
    const { name, priceMinMinor, priceMaxMinor, currency, stockTotal, isActive } = columns;
    const shown = { name, priceMinMinor, priceMaxMinor, currency, stockTotal, isActive };
    const rows = await this.db
      .select({ productId, contentHash, deletedAt, ...shown })
      .from(product)
      .where(and(eq(owner, this.connectionId), isAmong(ids)));
    return new Map(
      rows.map(({ productId: id, deletedAt: at, ...known }) => [
        id,
        { ...known, isDeleted: at !== null },
      ]),
    );
  }

  /** Names of products that are not flagged as deleted. */
  async namesOf(ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.db
      .select({ id: product.productId, name: product.name })
      .from(product)
      .where(
        and(eq(product.connectionId, this.connectionId), isNull(product.deletedAt), isAmong(ids)),
      );
  }

  /**
   * Inserts or updates in bulk; a row whose hash is the same is not written, nor one that was seen
   * later than `observedAt` (epoch ms, when the store was asked). A new one has what was chosen for it in a
   * deleted connection.
   */
  async upsert(records: readonly ProductRecord[], observedAt: number): Promise<void> {
    for (const part of jsonParts(records)) await this.db.run(this.upsertOf(part, observedAt));
  }

  private upsertOf(records: string, observedAt: number) {
    return sql`
      INSERT INTO product
        (connection_id, product_id, ${listed((column) => column)}, updated_at, revision,
        channel_category_id, details)
      SELECT ${this.connectionId}, value->>'productId', ${listed(valueOf)}, ${observedAt},
        ${nextRevision(this.connectionId)}, former.channel_category_id, former.details
      FROM json_each(${records})
      ${formerOf(this.connectionId, sql`value->>'productId'`)} WHERE true
      ON CONFLICT (connection_id, product_id) DO UPDATE SET
        ${listed((column) => sql`${column} = excluded.${column}`)},
        deleted_at = NULL, updated_at = excluded.updated_at, revision = excluded.revision
      WHERE product.updated_at <= excluded.updated_at
        AND (product.content_hash <> excluded.content_hash OR product.deleted_at IS NOT NULL)`;
  }

  /** One keyset page of ids without a deletion flag; rows seen after `seenBefore` are left out. */
  async pageOfLiveIds(after: string, seenBefore: number, limit: number): Promise<string[]> {
    const rows = await this.db.all<{ product_id: string }>(sql`
      SELECT product_id FROM product
      WHERE connection_id = ${this.connectionId} AND product_id > ${after} AND deleted_at IS NULL
        AND updated_at <= ${seenBefore}
      ORDER BY product_id LIMIT ${limit}`);
    return rows.map((row) => row.product_id);
  }

  /** Flags products the store no longer has; answers how many were not flagged before. */
  async flagDeleted(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    // What D1 calls changes contains those of triggers.
    const flagged = await this.db.all(sql`
      UPDATE product SET deleted_at = ${this.now()}, revision = ${nextRevision(this.connectionId)}
      WHERE connection_id = ${this.connectionId} AND deleted_at IS NULL AND ${isAmong(ids)}
      RETURNING product_id`);
    return flagged.length;
  }

  /** Takes the flag off products that are back; `updated_at`, when their stock was seen, stays. */
  async unflagDeleted(ids: readonly string[]): Promise<void> {
    await this.db.run(sql`
      UPDATE product SET deleted_at = NULL, revision = ${nextRevision(this.connectionId)}
      WHERE connection_id = ${this.connectionId} AND deleted_at IS NOT NULL AND ${isAmong(ids)}`);
  }

  async find(productId: string): Promise<StoredProduct | undefined> {
    const [row] = await this.db.select().from(product).where(this.isOf(productId));
    if (!row) return undefined;
    return {
      productId: row.productId,
      body: row.body as SourceProduct,
      sourceCategoryId: row.sourceCategoryId,
      channelCategoryId: row.channelCategoryId,
      details: toListingDetails(row.details),
      deletedAt: row.deletedAt,
      syncState: row.syncState,
      updatedAt: row.updatedAt,
    };
  }

  /** Sets what the merchant decided for one product; false when there is no such product. */
  async change(productId: string, change: { channelCategoryId: string | null }): Promise<boolean> {
    const rows = await this.db
      .update(product)
      .set({ ...change, revision: nextRevision(this.connectionId) })
      .where(this.isOf(productId))
      .returning({ id: product.productId });
    return rows.length > 0;
  }

  /** Changes the details of one product field by field; false when there is no such product. */
  async patchDetails(productId: string, patch: DetailsPatch): Promise<boolean> {
    const rows = await this.db
      .update(product)
      .set({
        details: patchedDetails(product.details, patch),
        revision: nextRevision(this.connectionId),
      })
      .where(this.isOf(productId))
      .returning({ id: product.productId });
    return rows.length > 0;
  }

  private isOf(productId: string) {
    return and(eq(product.connectionId, this.connectionId), eq(product.productId, productId));
  }
}

function isAmong(ids: readonly string[]) {
  return sql`product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** The column of each field a pull writes, besides the keys and the moment of observation. */
const PULLED: Readonly<Record<Exclude<keyof ProductRecord, "productId">, SQLiteColumn>> = {
  name: product.name,
  imageUrl: product.imageUrl,
  skus: product.skus,
  searchText: product.searchText,
  priceMinMinor: product.priceMinMinor,
  priceMaxMinor: product.priceMaxMinor,
  currency: product.currency,
  stockTotal: product.stockTotal,
  sourceCategoryId: product.sourceCategoryId,
  isActive: product.isActive,
  body: product.body,
  contentHash: product.contentHash,
  sourceUpdatedAt: product.sourceUpdatedAt,
};

/** One term a pulled column, in one order for every list of a statement. */
function listed(term: (column: SQL, field: string, isJson: boolean) => SQL): SQL {
  const terms = Object.entries(PULLED).map(([field, column]) =>
    term(sql.raw(column.name), field, column.dataType === "json"),
  );
  return sql.join(terms, sql`, `);
}

/** A record's field as SQLite reads it out of the JSON; a nested value stays JSON. */
function valueOf(_column: SQL, field: string, isJson: boolean): SQL {
  return sql.raw(`value${isJson ? "->" : "->>"}'${field}'`);
}

/** D1 takes 2 MB a parameter; descriptions can be long, so the list is cut by size. */
const MAX_PARAMETER_CHARS = 400_000;

/** The records as JSON lists, each as long as a parameter may be. */
function jsonParts(records: readonly unknown[]): string[] {
  const lists: string[] = [];
  let parts: string[] = [];
  let size = 0;
  for (const record of records) {
    const text = JSON.stringify(record);
    if (parts.length > 0 && size + text.length > MAX_PARAMETER_CHARS) {
      lists.push(`[${parts.join(",")}]`);
      parts = [];
      size = 0;
    }
    parts.push(text);
    size += text.length;
  }
  if (parts.length > 0) lists.push(`[${parts.join(",")}]`);
  return lists;
}
