/**
 * The routes that are not part of the contract, because their callers are no pages of ours, and who may
 * call each. They are registered by this table alone, so a route that is in neither place does not exist.
 */
import type { Context, Hono } from "hono";
import { splitKey } from "../contract/route-key";
import { isAllowed, isRole, type Need, type Role } from "../domain/accounts/role";
import type { AppEnv, Viewer } from "./context";
import { readViewer } from "./middleware/require-session";

/** "signed": the route proves its caller by a signature or a code before it believes anything. */
const OUTSIDE_CONTRACT = {
  "POST /api/auth/sign-in/email": "anyone",
  "POST /api/auth/sign-up/email": "anyone",
  "POST /api/auth/request-password-reset": "anyone",
  "POST /api/auth/reset-password": "anyone",
  "POST /api/auth/confirm-email": "anyone",
  "POST /api/auth/change-password": "anyone",
  "POST /api/auth/sign-out": "anyone",
  "GET /api/openapi.json": "anyone",
  "GET /oauth/tiktok-shop/callback": "admin",
  "POST /webhooks/source/:connectionId": "signed",
  "POST /webhooks/source/:connectionId/pair": "signed",
  "POST /webhooks/source/:connectionId/credentials": "signed",
  "POST /webhooks/:platform": "signed",
  "GET /downloads/:file{[a-z-]+\\.zip}": "anyone",
  "GET /.well-known/security.txt": "anyone",
  "GET *": "anyone",
} as const satisfies Record<string, Need | "signed">;

type Table = typeof OUTSIDE_CONTRACT;
export type OutsideKey = keyof Table;
type Answered = Response | Promise<Response>;
type Asked<Key> = Key extends `${string} ${infer Path}` ? Context<AppEnv, Path> : never;

/** How a route is answered; where a role is needed, `viewer` is absent for whoever has not got it. */
type Answering<Key extends OutsideKey> = Table[Key] extends Role
  ? (c: Asked<Key>, viewer: Viewer | undefined) => Answered
  : (c: Asked<Key>) => Answered;

/** Registers a route of the table. One that needs a role refuses in its own way, often by a page. */
export function serveOutside<Key extends OutsideKey>(
  routes: Hono<AppEnv>,
  key: Key,
  answer: Answering<Key>,
): void {
  const { method, path } = splitKey(key);
  const need = OUTSIDE_CONTRACT[key];
  routes.on(method, [path], async (c) => {
    const { viewer } = isRole(need) ? await readViewer(c.var.services, c.req.raw.headers) : nobody;
    return answer(
      c as Asked<Key>,
      viewer && isRole(need) && isAllowed(viewer.role, need) ? viewer : undefined,
    );
  });
}

const nobody: { viewer?: Viewer } = {};
