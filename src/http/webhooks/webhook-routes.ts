/**
 * What store and shop send. A signature over the raw bytes comes before anything else; the ledger has
 * the event durably before the answer is 200. What follows from an event is decided in `sync`.
 */
import { CHANNEL_PROBLEM } from "../../domain/errors/problem-key";
import { asSyncError } from "../../domain/errors/sync-error";
import { maskBody } from "../../domain/journal/mask-body";
import { Hono } from "hono";
import {
  changeConnection,
  doubtSourceStore,
  findByChannelShop,
  findConnection,
  type ConnectionRow,
} from "../../db/connections/connections";
import { wasDeleted } from "../../db/connections/erasures";
import { problemsOf } from "../../db/connections/problems";
import type { ChannelEvent } from "../../platforms/channel";
import type { SourceEvent } from "../../platforms/source";
import {
  concernsTokens,
  receiveChannelEvent,
  type ChannelEventDeps,
} from "../../sync/connections/receive-channel-event";
import { receiveSourceEvent } from "../../sync/connections/receive-source-event";
import { verifyBySecrets, type Verified } from "../../sync/connections/webhook-secrets";
import type { AppEnv, AppServices } from "../context";
import type { EventReceipt } from "../../sync/ledger-api";
import { serveOutside } from "../outside-contract";
import { recordByWeft } from "../record";
import { shopKey, verifyKnown } from "./senders";
import { FAILURE_WAIT_SECONDS, mayBeOfStore, mayFail } from "./unsigned";

export const webhookRoutes = new Hono<AppEnv>();

const ONLY_ACTIVE = { onlyActive: true };
/** With what came in, masked, for the journal. */
const delivered = <Event extends object | null>(event: Event, rawBody: Uint8Array): Event =>
  event && { ...event, raw: maskBody(new TextDecoder().decode(rawBody)) };
const received = () => Response.json({ received: true });

serveOutside(webhookRoutes, "POST /webhooks/source/:connectionId", async (c) => {
  const { services } = c.var;
  const { headers } = c.req.raw;
  if (!mayBeOfStore(services, headers)) return refuse(services, headers, "source");
  const connectionId = c.req.param("connectionId");
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const { stores, forged } = services.senders;
  const known = stores.read(connectionId);
  const event = known && delivered(await verifyKnown(services, known, headers, rawBody), rawBody);
  if (event && (await isTakenFromStore(services, connectionId, event))) {
    compareBehind(services, connectionId, async () => {
      if (!(await verifyWhole(services, connectionId, headers, rawBody)))
        stores.forget(connectionId);
    });
    return received();
  }
  if (known && !event && forged.read(connectionId))
    return refuse(services, headers, known.sourcePlatform);
  return receiveFromStore(services, connectionId, headers, rawBody);
});

/** False where the database has to be asked first. */
async function isTakenFromStore(
  services: AppServices,
  connectionId: string,
  event: SourceEvent,
): Promise<boolean> {
  // What a ping says may change what is known of the store.
  if (event.kind === "ping") return false;
  const ledger = services.ledger(connectionId);
  return isTaken(services, connectionId, event, await ledger.ingestSourceEvent(event, ONLY_ACTIVE));
}

/** A line of the log for an event that the ledger took; false for one that it did not. */
function isTaken(
  { log }: AppServices,
  connectionId: string,
  { kind }: Pick<SourceEvent | ChannelEvent, "kind">,
  { isNew, isResting }: EventReceipt,
): boolean {
  if (!isResting) log.info("webhook.received", { connectionId, kind, isNew });
  return !isResting;
}

async function receiveFromStore(
  services: AppServices,
  connectionId: string,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<Response> {
  const { db, now, senders, log } = services;
  const row = await findConnection(db, connectionId);
  if (!row) return answerUnknown(services, headers, connectionId);
  const verified = await verifyFor(services, row, headers, rawBody);
  if (!verified) {
    senders.forged.keep(connectionId, true);
    return refuse(services, headers, row.sourcePlatform);
  }
  const { message, secret, expiresAt } = verified;
  const event = delivered(message, rawBody);
  senders.stores.keep(connectionId, { sourcePlatform: row.sourcePlatform, secret, expiresAt });
  senders.compared.keep(connectionId, true);
  const deps = {
    ledger: services.ledger(connectionId),
    known: row.sourceStore,
    doubtStore: () => doubtSourceStore(db, connectionId, now()),
  };
  const { isNew } = await receiveSourceEvent(deps, event);
  log.info("webhook.received", { connectionId, kind: event.kind, isNew });
  return received();
}

function verifyFor(
  services: AppServices,
  row: ConnectionRow,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<Verified<SourceEvent> | null> {
  const { verifyEvent } = services.sourcePlatform(row.sourcePlatform);
  const at = services.now();
  return verifyBySecrets(services.secrets(row), at, (secret) =>
    verifyEvent(secret, headers, rawBody, at),
  );
}

/** Whether the database knows the connection, and the secret that an event was taken by. */
async function verifyWhole(
  services: AppServices,
  connectionId: string,
  headers: Headers,
  rawBody: Uint8Array,
): Promise<boolean> {
  const row = await findConnection(services.db, connectionId);
  return row !== undefined && (await verifyFor(services, row, headers, rawBody)) !== null;
}

/** Once a second, `compare` holds what is remembered under `key` against the database, behind the answer. */
function compareBehind(services: AppServices, key: string, compare: () => Promise<void>): void {
  const { compared } = services.senders;
  if (compared.read(key)) return;
  compared.keep(key, true);
  const work = compare().catch((caught: unknown) => {
    services.log.warn("webhook.not_compared", { code: asSyncError(caught).code });
  });
  services.inBackground(work);
}

serveOutside(webhookRoutes, "POST /webhooks/:platform", async (c) => {
  const { services } = c.var;
  const platform = c.req.param("platform");
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const { channelApp } = services.settings;
  const { verifyEvent } = services.channelPlatform(platform);
  const event = delivered(await verifyEvent(channelApp, c.req.raw.headers, rawBody), rawBody);
  if (!event) return refuse(services, c.req.raw.headers, platform);
  const shop = shopKey(platform, event.shopId);
  const known = services.senders.shops.read(shop);
  if (known === undefined || !(await isTakenFromChannel(services, known, event)))
    await receiveFromChannel(services, platform, event);
  else
    compareBehind(services, shop, async () => {
      // The one that took it may have lost the shop to another, which then takes it as well.
      const row = await findByChannelShop(services.db, platform, event.shopId);
      if (row?.id !== known) await receiveFromChannel(services, platform, event);
    });
  return received();
});

/** False where the database has to be asked first. */
async function isTakenFromChannel(
  services: AppServices,
  connectionId: string,
  event: ChannelEvent,
): Promise<boolean> {
  if (concernsTokens(event)) return false;
  const ledger = services.ledger(connectionId);
  return isTaken(
    services,
    connectionId,
    event,
    await ledger.ingestChannelEvent(event, ONLY_ACTIVE),
  );
}

async function receiveFromChannel(
  services: AppServices,
  platform: string,
  event: ChannelEvent,
): Promise<void> {
  const { shops, compared } = services.senders;
  const shop = shopKey(platform, event.shopId);
  const row = await findByChannelShop(services.db, platform, event.shopId);
  if (!row) {
    shops.forget(shop);
    // A shop of ours that is gone: an error would make the sender try for days.
    services.log.warn("webhook.unknown_shop", { platform, kind: event.kind });
    return;
  }
  shops.keep(shop, row.id);
  compared.keep(shop, true);
  const { isNew } = await receiveChannelEvent(channelEventDeps(services, row), event);
  services.log.info("webhook.received", { connectionId: row.id, kind: event.kind, isNew });
}

function channelEventDeps(services: AppServices, row: ConnectionRow): ChannelEventDeps {
  const { db, now } = services;
  const { id: connectionId } = row;
  return {
    secrets: services.secrets(row),
    ledger: services.ledger(connectionId),
    markDisconnected: () => changeConnection(db, connectionId, { state: "disconnected" }, now()),
    reportChannel: (error) => problemsOf(db, connectionId, now).raise(CHANNEL_PROBLEM, error),
    recordDisconnected: () => recordByWeft(services, row, "channel.disconnected"),
  };
}

/**
 * An unknown connection answers like a wrong signature: the answer shows nobody what exists. The store of one
 * that was deleted lately is thanked, or it would keep all that happens there to send it later, and hears that it is
 * over: its module may not have been reached then.
 */
async function answerUnknown(
  services: AppServices,
  headers: Headers,
  connectionId: string,
): Promise<Response> {
  const isDeleted = await wasDeleted(services.db, connectionId);
  return isDeleted
    ? Response.json({ received: true, ended: true })
    : refuse(services, headers, "source");
}

/**
 * 401, or 429 where a network sent too many that nobody signed. Only these are counted, after they were
 * judged: what is signed is taken from whatever network.
 */
async function refuse(
  services: AppServices,
  headers: Headers,
  platform: string,
): Promise<Response> {
  if (!(await mayFail(services, headers)))
    return Response.json(
      { received: false },
      { status: 429, headers: { "retry-after": String(FAILURE_WAIT_SECONDS) } },
    );
  services.log.warn("webhook.signature_wrong", { platform });
  return Response.json({ received: false }, { status: 401 });
}
