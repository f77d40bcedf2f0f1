/**
 * The few routes of the sign-in service that are open to the world; all others of it do not exist
 * here. Answers carry no token: the session lives in the cookie alone.
 */
import { Hono } from "hono";
import * as z from "zod";
import { SyncError } from "../domain/errors/sync-error";
import { createAuth } from "./auth";
import type { AppContext, AppEnv } from "./context";
import { readInvitationFor } from "../sync/accounts/accept-invitation";
import { readDeps } from "./invitations";
import { guardTry } from "./login-guard";
import { serveOutside } from "./outside-contract";

const GUARDED = [
  { key: "POST /api/auth/sign-in/email", purpose: "login" },
  { key: "POST /api/auth/sign-up/email", purpose: "sign-up" },
  { key: "POST /api/auth/request-password-reset", purpose: "reset" },
] as const;
const OPEN = ["POST /api/auth/sign-out", "POST /api/auth/reset-password"] as const;

export const authRoutes = new Hono<AppEnv>();

for (const { key, purpose } of GUARDED)
  serveOutside(authRoutes, key, async (c) => {
    const { email, invitation } = await readForm(c);
    const address = c.req.header("cf-connecting-ip") ?? "local";
    const { forgive } = await guardTry(c.var.services, purpose, address, email);
    // Somebody whose link is closed is told so before an account of their own is made.
    const token = purpose === "sign-up" ? invitation : undefined;
    if (token !== undefined) await readInvitationFor(readDeps(c.var.services), token, email);
    const answer = await answerAuth(c, token);
    if (answer.ok && purpose === "login") await forgive();
    c.var.services.log.info(`auth.${purpose}`, { status: answer.status });
    return answer;
  });
for (const key of OPEN) serveOutside(authRoutes, key, (c) => answerAuth(c));

const Form = z.object({
  email: z.string().max(320),
  invitation: z.string().min(1).max(100).optional(),
});

async function readForm(c: AppContext): Promise<z.infer<typeof Form>> {
  const body: unknown = await c.req.raw
    .clone()
    .json()
    .catch(() => null);
  const parsed = Form.safeParse(body);
  if (!parsed.success) throw new SyncError("merchant", "request.invalid", { fields: ["email"] });
  return parsed.data;
}

/** Success is `{"ok":true}` with the cookies; a refusal is an ApiError with the code "auth.*". */
async function answerAuth(c: AppContext, invitation?: string): Promise<Response> {
  const answer = await createAuth(c.var.services, invitation).handler(c.req.raw);
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
  if (answer.ok) return Response.json({ ok: true }, { headers });
  const refusal = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  const code =
    typeof refusal?.code === "string" ? `auth.${refusal.code.toLowerCase()}` : "auth.refused";
  return Response.json({ error: { code, facts: {} } }, { status: answer.status, headers });
}
