import { SyncError } from "../domain/errors/sync-error";
import { startRefreshOrders } from "../tasks/start-refresh-orders";
import type { orderRoutes } from "../contract/orders";
import { productsOf } from "../db/catalogue/products";
import { forgetBuyersOf, listOrdersOfBuyer } from "../db/orders/forget-buyers";
import { readDispatch } from "../db/orders/dispatch";
import { archiveOrders } from "../db/orders/orders";
import { ordersOf } from "../db/orders/read-orders";
import { forgetBuyers } from "../sync/orders/forget-buyers";
import { endOfStoreDay } from "../domain/store-day";
import type { ConnectionRow } from "../db/connections/connections";
import type { Handlers } from "./call";
import { record } from "./record";
import { adminPagesOf } from "./views/admin-pages";
import { readOrderDetail, toOrderRow } from "./views/order-view";

export const orderHandlers: Handlers<typeof orderRoutes> = {
  async "GET /api/connections/:id/orders"({ services, connection, query }) {
    const { search, problem, due, sort, cursor, tab = "all" } = query;
    const filter = {
      ...(search ? { search } : {}),
      ...(problem ? { problem } : {}),
      ...(due ? { due: { which: due, ...dayOf(connection, services.now()) } } : {}),
    };
    const orders = ordersOf(services.db, connection.id);
    const among = await orders.findFew(filter);
    const place = { ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) };
    const [page, counted] = await Promise.all([
      orders.page({ ...filter, tab }, { ...place, ...(among && { among }) }),
      orders.countTabs(filter, among),
    ]);
    const pages = adminPagesOf(services, connection);
    return { rows: page.rows.map((row) => toOrderRow(row, pages)), next: page.next, ...counted };
  },

  "GET /api/connections/:id/dispatch"({ services: { db, now }, connection }) {
    const { now: at, endOfDay } = dayOf(connection, now());
    return readDispatch(db, connection.id, at, endOfDay);
  },

  "GET /api/connections/:id/orders/:orderId": ({ services, connection, params }) =>
    readOrderDetail(services, connection, params.orderId),

  async "POST /api/connections/:id/orders/:orderId/retry"(call) {
    const { services, connection, params } = call;
    await readOrderDetail(services, connection, params.orderId);
    await services.ledger(connection.id).retryOrder(params.orderId);
    await record(call, connection.id, "order.retried", { order: params.orderId });
    return readOrderDetail(services, connection, params.orderId);
  },

  async "POST /api/connections/:id/orders/:orderId/cancel-request"(call) {
    const { services, connection, params, body } = call;
    await readOrderDetail(services, connection, params.orderId);
    if (!(await services.ledger(connection.id).answerRequest(params.orderId, body.answer)))
      throw new SyncError("merchant", "order.no_cancel_request");
    const facts = { order: params.orderId, answer: body.answer };
    await record(call, connection.id, "order.request_answered", facts);
    return readOrderDetail(services, connection, params.orderId);
  },

  async "POST /api/connections/:id/orders/:orderId/acknowledge-refunds"(call) {
    const { services, connection, params } = call;
    await readOrderDetail(services, connection, params.orderId);
    if (!(await services.ledger(connection.id).acknowledgeRefunds(params.orderId)))
      throw new SyncError("merchant", "order.no_store_refund");
    await record(call, connection.id, "order.refunds_acknowledged", { order: params.orderId });
    return readOrderDetail(services, connection, params.orderId);
  },

  async "POST /api/connections/:id/orders/:orderId/forget-buyer"(call) {
    const { services, connection, params } = call;
    const { db, now } = services;
    await readOrderDetail(services, connection, params.orderId);
    const ids = await listOrdersOfBuyer(db, connection.id, params.orderId);
    if (!ids.includes(params.orderId)) throw new SyncError("merchant", "order.buyer_needed");
    const ledger = services.ledger(connection.id);
    const forget = (some: readonly string[]) => forgetBuyersOf(db, connection.id, some, now());
    await forgetBuyers({ ledger, forget }, ids);
    const facts = { order: params.orderId, count: ids.length };
    await record(call, connection.id, "order.buyer_forgotten", facts);
    return readOrderDetail(services, connection, params.orderId);
  },

  async "POST /api/connections/:id/orders/:orderId/variant"(call) {
    const { services, connection, params, body } = call;
    const { orderId } = params;
    await readOrderDetail(services, connection, orderId);
    const { productId, variantId } = body;
    const product = await productsOf(services.db, connection.id, services.now).find(productId);
    const isKnown = product?.body.variants.some(({ id }) => id === variantId);
    if (!product || product.deletedAt !== null || !isKnown)
      throw new SyncError("merchant", "order.variant_unknown", { productId, variantId });
    const choice = { channelOrderId: orderId, ...body };
    if ((await services.ledger(connection.id).chooseVariant(choice)) !== "chosen")
      throw new SyncError("merchant", "order.variant_closed");
    const facts = { order: orderId, product: product.body.name };
    await record(call, connection.id, "order.variant_chosen", facts);
    return readOrderDetail(services, connection, orderId);
  },

  async "POST /api/connections/:id/orders/archive"(call) {
    const { services, connection, body } = call;
    const moved = await archiveOrders(services.db, connection.id, body, services.now());
    const kind = body.isArchived ? "order.archived" : "order.unarchived";
    if (moved > 0) await record(call, connection.id, kind, { count: moved });
    return { moved };
  },

  async "POST /api/connections/:id/orders/refresh"(call) {
    const { services, viewer, connection } = call;
    const started = await startRefreshOrders(services, connection.id, viewer.name);
    await record(call, connection.id, "order.refresh_started", { task: started.taskId });
    return started;
  },
};

/** Now, and when the day ends by the store's clock, epoch ms. */
function dayOf({ sourceStore }: Pick<ConnectionRow, "sourceStore">, now: number) {
  return { now, endOfDay: endOfStoreDay(now, sourceStore?.timeZone ?? "UTC") };
}
