import { createMiddleware } from "hono/factory";
import { membershipOf, openAccount, type Membership } from "../../db/accounts/accounts";
import { endSession } from "../../db/accounts/sessions";
import { hasSessionEnded, lastProof } from "../../domain/accounts/proof";
import { SyncError } from "../../domain/errors/sync-error";
import { authOf } from "../auth";
import { readKnownSession } from "../known-session";
import type { AppEnv, AppServices, Person, Viewer } from "../context";

/** Nothing behind it is reached without a living session. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  const { person, viewer, headers } = await readViewer(c.var.services, c.req.raw.headers);
  if (!person) throw new SyncError("merchant", "auth.unauthenticated");
  c.set("person", person);
  if (viewer) c.set("viewer", viewer);
  await next();
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
});

export interface Recognised {
  person?: Person;
  /** The person as a member of an account; nobody's who was removed from theirs. */
  viewer?: Viewer;
  /** The cookies that renew an older session. */
  headers: Headers;
}

/** Who sent a request, if anybody who is known. */
export async function readViewer(
  services: AppServices,
  requestHeaders: Headers,
): Promise<Recognised> {
  const cookies = requestHeaders.get("cookie");
  if (!cookies) return { headers: new Headers() };
  const known = await readKnownSession(services, cookies);
  if (known) return { person: known, viewer: known, headers: new Headers() };
  const auth = authOf(services);
  const { response, headers } = await auth.api.getSession({
    headers: requestHeaders,
    returnHeaders: true,
  });
  if (!response) return { headers };
  const { user, session } = response;
  const signedInAt = session.createdAt.getTime();
  if (hasSessionEnded(signedInAt, services.now())) {
    await endSession(services.db, session.id);
    return { headers: new Headers() };
  }
  const person = {
    userId: user.id,
    sessionId: session.id,
    provenAt: lastProof({ signedInAt, provenAt: session.provenAt ?? null }),
    name: user.name,
    email: user.email,
  };
  const membership = await accountOf(services, user);
  return { person, headers, ...(membership && { viewer: { ...person, ...membership } }) };
}

/** Nothing for whoever was removed; a sign-up cut off between its writes is completed here. */
async function accountOf(
  services: AppServices,
  user: { id: string; name: string },
): Promise<Membership | undefined> {
  const found = await membershipOf(services.db, user.id);
  if (found === "removed") return undefined;
  if (found) return found;
  const accountId = services.newId("acc");
  await openAccount(services.db, { accountId, userId: user.id }, user.name, services.now());
  return { accountId, accountName: user.name, role: "owner" };
}
