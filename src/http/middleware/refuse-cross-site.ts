import { createMiddleware } from "hono/factory";
import { SyncError } from "../../domain/errors/sync-error";
import type { AppContext, AppEnv } from "../context";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A change must come from our own pages and be JSON. Browsers always name the origin of a change;
 * a caller that names none is refused, not trusted.
 */
export const refuseCrossSite = createMiddleware<AppEnv>(async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method)) {
    if (!isOwnOrigin(c)) throw new SyncError("merchant", "request.forbidden_origin");
    const type = c.req.header("content-type") ?? "";
    if (!/^application\/json\s*(;|$)/i.test(type))
      throw new SyncError("merchant", "request.unsupported_type");
  }
  await next();
});

function isOwnOrigin(c: AppContext): boolean {
  const { publicUrl, isDevelopment } = c.var.services.settings;
  const site = c.req.header("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = c.req.header("origin");
  if (!origin) return site === "same-origin";
  const isLocal = isDevelopment && origin === new URL(c.req.url).origin;
  return isLocal || origin === new URL(publicUrl).origin;
}
