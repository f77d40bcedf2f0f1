import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import { media } from "../schema/listings";

/** "main" or "option": the channel converts pictures by their use, so each use is its own upload. */
export type ImageUse = "main" | "option";

/**
 * Uris of pictures that were uploaded before, by source address. The plus signs keep SQLite from
 * walking through every picture of the connection instead of the few addresses.
 */
export async function findMediaByUrl(
  db: Database,
  connectionId: string,
  use: ImageUse,
  urls: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.all<{ source_url: string; channel_uri: string }>(sql`
    SELECT source_url, channel_uri FROM media
    WHERE connection_id = ${connectionId} AND +image_key >= ${`${use}:`} AND +image_key < ${`${use};`}
      AND source_url IN (SELECT value FROM json_each(${JSON.stringify(urls)}))`);
  return new Map(rows.map((row) => [row.source_url, row.channel_uri]));
}

/** The uri of the same bytes under the same use, whatever address they came from. */
export async function findMediaByKey(
  db: Database,
  connectionId: string,
  imageKey: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ uri: media.channelUri })
    .from(media)
    .where(and(eq(media.connectionId, connectionId), eq(media.imageKey, imageKey)));
  return row?.uri;
}

/** Remembers an upload. The first of two equal uploads wins. */
export async function saveMedia(
  db: Database,
  connectionId: string,
  saved: { imageKey: string; sourceUrl: string; channelUri: string; now: number },
): Promise<void> {
  await db
    .insert(media)
    .values({
      connectionId,
      imageKey: saved.imageKey,
      sourceUrl: saved.sourceUrl,
      channelUri: saved.channelUri,
      createdAt: saved.now,
    })
    .onConflictDoNothing();
}
