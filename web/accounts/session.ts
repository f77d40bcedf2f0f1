import { computed, createModel, signal } from "@preact/signals";
import type { Reason } from "../../src/contract/common";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";

/** Who is signed in, and the way out; ways in are in sign-in.ts. Knows no page and no address. */
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

  /** Reads who came in by an answer that signs in. */
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
    enter,
    signOut: async () => {
      const result = await client.post("/api/auth/sign-out", {});
      if (result.ok) leave();
      return result;
    },
  };
});
