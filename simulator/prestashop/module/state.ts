// What the module keeps in the shop: that it is installed, with whom it is paired, the key it made.
import { removeKey, type Method } from "../api/keys";
import { fingerprint } from "../orders/save-people";
import type { Shop } from "../shop";
import { HOOKS } from "./hooks";

export const MODULE_VERSION = "0.2.1";
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
  /** 32 hex digits, made once by every installation. */
  installId: string;
  version: string;
  /** The hooks it hears. */
  hooks: string[];
  /** Its tables that somebody dropped. */
  lostTables: string[];
  /** The webservice key it made. */
  key?: string;
}

const meta = (shop: Shop) => `${shop.prefix}module`;

/** The module's tables by their full names, as they are called in a shop of the usual prefix. */
const TABLES = {
  outbox: "ps_weft_outbox",
  order: "ps_weft_order",
  change: "ps_weft_stock_change",
  stock: "ps_weft_stock_told",
} as const;

export type ModuleTable = keyof typeof TABLES;

/** Where the rows of one of the module's tables are kept. */
export const moduleTable = (shop: Shop, name: ModuleTable): string =>
  `${shop.prefix}module_${name}`;

/** Throws what the database says when somebody dropped the table. */
export function expectTable(shop: Shop, name: ModuleTable): void {
  if (!installation(shop)?.lostTables.includes(TABLES[name])) return;
  throw new Error(`Table '${TABLES[name]}' doesn't exist`);
}

export const installation = (shop: Shop): Installation | undefined =>
  shop.store.get<Installation>(meta(shop), "installation");

export function putInstallation(shop: Shop, value: Installation): void {
  shop.store.put(meta(shop), "installation", value);
}

/** Installs the module; one that is there already stays as it is. */
export function install(shop: Shop, version = MODULE_VERSION): Installation {
  const known = installation(shop);
  if (known) return known;
  const number = shop.tables.next("module installation");
  const installId = fingerprint(shop.prefix, "installation", String(number));
  const made: Installation = { installId, version, hooks: [...HOOKS], lostTables: [] };
  putInstallation(shop, made);
  return made;
}

/** Takes the module out with its settings, its tables and the key it made. */
export function uninstall(shop: Shop): void {
  const key = installation(shop)?.key;
  if (key !== undefined) removeKey(shop, key);
  for (const row of ["installation", "settings", "sending"]) shop.store.delete(meta(shop), row);
  for (const name of Object.keys(TABLES) as ModuleTable[])
    for (const { id } of shop.store.list<{ id: string }>(moduleTable(shop, name)))
      shop.store.delete(moduleTable(shop, name), id);
}

export const moduleSettings = (shop: Shop): ModuleSettings | undefined =>
  shop.store.get<ModuleSettings>(meta(shop), "settings");

export function putModuleSettings(shop: Shop, settings: ModuleSettings): void {
  shop.store.put(meta(shop), "settings", settings);
}

/** The module is installed and knows nobody. */
export function forgetPairing(shop: Shop): void {
  shop.store.delete(meta(shop), "settings");
}

/** The secrets a call may be signed by, the current one first. */
export function acceptedSecrets(shop: Shop, nowMs: number): string[] {
  const settings = moduleSettings(shop);
  if (!settings) return [];
  const { secret, previous } = settings;
  return previous && previous.untilMs > nowMs ? [secret, previous.secret] : [secret];
}

/** Takes a new secret; the one before is accepted for another day. */
export function rotateSecret(shop: Shop, secret: string, nowMs: number): void {
  const settings = moduleSettings(shop);
  if (!settings || settings.secret === secret) return;
  const previous = { secret: settings.secret, untilMs: nowMs + DAY_MS };
  putModuleSettings(shop, { ...settings, secret, previous });
}

/** How the sending of events stands, beside the rows that wait. */
export interface Sending {
  lastDeliveredAt: number | null;
  lastError: string;
  /** Nothing is sent before this time, because the last try failed. */
  quietUntil: number;
}

export const sending = (shop: Shop): Sending =>
  shop.store.get<Sending>(meta(shop), "sending") ?? {
    lastDeliveredAt: null,
    lastError: "",
    quietUntil: 0,
  };

export function putSending(shop: Shop, value: Sending): void {
  shop.store.put(meta(shop), "sending", value);
}
