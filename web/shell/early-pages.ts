/** What each page is made of, and what it asks first; the script that the build puts in the page is made from it. */
export interface EarlyPage {
  /** The address; names after a colon are taken from it. */
  path: string;
  /** Besides the app itself. */
  modules: readonly string[];
  /** Only of an address without a filter, because a page alone knows what its filter means. */
  calls: readonly string[];
}

const ME = "/api/me";
const CONNECTION = "/api/connections/:id";
/** What is drawn around every page of a connection. */
export const AROUND: readonly string[] = [ME, CONNECTION];

const inConnection = (
  path: string,
  modules: readonly string[],
  calls: readonly string[] = [],
): EarlyPage => ({ path: `/connections/:id${path}`, modules, calls: [...AROUND, ...calls] });

export const EARLY_PAGES: readonly EarlyPage[] = [
  { path: "/login", modules: ["web/accounts/login-page.tsx"], calls: [ME] },
  { path: "/sign-up", modules: ["web/accounts/sign-up-page.tsx"], calls: [ME] },
  { path: "/account", modules: ["web/accounts/your-account-page.tsx"], calls: [ME] },
  {
    path: "/connections",
    modules: ["web/connections/connections-page.tsx"],
    calls: [ME, "/api/connections"],
  },
  {
    path: "/connections/new",
    modules: ["web/connections/setup/new-connection-page.tsx"],
    calls: [ME],
  },
  inConnection("/setup", ["web/connections/setup/setup-page.tsx"]),
  inConnection("", ["web/home/home-page.tsx"], [`${CONNECTION}/home`, `${CONNECTION}/attention`]),
  inConnection(
    "/products",
    ["web/catalogue/products-page.tsx"],
    [`${CONNECTION}/products?tab=all`],
  ),
  inConnection(
    "/products/:item",
    ["web/catalogue/product-page.tsx"],
    [`${CONNECTION}/products/:item`],
  ),
  inConnection("/map", ["web/mapping/map-page.tsx"], [`${CONNECTION}/unmapped-listings?tab=sure`]),
  inConnection("/categories", ["web/categories/categories-page.tsx"], [`${CONNECTION}/categories`]),
  inConnection("/orders", ["web/orders/orders-page.tsx"], [`${CONNECTION}/orders?tab=all`]),
  inConnection("/orders/:item", ["web/orders/order-page.tsx"], [`${CONNECTION}/orders/:item`]),
  inConnection("/tasks", ["web/tasks/tasks-page.tsx"], [`${CONNECTION}/tasks`]),
  inConnection("/tasks/:item", ["web/tasks/task-page.tsx"], [`${CONNECTION}/tasks/:item`]),
  inConnection("/activity", ["web/activity/activity-page.tsx"], [`${CONNECTION}/activity`]),
  inConnection(
    "/health",
    ["web/health/health-page.tsx", "src/i18n/en/checks.ts"],
    [`${CONNECTION}/check`],
  ),
  inConnection("/health/reports", ["web/reports/reports-page.tsx"], [`${CONNECTION}/reports`]),
  inConnection("/settings", ["web/connections/settings/settings-page.tsx"]),
  { path: "/help", modules: ["web/help/help-page.tsx", "src/i18n/en/help.ts"], calls: [ME] },
];
