/** Connections themselves: list, make, change, pause, delete. Setting one up is in wizard.ts. */
import { sealSecret } from "../compose/secrets";
import { newWebhookSecret } from "../compose/webhook-secrets";
import { channelPlatform, sourcePlatform } from "../compose/platform-deps";
import { readConnectionSettings, settingsClosedTo } from "../contract/connection-settings";
import type { connectionRoutes } from "../contract/connections";
import {
  addConnection,
  changeConnection,
  connectionOf,
  listConnections,
  removeConnection,
  type ConnectionChange,
  type ConnectionRow,
} from "../db/connections/connections";
import { countProblems } from "../db/connections/problems";
import { SyncError } from "../domain/errors/sync-error";
import type { Call, Handlers } from "./call";
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
      sourcePlatform: sourcePlatform(body.source).key,
      channelPlatform: channelPlatform(body.channel).key,
      state: "setup" as const,
      settings: readConnectionSettings({
        requestsPerMinute: services.settings.storeRequestsPerMinute,
      }),
      createdAt: services.now(),
      updatedAt: services.now(),
    };
    await addConnection(services.db, row);
    await sealSecret(services, row, "webhook_secret", newWebhookSecret());
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
    const change = planChange(connection, body);
    await changeConnection(services.db, connection.id, change, services.now());
    await tellLedger(call, change);
    await recordChange(call, change);
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

type ChangeCall = Call<"PATCH /api/connections/:id">;

function planChange(row: ConnectionRow, body: ChangeCall["body"]): ConnectionChange {
  const change: ConnectionChange = {};
  if (body.name !== undefined) change.name = body.name;
  if (body.isPaused !== undefined) change.state = pausedState(row, body.isPaused);
  if (body.settings)
    change.settings = { ...readConnectionSettings(row.settings), ...body.settings };
  if (body.warehouseId !== undefined) {
    if (!row.channelWarehouses?.some(({ id }) => id === body.warehouseId))
      throw new SyncError("merchant", "connection.warehouse_unknown");
    change.warehouseId = body.warehouseId;
  }
  return change;
}

/** Only what runs can be paused; a revoked authorisation is not undone by a switch. */
function pausedState(row: ConnectionRow, isPaused: boolean): ConnectionRow["state"] {
  if (row.state !== "active" && row.state !== "paused")
    throw new SyncError("merchant", "connection.not_active", { state: row.state });
  return isPaused ? "paused" : "active";
}

async function tellLedger({ services, connection }: ChangeCall, change: ConnectionChange) {
  const ledger = services.ledger(connection.id);
  if (change.state && change.state !== connection.state)
    await ledger.setActive(change.state === "active");
  const isLive = (change.state ?? connection.state) === "active";
  if (isLive && (change.settings || change.warehouseId)) await ledger.releaseOrders();
}

async function recordChange(call: ChangeCall, change: ConnectionChange) {
  const { id, name, state } = call.connection;
  if (change.name !== undefined && change.name !== name)
    await record(call, id, "connection.renamed", { from: name, to: change.name });
  if (change.state && change.state !== state)
    await record(call, id, change.state === "paused" ? "connection.paused" : "connection.resumed");
  if (call.body.settings) {
    const fields = Object.keys(call.body.settings).join(", ");
    await record(call, id, "connection.settings_changed", { fields });
  }
  if (change.warehouseId) {
    const warehouse = change.warehouseId;
    await record(call, id, "connection.warehouse_chosen", { warehouse });
  }
}

async function detailOf(services: AppServices, accountId: string, id: string) {
  return readConnectionDetail(services, await connectionOf(services.db, accountId, id));
}
