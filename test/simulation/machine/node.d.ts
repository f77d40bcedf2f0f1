/** The parts of Node used here; the full Node types clash with the Workers' ones. */
declare module "node:crypto" {
  interface Gcm {
    setAAD(data: Uint8Array): this;
    setAuthTag(tag: Uint8Array): this;
    getAuthTag(): Uint8Array;
    update(data: Uint8Array): Uint8Array;
    final(): Uint8Array;
  }
  interface BytesHash {
    update(data: Uint8Array): BytesHash;
    digest(): Uint8Array;
  }
  export function createCipheriv(algorithm: "aes-256-gcm", key: KeyObject, iv: Uint8Array): Gcm;
  export function createDecipheriv(algorithm: "aes-256-gcm", key: KeyObject, iv: Uint8Array): Gcm;
  export function createHash(algorithm: string): BytesHash;
  export interface KeyObject {
    type: "secret";
  }
  export function createSecretKey(raw: Uint8Array): KeyObject;
  export function createHmac(algorithm: "sha256", key: KeyObject): BytesHash;
}

declare module "node:fs" {
  export function readdirSync(path: string): string[];
  export function readFileSync(path: string, encoding: "utf8"): string;
}

declare module "node:path" {
  export function join(...parts: string[]): string;
}

declare module "node:util" {
  export function parseArgs(config: {
    options: Record<string, { type: "string"; default?: string }>;
  }): { values: Record<string, string | undefined> };
}

declare module "node:sqlite" {
  export const constants: Record<
    | "SQLITE_OK"
    | "SQLITE_INSERT"
    | "SQLITE_UPDATE"
    | "SQLITE_DELETE"
    | "SQLITE_SELECT"
    | "SQLITE_READ"
    | "SQLITE_FUNCTION"
    | "SQLITE_RECURSIVE",
    number
  >;
  interface DatabaseSync {
    setAuthorizer(
      allows: (action: number, name: string | null, second: string | null) => number,
    ): void;
  }
  interface StatementSync {
    all(...bindings: (string | number | null | Uint8Array)[]): unknown[];
    get(): Record<string, unknown> | undefined;
    setReturnArrays(isOn: boolean): void;
    columns(): { name: string }[];
  }
}
