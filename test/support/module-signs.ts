/** Signs as the store's module does. */

/** Lower-case hex HMAC-SHA256. */
export async function hmac(secret: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, [
    "sign",
  ]);
  const mac = await crypto.subtle.sign("HMAC", key, bytes.encode(text));
  return [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Both headers over the body, signed `at` (epoch seconds). */
export async function signedHeaders(
  secret: string,
  body: string,
  at = Math.floor(Date.now() / 1000),
): Promise<Record<string, string>> {
  return {
    "x-weft-timestamp": String(at),
    "x-weft-signature": `v1=${await hmac(secret, `${at}.${body}`)}`,
  };
}
