/**
 * The contract between the Worker and the browser: every UI route with what goes in and out.
 * Types only, so the front end shares it without pulling in the server; routes are typed by it, too.
 * Money is minor units + currency, times are epoch ms UTC. Errors are always `ApiError`.
 */
import type { MoneyParts } from "../domain/orders/order-money";

/** Answer of every refused call. Wording is looked up by `code` in the message catalogue. */
export interface ApiError {
  error: { code: string; facts: Record<string, unknown> };
}

export type Reason = { code: string; facts: Record<string, unknown> };

export interface Me {
  user: { id: string; name: string; email: string };
  account: { id: string; name: string };
  role: "owner" | "admin";
  /** Development only: where mails end up and the demo's shops. */
  development?: { outboxPath: string; simulatorUrl: string };
}

export interface ConnectionView {
  id: string;
  name: string;
  source: string;
  channel: string;
  state: "setup" | "active" | "paused" | "disconnected";
  sourceUrl: string | null;
  sourceStoreName: string | null;
  sourceVersion: string | null;
  /** How stock is read and orders are made: by the module in the store, or by its webservice. */
  via: "module" | "webservice";
  moduleVersion: string | null;
  channelShopName: string | null;
  channelRegion: string | null;
  /** Open problems. */
  problemCount: number;
  createdAt: number;
  lastPullAt: number | null;
}

export interface ConnectionDetail extends ConnectionView {
  /** Which wizard step is open: 1 name, 2 store, 3 channel, 4 shop choice, done. */
  setupStep: "store" | "channel" | "shop" | "done";
  webhookUrl: string;
  /** The signing secret of the webhook URL; shown while setting up and on request. */
  webhookSecret: string;
  /** Until when the secret before the last rotation is believed as well; null: it is not. */
  previousSecretUntil: number | null;
  /** A rotation was begun that the store did not confirm. */
  isRotating: boolean;
  hasSourceKey: boolean;
  /** When the store's module used the newest pairing code; null while it did not. */
  pairedAt: number | null;
  market: string | null;
  authorization: { state: "none" | "valid" | "expiring" | "revoked"; expiresAt: number | null };
  warehouses: { id: string; name: string; isDefault: boolean }[];
  warehouseId: string | null;
  settings: ConnectionSettings;
  problems: ProblemView[];
}

export interface ProblemView {
  key: string;
  code: string;
  remedy: "retry" | "merchant" | "reconnect" | "defect";
  facts: Record<string, unknown>;
  firstSeenAt: number;
  lastSeenAt: number;
}

/** "fail": orders, stock or listings do not work or come out wrong. "warn": slower, or left to do. */
export type Verdict = "pass" | "warn" | "fail" | "skipped";

export interface FindingView {
  /** "store.reachable"; the part before the point is its group. */
  check: string;
  verdict: Verdict;
  facts: Record<string, unknown>;
  /** Of a skipped one: the check that has to pass first. */
  because: string | null;
  /** Whether Weft can put it right by itself. */
  canFix: boolean;
}

export interface HealthReport {
  findings: FindingView[];
  checkedAt: number;
  tookMs: number;
  /** Requests to both shops together. */
  requests: number;
}

export interface HealthView {
  /** The last finished check. */
  report: HealthReport | null;
  /** The one under way, and which sides are through. */
  running: { startedAt: number; done: string[] } | null;
}

export interface ConnectionSettings {
  /** Used where the store holds no dimensions or weight. */
  packageDefaults: {
    lengthMm: number;
    widthMm: number;
    heightMm: number;
    weightGrams: number;
  } | null;
  /** PrestaShop carrier (by stable reference) to TikTok shipping provider. */
  carrierMap: {
    carrierReference: string;
    carrierName: string;
    providerId: string;
    providerName: string;
  }[];
  /** Carrier given to orders created in the store; absent: the store's own choice. */
  orderCarrierReference: string | null;
  /** Whether the store's order shows what the buyer paid or what the merchant is owed. */
  orderMoney: "paid" | "owed";
  /** Shown as the means of payment in the store; null: the channel's own name. */
  orderPaymentLabel: string | null;
  /** State of new orders in the store; null: the store's own for payments from outside. */
  orderStateId: string | null;
  /** Units never published. */
  holdBack: number;
  /** The most requests Weft may send to the store in a minute, 10 to 600. */
  requestsPerMinute: number;
  pullNewProducts: boolean;
  acceptSuggestions: boolean;
}

/** The merchant sees that the store is not overrun. */
export interface StoreTraffic {
  /** Requests of the last minute, and the most there may be. */
  used: number;
  perMinute: number;
  /** How many at once the store bears; below one there are rests in between. */
  atOnce: number;
  /** The store asked for silence until then. */
  blockedUntil: number | null;
}

export interface SourceCheck {
  url: string;
  version: string;
  shopName: string;
  currency: string;
  timeZone: string;
}

export interface ProductRow {
  id: string;
  name: string;
  imageUrl: string | null;
  skus: string[];
  priceMinMinor: number;
  priceMaxMinor: number;
  currency: string;
  stock: number;
  sourceCategory: string | null;
  channelCategory: string | null;
  /** Missing things, for red tags: "certificate", "attribute", "brand", "category", "image", "sku"... */
  tags: string[];
  syncState: "not_synced" | "synced" | "sync_failed" | "update_failed";
  channelProductId: string | null;
  channelProductUrl: string | null;
  /** Our word and TikTok's own word for the state of the listing. */
  listingStatus: string | null;
  rawStatus: string | null;
  /** Why it is not live, ready to be worded. */
  reasons: Reason[];
  isDeleted: boolean;
  isActive: boolean;
  updatedAt: number;
}

export interface VariantRow {
  id: string;
  sku: string;
  barcode: string | null;
  options: { name: string; value: string }[];
  priceMinor: number;
  stock: number;
  /** What TikTok was last told; null when not published. */
  published: number | null;
  channelSkuId: string | null;
}

export interface ProductDetail extends ProductRow {
  descriptionHtml: string;
  images: string[];
  variants: VariantRow[];
  features: { name: string; value: string }[];
  brand: string | null;
  categoryOverride: { id: string; path: string } | null;
  details: ListingDetails;
  sourceCategoryId: string | null;
}

/** What a merchant adds to a product because the store has no place for it. */
export interface ListingDetails {
  brandId?: string;
  brandName?: string;
  /** The channel's uri of the picture, as the upload answered it. */
  sizeChartUri?: string;
  attributes?: { id: string; values: { id?: string; name?: string }[] }[];
}

export interface ProductRequirements {
  categoryId: string | null;
  categoryPath: string | null;
  attributes: {
    id: string;
    name: string;
    isRequired: boolean;
    isMultiple: boolean;
    isCustomizable: boolean;
    values: { id: string; name: string }[];
  }[];
  certifications: { id: string; name: string; isRequired: boolean }[];
  sizeChart: "none" | "optional" | "required";
  missing: Reason[];
}

export type ProductTab = "all" | "synced" | "not_synced" | "sync_failed" | "update_failed";
export type OrderTab = "all" | "waiting" | "unsynced" | "unfulfilled" | "fulfilled" | "cancelled";

/** Rows by id, or every row of the present filter. */
export type Selection =
  | { ids: string[] }
  | { filter: { tab: ProductTab; search?: string; category?: string } };

export interface CategoryRow {
  sourceCategoryId: string;
  path: string;
  productCount: number;
  mapping: null | {
    state: "suggested" | "accepted";
    categoryId: string;
    path: string;
    confidence: number;
  };
}

export interface ChannelCategoryRow {
  id: string;
  name: string;
  path: string;
  isLeaf: boolean;
  permission: string;
}

export interface BrandRow {
  id: string;
  name: string;
  isAuthorized: boolean;
}

export interface OrderRow {
  id: string;
  channelState: string;
  tab: Exclude<OrderTab, "all">;
  sourceOrderId: string | null;
  sourceReference: string | null;
  trackingNumber: string | null;
  totalMinor: number;
  currency: string;
  buyerName: string;
  unitCount: number;
  problem: Reason | null;
  placedAt: number;
  shipBy: number | null;
}

export interface OrderDetail extends OrderRow {
  channelOrderUrl: string;
  sourceOrderUrl: string | null;
  paidAt: number | null;
  address: { name: string; lines: string[] } | null;
  lines: {
    id: string;
    name: string;
    variantName: string;
    sellerSku: string;
    imageUrl: string | null;
    priceMinor: number;
    isLinked: boolean;
    productId: string | null;
    isCancelled: boolean;
  }[];
  sum: OrderSum;
  /** The order in the store; null before it is there, or when it was made before this was kept. */
  store: StoreSum | null;
  timeline: { kind: string; facts: Record<string, unknown>; at: number }[];
}

/** Who bears what of an order; every amount is positive, discounts too. */
export type OrderSum = MoneyParts;

/** What the store's order shows, beside what it should. */
export interface StoreSum {
  moneyChoice: "paid" | "owed";
  expectedMinor: number;
  productsMinor: number;
  shippingMinor: number;
  discountMinor: number;
  totalMinor: number;
  /** Empty where the store was not asked. */
  taxes: { rate: string; netMinor: number; taxMinor: number }[];
  /** Lines for which the store had fewer units than were sold. */
  oversold: { productId: string; variantId: string; name: string; short: number }[];
}

export interface TaskRow {
  id: string;
  kind: string;
  state: "waiting" | "running" | "completed" | "error" | "cancelled";
  total: number | null;
  counts: Record<string, number>;
  problem: Reason | null;
  startedBy: string;
  createdAt: number;
  finishedAt: number | null;
}

export interface TaskDetail extends TaskRow {
  items: { key: string; label: string; state: string; reasons: Reason[] }[];
  next: string | null;
}

export interface HomeView {
  products: Record<Exclude<ProductTab, "all">, number>;
  orders: Record<Exclude<OrderTab, "all">, number>;
  categories: { mapped: number; suggested: number; unmapped: number };
  recentTasks: TaskRow[];
  problems: ProblemView[];
  /** Of the last health check; null before the first. */
  health: { failed: number; warned: number; checkedAt: number } | null;
}

/** "METHOD /path" → what goes in and out. `:id` is the connection, always of the caller's account. */
export interface Api {
  "GET /api/me": { answer: Me };
  "GET /api/connections": { answer: { connections: ConnectionView[] } };
  "POST /api/connections": {
    body: { name: string; source: string; channel: string };
    answer: ConnectionDetail;
  };
  "GET /api/connections/:id": { answer: ConnectionDetail };
  "PATCH /api/connections/:id": {
    body: {
      name?: string;
      isPaused?: boolean;
      warehouseId?: string;
      settings?: Partial<ConnectionSettings>;
    };
    answer: ConnectionDetail;
  };
  "DELETE /api/connections/:id": { body: { confirmName: string }; answer: { deleted: true } };
  /** A JSON file of everything Weft holds for the connection, no secrets. */
  "GET /api/connections/:id/export": { answer: Blob };
  "PUT /api/connections/:id/source": {
    body: { url: string; key?: string };
    answer: { check: SourceCheck; connection: ConnectionDetail };
  };
  /** The address to paste into the store's module; a code nobody used is shown again. */
  "POST /api/connections/:id/pairing": {
    body: Record<string, never>;
    answer: { url: string; expiresAt: number };
  };
  /** Changes the webhook secret here and in the store's module. */
  "POST /api/connections/:id/rotate-secret": {
    body: Record<string, never>;
    answer: ConnectionDetail;
  };
  /** What went out to the store lately. */
  "GET /api/connections/:id/traffic": { answer: StoreTraffic };
  "GET /api/markets": { answer: { markets: { code: string; label: string }[] } };
  "POST /api/connections/:id/authorize": { body: { market: string }; answer: { url: string } };
  "GET /api/connections/:id/shops": {
    answer: { shops: { id: string; name: string; region: string; takenBy: string | null }[] };
  };
  "POST /api/connections/:id/shop": { body: { shopId: string }; answer: ConnectionDetail };
  "GET /api/connections/:id/home": { answer: HomeView };
  "GET /api/connections/:id/check": { answer: HealthView };
  /** Looks both shops over now; takes some seconds. */
  "POST /api/connections/:id/check": { body: Record<string, never>; answer: HealthView };
  /** Puts right what the last report says of one check, and looks again. */
  "POST /api/connections/:id/check/repair": { body: { check: string }; answer: HealthView };
  "GET /api/connections/:id/products": {
    query: { tab?: string; search?: string; category?: string; cursor?: string };
    answer: {
      rows: ProductRow[];
      next: string | null;
      counts: Record<ProductTab, number>;
      matching: number;
    };
  };
  "GET /api/connections/:id/products/:productId": { answer: ProductDetail };
  "PUT /api/connections/:id/products/:productId/category": {
    body: { categoryId: string | null };
    answer: ProductDetail;
  };
  "GET /api/connections/:id/products/:productId/requirements": { answer: ProductRequirements };
  "PUT /api/connections/:id/products/:productId/details": {
    body: ListingDetails;
    answer: ProductDetail;
  };
  /** A PNG or JPEG of at most 5 MB, its shorter side at least 1024 pixels. */
  "PUT /api/connections/:id/products/:productId/size-chart": {
    body: { fileName: string; base64: string };
    answer: ProductDetail;
  };
  /** Dates are shop-local days, inclusive; `sinceLastPull` wins over them. */
  "POST /api/connections/:id/pull": {
    body: { from?: string; until?: string; sinceLastPull?: boolean };
    answer: { taskId: string };
  };
  "POST /api/connections/:id/selection-count": {
    body: { selection: Selection };
    answer: { count: number };
  };
  "POST /api/connections/:id/push": {
    body: { selection: Selection };
    answer: { taskId: string; count: number };
  };
  /** Sends stock or prices as the store has them now, even where nothing seems to have changed. */
  "POST /api/connections/:id/update": {
    body: { selection: Selection; what: "stock" | "price" };
    answer: { taskId: string; count: number };
  };
  /** Pulls the products again and pushes them. */
  "POST /api/connections/:id/repull": {
    body: { selection: Selection };
    answer: { taskId: string; count: number };
  };
  "POST /api/connections/:id/listing-state": {
    body: { selection: Selection; action: "activate" | "deactivate" };
    answer: { taskId: string; count: number };
  };
  "POST /api/connections/:id/refresh-listings": {
    body: { selection: Selection };
    answer: { taskId: string; count: number };
  };
  "GET /api/connections/:id/categories": {
    answer: { rows: CategoryRow[]; treeReadAt: number | null };
  };
  "POST /api/connections/:id/categories/suggest": {
    body: Record<string, never>;
    answer: { taskId: string };
  };
  /** All open suggestions when `ids` is absent. */
  "POST /api/connections/:id/categories/accept": {
    body: { ids?: string[] };
    answer: { accepted: number };
  };
  "PUT /api/connections/:id/categories/:sourceCategoryId": {
    body: { categoryId: string | null };
    answer: CategoryRow;
  };
  /** Children of `parent` ("0" = departments), or leaves found by `search`. */
  "GET /api/connections/:id/channel-categories": {
    query: { parent?: string; search?: string };
    answer: { rows: ChannelCategoryRow[] };
  };
  /** The first brands of the channel whose name holds `search`. */
  "GET /api/connections/:id/brands": {
    query: { search: string; category?: string };
    answer: { rows: BrandRow[] };
  };
  "GET /api/connections/:id/orders": {
    query: { tab?: string; search?: string; cursor?: string };
    answer: { rows: OrderRow[]; next: string | null; counts: Record<OrderTab, number> };
  };
  "GET /api/connections/:id/orders/:orderId": { answer: OrderDetail };
  "POST /api/connections/:id/orders/:orderId/retry": {
    body: Record<string, never>;
    answer: OrderDetail;
  };
  "POST /api/connections/:id/orders/refresh": {
    body: Record<string, never>;
    answer: { taskId: string };
  };
  "GET /api/connections/:id/tasks": {
    query: { cursor?: string };
    answer: { rows: TaskRow[]; next: string | null };
  };
  "GET /api/connections/:id/tasks/:taskId": {
    query: { state?: string; cursor?: string };
    answer: TaskDetail;
  };
  "POST /api/connections/:id/tasks/:taskId/retry": {
    body: Record<string, never>;
    answer: { taskId: string };
  };
  "POST /api/connections/:id/tasks/:taskId/cancel": {
    body: Record<string, never>;
    answer: TaskRow;
  };
  /** Choices for the carrier table of the settings. */
  "GET /api/connections/:id/carriers": {
    answer: {
      carriers: { reference: string; name: string }[];
      providers: { id: string; name: string }[];
    };
  };
  /** The store's states that count as paid and not yet as shipped: a new order may start in any. */
  "GET /api/connections/:id/order-states": {
    answer: { states: { id: string; name: string }[] };
  };
  "GET /api/connections/:id/activity": {
    query: { cursor?: string };
    answer: {
      rows: {
        id: string;
        actor: string;
        kind: string;
        facts: Record<string, string | number>;
        at: number;
      }[];
      next: string | null;
    };
  };
  /** Development only. */
  "GET /api/outbox": {
    answer: {
      mails: { id: string; recipient: string; subject: string; body: string; at: number }[];
    };
  };
}
