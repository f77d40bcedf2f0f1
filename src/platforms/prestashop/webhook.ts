import type { SourceEvent } from "../source";
import { readFreshlySignedAt } from "./signature";
import { isRow, parseJson, text } from "./json";
import { sha256 } from "../../lib/sha256";

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
 * minutes. What is rightly signed but no event known here is "other": a module newer than Weft would
 * send it again for days.
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

/** The receipt of a delivery keeps its id for days, and of a product its id: neither may be of any length. */
const LONGEST_ID = 100;
const shortId = (id: string) => (id.length > LONGEST_ID ? "" : id);

async function toEvent(body: string, signedAt: number): Promise<SourceEvent> {
  const parsed = parseJson(body);
  const row = isRow(parsed) ? parsed : {};
  const ids = Array.isArray(row["ids"]) ? row["ids"] : [];
  const at = Number(text(row, "at"));
  return {
    // One without an id, or with one that no module gives, is distinguished by all it says.
    deliveryId: shortId(text(row, "id")) || (await sha256(body)),
    kind: KINDS.find((known) => known === text(row, "type")) ?? "other",
    ids: ids.map(String).filter((id) => /^\d{1,20}$/.test(id)),
    at: at > 0 ? at : signedAt,
  };
}
