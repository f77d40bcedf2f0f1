import type { ConnectionRow } from "../../db/connections/connections";
import type { SecretField } from "../../domain/connections/secrets";
import { problemsOf, type ProblemRow } from "../../db/connections/problems";
import { pairedAt } from "../../sync/connections/pair-store";
import { readMove } from "../../sync/connections/store-move";
import { transportInto } from "../../domain/connections/source-store";
import { authorizationState } from "../../domain/connections/authorization";
import { SyncError } from "../../domain/errors/sync-error";
import type { ProblemView } from "../../contract/common";
import type { ConnectionDetail, ConnectionView } from "../../contract/connections";
import { readConnectionSettings } from "../../contract/connection-settings";
import type { AppServices } from "../context";
import { adminUrlOf } from "./admin-pages";

/** More open problems than a page can show help nobody. */
const SHOWN_PROBLEMS = 50;
export function toConnectionView(row: ConnectionRow): ConnectionView {
  return {
    id: row.id,
    name: row.name,
    source: row.sourcePlatform,
    channel: row.channelPlatform,
    state: row.state,
    sourceUrl: row.sourceUrl,
    sourceStoreName: row.sourceStore?.shopName ?? null,
    sourceVersion: row.sourceStore?.version ?? null,
    currency: row.sourceStore?.currency ?? "",
    transport: row.sourceStore ? transportInto(row.sourceStore) : "webservice",
    moduleVersion: row.sourceStore?.moduleVersion ?? null,
    channelShopName: row.channelShopName,
    channelRegion: row.channelRegion,
    createdAt: row.createdAt,
    lastPullAt: row.lastPullAt,
  };
}

/**
 * The whole connection as pages need it; reads our own tables only, in two queries because pages poll
 * it. Throws SyncError("merchant", "connection.incomplete").
 */
export async function readConnectionDetail(
  services: AppServices,
  row: ConnectionRow,
): Promise<ConnectionDetail> {
  const [problems, secrets] = await Promise.all([
    problemsOf(services.db, row.id, services.now).list(SHOWN_PROBLEMS),
    services.secrets(row).list(),
  ]);
  const has = (field: SecretField) => secrets.find((one) => one.field === field);
  if (!has("webhook_secret"))
    throw new SyncError("merchant", "connection.incomplete", { field: "webhook_secret" });
  const tokens = has("channel_tokens");
  const move = await readMove(has("store_move"), services.now());
  const previousUntil = has("webhook_secret_previous")?.expiresAt ?? 0;
  return {
    ...toConnectionView(row),
    setupStep: setupStep(row, tokens?.state),
    webhookUrl: webhookUrlOf(services, row.id),
    storeMove: move ? { url: move.url, at: move.at } : null,
    previousSecretUntil: previousUntil > services.now() ? previousUntil : null,
    isRotating: has("webhook_secret_next") !== undefined,
    hasSourceKey: has("source_key") !== undefined,
    adminUrl: adminUrlOf(row),
    pairedAt: await pairedAt(has("pairing")),
    market: row.channelMarket,
    authorization: authorizationState(tokens, services.now()),
    warehouses: [...(row.channelWarehouses ?? [])],
    warehouseId: row.warehouseId,
    settings: readConnectionSettings(row.settings),
    settingsVersion: row.settingsVersion,
    problems: problems.map(toProblemView),
  };
}

export function toProblemView(row: ProblemRow): ProblemView {
  const remedy = row.remedy as ProblemView["remedy"];
  const { key, code, facts, firstSeenAt, lastSeenAt } = row;
  return { key, code, remedy, facts, firstSeenAt, lastSeenAt };
}

function setupStep(row: ConnectionRow, tokenState: string | undefined) {
  if (!row.sourceUrl) return "store";
  if (row.channelShopId) return "done";
  return tokenState && tokenState !== "revoked" ? "shop" : "channel";
}

/** Where the store's module sends its events. */
export function webhookUrlOf(
  { settings }: Pick<AppServices, "settings">,
  connectionId: string,
): string {
  return `${settings.publicUrl}/webhooks/source/${connectionId}`;
}
