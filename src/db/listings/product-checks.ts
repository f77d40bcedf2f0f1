/**
 * The stored checks of products: pages of products with what their key is made from, and writing what
 * a page's checks found. A check is written over the one that was seen, and progress is kept only
 * past products whose check stands, so two workers at once do no harm. It decides no reason.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Reason } from "../../domain/errors/reason";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { CheckReason } from "../../domain/listings/check-reason";
import { CHANGES_WAIT, rulesMark } from "../../domain/listings/rules-mark";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import { toListingDetails, type ListingDetails } from "../../domain/listings/listing-details";
import { toSentContent, type SentContent } from "../../domain/listings/sent-content";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import type { GroupWalk } from "./check-groups";

/** A product as its check sees it. */
export interface CheckedProduct {
  productId: string;
  contentHash: string;
  details: ListingDetails;
  /** Epoch ms; null: the store has it. */
  deletedAt: number | null;
  revision: number;
  /** The product's own category, else the accepted one of its source category. */
  categoryId: string | null;
  /** Who made its listing; null while the channel has none. */
  listedAs: ListingOrigin | null;
  /** Another one whenever something else was sent; 0: nothing was yet. */
  sentVersion: number;
  /** Key of the stored check; null: there is none. */
  seenKey: string | null;
}

export interface WholeProduct extends CheckedProduct {
  body: SourceProduct;
  /** What its listing was sent last; null: unknown, or there is none. */
  sent: SentContent | null;
  /** Of its listing; null: there is none. */
  listingStatus: string | null;
  /** Variants that stand in it. */
  published: readonly string[];
}

export interface FoundCheck {
  productId: string;
  seenKey: string | null;
  key: string;
  reasons: readonly CheckReason[];
  /** The category whose rules changed so that they stop it now; null: none did. */
  changedRules: string | null;
  /** Whether a push would change its listing. */
  hasChanges: boolean;
}

/** A place in the order of changes. */
export interface RevisionCursor {
  revision: number;
  productId: string;
}

/** Where checking stood and where it stands once the checks are written. */
export type CheckMove =
  | { kind: "revision"; from: RevisionCursor; to: RevisionCursor }
  /** `to` null: the walk is over. */
  | { kind: "group"; walk: GroupWalk; to: string | null }
  | { kind: "none" };

/** The checks of one connection; `now` stamps the rows, epoch ms. */
export function productChecksOf(db: Database, connectionId: string, now: () => number) {
  return new ProductCheckRepository(db, connectionId, now);
}

const text = (value: string) => sql.raw(`'${value}'`);
const marked = (list: SQL, holds: SQL, code: SQL) =>
  sql`iif(${holds}, json_insert(${list}, '$[#]', json_object('code', ${code})), ${list})`;
const withRules = marked(
  sql`product_check.reasons`,
  sql`product_check.changed_rules IS NOT NULL`,
  sql`${text(rulesMark(""))} || product_check.changed_rules`,
);

/** The reasons of a check, and what it is kept under besides. */
const CODES = sql`json_each(${marked(withRules, sql`product_check.has_changes`, text(CHANGES_WAIT))})`;

/** As the database answers what is kept as JSON. */
interface Stored {
  details: string | null;
  body?: string;
  sent?: string | null;
  published?: string;
}

const toWhole = ({ body = "", sent, published = "[]" }: Stored) => ({
  body: JSON.parse(body) as SourceProduct,
  sent: toSentContent(JSON.parse(sent ?? "null")),
  published: JSON.parse(published) as string[],
});

class ProductCheckRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /** Products that changed behind `after`, in the order of their change. */
  pageOfChanged(after: RevisionCursor, limit: number): Promise<CheckedProduct[]> {
    return this.select(
      sql`product`,
      sql`(product.revision, product.product_id) > (${after.revision}, ${after.productId})
        ORDER BY product.revision, product.product_id LIMIT ${limit}`,
    );
  }

  /** Products of a group behind the cursor of its walk, by id. */
  pageOfGroup({ kind, subject, cursor }: GroupWalk, limit: number): Promise<CheckedProduct[]> {
    const isMember =
      kind === "own"
        ? sql`product.channel_category_id = ${subject}`
        : sql`product.source_category_id IS ${subject || null}`;
    return this.select(
      sql`product`,
      sql`${isMember} AND product.product_id > ${cursor}
        ORDER BY product.product_id LIMIT ${limit}`,
    );
  }

  /** Products whole, by id. */
  async readWhole(ids: readonly string[]): Promise<WholeProduct[]> {
    return this.select<WholeProduct>(
      sql`json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN product`,
      sql`product.product_id = wanted.value`,
      sql`, product.body, listing.sent, listing.status AS listingStatus,
        (SELECT json_group_array(variant_id) FROM offer WHERE offer.connection_id = ${this.connectionId}
          AND offer.product_id = product.product_id) AS published`,
    );
  }

  /** What stored checks say stands in the way, by product id; those that nothing stops are left out. */
  async reasonsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Reason[]>> {
    const rows = await this.db.all<{ productId: string; reasons: string }>(sql`
      SELECT product_id AS productId, reasons
      FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN product_check
      WHERE connection_id = ${this.connectionId} AND product_id = wanted.value
        AND reasons <> '[]'`);
    return new Map(rows.map((row) => [row.productId, JSON.parse(row.reasons) as Reason[]]));
  }

  /** The lists lead: SQLite would walk through all products of the connection to look them up there. */
  private async select<Row extends CheckedProduct>(
    from: SQL,
    where: SQL,
    more = sql``,
  ): Promise<Row[]> {
    const rows = await this.db.all<Row & Stored>(sql`
      SELECT product.product_id AS productId, content_hash AS contentHash, details,
        deleted_at AS deletedAt, revision, stored.input_key AS seenKey,
        coalesce(listing.sent_version, 0) AS sentVersion,
        coalesce(product.channel_category_id, mapping.channel_category_id) AS categoryId,
        CASE WHEN listing.channel_product_id IS NOT NULL THEN listing.origin END AS listedAs ${more}
      FROM ${from}
      LEFT JOIN category_mapping AS mapping ON mapping.connection_id = ${this.connectionId}
        AND mapping.source_category_id = coalesce(product.source_category_id, '')
        AND mapping.state = 'accepted'
      LEFT JOIN product_check AS stored ON stored.connection_id = ${this.connectionId}
        AND stored.product_id = product.product_id
      LEFT JOIN listing ON listing.connection_id = ${this.connectionId}
        AND listing.product_id = product.product_id
      WHERE product.connection_id = ${this.connectionId} AND ${where}`);
    return rows.map((row) => ({
      ...row,
      details: toListingDetails(JSON.parse(row.details ?? "{}")),
      ...(row.body === undefined ? {} : toWhole(row)),
    }));
  }

  /** Writes checks with the reasons by code, and the progress, in one transaction. */
  async save(checks: readonly FoundCheck[], move: CheckMove): Promise<void> {
    const list = JSON.stringify(checks);
    const written = checks.length > 0 ? this.writing(list) : [];
    const moved = this.moving(move, list);
    if (written.length + moved.length > 0) await inOneTransaction(this.db, [...written, ...moved]);
  }

  private writing(list: string): SQL[] {
    const { connectionId } = this;
    const now = this.now();
    return [
      // Over the check that was seen and no other; the list leads, for the sake of SQLite's plan.
      sql`
        INSERT INTO product_check
          (connection_id, product_id, input_key, reasons, changed_rules, has_changes, checked_at)
        SELECT ${connectionId}, found.value->>'productId', found.value->>'key',
          found.value->'reasons', found.value->>'changedRules',
          found.value->>'hasChanges', ${now}
        FROM json_each(${list}) AS found
        LEFT JOIN product_check AS seen ON seen.connection_id = ${connectionId}
          AND seen.product_id = found.value->>'productId'
        WHERE seen.input_key IS found.value->>'seenKey'
        ON CONFLICT (connection_id, product_id) DO UPDATE SET input_key = excluded.input_key,
          reasons = excluded.reasons, changed_rules = excluded.changed_rules,
          has_changes = excluded.has_changes,
          checked_at = excluded.checked_at`,
      // What the reasons by code say follows from the rows as they stand now.
      sql`
        DELETE FROM product_check_reason WHERE rowid IN (
          SELECT kept.rowid FROM json_each(${list}) AS found
          CROSS JOIN product_check_reason AS kept INDEXED BY product_check_reason_product
            ON kept.connection_id = ${connectionId}
            AND kept.product_id = found.value->>'productId'
          WHERE NOT EXISTS (SELECT 1 FROM product_check, ${CODES} AS reason
            WHERE product_check.connection_id = ${connectionId}
              AND product_check.product_id = kept.product_id
              AND reason.value->>'code' = kept.code))`,
      sql`
        INSERT OR IGNORE INTO product_check_reason (connection_id, code, product_id)
        SELECT ${connectionId}, reason.value->>'code', product_check.product_id
        FROM json_each(${list}) AS found
        CROSS JOIN product_check ON product_check.connection_id = ${connectionId}
          AND product_check.product_id = found.value->>'productId'
        CROSS JOIN ${CODES} AS reason`,
    ];
  }

  private moving(move: CheckMove, list: string): SQL[] {
    const { connectionId } = this;
    const allStand = sql`NOT EXISTS (
      SELECT 1 FROM json_each(${list}) AS found
      LEFT JOIN product_check AS stored ON stored.connection_id = ${connectionId}
        AND stored.product_id = found.value->>'productId'
      WHERE stored.input_key IS NOT found.value->>'key')`;
    if (move.kind === "none") return [];
    if (move.kind === "revision") {
      const { from, to } = move;
      return [
        sql`
          UPDATE check_progress SET revision = ${to.revision}, product_id = ${to.productId}
          WHERE connection_id = ${connectionId} AND revision = ${from.revision}
            AND product_id = ${from.productId} AND ${allStand}`,
      ];
    }
    const { walk, to } = move;
    const { kind, subject, basis, cursor } = walk;
    const set = to === null ? sql`walked = ${basis}, cursor = ''` : sql`cursor = ${to}`;
    return [
      sql`
        UPDATE check_group SET ${set}
        WHERE connection_id = ${connectionId} AND kind = ${kind} AND subject = ${subject}
          AND basis = ${basis} AND cursor = ${cursor} AND ${allStand}`,
    ];
  }
}
