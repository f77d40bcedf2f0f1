/** Stands in the bundle for better-auth's database in memory (`[alias]` in wrangler.toml): Weft's accounts are in D1. */
export function memoryAdapter(): never {
  throw new Error("accounts in memory are no part of Weft");
}
