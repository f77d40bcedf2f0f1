import { and, eq, gt, isNull, lt } from "drizzle-orm";
import type { Database } from "../database";
import { oauthState } from "../schema/connections";

export interface StateOwner {
  userId: string;
  sessionId: string;
}

export async function addOauthState(
  db: Database,
  row: StateOwner & { stateHash: string; connectionId: string; expiresAt: number },
  now: number,
): Promise<void> {
  await db.batch([
    db.delete(oauthState).where(lt(oauthState.expiresAt, now)),
    db.insert(oauthState).values(row),
  ]);
}

/** Uses a state up: answers its connection once, to the session that began it, within its time. */
export async function takeOauthState(
  db: Database,
  stateHash: string,
  owner: StateOwner,
  now: number,
): Promise<string | undefined> {
  const [row] = await db
    .update(oauthState)
    .set({ usedAt: now })
    .where(
      and(
        eq(oauthState.stateHash, stateHash),
        eq(oauthState.userId, owner.userId),
        eq(oauthState.sessionId, owner.sessionId),
        isNull(oauthState.usedAt),
        gt(oauthState.expiresAt, now),
      ),
    )
    .returning({ connectionId: oauthState.connectionId });
  return row?.connectionId;
}
