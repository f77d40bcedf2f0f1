/** Addresses that wait to be confirmed. The rows live beside those of the sign-in service, under hashes. */
import { and, eq, gt } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "../database";
import { authUser, authVerification } from "../schema/accounts";
import { hasNoAccount } from "./people";

const Stored = z.object({ userId: z.string(), browser: z.string() });

export interface Confirmation {
  id: string;
  userId: string;
  /** Hash of what the browser of the sign-up keeps. */
  browser: string;
}

export async function addConfirmation(
  db: Database,
  row: { id: string; tokenHash: string; userId: string; browser: string; expiresAt: number },
  now: number,
): Promise<void> {
  const at = new Date(now);
  await db.insert(authVerification).values({
    id: row.id,
    identifier: `confirm:${row.tokenHash}`,
    value: JSON.stringify({ userId: row.userId, browser: row.browser }),
    expiresAt: new Date(row.expiresAt),
    createdAt: at,
    updatedAt: at,
  });
}

export async function findConfirmation(
  db: Database,
  tokenHash: string,
  now: number,
): Promise<Confirmation | undefined> {
  const [row] = await db
    .select()
    .from(authVerification)
    .where(
      and(
        eq(authVerification.identifier, `confirm:${tokenHash}`),
        gt(authVerification.expiresAt, new Date(now)),
      ),
    );
  return row && { id: row.id, ...Stored.parse(JSON.parse(row.value)) };
}

/** Uses a confirmation up; false where another request was quicker. */
export async function takeConfirmation(
  db: Database,
  { id, userId }: Confirmation,
): Promise<boolean> {
  const [taken] = await db.batch([
    db.delete(authVerification).where(eq(authVerification.id, id)).returning(),
    db.update(authUser).set({ emailVerified: true }).where(eq(authUser.id, userId)),
  ]);
  return taken.length > 0;
}

/**
 * Forgets a sign-up of an address that nobody confirmed, so that another of the same address begins anew:
 * whoever signed up with a stranger's address keeps no password for it.
 */
export async function forgetUnconfirmed(db: Database, email: string): Promise<void> {
  await db
    .delete(authUser)
    .where(and(eq(authUser.email, email), eq(authUser.emailVerified, false), hasNoAccount(db)));
}

/** The links for a new password that a person was sent and did not use. */
export async function forgetLinks(db: Database, userId: string): Promise<void> {
  await db.delete(authVerification).where(eq(authVerification.value, userId));
}
