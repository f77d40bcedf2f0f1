import * as z from "zod";
import type { LedgerKind } from "../kind";

const Parameters = z.object({});

/** Has the ledger ask the channel for changed orders now. */
export const refreshOrders: LedgerKind<z.infer<typeof Parameters>> = {
  runs: "ledger",
  parameters: Parameters,
  start: (services, connectionId, taskId) => services.ledger(connectionId).pollOrders(taskId),
};
