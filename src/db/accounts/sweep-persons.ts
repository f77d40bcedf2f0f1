/** What nobody needs any more of people: ended sessions, used links, sign-ups that were never confirmed. */
import { and, eq, lt, lte } from "drizzle-orm";
import type { Database } from "../database";
import {
  authSession,
  authUser,
  authVerification,
  invitation,
  mailOutbox,
} from "../schema/accounts";
import { oauthState } from "../schema/connections";
import { hasNoAccount, isGoneSince } from "./people";

const DAY_MS = 86_400_000;
/** A sign-up may be confirmed for a day; the link is sent again for some days more. */
const UNCONFIRMED_MS = 7 * DAY_MS;
/** The list of invitations shows those that ran out. */
const INVITATION_MS = 90 * DAY_MS;
const MAIL_MS = 30 * DAY_MS;
/** Whoever left an account may be invited again. */
const GONE_MS = 90 * DAY_MS;

export async function sweepPersons(db: Database, now: number): Promise<void> {
  await db.batch([
    db.delete(authSession).where(lte(authSession.expiresAt, new Date(now))),
    db.delete(authVerification).where(lte(authVerification.expiresAt, new Date(now))),
    db
      .delete(authUser)
      .where(
        and(
          eq(authUser.emailVerified, false),
          lt(authUser.createdAt, new Date(now - UNCONFIRMED_MS)),
          hasNoAccount(db),
        ),
      ),
    db.delete(authUser).where(isGoneSince(db, now - GONE_MS)),
    db.delete(oauthState).where(lt(oauthState.expiresAt, now)),
    db.delete(invitation).where(lt(invitation.expiresAt, now - INVITATION_MS)),
    db.delete(mailOutbox).where(lt(mailOutbox.createdAt, now - MAIL_MS)),
  ]);
}
