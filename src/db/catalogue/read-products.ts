/**
 * The products table as the page shows it: one keyset page, newest change first, with listing, check
 * and categories joined. Filters mean what product-filter.ts says; nothing is written here.
 */
import { and, desc, eq, sql } from "drizzle-orm";
import type { ProductSort } from "../../contract/catalogue";
import type { Database } from "../database";
import { cursorText, olderThan, readCursor } from "../cursor";
import { whereProducts, type ProductFilter } from "./product-filter";
import { product } from "../schema/catalogue";
import { placeText } from "../sorting";
import { placesOf, type SortedPlace } from "./sorted-products";
import { categoryMapping, channelCategory, sourceCategory } from "../schema/categories";
import { productCheck } from "../schema/checks";
import { listing } from "../schema/listings";

export const PRODUCT_PAGE = 50;

function joined(db: Database) {
  return db
    .select({
      product,
      listing,
      check: productCheck,
      sourcePath: sourceCategory.path,
      mappedId: categoryMapping.channelCategoryId,
      mappedPath: categoryMapping.channelCategoryPath,
      overridePath: channelCategory.path,
    })
    .from(product)
    .leftJoin(
      listing,
      and(eq(listing.connectionId, product.connectionId), eq(listing.productId, product.productId)),
    )
    .leftJoin(
      productCheck,
      and(
        eq(productCheck.connectionId, product.connectionId),
        eq(productCheck.productId, product.productId),
      ),
    )
    .leftJoin(
      sourceCategory,
      and(
        eq(sourceCategory.connectionId, product.connectionId),
        eq(sourceCategory.sourceCategoryId, product.sourceCategoryId),
      ),
    )
    .leftJoin(
      categoryMapping,
      and(
        eq(categoryMapping.connectionId, product.connectionId),
        eq(categoryMapping.sourceCategoryId, sql`coalesce(${product.sourceCategoryId}, '')`),
        eq(categoryMapping.state, "accepted"),
      ),
    )
    .leftJoin(
      channelCategory,
      and(
        eq(channelCategory.connectionId, product.connectionId),
        eq(channelCategory.categoryId, product.channelCategoryId),
      ),
    );
}

export type JoinedProduct = Awaited<ReturnType<ReturnType<typeof joined>["execute"]>>[number];

export async function pageOfProducts(
  db: Database,
  connectionId: string,
  filter: ProductFilter,
  { sort, cursor, among }: { sort?: ProductSort; cursor?: string; among?: readonly number[] },
): Promise<{ rows: JoinedProduct[]; next: string | null }> {
  if (sort) return sortedPage(db, connectionId, filter, { sort, cursor, among });
  const where = whereProducts(connectionId, filter, among);
  const rows = await joined(db)
    .where(and(where, olderThan(product.updatedAt, product.productId, readCursor(cursor))))
    .orderBy(desc(product.updatedAt), desc(product.productId))
    .limit(PRODUCT_PAGE + 1);
  const page = rows.slice(0, PRODUCT_PAGE);
  const last = page.at(-1)?.product;
  const hasMore = rows.length > PRODUCT_PAGE && last !== undefined;
  return { rows: page, next: hasMore ? cursorText(last.updatedAt, last.productId) : null };
}

/** Which products first, then what belongs to them: the whole catalogue is not joined to be sorted. */
async function sortedPage(
  db: Database,
  connectionId: string,
  filter: ProductFilter,
  place: SortedPlace,
): Promise<{ rows: JoinedProduct[]; next: string | null }> {
  const found = await placesOf(db, connectionId, filter, place, PRODUCT_PAGE + 1);
  const page = found.slice(0, PRODUCT_PAGE);
  const ids = JSON.stringify(page.map(({ id }) => id));
  const rows = await joined(db).where(
    and(
      eq(product.connectionId, connectionId),
      sql`${product.productId} IN (SELECT value FROM json_each(${ids}))`,
    ),
  );
  const rowOf = new Map(rows.map((row) => [row.product.productId, row]));
  const last = page.at(-1);
  return {
    rows: page.flatMap(({ id }) => rowOf.get(id) ?? []),
    next: found.length > PRODUCT_PAGE && last ? placeText(last) : null,
  };
}

export async function readProduct(
  db: Database,
  connectionId: string,
  productId: string,
): Promise<JoinedProduct | undefined> {
  const [row] = await joined(db)
    .where(and(eq(product.connectionId, connectionId), eq(product.productId, productId)))
    .limit(1);
  return row;
}
