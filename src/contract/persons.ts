/** What a person does about their own way in: proofs, sessions, authenticator. */
import * as z from "zod";
import { defineRoutes } from "./route";

export const personRoutes = defineRoutes({
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
});
