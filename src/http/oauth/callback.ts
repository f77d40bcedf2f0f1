import { Hono } from "hono";
import type { AuthorizationOutcome } from "../../sync/connections/authorize-channel";
import { connectionOf } from "../../db/connections/connections";
import { checkAgain, ofChannel } from "../check-again";
import type { AppEnv } from "../context";
import { serveOutside } from "../outside-contract";
import { record } from "../record";

/**
 * Where the channel sends the seller back. The session cookie is SameSite=Lax, so it comes along on
 * this navigation; without it nobody can be connected to anything.
 */
export const oauthRoutes = new Hono<AppEnv>();

serveOutside(oauthRoutes, "GET /oauth/tiktok-shop/callback", async (c, viewer) => {
  const { services } = c.var;
  const { state, code: grant, error } = c.req.query();
  if (!state) return c.redirect(pageOf({ kind: "no_state" }));
  if (!viewer) return c.redirect(pageOf({ kind: "state_mismatch" }));
  const back = { state, ...(grant ? { code: grant } : {}), ...(error ? { error } : {}) };
  const outcome = await services.connections.endAuthorization(viewer, back);
  const code = outcome.kind === "failed" ? outcome.error.code : undefined;
  services.log.info("authorization.ended", { outcome: outcome.kind, code });
  if ("connectionId" in outcome) {
    const kind =
      outcome.kind === "connected"
        ? "channel.authorized"
        : (`channel.authorization_${outcome.kind}` as const);
    await record({ services, viewer }, outcome.connectionId, kind);
  }
  if (outcome.kind === "connected") {
    const row = await connectionOf(services.db, viewer.accountId, outcome.connectionId);
    checkAgain(services, row, ofChannel);
  }
  return c.redirect(pageOf(outcome));
});

/** Back into the wizard, or to the connection once it lives. */
function pageOf(outcome: AuthorizationOutcome): string {
  if (!("connectionId" in outcome)) return `/connections?authorization=${outcome.kind}`;
  const isGranted = outcome.kind === "connected" || outcome.kind === "choose_shop";
  const name = outcome.kind === "shop_taken" ? "taken" : outcome.kind;
  const query = new URLSearchParams({ authorization: isGranted ? "done" : name });
  if (outcome.kind === "failed") query.set("code", outcome.error.code);
  const page = outcome.kind === "connected" ? "" : "/setup";
  return `/connections/${outcome.connectionId}${page}?${query.toString()}`;
}
