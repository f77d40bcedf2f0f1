import { scrypt, timingSafeEqual } from "node:crypto";
import { fromBase64, toBase64 } from "./base64";

interface Cost {
  n: number;
  r: number;
  p: number;
}

/** 16 MiB and about a tenth of a second; an OWASP row that fits beside a 128 MB isolate. */
const COST: Cost = { n: 2 ** 14, r: 8, p: 5 };
/** The runtime refuses more than this product of n, r and p. */
const MAX_COST = 2 ** 20;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** "scrypt$n=16384,r=8,p=5$<salt>$<key>", both parts base64; the cost travels with the hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await derive(password, salt, COST);
  const cost = `n=${COST.n},r=${COST.r},p=${COST.p}`;
  return ["scrypt", cost, toBase64(salt), toBase64(key)].join("$");
}

/** Base64 in whole groups, so that decoding cannot fail. */
const GROUPS = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
const SHAPE = new RegExp(String.raw`^scrypt\$n=(\d+),r=(\d+),p=(\d+)\$(${GROUPS})\$(${GROUPS})$`);

/** Compares in constant time; a hash of another shape or of an absurd cost is simply wrong. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, n, r, p, salt = "", key = ""] = SHAPE.exec(hash) ?? [];
  const cost = { n: Number(n), r: Number(r), p: Number(p) };
  const expected = fromBase64(key);
  const isSound = cost.n * cost.r * cost.p <= MAX_COST && expected.byteLength === KEY_BYTES;
  if (!isSound) return false;
  return timingSafeEqual(await derive(password, fromBase64(salt), cost), expected);
}

function derive(password: string, salt: Uint8Array, { n, r, p }: Cost): Promise<Uint8Array> {
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
}
