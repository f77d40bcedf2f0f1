import type { Context } from "hono";
import type { Mailer } from "../lib/mail";
import type { Services } from "../tasks/services";
import type { ConnectionActions } from "./connection-actions";

/** What the routes reach beyond the shared services. */
export interface AppServices extends Services {
  mailer: Mailer;
  connections: ConnectionActions;
  /** False when the edge limiter says it is enough for now. */
  mayTryLogin(key: string): Promise<boolean>;
  mayCallApi(key: string): Promise<boolean>;
  /** Work that outlives the answer. */
  inBackground(work: Promise<unknown>): void;
  assets: { fetch(request: Request): Promise<Response> };
}

/** The person behind a request; the account comes from here and from nowhere else. */
export interface Viewer {
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  accountId: string;
  accountName: string;
  role: "owner" | "admin";
}

export interface AppEnv {
  Bindings: Cloudflare.Env;
  Variables: { services: AppServices; viewer: Viewer; requestId: string };
}

export type AppContext = Context<AppEnv>;
