import * as z from "zod";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { SyncedOrder } from "../../sync/ledger-api";
import type { ItemKind } from "../kind";
import { eachKey } from "./each-key";

/** The channel's ids of orders. */
const Parameters = z.object({ orderIds: z.array(z.string()) });

const PAGE = 100;

/** Has the ledger make each of these orders in the store now. */
export const syncMissedOrders: ItemKind<z.infer<typeof Parameters>> = {
  runs: "items",
  parameters: Parameters,
  perMessage: 5,
  page: async ({ parameters }, after) =>
    parameters.orderIds
      .filter((id) => id > after)
      .toSorted()
      .slice(0, PAGE)
      .map((id) => ({ key: id, label: id })),
  run: ({ services, connection }, keys) =>
    eachKey(keys, async (orderId) =>
      toOutcome(await services.ledger(connection.id).syncOrder(orderId)),
    ),
};

function toOutcome({ state, reason }: SyncedOrder): ItemOutcome {
  switch (state) {
    case "imported":
      return { state: "done", reasons: [] };
    case "stopped":
      return { state: "failed", reasons: reason ? [reason] : [] };
    case "waiting":
      return { state: "skipped", reasons: [{ code: "order.sync_waits", facts: {} }] };
    case "left":
      return { state: "skipped", reasons: [{ code: "order.not_due", facts: {} }] };
  }
}
