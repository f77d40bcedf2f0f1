/**
 * Products as published: the claim of a send under way, the ids the channel gave, what its audit
 * said. It does not know how a listing is planned or sent.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Reason } from "../../domain/errors/reason";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { listing, offer } from "../schema/listings";

export type SyncState = "not_synced" | "synced" | "sync_failed" | "update_failed";

export interface StoredListing {
  connectionId: string;
  productId: string;
  channelProductId: string | null;
  status: string;
  rawStatus: string;
  reasons: readonly Reason[];
  sentHash: string | null;
  intentKey: string | null;
  intentAt: number | null;
}

export interface StoredOffer {
  productId: string;
  variantId: string;
  channelSkuId: string;
  sellerSku: string;
}

export async function findListing(
  db: Database,
  connectionId: string,
  productId: string,
): Promise<StoredListing | undefined> {
  const [row] = await db.select().from(listing).where(ofProduct(connectionId, productId));
  return row;
}

export async function findListingByChannelId(
  db: Database,
  connectionId: string,
  channelProductId: string,
): Promise<StoredListing | undefined> {
  const [row] = await db
    .select()
    .from(listing)
    .where(
      and(eq(listing.connectionId, connectionId), eq(listing.channelProductId, channelProductId)),
    );
  return row;
}

export async function offersOf(
  db: Database,
  connectionId: string,
  productId: string,
): Promise<StoredOffer[]> {
  return db
    .select()
    .from(offer)
    .where(and(eq(offer.connectionId, connectionId), eq(offer.productId, productId)));
}

/**
 * Takes the product's listing into one pair of hands until `until` (epoch ms). Answers the row, or
 * undefined while other hands hold it. The key of an intent whose fate is unknown is kept, so
 * `intentKey` differing from the wanted one means: look before you create.
 */
export async function claimListing(
  db: Database,
  connectionId: string,
  productId: string,
  claim: { intentKey: string; until: number; now: number },
): Promise<StoredListing | undefined> {
  const [row] = await db
    .insert(listing)
    .values({
      connectionId,
      productId,
      status: "draft",
      reasons: [],
      intentKey: claim.intentKey,
      intentAt: claim.until,
      updatedAt: claim.now,
    })
    .onConflictDoUpdate({
      target: [listing.connectionId, listing.productId],
      set: {
        intentKey: sql`coalesce(${listing.intentKey}, ${claim.intentKey})`,
        intentAt: claim.until,
      },
      setWhere: sql`${listing.intentKey} IS NULL OR ${listing.intentAt} <= ${claim.now}`,
    })
    .returning();
  return row;
}

/** Prolongs the claim; false when it was lost to somebody else meanwhile. */
export async function holdListing(
  db: Database,
  connectionId: string,
  productId: string,
  claim: { intentKey: string; heldUntil: number; until: number },
): Promise<boolean> {
  const rows = await db
    .update(listing)
    .set({ intentAt: claim.until })
    .where(
      and(
        eq(listing.connectionId, connectionId),
        eq(listing.productId, productId),
        eq(listing.intentKey, claim.intentKey),
        eq(listing.intentAt, claim.heldUntil),
      ),
    )
    .returning({ id: listing.productId });
  return rows.length > 0;
}

/**
 * Ends a claim without a listing having been sent; `reasons` say why, absent: nothing to tell. A
 * claim lost to other hands is left to them.
 */
export async function releaseListing(
  db: Database,
  connectionId: string,
  productId: string,
  claim: { intentKey: string; heldUntil: number },
  end: { reasons?: readonly Reason[]; syncState?: SyncState; now: number },
): Promise<void> {
  await inOneTransaction(db, [
    db
      .update(listing)
      .set({
        intentKey: null,
        intentAt: null,
        updatedAt: end.now,
        ...(end.reasons ? { reasons: end.reasons } : {}),
      })
      .where(
        and(
          eq(listing.connectionId, connectionId),
          eq(listing.productId, productId),
          eq(listing.intentKey, claim.intentKey),
          eq(listing.intentAt, claim.heldUntil),
        ),
      ),
    setSyncState(connectionId, productId, end.syncState),
  ]);
}

/** Writes refusal reasons of a product that was never claimed. */
export async function recordRefusal(
  db: Database,
  connectionId: string,
  productId: string,
  end: { reasons: readonly Reason[]; syncState: SyncState; now: number },
): Promise<void> {
  await inOneTransaction(db, [
    db
      .insert(listing)
      .values({
        connectionId,
        productId,
        status: "draft",
        reasons: end.reasons,
        updatedAt: end.now,
      })
      .onConflictDoUpdate({
        target: [listing.connectionId, listing.productId],
        set: { reasons: end.reasons, updatedAt: end.now },
      }),
    setSyncState(connectionId, productId, end.syncState),
  ]);
}

/**
 * Everything the channel answered to a send, in one transaction: listing, offers, badge. The claim
 * ends with it, unless `sentHash` is null: then the listing is known but its content is not yet sent.
 */
export async function saveSentListing(
  db: Database,
  connectionId: string,
  productId: string,
  sent: {
    channelProductId: string;
    status: string;
    sentHash: string | null;
    offers: readonly { variantId: string; channelSkuId: string; sellerSku: string }[];
    now: number;
  },
): Promise<void> {
  const offers = JSON.stringify(sent.offers);
  await inOneTransaction(db, [
    db
      .update(listing)
      .set({
        channelProductId: sent.channelProductId,
        status: sent.status,
        reasons: [],
        sentHash: sent.sentHash,
        ...(sent.sentHash === null ? {} : { intentKey: null, intentAt: null }),
        updatedAt: sent.now,
      })
      .where(ofProduct(connectionId, productId)),
    sql`DELETE FROM offer WHERE connection_id = ${connectionId} AND product_id = ${productId}
      AND variant_id NOT IN (SELECT value->>'variantId' FROM json_each(${offers}))`,
    sql`
      INSERT INTO offer (connection_id, product_id, variant_id, channel_product_id,
        channel_sku_id, seller_sku, updated_at)
      SELECT ${connectionId}, ${productId}, value->>'variantId', ${sent.channelProductId},
        value->>'channelSkuId', value->>'sellerSku', ${sent.now}
      FROM json_each(${offers}) WHERE true
      ON CONFLICT (connection_id, product_id, variant_id) DO UPDATE SET
        channel_product_id = excluded.channel_product_id,
        channel_sku_id = excluded.channel_sku_id, seller_sku = excluded.seller_sku,
        updated_at = excluded.updated_at`,
    setSyncState(connectionId, productId, "synced"),
  ]);
}

/** What a look at the channel told. */
export async function saveReport(
  db: Database,
  connectionId: string,
  productId: string,
  report: {
    status: string;
    rawStatus: string;
    reasons: readonly Reason[];
    syncState: SyncState;
    now: number;
  },
): Promise<void> {
  await inOneTransaction(db, [
    db
      .update(listing)
      .set({
        status: report.status,
        rawStatus: report.rawStatus,
        reasons: report.reasons,
        updatedAt: report.now,
      })
      .where(ofProduct(connectionId, productId)),
    setSyncState(connectionId, productId, report.syncState),
  ]);
}

/** The channel no longer has it: ids and offers go, so that a later push creates it anew. */
export async function unbindListing(
  db: Database,
  connectionId: string,
  productId: string,
  now: number,
): Promise<void> {
  await inOneTransaction(db, [
    db
      .update(listing)
      .set({
        channelProductId: null,
        status: "removed",
        rawStatus: "",
        reasons: [],
        sentHash: null,
        updatedAt: now,
      })
      .where(ofProduct(connectionId, productId)),
    db
      .delete(offer)
      .where(and(eq(offer.connectionId, connectionId), eq(offer.productId, productId))),
    setSyncState(connectionId, productId, "not_synced"),
  ]);
}

function ofProduct(connectionId: string, productId: string) {
  return and(eq(listing.connectionId, connectionId), eq(listing.productId, productId));
}

function setSyncState(connectionId: string, productId: string, state: SyncState | undefined) {
  const next = state ?? null;
  return sql`UPDATE product SET sync_state = ${next}
    WHERE connection_id = ${connectionId} AND product_id = ${productId}
      AND ${next} IS NOT NULL AND sync_state <> ${next}`;
}
