/**
 * The session behind a request, as it is most of the time: signed, far from its end, of a member of an account.
 * One query and nothing else. Whatever is not so goes through the sign-in service, which renews sessions and ends
 * them.
 */
import { parseSigned } from "hono/utils/cookie";
import { findSession } from "../db/accounts/sessions";
import { hasSessionEnded, lastProof } from "../domain/accounts/proof";
import { isRenewalDue, sessionCookie } from "./auth";
import type { AppServices, Viewer } from "./context";

/** `cookies`: the header as it came. */
export async function readKnownSession(
  { db, settings, now }: Pick<AppServices, "db" | "settings" | "now">,
  cookies: string,
): Promise<Viewer | undefined> {
  const name = sessionCookie(settings.publicUrl);
  // The sign-in service signs its cookies in the form that this reads.
  const { [name]: token } = await parseSigned(cookies, settings.authSecret, name);
  const found = token ? await findSession(db, token) : undefined;
  if (!found) return undefined;
  const { session, person, membership } = found;
  const signedInAt = session.createdAt.getTime();
  if (isRenewalDue(session.expiresAt.getTime(), now())) return undefined;
  if (hasSessionEnded(signedInAt, now())) return undefined;
  const provenAt = lastProof({ signedInAt, provenAt: session.provenAt });
  return { ...person, sessionId: session.id, provenAt, ...membership };
}
