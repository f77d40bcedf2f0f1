/**
 * WebCrypto that answers within the same turn: the platform's own works on other threads, whose
 * order nobody can repeat. The algorithms are Node's.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";

/** Made once: a key given as bytes costs Node more than the hash itself. */
interface RawKey {
  key: KeyObject;
}
type Algorithm = string | { name: string; iv?: Uint8Array; additionalData?: Uint8Array };
type Bytes = ArrayBuffer | ArrayBufferView;

const TAG_BYTES = 16;
const HASHES: Record<string, string> = { "SHA-256": "sha256", "SHA-1": "sha1" };

const bytesOf = (data: Bytes): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

const hmac = ({ key }: RawKey, data: Bytes) =>
  createHmac("sha256", key).update(bytesOf(data)).digest();

const keys = new Map<string, RawKey>();

const sameTurn = {
  async digest(algorithm: Algorithm, data: Bytes) {
    const name = typeof algorithm === "string" ? algorithm : algorithm.name;
    const hash = HASHES[name];
    if (!hash) throw new Error(`no such hash here: ${name}`);
    return bufferOf(createHash(hash).update(bytesOf(data)).digest());
  },
  async importKey(_format: string, raw: Bytes): Promise<RawKey> {
    const bytes = Uint8Array.from(bytesOf(raw));
    const name = bytes.join();
    const known = keys.get(name) ?? { key: createSecretKey(bytes) };
    keys.set(name, known);
    return known;
  },
  async sign(_algorithm: Algorithm, key: RawKey, data: Bytes) {
    return bufferOf(hmac(key, data));
  },
  async verify(_algorithm: Algorithm, key: RawKey, signature: Bytes, data: Bytes) {
    const right = hmac(key, data);
    const given = bytesOf(signature);
    return given.byteLength === right.byteLength && timingSafeEqual(given, right);
  },
  async encrypt(algorithm: Algorithm, { key }: RawKey, data: Bytes) {
    const { iv, additionalData } = algorithm as Required<Exclude<Algorithm, string>>;
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(additionalData);
    const sealed = [cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()];
    return bufferOf(Buffer.concat(sealed));
  },
  async decrypt(algorithm: Algorithm, { key }: RawKey, data: Bytes) {
    const { iv, additionalData } = algorithm as Required<Exclude<Algorithm, string>>;
    const bytes = bytesOf(data);
    const end = bytes.byteLength - TAG_BYTES;
    const decipher = createDecipheriv("aes-256-gcm", key, iv)
      .setAAD(additionalData)
      .setAuthTag(bytes.subarray(end));
    return bufferOf(Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]));
  },
};

/** From here on `crypto.subtle` answers within the turn. */
export function useSameTurnCrypto(): void {
  Object.defineProperty(crypto, "subtle", { value: sameTurn, configurable: true });
}
