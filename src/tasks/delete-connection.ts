/** Deleting a connection or a whole account; what breaks off is carried on by the cron. */
import { closeAccount, dropAccount, listClosedAccounts } from "../db/accounts/delete-account";
import { listConnections } from "../db/connections/connections";
import { keepChoices } from "../db/connections/former-choices";
import {
  keepErased,
  listErasuresDue,
  removeConnection,
  sweepErasures,
} from "../db/connections/erasures";
import { asSyncError } from "../domain/errors/sync-error";
import { endConnection } from "../sync/connections/end-connection";
import type { Services } from "./services";

/** More than that wait a minute. */
const LEDGERS_A_ROUND = 50;

interface OwnedConnection {
  id: string;
  accountId: string;
}

/** Throws what the database throws, and then nothing is deleted. */
export async function deleteConnection(
  services: Services,
  { id, accountId }: OwnedConnection,
): Promise<void> {
  const { db, now } = services;
  await endConnection({
    openStore: async () => (await services.openLast(id)).source(),
    inBackground: services.inBackground,
    reportStore: (caught) =>
      services.log.warn("connection.store_not_told", {
        connectionId: id,
        code: asSyncError(caught).code,
      }),
    stop: () => services.ledger(id).setActive(false),
    async remove() {
      await keepChoices(db, id, now());
      await removeConnection(db, accountId, id, now());
    },
    erase: () => eraseLedger(services, id),
    report: (step, caught) => reportStep(services, id, step, caught),
  });
}

/** Closes the account, after which nobody gets in; the rest may break off, and the cron carries it on. */
export async function deleteAccount(services: Services, accountId: string): Promise<void> {
  await closeAccount(services.db, accountId, services.now());
  services.log.info("account.closed", { accountId });
  await clearAccount(services, accountId).catch((caught: unknown) =>
    services.log.error("account.not_cleared", { accountId, code: asSyncError(caught).code }),
  );
}

/** Every minute: what deletions left behind. A ledger that fails stops no other. */
export async function sweepDeletions(services: Services): Promise<void> {
  const { db, now } = services;
  for (const accountId of await listClosedAccounts(db)) await clearAccount(services, accountId);
  for (const id of await listErasuresDue(db, LEDGERS_A_ROUND, now()))
    await eraseLedger(services, id).catch((caught: unknown) =>
      reportStep(services, id, "erase", caught),
    );
  await sweepErasures(db, now());
}

async function clearAccount(services: Services, accountId: string): Promise<void> {
  const { db } = services;
  for (const row of await listConnections(db, accountId)) await deleteConnection(services, row);
  await dropAccount(db, accountId);
  services.log.info("account.deleted", { accountId });
}

async function eraseLedger(services: Services, connectionId: string): Promise<void> {
  await services.ledger(connectionId).erase();
  await keepErased(services.db, connectionId);
}

function reportStep({ log }: Services, connectionId: string, step: string, caught: unknown): void {
  log.error("connection.not_erased", { connectionId, step, code: asSyncError(caught).code });
}
