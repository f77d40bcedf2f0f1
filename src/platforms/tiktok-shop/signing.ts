/** What the platform signs and checks: the text of a request, and the raw bytes of a webhook. */

export interface Signable {
  /** Path without host and query. */
  path: string;
  /** Decoded query parameters; `sign` and `access_token` are left out of the text. */
  query: Readonly<Record<string, string>>;
  /** The bytes exactly as sent; absent for multipart bodies and for requests without a body. */
  body?: Uint8Array;
}

const UNSIGNED = new Set(["sign", "access_token"]);
const encoder = new TextEncoder();

/**
 * The bytes to sign: secret, path, then `key + value` of every parameter in byte order of the keys,
 * the raw body, secret. Values are the decoded ones; the token travels in a header and is not
 * signed.
 */
export function textToSign(secret: string, { path, query, body }: Signable): Uint8Array {
  const pairs = Object.keys(query)
    .filter((key) => !UNSIGNED.has(key))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((key) => key + query[key])
    .join("");
  return joinBytes(
    encoder.encode(secret + path + pairs),
    body ?? new Uint8Array(),
    encoder.encode(secret),
  );
}

/** HMAC-SHA256 of the text with the app secret, in lower-case hex: the query parameter `sign`. */
export async function signRequest(secret: string, request: Signable): Promise<string> {
  const key = await hmacKey(secret, "sign");
  return toHex(await crypto.subtle.sign("HMAC", key, textToSign(secret, request)));
}

/**
 * True when `signature` is the lower-case hex HMAC of app key + raw body: the form of the
 * `Authorization` header of webhooks, which has no scheme word. Takes constant time.
 */
export async function verifyWebhook(
  app: { appKey: string; appSecret: string },
  signature: string,
  rawBody: Uint8Array,
): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(signature)) return false;
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const key = await hmacKey(app.appSecret, "verify");
  return crypto.subtle.verify("HMAC", key, bytes, joinBytes(encoder.encode(app.appKey), rawBody));
}

function hmacKey(secret: string, usage: "sign" | "verify"): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [usage]);
}

function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

function toHex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
