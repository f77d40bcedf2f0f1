/**
 * Sign-up, login, sessions and password reset, by better-auth over our own tables and our own
 * hash. Which of its routes are open to the world is decided in routes/auth.ts, not here.
 */
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { openAccount } from "../db/accounts/accounts";
import { authAccount, authSession, authUser, authVerification } from "../db/schema/accounts";
import { asSyncError } from "../domain/errors/sync-error";
import { pickLanguage, type Language } from "../i18n/language";
import { serverCatalogue } from "../i18n/server-catalogue";
import { hashPassword, verifyPassword } from "../lib/hash-password";
import type { AppServices } from "./context";
import { acceptBy } from "./invitations";

export const MIN_PASSWORD_LENGTH = 10;
const SESSION_SECONDS = 14 * 24 * 3600;
const SESSION_RENEW_SECONDS = 24 * 3600;
const RESET_SECONDS = 3600;

/** `invitation`: the token of a mail that a person signs up by, who then joins the account that invited. */
export function createAuth(services: AppServices, invitation?: string) {
  const { settings, db } = services;
  return betterAuth({
    baseURL: settings.publicUrl,
    basePath: "/api/auth",
    secret: settings.authSecret,
    // A developer opens the same machine under either name.
    trustedOrigins: settings.isDevelopment
      ? [settings.publicUrl, "http://localhost:*", "http://127.0.0.1:*"]
      : [settings.publicUrl],
    database: drizzleAdapter(db, {
      provider: "sqlite",
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
      },
      // D1 has no interactive transactions.
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => verifyPassword(password, hash),
      },
      sendResetPassword: ({ user, token }, request) =>
        sendResetMail(services, user.email, token, languageOf(request)),
    },
    databaseHooks: {
      user: {
        create: {
          after: (user) => enterAccount(services, user, invitation),
        },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEW_SECONDS,
      additionalFields: { provenAt: { type: "number", required: false, input: false } },
    },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      ...cookieOptions(settings.publicUrl),
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      backgroundTasks: { handler: services.inBackground },
      database: { validateSchema: false },
    },
    // Our own limits count across locations; its log lines would carry addresses.
    rateLimit: { enabled: false },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

/**
 * The account of a person who has just signed up: the one that invited them, else one of their own. An
 * invitation that was taken back while the form was sent leaves an ordinary sign-up.
 */
async function enterAccount(
  services: AppServices,
  user: { id: string; name: string; email: string },
  invitation: string | undefined,
): Promise<void> {
  const { db, newId, now, log } = services;
  try {
    if (invitation !== undefined)
      return await acceptBy(services, invitation, { userId: user.id, email: user.email });
  } catch (caught) {
    log.warn("auth.invitation_lost", { code: asSyncError(caught).code });
  }
  await openAccount(db, { accountId: newId("acc"), userId: user.id }, user.name, now());
}

const isHttps = (publicUrl: string) => publicUrl.startsWith("https://");

/** `__Host-` pins the cookie to this very host; browsers refuse it on plain http. */
const cookiePrefix = (publicUrl: string) => (isHttps(publicUrl) ? "__Host-" : "");

/** The name of the cookie that holds the session. */
export const sessionCookie = (publicUrl: string) => `${cookiePrefix(publicUrl)}weft_session`;

function cookieOptions(publicUrl: string) {
  const attributes = {
    secure: isHttps(publicUrl),
    httpOnly: true,
    sameSite: "lax",
    path: "/",
  } as const;
  return {
    useSecureCookies: false,
    cookies: {
      session_token: { name: sessionCookie(publicUrl), attributes },
      dont_remember: { name: `${cookiePrefix(publicUrl)}weft_brief`, attributes },
    },
  };
}

/** The account holds no language yet, so the browser's preference decides. */
const languageOf = (request: Request | undefined): Language =>
  pickLanguage(request?.headers.get("accept-language"));

async function sendResetMail(
  services: AppServices,
  recipient: string,
  token: string,
  language: Language,
) {
  const link = new URL("/reset-password", services.settings.publicUrl);
  link.searchParams.set("token", token);
  const { mails } = serverCatalogue(language);
  const mail = { recipient, ...mails.passwordReset({ link: link.href }) };
  // The answer is the same whether the address exists or not, so it reveals neither.
  await services.mailer.send(mail).catch((caught: unknown) => {
    services.log.error("mail.unsent", { code: asSyncError(caught).code });
  });
}
