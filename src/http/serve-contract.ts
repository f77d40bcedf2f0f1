/**
 * Registers the routes of the contract on Hono. A request passes, in this order: the role its route
 * needs, the schema of its path parameters, the check that the connection is the caller's, the fresh proof
 * some routes need, the schemas of query and body, the handler. The caller is checked first, so a stranger learns nothing from how input
 * is judged.
 */
import { zValidator } from "@hono/zod-validator";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type * as z from "zod";
import { contract, type RouteKey } from "../contract/contract";
import type { RouteContract } from "../contract/route";
import { splitKey } from "../contract/route-key";
import { connectionOf, type ConnectionRow } from "../db/connections/connections";
import { isAllowed, isRole, type Role } from "../domain/accounts/role";
import { asSyncError, SyncError } from "../domain/errors/sync-error";
import { pickLanguage } from "../i18n/language";
import { wakeChecks } from "../tasks/run-checks";
import type { AppEnv, AppServices, Viewer } from "./context";
import { handlers } from "./handlers";
import { mustBeProven } from "./must-be-proven";

interface RouteEnv extends AppEnv {
  Variables: AppEnv["Variables"] & { viewer: Viewer; connection?: ConnectionRow };
}

/** What the validators of a route left behind; the handler's type says what it is. */
interface Checked {
  out: { param: unknown; query: unknown; json: unknown };
}

/**
 * Serves the routes that answer anyone, or those behind a session. Refusals are thrown as
 * SyncError("merchant", "auth.no_account" | "auth.forbidden" | "request.invalid" | "connection.not_found"),
 * a body that is no JSON as Hono's HTTPException 400.
 */
export function serveContract(app: Hono<AppEnv>, which: "anyone" | "session"): void {
  for (const [key, entry] of Object.entries<RouteContract>(contract)) {
    if ((entry.needs === "anyone") !== (which === "anyone")) continue;
    const { method, path } = splitKey(key);
    const handle = handlers[key as RouteKey] as (call: unknown) => Promise<unknown>;
    app.on(method, [path], ...checksOf(entry, path), async (c) => {
      const { services, person, connection } = (c as Context<RouteEnv>).var;
      const viewer = isRole(entry.needs) ? c.var.viewer : person;
      const { req } = c as Context<AppEnv, string, Checked>;
      const [params, query, body] = [req.valid("param"), req.valid("query"), req.valid("json")];
      const language = pickLanguage(c.req.header("accept-language"));
      const answer = await handle({ services, language, viewer, params, query, body, connection });
      if (connection && method !== "GET") renewChecks(services, connection.id);
      return answer instanceof Response ? answer : c.json(answer as object);
    });
  }
}

/** Whatever a request changed, the checks find by themselves; they only have to run. */
function renewChecks(services: AppServices, connectionId: string): void {
  const { log } = services;
  const woken = wakeChecks(services, connectionId).catch((caught: unknown) => {
    log.warn("checks.not_woken", { connectionId, code: asSyncError(caught).code });
  });
  services.inBackground(woken);
}

function checksOf(
  { needs, needsProof, params, query, body }: RouteContract,
  path: string,
): MiddlewareHandler[] {
  return [
    ...(isRole(needs) ? [requireRole(needs)] : []),
    ...(params ? [validate("param", params)] : []),
    ...(path.startsWith("/api/connections/:id") ? [findConnection] : []),
    ...(needsProof ? [requireProof] : []),
    ...(query ? [validate("query", query)] : []),
    ...(body ? [takeEmptyBody, validate("json", body)] : []),
  ];
}

/** Throws SyncError("merchant", "auth.no_account" | "auth.forbidden"). */
const requireRole = (need: Role) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { viewer } = c.var;
    if (!viewer) throw new SyncError("merchant", "auth.no_account", { email: c.var.person.email });
    if (!isAllowed(viewer.role, need)) throw new SyncError("merchant", "auth.forbidden");
    await next();
  });

/** Throws SyncError("merchant", "auth.proof_required"). */
const requireProof = createMiddleware<AppEnv>(async (c, next) => {
  mustBeProven(c.var.services, c.var.person);
  await next();
});

/** Throws SyncError("merchant", "request.invalid") with the names of the fields. */
function validate(target: "param" | "query" | "json", schema: z.ZodType): MiddlewareHandler {
  return zValidator(target, schema, (checked) => {
    if (checked.success) return;
    const fields = checked.error.issues.map((issue) => issue.path.join(".") || "body");
    throw new SyncError("merchant", "request.invalid", { fields: [...new Set(fields)] });
  });
}

/** Throws SyncError("merchant", "connection.not_found"), for a connection of another account as well. */
const findConnection = createMiddleware<RouteEnv>(async (c, next) => {
  const { services, viewer } = c.var;
  c.set("connection", await connectionOf(services.db, viewer.accountId, c.req.param("id") ?? ""));
  await next();
});

/** A change that needs no body may come without one. Hono keeps the body it read as a promise. */
const takeEmptyBody = createMiddleware(async (c, next) => {
  if ((await c.req.text()) === "") Object.assign(c.req.bodyCache, { text: Promise.resolve("{}") });
  await next();
});
