const encoder = new TextEncoder();

async function hmacHex(secret: string, message: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** The parts of a request that its signature covers. */
export interface SignedRequest {
  appSecret: string;
  /** The path without host and query. */
  path: string;
  query: URLSearchParams;
  contentType: string;
  rawBody: Uint8Array;
}

/**
 * The signature the platform expects: HMAC-SHA256 keyed with the secret over
 * secret + path + sorted decoded pairs + raw body + secret, where a multipart body stays out.
 */
export async function requestSignature(request: SignedRequest): Promise<string> {
  const pairs = [...request.query.entries()]
    .filter(([key]) => key !== "sign" && key !== "access_token")
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => key + value)
    .join("");
  const multipart = request.contentType.toLowerCase().startsWith("multipart/form-data");
  const secret = encoder.encode(request.appSecret);
  const head = encoder.encode(request.path + pairs);
  const body = multipart ? new Uint8Array() : request.rawBody;
  return hmacHex(request.appSecret, joined([secret, head, body, secret]));
}

/** The `Authorization` header of a webhook delivery: HMAC-SHA256 over app key and raw body. */
export function webhookSignature(
  appKey: string,
  appSecret: string,
  rawBody: string,
): Promise<string> {
  return hmacHex(appSecret, joined([encoder.encode(appKey + rawBody)]));
}
