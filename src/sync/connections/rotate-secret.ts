/** Changing the secret that a store and Weft sign with. */
import { previousUntil } from "../../domain/connections/secrets";
import { SyncError } from "../../domain/errors/sync-error";
import type { Runtime } from "../../lib/runtime";
import type { SourceSession } from "../../platforms/source";
import type { SecretStore } from "./secret-store";
import { newWebhookSecret } from "./webhook-secrets";

export interface RotateSecretDeps extends Pick<Runtime, "now" | "randomText"> {
  secrets: SecretStore;
  openSource(): Promise<{
    source: Pick<SourceSession, "rotateSecret">;
    /** A module was there when the store was read last. */
    hadModule: boolean;
  }>;
  /** `isReceived`: a module has the next secret; false where the store has none. */
  log(isReceived: boolean): void;
}

/**
 * Broken off between any two steps it may be repeated, and until then both sides accept what the
 * other signs: Weft the next and the previous secret besides the current one, the module its
 * previous one. Throws SyncError("merchant", "connection.incomplete") before set-up is done, and what
 * the store throws; the rotation then stays under way.
 */
export async function rotateSecret(deps: RotateSecretDeps): Promise<void> {
  const { source, hadModule } = await deps.openSource();
  deps.log(await source.rotateSecret(await nextSecret(deps), hadModule));
  await deps.secrets.promoteNext(previousUntil(deps.now()));
}

/** The secret to change to, stored before the store has it; one of a broken-off try is used again. */
async function nextSecret(deps: RotateSecretDeps): Promise<string> {
  const { secrets } = deps;
  await secrets.add("webhook_secret_next", newWebhookSecret(deps));
  const stored = await secrets.find("webhook_secret_next");
  // An event of the store promoted it between the two lines: nothing is left to rotate to.
  if (!stored) throw new SyncError("retry", "pairing.busy");
  return stored.open();
}
