import type { HomeView, homeRoutes } from "../contract/home";
import { findCheck } from "../db/health/health-reports";
import { categoryMappingsOf } from "../db/categories/category-mappings";
import { countTabs } from "../db/catalogue/count-products";
import { countOversold } from "../db/orders/oversold";
import { ordersOf } from "../db/orders/read-orders";
import { readAttention } from "../db/home/read-attention";
import { readMoves } from "../db/home/read-moves";
import { listTasks } from "../db/tasks/read-tasks";
import { tally, type CheckReport } from "../domain/health/finding";
import { listAttention } from "../domain/home/attention";
import { versionsOf } from "../domain/home/moved";
import type { Handlers } from "./call";
import { readActivities } from "./views/activity-view";

const RECENT_TASKS = 5;

export const homeHandlers: Handlers<typeof homeRoutes> = {
  async "GET /api/connections/:id/home"({ services: { db, now }, connection: { id } }) {
    const [products, orders, categories, tasks, check] = await Promise.all([
      countTabs(db, id, {}),
      ordersOf(db, id).countTabs(),
      categoryMappingsOf(db, id, now).count(),
      listTasks(db, id, undefined, RECENT_TASKS),
      findCheck(db, id),
    ]);
    const { all: _allProducts, ...productCounts } = products.counts;
    const { all: _allOrders, ...orderCounts } = orders.counts;
    return {
      products: productCounts,
      orders: orderCounts,
      categories,
      recentTasks: tasks.rows,
      health: check.report && toSummary(check.report),
    };
  },

  async "GET /api/connections/:id/attention"({ services: { db, now }, viewer, connection }) {
    const [[rows], oversold] = await Promise.all([
      readAttention(db, [connection.id], now()),
      countOversold(db, connection.id, viewer.userId, now()),
    ]);
    return {
      entries: rows ? listAttention({ ...rows, state: connection.state }) : [],
      oversold: oversold.count,
      oversoldNewest: oversold.newest,
    };
  },

  async "GET /api/connections/:id/pulse"({ services: { db, now }, connection }) {
    const { id, state, settingsVersion, updatedAt } = connection;
    const settings = [{ at: updatedAt, text: `${state}-${settingsVersion}` }];
    return { versions: versionsOf({ ...(await readMoves(db, id)), settings }, now()) };
  },

  "GET /api/connections/:id/activity": ({ services, viewer, connection, query }) =>
    readActivities(services, viewer, connection.id, query.cursor),
};

function toSummary({ findings, checkedAt }: CheckReport): HomeView["health"] {
  const { fail, warn } = tally(findings);
  return { failed: fail, warned: warn, checkedAt };
}
