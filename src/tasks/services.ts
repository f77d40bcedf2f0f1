/**
 * The shared services that `compose.ts` makes from `Env`. Types only: what a use case may reach beyond
 * these is named in its own dependency record.
 */
import type { MailWanted } from "../db/orders/order-mails";
import type { Database } from "../db/database";
import type { Market } from "../domain/listings/market";
import type { SourceStore } from "../domain/connections/source-store";
import type { ConnectionSettings } from "../contract/connection-settings";
import type { LedgerApi } from "../sync/ledger-api";
import type { Log } from "../lib/log";
import type { Runtime } from "../lib/runtime";
import type { JobMessage } from "./messages";
import type { RepairPicture } from "../platforms/cloudflare-images/repair-picture";
import type { ChannelPlatform, ChannelSession } from "../platforms/channel";
import type { SourcePlatform, SourceSession } from "../platforms/source";
import type { SecretStore } from "../sync/connections/secret-store";
import type { Settings } from "../settings";

/** A connection with a session on both sides. Sessions are lazy: a token is asked for at the first call. */
export interface OpenConnection {
  id: string;
  accountId: string;
  name: string;
  state: "setup" | "active" | "paused" | "disconnected";
  /** Epoch ms. */
  createdAt: number;
  sourceUrl: string;
  /** As the store answered last. */
  sourceStore: SourceStore;
  timeZone: string;
  languageId: string;
  currency: string;
  /** Name of the channel's platform, e.g. "TikTok Shop". */
  channelLabel: string;
  region: string;
  /** What is known of the channel's market; undefined for a new one. */
  market: Market | undefined;
  warehouseId: string;
  /** The shop held listings when it was bound to this connection. */
  hadListings: boolean;
  settings: ConnectionSettings;
  /** False between a change of for whom products are read and the next read of the store's facts. */
  isReadAsChosen: boolean;
  source(): Promise<SourceSession>;
  channel(): Promise<ChannelSession>;
}

export interface Services extends Runtime {
  settings: Settings;
  db: Database;
  log: Log;
  ledger(connectionId: string): LedgerApi;
  enqueue(messages: readonly JobMessage[], delaySeconds?: number): Promise<void>;
  /**
   * `work`: id of the task whose sessions share what they read for it, for some minutes. Throws
   * SyncError("merchant", "connection.not_found" | "connection.incomplete").
   */
  openConnection(connectionId: string, work?: string): Promise<OpenConnection>;
  /** The same for a few last requests, which no ledger counts and which wait for no slow shop. */
  openLast(connectionId: string): Promise<OpenConnection>;
  /** Tells a person that a connection's authorisation ends; a mail that cannot be sent is logged. */
  mailAuthorizationEnds(
    recipient: string,
    facts: { connection: string; days: number; link: string },
  ): Promise<void>;
  /** Mails a person about orders that need somebody; a failure is logged only. */
  mailOrders(recipient: string, wanted: MailWanted): Promise<void>;
  /** Work that outlives an answer. */
  inBackground(work: Promise<unknown>): void;
  /** The sealed secrets of a connection. */
  secrets(connection: { id: string; accountId: string }): SecretStore;
  /** Throws SyncError("merchant", "connection.platform_unknown"). */
  sourcePlatform(key: string): SourcePlatform;
  /** Throws SyncError("merchant", "connection.platform_unknown"). */
  channelPlatform(key: string): ChannelPlatform;
  sourcePlatforms(): readonly SourcePlatform[];
  channelPlatforms(): readonly ChannelPlatform[];
  /** Makes pictures anew; absent where nothing is bound that does. */
  repairPicture?: RepairPicture;
  /** The outside world, replaceable in tests. */
  fetch(request: Request): Promise<Response>;
}
