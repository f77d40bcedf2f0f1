/**
 * The catalogue as pulled. Writes are guarded by content hashes, so a pull that finds nothing new
 * writes nothing. It does not know listings, the channel or how a hash is made.
 */
import { and, eq, sql } from "drizzle-orm";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { ListingDetails } from "../../domain/listings/listing-rules";
import type { ProductRecord } from "../../domain/catalogue/product-record";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { sourceCategory } from "../schema/categories";

export interface StoredProduct {
  productId: string;
  body: SourceProduct;
  sourceCategoryId: string | null;
  /** The product's own category on the channel; null: that of its source category. */
  channelCategoryId: string | null;
  details: ListingDetails;
  deletedAt: number | null;
  syncState: "not_synced" | "synced" | "sync_failed" | "update_failed";
  /** When the source was asked for what the row shows, stock and prices included. */
  updatedAt: number;
}

/** What is known of the given products: their hash and whether they are flagged as deleted. */
export async function readProductHashes(
  db: Database,
  connectionId: string,
  ids: readonly string[],
): Promise<Map<string, { contentHash: string; isDeleted: boolean }>> {
  const rows = await db.all<{ product_id: string; content_hash: string; deleted: number }>(sql`
    SELECT product_id, content_hash, deleted_at IS NOT NULL AS deleted FROM product
    WHERE connection_id = ${connectionId}
      AND product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(
    rows.map((row) => [
      row.product_id,
      { contentHash: row.content_hash, isDeleted: row.deleted === 1 },
    ]),
  );
}

/** D1 takes 2 MB a parameter; descriptions can be long, so the list is cut by size. */
const MAX_PARAMETER_CHARS = 400_000;

/**
 * Inserts or updates in bulk; a row whose hash is the same is not written, nor one that was seen
 * later than `observedAt` (epoch ms, when the source was asked).
 */
export async function upsertProducts(
  db: Database,
  connectionId: string,
  records: readonly ProductRecord[],
  observedAt: number,
): Promise<void> {
  for (const chunk of chunksBySize(records)) await upsertChunk(db, connectionId, chunk, observedAt);
}

async function upsertChunk(
  db: Database,
  connectionId: string,
  chunk: string,
  observedAt: number,
): Promise<void> {
  await db.run(sql`
    INSERT INTO product (connection_id, product_id, name, image_url, skus, price_min_minor,
      price_max_minor, currency, stock_total, source_category_id, is_active, body, content_hash,
      source_updated_at, updated_at)
    SELECT ${connectionId}, value->>'productId', value->>'name', value->>'imageUrl',
      value->>'skus', value->>'priceMinMinor', value->>'priceMaxMinor', value->>'currency',
      value->>'stockTotal', value->>'sourceCategoryId', value->>'isActive', value->'body',
      value->>'contentHash', value->>'sourceUpdatedAt', ${observedAt}
    FROM json_each(${chunk}) WHERE true
    ON CONFLICT (connection_id, product_id) DO UPDATE SET
      name = excluded.name, image_url = excluded.image_url, skus = excluded.skus,
      price_min_minor = excluded.price_min_minor, price_max_minor = excluded.price_max_minor,
      currency = excluded.currency, stock_total = excluded.stock_total,
      source_category_id = excluded.source_category_id, is_active = excluded.is_active,
      body = excluded.body, content_hash = excluded.content_hash, deleted_at = NULL,
      source_updated_at = excluded.source_updated_at, updated_at = excluded.updated_at
    WHERE product.updated_at <= excluded.updated_at
      AND (product.content_hash <> excluded.content_hash OR product.deleted_at IS NOT NULL)`);
}

function chunksBySize(records: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let parts: string[] = [];
  let size = 0;
  for (const record of records) {
    const text = JSON.stringify(record);
    if (parts.length > 0 && size + text.length > MAX_PARAMETER_CHARS) {
      chunks.push(`[${parts.join(",")}]`);
      parts = [];
      size = 0;
    }
    parts.push(text);
    size += text.length;
  }
  if (parts.length > 0) chunks.push(`[${parts.join(",")}]`);
  return chunks;
}

/** Ids the source is believed to have, one keyset page; rows touched after `seenBefore` are left out. */
export async function pageOfLiveIds(
  db: Database,
  connectionId: string,
  after: string,
  seenBefore: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.all<{ product_id: string }>(sql`
    SELECT product_id FROM product
    WHERE connection_id = ${connectionId} AND product_id > ${after} AND deleted_at IS NULL
      AND updated_at <= ${seenBefore}
    ORDER BY product_id LIMIT ${limit}`);
  return rows.map((row) => row.product_id);
}

/** Flags products the source no longer has; answers how many were not flagged before. */
export async function flagDeleted(
  db: Database,
  connectionId: string,
  ids: readonly string[],
  now: number,
): Promise<number> {
  if (ids.length === 0) return 0;
  const { meta } = await db.run(sql`
    UPDATE product SET deleted_at = ${now}
    WHERE connection_id = ${connectionId} AND deleted_at IS NULL
      AND product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return meta.changes;
}

/** Takes the flag off products that are back. When their stock was seen (`updated_at`) stays. */
export async function unflagDeleted(
  db: Database,
  connectionId: string,
  ids: readonly string[],
): Promise<void> {
  await db.run(sql`
    UPDATE product SET deleted_at = NULL
    WHERE connection_id = ${connectionId} AND deleted_at IS NOT NULL
      AND product_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
}

export async function findProduct(
  db: Database,
  connectionId: string,
  productId: string,
): Promise<StoredProduct | undefined> {
  const [row] = await db
    .select()
    .from(product)
    .where(and(eq(product.connectionId, connectionId), eq(product.productId, productId)));
  if (!row) return undefined;
  return {
    productId: row.productId,
    body: row.body as SourceProduct,
    sourceCategoryId: row.sourceCategoryId,
    channelCategoryId: row.channelCategoryId,
    details: (row.details ?? {}) as ListingDetails,
    deletedAt: row.deletedAt,
    syncState: row.syncState,
    updatedAt: row.updatedAt,
  };
}

/** Sets what the merchant decided for one product; false when there is no such product. */
export async function changeProduct(
  db: Database,
  connectionId: string,
  productId: string,
  change: { channelCategoryId?: string | null; details?: ListingDetails },
): Promise<boolean> {
  const rows = await db
    .update(product)
    .set(change)
    .where(and(eq(product.connectionId, connectionId), eq(product.productId, productId)))
    .returning({ id: product.productId });
  return rows.length > 0;
}

/** Source categories as read; an unchanged one is not written. */
export async function upsertSourceCategories(
  db: Database,
  connectionId: string,
  categories: readonly { id: string; path: string; contentHash: string }[],
): Promise<void> {
  await db.run(sql`
    INSERT INTO source_category (connection_id, source_category_id, path, content_hash)
    SELECT ${connectionId}, value->>'id', value->>'path', value->>'contentHash'
    FROM json_each(${JSON.stringify(categories)}) WHERE true
    ON CONFLICT (connection_id, source_category_id) DO UPDATE
      SET path = excluded.path, content_hash = excluded.content_hash
    WHERE source_category.content_hash <> excluded.content_hash`);
}

export async function findSourceCategoryPath(
  db: Database,
  connectionId: string,
  sourceCategoryId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ path: sourceCategory.path })
    .from(sourceCategory)
    .where(
      and(
        eq(sourceCategory.connectionId, connectionId),
        eq(sourceCategory.sourceCategoryId, sourceCategoryId),
      ),
    );
  return row?.path;
}
