/**
 * Products as published: the claim of a send under way, the ids the channel gave, what its audit
 * said. It does not know how a listing is planned or sent.
 */
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Reason } from "../../domain/errors/reason";
import type { SyncState } from "../../domain/listings/apply-report";
import type {
  ListingClaim,
  ListingRecord,
  OfferRecord,
  ReportRecord,
  SentRecord,
} from "../../domain/listings/listing-record";
import { toSentContent, type SentContent } from "../../domain/listings/sent-content";
import type { ContentRules } from "../../domain/listings/sync-rules";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { listing, offer } from "../schema/listings";
import { forgetContent } from "./forget-content";
import { checkAgain, replaceOffers, setSyncState } from "./listing-writes";

/** The listings of one connection; `now` stamps the rows, epoch ms. */
export function listingsOf(db: Database, connectionId: string, now: () => number) {
  return new ListingRepository(db, connectionId, now);
}

class ListingRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  async find(productId: string): Promise<ListingRecord | undefined> {
    const [row] = await this.db.select().from(listing).where(this.isOf(productId));
    return row && toRecord(row);
  }

  async findByChannelId(channelProductId: string): Promise<ListingRecord | undefined> {
    const [row] = await this.db
      .select()
      .from(listing)
      .where(
        and(
          eq(listing.connectionId, this.connectionId),
          eq(listing.channelProductId, channelProductId),
        ),
      );
    return row && toRecord(row);
  }

  async offersOf(productId: string): Promise<OfferRecord[]> {
    return this.db.select().from(offer).where(this.isOfferOf(productId));
  }

  /**
   * Claims the product's listing until `until` (epoch ms). Answers the row, or undefined while
   * another claim holds it. The key of an intent whose outcome is unknown is kept, so an
   * `intentKey` other than the wanted one means: search the channel before creating.
   */
  async claim(
    productId: string,
    claim: { intentKey: string; until: number },
  ): Promise<ListingRecord | undefined> {
    const now = this.now();
    const [row] = await this.db
      .insert(listing)
      .values({
        connectionId: this.connectionId,
        productId,
        status: "draft",
        reasons: [],
        intentKey: claim.intentKey,
        intentAt: claim.until,
        updatedAt: now,
      })
      .onConflictDoUpdate({
        target: [listing.connectionId, listing.productId],
        set: {
          intentKey: sql`coalesce(${listing.intentKey}, ${claim.intentKey})`,
          intentAt: claim.until,
        },
        setWhere: sql`${listing.intentKey} IS NULL OR ${listing.intentAt} <= ${now}`,
      })
      .returning();
    return row && toRecord(row);
  }

  /** Moves the end of the claim to `until`; false when another worker claimed it meanwhile. */
  async hold(productId: string, claim: ListingClaim, until: number): Promise<boolean> {
    const rows = await this.db
      .update(listing)
      .set({ intentAt: until })
      .where(this.isClaimed(productId, claim))
      .returning({ id: listing.productId });
    return rows.length > 0;
  }

  /**
   * Ends a claim without a listing having been sent; `reasons` absent: those there stay. A claim
   * that another worker holds by now is left alone.
   */
  async release(
    productId: string,
    claim: ListingClaim,
    end: { reasons?: readonly Reason[]; syncState?: SyncState },
  ): Promise<void> {
    await inOneTransaction(this.db, [
      this.db
        .update(listing)
        .set({
          intentKey: null,
          intentAt: null,
          updatedAt: this.now(),
          ...(end.reasons ? { reasons: end.reasons } : {}),
        })
        .where(this.isClaimed(productId, claim)),
      setSyncState(this.connectionId, productId, end.syncState),
    ]);
  }

  /**
   * Writes refusal reasons of a product that was never claimed; where they are absent, what was said
   * before stays and only the badge follows.
   */
  async recordRefusal(
    productId: string,
    { reasons, syncState }: { reasons?: readonly Reason[]; syncState: SyncState },
  ): Promise<void> {
    const written = reasons ? [this.upsertReasons(productId, reasons)] : [];
    await inOneTransaction(this.db, [
      ...written,
      setSyncState(this.connectionId, productId, syncState),
    ]);
  }

  private upsertReasons(productId: string, reasons: readonly Reason[]) {
    const updatedAt = this.now();
    const values = { connectionId: this.connectionId, productId, status: "draft" };
    return this.db
      .insert(listing)
      .values({ ...values, reasons, updatedAt })
      .onConflictDoUpdate({
        target: [listing.connectionId, listing.productId],
        set: { reasons, updatedAt },
      });
  }

  /**
   * Everything the channel answered to a send, in one transaction: listing, offers, badge. The claim
   * ends with it, unless `sent` is null: then the listing is known but its content is not yet sent.
   */
  async saveSent(productId: string, sent: SentRecord): Promise<void> {
    const updatedAt = this.now();
    await inOneTransaction(this.db, [
      checkAgain(this.connectionId, productId, { onlyUnlisted: true }),
      this.db
        .update(listing)
        .set({
          channelProductId: sent.channelProductId,
          status: sent.status,
          reasons: [],
          sent: sent.sent,
          sentHash: null,
          ...(sent.sent === null ? {} : { intentKey: null, intentAt: null }),
          updatedAt,
        })
        .where(this.isOf(productId)),
      ...replaceOffers(this.connectionId, productId, sent, updatedAt),
      setSyncState(this.connectionId, productId, "synced"),
    ]);
  }

  /** What was sent last says nothing any more: an edit may have reached the channel since. */
  async forgetSent(productId: string, claim: ListingClaim): Promise<void> {
    await this.db
      .update(listing)
      .set({ sent: null, sentHash: null })
      .where(this.isClaimed(productId, claim));
  }

  /** What the channel has of products, by product id; those without a listing are left out. */
  async readSent(
    productIds: readonly string[],
  ): Promise<Map<string, { status: string; sent: SentContent | null; isSendOpen: boolean }>> {
    const { productId: id, status: state, sent: content, intentKey, sentHash } = listing;
    const rows = await this.db
      .select({ productId: id, status: state, sent: content, intentKey, sentHash })
      .from(listing)
      .where(
        and(
          eq(listing.connectionId, this.connectionId),
          isNotNull(listing.channelProductId),
          sql`${listing.productId} IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
        ),
      );
    return new Map(
      rows.map(({ productId, status, sent, ...row }) => [
        productId,
        {
          status,
          sent: toSentContent(sent),
          isSendOpen: row.intentKey !== null || row.sentHash !== null,
        },
      ]),
    );
  }

  async forgetContent(productId: string, ruled: readonly (keyof ContentRules)[]): Promise<void> {
    await forgetContent(this.db, this.connectionId, { productId }, ruled);
  }

  /** Gives a row of 0.2 the content that its one hash stands for; one sent meanwhile stays. */
  async fillSent(productId: string, sent: SentContent, sentHash: string): Promise<void> {
    await this.db
      .update(listing)
      .set({ sent, sentHash: null })
      .where(and(this.isOf(productId), eq(listing.sentHash, sentHash)));
  }

  /** What the channel showed when it was read. */
  async saveReport(productId: string, report: ReportRecord): Promise<void> {
    const { syncState, ...shown } = report;
    await inOneTransaction(this.db, [
      this.db
        .update(listing)
        .set({ ...shown, updatedAt: this.now() })
        .where(this.isOf(productId)),
      setSyncState(this.connectionId, productId, syncState),
    ]);
  }

  /** The channel no longer has these SKUs of a listing, so the next push sends its SKUs again. */
  async dropOffers(channelProductId: string, channelSkuIds: readonly string[]): Promise<void> {
    const isOfListing = and(
      eq(listing.connectionId, this.connectionId),
      eq(listing.channelProductId, channelProductId),
    );
    await inOneTransaction(this.db, [
      sql`DELETE FROM offer WHERE connection_id = ${this.connectionId}
        AND channel_product_id = ${channelProductId}
        AND channel_sku_id IN (SELECT value FROM json_each(${JSON.stringify(channelSkuIds)}))`,
      this.db
        .update(listing)
        .set({ sent: sql`json_remove(${listing.sent}, '$.skus')`, sentHash: null })
        .where(isOfListing),
    ]);
  }

  /** The channel no longer has it: ids and offers go, so that a later push creates it again. */
  async unbind(productId: string): Promise<void> {
    await inOneTransaction(this.db, [
      this.db
        .update(listing)
        .set({
          channelProductId: null,
          status: "removed",
          rawStatus: "",
          reasons: [],
          origin: "pushed",
          sent: null,
          sentHash: null,
          updatedAt: this.now(),
        })
        .where(this.isOf(productId)),
      this.db.delete(offer).where(this.isOfferOf(productId)),
      setSyncState(this.connectionId, productId, "not_synced"),
      checkAgain(this.connectionId, productId),
    ]);
  }

  private isOf(productId: string) {
    return and(eq(listing.connectionId, this.connectionId), eq(listing.productId, productId));
  }

  private isOfferOf(productId: string) {
    return and(eq(offer.connectionId, this.connectionId), eq(offer.productId, productId));
  }

  private isClaimed(productId: string, { intentKey, heldUntil }: ListingClaim) {
    return and(
      this.isOf(productId),
      eq(listing.intentKey, intentKey),
      eq(listing.intentAt, heldUntil),
    );
  }
}

function toRecord(row: typeof listing.$inferSelect): ListingRecord {
  return { ...row, sent: toSentContent(row.sent) };
}
