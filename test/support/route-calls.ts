/** One call of each route, for tests that walk all of them. */
import type { CallOptions, RouteKey } from "../../src/contract/contract";
import { fillPath, splitKey, type PathValues } from "../../src/contract/route-key";
import { png } from "./png";
import type { preparePeople } from "./prepared-people";
import { STORE_8, STORE_9, WEBSERVICE_KEY } from "./simulated-world";

/** What the calls are made with: a living connection with products, an order and tasks. */
export interface Prepared {
  id: string;
  name: string;
  settingsVersion: number;
  shopId: string;
  productId: string;
  unlinkedOrderId: string;
  /** In the store, and waiting for the channel's own carrier. */
  carriedOrderId: string;
  /** In the store, waiting for the seller's carrier, and the units of it. */
  packedOrder: { id: string; lineIds: string[] };
  skuId: string;
  variantId: string;
  orderId: string;
  taskId: string;
  reportId: string;
  /** One that waits for a confirmation. */
  unconfirmedTaskId: string;
  categoryId: string;
  sourceCategoryId: string;
  /** A listing that no product stands for, and a product whose listing the seller made. */
  unmappedListingId: string;
  /** Of the channel, and in no list of Weft. */
  unreadListingId: string;
  mappedProductId: string;
  sessionId: string;
  /** Of whom calls. */
  email: string;
  accountName: string;
  people: Awaited<ReturnType<typeof preparePeople>>;
}

/** One call of each route; a route without one does not compile. Deleting and leaving come last. */
export const CALLS: { [Key in RouteKey]: (given: Prepared) => CallOptions<Key> } = {
  "GET /api/outbox": () => ({}),
  "GET /api/me": () => ({}),
  "POST /api/me/second-factor/confirm": ({ people }) => ({ body: { code: people.code } }),
  "GET /api/me/proof": () => ({}),
  "POST /api/me/proof": () => ({ body: { secret: "a long enough password" } }),
  "GET /api/me/security": () => ({}),
  "POST /api/me/sessions/end-others": () => ({ body: {} }),
  "DELETE /api/me/sessions/:sessionId": ({ sessionId }) => ({ params: { sessionId }, body: {} }),
  "DELETE /api/me/second-factor": () => ({ body: {} }),
  "POST /api/me/second-factor": () => ({ body: {} }),
  "GET /api/account": () => ({}),
  "PATCH /api/account/settings": () => ({
    body: { seenVersion: 0, name: "Harbour", settings: { invitationDays: 3 } },
  }),
  "GET /api/markets": () => ({}),
  "GET /api/activity": () => ({}),
  "GET /api/people": () => ({}),
  "POST /api/people/invitations": () => ({
    body: { email: "new@merchant.example", role: "admin" },
  }),
  "DELETE /api/people/invitations/:invitationId": ({ people }) => ({
    params: { invitationId: people.invitationId },
    body: {},
  }),
  "PATCH /api/people/:userId": ({ people }) => ({
    params: { userId: people.userId },
    body: { name: "Ada", role: "owner" },
  }),
  "DELETE /api/people/:userId": ({ people }) => ({
    params: { userId: people.otherId },
    body: {},
  }),
  "POST /api/invitations/read": ({ people }) => ({ body: { token: people.token } }),
  "POST /api/invitations/accept": ({ people }) => ({ body: { token: people.token } }),
  "GET /api/connections": () => ({}),
  "POST /api/connections": () => ({
    body: { name: "Another shop", source: "prestashop", channel: "tiktok-shop" },
  }),
  "GET /api/connections/:id": ({ id }) => ({ params: { id } }),
  "PATCH /api/connections/:id": ({ id }) => ({
    params: { id },
    body: { isPaused: false },
  }),
  "PATCH /api/connections/:id/settings": ({ id, settingsVersion }) => ({
    params: { id },
    // The calls that follow ask the store more often than the default allows.
    body: {
      seenVersion: settingsVersion,
      settings: { requestsPerMinute: 600, orderPaymentLabel: "TikTok" },
    },
  }),
  "GET /api/connections/:id/traffic": ({ id }) => ({ params: { id } }),
  "PUT /api/connections/:id/source": ({ id }) => ({
    params: { id },
    body: { url: STORE_8, key: WEBSERVICE_KEY },
  }),
  "POST /api/connections/:id/store-move": ({ id }) => ({
    params: { id },
    body: { url: STORE_9, isAccepted: false },
  }),
  "POST /api/connections/:id/webhook-secret": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/pairing": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/rotate-secret": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/authorize": ({ id }) => ({ params: { id }, body: { market: "GB" } }),
  "GET /api/connections/:id/shops": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/shop": ({ id, shopId }) => ({ params: { id }, body: { shopId } }),
  "GET /api/connections/:id/carriers": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/reading-choices": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/order-states": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/check": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/check": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/check/repair": ({ id }) => ({
    params: { id },
    body: { check: "orders.country" },
  }),
  "GET /api/report-key": () => ({}),
  "GET /api/connections/:id/dispatch": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/reports": ({ id }) => ({ params: { id }, query: {} }),
  "POST /api/connections/:id/reports": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/reports/:reportId": ({ id, reportId }) => ({
    params: { id, reportId },
  }),
  "GET /api/connections/:id/journal": ({ id }) => ({ params: { id }, query: {} }),
  "GET /api/connections/:id/replay": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/replay": ({ id }) => ({
    params: { id },
    body: { of: { everything: true } },
  }),
  "GET /api/connections/:id/export": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/home": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/attention": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/pulse": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/activity": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/products": ({ id }) => ({ params: { id }, query: { tab: "all" } }),
  "GET /api/connections/:id/products/:productId": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "POST /api/connections/:id/selection-count": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "POST /api/connections/:id/pull": ({ id }) => ({
    params: { id },
    body: { from: "2026-01-01", until: "2026-01-02" },
  }),
  "POST /api/connections/:id/repull": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "PUT /api/connections/:id/products/:productId/category": ({ id, productId, categoryId }) => ({
    params: { id, productId },
    body: { categoryId },
  }),
  "GET /api/connections/:id/products/:productId/differences": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "GET /api/connections/:id/products/:productId/requirements": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "PATCH /api/connections/:id/products/:productId/details": ({ id, productId }) => ({
    params: { id, productId },
    body: {
      brand: { name: "None" },
      attributes: { "1": [{ name: "Clay" }], "2": null },
      package: { weightGrams: 300, lengthMm: null },
      certificates: { "9": { files: [{ kind: "image", uri: "tos/proof" }] } },
      manufacturerIds: ["m1"],
    },
  }),
  "PUT /api/connections/:id/products/:productId/rules": ({ id, productId }) => ({
    params: { id, productId },
    body: {
      title: "Mug for two",
      create: { barcode: "none" },
      update: { title: "connector", price: "channel" },
    },
  }),
  "PUT /api/connections/:id/products/:productId/low-stock": ({ id, productId }) => ({
    params: { id, productId },
    body: { lowStock: { threshold: 6, action: "out_of_stock" }, isExcluded: false },
  }),
  "PUT /api/connections/:id/products/:productId/price-rule": ({ id, productId }) => ({
    params: { id, productId },
    body: { own: "store" },
  }),
  "PUT /api/connections/:id/products/:productId/stock-rule": ({ id, productId }) => ({
    params: { id, productId },
    body: { own: { units: null, percent: 10, maximum: null } },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/stock-rule": ({ id, categoryId }) => ({
    params: { id, categoryId },
  }),
  "PUT /api/connections/:id/channel-categories/:categoryId/stock-rule": ({ id, categoryId }) => ({
    params: { id, categoryId },
    body: { own: null },
  }),
  "POST /api/connections/:id/price-preview": ({ id }) => ({
    params: { id },
    body: { priceRule: null },
  }),
  "PUT /api/connections/:id/products/:productId/size-chart": ({ id, productId }) => ({
    params: { id, productId },
    body: { fileName: "sizes.png", base64: png(1024, 1024) },
  }),
  "POST /api/connections/:id/push": ({ id }) => ({
    params: { id },
    body: { selection: { filter: { tab: "all", search: "mug" } } },
  }),
  "POST /api/connections/:id/update": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] }, what: "stock" },
  }),
  "POST /api/connections/:id/listing-state": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] }, action: "activate" },
  }),
  "POST /api/connections/:id/refresh-listings": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "POST /api/connections/:id/unmapped-listings/find": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/unmapped-listings": ({ id }) => ({
    params: { id },
    query: { tab: "none" },
  }),
  "POST /api/connections/:id/unmapped-listings/read": ({
    id,
    unreadListingId: channelProductId,
  }) => ({ params: { id }, body: { channelProductId } }),
  "PUT /api/connections/:id/unmapped-listings/:channelProductId": ({
    id,
    unmappedListingId: channelProductId,
    productId,
    variantId,
    skuId: channelSkuId,
  }) => ({
    params: { id, channelProductId },
    body: { productId, pairs: [{ channelSkuId, variantId }] },
  }),
  "POST /api/connections/:id/unmapped-listings/hide": ({ id, unmappedListingId }) => ({
    params: { id },
    body: { ids: [unmappedListingId], isHidden: true },
  }),
  "POST /api/connections/:id/unmapped-listings/map": ({ id, unmappedListingId }) => ({
    params: { id },
    body: { ids: [unmappedListingId], sendsStock: true, sendsPrice: false },
  }),
  "POST /api/connections/:id/products/:productId/unmap": ({ id, mappedProductId: productId }) => ({
    params: { id, productId },
    body: {},
  }),
  "GET /api/connections/:id/categories": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/categories/suggest": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/categories/accept": ({ id }) => ({ params: { id }, body: {} }),
  "PUT /api/connections/:id/categories/:sourceCategoryId": ({
    id,
    sourceCategoryId,
    categoryId,
  }) => ({ params: { id, sourceCategoryId }, body: { categoryId } }),
  "GET /api/connections/:id/channel-categories": ({ id }) => ({
    params: { id },
    query: { parent: "0" },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/sheet": ({ id, categoryId }) => ({
    params: { id, categoryId },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/sheet/rows": ({ id, categoryId }) => ({
    params: { id, categoryId },
  }),
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/check": (given) => ({
    params: { id: given.id, categoryId: given.categoryId },
    body: { upload: "upload_1", rows: [{ line: 2, productId: given.productId, cells: {} }] },
  }),
  "POST /api/connections/:id/channel-categories/:categoryId/sheet/apply": ({ id, categoryId }) => ({
    params: { id, categoryId },
    body: { upload: "upload_1" },
  }),
  "GET /api/connections/:id/brands": ({ id }) => ({
    params: { id },
    query: { search: "harbour" },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/store-texts": ({ id, categoryId }) => ({
    params: { id, categoryId },
  }),
  "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept": ({
    id,
    categoryId,
    productId,
  }) => ({
    params: { id, categoryId },
    body: { products: [{ productId, attributes: {} }] },
  }),
  "GET /api/connections/:id/products/:productId/store-texts": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/demands": ({ id, categoryId }) => ({
    params: { id, categoryId },
  }),
  "PATCH /api/connections/:id/channel-categories/:categoryId/details": ({ id, categoryId }) => ({
    params: { id, categoryId },
    body: { brand: { name: "None" }, attributes: { "1": [{ name: "Clay" }] } },
  }),
  "PUT /api/connections/:id/channel-categories/:categoryId/field-mapping": ({
    id,
    categoryId,
  }) => ({
    params: { id, categoryId },
    body: { field: "brand", source: { kind: "manufacturer", values: { Mill: { id: "b1" } } } },
  }),
  "POST /api/connections/:id/channel-categories/:categoryId/field-preview": ({
    id,
    categoryId,
  }) => ({
    params: { id, categoryId },
    body: { field: "brand", source: { kind: "dimension", of: "weight", unit: "kg" } },
  }),
  "GET /api/connections/:id/channel-categories/:categoryId/mapping-sources": ({
    id,
    categoryId,
  }) => ({ params: { id, categoryId } }),
  "POST /api/connections/:id/certificate-files": ({ id }) => ({
    params: { id },
    body: { fileName: "declaration.png", base64: png(300, 300) },
  }),
  "POST /api/connections/:id/size-charts": ({ id }) => ({
    params: { id },
    body: { fileName: "sizes.png", base64: png(1024, 1024) },
  }),
  "GET /api/connections/:id/parties": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/manufacturers": ({ id }) => ({
    params: { id },
    body: { name: "Mill Ltd", email: "safety@mill.example", address: "1 Mill Lane, Leeds" },
  }),
  "POST /api/connections/:id/responsible-persons": ({ id }) => ({
    params: { id },
    body: {
      name: "Anna Berg",
      email: "anna@mill.example",
      phone: { countryCode: "+49", localNumber: "15550142" },
      address: { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" },
    },
  }),
  "GET /api/connections/:id/orders": ({ id }) => ({ params: { id }, query: { tab: "all" } }),
  "GET /api/connections/:id/orders/:orderId": ({ id, orderId }) => ({ params: { id, orderId } }),
  "POST /api/connections/:id/orders/:orderId/forget-buyer": ({ id, unlinkedOrderId }) => ({
    params: { id, orderId: unlinkedOrderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/:orderId/variant": ({ id, ...sold }) => ({
    params: { id, orderId: sold.unlinkedOrderId },
    body: { channelSkuId: sold.skuId, productId: sold.productId, variantId: sold.variantId },
  }),
  "POST /api/connections/:id/orders/:orderId/retry": ({ id, orderId }) => ({
    params: { id, orderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/:orderId/cancel-request": ({ id, orderId }) => ({
    params: { id, orderId },
    body: { answer: "decline" },
  }),
  "POST /api/connections/:id/orders/:orderId/hand-over": ({ id, carriedOrderId }) => ({
    params: { id, orderId: carriedOrderId },
    body: { method: "drop_off" },
  }),
  "POST /api/connections/:id/orders/:orderId/parcels": ({ id, packedOrder }) => ({
    params: { id, orderId: packedOrder.id },
    body: {
      parcels: [{ lineIds: packedOrder.lineIds, trackingNumber: "PACK1", carrierReference: "2" }],
    },
  }),
  "GET /api/connections/:id/orders/:orderId/labels": ({ id, carriedOrderId }) => ({
    params: { id, orderId: carriedOrderId },
  }),
  "POST /api/connections/:id/orders/:orderId/acknowledge-refunds": ({ id, orderId }) => ({
    params: { id, orderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/archive": ({ id }) => ({
    params: { id },
    body: { orderIds: ["5761"], isArchived: true },
  }),
  "GET /api/connections/:id/missed-orders": ({ id }) => ({
    params: { id },
    query: { from: "1000", before: "2000" } as never,
  }),
  "POST /api/connections/:id/missed-orders": ({ id }) => ({
    params: { id },
    body: { orderIds: ["5761"] },
  }),
  "GET /api/connections/:id/oversold": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/oversold/acknowledge": ({ id }) => ({
    params: { id },
    body: { newest: 0 },
  }),
  "POST /api/connections/:id/oversold/products/:channelProductId/check": ({ id }) => ({
    params: { id, channelProductId: "1729" },
    body: { isOutOfStock: false },
  }),
  "POST /api/connections/:id/orders/refresh": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/tasks": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/tasks/:taskId": ({ id, taskId }) => ({ params: { id, taskId } }),
  "POST /api/connections/:id/tasks/:taskId/retry": ({ id, taskId }) => ({
    params: { id, taskId },
    body: {},
  }),
  "POST /api/connections/:id/tasks/:taskId/confirm": ({ id, unconfirmedTaskId }) => ({
    params: { id, taskId: unconfirmedTaskId },
    body: {},
  }),
  "POST /api/connections/:id/tasks/:taskId/cancel": ({ id, taskId }) => ({
    params: { id, taskId },
    body: {},
  }),
  "DELETE /api/connections/:id": ({ id, name }) => ({
    params: { id },
    body: { confirmName: name },
  }),
  "POST /api/people/leave": () => ({ body: {} }),
  "DELETE /api/me": ({ email }) => ({ body: { confirmEmail: email } }),
  "POST /api/account": () => ({ body: {} }),
  "DELETE /api/account": ({ accountName }) => ({ body: { confirmName: accountName } }),
};

/** Method, address and body of the call. */
export function callOf(key: RouteKey, given: Prepared) {
  const { method, path } = splitKey(key);
  const options = CALLS[key](given) as PathValues & { body?: object };
  return { method, path: fillPath(path, options), body: options.body };
}
