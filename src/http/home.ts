import type { CategoryRow } from "../contract/categories";
import type { HomeView, homeRoutes } from "../contract/home";
import { findCheck } from "../db/health/health-reports";
import { categoryMappingsOf } from "../db/categories/category-mappings";
import { countTabs } from "../db/catalogue/product-filter";
import { problemsOf } from "../db/connections/problems";
import { ordersOf } from "../db/orders/read-orders";
import { listTasks } from "../db/tasks/read-tasks";
import { tally, type CheckReport } from "../domain/health/finding";
import type { Handlers } from "./call";
import { readActivities } from "./views/activity-view";
import { toProblemView } from "./views/connection-view";

const RECENT_TASKS = 5;
const SHOWN_PROBLEMS = 20;

export const homeHandlers: Handlers<typeof homeRoutes> = {
  async "GET /api/connections/:id/home"({ services: { db, now }, connection: { id } }) {
    const [products, orders, categories, tasks, problems, check] = await Promise.all([
      countTabs(db, id, {}),
      ordersOf(db, id).countTabs(),
      categoryMappingsOf(db, id, now).list(),
      listTasks(db, id, undefined, RECENT_TASKS),
      problemsOf(db, id, now).list(SHOWN_PROBLEMS),
      findCheck(db, id),
    ]);
    const { all: _allProducts, ...productCounts } = products;
    const { all: _allOrders, ...orderCounts } = orders;
    return {
      products: productCounts,
      orders: orderCounts,
      categories: countMappings(categories),
      recentTasks: tasks.rows,
      problems: problems.map(toProblemView),
      health: check.report && toSummary(check.report),
    };
  },

  "GET /api/connections/:id/activity": ({ services, viewer, connection, query }) =>
    readActivities(services, viewer, connection.id, query.cursor),
};

function toSummary({ findings, checkedAt }: CheckReport): HomeView["health"] {
  const { fail, warn } = tally(findings);
  return { failed: fail, warned: warn, checkedAt };
}

function countMappings(rows: readonly CategoryRow[]): HomeView["categories"] {
  const mapped = rows.filter(({ mapping }) => mapping?.state === "accepted").length;
  const suggested = rows.filter(({ mapping }) => mapping?.state === "suggested").length;
  return { mapped, suggested, unmapped: rows.length - mapped - suggested };
}
