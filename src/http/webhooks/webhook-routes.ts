/**
 * What shops tell us. A signature over the raw bytes comes before anything else; the ledger has the
 * event durably before we answer 200. What follows from an event is not decided here.
 */
import { Hono } from "hono";
import { channelPlatform, sourcePlatform } from "../../compose/platform-deps";
import { verifiedBySecret } from "../../compose/webhook-secrets";
import {
  changeConnection,
  findByChannelShop,
  doubtSourceStore,
  findConnection,
  type ConnectionRow,
} from "../../db/connections/connections";
import { addActivity } from "../../db/accounts/activities";
import { findCredential, markCredential } from "../../db/connections/credentials";
import { raiseProblem } from "../../db/connections/problems";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelEvent } from "../../platforms/channel";
import type { AppEnv, AppServices } from "../context";

/** Events carry whole seconds. */
const CLOCK_GRAIN_MS = 1000;

export const webhookRoutes = new Hono<AppEnv>();

webhookRoutes.post("/webhooks/source/:connectionId", async (c) => {
  const { services } = c.var;
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const row = await findConnection(services.db, c.req.param("connectionId"));
  // An unknown connection answers like a wrong signature: the address tells nobody what exists.
  if (!row) return c.json({ received: false }, 401);
  const { headers } = c.req.raw;
  const { verifyEvent } = sourcePlatform(row.sourcePlatform);
  const event = await verifiedBySecret(services, row, (secret) =>
    verifyEvent(secret, headers, rawBody, services.now()),
  );
  if (!event) return refuse(services, row.sourcePlatform);
  const { isNew } = await services.ledger(row.id).ingestSourceEvent(event);
  // A module sends it when it was paired by hand; whoever else sends it costs the store one look.
  if (isNew && event.kind === "ping" && !row.sourceStore?.moduleVersion)
    await doubtSourceStore(services.db, row.id, services.now());
  services.log.info("webhook.received", { connectionId: row.id, kind: event.kind, isNew });
  return c.json({ received: true });
});

webhookRoutes.post("/webhooks/:platform", async (c) => {
  const { services } = c.var;
  const key = c.req.param("platform");
  const rawBody = new Uint8Array(await c.req.arrayBuffer());
  const { channelApp } = services.settings;
  const event = await channelPlatform(key).verifyEvent(channelApp, c.req.raw.headers, rawBody);
  if (!event) return refuse(services, key);
  const row = await findByChannelShop(services.db, key, event.shopId);
  if (!row) {
    // A shop of ours that is gone: an error would make the sender try for days.
    services.log.warn("webhook.unknown_shop", { platform: key, kind: event.kind });
    return c.json({ received: true });
  }
  if (event.kind === "authorization.revoked") await disconnect(services, row, event);
  if (event.kind === "authorization.expiring")
    await markCredential(services.db, row.id, "channel_tokens", "expiring", services.now());
  const { isNew } = await services.ledger(row.id).ingestChannelEvent(event);
  services.log.info("webhook.received", { connectionId: row.id, kind: event.kind, isNew });
  return c.json({ received: true });
});

function refuse(services: AppServices, platform: string): Response {
  services.log.warn("webhook.signature_wrong", { platform });
  return Response.json({ received: false }, { status: 401 });
}

/** The seller removed the app: work stops, mappings stay for the day it comes back. */
async function disconnect(
  services: AppServices,
  row: ConnectionRow,
  event: ChannelEvent,
): Promise<void> {
  const { db, now } = services;
  const tokens = await findCredential(db, row.id, "channel_tokens");
  // A late repeat of an old word must not cut off an authorisation given since.
  if (tokens && event.at + CLOCK_GRAIN_MS < tokens.updatedAt) return;
  await markCredential(db, row.id, "channel_tokens", "revoked", now());
  await changeConnection(db, row.id, { state: "disconnected" }, now());
  const error = new SyncError("reconnect", "channel.authorization_revoked");
  await raiseProblem(db, row.id, "channel", error, now());
  await services.ledger(row.id).setActive(false);
  const by = { id: services.newId("act"), accountId: row.accountId, connectionId: row.id };
  await addActivity(db, { ...by, actor: "weft", kind: "channel.disconnected", facts: {} }, now());
}
