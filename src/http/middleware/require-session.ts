import { createMiddleware } from "hono/factory";
import { membershipOf, openAccount, type Membership } from "../../db/accounts/accounts";
import { SyncError } from "../../domain/errors/sync-error";
import { createAuth } from "../auth";
import type { AppEnv, AppServices, Viewer } from "../context";

/** Nothing behind it is reached without a living session and an account. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  const { viewer, headers } = await readViewer(c.var.services, c.req.raw.headers);
  if (!viewer) throw new SyncError("merchant", "auth.unauthenticated");
  c.set("viewer", viewer);
  await next();
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
});

/** The person of a request, if any, and the cookie headers that renew an older session. */
export async function readViewer(
  services: AppServices,
  requestHeaders: Headers,
): Promise<{ viewer: Viewer | undefined; headers: Headers }> {
  if (!requestHeaders.get("cookie")) return { viewer: undefined, headers: new Headers() };
  const auth = createAuth(services);
  const { response, headers } = await auth.api.getSession({
    headers: requestHeaders,
    returnHeaders: true,
  });
  if (!response) return { viewer: undefined, headers };
  const { user, session } = response;
  const { accountId, accountName, role } = await accountOf(services, user);
  const person = { userId: user.id, sessionId: session.id, name: user.name, email: user.email };
  return { viewer: { ...person, accountId, accountName, role }, headers };
}

/** A sign-up cut off between its writes is completed here. */
async function accountOf(
  services: AppServices,
  user: { id: string; name: string },
): Promise<Membership> {
  const found = await membershipOf(services.db, user.id);
  if (found) return found;
  const accountId = services.newId("acc");
  await openAccount(services.db, { accountId, userId: user.id }, user.name, services.now());
  return { accountId, accountName: user.name, role: "owner" };
}
