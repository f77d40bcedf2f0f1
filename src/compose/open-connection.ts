/**
 * Opens a connection: reads its row once and gives the two platform sessions, lazily.
 * It decides nothing about budget or tokens; both come through `access`, which differ inside the
 * ledger (direct) and outside it (a call to the ledger).
 */
import { findConnection, type ConnectionRow } from "../db/connections/connections";
import { AS_VISITORS, choiceKey, type ReadingChoice } from "../domain/connections/reading-choice";
import type { SourceStore } from "../domain/connections/source-store";
import { SyncError } from "../domain/errors/sync-error";
import type { NoteWrite, Pacer } from "../platforms/deps";
import type { Lease } from "../domain/requests/lease";
import { leasedBudget, sourceBudget } from "../platforms/http/leased-budget";
import { openPacer } from "../platforms/http/pacer";
import { requireSecret } from "../sync/connections/secret-store";
import { signingSecrets } from "../sync/connections/webhook-secrets";
import { withFreshAccess } from "../sync/connections/with-fresh-access";
import { readConnectionSettings } from "../contract/connection-settings";
import type { OpenConnection } from "../tasks/services";
import { channelPlatform, platformDeps, sourcePlatform, type PlatformParts } from "./platform-deps";
import { secretsOf } from "./secrets";

export interface SessionAccess {
  lease: Lease;
  /** The ledger's own, kept between its sessions; other sessions have one each. */
  pacer?: Pacer;
  /** Stands for the piece of work that this session is one of. */
  work?: object | undefined;
  /** For what looks at the store alone: the channel need not be chosen yet, and is refused when asked. */
  mayLackChannel?: true;
  /** Keeps what is written in the journal; absent: nobody does. */
  noteWrite?: NoteWrite;
  /** `stale`: the token that was just refused. */
  freshAccess(stale?: string): Promise<string>;
}

/** Throws SyncError("merchant", "connection.not_found" | "connection.incomplete"). */
export async function openConnection(
  parts: PlatformParts,
  connectionId: string,
  access: SessionAccess,
): Promise<OpenConnection> {
  const row = await findConnection(parts.db, connectionId);
  if (!row) throw new SyncError("merchant", "connection.not_found");
  const { sourceUrl, sourceStore, channelRegion, channelCipher } = row;
  const isChosen = Boolean(channelRegion) && channelCipher !== null;
  if (!sourceUrl || !sourceStore || !(isChosen || access.mayLackChannel))
    throw new SyncError("merchant", "connection.incomplete");
  const region = channelRegion ?? "";
  const isCrossBorder = row.channelIsCrossBorder ?? false;
  const shop = { cipher: channelCipher ?? "", region, isCrossBorder };
  return {
    id: row.id,
    accountId: row.accountId,
    name: row.name,
    state: row.state,
    createdAt: row.createdAt,
    sourceUrl,
    sourceStore,
    timeZone: sourceStore.timeZone,
    languageId: sourceStore.languageId,
    currency: sourceStore.currency,
    channelLabel: channelPlatform(row.channelPlatform).label,
    region,
    market: channelPlatform(row.channelPlatform).marketOf(region),
    warehouseId: row.warehouseId ?? "",
    hadListings: row.channelHadListings ?? false,
    settings: readConnectionSettings(row.settings),
    isReadAsChosen: (sourceStore.choice ?? choiceKey(AS_VISITORS)) === choiceKey(choiceOf(row)),
    source: once(() => openSource(parts, row, { url: sourceUrl, store: sourceStore }, access)),
    channel: once(async () => {
      if (!isChosen) throw new SyncError("merchant", "channel.authorization_missing");
      return openChannel(parts, row, shop, access);
    }),
  };
}

async function openSource(
  parts: PlatformParts,
  row: ConnectionRow,
  { url, store }: { url: string; store: SourceStore },
  access: SessionAccess,
) {
  const stored = secretsOf(parts, row);
  const [key, secrets] = await Promise.all([
    requireSecret(stored, "source_key"),
    signingSecrets(stored, parts.now()),
  ]);
  const pacer = access.pacer ?? openPacer(parts);
  const { requestsPerMinute } = readConnectionSettings(row.settings);
  const budget = sourceBudget(access.lease, requestsPerMinute, pacer, parts.sleep);
  const deps = {
    ...platformDeps(parts, budget, pacer, access.work),
    noteWrite: access.noteWrite,
  };
  return sourcePlatform(row.sourcePlatform).open(
    { url, key, ...secrets },
    deps,
    store,
    choiceOf(row),
  );
}

function choiceOf(row: ConnectionRow): ReadingChoice {
  const { priceGroupId, priceCurrency, contentLanguageId } = readConnectionSettings(row.settings);
  return { groupId: priceGroupId, currency: priceCurrency, languageId: contentLanguageId };
}

function openChannel(
  parts: PlatformParts,
  row: ConnectionRow,
  shop: { cipher: string; region: string; isCrossBorder: boolean },
  access: SessionAccess,
) {
  const platform = channelPlatform(row.channelPlatform);
  const budget = leasedBudget(access.lease, "channel", parts.sleep);
  const deps = { ...platformDeps(parts, budget), noteWrite: access.noteWrite };
  return withFreshAccess(
    (accessToken) => platform.open(parts.settings.channelApp, accessToken, shop, deps),
    access.freshAccess,
  );
}

/** A failed opening is tried again at the next call. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open().catch((caught: unknown) => {
      opened = undefined;
      throw caught;
    });
    return opened;
  };
}
