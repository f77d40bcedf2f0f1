/** Pairing: a merchant pastes an address with a code into the store's module, which proves itself by it. */
import * as z from "zod";
import {
  isOffered,
  judgePairing,
  newPairing,
  type Pairing,
} from "../../domain/connections/pairing";
import { SyncError } from "../../domain/errors/sync-error";
import type { Runtime } from "../../lib/runtime";
import { sameText } from "../../lib/same-text";
import type { SecretStore, StoredSecret } from "./secret-store";

/** A pairing as stored; `version` changes with every write. */
interface StoredPairing {
  pairing: Pairing;
  version: number;
}

export interface PairingDeps extends Pick<Runtime, "now"> {
  secrets: SecretStore;
}

const Stored = z.object({
  code: z.string(),
  boundTo: z.string().nullable(),
  boundAt: z.number().nullable(),
  expiresAt: z.number(),
});

/** 200 random bits. */
const CODE_LETTERS = 40;
/** Two callers at once are done after one round each; more rounds mean that something is wrong. */
const TRIES = 5;

/** The code to show a merchant: the one on offer, or a new one when it was used or ran out. */
export async function offerPairing(
  deps: PairingDeps & Pick<Runtime, "randomText">,
): Promise<Pairing> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await readPairing(deps.secrets);
    if (stored && isOffered(stored.pairing, deps.now())) return stored.pairing;
    const pairing = newPairing(deps.randomText(CODE_LETTERS), deps.now());
    if (await writePairing(deps.secrets, pairing, stored)) return pairing;
  }
  throw new SyncError("retry", "pairing.busy");
}

/**
 * Binds the code to the installation that sent it, once; the same installation may ask again until
 * the code runs out. Throws SyncError("merchant", "pairing.code_invalid") for every other case, so
 * that nobody learns which part was wrong.
 */
export async function pairStore(
  deps: PairingDeps,
  given: { code: string; installId: string },
): Promise<{ isNew: boolean }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const stored = await readPairing(deps.secrets);
    if (!stored || !(await sameText(given.code, stored.pairing.code))) break;
    const verdict = judgePairing(stored.pairing, given.installId, deps.now());
    if (verdict === "repeat") return { isNew: false };
    if (verdict === "refuse") break;
    const bound = { ...stored.pairing, boundTo: given.installId, boundAt: deps.now() };
    if (await writePairing(deps.secrets, bound, stored)) return { isNew: true };
  }
  throw new SyncError("merchant", "pairing.code_invalid");
}

/** When a module used the newest code, epoch ms; null while none did. */
export async function pairedAt(stored: StoredSecret | undefined): Promise<number | null> {
  return stored ? (await toPairing(stored)).boundAt : null;
}

async function readPairing(secrets: SecretStore): Promise<StoredPairing | undefined> {
  const stored = await secrets.find("pairing");
  return stored && { pairing: await toPairing(stored), version: stored.version };
}

/** Writes over `replaced`, or where nothing is stored; false when another caller was quicker. */
function writePairing(
  secrets: SecretStore,
  pairing: Pairing,
  replaced: StoredPairing | undefined,
): Promise<boolean> {
  const text = JSON.stringify(pairing);
  return replaced
    ? secrets.replace("pairing", text, pairing.expiresAt, replaced.version)
    : secrets.add("pairing", text, pairing.expiresAt);
}

async function toPairing(stored: StoredSecret): Promise<Pairing> {
  return Stored.parse(JSON.parse(await stored.open()));
}
