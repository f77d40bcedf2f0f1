import { z } from "zod";
import { startRefreshOrders } from "../tasks/start-refresh-orders";
import { countOrderTabs, pageOfOrders } from "../db/orders/read-orders";
import type { OrderTab } from "../contract/api";
import { record } from "./record";
import type { RouteTable } from "./route";
import { readOrderDetail, toOrderRow } from "./views/order-view";

const Tab = z.enum(["all", "waiting", "unsynced", "unfulfilled", "fulfilled", "cancelled"]);

type Keys =
  | "GET /api/connections/:id/orders"
  | "GET /api/connections/:id/orders/:orderId"
  | "POST /api/connections/:id/orders/:orderId/retry"
  | "POST /api/connections/:id/orders/refresh";

export const orderRoutes: RouteTable<Keys> = {
  "GET /api/connections/:id/orders": {
    query: z.object({
      tab: Tab.optional(),
      search: z.string().max(200).optional(),
      cursor: z.string().max(300).optional(),
    }),
    async run({ services: { db }, connection, query }) {
      const tab = (query.tab ?? "all") as OrderTab;
      const filter = { tab, ...(query.search ? { search: query.search } : {}) };
      const [page, counts] = await Promise.all([
        pageOfOrders(db, connection.id, filter, query.cursor),
        countOrderTabs(db, connection.id, query.search),
      ]);
      return { rows: page.rows.map(toOrderRow), next: page.next, counts };
    },
  },

  "GET /api/connections/:id/orders/:orderId": {
    run: ({ services, connection, params }) =>
      readOrderDetail(services, connection, params.orderId),
  },

  "POST /api/connections/:id/orders/:orderId/retry": {
    body: z.object({}).strict(),
    async run(call) {
      const { services, connection, params } = call;
      await readOrderDetail(services, connection, params.orderId);
      await services.ledger(connection.id).retryOrder(params.orderId);
      await record(call, connection.id, "order.retried", { order: params.orderId });
      return readOrderDetail(services, connection, params.orderId);
    },
  },

  "POST /api/connections/:id/orders/refresh": {
    body: z.object({}).strict(),
    async run(call) {
      const { services, viewer, connection } = call;
      const started = await startRefreshOrders(services, connection.id, viewer.name);
      await record(call, connection.id, "order.refresh_started", { task: started.taskId });
      return started;
    },
  },
};
