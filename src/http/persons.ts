/** What a person does about their own way in. */
import type { personRoutes } from "../contract/persons";
import { keepProof, passwordHashOf } from "../db/accounts/sessions";
import { isProofFresh } from "../domain/accounts/proof";
import { SyncError } from "../domain/errors/sync-error";
import { verifyPassword } from "../lib/hash-password";
import type { Handlers } from "./call";
import { guardProof } from "./login-guard";

export const personHandlers: Handlers<typeof personRoutes> = {
  "GET /api/me/proof": async ({ services, viewer }) => ({
    isFresh: isProofFresh(viewer.provenAt, services.now()),
  }),

  async "POST /api/me/proof"({ services, viewer, body }) {
    const { db, now } = services;
    const { forgive } = await guardProof(services, viewer.userId);
    const hash = await passwordHashOf(db, viewer.userId);
    const isRight = hash !== undefined && (await verifyPassword(body.secret, hash));
    if (!isRight) throw new SyncError("merchant", "auth.proof_wrong");
    await forgive();
    await keepProof(db, viewer.sessionId, now());
    return { isFresh: true };
  },
};
