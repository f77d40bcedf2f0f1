/** The products of a category with their texts, for what may be proposed of them. */
import { sql } from "drizzle-orm";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { toListingDetails, type ListingDetails } from "../../domain/listings/listing-details";
import type { Database } from "../database";
import { categoryPagesOf, type PageRow } from "./category-pages";

interface RawRow extends PageRow {
  body: string;
  details: string | null;
}

export function proposedProductsOf(db: Database, connectionId: string) {
  const pages = categoryPagesOf(db, connectionId);
  return {
    /** A page of a category's products; pages and throws as `CategoryPages.read`. */
    async page(
      categoryId: string,
      cursor: string | undefined,
      limit: number,
    ): Promise<{
      rows: { product: SourceProduct; details: ListingDetails }[];
      next: string | null;
    }> {
      const columns = sql`product.body, product.details`;
      const { rows, next } = await pages.read<RawRow>(categoryId, cursor, limit, columns);
      return {
        rows: rows.map(({ body, details }) => ({
          product: JSON.parse(body) as SourceProduct,
          details: toListingDetails(JSON.parse(details ?? "{}")),
        })),
        next,
      };
    },
  };
}
