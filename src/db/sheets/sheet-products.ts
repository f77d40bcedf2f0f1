/** The products of a channel category with what the merchant set for each. It writes their details. */
import { sql } from "drizzle-orm";
import {
  toMergePatch,
  toListingDetails,
  type ListingDetails,
} from "../../domain/listings/listing-details";
import type { PresentProduct } from "../../domain/sheets/apply-row";
import type { SheetPatch } from "../../domain/sheets/judge-row";
import { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";
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

interface Place {
  /** Of the products with a category of their own, then source category by source category. */
  source: string | null;
  after: string;
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

  /**
   * One page of a category's products that the store has: first those that were given the category
   * themselves, then those of each source category mapped to it. Throws SyncError("merchant", "request.invalid") on a
   * cursor we did not write.
   */
  async page(
    categoryId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ rows: SheetProductRow[]; next: string | null }> {
    const place = readPlace(cursor);
    const rows =
      place.source === null ? await this.ownPage(categoryId, place.after, limit + 1) : [];
    if (rows.length <= limit) {
      const { source, after } = place;
      const from = source === null ? { source: "", after: "" } : { source, after };
      rows.push(...(await this.mappedPage(categoryId, from, limit + 1 - rows.length)));
    }
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last ? placeText(last.source, last.productId) : null;
    return { rows: page.map(toProductRow), next };
  }

  private ownPage(categoryId: string, after: string, limit: number): Promise<RawRow[]> {
    return this.db.all<RawRow>(sql`
      SELECT product_id AS productId, name, skus, details, NULL AS source FROM product
      WHERE connection_id = ${this.connectionId} AND channel_category_id = ${categoryId}
        AND product_id > ${after} AND deleted_at IS NULL
      ORDER BY product_id LIMIT ${limit}`);
  }

  /** Along the index of source categories, so that a page costs what it shows. */
  private mappedPage(
    categoryId: string,
    { source, after }: { source: string; after: string },
    limit: number,
  ): Promise<RawRow[]> {
    return this.db.all<RawRow>(sql`
      SELECT product.product_id AS productId, product.name, product.skus, product.details,
        mapping.source_category_id AS source
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

interface RawRow {
  productId: string;
  name: string;
  skus: string;
  details: string | null;
  source: string | null;
}

function toProductRow({ productId, name, skus, details }: RawRow): SheetProductRow {
  return {
    productId,
    name,
    skus: skus.split(" ").filter(Boolean),
    details: toListingDetails(JSON.parse(details ?? "{}")),
  };
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
