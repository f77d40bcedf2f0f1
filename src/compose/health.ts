/** Wires the health check of a connection: both sessions over a counted way out, our own knowledge. */
import { version as moduleVersion } from "../../package.json";
import {
  claimRun,
  findCheck,
  putReport,
  putRunning,
  type CheckState,
} from "../db/health/health-reports";
import type { ConnectionRow } from "../db/connections/connections";
import { findCredential } from "../db/connections/credentials";
import { SyncError } from "../domain/errors/sync-error";
import type { ChannelExamination } from "../platforms/channel";
import type { SourceExamination } from "../platforms/source";
import type { OpenConnection, Services } from "../tasks/services";
import { checkConnection, type CheckDeps, type CheckedSide } from "../sync/health/check-connection";
import { repairConnection } from "../sync/health/repair-connection";
import { tokenText } from "./channel-access";
import { openConnection } from "./open-connection";
import { channelPlatform, sourcePlatform } from "./platform-deps";
import { openSecret } from "./secrets";
import { webhookAddress } from "./webhook-address";

/** A run that began longer ago than this has died with its Worker. */
const RUN_ENDS_MS = 120_000;

/**
 * Looks the connection over and keeps the report; does nothing while another look is under way, since
 * no budget holds these requests back. Throws SyncError("merchant", "connection.incomplete").
 */
export async function checkNow(services: Services, row: ConnectionRow): Promise<void> {
  await look(services, row, RUN_ENDS_MS);
}

/** The last report and the run under way; one that has died is none. */
export async function readCheck({ db, now }: Services, connectionId: string): Promise<CheckState> {
  const { report, running } = await findCheck(db, connectionId);
  const isAlive = running !== null && now() - running.startedAt < RUN_ENDS_MS;
  return { report, running: isAlive ? running : null };
}

/**
 * Puts one thing of the last report right, tells it, and looks again in place of any look that began
 * before. Throws what `sync/repair-connection` names.
 */
export async function repairNow(
  services: Services,
  row: ConnectionRow,
  check: string,
  tellRepaired: () => Promise<void>,
): Promise<void> {
  await repairConnection(
    {
      lastReport: async () => (await findCheck(services.db, row.id)).report ?? undefined,
      async repairSource(fix) {
        const open = await openForPerson(services, row.id);
        await (await open.source()).repair(fix);
      },
      async registerWebhooks() {
        const address = webhookAddress(services.settings.publicUrl, row.channelPlatform);
        if (!address) throw new SyncError("merchant", "check.nothing_to_fix");
        const open = await openForPerson(services, row.id);
        await (await open.channel()).registerWebhooks(address);
      },
      tellRepaired,
      check: () => look(services, row, 0),
    },
    check,
  );
}

/** A run to its report or its end, unless one that began less than `spareMs` ago is under way. */
async function look(services: Services, row: ConnectionRow, spareMs: number): Promise<void> {
  const { db } = services;
  const startedAt = services.now();
  if (!(await claimRun(db, row.id, startedAt, startedAt - spareMs))) return;
  try {
    await checkConnection(await checkDeps(services, row, startedAt));
  } catch (caught) {
    await putRunning(db, row.id, startedAt, null);
    throw caught;
  }
}

async function checkDeps(
  services: Services,
  row: ConnectionRow,
  startedAt: number,
): Promise<CheckDeps> {
  const { db, now } = services;
  const ledger = services.ledger(row.id);
  let requests = 0;
  const fetch = (request: Request) => {
    requests += 1;
    return services.fetch(request);
  };
  const open = await openForPerson({ ...services, fetch }, row.id);
  const done: CheckedSide[] = [];
  return {
    checks: {
      source: sourcePlatform(row.sourcePlatform).checks,
      channel: channelPlatform(row.channelPlatform).checks,
    },
    openSource: open.source,
    openChannel: open.channel,
    asked: { source: askOfSource(open), channel: await askOfChannel(services, row, open) },
    hasPackageDefaults: open.settings.packageDefaults !== null,
    wasReceived: (eventId) => ledger.hasSourceEvent(eventId),
    tellDone(side) {
      done.push(side);
      return putRunning(db, row.id, startedAt, { startedAt, done });
    },
    requests: () => requests,
    now,
    save: (report) => putReport(db, row.id, startedAt, report),
  };
}

/**
 * A person waits for these few requests, and may ask again after each thing put right: they count, but
 * a used-up budget, which is there for bulk work, does not hold them back.
 */
function openForPerson(services: Services, connectionId: string): Promise<OpenConnection> {
  const ledger = services.ledger(connectionId);
  return openConnection(services, connectionId, {
    async lease(side, wanted, terms) {
      const grant = await ledger.lease(side, wanted, terms);
      return { ...grant, granted: wanted, waitMs: 0 };
    },
    freshAccess: (stale) => ledger.freshAccess(stale),
  });
}

function askOfSource({ region, market, settings }: OpenConnection): SourceExamination {
  const { orderCarrierReference, orderStateId } = settings;
  return {
    ...(market && {
      market: {
        country: region,
        currency: market.limits.currency,
        isTaxIncluded: market.isTaxIncluded,
      },
    }),
    ...(orderCarrierReference ? { carrierReference: orderCarrierReference } : {}),
    ...(orderStateId ? { orderStateId } : {}),
    moduleVersion,
  };
}

async function askOfChannel(
  services: Services,
  row: ConnectionRow,
  { warehouseId, settings }: OpenConnection,
): Promise<ChannelExamination> {
  const [text, kept] = await Promise.all([
    openSecret(services, row, "channel_tokens"),
    findCredential(services.db, row.id, "channel_tokens"),
  ]);
  const address = webhookAddress(services.settings.publicUrl, row.channelPlatform);
  return {
    shopId: row.channelShopId ?? "",
    scopes: text ? tokenText.read(text).scopes : [],
    ...(kept?.expiresAt ? { authorizedUntil: kept.expiresAt } : {}),
    warehouseId,
    carrierMap: settings.carrierMap,
    ...(address ? { webhookAddress: address } : {}),
  };
}
