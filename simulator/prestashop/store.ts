// The store itself: its rows, its time and its settings, which every part reads.
import type { Clock } from "../clock";
import type { UndoableStorage } from "../undoable-storage";
import type { Row } from "./data/row";
import type { Flavour, Resource } from "./data/schema";
import { valueOf, type Tables } from "./data/tables";

/** A hook that fired, as the event that the module makes of it. */
export interface StoreEvent {
  type:
    | "product.saved"
    | "product.deleted"
    | "stock.changed"
    | "order.state_changed"
    | "order.tracking_changed";
  id: string;
}

export interface Store {
  flavour: Flavour;
  /** Origin and folder of the store, without a slash at the end. */
  baseUrl: string;
  storage: UndoableStorage;
  prefix: string;
  clock: Clock;
  tables: Tables;
  /** The shop of the installation that the request is to. */
  shopId: string;
  resources: ReadonlyMap<string, Resource>;
  /** Reports a hook that fired to the module. */
  notify(event: StoreEvent): void;
}

/** The shop that the store's own address answers for; others of the installation come after it. */
export const MAIN_SHOP = "1";

/** The row of a setting that holds for the shop: its own, that of its group, or that of all shops. */
function settingRow({ tables, shopId }: Store, name: string): Row | undefined {
  const rows = tables.where("configurations", "name", name);
  const groupId = valueOf(tables.get("shops", shopId), "id_shop_group");
  const isOf = (shop: string, group: string) => (row: Row) =>
    valueOf(row, "id_shop") === shop && [group, ""].includes(valueOf(row, "id_shop_group"));
  const isGlobal = (row: Row) =>
    valueOf(row, "id_shop") === "" && valueOf(row, "id_shop_group") === "";
  const isOfGroup = (row: Row) => isOf("", groupId)(row) && !isGlobal(row);
  return rows.find(isOf(shopId, groupId)) ?? rows.find(isOfGroup) ?? rows.find(isGlobal);
}

/** Value of a row of `configurations`, "" when the store has no such setting. */
export function setting(store: Store, name: string): string {
  return valueOf(settingRow(store, name), "value");
}

/** Writes a setting, adding its row when there is none. */
export function putSetting(store: Store, name: string, value: string): void {
  const row = settingRow(store, name);
  if (row) store.tables.update("configurations", { ...row, values: { ...row.values, value } });
  else store.tables.insert("configurations", { name, value });
}

/** Now by the callers' clock, in epoch milliseconds: signatures and `Date` go by it. */
export const wallTime = (store: Store): number => store.clock.wall?.() ?? store.clock.now();

export const languageIds = (store: Store): string[] =>
  store.tables.all("languages").map((row) => row.id);

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** Cached, because construction is slow. PHP ignores an unknown zone and stays in UTC. */
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

/** The minute of now: discounts begin and end with whole minutes, whatever seconds they name. */
export const localMinute = (store: Store): string => `${localTime(store).slice(0, 16)}:00`;

/** Now, or another instant, as the store writes it: local time of PS_TIMEZONE, without a zone. */
export const localTime = (store: Store, atMs: number = store.clock.now()): string =>
  formatterOf(setting(store, "PS_TIMEZONE")).format(atMs);

/** A text column in a language of the store, falling back to the first language that has it. */
export function inLanguage(row: Row | undefined, column: string, language: string): string {
  const value = row?.values[column];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return value[language] || Object.values(value).find((it) => it !== "") || "";
}

/** The version that the store reports. */
export const versionOf = (store: Store): string => switches.claimedVersion(store) ?? store.flavour;

/**
 * Where PHP ends in the midst of writing an order, of which nothing is taken back: behind so many of its
 * lines; "units": the units of its first line are taken, the line is not kept; "payment": the payment is kept,
 * the order does not know of it; "hook": in another module's `actionValidateOrder`, before the order has a
 * state; "state": a new state has taken the units and is not kept.
 */
export type DeathPlace = number | "units" | "payment" | "hook" | "state";

/** Settings of the simulator itself, which no real store has. */
export const switches = {
  isPdfBroken: (store: Store): boolean =>
    store.storage.get<boolean>(`${store.prefix}switch`, "broken invoice pdf") ?? false,
  claimedVersion: (store: Store): string | undefined =>
    store.storage.get<string>(`${store.prefix}switch`, "version"),
  claimVersion: (store: Store, version: string): void =>
    store.storage.put(`${store.prefix}switch`, "version", version),
  /** Tables of orders that the database keeps at once, whatever becomes of the request. */
  plainTables: (store: Store): readonly string[] =>
    store.storage.get<string[]>(`${store.prefix}switch`, "plain tables") ?? [],
  keepPlain: (store: Store, tables: readonly string[]): void =>
    store.storage.put(`${store.prefix}switch`, "plain tables", [...tables]),
  /** Fields that the merchant has made required, as "addresses company". */
  demandedFields: (store: Store): readonly string[] =>
    store.storage.get<string[]>(`${store.prefix}switch`, "demanded fields") ?? [],
  demandFields: (store: Store, fields: readonly string[]): void =>
    store.storage.put(`${store.prefix}switch`, "demanded fields", [...fields]),
  /** How many of the next requests that write an order end in the midst of it. */
  deaths: (store: Store): number =>
    store.storage.get<number>(`${store.prefix}switch`, "deaths") ?? 0,
  dieNext: (store: Store, orders: number): void =>
    store.storage.put(`${store.prefix}switch`, "deaths", orders),
  deathPlace: (store: Store): DeathPlace =>
    store.storage.get<DeathPlace>(`${store.prefix}switch`, "death place") ?? "hook",
  dieAt: (store: Store, place: DeathPlace): void =>
    store.storage.put(`${store.prefix}switch`, "death place", place),
  breakPdf: (store: Store, isOn: boolean): void =>
    store.storage.put(`${store.prefix}switch`, "broken invoice pdf", isOn),
};
