import * as z from "zod";
import { ROLES } from "../domain/accounts/role";
import { defineRoutes } from "./route";

/** What a person may be in an account. */
export const Role = z.enum(ROLES);

export const Me = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    account: z.object({ id: z.string(), name: z.string() }),
    role: Role,
    development: z
      .object({ outboxPath: z.string(), simulatorUrl: z.string() })
      .optional()
      .describe("In development only: where mails end up, and the simulated shops."),
  })
  .meta({ id: "Me" });

export const accountRoutes = defineRoutes({
  "GET /api/me": {
    name: "readMe",
    summary: "Read who is signed in, and for which account",
    needs: "admin",
    answer: Me,
  },
  "GET /api/markets": {
    name: "listMarkets",
    summary: "List the markets a channel can be authorised in",
    needs: "admin",
    answer: z.object({ markets: z.array(z.object({ code: z.string(), label: z.string() })) }),
  },
});
