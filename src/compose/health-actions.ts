/** Wires the health check: both sessions over a counted network, and what Weft itself knows. */
import { version as moduleVersion } from "../../package.json";
import { doubtSourceStore, type ConnectionRow } from "../db/connections/connections";
import { problemsOf } from "../db/connections/problems";
import { MODULE_PROBLEM } from "../domain/errors/problem-key";
import { healthReportsOf } from "../db/health/health-reports";
import { SyncError } from "../domain/errors/sync-error";
import type { ConnectionActions } from "../http/connection-actions";
import type { LedgerApi } from "../sync/ledger-api";
import { tokenText } from "../sync/connections/channel-tokens";
import { channelExamination, sourceExamination } from "../sync/health/examinations";
import { repairConnection } from "../sync/health/repair-connection";
import {
  readHealth,
  rerunHealthCheck,
  runHealthCheck,
  type HealthRunDeps,
} from "../sync/health/run-health-check";
import { refreshStoreOf } from "../tasks/refresh-store";
import type { OpenConnection, Services } from "../tasks/services";
import { webhookAddress } from "./addresses";
import { openConnection } from "./open-connection";

export function healthActions(
  services: Services,
): Pick<ConnectionActions, "runHealthCheck" | "checkAgain" | "readHealth" | "repair"> {
  const { db, now } = services;
  const depsOf = (row: ConnectionRow): HealthRunDeps => ({
    reports: healthReportsOf(db, row.id),
    now,
    open: () => openRun(services, row),
  });
  const readState = (connectionId: string) =>
    readHealth({
      reports: healthReportsOf(db, connectionId),
      now,
      readFlow: () => services.ledger(connectionId).readFlow(),
    });
  return {
    runHealthCheck: (row) => runHealthCheck(depsOf(row)),
    checkAgain: (row) => rerunHealthCheck(depsOf(row)),
    readHealth: readState,
    repair: (row, check, recordRepair) =>
      repairConnection(
        {
          lastReport: async () => (await readState(row.id)).report ?? undefined,
          repairLedger: (what) => repairLedger(services.ledger(row.id), what),
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
          recordRepair,
          checkAgain: () => rerunHealthCheck(depsOf(row)),
        },
        check,
      ),
  };
}

async function openRun(services: Services, row: ConnectionRow): ReturnType<HealthRunDeps["open"]> {
  const ledger = services.ledger(row.id);
  let requests = 0;
  const fetch = (request: Request) => {
    requests += 1;
    return services.fetch(request);
  };
  const open = await openForPerson({ ...services, fetch }, row.id);
  const tokens = await services.secrets(row).find("channel_tokens");
  const channel = {
    shopId: row.channelShopId ?? "",
    scopes: tokens ? tokenText.read(await tokens.open()).scopes : [],
    authorizedUntil: tokens?.expiresAt ?? null,
    webhookAddress: webhookAddress(services.settings.publicUrl, row.channelPlatform),
  };
  return {
    checks: {
      source: services.sourcePlatform(row.sourcePlatform).checks,
      channel: services.channelPlatform(row.channelPlatform).checks,
    },
    openSource: open.source,
    openChannel: open.channel,
    renewStore: () => refreshStoreOf(services, open),
    asked: {
      source: sourceExamination(open, moduleVersion),
      channel: channelExamination(open, channel),
    },
    hasPackageDefaults: open.settings.packageDefaults !== null,
    readFlow: () => ledger.readFlow(),
    believedModule: row.sourceStore?.moduleVersion ?? null,
    async foundModule() {
      await problemsOf(services.db, row.id, services.now).clear(MODULE_PROBLEM);
      await doubtSourceStore(services.db, row.id, services.now());
      // The scan that is due reads the store's facts, and the module is used from then on.
      await ledger.releaseOrders();
    },
    wasReceived: (eventId) => ledger.hasSourceEvent(eventId),
    requests: () => requests,
  };
}

/** Names of what the findings about the ledger offer; `flow.ts` writes them. */
function repairLedger(ledger: LedgerApi, what: string): Promise<void> {
  return what === "source" || what === "channel" ? ledger.endSilence(what) : ledger.releaseOrders();
}

/**
 * A person waits for these few requests, and may ask again after each repair: they count, but a used-up
 * budget, which exists for bulk work, does not hold them back.
 */
function openForPerson(services: Services, connectionId: string): Promise<OpenConnection> {
  const ledger = services.ledger(connectionId);
  return openConnection(services, connectionId, {
    async lease(side, wanted, terms) {
      const grant = await ledger.lease(side, wanted, terms);
      return { ...grant, granted: wanted, waitMs: 0 };
    },
    freshAccess: (stale) => ledger.freshAccess(stale),
    mayLackChannel: true,
  });
}
