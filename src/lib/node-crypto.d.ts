/** The functions of node:crypto used here; the full Node types clash with the Workers' ones. */
declare module "node:crypto" {
  export function scrypt(
    password: string,
    salt: Uint8Array,
    keyBytes: number,
    options: { N: number; r: number; p: number; maxmem: number },
    done: (error: Error | null, key: Uint8Array) => void,
  ): void;
  /** Tests sign with it. */
  export function createHmac(algorithm: "sha256", key: string): Hmac;
  interface Hmac {
    update(data: string | Uint8Array, encoding?: "utf8"): Hmac;
    digest(encoding: "hex"): string;
  }
  export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean;
}
