// The simulated TikTok Shop as one object: requests, time, and the actions of buyers, sellers, auditors
// and the platform for tests and pages. It knows neither Worker nor Durable Object.
import { clearCalls, listCalls, type Call } from "../calls";
import type { Clock } from "../clock";
import type { Storage } from "../storage";
import { unixNow, type Context, type Settings } from "./context";
import { nextDueAt } from "./due";
import { records, text } from "./fields";
import { serveImage } from "./media/images";
import { answerOpenApi } from "./open-api";
import { advanceOrder } from "./orders/advance";
import { buyerCancels, sellerAnswers } from "./orders/cancellations";
import { serveDocument } from "./orders/document";
import { findOrder, saveAddress, showStatus, type Address, type OrderStatus } from "./orders/order";
import { placeOrder, type NewOrder } from "./orders/place";
import { buyerReturns, sellerRefunds } from "./orders/returns";
import { orderView } from "./orders/view";
import { answerAuthorizePage } from "./pages/authorize";
import { answerSellerCenter } from "./pages/seller-center";
import { addProduct, type NewProduct } from "./products/add";
import { reviewProduct } from "./products/audit";
import { findSku, putSku, type ProductStatus } from "./products/product";
import {
  sellerDeactivates,
  sellerEdits,
  sellerRewrites,
  type SellerEdit,
} from "./products/seller-edits";
import { platformSets } from "./products/state";
import {
  allShops,
  seedShops,
  shopsOf,
  type Seed,
  type Shop,
  changeWarehouse,
  warehousesOf,
  type Warehouse,
} from "./shops/shop";
import { STRICT_SWITCHES, type Switches } from "./switches";
import { advanceDue } from "./tick";
import { changeGrant, grantCode, revokeAuthorization } from "./tokens/authorization";
import { deliverDue, type Deliver } from "./webhooks/deliver-due";
import {
  emitWebhook,
  listDeliveries,
  setWebhookMode,
  type Delivery,
  type WebhookMode,
} from "./webhooks/outbox";

export interface TikTokShopOptions extends Settings {
  storage: Storage;
  clock: Clock;
  deliver: Deliver;
  switches?: Partial<Switches>;
}

/** The simulated shop; all methods but `fetch` and `tick` are synchronous. */
export interface TikTokShop {
  fetch(request: Request): Promise<Response>;
  /** Runs the due events and sends the due notifications. */
  tick(): Promise<void>;
  /** World time (epoch ms) of the next due event; absent: nothing is planned. */
  nextDueAt(): number | undefined;
  /** Seeds sellers, shops and warehouses; without an argument the default sellers. */
  seed(seed?: Seed): void;
  shops(): Shop[];
  settings(): Settings;
  configure(settings: Partial<Settings>): void;
  setSwitches(switches: Partial<Switches>): void;
  /** Scopes of the next grants. */
  setScopes(scopes: readonly string[]): void;
  /** Grants access as the seller of a shop, without the page; returns a code for the token host. */
  authorize(shopId: string): string;
  sellerRevokes(shopId: string): void;
  /** Changes a shop: its name, activity, failed readiness checks or delivery options. */
  setShop(
    shopId: string,
    change: Partial<Pick<Shop, "name" | "active" | "failedChecks" | "deliveryOptions">>,
  ): void;
  /** Warehouses of a shop, the return warehouse first. */
  warehouses(shopId: string): Warehouse[];
  setWarehouse(id: string, change: Parameters<typeof changeWarehouse>[2]): void;
  /** Changes the grant of the seller of a shop: its scopes, its end (unix seconds). */
  setGrant(shopId: string, change: Parameters<typeof changeGrant>[2]): void;
  /** Lists a product as the seller, without any app; returns its ids. */
  addProduct(product: NewProduct): { productId: string; skuId: string };
  placeOrder(order: NewOrder): string;
  payOrder(orderId: string): void;
  advanceOrder(orderId: string, status: OrderStatus): void;
  /** The id of the cancellation; undefined when it is too late. */
  buyerCancels(orderId: string): string | undefined;
  /** The seller answers a buyer's request to cancel. */
  sellerAnswers(cancelId: string, answer: "approve" | "reject"): void;
  /** The id of the return; undefined before delivery. */
  buyerReturns(orderId: string): string | undefined;
  /** The seller grants a return: the buyer has the money. */
  sellerRefunds(returnId: string): void;
  buyerMoves(orderId: string, address: Partial<Address>): void;
  /** The platform shows an order under a status that no document names; null: no more. */
  showStatus(orderId: string, status: string | null): void;
  /** The order as the API would print it. */
  order(orderId: string): Readonly<Record<string, unknown>> | undefined;
  reviewProduct(productId: string, result: "APPROVED" | "FAILED", reasons?: string[]): void;
  setProductStatus(productId: string, status: ProductStatus): void;
  /** The seller changes stock or price of a SKU. */
  sellerEdits(skuId: string, edit: SellerEdit): void;
  /** The seller changes content of a product, by the names of the API; it is in audit then. */
  sellerRewrites(productId: string, fields: Record<string, unknown>): void;
  /** The seller takes a product off sale. */
  sellerDeactivates(productId: string): void;
  /** A promotion locks price and stock of a SKU. */
  lockSku(skuId: string, locked: boolean): void;
  setWebhookMode(mode: WebhookMode): void;
  pauseWebhooks(): void;
  resumeWebhooks(): void;
  deliveries(): Delivery[];
  calls(): Call[];
  clearCalls(): void;
}

const SETTING_NAMES = [
  "appKey",
  "appSecret",
  "serviceId",
  "redirectUrl",
  "webhookUrl",
  "origin",
] as const;

/** Builds the context: changes by the control API override the options and persist. */
function contextOf(options: TikTokShopOptions): Context {
  const { storage, clock } = options;
  const start = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, options[name]]).filter(([, value]) => value !== undefined),
  ) as unknown as Settings;
  return {
    storage,
    clock,
    settings: () => ({ ...start, ...storage.get<Partial<Settings>>("tts:settings", "settings") }),
    switches: () => ({
      ...STRICT_SWITCHES,
      ...options.switches,
      ...storage.get<Partial<Switches>>("tts:settings", "switches"),
    }),
  };
}

/** A simulated TikTok Shop over a storage; `seed` adds its sellers. */
export function createTikTokShop(options: TikTokShopOptions): TikTokShop {
  const context = contextOf(options);
  const { storage } = context;
  const merge = (name: string, change: object) =>
    storage.put("tts:settings", name, { ...storage.get<object>("tts:settings", name), ...change });
  const shopOf = (id: string) => {
    const shop = allShops(context).find((row) => row.id === id);
    if (!shop) throw new Error(`There is no shop ${id}`);
    return shop;
  };
  return {
    fetch: async (request) => {
      advanceDue(context);
      return answer(context, request);
    },
    tick: async () => {
      advanceDue(context);
      await deliverDue(context, options.deliver);
    },
    nextDueAt: () => nextDueAt(context),
    seed: (seed = {}) => seedShops(context, seed),
    shops: () => allShops(context),
    settings: () => context.settings(),
    configure: (settings) => merge("settings", settings),
    setSwitches: (switches) => merge("switches", switches),
    setScopes: (scopes) => storage.put("tts:settings", "scopes", scopes),
    authorize: (shopId) => grantCode(context, shopOf(shopId).sellerId),
    sellerRevokes: (shopId) => sellerRevokes(context, shopOf(shopId)),
    setShop: (shopId, change) => storage.put("tts:shop", shopId, { ...shopOf(shopId), ...change }),
    warehouses: (shopId) => warehousesOf(context, shopId),
    setWarehouse: (id, change) => changeWarehouse(context, id, change),
    setGrant: (shopId, change) => changeGrant(context, shopOf(shopId).sellerId, change),
    addProduct: (wanted) => {
      const { id, content } = addProduct(context, wanted);
      return { productId: id, skuId: text(records(content["skus"])[0]?.["id"]) };
    },
    placeOrder: (order) => placeOrder(context, order),
    payOrder: (orderId) => advanceOrder(context, orderId, "ON_HOLD"),
    advanceOrder: (orderId, status) => advanceOrder(context, orderId, status),
    buyerCancels: (orderId) => buyerCancels(context, orderId),
    sellerAnswers: (cancelId, answer) => sellerAnswers(context, cancelId, answer),
    buyerReturns: (orderId) => buyerReturns(context, orderId),
    sellerRefunds: (returnId) => sellerRefunds(context, returnId),
    buyerMoves: (orderId, address) => buyerMoves(context, orderId, address),
    showStatus: (orderId, status) => showStatus(context, orderId, status),
    order: (orderId) => {
      const order = findOrder(context, orderId);
      return order && orderView(context, order);
    },
    reviewProduct: (id, result, reasons) => reviewProduct(context, id, result, reasons),
    setProductStatus: (id, status) => platformSets(context, id, status),
    sellerEdits: (skuId, edit) => sellerEdits(context, skuId, edit),
    sellerRewrites: (productId, fields) => sellerRewrites(context, productId, fields),
    sellerDeactivates: (productId) => sellerDeactivates(context, productId),
    lockSku: (skuId, locked) => {
      const sku = findSku(context, skuId);
      if (sku) putSku(context, { ...sku, locked });
    },
    setWebhookMode: (mode) => setWebhookMode(context, mode),
    pauseWebhooks: () => setWebhookMode(context, "paused"),
    resumeWebhooks: () => setWebhookMode(context, "normal"),
    deliveries: () => listDeliveries(context),
    calls: () => listCalls(storage, "tiktok-shop"),
    clearCalls: () => clearCalls(storage),
  };
}

async function answer(context: Context, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const { pathname } = url;
  if (pathname === "/open/authorize" || pathname === "/oauth/authorize")
    return answerAuthorizePage(context, request);
  if (pathname.startsWith("/seller-center")) return answerSellerCenter(context, request);
  if (pathname.startsWith("/images/") && request.method === "GET")
    return serveImage(context, decodeURIComponent(pathname.slice("/images/".length)));
  if (pathname.startsWith("/documents/") && request.method === "GET")
    return serveDocument(context, url);
  return answerOpenApi(context, request);
}

/** The seller ends the authorisation of the app; every shop under it is notified. */
function sellerRevokes(context: Context, shop: Shop): void {
  revokeAuthorization(context, shop.sellerId);
  const message = `The seller ended the authorization of shop ${shop.name}.`;
  for (const one of shopsOf(context, shop.sellerId))
    emitWebhook(context, one.id, "SELLER_DEAUTHORIZATION", { message });
}

/** The buyer changes the address of an order. */
function buyerMoves(context: Context, orderId: string, address: Partial<Address>): void {
  const order = findOrder(context, orderId);
  if (!order) return;
  const update_time = unixNow(context);
  saveAddress(context, order, address, update_time);
  emitWebhook(context, order.shopId, "RECIPIENT_ADDRESS_UPDATE", {
    order_id: orderId,
    update_time,
  });
}
