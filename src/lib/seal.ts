import { SyncError } from "../domain/errors/sync-error";
import { fromBase64, toBase64 } from "./base64";

/** Whose secret it is; a sealed text moved to another owner or field does not open. */
export interface SealOwner {
  accountId: string;
  connectionId: string;
  field: string;
}

export interface Sealer {
  /** Version of the key that new texts are sealed by. */
  newest: number;
  seal(plain: string, owner: SealOwner): Promise<string>;
  /** Throws SyncError("defect", "seal.unreadable") on a foreign, damaged or unknown-version text. */
  open(sealed: string, owner: SealOwner): Promise<string>;
}

const FORMAT = "s1";
/** GCM's own nonce size, in bytes. */
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

/**
 * AES-256-GCM under versioned keys: `{"1":"<base64 of 32 bytes>","2":...}`. New texts are sealed
 * with the highest version, old versions stay readable, so keys rotate without a pause.
 */
export function createSealer(keysJson: string): Sealer {
  const keys = parseKeys(keysJson);
  const newest = Math.max(...keys.keys());
  return {
    newest,
    async seal(plain, owner) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const key = await importKey(keys.get(newest), "encrypt");
      const cipher = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv: nonce, additionalData: bindingOf(owner) },
        key,
        new TextEncoder().encode(plain),
      );
      return [FORMAT, newest, toBase64(nonce), toBase64(new Uint8Array(cipher))].join(".");
    },
    async open(sealed, owner) {
      const [format, version, nonce, cipher] = sealed.split(".");
      const bytes = keys.get(Number(version));
      if (format !== FORMAT || !bytes || !nonce || !cipher)
        throw new SyncError("defect", "seal.unreadable", { field: owner.field });
      try {
        const plain = await crypto.subtle.decrypt(
          { name: "AES-GCM", iv: fromBase64(nonce), additionalData: bindingOf(owner) },
          await importKey(bytes, "decrypt"),
          fromBase64(cipher),
        );
        return new TextDecoder().decode(plain);
      } catch {
        throw new SyncError("defect", "seal.unreadable", { field: owner.field });
      }
    },
  };
}

function parseKeys(keysJson: string): Map<number, Uint8Array<ArrayBuffer>> {
  const entries = Object.entries(JSON.parse(keysJson) as Record<string, string>);
  const keys = new Map(entries.map(([version, text]) => [Number(version), fromBase64(text)]));
  const isSound = [...keys].every(
    ([version, bytes]) => Number.isInteger(version) && bytes.byteLength === KEY_BYTES,
  );
  if (keys.size === 0 || !isSound)
    throw new Error("SEALING_KEYS must map whole numbers to base64 texts of 32 bytes");
  return keys;
}

function importKey(bytes: Uint8Array<ArrayBuffer> | undefined, use: "encrypt" | "decrypt") {
  return crypto.subtle.importKey("raw", bytes ?? new Uint8Array(0), "AES-GCM", false, [use]);
}

function bindingOf({ accountId, connectionId, field }: SealOwner): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(JSON.stringify([accountId, connectionId, field])));
}
