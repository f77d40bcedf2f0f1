import type { SourceHandOver, SourcePairing } from "../source-pairing";
import { isRow, parseJson, text, type Row } from "./json";
import { readFreshlySignedAt } from "./signature";

/** No honest code, address or version is longer. */
const MAX_TEXT = 500;

/**
 * What the module sends to pair: {"code","installId" (32 hex),"store":{…}}; null for anything else.
 */
export function readPairing(rawBody: Uint8Array): SourcePairing | null {
  const body = toBody(rawBody);
  if (!body) return null;
  const code = short(body, "code");
  const installId = text(body, "installId");
  if (code === "" || !/^[0-9a-f]{32}$/.test(installId)) return null;
  return { code, installId, ...toStoreInfo(body) };
}

/**
 * Verifies the signature on the raw bytes, then reads {"type":"credentials","key","store":{…}}.
 * Null when the signature is wrong, its time is off, or the body is no hand-over.
 */
export async function verifyHandOver(
  secret: string,
  headers: Headers,
  rawBody: Uint8Array,
  now: number,
): Promise<SourceHandOver | null> {
  if ((await readFreshlySignedAt(secret, headers, rawBody, now)) === null) return null;
  const body = toBody(rawBody);
  if (!body || text(body, "type") !== "credentials") return null;
  const key = short(body, "key");
  const { shopUrl } = toStoreInfo(body);
  return key === "" || shopUrl === "" ? null : { key, shopUrl };
}

function toBody(rawBody: Uint8Array): Row | null {
  const parsed = parseJson(new TextDecoder().decode(rawBody));
  return isRow(parsed) ? parsed : null;
}

function toStoreInfo(body: Row): { shopUrl: string; moduleVersion: string } {
  const shop = isRow(body["shop"]) ? body["shop"] : {};
  return { shopUrl: short(shop, "url"), moduleVersion: short(shop, "module") };
}

function short(row: Row, field: string): string {
  const value = text(row, field).trim();
  return value.length > MAX_TEXT ? "" : value;
}
