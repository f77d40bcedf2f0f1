import type { ConnectionRow } from "../../db/connections/connections";
import { listCredentials, type CredentialField } from "../../db/connections/credentials";
import { listProblems, type ProblemRow } from "../../db/connections/problems";
import { pairedAt, webhookUrl } from "../../compose/pairing";
import { transportInto } from "../../domain/connections/source-store";
import { openSealed } from "../../compose/secrets";
import { SyncError } from "../../domain/errors/sync-error";
import type { ProblemView } from "../../contract/common";
import type { ConnectionDetail, ConnectionView } from "../../contract/connections";
import { readConnectionSettings } from "../../contract/connection-settings";
import type { AppServices } from "../context";

/** More open problems than a page can show help nobody. */
const SHOWN_PROBLEMS = 50;
/** Long enough for a merchant to find the time. */
const EXPIRING_MS = 14 * 24 * 3600 * 1000;

export function toConnectionView(row: ConnectionRow, problemCount: number): ConnectionView {
  return {
    id: row.id,
    name: row.name,
    source: row.sourcePlatform,
    channel: row.channelPlatform,
    state: row.state,
    sourceUrl: row.sourceUrl,
    sourceStoreName: row.sourceStore?.shopName ?? null,
    sourceVersion: row.sourceStore?.version ?? null,
    via: row.sourceStore ? transportInto(row.sourceStore) : "webservice",
    moduleVersion: row.sourceStore?.moduleVersion ?? null,
    channelShopName: row.channelShopName,
    channelRegion: row.channelRegion,
    problemCount,
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
  const { db } = services;
  const [problems, credentials] = await Promise.all([
    listProblems(db, row.id, SHOWN_PROBLEMS),
    listCredentials(db, row.id),
  ]);
  const has = (field: CredentialField) => credentials.find((one) => one.field === field);
  const secret = has("webhook_secret");
  if (!secret)
    throw new SyncError("merchant", "connection.incomplete", { field: "webhook_secret" });
  const tokens = has("channel_tokens");
  const previousUntil = has("webhook_secret_previous")?.expiresAt ?? 0;
  return {
    ...toConnectionView(row, problems.length),
    setupStep: setupStep(row, tokens?.state),
    webhookUrl: webhookUrl(services, row.id),
    webhookSecret: await openSealed(services.settings, row, secret),
    previousSecretUntil: previousUntil > services.now() ? previousUntil : null,
    isRotating: has("webhook_secret_next") !== undefined,
    hasSourceKey: has("source_key") !== undefined,
    pairedAt: await pairedAt(services, row, has("pairing")),
    market: row.channelMarket,
    authorization: toAuthorization(tokens, services.now()),
    warehouses: [...(row.channelWarehouses ?? [])],
    warehouseId: row.warehouseId,
    settings: readConnectionSettings(row.settings),
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

function toAuthorization(
  tokens: { state: "valid" | "expiring" | "revoked"; expiresAt: number | null } | undefined,
  now: number,
): ConnectionDetail["authorization"] {
  if (!tokens) return { state: "none", expiresAt: null };
  const { state, expiresAt } = tokens;
  const isNear = expiresAt !== null && expiresAt - now < EXPIRING_MS;
  return { state: state === "valid" && isNear ? "expiring" : state, expiresAt };
}
