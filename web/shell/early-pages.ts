/** What a page of a connection is made of, and what it asks first; the build's `early.js` is made from it. */
export interface EarlyPage {
  /** Below the connection's address. */
  path: string;
  modules: readonly string[];
  /** `:id` is that of the connection. */
  calls: readonly string[];
}

const CONNECTION = "/api/connections/:id";
const AROUND = ["/api/me", CONNECTION, `${CONNECTION}/attention`, `${CONNECTION}/pulse`];
const SHELL = "web/shell/workspace.tsx";

/** Only addresses without a filter are asked for, because a page alone knows what its filter means. */
export const EARLY_PAGES: readonly EarlyPage[] = [
  { path: "", modules: [SHELL], calls: [...AROUND, `${CONNECTION}/home`] },
  {
    path: "/products",
    modules: [SHELL, "web/catalogue/products-page.tsx"],
    calls: [...AROUND, `${CONNECTION}/categories`, `${CONNECTION}/products?tab=all`],
  },
  {
    path: "/orders",
    modules: [SHELL, "web/orders/orders-page.tsx"],
    calls: [...AROUND, `${CONNECTION}/orders?tab=all`],
  },
];
