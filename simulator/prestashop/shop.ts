// What every part of the simulated shop works with: its rows, its time, its settings.
import type { Clock } from "../clock";
import type { UndoableStorage } from "../undoable-storage";
import type { Row } from "./data/row";
import type { Flavour, Resource } from "./data/schema";
import { valueOf, type Tables } from "./data/tables";

/** What the shop's module hears: a hook that fired, in the words of the event it becomes. */
export interface ShopEvent {
  type:
    | "product.saved"
    | "product.deleted"
    | "stock.changed"
    | "order.state_changed"
    | "order.tracking_changed";
  id: string;
}

export interface Shop {
  flavour: Flavour;
  /** Origin and folder of the shop, without a slash at the end. */
  baseUrl: string;
  storage: UndoableStorage;
  prefix: string;
  clock: Clock;
  tables: Tables;
  resources: ReadonlyMap<string, Resource>;
  /** A hook fired; the module, if configured, sends it on. */
  notify(event: ShopEvent): void;
}

/** Value of a row of `configurations`, "" when the shop has no such setting. */
export function setting(shop: Shop, name: string): string {
  return valueOf(shop.tables.where("configurations", "name", name)[0], "value");
}

/** Writes a setting, adding its row when there is none. */
export function putSetting(shop: Shop, name: string, value: string): void {
  const row = shop.tables.where("configurations", "name", name)[0];
  if (row) shop.tables.update("configurations", { ...row, values: { ...row.values, value } });
  else shop.tables.insert("configurations", { name, value });
}

/** Now as the callers' wall shows it, in epoch milliseconds: what signatures and `Date` are judged by. */
export const wallTime = (shop: Shop): number => shop.clock.wall?.() ?? shop.clock.now();

export const languageIds = (shop: Shop): string[] =>
  shop.tables.all("languages").map((row) => row.id);

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it; PHP passes over a zone it does not know and stays in UTC. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATTERS.get(timeZone);
  if (known) return known;
  const format = { dateStyle: "short", timeStyle: "medium" } as const;
  const made = () => {
    try {
      return new Intl.DateTimeFormat("sv-SE", { ...format, timeZone: timeZone || "UTC" });
    } catch {
      return new Intl.DateTimeFormat("sv-SE", { ...format, timeZone: "UTC" });
    }
  };
  const formatter = made();
  FORMATTERS.set(timeZone, formatter);
  return formatter;
}

/** Now, or another instant, as the shop writes it: local time of PS_TIMEZONE, without a zone. */
export const localTime = (shop: Shop, atMs: number = shop.clock.now()): string =>
  formatterOf(setting(shop, "PS_TIMEZONE")).format(atMs);

/** A text column in a language of the shop, falling back to the first language that has it. */
export function inLanguage(row: Row | undefined, column: string, language: string): string {
  const value = row?.values[column];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return value[language] || Object.values(value).find((it) => it !== "") || "";
}

/** The version the shop says it is of. */
export const versionOf = (shop: Shop): string => switches.claimedVersion(shop) ?? shop.flavour;

/** Settings of the double itself, which no real shop has. */
export const switches = {
  isPdfBroken: (shop: Shop): boolean =>
    shop.storage.get<boolean>(`${shop.prefix}switch`, "broken invoice pdf") ?? false,
  claimedVersion: (shop: Shop): string | undefined =>
    shop.storage.get<string>(`${shop.prefix}switch`, "version"),
  claimVersion: (shop: Shop, version: string): void =>
    shop.storage.put(`${shop.prefix}switch`, "version", version),
  breakPdf: (shop: Shop, isOn: boolean): void =>
    shop.storage.put(`${shop.prefix}switch`, "broken invoice pdf", isOn),
};
