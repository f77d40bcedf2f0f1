import { computed, createModel, signal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";

export interface NewAccount {
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

/** Who is signed in; signing in and out. Knows no page and no address. */
export const SessionModel = createModel((client: Client) => {
  const me = createResource(() => client.call("GET /api/me"));
  const hasEnded = signal(false);
  const state = computed<"loading" | "guest" | "outsider" | "member" | "failed">(() => {
    if (hasEnded.value) return "guest";
    if (me.value.value) return "member";
    if (!me.error.value) return "loading";
    const { code } = me.error.value;
    // Signed in, and removed from the account.
    if (code === "auth.no_account") return "outsider";
    return code.startsWith("auth.") ? "guest" : "failed";
  });
  const error = computed<Reason | null>(() => me.error.value);

  const enter = async (result: Result<unknown>): Promise<Result<unknown>> => {
    if (!result.ok) return result;
    hasEnded.value = false;
    await me.reload();
    // A password may be right and the person belong to no account any more.
    return me.error.value ? { ok: false, status: 0, error: me.error.value } : result;
  };
  const leave = () => {
    me.clear();
    hasEnded.value = true;
  };

  return {
    me: me.value,
    state,
    error,
    load: me.reload,
    leave,
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
    signOut: async () => {
      const result = await client.post("/api/auth/sign-out", {});
      if (result.ok) leave();
      return result;
    },
    join: async (token: string) =>
      enter(await client.call("POST /api/invitations/accept", { body: { token } })),
    requestReset: (email: string) =>
      client.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" }),
    resetPassword: (newPassword: string, token: string) =>
      client.post("/api/auth/reset-password", { newPassword, token }),
  };
});
