/**
 * Connections of an account. Every function a page reaches takes the account first: there is no
 * way to ask for a connection by id alone except `findConnection`, which is for our own work.
 */
import { and, desc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { SourceStore } from "../../domain/connections/source-store";
import { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";
import { connection } from "../schema/connections";
import { preparedBy } from "../prepared";
import { violatesUnique } from "../unique";

export type ConnectionRow = typeof connection.$inferSelect;

/** Throws SyncError("merchant", "connection.not_found"), for somebody else's connection as well. */
export async function connectionOf(
  db: Database,
  accountId: string,
  id: string,
): Promise<ConnectionRow> {
  const [row] = await db
    .select()
    .from(connection)
    .where(and(eq(connection.id, id), eq(connection.accountId, accountId)))
    .limit(1);
  if (!row) throw new SyncError("merchant", "connection.not_found");
  return row;
}

const byId = preparedBy((db) =>
  db
    .select()
    .from(connection)
    .where(eq(connection.id, sql.placeholder("id")))
    .limit(1)
    .prepare(),
);

/** For webhooks, queue and ledger, which act for no person. */
export async function findConnection(db: Database, id: string): Promise<ConnectionRow | undefined> {
  const [row] = await byId(db).all({ id });
  return row;
}

export async function findByChannelShop(
  db: Database,
  channelPlatform: string,
  shopId: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await db
    .select()
    .from(connection)
    .where(
      and(eq(connection.channelPlatform, channelPlatform), eq(connection.channelShopId, shopId)),
    )
    .limit(1);
  return row;
}

/** Connections other than `row` that feed one of the shops, whoever owns them, by shop id. */
export async function findTakers(
  db: Database,
  row: ConnectionRow,
  shopIds: readonly string[],
): Promise<Map<string, ConnectionRow>> {
  const rows = await db
    .select()
    .from(connection)
    .where(
      and(
        eq(connection.channelPlatform, row.channelPlatform),
        inArray(connection.channelShopId, [...shopIds]),
        ne(connection.id, row.id),
      ),
    );
  return new Map(rows.map((taker) => [taker.channelShopId ?? "", taker]));
}

/** Those of them that belong to the same account. */
export async function findSiblings(
  db: Database,
  row: ConnectionRow,
  shopIds: readonly string[],
): Promise<ConnectionRow[]> {
  const takers = [...(await findTakers(db, row, shopIds)).values()];
  return takers.filter(({ accountId }) => accountId === row.accountId);
}

export function listConnections(db: Database, accountId: string): Promise<ConnectionRow[]> {
  return db
    .select()
    .from(connection)
    .where(eq(connection.accountId, accountId))
    .orderBy(desc(connection.createdAt), desc(connection.id));
}

/**
 * Adds it, unless its account holds `limit` connections: false then, and nothing is added, however many are
 * added at once. Throws SyncError("merchant", "connection.name_taken").
 */
export async function addConnection(
  db: Database,
  row: typeof connection.$inferInsert,
  limit: number,
): Promise<boolean> {
  const own = db.$count(connection, eq(connection.accountId, row.accountId));
  const isFull = sql`(${own}) > ${limit}`;
  const [, removed] = await db
    .batch([
      db.insert(connection).values(row),
      db
        .delete(connection)
        .where(and(eq(connection.id, row.id), isFull))
        .returning({ id: connection.id }),
    ])
    .catch((caught: unknown) => {
      throw toTaken(caught);
    });
  return removed.length === 0;
}

export type ConnectionChange = Partial<
  Omit<typeof connection.$inferInsert, "id" | "accountId" | "createdAt" | "updatedAt">
>;

/** Throws SyncError("merchant", "connection.name_taken" | "channel.shop_taken"). */
export async function changeConnection(
  db: Database,
  id: string,
  change: ConnectionChange,
  now: number,
): Promise<void> {
  await db
    .update(connection)
    .set({ ...change, updatedAt: now })
    .where(eq(connection.id, id))
    .catch((caught: unknown) => {
      throw toTaken(caught);
    });
}

/**
 * Writes a merchant's settings over the version they were made for; false, and nothing is written, where
 * another version stands. Throws SyncError("merchant", "connection.name_taken").
 */
export async function saveOverVersion(
  db: Database,
  { id, settingsVersion }: Pick<ConnectionRow, "id" | "settingsVersion">,
  change: Pick<ConnectionChange, "name" | "warehouseId" | "settings">,
  now: number,
): Promise<boolean> {
  const saved = await db
    .update(connection)
    .set({ ...change, settingsVersion: settingsVersion + 1, updatedAt: now })
    .where(and(eq(connection.id, id), eq(connection.settingsVersion, settingsVersion)))
    .returning({ id: connection.id })
    .catch((caught: unknown) => {
      throw toTaken(caught);
    });
  return saved.length > 0;
}

/**
 * Keeps what a store was found to be, unless its address or what is known of it changed while it was
 * asked: then the answer is out of date. False in that case.
 */
export async function updateSourceStore(
  db: Database,
  before: { id: string; sourceUrl: string; sourceStore: SourceStore },
  sourceStore: SourceStore,
  now: number,
): Promise<boolean> {
  const changed = await db
    .update(connection)
    .set({ sourceStore, updatedAt: now })
    .where(
      and(
        eq(connection.id, before.id),
        eq(connection.sourceUrl, before.sourceUrl),
        sql`json_extract(${connection.sourceStore}, '$.readAt') = ${before.sourceStore.readAt}`,
      ),
    )
    .returning({ id: connection.id });
  return changed.length > 0;
}

/**
 * The store has just changed in a way that only asking it tells: the next scan reads its facts. Each
 * doubt differs from those before.
 */
export async function doubtSourceStore(db: Database, id: string, now: number): Promise<void> {
  const readAt = sql`min(json_extract(${connection.sourceStore}, '$.readAt'), 1) - 1`;
  await db
    .update(connection)
    .set({
      sourceStore: sql`json_set(${connection.sourceStore}, '$.readAt', ${readAt})`,
      updatedAt: now,
    })
    .where(and(eq(connection.id, id), isNotNull(connection.sourceStore)));
}

function toTaken(caught: unknown): unknown {
  if (violatesUnique(caught, "connection.name"))
    return new SyncError("merchant", "connection.name_taken");
  if (violatesUnique(caught, "connection.channel_shop_id"))
    return new SyncError("merchant", "channel.shop_taken");
  return caught;
}
