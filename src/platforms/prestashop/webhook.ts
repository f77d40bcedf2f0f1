import type { SourceEvent } from "../source";
import { isRow, parseJson, text } from "./json";

/** A delivery older or newer than this is a replay or a wrong clock. */
const WINDOW_MS = 5 * 60_000;
const KINDS: readonly SourceEvent["kind"][] = [
  "product.saved",
  "product.deleted",
  "stock.changed",
  "order.state_changed",
  "order.tracking_changed",
  "ping",
];

/**
 * Verifies, on the raw bytes, `X-Weft-Signature: v1=<hex hmac-sha256(secret, timestamp + "." + body)>`
 * with `X-Weft-Timestamp` in epoch seconds, then reads the event
 * {"id","type","shop","at" (epoch ms),"ids":[...]}. Null when the signature is wrong, the time
 * is off by more than five minutes, or the body is no event.
 */
export async function verifyEvent(
  secret: string,
  headers: Headers,
  rawBody: Uint8Array,
  now: number,
): Promise<SourceEvent | null> {
  const timestamp = headers.get("x-weft-timestamp") ?? "";
  const signature = /^v1=([0-9a-f]{64})$/.exec(headers.get("x-weft-signature") ?? "")?.[1];
  if (!signature || !/^\d{1,12}$/.test(timestamp)) return null;
  if (Math.abs(now - Number(timestamp) * 1000) > WINDOW_MS) return null;
  if (!(await isSignedBy(secret, timestamp, rawBody, signature))) return null;
  return toEvent(new TextDecoder().decode(rawBody), Number(timestamp) * 1000);
}

/** `crypto.subtle.verify` compares in constant time. */
async function isSignedBy(
  secret: string,
  timestamp: string,
  rawBody: Uint8Array,
  signature: string,
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder();
  if (secret === "") return false;
  const key = await crypto.subtle.importKey("raw", bytes.encode(secret), algorithm, false, [
    "verify",
  ]);
  const prefix = bytes.encode(`${timestamp}.`);
  const signed = new Uint8Array(prefix.byteLength + rawBody.byteLength);
  signed.set(prefix);
  signed.set(rawBody, prefix.byteLength);
  const digits = signature.match(/../g) ?? [];
  const given = Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", key, given, signed);
}

function toEvent(body: string, signedAt: number): SourceEvent | null {
  const parsed = parseJson(body);
  if (!isRow(parsed)) return null;
  const deliveryId = text(parsed, "id");
  const kind = KINDS.find((known) => known === text(parsed, "type"));
  if (!kind || deliveryId === "") return null;
  const ids = Array.isArray(parsed["ids"]) ? parsed["ids"] : [];
  const at = Number(text(parsed, "at"));
  return {
    deliveryId,
    kind,
    ids: ids.map(String).filter((id) => /^\d+$/.test(id)),
    at: at > 0 ? at : signedAt,
  };
}
