/** Codes of an authenticator app: RFC 6238 with SHA-1, six digits and thirty seconds, as all of them know. */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** A clock may be off by half a minute either side. */
const DRIFT = [0, -1, 1];

/** A new shared secret in base 32. */
export function newTotpSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  let bits = "";
  for (const byte of bytes) bits += byte.toString(2).padStart(8, "0");
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join("");
}

/** The time step whose code this is; undefined where it is none of now. */
export async function totpStepOf(
  secret: string,
  code: string,
  now: number,
): Promise<number | undefined> {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const current = Math.floor(now / STEP_MS);
  for (const drift of DRIFT)
    if ((await totpCode(secret, current + drift)) === digits) return current + drift;
  return undefined;
}

/** The code of a time step. */
export async function totpCode(secret: string, step: number): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", toBytes(secret), algorithm, false, ["sign"]);
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter));
  const offset = mac.getUint8(19) & 15;
  const number = (mac.getUint32(offset) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

function toBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0"));
  return Uint8Array.from(bits.join("").match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
