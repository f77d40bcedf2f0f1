import { isProofFresh } from "../domain/accounts/proof";
import { SyncError } from "../domain/errors/sync-error";
import type { AppServices, Person } from "./context";

/** Throws SyncError("merchant", "auth.proof_required") where password or code were given too long ago. */
export function mustBeProven({ now }: Pick<AppServices, "now">, person: Person): void {
  if (!isProofFresh(person.provenAt, now())) throw new SyncError("merchant", "auth.proof_required");
}
