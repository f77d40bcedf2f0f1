import type { WebserviceKey } from "./api/keys";
import type { BackOffice } from "./back-office";
import type { Stored } from "./data/row";
import type { Host } from "./host";
import type { ModuleBreakage } from "./module/break-module";

/** What is broken in a store; what is not named stays as it is. */
export interface Breakage {
  host?: Partial<Host>;
  /** Rows of `configurations` by name. */
  settings?: Record<string, string>;
  rows?: { resource: string; id: string; values: Record<string, Stored> }[];
  /** Webservice keys by their text. */
  keys?: Record<string, Partial<Omit<WebserviceKey, "key">>>;
  /** Zones by carrier. */
  carrierZones?: Record<string, string[]>;
  paymentModules?: string[];
  version?: string;
  /** The name of a second shop of the installation. */
  secondShop?: string;
  /** Tables of orders without transactions. */
  plainTables?: readonly string[];
  module?: "absent" | ModuleBreakage;
}

/** Breaks a store in several ways at once. */
export function breakStore(office: BackOffice, breakage: Breakage): void {
  const { host, settings, rows, keys, carrierZones, paymentModules, version, module } = breakage;
  if (host) office.changeHost(host);
  for (const [name, value] of Object.entries(settings ?? {})) office.setSetting(name, value);
  for (const { resource, id, values } of rows ?? []) office.edit(resource, id, values);
  for (const [key, change] of Object.entries(keys ?? {})) office.changeWebserviceKey(key, change);
  for (const [id, zones] of Object.entries(carrierZones ?? {})) office.setCarrierZones(id, zones);
  if (paymentModules) office.setPaymentModules(paymentModules);
  if (version !== undefined) office.claimVersion(version);
  if (breakage.plainTables) office.setPlainTables(breakage.plainTables);
  if (breakage.secondShop !== undefined) office.addShop(breakage.secondShop);
  if (module === "absent") office.uninstallModule();
  else if (module) office.breakModule(module);
}
