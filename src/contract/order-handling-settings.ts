import * as z from "zod";
import { ROLES } from "../domain/accounts/role";
import { setting } from "./settings-table";

const MEMBERS = ROLES;

/** Rows of the connection's settings: what happens to orders by itself. */
export const orderHandling = {
  writesDelivered: setting({
    schema: z
      .boolean()
      .describe("Whether the store's order is set to delivered once the channel has delivered it."),
    fallback: false,
    changedBy: MEMBERS,
  }),
  retriesOrders: setting({
    schema: z
      .boolean()
      .describe(
        "Whether an order that the store fails to take is tried again after 10, 20 and 30 minutes.",
      ),
    fallback: true,
    changedBy: MEMBERS,
  }),
  archivesCancelled: setting({
    schema: z.boolean().describe("Whether orders go to the archive once they are cancelled."),
    fallback: false,
    changedBy: MEMBERS,
  }),
};
