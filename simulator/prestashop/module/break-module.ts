// Breaks an installed module, for the tests of the health check.
import type { Store } from "../store";
import { enqueue } from "./outbox";
import { HOOKS } from "./hooks";
import { forgetPairing, installation, moduleTable, putInstallation } from "./state";

/** What is wrong with the module of a store. */
export interface ModuleBreakage {
  /** The version it reports, e.g. an older one. */
  version?: string;
  /** Hooks that another module or an upgrade unregistered. */
  missingHooks?: string[];
  /** The module's tables that are missing from the database, by their full names. */
  lostTables?: string[];
  /** It has lost its secret. */
  isUnpaired?: boolean;
  /** How many events wait, and since when. */
  stuck?: { events: number; forMs: number };
}

const RETRY_MS = 21_600_000;

function stick(store: Store, { events, forMs }: { events: number; forMs: number }): void {
  const now = store.clock.now();
  for (let index = 0; index < events; index += 1) {
    const event = enqueue(store, "stock.changed", [String(index + 1)], now + RETRY_MS);
    const old = { ...event, createdAt: now - forMs, attempts: 4, lastStatus: 0 };
    store.storage.put(moduleTable(store, "outbox"), event.id, old);
  }
}

/** Breaks the module of a store; what is not named stays as it is. */
export function breakModule(store: Store, breakage: ModuleBreakage): void {
  const installed = installation(store);
  if (!installed) throw new Error("the shop has no module that could be broken");
  const { version, missingHooks, lostTables, isUnpaired, stuck } = breakage;
  putInstallation(store, {
    ...installed,
    version: version ?? installed.version,
    hooks: missingHooks ? HOOKS.filter((it) => !missingHooks.includes(it)) : installed.hooks,
    lostTables: lostTables ?? installed.lostTables,
  });
  if (isUnpaired) forgetPairing(store);
  if (stuck) stick(store, stuck);
}
