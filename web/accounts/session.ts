import { computed, createModel, signal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

/** Who is signed in; signing in and out. Knows no page and no address. */
export const SessionModel = createModel((client: Client) => {
  const me = createResource(() => client.call("GET /api/me"));
  const hasEnded = signal(false);
  const state = computed<"loading" | "guest" | "member" | "failed">(() => {
    if (hasEnded.value) return "guest";
    if (me.value.value) return "member";
    if (!me.error.value) return "loading";
    return me.error.value.code.startsWith("auth.") ? "guest" : "failed";
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
    signUp: async (account: NewAccount) =>
      enter(await client.post("/api/auth/sign-up/email", account)),
    signIn: async (email: string, password: string) =>
      enter(await client.post("/api/auth/sign-in/email", { email, password })),
    signOut: async () => {
      const result = await client.post("/api/auth/sign-out", {});
      if (result.ok) leave();
      return result;
    },
    requestReset: (email: string) =>
      client.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" }),
    resetPassword: (newPassword: string, token: string) =>
      client.post("/api/auth/reset-password", { newPassword, token }),
  };
});
