/** What needs a person and what moved, for the fake server. */
const hour = 3_600_000;
const now = Date.now();

const entry = (kind, code, extra = {}) => ({
  key: `${kind}:${code}`,
  kind,
  code,
  facts: {},
  count: 1,
  isMore: false,
  sample: null,
  tab: null,
  since: now - 2 * hour,
  ...extra,
});
export const attention = [
  entry("check", "orders.carrier"),
  entry("order", "order.line_unlinked", {
    count: 2,
    facts: { skus: ["HM-TRAY"] },
    sample: { id: "576461413038785752", name: "Ada Weaver", imageUrl: null },
  }),
  entry("product", "listing.category_missing", {
    count: 19,
    sample: { id: "1", name: "Oak tray", imageUrl: null },
  }),
  entry("product", "category.rules_changed", {
    facts: {
      category: "Menswear & Underwear > Men's Tops > T-shirts",
      categoryId: "601226",
      filter: "rules.601226",
      names: ["Material"],
      subjects: ["size_chart"],
    },
    count: 12,
    sample: { id: "3", name: "Wool socks", imageUrl: null },
  }),
  entry("product", "listing.audit_rejected", {
    tab: "update_failed",
    facts: { text: "The main picture shows a watermark." },
    sample: { id: "2", name: "Linen throw", imageUrl: null },
  }),
  entry("category", "suggested", { count: 2 }),
];
export const known = { readAt: now, isRenewing: false };
export const versions = Object.fromEntries(
  ["products", "orders", "tasks", "problems", "settings", "health"].map((one) => [one, "1"]),
);

const cancelled = (id, at, titles) => ({ id, at, totalMinor: 3152, currency: "GBP", titles });
const lacking = (channelProductId, name, change = {}) => ({
  channelProductId,
  productId: "1",
  name,
  imageUrl: null,
  units: 2,
  orders: 2,
  stock: 0,
  status: "live",
  channelUrl: `https://seller-uk.tiktok.com/product/edit/${channelProductId}`,
  ...change,
});
export const oversoldNews = {
  orders: [
    cancelled("577087614418521006", now - hour, ["Oak tray", "Linen throw"]),
    cancelled("577087614418521007", now - 30 * hour, ["Oak tray"]),
  ],
  products: [
    lacking("17291", "Oak tray"),
    lacking("17292", "Linen throw", {
      productId: null,
      stock: null,
      status: null,
      units: 1,
      orders: 1,
    }),
  ],
  newest: now - hour,
  isSeen: false,
};

/** How the product of a row stands in the store. */
export const standingOf = (index) => ({
  isDeleted: index === 9,
  isActive: index !== 8,
  isHidden: index === 9,
});
