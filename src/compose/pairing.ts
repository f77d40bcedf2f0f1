/** Wires the pairing of a store's module to the database and the seal. */
import * as z from "zod";
import {
  addCredential,
  findCredential,
  replaceCredential,
  type CredentialRow,
} from "../db/connections/credentials";
import type { ConnectionRow } from "../db/connections/connections";
import type { Pairing } from "../domain/connections/pairing";
import { randomText } from "../lib/random-text";
import { sameText } from "../lib/same-text";
import { createSealer } from "../lib/seal";
import type { Services } from "../tasks/services";
import { offerPairing, pairStore, type PairingDeps } from "../sync/connections/pair-store";
import { openSealed, sealOwner, type SecretParts } from "./secrets";

/** 200 random bits. */
const CODE_LETTERS = 40;

const Stored = z.object({
  code: z.string(),
  boundTo: z.string().nullable(),
  boundAt: z.number().nullable(),
  expiresAt: z.number(),
});

/** The address a merchant pastes into the module, with a code that is still good. */
export async function pairingAddress(
  services: Services,
  row: ConnectionRow,
): Promise<{ url: string; expiresAt: number }> {
  const { code, expiresAt } = await offerPairing(pairingDeps(services, row));
  const url = `${webhookUrl(services, row.id)}?pair=${code}`;
  return { url, expiresAt };
}

/** Throws SyncError("merchant", "pairing.code_invalid"). */
export function pairWith(
  services: Services,
  row: ConnectionRow,
  given: { code: string; installId: string },
): Promise<{ isNew: boolean }> {
  return pairStore({ ...pairingDeps(services, row), isSame: sameText }, given);
}

/** When a module used the newest code, epoch ms; null while none did. */
export async function pairedAt(
  { settings }: Pick<SecretParts, "settings">,
  row: ConnectionRow,
  kept: CredentialRow | undefined,
): Promise<number | null> {
  return kept ? toPairing(await openSealed(settings, row, kept)).boundAt : null;
}

export function webhookUrl({ settings }: Pick<Services, "settings">, connectionId: string) {
  return `${settings.publicUrl}/webhooks/source/${connectionId}`;
}

function pairingDeps(parts: SecretParts, row: ConnectionRow): PairingDeps {
  const { db, settings, now } = parts;
  return {
    now,
    newCode: () => randomText(CODE_LETTERS),
    read: () => readPairing(parts, row),
    async write(pairing, replaced) {
      const sealer = createSealer(settings.sealingKeys);
      const sealed = await sealer.seal(JSON.stringify(pairing), sealOwner(row, "pairing"));
      const { expiresAt } = pairing;
      const credential = { connectionId: row.id, field: "pairing" as const, sealed, expiresAt };
      return replaced
        ? replaceCredential(db, credential, replaced.version, now())
        : addCredential(db, credential, now());
    },
  };
}

async function readPairing({ db, settings }: SecretParts, row: ConnectionRow) {
  const found = await findCredential(db, row.id, "pairing");
  if (!found) return undefined;
  const pairing = toPairing(await openSealed(settings, row, found));
  return { pairing, version: found.version };
}

function toPairing(plain: string): Pairing {
  return Stored.parse(JSON.parse(plain));
}
