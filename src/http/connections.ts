/** Connections themselves: list, make, change, pause, delete. Setting one up is in wizard.ts. */
import {
  newSettings,
  readConnectionSettings,
  settingsClosedTo,
  type SettingsPatch,
} from "../contract/connection-settings";
import type { connectionRoutes } from "../contract/connections";
import {
  addConnection,
  changeConnection,
  connectionOf,
  listConnections,
  saveOverVersion,
  type ConnectionRow,
} from "../db/connections/connections";
import { readAttention } from "../db/home/read-attention";
import type { Facts } from "../domain/facts";
import { listAttention } from "../domain/home/attention";
import { SyncError } from "../domain/errors/sync-error";
import { pauseConnection, saveSettings } from "../sync/connections/change-connection";
import { newWebhookSecret } from "../sync/connections/webhook-secrets";
import { deleteConnection } from "../tasks/delete-connection";
import { forgetKept } from "../tasks/forget-kept";
import { toStanding } from "../tasks/standing-connection";
import type { Handlers } from "./call";
import { checkAgain, ofSettings } from "./check-again";
import type { AppServices, Viewer } from "./context";
import { requireMarketCurrency } from "./price-currency";
import { record, type ActivityKind } from "./record";
import { readConnectionDetail, toConnectionView } from "./views/connection-view";

export const connectionHandlers: Handlers<typeof connectionRoutes> = {
  async "GET /api/connections"({ services: { db, now }, viewer }) {
    const rows = await listConnections(db, viewer.accountId);
    const ids = rows.map(({ id }) => id);
    const found = await readAttention(db, ids, now());
    const countOf = ({ state }: ConnectionRow, index: number) => {
      const read = found[index];
      return read ? listAttention({ ...read, state }).length : 0;
    };
    return {
      connections: rows.map((row, index) => ({
        ...toConnectionView(row),
        attentionCount: countOf(row, index),
      })),
    };
  },

  async "POST /api/connections"(call) {
    const { services, viewer, body } = call;
    const row = {
      id: services.newId("con"),
      accountId: viewer.accountId,
      name: body.name,
      sourcePlatform: services.sourcePlatform(body.source).key,
      channelPlatform: services.channelPlatform(body.channel).key,
      state: "setup" as const,
      settings: newSettings(services.settings.storeRequestsPerMinute),
      createdAt: services.now(),
      updatedAt: services.now(),
    };
    const { maxConnections: limit } = services.settings;
    if (!(await addConnection(services.db, row, limit)))
      throw new SyncError("merchant", "connection.too_many", { limit });
    await services.secrets(row).put("webhook_secret", newWebhookSecret(services));
    await record(call, row.id, "connection.created", { name: row.name });
    return detailOf(services, viewer.accountId, row.id);
  },

  "GET /api/connections/:id": ({ services, connection }) =>
    readConnectionDetail(services, connection),

  async "GET /api/connections/:id/traffic"({ services, connection }) {
    const { used, atOnce, blockedUntil } = await services.ledger(connection.id).readTraffic();
    const { requestsPerMinute: perMinute } = readConnectionSettings(connection.settings);
    return { used, perMinute, atOnce, blockedUntil };
  },

  async "PATCH /api/connections/:id"(call) {
    const { services, viewer, connection, body } = call;
    const { id } = connection;
    await pauseConnection(
      {
        ...followersOf(call),
        save: (change) => changeConnection(services.db, id, change, services.now()),
      },
      toStanding(connection),
      body.isPaused,
    );
    return detailOf(services, viewer.accountId, id);
  },

  async "PATCH /api/connections/:id/settings"(call) {
    const { services, viewer, connection, body } = call;
    const { db, now } = services;
    const { id } = connection;
    const { seenVersion, ...typed } = body;
    const wanted = { ...typed, ...withAdminUrl(services, connection, typed.settings) };
    const closed = settingsClosedTo(viewer.role, wanted.settings ?? {});
    if (closed.length > 0) throw new SyncError("merchant", "auth.forbidden", { fields: closed });
    const { priceRule, priceCurrency } = wanted.settings ?? {};
    requireMarketCurrency(services, connection, priceRule, priceCurrency);
    await saveSettings(
      {
        ...followersOf(call),
        forgetKept: () => forgetKept(services, connection),
        read: async () => toStanding(await connectionOf(db, viewer.accountId, id)),
        saveOver: (settingsVersion, change) =>
          saveOverVersion(db, { id, settingsVersion }, change, now()),
      },
      seenVersion,
      wanted,
    );
    const row = await connectionOf(db, viewer.accountId, id);
    checkAgain(services, row, ofSettings(wanted));
    return readConnectionDetail(services, row);
  },

  async "DELETE /api/connections/:id"(call) {
    const { services, connection, body } = call;
    if (body.confirmName.trim() !== connection.name)
      throw new SyncError("merchant", "connection.name_differs", { name: connection.name });
    await deleteConnection(services, connection);
    await record(call, connection.id, "connection.deleted", { name: connection.name });
    return { deleted: true };
  },
};

/** The settings with the address of the back office as it is kept; absent where nothing is set. */
function withAdminUrl(
  { sourcePlatform }: AppServices,
  { sourcePlatform: platform, sourceUrl }: ConnectionRow,
  settings: SettingsPatch | undefined,
): { settings?: SettingsPatch } {
  if (!settings?.adminUrl) return settings ? { settings } : {};
  if (sourceUrl === null) throw new SyncError("merchant", "connection.store_missing");
  const { normaliseAdminUrl } = sourcePlatform(platform);
  return { settings: { ...settings, adminUrl: normaliseAdminUrl(settings.adminUrl, sourceUrl) } };
}

/** What follows a change: the ledger, and the note of it. */
function followersOf(call: { services: AppServices; viewer: Viewer; connection: ConnectionRow }) {
  const { services, connection } = call;
  return {
    ledger: services.ledger(connection.id),
    record: (kind: ActivityKind, facts: Facts) => record(call, connection.id, kind, facts),
  };
}

async function detailOf(services: AppServices, accountId: string, id: string) {
  return readConnectionDetail(services, await connectionOf(services.db, accountId, id));
}
