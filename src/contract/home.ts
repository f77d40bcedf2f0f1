import * as z from "zod";
import { ProductTab } from "./catalogue";
import { Count, Cursor, EpochMs, Facts, Next, OfConnection, ProblemView } from "./common";
import { OrderTab } from "./orders";
import { defineRoutes } from "./route";
import { TaskRow } from "./tasks";

export const HomeView = z
  .object({
    products: z.record(ProductTab.exclude(["all"]), Count),
    orders: z.record(OrderTab.exclude(["all"]), Count),
    categories: z.object({ mapped: Count, suggested: Count, unmapped: Count }),
    recentTasks: z.array(TaskRow),
    problems: z.array(ProblemView),
    health: z
      .object({ failed: Count, warned: Count, checkedAt: EpochMs })
      .nullable()
      .describe("Of the last health check; null before the first."),
  })
  .meta({ id: "Home" });
export type HomeView = z.infer<typeof HomeView>;

export const homeRoutes = defineRoutes({
  "GET /api/connections/:id/home": {
    name: "readHome",
    summary: "Read the figures of a connection's first page",
    needs: "admin",
    params: OfConnection,
    answer: HomeView,
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
