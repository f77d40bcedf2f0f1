import * as z from "zod";
import { MISSED_WHYS } from "../domain/orders/missed-order";
import { Count, EpochMs, Id, Minor, Next, OfConnection, Reason, StartedTask } from "./common";
import { defineRoutes } from "./route";

export const MissedOrder = z
  .object({
    id: z.string(),
    order: z
      .object({
        channelState: z.string(),
        placedAt: EpochMs,
        totalMinor: Minor,
        currency: z.string(),
        buyerName: z.string(),
      })
      .nullable()
      .describe("Null: what the channel says of it cannot be read."),
    why: z.enum(MISSED_WHYS).describe("Why it is not in the store; `due`: it can be made now."),
    problem: Reason.nullable(),
  })
  .meta({ id: "MissedOrder" });
export type MissedOrder = z.infer<typeof MissedOrder>;

/** Many orders, and still one call. */
const MOST_SYNCED = 500;

/** Of the query: a number as text. */
const At = z.coerce.number().int().nonnegative();

export const missedOrderRoutes = defineRoutes({
  "GET /api/connections/:id/missed-orders": {
    name: "listMissedOrders",
    summary:
      "List orders of the channel, placed in a time, that the store does not have, each with why",
    needs: "admin",
    params: OfConnection,
    query: z.object({
      from: At.describe("Epoch ms."),
      before: At.describe("Epoch ms, not in it; at most 90 days after `from`."),
      cursor: z.string().max(2_000).optional(),
    }),
    answer: z.object({
      rows: z.array(MissedOrder),
      inStore: Count.describe("Orders of this page that the store has."),
      next: Next,
    }),
  },
  "POST /api/connections/:id/missed-orders": {
    name: "syncMissedOrders",
    summary: "Make orders of the channel in the store; the task has a result for each",
    needs: "admin",
    params: OfConnection,
    body: z.object({ orderIds: z.array(Id).min(1).max(MOST_SYNCED) }),
    answer: StartedTask,
  },
});
