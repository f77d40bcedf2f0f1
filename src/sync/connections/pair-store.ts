import {
  isOffered,
  judgePairing,
  newPairing,
  type Pairing,
} from "../../domain/connections/pairing";
import { SyncError } from "../../domain/errors/sync-error";

/** A pairing as stored; `version` tells whether it changed since it was read. */
export interface StoredPairing {
  pairing: Pairing;
  version: number;
}

export interface PairingDeps {
  now(): number;
  newCode(): string;
  read(): Promise<StoredPairing | undefined>;
  /** Stores over `replaced`, or where nothing stands; false when somebody else was quicker. */
  write(pairing: Pairing, replaced: StoredPairing | undefined): Promise<boolean>;
}

/** Two at once settle it in one round each; more means that something is wrong. */
const TRIES = 5;

/** The code to show a merchant: the one on offer, or a new one when it was used or ran out. */
export async function offerPairing(deps: PairingDeps): Promise<Pairing> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await deps.read();
    if (stored && isOffered(stored.pairing, deps.now())) return stored.pairing;
    const pairing = newPairing(deps.newCode(), deps.now());
    if (await deps.write(pairing, stored)) return pairing;
  }
  throw new SyncError("retry", "pairing.busy");
}

export interface PairStoreDeps extends Omit<PairingDeps, "newCode"> {
  /** Compares in constant time. */
  isSame(given: string, expected: string): Promise<boolean>;
}

/**
 * Binds the code to the installation that sent it, once; the same installation may ask again until
 * the code runs out. Throws SyncError("merchant", "pairing.code_invalid") for every other case, so
 * that nobody learns which part was wrong.
 */
export async function pairStore(
  deps: PairStoreDeps,
  given: { code: string; installId: string },
): Promise<{ isNew: boolean }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await deps.read();
    if (!stored || !(await deps.isSame(given.code, stored.pairing.code))) break;
    const verdict = judgePairing(stored.pairing, given.installId, deps.now());
    if (verdict === "repeat") return { isNew: false };
    if (verdict === "refuse") break;
    const bound = { ...stored.pairing, boundTo: given.installId, boundAt: deps.now() };
    if (await deps.write(bound, stored)) return { isNew: true };
  }
  throw new SyncError("merchant", "pairing.code_invalid");
}
