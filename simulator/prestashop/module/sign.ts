const encoder = new TextEncoder();

const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === "string" ? encoder.encode(body) : body;

/** `v1=` and the hex HMAC-SHA256 of `timestamp.body` under the shared secret. */
export async function signEvent(
  secret: string,
  timestamp: string,
  body: string | Uint8Array,
): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const head = encoder.encode(`${timestamp}.`);
  const raw = bytesOf(body);
  const signed = new Uint8Array(head.length + raw.length);
  signed.set(head);
  signed.set(raw, head.length);
  const mac = await crypto.subtle.sign("HMAC", key, signed);
  const hex = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, "0"));
  return `v1=${hex.join("")}`;
}

/** Both headers of a signed message, made at `nowMs`. */
export async function signedHeaders(
  secret: string,
  nowMs: number,
  body: string,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1000));
  return {
    "content-type": "application/json",
    "x-weft-timestamp": timestamp,
    "x-weft-signature": await signEvent(secret, timestamp, body),
  };
}
