/**
 * Listings of the shop that no product stands for, with what Weft proposes for each. It does not know
 * where they come from, nor what makes a proposal good.
 */
import { and, asc, eq, gt, ne, or, sql, type SQL } from "drizzle-orm";
import type { UnmappedTab } from "../../contract/mapping";
import type { FoundListing, MappedPair } from "../../domain/listings/mapping-proposal";
import { chunks } from "../../lib/chunks";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { product } from "../schema/catalogue";
import { unmappedListing } from "../schema/listings";

export const UNMAPPED_PAGE = 50;
/** With 300 SKUs and as many pairs each they stay below what a database takes as one value. */
const LISTINGS_A_STATEMENT = 20;

export interface UnmappedRow extends FoundListing {
  isHidden: boolean;
  /** The proposed product; null: there is none, or the store has deleted it. */
  product: { name: string; imageUrl: string | null } | null;
}

export function unmappedListingsOf(db: Database, connectionId: string) {
  return new UnmappedListingRepository(db, connectionId);
}

class UnmappedListingRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  /** Those among the ids that stand for a product already. */
  async mappedAmong(channelProductIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.all<{ id: string }>(sql`
      SELECT channel_product_id AS id FROM json_each(${JSON.stringify(channelProductIds)}) AS wanted
      CROSS JOIN listing ON listing.connection_id = ${this.connectionId}
        AND listing.channel_product_id = wanted.value`);
    return new Set(rows.map(({ id }) => id));
  }

  /** What a person chose or hid stays as it is. `seenAt`: start of the search, epoch ms. */
  async save(found: readonly FoundListing[], seenAt: number): Promise<void> {
    for (const part of chunks(found, LISTINGS_A_STATEMENT))
      await inOneTransaction(this.db, [this.upsertOf(part, seenAt), this.demoteTwins(part)]);
  }

  private upsertOf(found: readonly FoundListing[], seenAt: number) {
    const isChosen = sql`(matched_by = 'person' AND EXISTS (SELECT 1 FROM product
      WHERE product.connection_id = ${this.connectionId} AND deleted_at IS NULL
        AND product.product_id = unmapped_listing.product_id))`;
    const unlessChosen = (column: SQL) =>
      sql`${column} = CASE WHEN ${isChosen} THEN ${column} ELSE excluded.${column} END`;
    return sql`
      INSERT INTO unmapped_listing (connection_id, channel_product_id, title, status, skus, confidence,
        product_id, matched_by, pairs, seen_at)
      SELECT ${this.connectionId}, value->>'channelProductId', value->>'title', value->>'status',
        value->'skus', value->>'confidence', value->>'productId', value->>'matchedBy',
        value->'pairs', ${seenAt}
      FROM json_each(${JSON.stringify(found)}) WHERE true
      ON CONFLICT (connection_id, channel_product_id) DO UPDATE SET title = excluded.title,
        status = excluded.status, skus = excluded.skus, seen_at = max(seen_at, excluded.seen_at),
        ${unlessChosen(sql`confidence`)}, ${unlessChosen(sql`product_id`)},
        ${unlessChosen(sql`pairs`)}, ${unlessChosen(sql`matched_by`)}`;
  }

  /** Of two listings of one product neither is sure. */
  private demoteTwins(found: readonly FoundListing[]) {
    const productIds = JSON.stringify(found.flatMap(({ productId }) => productId ?? []));
    return sql`UPDATE unmapped_listing SET confidence = 'likely'
      WHERE connection_id = ${this.connectionId} AND confidence = 'sure' AND matched_by <> 'person'
        AND product_id IN (SELECT product_id FROM unmapped_listing
          WHERE connection_id = ${this.connectionId}
            AND product_id IN (SELECT value FROM json_each(${productIds}))
          GROUP BY product_id HAVING count(*) > 1)`;
  }

  /** After the last page of a search: those it did not meet are gone from the shop, or mapped by now. */
  async endSearch(seenAt: number): Promise<void> {
    const { connectionId } = this;
    // One that is being mapped stays until that is done.
    await this.db.run(sql`
      DELETE FROM unmapped_listing WHERE connection_id = ${connectionId} AND (seen_at < ${seenAt}
        OR channel_product_id IN (SELECT channel_product_id FROM listing
          WHERE connection_id = ${connectionId} AND channel_product_id IS NOT NULL
            AND intent_key IS NULL))`);
  }

  /** One keyset page of a tab, or of what a search finds in all of them. */
  async page(
    { tab, search }: { tab: UnmappedTab; search?: string | undefined },
    after = "",
  ): Promise<{ rows: UnmappedRow[]; next: string | null }> {
    const isWanted = search ? this.holds(search) : this.isIn(tab);
    const rows = await this.select()
      .where(and(isWanted, gt(unmappedListing.channelProductId, after)))
      .orderBy(asc(unmappedListing.channelProductId))
      .limit(UNMAPPED_PAGE + 1);
    const page = rows.slice(0, UNMAPPED_PAGE).map(toRow);
    const next = rows.length > UNMAPPED_PAGE ? (page.at(-1)?.channelProductId ?? null) : null;
    return { rows: page, next };
  }

  async counts(): Promise<Record<UnmappedTab, number>> {
    const rows = await this.db.all<{ tab: UnmappedTab; listings: number }>(sql`
      SELECT CASE WHEN is_hidden THEN 'hidden' ELSE confidence END AS tab, count(*) AS listings
      FROM unmapped_listing WHERE connection_id = ${this.connectionId} GROUP BY 1`);
    const counted = Object.fromEntries(rows.map(({ tab, listings }) => [tab, listings]));
    return { sure: 0, likely: 0, none: 0, hidden: 0, ...counted };
  }

  async find(channelProductId: string): Promise<UnmappedRow | undefined> {
    const [row] = await this.select().where(this.isOf(channelProductId));
    return row && toRow(row);
  }

  /** The id of one that seems to be this product by a code of its own, and that nobody has hidden. */
  async ofProduct(productId: string): Promise<string | undefined> {
    const [row] = await this.db
      .select({ id: unmappedListing.channelProductId })
      .from(unmappedListing)
      .where(
        and(
          eq(unmappedListing.connectionId, this.connectionId),
          eq(unmappedListing.productId, productId),
          eq(unmappedListing.isHidden, false),
          ne(unmappedListing.matchedBy, "title"),
        ),
      )
      .limit(1);
    return row?.id;
  }

  /** One keyset page of what is to be mapped at once: with `ids` those among them, else all that is sure. */
  async pageToMap(ids: readonly string[] | undefined, after: string, limit: number) {
    const isWanted = ids
      ? sql`${unmappedListing.channelProductId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
          AND ${unmappedListing.productId} IS NOT NULL`
      : this.isIn("sure");
    return this.db
      .select({ id: unmappedListing.channelProductId, title: unmappedListing.title })
      .from(unmappedListing)
      .where(
        and(
          eq(unmappedListing.connectionId, this.connectionId),
          isWanted,
          gt(unmappedListing.channelProductId, after),
        ),
      )
      .orderBy(asc(unmappedListing.channelProductId))
      .limit(limit);
  }

  async countToMap(ids: readonly string[] | undefined): Promise<number> {
    if (!ids) return (await this.counts()).sure;
    const [row] = await this.db.all<{ listings: number }>(sql`
      SELECT count(*) AS listings FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN unmapped_listing ON connection_id = ${this.connectionId}
        AND channel_product_id = wanted.value AND product_id IS NOT NULL`);
    return row?.listings ?? 0;
  }

  /** A person says what it is; false when it is not in the list any more. */
  async choose(
    channelProductId: string,
    { productId, pairs }: { productId: string; pairs: readonly MappedPair[] },
  ): Promise<boolean> {
    const rows = await this.db
      .update(unmappedListing)
      .set({ productId, pairs, matchedBy: "person", confidence: "sure", isHidden: false })
      .where(this.isOf(channelProductId))
      .returning({ id: unmappedListing.channelProductId });
    return rows.length > 0;
  }

  async hide(channelProductIds: readonly string[], isHidden: boolean): Promise<void> {
    await this.db
      .update(unmappedListing)
      .set({ isHidden })
      .where(
        and(
          eq(unmappedListing.connectionId, this.connectionId),
          sql`${unmappedListing.channelProductId} IN (SELECT value FROM json_each(${JSON.stringify(channelProductIds)}))`,
        ),
      );
  }

  async remove(channelProductId: string): Promise<void> {
    await this.db.delete(unmappedListing).where(this.isOf(channelProductId));
  }

  private select() {
    return this.db
      .select({
        listing: unmappedListing,
        name: product.name,
        imageUrl: product.imageUrl,
        deletedAt: product.deletedAt,
      })
      .from(unmappedListing)
      .leftJoin(
        product,
        and(
          eq(product.connectionId, unmappedListing.connectionId),
          eq(product.productId, unmappedListing.productId),
        ),
      )
      .$dynamic();
  }

  /** Ids are whole; of titles and SKUs, in any case of letters, a part is enough. */
  private holds(search: string) {
    const within = (text: SQL) => sql`instr(lower(${text}), lower(${search})) > 0`;
    return and(
      eq(unmappedListing.connectionId, this.connectionId),
      or(
        eq(unmappedListing.channelProductId, search),
        within(sql`${unmappedListing.title}`),
        sql`EXISTS (SELECT 1 FROM json_each(${unmappedListing.skus}) AS sku
          WHERE ${within(sql`sku.value->>'sellerSku'`)} OR sku.value->>'channelSkuId' = ${search})`,
      ),
    );
  }

  private isIn(tab: UnmappedTab) {
    const isOwn = eq(unmappedListing.connectionId, this.connectionId);
    return tab === "hidden"
      ? and(isOwn, eq(unmappedListing.isHidden, true))
      : and(isOwn, eq(unmappedListing.isHidden, false), eq(unmappedListing.confidence, tab));
  }

  private isOf(channelProductId: string) {
    return and(
      eq(unmappedListing.connectionId, this.connectionId),
      eq(unmappedListing.channelProductId, channelProductId),
    );
  }
}

interface Joined {
  listing: typeof unmappedListing.$inferSelect;
  name: string | null;
  imageUrl: string | null;
  deletedAt: number | null;
}

function toRow({ listing, name, imageUrl, deletedAt }: Joined): UnmappedRow {
  const { connectionId: _own, seenAt: _seen, ...row } = listing;
  return {
    ...row,
    product: name !== null && deletedAt === null ? { name, imageUrl } : null,
  };
}
