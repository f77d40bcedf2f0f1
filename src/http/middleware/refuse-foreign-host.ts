import { createMiddleware } from "hono/factory";
import { SyncError } from "../../domain/errors/sync-error";
import type { AppEnv } from "../context";

const OWN_NAMES = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * A developer's machine answers by its own names only: a page on the web may point a name of its own at
 * this machine, and the browser then takes both for one site (DNS rebinding).
 */
export const refuseForeignHost = createMiddleware<AppEnv>(async (c, next) => {
  const { isDevelopment, publicUrl } = c.var.services.settings;
  const { hostname } = new URL(c.req.url);
  if (isDevelopment && !OWN_NAMES.has(hostname) && hostname !== new URL(publicUrl).hostname)
    throw new SyncError("merchant", "request.forbidden_host");
  await next();
});
