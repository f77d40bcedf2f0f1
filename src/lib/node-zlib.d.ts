/** The functions of node:zlib used here; the full Node types clash with the Workers' ones. */
declare module "node:zlib" {
  export function deflateRawSync(data: string): Uint8Array;
  export function inflateRawSync(data: Uint8Array): Uint8Array;
}
