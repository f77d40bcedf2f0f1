/** Connections themselves: list, make, change, pause, delete. Setting one up is in wizard.ts. */
import { readConnectionSettings, settingsClosedTo } from "../contract/connection-settings";
import type { connectionRoutes } from "../contract/connections";
import {
  addConnection,
  changeConnection,
  connectionOf,
  listConnections,
  removeConnection,
  type ConnectionRow,
} from "../db/connections/connections";
import { countProblems } from "../db/connections/problems";
import { SyncError } from "../domain/errors/sync-error";
import { changeConnectionBy } from "../sync/connections/change-connection";
import { newWebhookSecret } from "../sync/connections/webhook-secrets";
import type { Handlers } from "./call";
import type { AppServices } from "./context";
import { record } from "./record";
import { readConnectionDetail, toConnectionView } from "./views/connection-view";

export const connectionHandlers: Handlers<typeof connectionRoutes> = {
  async "GET /api/connections"({ services: { db }, viewer }) {
    const [rows, problems] = await Promise.all([
      listConnections(db, viewer.accountId),
      countProblems(db, viewer.accountId),
    ]);
    return { connections: rows.map((row) => toConnectionView(row, problems.get(row.id) ?? 0)) };
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
      settings: readConnectionSettings({
        requestsPerMinute: services.settings.storeRequestsPerMinute,
      }),
      createdAt: services.now(),
      updatedAt: services.now(),
    };
    await addConnection(services.db, row);
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
    const closed = settingsClosedTo(viewer.role, body.settings ?? {});
    if (closed.length > 0) throw new SyncError("merchant", "auth.forbidden", { fields: closed });
    await changeConnectionBy(
      {
        save: (change) => changeConnection(services.db, connection.id, change, services.now()),
        ledger: services.ledger(connection.id),
        record: (kind, facts) => record(call, connection.id, kind, facts),
      },
      toChangeable(connection),
      body,
    );
    return detailOf(services, viewer.accountId, connection.id);
  },

  async "DELETE /api/connections/:id"(call) {
    const { services, viewer, connection, body } = call;
    if (body.confirmName.trim() !== connection.name)
      throw new SyncError("merchant", "connection.name_differs", { name: connection.name });
    await services.ledger(connection.id).erase();
    await removeConnection(services.db, viewer.accountId, connection.id);
    await record(call, connection.id, "connection.deleted", { name: connection.name });
    return { deleted: true };
  },
};

function toChangeable({ name, state, settings, channelWarehouses }: ConnectionRow) {
  return {
    name,
    state,
    settings: readConnectionSettings(settings),
    warehouseIds: (channelWarehouses ?? []).map(({ id }) => id),
  };
}

async function detailOf(services: AppServices, accountId: string, id: string) {
  return readConnectionDetail(services, await connectionOf(services.db, accountId, id));
}
