import type { Client, Result } from "../api/client";
import { useApp } from "../shell/app";
import type { SessionModel } from "./session";

interface NewAccount {
  name: string;
  email: string;
  password: string;
  /** The token of the mail that asked the person to join an account. */
  invitation?: string;
}

/** Whether a sign-up waits for the link of a mail. */
export function needsConfirmation(result: Result<unknown>): boolean {
  return result.ok && (result.value as { needsConfirmation?: boolean }).needsConfirmation === true;
}

/** Signing in, and what changes it; apart from the session, because few pages need them. */
function signInCalls(client: Client, { enter }: Pick<InstanceType<typeof SessionModel>, "enter">) {
  return {
    /** `needsConfirmation` of the answer: a mail is on its way, and nobody is signed in yet. */
    signUp: async (account: NewAccount) => {
      const result = await client.post("/api/auth/sign-up/email", account);
      return needsConfirmation(result) ? result : enter(result);
    },
    confirm: async (token: string, password: string) =>
      enter(await client.post("/api/auth/confirm-email", { token, ...(password && { password }) })),
    signIn: async (email: string, password: string, code: string) =>
      enter(
        await client.post("/api/auth/sign-in/email", { email, password, ...(code && { code }) }),
      ),
    changePassword: (currentPassword: string, newPassword: string) =>
      client.post("/api/auth/change-password", {
        currentPassword,
        newPassword,
        revokeOtherSessions: true,
      }),
    join: async (token: string) =>
      enter(await client.call("POST /api/invitations/accept", { body: { token } })),
    requestReset: (email: string) =>
      client.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" }),
    resetPassword: (newPassword: string, token: string) =>
      client.post("/api/auth/reset-password", { newPassword, token }),
  };
}

export function useSignIn(): ReturnType<typeof signInCalls> {
  const { client, session } = useApp();
  return signInCalls(client, session);
}
