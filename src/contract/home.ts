import * as z from "zod";
import { ATTENTION_KINDS, type AttentionEntry as DomainEntry } from "../domain/home/attention";
import { MOVING_SUBJECTS } from "../domain/home/moved";
import { ProductTab } from "./catalogue";
import { Count, Cursor, EpochMs, Facts, Next, OfConnection } from "./common";
import { OrderTab } from "./orders";
import { defineRoutes } from "./route";
import { TaskRow } from "./tasks";

export const HomeView = z
  .object({
    products: z.record(ProductTab.exclude(["all"]), Count),
    orders: z.record(OrderTab.exclude(["all"]), Count),
    categories: z.object({ mapped: Count, suggested: Count, unmapped: Count }),
    recentTasks: z.array(TaskRow),
    health: z
      .object({ failed: Count, warned: Count, checkedAt: EpochMs })
      .nullable()
      .describe("Of the last health check; null before the first."),
  })
  .meta({ id: "Home" });
export type HomeView = z.infer<typeof HomeView>;

export const AttentionEntry = z
  .object({
    key: z.string().describe("The same while the same thing needs somebody."),
    kind: z.enum(ATTENTION_KINDS),
    code: z.string().describe("Of the problem, the check, or what waits."),
    facts: Facts,
    count: Count.describe("How many orders, products or categories it is about."),
    isMore: z.boolean().describe("There are more than the count, which has a limit."),
    sample: z
      .object({ id: z.string(), name: z.string(), imageUrl: z.string().nullable() })
      .nullable()
      .describe("One of them."),
    tab: ProductTab.extract(["sync_failed", "update_failed"])
      .nullable()
      .describe("Where only products of one state count."),
    since: EpochMs.nullable(),
  })
  .meta({ id: "AttentionEntry" }) satisfies z.ZodType<DomainEntry>;
export type AttentionEntry = z.infer<typeof AttentionEntry>;

export const homeRoutes = defineRoutes({
  "GET /api/connections/:id/home": {
    name: "readHome",
    summary: "Read the figures of a connection's first page",
    needs: "admin",
    params: OfConnection,
    answer: HomeView,
  },
  "GET /api/connections/:id/attention": {
    name: "readAttention",
    summary: "List what of a connection needs a person, what stops most first",
    needs: "admin",
    params: OfConnection,
    answer: z.object({
      entries: z.array(AttentionEntry),
      oversold: Count.describe("Oversold orders that the person has not read of."),
      oversoldNewest: EpochMs.nullable().describe("When Weft learned of the newest of them."),
    }),
  },
  "GET /api/connections/:id/pulse": {
    name: "readPulse",
    summary: "Read a version of each subject, to see cheaply what moved",
    needs: "admin",
    params: OfConnection,
    answer: z.object({ versions: z.record(z.enum(MOVING_SUBJECTS), z.string()) }),
  },
  "GET /api/connections/:id/activity": {
    name: "listActivities",
    summary: "List what was done with a connection, the newest first",
    needs: "admin",
    params: OfConnection,
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          actor: z.string(),
          kind: z.string(),
          facts: Facts,
          at: EpochMs,
        }),
      ),
      next: Next,
    }),
  },
});
