/**
 * The shared services `compose.ts` makes from `Env` and hands to every layer. Types only: what a
 * use case may reach beyond this is named in its own interface.
 */
import type { Database } from "../db/database";
import type { SourceStore } from "../domain/connections/source-store";
import type { ConnectionSettings } from "../contract/api";
import type { LedgerApi } from "../sync/ledger-api";
import type { Log } from "../lib/log";
import type { JobMessage } from "./messages";
import type { ChannelSession } from "../platforms/channel";
import type { SourceSession } from "../platforms/source";
import type { Settings } from "../settings";

/** A connection and both its shops. A session is opened by the first call that asks for it. */
export interface OpenConnection {
  id: string;
  accountId: string;
  name: string;
  state: "setup" | "active" | "paused" | "disconnected";
  sourceUrl: string;
  /** The store's facts as read last. */
  sourceStore: SourceStore;
  timeZone: string;
  languageId: string;
  currency: string;
  region: string;
  warehouseId: string;
  settings: ConnectionSettings;
  source(): Promise<SourceSession>;
  channel(): Promise<ChannelSession>;
}

export interface Services {
  settings: Settings;
  db: Database;
  log: Log;
  now(): number;
  random(): number;
  newId(prefix: string): string;
  ledger(connectionId: string): LedgerApi;
  enqueue(messages: readonly JobMessage[], delaySeconds?: number): Promise<void>;
  /** Throws SyncError("merchant", "connection.not_found" | "connection.incomplete"). */
  openConnection(connectionId: string): Promise<OpenConnection>;
  /** Reads the store's facts again and keeps them; raises or clears the problem of its module. */
  refreshStore(connection: OpenConnection): Promise<void>;
  /** Requests to public hosts, replaceable in tests. */
  fetch(request: Request): Promise<Response>;
}
