/** Signs as the store's module and the channel do. */
import { createHmac } from "node:crypto";

/** Lower-case hex HMAC-SHA256. */
export function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** The module's signature of a body at a time in epoch seconds. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v1=${hmac(secret, `${timestamp}.${body}`)}`;
}

/** Both headers over the body, signed `at` (epoch seconds). */
export function signedHeaders(
  secret: string,
  body: string,
  at = Math.floor(Date.now() / 1000),
): Record<string, string> {
  return {
    "x-weft-timestamp": String(at),
    "x-weft-signature": signatureOf(secret, String(at), body),
  };
}
