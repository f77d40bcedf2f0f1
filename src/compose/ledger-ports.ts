/**
 * Hands the ledger what it needs from outside: the connection's two sessions, the read model,
 * problems and the catalogue. Wiring only.
 */
import { stockRuleOfAll } from "../contract/stock-rule";
import { categoryProductsOf } from "../db/categories/category-products";
import { listingsOf } from "../db/listings/listings";
import { saveOrder } from "../db/orders/orders";
import { problemsOf } from "../db/connections/problems";
import { tasksOf } from "../db/tasks/tasks";
import { isStoreFresh, transportInto } from "../domain/connections/source-store";
import type { OrderProjection } from "../domain/orders/order-projection";
import { keyedHash } from "../lib/keyed-hash";
import type { SyncError } from "../domain/errors/sync-error";
import { draftTexts } from "../domain/orders/draft-texts";
import type { InnerLedger, LedgerConnection, LedgerPorts } from "../ledger/ports";
import type { Pacer } from "../platforms/deps";
import { openPacer } from "../platforms/http/pacer";
import { projectOrder } from "../sync/orders/project-order";
import type { OpenConnection, Services } from "../tasks/services";
import { freshAccessOf } from "./channel-access";
import { flagVanished } from "../sync/catalogue/flag-missing";
import { refreshPage, refreshProducts } from "../sync/catalogue/refresh-products";
import { refreshNamedListings } from "../sync/listings/refresh-named-listings";
import { connectionPorts, openPorts } from "../tasks/connection-ports";
import { refreshStoreOf } from "../tasks/refresh-store";
import { noteWriteOf } from "./note-write";
import { openConnection, type SessionAccess } from "./open-connection";

/** The ports of the ledger of `connectionId`; what it does for itself reaches `ledger` directly. */
export function ledgerPortsOf(
  outside: Services,
  connectionId: string,
  ledger: InnerLedger,
): LedgerPorts {
  const pacer = openPacer(outside);
  const access: SessionAccess = {
    // A lease costs no round trip in here, so each request takes its own just before it goes out.
    lease: async (side, _wanted, terms) => ledger.leaseInside(side, terms),
    pacer,
    noteWrite: noteWriteOf(ledger, outside.log),
    freshAccess: (stale) => ledger.freshAccess(stale),
  };
  const inside: Services = {
    ...outside,
    ledger: (id) => (id === connectionId ? ledger : outside.ledger(id)),
    openConnection: (id) =>
      id === connectionId ? openConnection(outside, id, access) : outside.openConnection(id),
  };
  return toPorts(inside, connectionId, pacer);
}

/** `services.ledger` and `services.openConnection` must be the ledger's own direct ones. */
function toPorts(services: Services, connectionId: string, pacer: Pacer): LedgerPorts {
  const { db, now, random, log, settings } = services;
  const { httpTimeoutMs, orderPollMs, shipmentScanMs } = settings;
  const { stockScanMs, moduleScanMs, productScanMs } = settings;
  const open = problemsOf(db, connectionId, now);
  const problems = {
    raiseProblem: (key: string, error: SyncError) => open.raise(key, error),
    clearProblem: (key: string) => open.clear(key),
  };
  return {
    connectionId,
    now,
    random,
    log,
    pacer,
    timing: {
      httpTimeoutMs,
      orderPollMs,
      stockScanMs,
      moduleScanMs,
      productScanMs,
      shipmentScanMs,
    },
    open: async () => toLedgerConnection(await services.openConnection(connectionId), now()),
    ...problems,
    projectOrder: (projection, reason) =>
      projectOrder(
        {
          ...problems,
          async saveOrder(order) {
            const buyerKey = await buyerKeyOf(settings.authSecret, connectionId, order);
            await saveOrder(db, connectionId, { ...order, buyerKey }, now());
          },
        },
        projection,
        reason,
      ),
    async observeProducts(productIds) {
      const connection = await services.openConnection(connectionId);
      return refreshProducts(openPorts(services, connection), productIds);
    },
    ...walkPorts(services, connectionId),
    listCategoryProducts: (categoryId) => categoryProductsOf(db, connectionId).list(categoryId),
    refreshStore: async () => refreshStoreOf(services, await services.openConnection(connectionId)),
    refreshListings: (named) =>
      refreshNamedListings(connectionPorts(services, connectionId), named),
    dropOffers: (channelProductId, skuIds) =>
      listingsOf(db, connectionId, now).dropOffers(channelProductId, skuIds),
    async finishTask(taskId, counts) {
      await tasksOf(db, now).finish(taskId, { state: "completed", counts });
    },
    freshAccess: (stale) => freshAccessOf(services, connectionId, stale),
  };
}

/** The session of a walk lives in memory: after a restart the next page opens another. */
function walkPorts(
  services: Services,
  connectionId: string,
): Pick<LedgerPorts, "observePage" | "flagVanished"> {
  let opened: OpenConnection | undefined;
  return {
    async observePage(cursor) {
      const connection =
        (cursor !== undefined && opened) || (await services.openConnection(connectionId));
      opened = undefined;
      const page = await refreshPage(openPorts(services, connection), cursor);
      if (page.next !== undefined) opened = connection;
      return page;
    },
    async flagVanished() {
      const connection = await services.openConnection(connectionId);
      const source = await connection.source();
      const report = async () => {};
      await flagVanished({ ...openPorts(services, connection), source, report }, false);
    },
  };
}

/** What tells a buyer's orders of a connection from others', and says nothing of the person. */
async function buyerKeyOf(
  secret: string,
  connectionId: string,
  { body: { buyer } }: OrderProjection,
): Promise<string | null> {
  return buyer.id === "" ? null : keyedHash(secret, `buyer:${connectionId}:${buyer.id}`);
}

function toLedgerConnection(open: OpenConnection, now: number): LedgerConnection {
  const { settings, sourceStore } = open;
  return {
    isActive: open.state === "active",
    connectedAt: open.createdAt,
    source: open.source,
    channel: open.channel,
    transport: transportInto(sourceStore),
    isStoreFresh: isStoreFresh(sourceStore, now),
    requestsPerMinute: settings.requestsPerMinute,
    warehouseId: open.warehouseId,
    currency: open.currency,
    isReadAsChosen: open.isReadAsChosen,
    ...(open.market ? { marketCurrency: open.market.limits.currency } : {}),
    stockRule: stockRuleOfAll(settings),
    lowStock: settings.lowStock,
    priceRule: settings.priceRule,
    sends: {
      stock: settings.syncRules.update.stock === "source",
      price: settings.syncRules.update.price === "source",
    },
    carriers: settings.carrierMap,
    stateRules: settings.orderStateMap,
    wording: draftTexts(settings, open.channelLabel),
    writesShipped: settings.writesShipped,
    writesDelivered: settings.writesDelivered,
    retriesOrders: settings.retriesOrders,
    cancelReason: settings.cancelReason,
  };
}
