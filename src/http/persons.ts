/** What a person does about their own way in. */
import type { personRoutes, Security } from "../contract/persons";
import { findSecondFactor, removeSecondFactor } from "../db/accounts/second-factors";
import { endSessions, keepProof, listSessions, passwordHashOf } from "../db/accounts/sessions";
import { isProofFresh } from "../domain/accounts/proof";
import { SyncError } from "../domain/errors/sync-error";
import { verifyPassword } from "../lib/hash-password";
import {
  beginSecondFactor,
  confirmSecondFactor,
  isSecondFactor,
} from "../sync/accounts/second-factor";
import type { Handlers } from "./call";
import type { AppServices, Person } from "./context";
import { deletePersonBy } from "./deletions";
import { guardProof } from "./login-guard";
import { recordOfPerson, type SecurityEvent } from "./record-of-person";
import { secondFactorOf } from "./second-factor";

export const personHandlers: Handlers<typeof personRoutes> = {
  "DELETE /api/me": ({ services, viewer, body }) =>
    deletePersonBy(services, viewer, body.confirmEmail),

  "GET /api/me/proof": async ({ services, viewer }) => ({
    isFresh: isProofFresh(viewer.provenAt, services.now()),
  }),

  async "POST /api/me/proof"({ services, viewer, body }) {
    const { forgive } = await guardProof(services, viewer.userId);
    if (!(await isProof(services, viewer.userId, body.secret)))
      throw new SyncError("merchant", "auth.proof_wrong");
    await forgive();
    await keepProof(services.db, viewer.sessionId, services.now());
    return { isFresh: true };
  },

  "GET /api/me/security": ({ services, viewer }) => readSecurity(services, viewer),

  async "DELETE /api/me/sessions/:sessionId"({ services, viewer, params }) {
    const ended = await endSessions(services.db, viewer.userId, { only: params.sessionId });
    if (ended > 0) await note(services, viewer, "security.sessions_ended");
    return readSecurity(services, viewer);
  },

  async "POST /api/me/sessions/end-others"({ services, viewer }) {
    await endSessions(services.db, viewer.userId, { allBut: viewer.sessionId });
    await note(services, viewer, "security.sessions_ended");
    return readSecurity(services, viewer);
  },

  async "POST /api/me/second-factor"({ services, viewer }) {
    const secret = await beginSecondFactor(secondFactorOf(services, viewer.userId));
    const label = encodeURIComponent(`Weft:${viewer.email}`);
    return { secret, address: `otpauth://totp/${label}?secret=${secret}&issuer=Weft` };
  },

  async "POST /api/me/second-factor/confirm"({ services, viewer, body }) {
    const { forgive } = await guardProof(services, viewer.userId);
    const factor = secondFactorOf(services, viewer.userId);
    const recoveryCodes = await confirmSecondFactor(factor, body.code);
    await forgive();
    await note(services, viewer, "security.factor_on");
    return { recoveryCodes };
  },

  async "DELETE /api/me/second-factor"({ services, viewer }) {
    await removeSecondFactor(services.db, viewer.userId);
    await note(services, viewer, "security.factor_off");
    return readSecurity(services, viewer);
  },
};

/** The password, or a code of the authenticator where one is in use. */
async function isProof(services: AppServices, userId: string, secret: string): Promise<boolean> {
  const hash = await passwordHashOf(services.db, userId);
  if (hash !== undefined && (await verifyPassword(secret, hash))) return true;
  return isSecondFactor(secondFactorOf(services, userId), secret);
}

const note = (services: AppServices, { email }: Person, kind: SecurityEvent) =>
  recordOfPerson(services, email, kind, {});

async function readSecurity(services: AppServices, viewer: Person): Promise<Security> {
  const [sessions, factor] = await Promise.all([
    listSessions(services.db, viewer.userId),
    findSecondFactor(services.db, viewer.userId),
  ]);
  const isOn = factor !== undefined && factor.confirmedAt !== null;
  return {
    sessions: sessions.map(({ id, ipAddress, userAgent, createdAt, updatedAt }) => ({
      id,
      isCurrent: id === viewer.sessionId,
      browser: userAgent ?? "",
      address: ipAddress ?? "",
      signedInAt: createdAt.getTime(),
      lastUsedAt: updatedAt.getTime(),
    })),
    hasSecondFactor: isOn,
    recoveryCodes: isOn ? factor.recovery.length : 0,
  };
}
