/** What a person does about their own way in: proofs, sessions, authenticator. */
import * as z from "zod";
import { Count, EpochMs, Id, NoBody } from "./common";
import { defineRoutes } from "./route";

const Code = z.string().trim().min(6).max(40);
const Security = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        isCurrent: z.boolean(),
        browser: z.string(),
        address: z.string(),
        signedInAt: EpochMs,
        lastUsedAt: EpochMs.describe("To the day."),
      }),
    ),
    hasSecondFactor: z.boolean(),
    recoveryCodes: Count.describe("How many were not used."),
  })
  .meta({ id: "Security" });
export type Security = z.infer<typeof Security>;

export const personRoutes = defineRoutes({
  "DELETE /api/me": {
    name: "deletePerson",
    summary: "Delete the caller's login; the last owner of an account cannot",
    needs: "signedIn",
    needsProof: true,
    body: z.object({
      confirmEmail: z.string().max(320).describe("The caller's e-mail, as a confirmation."),
    }),
    answer: z.object({ deleted: z.literal(true) }),
  },
  "GET /api/me/proof": {
    name: "readProof",
    summary: "Read whether password or code was given lately enough for what needs it",
    needs: "signedIn",
    answer: z.object({ isFresh: z.boolean() }),
  },
  "POST /api/me/proof": {
    name: "giveProof",
    summary: "Give password or code again, which counts for ten minutes",
    needs: "signedIn",
    body: z.object({ secret: z.string().min(1).max(128).describe("Password or code.") }),
    answer: z.object({ isFresh: z.literal(true) }),
  },
  "GET /api/me/security": {
    name: "readSecurity",
    summary: "Read the caller's sessions and whether an authenticator is in use",
    needs: "signedIn",
    answer: Security,
  },
  "DELETE /api/me/sessions/:sessionId": {
    name: "endSession",
    summary: "End one of the caller's sessions",
    needs: "signedIn",
    params: z.object({ sessionId: Id.brand<"SessionId">() }),
    body: NoBody,
    answer: Security,
  },
  "POST /api/me/sessions/end-others": {
    name: "endOtherSessions",
    summary: "End all sessions of the caller but this one",
    needs: "signedIn",
    body: NoBody,
    answer: Security,
  },
  "POST /api/me/second-factor": {
    name: "beginSecondFactor",
    summary: "Get the secret to put into an authenticator app; it counts once confirmed",
    needs: "signedIn",
    needsProof: true,
    body: NoBody,
    answer: z.object({
      secret: z.string(),
      address: z.string().describe("The same as an address that apps open or read as a picture."),
    }),
  },
  "POST /api/me/second-factor/confirm": {
    name: "confirmSecondFactor",
    summary: "Switch the authenticator on by a code of it",
    needs: "signedIn",
    body: z.object({ code: Code }),
    answer: z.object({
      recoveryCodes: z.array(z.string()).describe("Each lets in once; shown here alone."),
    }),
  },
  "DELETE /api/me/second-factor": {
    name: "removeSecondFactor",
    summary: "Switch the authenticator off",
    needs: "signedIn",
    needsProof: true,
    body: NoBody,
    answer: Security,
  },
});
