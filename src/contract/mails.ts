import * as z from "zod";
import { EpochMs } from "./common";
import { defineRoutes } from "./route";

export const mailRoutes = defineRoutes({
  "GET /api/outbox": {
    name: "listMails",
    summary: "List the mails that were not sent but kept; in development only",
    needs: "anyone",
    answer: z.object({
      mails: z.array(
        z.object({
          id: z.string(),
          recipient: z.string(),
          subject: z.string(),
          body: z.string(),
          at: EpochMs,
        }),
      ),
    }),
  },
});
