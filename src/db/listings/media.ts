/** Pictures that were uploaded to the channel, so that none is uploaded twice. */
import { and, eq, sql } from "drizzle-orm";
import type { ImageUse } from "../../domain/listings/image-kind";
import type { Database } from "../database";
import { media } from "../schema/listings";

/** The uploaded pictures of one connection; `now` stamps the rows, epoch ms. */
export function mediaOf(db: Database, connectionId: string, now: () => number) {
  return new MediaRepository(db, connectionId, now);
}

class MediaRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /**
   * Channel uris by source address, of pictures uploaded before under the same use. The plus signs
   * keep SQLite from walking through every picture of the connection instead of the few addresses.
   */
  async findByUrl(use: ImageUse, urls: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.all<{ source_url: string; channel_uri: string }>(sql`
      SELECT source_url, channel_uri FROM media
      WHERE connection_id = ${this.connectionId}
        AND +image_key >= ${`${use}:`} AND +image_key < ${`${use};`}
        AND source_url IN (SELECT value FROM json_each(${JSON.stringify(urls)}))`);
    return new Map(rows.map((row) => [row.source_url, row.channel_uri]));
  }

  /** The uri of the same bytes under the same use, whatever address they came from. */
  async findByKey(imageKey: string): Promise<string | undefined> {
    const [row] = await this.db
      .select({ uri: media.channelUri })
      .from(media)
      .where(and(eq(media.connectionId, this.connectionId), eq(media.imageKey, imageKey)));
    return row?.uri;
  }

  /** Remembers an upload. The first of two equal uploads wins. */
  async save(saved: { imageKey: string; sourceUrl: string; channelUri: string }): Promise<void> {
    await this.db
      .insert(media)
      .values({ connectionId: this.connectionId, ...saved, createdAt: this.now() })
      .onConflictDoNothing();
  }
}
