// The module's own data in the store: its installation, its pairing and the key it made.
import { removeKey, type Method } from "../api/keys";
import { fingerprint } from "../fingerprint";
import type { Store } from "../store";
import { HOOKS } from "./hooks";

export const MODULE_VERSION = "0.3.0";
const DAY_MS = 86_400_000;

/** What the module may do with each resource of the webservice, by method. */
export type Grants = Record<string, Method[]>;

export interface ModuleSettings {
  webhookUrl: string;
  secret: string;
  /** The permissions the pairing's answer asked for; absent after a pairing by hand. */
  permissions?: Grants;
  /** The secret before the last rotation, accepted until `untilMs`. */
  previous?: { secret: string; untilMs: number };
}

export interface Installation {
  /** 32 hex digits, made at each installation. */
  installId: string;
  version: string;
  /** The hooks it is registered on. */
  hooks: string[];
  /** Its tables that are missing from the database. */
  lostTables: string[];
  /** The webservice key it made. */
  key?: string;
  /** Where the back office is, from the host on; absent until its Configure page was opened. */
  adminPath?: string;
  /** How often a key was made to replace it. */
  replacements?: number;
  /** The key that is to replace it, while the other side has not said that it took it. */
  nextKey?: string;
  /** The key that was replaced, good until then. */
  oldKey?: { key: string; untilMs: number };
}

/** Every key the module made that is there. */
export const ownKeys = (store: Store): string[] => {
  const { key, nextKey, oldKey } = installation(store) ?? {};
  return [key, nextKey, oldKey?.key].filter((it) => it !== undefined);
};

/** Deletes the key that was replaced, once its time is over. */
export function dropOldKey(store: Store): void {
  const { oldKey, ...left } = installation(store) ?? {};
  if (!oldKey || store.clock.now() < oldKey.untilMs) return;
  removeKey(store, oldKey.key);
  putInstallation(store, left as Installation);
}

const meta = (store: Store) => `${store.prefix}module`;

/** The full names of the module's tables in a store with the prefix `ps_`. */
const TABLES = {
  outbox: "ps_weft_outbox",
  order: "ps_weft_order",
  change: "ps_weft_stock_change",
  stock: "ps_weft_stock_told",
  product: "ps_weft_product_sent",
} as const;

export type ModuleTable = keyof typeof TABLES;

/** The collection of the storage that holds the rows of one of the module's tables. */
export const moduleTable = (store: Store, name: ModuleTable): string =>
  `${store.prefix}module_${name}`;

/** Throws the error of the database when the table is missing. */
export function expectTable(store: Store, name: ModuleTable): void {
  if (!installation(store)?.lostTables.includes(TABLES[name])) return;
  throw new Error(`Table '${TABLES[name]}' doesn't exist`);
}

export const installation = (store: Store): Installation | undefined =>
  store.storage.get<Installation>(meta(store), "installation");

/** Whether the installed module speaks the protocol of 0.3; an older one knows fewer calls and fields. */
export function knows03(store: Store): boolean {
  const [major = 0, minor = 0] = (installation(store)?.version ?? "").split(".").map(Number);
  return major > 0 || minor >= 3;
}

export function putInstallation(store: Store, value: Installation): void {
  store.storage.put(meta(store), "installation", value);
}

/** Installs the module; one that is there already stays as it is. */
export function install(store: Store, version = MODULE_VERSION): Installation {
  const known = installation(store);
  if (known) return known;
  const number = store.tables.next("module installation");
  const installId = fingerprint(store.prefix, "installation", String(number));
  const made: Installation = { installId, version, hooks: [...HOOKS], lostTables: [] };
  putInstallation(store, made);
  return made;
}

/** Removes the module with its settings, its tables and the key it made. */
export function uninstall(store: Store): void {
  for (const key of ownKeys(store)) removeKey(store, key);
  for (const row of ["installation", "settings", "sending"]) store.storage.delete(meta(store), row);
  for (const name of Object.keys(TABLES) as ModuleTable[])
    for (const { id } of store.storage.list<{ id: string }>(moduleTable(store, name)))
      store.storage.delete(moduleTable(store, name), id);
}

export const moduleSettings = (store: Store): ModuleSettings | undefined =>
  store.storage.get<ModuleSettings>(meta(store), "settings");

export function putModuleSettings(store: Store, settings: ModuleSettings): void {
  store.storage.put(meta(store), "settings", settings);
}

/** Deletes the pairing; the module stays installed. */
export function forgetPairing(store: Store): void {
  store.storage.delete(meta(store), "settings");
}

/** Deletes the pairing and every key the module made, at the other side's wish. */
export function endPairing(store: Store): void {
  for (const key of ownKeys(store)) removeKey(store, key);
  const { key: _key, nextKey: _next, oldKey: _old, ...left } = installation(store) ?? {};
  if (installation(store)) putInstallation(store, left as Installation);
  forgetPairing(store);
}

/** The secrets a call may be signed by, the current one first. */
export function acceptedSecrets(store: Store, nowMs: number): string[] {
  const settings = moduleSettings(store);
  if (!settings) return [];
  const { secret, previous } = settings;
  return previous && previous.untilMs > nowMs ? [secret, previous.secret] : [secret];
}

/** Replaces the secret; the previous one is accepted for another day. */
export function rotateSecret(store: Store, secret: string, nowMs: number): void {
  const settings = moduleSettings(store);
  if (!settings || settings.secret === secret) return;
  const previous = { secret: settings.secret, untilMs: nowMs + DAY_MS };
  putModuleSettings(store, { ...settings, secret, previous });
}

/** The state of the sending of events, besides the waiting rows. */
export interface Sending {
  lastDeliveredAt: number | null;
  lastError: string;
  /** Nothing is sent before this time, because the last attempt failed. */
  quietUntil: number;
}

export const sending = (store: Store): Sending =>
  store.storage.get<Sending>(meta(store), "sending") ?? {
    lastDeliveredAt: null,
    lastError: "",
    quietUntil: 0,
  };

export function putSending(store: Store, value: Sending): void {
  store.storage.put(meta(store), "sending", value);
}
