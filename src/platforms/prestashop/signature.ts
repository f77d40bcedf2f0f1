/** The one signature of everything the store's module and Weft send each other. */

const ALGORITHM = { name: "HMAC", hash: "SHA-256" };
const encoder = new TextEncoder();
/** A word older or newer than this is a replay or a wrong clock. */
const WINDOW_MS = 5 * 60_000;

/** The two headers that go with a body sent at `now` (epoch ms). */
export async function signatureHeaders(
  secret: string,
  body: Uint8Array,
  now: number,
): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(now / 1000));
  const key = await importKey(secret, "sign");
  const mac = await crypto.subtle.sign("HMAC", key, signedBytes(timestamp, body));
  const hex = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { "x-weft-timestamp": timestamp, "x-weft-signature": `v1=${hex}` };
}

/**
 * The time of a body (epoch ms) when its headers were made with `secret` over these very bytes,
 * else null. Compared in constant time; whether the time is recent is for the caller to say.
 */
export async function readSignedAt(
  secret: string,
  headers: Headers,
  body: Uint8Array,
): Promise<number | null> {
  const found = readHeaders(headers);
  if (secret === "" || !found) return null;
  const { timestamp, signature } = found;
  const given = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await importKey(secret, "verify");
  const isRight = await crypto.subtle.verify("HMAC", key, given, signedBytes(timestamp, body));
  return isRight ? Number(timestamp) * 1000 : null;
}

/** Both headers as they came; undefined where one is missing or of another form. */
function readHeaders(headers: Headers): { timestamp: string; signature: string } | undefined {
  const timestamp = headers.get("x-weft-timestamp") ?? "";
  const signature = /^v1=([0-9a-f]{64})$/.exec(headers.get("x-weft-signature") ?? "")?.[1];
  return signature && /^\d{1,12}$/.test(timestamp) ? { timestamp, signature } : undefined;
}

/** Whether a secret may have signed at all: both headers are there, and their time is recent. Reads no secret. */
export function mayBeSigned(headers: Headers, now: number): boolean {
  const found = readHeaders(headers);
  return found !== undefined && isRecent(Number(found.timestamp) * 1000, now);
}

const isRecent = (at: number, now: number) => Math.abs(now - at) <= WINDOW_MS;

/**
 * Like readSignedAt, and null as well when that time is more than five minutes off `now` (epoch
 * ms).
 */
export async function readFreshlySignedAt(
  secret: string,
  headers: Headers,
  body: Uint8Array,
  now: number,
): Promise<number | null> {
  const signedAt = await readSignedAt(secret, headers, body);
  return signedAt !== null && isRecent(signedAt, now) ? signedAt : null;
}

function importKey(secret: string, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", encoder.encode(secret), ALGORITHM, false, [use]);
}

/** timestamp + "." + body */
function signedBytes(timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const prefix = encoder.encode(`${timestamp}.`);
  const signed = new Uint8Array(prefix.byteLength + body.byteLength);
  signed.set(prefix);
  signed.set(body, prefix.byteLength);
  return signed;
}
