/**
 * Stands in the bundle for the cipher that better-auth seals tokens of other services with (`[alias]` in wrangler.toml).
 * Nobody signs in by another service, and what Weft seals it seals by itself (`seal.ts`), so nothing may come here.
 */
function refuse(): never {
  throw new Error("sealing by better-auth is no part of Weft");
}

export const xchacha20poly1305 = refuse;
export const managedNonce = refuse;
export const bytesToHex = refuse;
export const hexToBytes = refuse;
export const utf8ToBytes = refuse;
