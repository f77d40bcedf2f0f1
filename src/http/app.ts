/**
 * The web side: what every request goes through, in order, and where it is answered. Business is
 * in the routes; who may call them stands in the contract, or in `outside-contract.ts`.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import { SyncError } from "../domain/errors/sync-error";
import { asSyncError } from "../domain/errors/sync-error";
import type { AppContext, AppEnv, AppServices } from "./context";
import { refuseForeignHost } from "./middleware/refuse-foreign-host";
import { refuseCrossSite } from "./middleware/refuse-cross-site";
import { requireSession } from "./middleware/require-session";
import { securityHeaders } from "./middleware/security-headers";
import { oauthRoutes } from "./oauth/callback";
import { serveOutside } from "./outside-contract";
import { serveContract } from "./serve-contract";
import { serveOpenApi } from "./serve-openapi";
import { authRoutes } from "./auth-routes";
import { toApiError } from "./to-api-error";
import { serveSecurityText } from "./security-txt";
import { serveDownload } from "./serve-download";
import { storeModuleRoutes } from "./webhooks/module-routes";
import { webhookRoutes } from "./webhooks/webhook-routes";

/** No page sends more, and neither does an honest webhook. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A picture of 5 MB as base64. */
const MAX_PICTURE_BODY_BYTES = 7 * 1024 * 1024;
/** A code, or a key, in a small JSON object. */
const MAX_MODULE_BODY_BYTES = 16 * 1024;
const MODULE_PATH = /^\/webhooks\/source\/[^/]+\/(pair|credentials)$/;
const PICTURE_PATH = /^\/api\/connections\/[^/]+\/(products\/[^/]+\/size-chart|size-charts)$/;
/** A document of 10 MB as base64. */
const MAX_DOCUMENT_BODY_BYTES = 14 * 1024 * 1024;
const DOCUMENT_PATH = /^\/api\/connections\/[^/]+\/certificate-files$/;

export function createApp(compose: (env: Cloudflare.Env) => AppServices): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    const services = compose(c.env);
    c.set("requestId", c.req.header("cf-ray") ?? services.randomText(16));
    c.set("services", services);
    await next();
  });
  app.use(securityHeaders);
  app.use(refuseForeignHost);
  const limitBody = bodyOf(MAX_BODY_BYTES);
  const limitPicture = bodyOf(MAX_PICTURE_BODY_BYTES);
  const limitDocument = bodyOf(MAX_DOCUMENT_BODY_BYTES);
  const limitModule = bodyOf(MAX_MODULE_BODY_BYTES);
  app.use((c, next) => {
    if (PICTURE_PATH.test(c.req.path)) return limitPicture(c, next);
    if (DOCUMENT_PATH.test(c.req.path)) return limitDocument(c, next);
    return (MODULE_PATH.test(c.req.path) ? limitModule : limitBody)(c, next);
  });
  app.onError((caught, c) => answerError(caught, c));

  app.route("/", storeModuleRoutes);
  app.route("/", webhookRoutes);
  app.route("/", oauthRoutes);

  app.use("/api/*", refuseCrossSite);
  app.route("/", authRoutes);
  serveContract(app, "anyone");
  serveOutside(app, "GET /api/openapi.json", serveOpenApi);
  app.use("/api/*", requireSession);
  app.use("/api/*", async (c, next) => {
    if (!(await c.var.services.mayCallApi(c.var.person.userId)))
      throw new SyncError("merchant", "request.rate_limited", { retryAfterMs: 60_000 });
    await next();
  });
  serveContract(app, "session");

  app.all("/api/*", () => {
    throw new SyncError("merchant", "route.not_found");
  });
  serveOutside(app, "GET /downloads/:file{[a-z-]+\\.zip}", serveDownload);
  serveOutside(app, "GET /.well-known/security.txt", serveSecurityText);
  serveOutside(app, "GET *", servePage);
  return app;
}

/** Files and the single page; a copy, because the headers of an asset cannot be changed. */
async function servePage(c: AppContext): Promise<Response> {
  // No page has such an address; whoever asks for one searches for files that were left lying about.
  if (/\/\./.test(c.req.path)) throw new SyncError("merchant", "route.not_found");
  const file = await c.var.services.assets.fetch(c.req.raw);
  return new Response(file.body, file);
}

/** Refuses a longer body before it is read. */
function bodyOf(maxSize: number) {
  const refuse = (): never => {
    throw new SyncError("merchant", "request.too_large", { limit: maxSize });
  };
  return bodyLimit({ maxSize, onError: refuse });
}

/** The one refusal of Hono's own that can happen: a body that is no JSON. */
function fromHono(thrown: HTTPException): Error {
  return thrown.status === 400 ? new SyncError("merchant", "request.not_json") : thrown;
}

/** Without services the Worker could not start; the platform then reports what was thrown. */
function answerError(thrown: unknown, c: AppContext): Response {
  const { services }: Partial<AppEnv["Variables"]> = c.var;
  if (!services) throw thrown;
  const { requestId } = c.var;
  const caught = thrown instanceof HTTPException ? fromHono(thrown) : thrown;
  const { status, body, retryAfterMs } = toApiError(caught, requestId);
  const error = asSyncError(caught);
  if (error.remedy === "defect")
    services.log.error("http.defect", {
      code: error.code,
      reason: String(error.facts["reason"] ?? ""),
      route: routePath(c),
      requestId,
    });
  if (retryAfterMs !== undefined)
    c.header("retry-after", String(Math.ceil(Math.max(retryAfterMs, 1000) / 1000)));
  return c.json(body, status);
}
