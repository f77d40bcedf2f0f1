/**
 * The few routes of the sign-in service that are open to the world; all others of it do not exist
 * here. Answers carry no token: the session lives in the cookie alone.
 */
import { Hono } from "hono";
import * as z from "zod";
import { Name } from "../contract/common";
import { forgetUnconfirmed } from "../db/accounts/confirmations";
import { findPerson } from "../db/accounts/people";
import { toAddress } from "../domain/accounts/invitation";
import { asSyncError, SyncError } from "../domain/errors/sync-error";
import { pickLanguage } from "../i18n/language";
import { sha256 } from "../lib/sha256";
import { readInvitationFor } from "../sync/accounts/accept-invitation";
import { isSecondFactor } from "../sync/accounts/second-factor";
import { confirmsAddresses, createAuth } from "./auth";
import type { AuthCall } from "./auth-call";
import { askToConfirm } from "./confirm-address";
import type { AppContext, AppEnv } from "./context";
import { readCookie, writeCookie } from "./cookies";
import { readDeps } from "./invitations";
import { deviceCookie, knownDevice } from "./known-device";
import { countNetworks, forgiveLogins, guardTry, mayMail, type Caller } from "./login-guard";
import { refuseWeak } from "./new-password";
import { serveOutside } from "./outside-contract";
import { recordOfPerson, type SecurityEvent } from "./record-of-person";
import { secondFactorOf } from "./second-factor";
import { readViewer } from "./middleware/require-session";

export const authRoutes = new Hono<AppEnv>();

const email = z.string().max(320);
const password = z.string().max(128);
const Login = z.object({ email, code: z.string().max(40).optional() });
const SignUp = z.object({
  email,
  password,
  name: Name,
  invitation: z.string().min(1).max(100).optional(),
});
const Reset = z.object({ email });
const NewPassword = z.object({ newPassword: password });
const ChangedPassword = NewPassword.extend({ currentPassword: password });

/** What the browser of a sign-up keeps until its address is confirmed. */
const BROWSER_COOKIE = "weft_browser";
const BROWSER_SECONDS = 24 * 3600;
const BROWSER_LETTERS = 40;

const addressOf = (c: AppContext) => c.req.header("cf-connecting-ip") ?? "local";

serveOutside(authRoutes, "POST /api/auth/sign-in/email", async (c) => {
  const { services } = c.var;
  const form = await readForm(c, Login);
  const device = await knownDevice(c, form.email);
  const caller = { address: addressOf(c), email: form.email, device };
  const { forgive } = await guardLogin(c, caller);
  const entry = { isRefused: false };
  const answer = await answerAuth(c, {
    async mayEnter(userId) {
      const factor = secondFactorOf(services, userId);
      if (!(await factor.find())?.isOn) return true;
      entry.isRefused = !form.code || !(await isSecondFactor(factor, form.code));
      return !entry.isRefused;
    },
  });
  services.log.info("auth.login", { status: answer.status });
  if (answer.ok) await forgive();
  await note(c, form.email, answer.ok ? "security.logged_in" : "security.login_failed");
  if (entry.isRefused)
    throw new SyncError("merchant", form.code ? "auth.code_wrong" : "auth.code_required");
  if (!answer.ok && (await isUnconfirmed(answer))) await sendAgain(c, caller, answer);
  if (answer.ok) answer.headers.append("set-cookie", await deviceCookie(c, form.email));
  return answer;
});

serveOutside(authRoutes, "POST /api/auth/sign-up/email", async (c) => {
  const { services } = c.var;
  const form = await readForm(c, SignUp);
  await guardTry(services, "sign-up", { address: addressOf(c), email: form.email });
  // Somebody whose link is closed is told so before an account of their own is made.
  if (form.invitation !== undefined)
    await readInvitationFor(readDeps(services), form.invitation, form.email);
  await refuseWeak(services, form.password, form);
  if (form.invitation !== undefined || !confirmsAddresses(services))
    return answerAuth(c, { invitation: form.invitation });
  await forgetUnconfirmed(services.db, toAddress(form.email));
  const kept = services.randomText(BROWSER_LETTERS);
  const answer = await answerAuth(c, { browser: await sha256(kept) }, { needsConfirmation: true });
  answer.headers.append("set-cookie", writeCookie(c, BROWSER_COOKIE, kept, BROWSER_SECONDS));
  return answer;
});

serveOutside(authRoutes, "POST /api/auth/confirm-email", async (c) => {
  await countNetworks(c.var.services, "confirm", addressOf(c));
  return answerAuth(c, { browser: await sha256(readCookie(c, BROWSER_COOKIE)) });
});

serveOutside(authRoutes, "POST /api/auth/request-password-reset", async (c) => {
  const form = await readForm(c, Reset);
  const caller = { address: addressOf(c), email: form.email };
  return (await mayMail(c.var.services, "reset", caller))
    ? answerAuth(c)
    : Response.json({ ok: true });
});

serveOutside(authRoutes, "POST /api/auth/reset-password", async (c) => {
  const { services } = c.var;
  await refuseWeak(services, (await readForm(c, NewPassword)).newPassword, {});
  return answerAuth(c, {
    async onReset(person) {
      await forgiveLogins(services, { address: addressOf(c), email: person.email });
      await note(c, person.email, "security.password_reset");
    },
  });
});

serveOutside(authRoutes, "POST /api/auth/change-password", async (c) => {
  const { services } = c.var;
  const form = await readForm(c, ChangedPassword);
  const { person } = await readViewer(services, c.req.raw.headers);
  if (!person) throw new SyncError("merchant", "auth.unauthenticated");
  const { forgive } = await guardTry(services, "login", {
    address: addressOf(c),
    email: person.email,
    device: person.sessionId,
  });
  await refuseWeak(services, form.newPassword, person);
  const answer = await answerAuth(c);
  if (!answer.ok) return answer;
  await forgive();
  await note(c, person.email, "security.password_changed");
  return answer;
});

serveOutside(authRoutes, "POST /api/auth/sign-out", (c) => answerAuth(c));

/** As `guardTry`; the person whose way in was closed for a while finds it in the activity. */
async function guardLogin(c: AppContext, caller: Caller) {
  try {
    return await guardTry(c.var.services, "login", caller);
  } catch (caught) {
    if (asSyncError(caught).code === "auth.too_many_tries")
      await note(c, caller.email, "security.locked");
    throw caught;
  }
}

/** A right password for an address that was never confirmed: the link is sent once more. */
async function sendAgain(c: AppContext, caller: Caller, answer: Response): Promise<void> {
  const { services } = c.var;
  const person = await findPerson(services.db, caller.email);
  if (!person || !(await mayMail(services, "confirm-mail", caller))) return;
  const kept = services.randomText(BROWSER_LETTERS);
  const language = pickLanguage(c.req.header("accept-language"));
  await askToConfirm(services, person, { browser: await sha256(kept), language });
  answer.headers.append("set-cookie", writeCookie(c, BROWSER_COOKIE, kept, BROWSER_SECONDS));
}

/** Throws SyncError("merchant", "request.invalid") with the names of the fields. */
async function readForm<T>(c: AppContext, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.raw
    .clone()
    .json()
    .catch(() => null);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join(".") || "email");
  throw new SyncError("merchant", "request.invalid", { fields: [...new Set(fields)] });
}

const note = (c: AppContext, address: string, kind: SecurityEvent) =>
  recordOfPerson(c.var.services, address, kind, {
    address: addressOf(c),
    browser: c.req.header("user-agent") ?? "",
  });

const isUnconfirmed = async (answer: Response): Promise<boolean> =>
  (await answer.clone().text()).includes("auth.email_not_verified");

/**
 * Success is `{"ok":true}` and what `more` says, with the cookies; a refusal is an ApiError with the code
 * "auth.*".
 */
async function answerAuth(
  c: AppContext,
  call: AuthCall = {},
  more: object = {},
): Promise<Response> {
  const language = pickLanguage(c.req.header("accept-language"));
  const answer = await createAuth(c.var.services, { language, ...call }).handler(c.req.raw);
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append("set-cookie", cookie);
  if (answer.ok) return Response.json({ ok: true, ...more }, { headers });
  const refusal = (await answer.json().catch(() => null)) as { code?: unknown } | null;
  const code =
    typeof refusal?.code === "string" ? `auth.${refusal.code.toLowerCase()}` : "auth.refused";
  return Response.json({ error: { code, facts: {} } }, { status: answer.status, headers });
}
