/** Wires the rotation of a connection's secret to its store and the seal. */
import type { ConnectionRow } from "../db/connections/connections";
import type { Services } from "../tasks/services";
import { rotateSecret } from "../sync/connections/rotate-secret";
import { nextSecret, promoteNextSecret } from "./webhook-secrets";

/** Throws SyncError("merchant", "connection.incomplete") before set-up is done, and what the store throws. */
export async function rotateSecretOf(services: Services, row: ConnectionRow): Promise<void> {
  const { source } = await services.openConnection(row.id);
  const hadModule = (row.sourceStore?.moduleVersion ?? null) !== null;
  await rotateSecret({
    nextSecret: () => nextSecret(services, row),
    async tellStore(next) {
      const isTold = await (await source()).rotateSecret(next, hadModule);
      services.log.info("secret.rotated", { connectionId: row.id, isTold });
    },
    promote: () => promoteNextSecret(services, row),
  });
}
