/** The products of a channel category with what the merchant set for each. It writes their details. */
import { sql } from "drizzle-orm";
import {
  toMergePatch,
  toListingDetails,
  type ListingDetails,
} from "../../domain/listings/listing-details";
import type { PresentProduct } from "../../domain/sheets/apply-row";
import type { SheetPatch } from "../../domain/sheets/judge-row";
import type { Database } from "../database";
import { categoryPagesOf, type PageRow } from "../categories/category-pages";
import { nextRevision } from "../catalogue/next-revision";
import { mergedDetails } from "../listings/patch-details";
import { product } from "../schema/catalogue";

export interface SheetProductRow {
  productId: string;
  name: string;
  skus: string[];
  details: ListingDetails;
}

/** A product with what guards a write to it. */
export interface SheetTarget extends PresentProduct {
  productId: string;
  revision: number;
}

/** Products of one connection as sheets see them. */
export function sheetProductsOf(db: Database, connectionId: string) {
  return new SheetProductRepository(db, connectionId);
}

class SheetProductRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  /** A page of a category's products, as `CategoryPages.read` pages them; throws what it does. */
  async page(
    categoryId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ rows: SheetProductRow[]; next: string | null }> {
    const pages = categoryPagesOf(this.db, this.connectionId);
    const columns = sql`product.name, product.skus, product.details`;
    const { rows, next } = await pages.read<RawRow>(categoryId, cursor, limit, columns);
    return { rows: rows.map(toProductRow), next };
  }

  /** Products by id, those that the store deleted as well. */
  async readTargets(ids: readonly string[]): Promise<Map<string, SheetTarget>> {
    const rows = await this.db.all<{
      productId: string;
      revision: number;
      categoryId: string | null;
      details: string | null;
      deletedAt: number | null;
    }>(sql`
      SELECT product.product_id AS productId, product.revision, product.details,
        product.deleted_at AS deletedAt,
        coalesce(product.channel_category_id, mapping.channel_category_id) AS categoryId
      FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN product ON product.connection_id = ${this.connectionId}
        AND product.product_id = wanted.value
      LEFT JOIN category_mapping AS mapping ON mapping.connection_id = ${this.connectionId}
        AND mapping.source_category_id = coalesce(product.source_category_id, '')
        AND mapping.state = 'accepted'`);
    return new Map(
      rows.map(({ details, deletedAt, ...row }) => [
        row.productId,
        {
          ...row,
          details: toListingDetails(JSON.parse(details ?? "{}")),
          isDeleted: deletedAt !== null,
        },
      ]),
    );
  }

  /** Changes details field by field, of products that did not move since they were read; answers which. */
  async patchUnmoved(
    patches: readonly { productId: string; revision: number; patch: SheetPatch }[],
  ): Promise<Set<string>> {
    const byId = Object.fromEntries(
      patches.map(({ productId, revision, patch }) => [
        productId,
        { revision, patch: toMergePatch(patch) },
      ]),
    );
    // The list leads: else SQLite would walk through all products of the connection.
    const wanted = (field: "revision" | "patch") =>
      sql`json_extract(${JSON.stringify(byId)}, '$."' || product.product_id || ${`".${field}`})`;
    const ids = JSON.stringify(Object.keys(byId));
    const rows = await this.db.all<{ product_id: string }>(sql`
      UPDATE product SET details = ${mergedDetails(product.details, wanted("patch"))},
        revision = ${nextRevision(this.connectionId)}
      WHERE rowid IN (SELECT own.rowid FROM json_each(${ids}) AS known
          CROSS JOIN product AS own ON own.connection_id = ${this.connectionId}
            AND own.product_id = known.value)
        AND revision = ${wanted("revision")}
      RETURNING product_id`);
    return new Set(rows.map(({ product_id }) => product_id));
  }
}

interface RawRow extends PageRow {
  name: string;
  skus: string;
  details: string | null;
}

function toProductRow({ productId, name, skus, details }: RawRow): SheetProductRow {
  return {
    productId,
    name,
    skus: skus.split(" ").filter(Boolean),
    details: toListingDetails(JSON.parse(details ?? "{}")),
  };
}
