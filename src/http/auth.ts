/**
 * Sign-up, login, sessions and password reset, by better-auth over our own tables and our own
 * hash. Which of its routes are open to the world is decided in routes/auth.ts, not here.
 */
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { openAccount } from "../db/accounts/accounts";
import { forgetLinks } from "../db/accounts/confirmations";
import { authAccount, authSession, authUser, authVerification } from "../db/schema/accounts";
import { asSyncError } from "../domain/errors/sync-error";
import { MIN_PASSWORD_LENGTH, type AuthCall } from "./auth-call";
import { askToConfirm, confirmAddress } from "./confirm-address";
import { cookiePrefix, isHttps } from "./cookies";
import { sendMail, tokenLink } from "./send-mail";
import { hashPassword, verifyPassword } from "../lib/hash-password";
import { onceFor } from "../lib/once-for";
import type { AppServices } from "./context";
import { acceptBy } from "./invitations";

const SESSION_SECONDS = 14 * 24 * 3600;
const SESSION_RENEW_SECONDS = 24 * 3600;
const RESET_SECONDS = 3600;

/** A session that is used is renewed once a day. `expiresAt`, `now`: epoch ms. */
export const isRenewalDue = (expiresAt: number, now: number): boolean =>
  expiresAt - SESSION_SECONDS * 1000 + SESSION_RENEW_SECONDS * 1000 <= now;

/** An address is confirmed by a mail, so only where mail can be sent; an invitation was such a mail. */
export const confirmsAddresses = ({ settings }: Pick<AppServices, "settings">): boolean =>
  settings.mailFrom !== "" || settings.isDevelopment;

export function createAuth(services: AppServices, call: AuthCall = {}) {
  const { settings, db } = services;
  const { invitation } = call;
  const isConfirmed = invitation !== undefined || !confirmsAddresses(services);
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
      requireEmailVerification: !isConfirmed,
      onPasswordReset: async ({ user }) => {
        await forgetLinks(db, user.id);
        await call.onReset?.(user);
      },
      onExistingUserSignUp: ({ user }) =>
        sendMail(services, user.email, call.language, ({ accountExists }) =>
          accountExists({ link: new URL("/login", settings.publicUrl).href }),
        ),
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => verifyPassword(password, hash),
      },
      sendResetPassword: ({ user, token }) =>
        sendMail(services, user.email, call.language, ({ passwordReset }) =>
          passwordReset({ link: tokenLink(services, "/reset-password", token) }),
        ),
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) =>
            invitation === undefined ? undefined : { data: { ...user, emailVerified: true } },
          after: (user) =>
            isConfirmed
              ? enterAccount(services, user, invitation)
              : askToConfirm(services, user, call),
        },
      },
      session: {
        create: {
          before: async ({ userId }) => (await call.mayEnter?.(userId)) ?? undefined,
        },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEW_SECONDS,
      additionalFields: { provenAt: { type: "number", required: false, input: false } },
    },
    // Its own links would be signed tokens; ours are random and good once.
    emailVerification: { sendOnSignUp: false },
    verification: { storeIdentifier: "hashed" },
    plugins: [confirmAddress(services, call)],
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

/** For requests that say nothing of themselves: made once, as its making costs more than what it answers. */
export const authOf = onceFor((services: AppServices) => createAuth(services));

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
