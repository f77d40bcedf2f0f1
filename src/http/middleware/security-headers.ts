import { createMiddleware } from "hono/factory";
import type { Settings } from "../../settings";
import type { AppEnv } from "../context";

/** One year, as the preload lists ask for. */
const HSTS = "max-age=31536000; includeSubDomains";

/** The pages copy texts, and need nothing else of the device. */
const PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

/** Names the one script that stands in a page, as the build wrote it: "sha256-…". */
const SCRIPT = "x-script";
const HASH = /^sha256-[\w+/]{43}=$/;

/** Headers of every answer, pages included; nothing of /api is ever kept by a cache. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const headers = c.res.headers;
  const script = headers.get(SCRIPT);
  headers.delete(SCRIPT);
  headers.set("content-security-policy", contentPolicy(c.var.services.settings, script));
  headers.set("strict-transport-security", HSTS);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", PERMISSIONS);
  headers.set("x-frame-options", "DENY");
  headers.set("x-request-id", c.var.requestId);
  if (c.req.path.startsWith("/api/")) headers.set("cache-control", "no-store");
});

function contentPolicy({ isDevelopment, simulatorUrl }: Settings, script: string | null): string {
  const local = isDevelopment && simulatorUrl ? ` ${new URL(simulatorUrl).origin}` : "";
  return [
    "default-src 'self'",
    ...(script && HASH.test(script) ? [`script-src 'self' '${script}'`] : []),
    `img-src 'self' https: data:${local}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
