/**
 * Gives the ledger its doors to the outside: the connection's two shops, the read model, problems
 * and the catalogue. Wiring only.
 */
import { compose } from "../compose";
import { saveOrder } from "../db/orders/orders";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import { tasksOf } from "../db/tasks/tasks";
import { isStoreFresh, transportInto } from "../domain/connections/source-store";
import { orderProblem } from "../domain/errors/problem-key";
import { sideOf } from "../domain/errors/classify-code";
import { SyncError, type ErrorFacts } from "../domain/errors/sync-error";
import type { LedgerPorts, LedgerConnection } from "../ledger/ports";
import type { LedgerApi } from "../sync/ledger-api";
import { channels } from "../platforms/registry";
import type { OpenConnection, Services } from "../tasks/services";
import { freshAccessOf } from "./channel-access";
import { refreshProducts } from "../sync/catalogue/refresh-products";
import { refreshNamedListing } from "../sync/listings/refresh-listing";
import { connectionPorts, openPorts } from "../tasks/connection-ports";
import { openConnection, type Doors } from "./open-connection";
import { refreshStore } from "./refresh-store";

/** Nobody receives mail under this reserved ending. */
const MAIL_DOMAIN = "channel.invalid";

/** The lane of one ledger; `self` is that ledger, so that its own rooms call it directly. */
export function ledgerPortsOf(
  env: Cloudflare.Env,
  connectionId: string,
  self: LedgerApi,
  doors: Doors,
): LedgerPorts {
  const outside = compose(env);
  const open = (id: string) => openConnection(outside, id, doors);
  const inside: Services = {
    ...outside,
    ledger: (id) => (id === connectionId ? self : outside.ledger(id)),
    openConnection: (id) => (id === connectionId ? open(id) : outside.openConnection(id)),
  };
  return ledgerPorts(inside, connectionId);
}

/** `services.ledger` and `services.openConnection` must be the ledger's own direct ones. */
export function ledgerPorts(services: Services, connectionId: string): LedgerPorts {
  const { db, now, random, log, settings } = services;
  const { httpTimeoutMs, orderPollMs, stockScanMs, moduleScanMs, shipmentScanMs } = settings;
  return {
    now,
    random,
    log,
    timing: { httpTimeoutMs, orderPollMs, stockScanMs, moduleScanMs, shipmentScanMs },
    open: async () => toLedgerConnection(await services.openConnection(connectionId), now()),
    sideOf,
    async projectOrder(projection) {
      await saveOrder(db, connectionId, projection, now());
      const key = orderProblem(projection.channelOrderId);
      const { problem } = projection;
      if (!problem) return clearProblem(db, connectionId, key);
      const error = new SyncError("merchant", problem.code, problem.facts as ErrorFacts);
      await raiseProblem(db, connectionId, key, error, now());
    },
    raiseProblem: (key, error) => raiseProblem(db, connectionId, key, error, now()),
    clearProblem: (key) => clearProblem(db, connectionId, key),
    async observeProducts(productIds) {
      const connection = await services.openConnection(connectionId);
      await refreshProducts(openPorts(services, connection), productIds);
    },
    refreshStore: async () => refreshStore(services, await services.openConnection(connectionId)),
    refreshListing: (channelProductId) =>
      refreshNamedListing(connectionPorts(services, connectionId), channelProductId),
    async finishTask(taskId, counts) {
      await tasksOf(db, now).finish(taskId, { state: "completed", counts });
    },
    freshAccess: (stale) => freshAccessOf(services, connectionId, stale),
  };
}

function toLedgerConnection(open: OpenConnection, now: number): LedgerConnection {
  const { settings, sourceStore } = open;
  return {
    isActive: open.state === "active",
    source: open.source,
    channel: open.channel,
    via: transportInto(sourceStore),
    isStoreFresh: isStoreFresh(sourceStore, now),
    requestsPerMinute: settings.requestsPerMinute,
    warehouseId: open.warehouseId,
    currency: open.currency,
    holdBack: settings.holdBack,
    carriers: settings.carrierMap,
    wording: {
      paymentLabel: settings.orderPaymentLabel ?? channels["tiktok-shop"].label,
      mailDomain: MAIL_DOMAIN,
      moneyChoice: settings.orderMoney,
      ...(settings.orderCarrierReference
        ? { carrierReference: settings.orderCarrierReference }
        : {}),
      ...(settings.orderStateId ? { stateId: settings.orderStateId } : {}),
    },
  };
}
