/** The pages of a connection, in the order of the sidebar. */
export const WORKSPACE_PAGES = [
  "home",
  "products",
  "categories",
  "orders",
  "tasks",
  "activity",
  "health",
  "settings",
] as const;
