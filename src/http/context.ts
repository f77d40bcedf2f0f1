import type { Context } from "hono";
import type { Role } from "../domain/accounts/role";
import type { Mailer } from "../lib/mail";
import type { Services } from "../tasks/services";
import type { ConnectionActions } from "./connection-actions";
import type { Senders } from "./webhooks/senders";

/** What the routes reach beyond the shared services. */
export interface AppServices extends Services {
  mailer: Mailer;
  connections: ConnectionActions;
  /** What this isolate remembers of those who send events. */
  senders: Senders;
  /** False when the edge limiter says it is enough for now. */
  mayTryLogin(key: string): Promise<boolean>;
  mayCallApi(key: string): Promise<boolean>;
  assets: { fetch(request: Request): Promise<Response> };
}

/** The person of a session. */
export interface Person {
  userId: string;
  sessionId: string;
  /** When they gave password or code last in this session, epoch ms. */
  provenAt: number;
  name: string;
  email: string;
}

/** The person behind a request, and the account; it comes from here and from nowhere else. */
export interface Viewer extends Person {
  accountId: string;
  accountName: string;
  role: Role;
}

export interface AppEnv {
  Bindings: Cloudflare.Env;
  /** Behind `requireSession` there is a person; whoever was removed from an account is no viewer. */
  Variables: { services: AppServices; person: Person; viewer?: Viewer; requestId: string };
}

export type AppContext = Context<AppEnv>;
