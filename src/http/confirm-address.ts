/**
 * An address counts once its person pressed the link of a mail, in the browser that signed up or with the
 * password that was chosen there: whoever signs up with a stranger's address gets no account by that stranger's press.
 */
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";
import { addConfirmation, findConfirmation, takeConfirmation } from "../db/accounts/confirmations";
import { openAccount } from "../db/accounts/accounts";
import { passwordHashOf } from "../db/accounts/sessions";
import { verifyPassword } from "../lib/hash-password";
import { sha256 } from "../lib/sha256";
import type { AuthCall } from "./auth-call";
import type { AppServices } from "./context";
import { sendMail, tokenLink } from "./send-mail";

const TOKEN_LETTERS = 40;
const LIVES_MS = 24 * 3_600_000;

/** Sends the link that confirms the address of a person. */
export async function askToConfirm(
  services: AppServices,
  person: { id: string; email: string },
  { browser = "", language }: Pick<AuthCall, "browser" | "language">,
): Promise<void> {
  const { db, newId, now, randomText } = services;
  const token = randomText(TOKEN_LETTERS);
  const row = {
    id: newId("cfm"),
    tokenHash: await sha256(token),
    userId: person.id,
    browser,
    expiresAt: now() + LIVES_MS,
  };
  await addConfirmation(db, row, now());
  await sendMail(services, person.email, language, ({ confirmAddress: write }) =>
    write({ link: tokenLink(services, "/confirm-email", token) }),
  );
}

const Body = z.object({
  token: z.string().min(1).max(100),
  password: z.string().max(128).optional(),
});

/** The route of the sign-in service that confirms an address and begins the session. */
export function confirmAddress(services: AppServices, { browser }: Pick<AuthCall, "browser">) {
  const endpoint = createAuthEndpoint(
    "/confirm-email",
    { method: "POST", body: Body },
    async (ctx) => {
      const { token, password } = ctx.body;
      const found = await findConfirmation(services.db, await sha256(token), services.now());
      const user = found && (await ctx.context.internalAdapter.findUserById(found.userId));
      if (!found || !user) throw refusal("INVALID_TOKEN");
      const isSameBrowser = browser !== undefined && browser === found.browser;
      if (!isSameBrowser) await refuseStranger(services, user.id, password);
      if (!(await takeConfirmation(services.db, found))) throw refusal("INVALID_TOKEN");
      const ids = { accountId: services.newId("acc"), userId: user.id };
      await openAccount(services.db, ids, user.name, services.now());
      const session = await ctx.context.internalAdapter.createSession(user.id);
      if (session) await setSessionCookie(ctx, { session, user });
      return ctx.json({ ok: true });
    },
  );
  return { id: "confirm-address", endpoints: { confirmAddress: endpoint } };
}

/** In the shape of the sign-in service, which `answerAuth` turns into "auth.*". */
const refusal = (code: string) => new APIError("FORBIDDEN", { code, message: code });

/** Throws the refusals "PASSWORD_NEEDED" and "PROOF_WRONG". */
async function refuseStranger(services: AppServices, userId: string, password: string | undefined) {
  if (password === undefined) throw refusal("PASSWORD_NEEDED");
  const hash = await passwordHashOf(services.db, userId);
  if (hash === undefined || !(await verifyPassword(password, hash))) throw refusal("PROOF_WRONG");
}
