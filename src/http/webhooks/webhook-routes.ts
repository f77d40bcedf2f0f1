/**
 * What store and shop send. A signature over the raw bytes comes before anything else; the ledger has
 * the event durably before the answer is 200. What follows from an event is decided in `sync`.
 */
import { CHANNEL_PROBLEM } from "../../domain/errors/problem-key";
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
import {
  receiveChannelEvent,
  type ChannelEventDeps,
} from "../../sync/connections/receive-channel-event";
import { receiveSourceEvent } from "../../sync/connections/receive-source-event";
import { verifyBySecrets } from "../../sync/connections/webhook-secrets";
import type { AppEnv, AppServices } from "../context";
import { serveOutside } from "../outside-contract";
import { recordByWeft } from "../record";
import { FAILURE_WAIT_SECONDS, mayBeOfStore, mayFail } from "./unsigned";

export const webhookRoutes = new Hono<AppEnv>();

serveOutside(webhookRoutes, "POST /webhooks/source/:connectionId", async (c) => {
  const { services } = c.var;
  const { headers } = c.req.raw;
  if (!mayBeOfStore(services, headers)) return refuse(services, headers, "source");
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const row = await findConnection(services.db, c.req.param("connectionId"));
  if (!row) return answerUnknown(services, headers, c.req.param("connectionId"));
  const { verifyEvent } = services.sourcePlatform(row.sourcePlatform);
  const now = services.now();
  const event = await verifyBySecrets(services.secrets(row), now, (secret) =>
    verifyEvent(secret, headers, rawBody, now),
  );
  if (!event) return refuse(services, headers, row.sourcePlatform);
  const { isNew } = await receiveSourceEvent(
    {
      ledger: services.ledger(row.id),
      known: row.sourceStore,
      doubtStore: () => doubtSourceStore(services.db, row.id, services.now()),
    },
    event,
  );
  services.log.info("webhook.received", { connectionId: row.id, kind: event.kind, isNew });
  return c.json({ received: true });
});

serveOutside(webhookRoutes, "POST /webhooks/:platform", async (c) => {
  const { services } = c.var;
  const key = c.req.param("platform");
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const { channelApp } = services.settings;
  const { verifyEvent } = services.channelPlatform(key);
  const event = await verifyEvent(channelApp, c.req.raw.headers, rawBody);
  if (!event) return refuse(services, c.req.raw.headers, key);
  const row = await findByChannelShop(services.db, key, event.shopId);
  if (!row) {
    // A shop of ours that is gone: an error would make the sender try for days.
    services.log.warn("webhook.unknown_shop", { platform: key, kind: event.kind });
    return c.json({ received: true });
  }
  const { isNew } = await receiveChannelEvent(channelEventDeps(services, row), event);
  services.log.info("webhook.received", { connectionId: row.id, kind: event.kind, isNew });
  return c.json({ received: true });
});

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
 * that was deleted lately is thanked, or it would keep all that happens there to send it later.
 */
async function answerUnknown(
  services: AppServices,
  headers: Headers,
  connectionId: string,
): Promise<Response> {
  const isDeleted = await wasDeleted(services.db, connectionId);
  return isDeleted ? Response.json({ received: true }) : refuse(services, headers, "source");
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
