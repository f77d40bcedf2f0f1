import type { SourceEvent } from "../source";
import { readFreshlySignedAt } from "./signature";
import { isRow, parseJson, text } from "./json";

const KINDS: readonly SourceEvent["kind"][] = [
  "product.saved",
  "product.deleted",
  "stock.changed",
  "order.state_changed",
  "order.tracking_changed",
  "ping",
];

/**
 * Verifies, on the raw bytes, `X-Weft-Signature: v1=<hex hmac-sha256(secret, timestamp + "." +
 * body)>` with `X-Weft-Timestamp` in epoch seconds, then reads the event {"id","type","store","at"
 * (epoch ms),"ids":[...]}. Null when the signature is wrong, the time is off by more than five
 * minutes, or the body is no event.
 */
export async function verifyEvent(
  secret: string,
  headers: Headers,
  rawBody: Uint8Array,
  now: number,
): Promise<SourceEvent | null> {
  const signedAt = await readFreshlySignedAt(secret, headers, rawBody, now);
  return signedAt === null ? null : toEvent(new TextDecoder().decode(rawBody), signedAt);
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
