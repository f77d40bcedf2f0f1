/**
 * Stands in the bundle for the library of signed tokens that better-auth brings along (`[alias]` in wrangler.toml). Weft's
 * sessions are rows behind a random cookie and its links carry random tokens, so nothing of ours may come here.
 */
function refuse(): never {
  throw new Error("signed tokens are no part of Weft");
}

export const UnsecuredJWT = refuse;
export const SignJWT = refuse;
export const EncryptJWT = refuse;
export const jwtVerify = refuse;
export const jwtDecrypt = refuse;
export const decodeProtectedHeader = refuse;
export const importJWK = refuse;
export const importPKCS8 = refuse;
export const calculateJwkThumbprint = refuse;
export const createLocalJWKSet = refuse;
export const createRemoteJWKSet = refuse;
export const base64url = { encode: refuse, decode: refuse };
export const errors = {};
