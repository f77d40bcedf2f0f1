// One connection in full, one empty, one unfinished: answers in the shapes of src/contract.
import { activities } from "./fixture-activity.mjs";
import { account, answerOfMe, answerOfPeople } from "./fixture-people.mjs";
import { goodReport, healthCounts, healthReport } from "./fixture-health.mjs";
import { dispatchOf, missedOrders, orderOf, orders, taskOf, tasks } from "./fixture-orders.mjs";
import { attention, known, oversoldNews, standingOf, versions } from "./fixture-home.mjs";
import { answerOfDemands, requirements, texts } from "./fixture-demands.mjs";
import { answerOfMapping } from "./fixture-mapping.mjs";
import { COUNTED } from "./fixture-counts.mjs";
import { storeRefused } from "./fixture-settings.mjs";
import { answerOfRecords } from "./fixture-journal.mjs";
import { answerOfSheet } from "./fixture-sheets.mjs";
import {
  carrierChoices,
  pricePreview,
  readingChoices,
  rulesOfProduct,
  settings,
} from "./fixture-settings.mjs";
import { corrections, deletedVariants, hour, missingOf, names, now } from "./fixture-parts.mjs";
import { picture, reasonsOf } from "./fixture-parts.mjs";

const problems = [
  {
    key: "order:577087614418520388",
    code: "shipment.carrier_unmapped",
    remedy: "merchant",
    facts: { carrier: "Click and collect" },
    firstSeenAt: now - 2 * hour,
    lastSeenAt: now,
  },
  {
    key: "product:14",
    code: "tiktok.refused",
    remedy: "merchant",
    facts: { vendorMessage: "the picture shows a watermark" },
    firstSeenAt: now - 26 * hour,
    lastSeenAt: now,
  },
];
const connection = (id, name, state, extra = {}) => ({
  id,
  name,
  source: "prestashop",
  channel: "tiktok-shop",
  state,
  sourceUrl: "https://loom.example/shop",
  sourceStoreName: "Loom & Thread",
  sourceVersion: "8.2.1",
  currency: "EUR",
  transport: "webservice",
  moduleVersion: null,
  channelShopName: "Loom & Thread UK",
  channelRegion: "GB",
  createdAt: now - 40 * 24 * hour,
  lastPullAt: now - 3 * hour,
  setupStep: "done",
  webhookUrl: "https://weft.example/webhooks/source/con_01hzx",
  storeMove: null,
  hasSourceKey: true,
  adminUrl: null,
  pairedAt: null,
  previousSecretUntil: null,
  isRotating: false,
  market: "GB",
  authorization: { state: "valid", expiresAt: now + 300 * 24 * hour },
  warehouses: [
    { id: "w1", name: "London", isDefault: true },
    { id: "w2", name: "Leeds", isDefault: false },
  ],
  warehouseId: "w1",
  settings,
  settingsVersion: 0,
  problems: [],
  ...extra,
});
const blank = {
  sourceStoreName: null,
  sourceVersion: null,
  currency: "",
  transport: "webservice",
  moduleVersion: null,
  channelShopName: null,
  channelRegion: null,
};
const connections = [
  connection("full", "Loom & Thread UK", "active", {
    problems,
    transport: "module",
    moduleVersion: "0.2.0",
    previousSecretUntil: now + 20 * hour,
    storeMove: { url: "https://new.loom.example/shop", at: now - hour },
  }),
  connection("empty", "Second shop", "active", { lastPullAt: null }),
  connection("setup", "Outlet", "setup", {
    ...blank,
    setupStep: "store",
    sourceUrl: null,
    hasSourceKey: false,
    market: null,
  }),
  connection("channel", "Kids", "setup", {
    setupStep: "channel",
    channelShopName: null,
    market: null,
  }),
  connection("shop", "Garden", "setup", { setupStep: "shop", channelShopName: null }),
  connection("gone", "Old shop", "disconnected", {
    authorization: { state: "revoked", expiresAt: null },
  }),
];

const states = ["synced", "synced", "not_synced", "sync_failed", "update_failed"];
const product = (_, index) => {
  const state = states[index % states.length];
  const isListed = state === "synced" || state === "update_failed";
  return {
    id: String(index + 1),
    name: names[index % names.length],
    imageUrl: index % 6 === 3 ? null : picture(index * 47),
    skus:
      index % 7 === 5 ? [] : [`demo_${index + 1}`, `demo_${index + 1}-M`, `demo_${index + 1}-L`],
    priceMinMinor: 1912 + index * 130,
    priceMaxMinor: index % 2 ? 1912 + index * 130 : 2390 + index * 130,
    currency: "GBP",
    stock: (index * 37) % 300,
    sourceCategory: index % 5 === 2 ? "Art" : "Clothes > Men",
    channelCategory: index % 5 === 2 ? null : "Menswear & Underwear > Men's Tops > T-shirts",
    tags: state === "sync_failed" ? ["attribute", "weight"] : index % 5 === 2 ? ["category"] : [],
    syncState: state,
    channelProductId: isListed ? `17294109876543${21000 + index}` : null,
    channelProductUrl: isListed ? "https://seller.example/product" : null,
    listingStatus: isListed ? (index % 5 === 1 ? "in_review" : "live") : null,
    rawStatus: isListed ? "ACTIVATE" : null,
    offSale: null,
    hasChanges: isListed && index % 5 === 1,
    check: index === 4 ? "outdated" : "done",
    missing: missingOf(state, index % 5 !== 2),
    reasons: reasonsOf(state),
    ...standingOf(index),
    updatedAt: now - index * 5 * hour,
  };
};
const products = Array.from({ length: 12 }, product);
const detailOf = (id) => ({
  ...(products.find((row) => row.id === id) ?? products[3]),
  sourceProductUrl: null,
  descriptionHtml:
    "<p>Regular fit, round neckline, long sleeves. 100% cotton.</p><p>Designed in Paris.</p>",
  images: [picture(10), picture(120), picture(200), picture(300)],
  variants: ["S", "M", "L"].map((size, index) => ({
    id: String(index),
    sku: `demo_${id}-${size}`,
    barcode: null,
    options: [
      { name: "Size", value: size },
      { name: "Colour", value: "White" },
    ],
    priceMinor: 2390,
    stock: 12 * index,
    published: index === 0 ? null : 12 * index - 1,
    channelSkuId: index === 0 ? null : `172941098765439${index}`,
  })),
  corrections,
  deletedVariants: id === "1" ? deletedVariants : [],
  features: [
    { name: "Composition", value: "Cotton" },
    { name: "Property", value: "Long sleeves" },
  ],
  brand: "Graphic Corner",
  categoryOverride: null,
  details: { attributes: { 100: [{ id: "v-cotton", name: "Cotton" }] } },
  sourceCategoryId: "5",
  isMapped: id === "2",
  ...rulesOfProduct(id, now),
});
const sum = (tab) =>
  tab === "all" ? 312 : { synced: 240, not_synced: 41, sync_failed: 23, update_failed: 8 }[tab];
const tabs = ["all", "synced", "not_synced", "sync_failed", "update_failed"];

const categories = [
  ["3", "Clothes > Men", 120, "accepted", "Menswear & Underwear > Men's Tops > T-shirts", 1],
  ["4", "Clothes > Women", 96, "suggested", "Womenswear & Underwear > Women's Tops > Blouses", 82],
  ["9", "Art", 41, "suggested", "Home Supplies > Home Decor > Posters", 55],
  ["7", "Accessories > Stationery", 30, null],
].map(([sourceCategoryId, path, productCount, state, to, confidence]) => ({
  sourceCategoryId,
  path,
  productCount,
  mapping: state ? { state, categoryId: "601226", path: to, confidence } : null,
}));
const tree = [
  {
    id: "1",
    name: "Menswear & Underwear",
    path: "Menswear & Underwear",
    isLeaf: false,
    permission: "available",
  },
  {
    id: "2",
    name: "Womenswear & Underwear",
    path: "Womenswear & Underwear",
    isLeaf: false,
    permission: "available",
  },
  {
    id: "3",
    name: "Posters",
    path: "Home Supplies > Home Decor > Posters",
    isLeaf: true,
    permission: "available",
  },
  {
    id: "4",
    name: "Supplements",
    path: "Health > Supplements",
    isLeaf: true,
    permission: "invite_only",
  },
];
const brandsOf = (search) =>
  ["Harbour Mill", "Harbour Works", "Maple Studio"]
    .filter((name) => name.toLowerCase().includes(search.toLowerCase()))
    .map((name, index) => ({ id: `b${name.length}`, name, isAuthorized: index === 0 }));
const zero = { synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
const home = {
  products: { synced: 240, not_synced: 41, sync_failed: 23, update_failed: 8 },
  orders: {
    waiting: 2,
    unsynced: 1,
    unfulfilled: 5,
    fulfilled: 61,
    cancelled: 3,
    platform: 0,
    archived: 4,
  },
  categories: { mapped: 1, suggested: 2, unmapped: 1 },
  recentTasks: tasks,
  health: healthCounts,
};
const emptyHome = {
  products: zero,
  orders: {
    waiting: 0,
    unsynced: 0,
    unfulfilled: 0,
    fulfilled: 0,
    cancelled: 0,
    platform: 0,
    archived: 0,
  },
  categories: { mapped: 0, suggested: 0, unmapped: 0 },
  recentTasks: [],
  health: null,
};
const me = {
  user: { id: "u1", name: "Ada Weaver", email: "ada@loom.example" },
  account: { id: "a1", name: "Loom & Thread" },
  role: "owner",
  development: { outboxPath: "/outbox", simulatorUrl: "" },
};
const markets = [
  ["GB", "United Kingdom"],
  ["US", "United States"],
  ["DE", "Germany"],
  ["FR", "France"],
  ["IE", "Ireland"],
  ["ES", "Spain"],
  ["IT", "Italy"],
  ["MX", "Mexico"],
];

/** What the list shows of a connection. */
const viewOf = ({
  setupStep: _step,
  webhookUrl: _url,
  storeMove: _move,
  hasSourceKey: _key,
  adminUrl: _admin,
  pairedAt: _paired,
  previousSecretUntil: _until,
  isRotating: _rotating,
  market: _market,
  authorization: _authorization,
  warehouses: _warehouses,
  warehouseId: _warehouse,
  settings: _settings,
  settingsVersion: _version,
  problems: _problems,
  ...view
}) => ({ ...view, attentionCount: view.id === "full" ? attention.length : 0 });
const changing = ["rotate-secret", "shop", "settings", "store-move"];

/** Answers of the collection routes of one connection, by what follows its id. */
function answerOf(id, rest, url, method) {
  const isEmpty = id === "empty";
  const [part, key, more, last] = rest;
  const own = connections.find((one) => one.id === id);
  if (part === undefined) return method === "DELETE" ? { deleted: true } : own;
  if (changing.includes(part)) return own;
  if (part === "webhook-secret") return { webhookSecret: "whs_4f1c0c0a9d2b7e55" };
  if (part === "authorize") return { url: "https://services.example/authorize" };
  if (part === "check" && method === "GET")
    return { report: isEmpty ? null : healthReport, running: null };
  if (part === "check") return { report: isEmpty ? healthReport : goodReport, running: null };
  if (part === "attention")
    return isEmpty
      ? { entries: [], oversold: 0, oversoldNewest: null }
      : { entries: attention, oversold: 2, oversoldNewest: oversoldNews.newest };
  if (part === "missed-orders") return method === "POST" ? { taskId: "t1" } : missedOrders;
  if (part === "oversold") return more ? { taskId: "t1", oversold: oversoldNews } : oversoldNews;
  if (part === "pulse") return { versions };
  if (part === "home") return isEmpty ? emptyHome : home;
  if (part === "unmapped-listings") return answerOfMapping(isEmpty, key, method, url);
  if (part === "products" && more === "requirements") return requirements;
  if (part === "products" && more === "store-texts") return texts;
  if (part === "products" && more === "differences")
    return { pending: ["brand", "attributes"], edited: ["title"] };
  if (part === "products" && key) return detailOf(key);
  if (part === "products") {
    const tab = url.searchParams.get("tab") ?? "all";
    const rows = isEmpty ? [] : products.filter((row) => tab === "all" || row.syncState === tab);
    const counts = Object.fromEntries(tabs.map((one) => [one, isEmpty ? 0 : sum(one)]));
    return {
      rows,
      next: rows.length ? "c2" : null,
      counts,
      isMore: false,
    };
  }
  if (part === "selection-count") return COUNTED;
  if (part === "price-preview") return pricePreview;
  if (part === "categories" && key === "accept") return { accepted: 2 };
  if (part === "categories" && method === "PUT") return categories[0];
  if (part === "categories" && method === "GET")
    return { rows: isEmpty ? [] : categories, treeReadAt: now - 5 * hour };
  if (part === "channel-categories" && more === "sheet") return answerOfSheet(isEmpty, last);
  const ofDemands = answerOfDemands(rest, method);
  if (ofDemands) return ofDemands;
  if (part === "channel-categories") return { rows: tree };
  if (part === "brands")
    return { rows: brandsOf(url.searchParams.get("search") ?? ""), next: null };
  if (part === "orders" && more === "labels") return { labels: [] };
  if (part === "orders" && key && !["refresh", "archive"].includes(key)) return orderOf(key);
  if (part === "orders" && key === "archive") return { moved: 1 };
  if (part === "orders" && !key) {
    const tab = url.searchParams.get("tab") ?? "all";
    const isOf = (row) => (row.isArchived ? tab === "archived" : tab === "all" || row.tab === tab);
    const rows = isEmpty ? [] : orders.filter(isOf);
    return {
      rows,
      next: null,
      counts: isEmpty ? { all: 0, ...emptyHome.orders } : { all: 72, ...home.orders },
      isMore: false,
    };
  }
  if (part === "tasks" && more === "retry") return { taskId: "t1" };
  if (part === "tasks" && more === "confirm") return tasks.find((task) => task.id === key);
  if (part === "tasks" && more === "cancel") return tasks.find((task) => task.id === key);
  if (part === "tasks" && key) return taskOf(key);
  if (part === "tasks") return { rows: isEmpty ? [] : tasks, next: null };
  if (part === "traffic") return { used: 23, perMinute: 60, atOnce: 2, blockedUntil: null };
  if (part === "reading-choices") return { ...known, ...readingChoices };
  if (part === "order-states")
    return {
      ...known,
      states: [
        { id: "2", name: "Payment accepted" },
        { id: "3", name: "Processing in progress" },
        { id: "11", name: "Remote payment accepted" },
      ],
      unmarked: [
        { id: "7", name: "Refunded" },
        { id: "12", name: "Sent by us" },
      ],
    };
  if (part === "carriers") return { ...known, ...carrierChoices };
  if (part === "pairing")
    return {
      url: "https://weft.example/webhooks/source/con_01hzx?pair=7q2m9xv4kc1t8rj5wn0zab6d3eghfps2y4u9",
      expiresAt: now + hour,
    };
  if (part === "shops")
    return {
      shops: [
        { id: "s1", name: "Loom UK", region: "GB", takenBy: "Loom & Thread UK" },
        { id: "s2", name: "Loom Garden", region: "GB", takenBy: null },
      ],
    };
  if (part === "activity")
    return {
      rows: isEmpty ? [] : activities,
      next: null,
    };
  const isWhole = part === "pull" || key === "suggest" || key === "refresh";
  return isWhole ? { taskId: "t1" } : { taskId: "t1", count: 3 };
}

/** The answer to one call; everybody is Ada. */
export function answer(method, url) {
  const parts = url.pathname.split("/").filter(Boolean).slice(1);
  if (parts[0] === "me")
    return { body: parts[1] || method === "DELETE" ? answerOfMe(parts.slice(1), method, now) : me };
  if (parts[0] === "auth") return { body: { ok: true } };
  if (parts[0] === "markets")
    return {
      body: {
        markets: markets.map(([code, label]) => ({
          code,
          label,
          currency: code === "GB" ? "GBP" : code === "US" ? "USD" : "EUR",
          needsParties: code === "DE" || code === "FR",
        })),
      },
    };
  if (parts[0] === "activity") return { body: { rows: [], next: null } };
  const { publicKey } = answerOfRecords(["reports", "x"], "GET");
  if (parts[0] === "report-key") return { body: { algorithm: "Ed25519", publicKey } };
  if (parts[0] === "account" && method === "POST") return { body: { opened: false } };
  if (parts[0] === "account") return { body: method === "DELETE" ? { deleted: true } : account };
  if (parts[0] === "people" || parts[0] === "invitations")
    return { body: answerOfPeople(parts[0], parts.slice(1), method, now) };
  if (parts[0] === "outbox")
    return {
      body: {
        mails: [
          {
            id: "1",
            recipient: "ada@loom.example",
            subject: "Choose a new Weft password",
            body: "Choose one here:\nhttp://127.0.0.1/reset-password?token=abc",
            at: now,
          },
        ],
      },
    };
  if (parts[0] !== "connections")
    return { status: 404, body: { error: { code: "route.not_found", facts: {} } } };
  if (parts.length === 1)
    return { body: method === "GET" ? { connections: connections.map(viewOf) } : connections[2] };
  if (parts[2] === "dispatch") return { body: dispatchOf(parts[1] === "full") };
  const kept = answerOfRecords(parts.slice(2), method, parts[1] !== "full");
  if (kept) return { body: kept };
  if (parts[2] === "source") return storeRefused;
  const body = answerOf(parts[1], parts.slice(2), url, method);
  return body
    ? { body }
    : { status: 404, body: { error: { code: "connection.not_found", facts: {} } } };
}
