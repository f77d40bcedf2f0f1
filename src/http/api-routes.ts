import type { Api } from "../contract/api";
import type { RouteTable } from "./route";
import { categoryRoutes } from "./categories";
import { connectionRoutes } from "./connections";
import { checkRoutes } from "./health";
import { exportRoutes } from "./reports";
import { homeRoutes } from "./home";
import { meRoutes } from "./accounts";
import { orderRoutes } from "./orders";
import { productRoutes } from "./catalogue";
import { taskRoutes } from "./tasks";
import { wizardRoutes } from "./wizard";

/** Open without a session, so not among the routes that demand one. */
type OpenRoutes = "GET /api/outbox";

/** The whole contract: a route that nobody answers does not compile. */
export const apiRoutes: RouteTable<Exclude<keyof Api, OpenRoutes>> = {
  ...meRoutes,
  ...connectionRoutes,
  ...wizardRoutes,
  ...checkRoutes,
  ...exportRoutes,
  ...homeRoutes,
  ...productRoutes,
  ...categoryRoutes,
  ...orderRoutes,
  ...taskRoutes,
};
