import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConnectionDetail } from "../../../src/http/api";
import {
  beginAuthorization,
  comeBack,
  openRoom,
  signUp,
  withStore,
  type Room,
} from "../../support/http-harness";
import { hmac, signedHeaders } from "../../support/module-signs";
import { WEFT } from "../../support/world";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const TEN_MEGABYTES = 10 * 1024 * 1024;

const post = (room: Room, path: string, body: string, headers: Record<string, string>) =>
  room.call(path, { method: "POST", body, headers: { origin: "", ...headers } });

/** A notification of the channel, signed as the platform signs: over app key and raw body. */
async function notify(room: Room, delivery: object, secret = env.TIKTOK_APP_SECRET ?? "") {
  const body = JSON.stringify(delivery);
  const authorization = hmac(secret, `${env.TIKTOK_APP_KEY}${body}`);
  return post(room, "/webhooks/tiktok-shop", body, { authorization });
}

async function active(room: Room, email: string) {
  const person = await signUp(room, email);
  const id = await withStore(person);
  await comeBack(room, person, await beginAuthorization(person, id));
  const detail = async () =>
    (await person.send<ConnectionDetail>("GET", `/api/connections/${id}`)).body;
  const shopId = room.world.tiktok.shops()[0]?.id ?? "";
  room.told.length = 0;
  return { person, id, detail, shopId };
}

const orderChanged = (shopId: string) => ({
  type: 1,
  tts_notification_id: "7300000000000000001",
  shop_id: shopId,
  timestamp: Math.floor(Date.now() / 1000),
  data: { order_id: "576000000000000001", order_status: "AWAITING_SHIPMENT" },
});

const calls = (room: Room) => room.told.map(({ connectionId, method }) => [connectionId, method]);

describe("notifications of the channel", () => {
  it("reach the ledger of the connection that feeds the shop", async () => {
    const room = openRoom();
    const { id, shopId } = await active(room, "hook@example.com");
    const answer = await notify(room, orderChanged(shopId));
    expect(answer.status).toBe(200);
    expect(room.told).toMatchObject([
      {
        connectionId: id,
        method: "ingestChannelEvent",
        given: [{ kind: "order.changed", orderId: "576000000000000001", shopId }],
      },
    ]);
  });

  it("with a wrong signature get 401 and change nothing", async () => {
    const room = openRoom();
    const { shopId, detail } = await active(room, "forged@example.com");
    const before = await detail();
    expect((await notify(room, orderChanged(shopId), "another secret")).status).toBe(401);
    const revoked = { ...orderChanged(shopId), type: 6, data: { message: "bye" } };
    expect((await notify(room, revoked, "another secret")).status).toBe(401);
    const body = JSON.stringify(orderChanged(shopId));
    expect((await post(room, "/webhooks/tiktok-shop", body, {})).status).toBe(401);
    expect((await post(room, "/webhooks/tiktok-shop", "{", { authorization: "x" })).status).toBe(
      401,
    );
    expect(room.told).toEqual([]);
    expect(await detail()).toEqual(before);
  });

  it("with a body changed by one letter get 401", async () => {
    const room = openRoom();
    const { shopId } = await active(room, "changed@example.com");
    const body = JSON.stringify(orderChanged(shopId));
    const authorization = hmac(env.TIKTOK_APP_SECRET ?? "", `${env.TIKTOK_APP_KEY}${body}`);
    const changed = body.replace("AWAITING", "bWAITING");
    const answer = await post(room, "/webhooks/tiktok-shop", changed, { authorization });
    expect(answer.status).toBe(401);
    expect(room.told).toEqual([]);
  });

  it("of ten megabytes get 413, with or without a length, and reach nothing", async () => {
    const room = openRoom();
    const large = "x".repeat(TEN_MEGABYTES);
    const announced = await post(room, "/webhooks/tiktok-shop", large, { authorization: "x" });
    expect(announced.status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 160) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request(`${WEFT}/webhooks/tiktok-shop`, { method: "POST", body: endless });
    const unannounced = await room.app.fetch(request, env);
    expect(unannounced.status).toBe(413);
    expect(sent).toBeLessThan(40);
    expect(room.told).toEqual([]);
  });

  it("for a shop nobody feeds are taken and noted, so that they are not sent for days", async () => {
    const room = openRoom();
    const answer = await notify(room, orderChanged("7999999999999999999"));
    expect(answer.status).toBe(200);
    expect(room.told).toEqual([]);
    expect(room.lines.some((line) => line.includes("webhook.unknown_shop"))).toBe(true);
  });

  it("of a seller who removes the app disconnect, and keep everything for a return", async () => {
    const room = openRoom();
    const { id, shopId, detail, person } = await active(room, "revoke@example.com");
    const later = Math.floor(Date.now() / 1000) + 60;
    const revoked = { ...orderChanged(shopId), type: 6, timestamp: later, data: { message: "" } };
    expect((await notify(room, revoked)).status).toBe(200);
    const gone = await detail();
    expect(gone).toMatchObject({
      state: "disconnected",
      setupStep: "done",
      authorization: { state: "revoked" },
      problems: [{ key: "channel", remedy: "reconnect", code: "channel.authorization_revoked" }],
    });
    expect(gone.channelShopName).not.toBeNull();
    expect(calls(room)).toContainEqual([id, "setActive"]);
    expect(room.told.find(({ method }) => method === "setActive")?.given).toEqual([false]);
    await comeBack(room, person, await beginAuthorization(person, id));
    expect(await detail()).toMatchObject({ state: "active", problems: [] });
  });

  it("of an older removal that arrive late do not cut off a newer authorisation", async () => {
    const room = openRoom();
    const { shopId, detail } = await active(room, "stale@example.com");
    const earlier = Math.floor(Date.now() / 1000) - 600;
    const revoked = { ...orderChanged(shopId), type: 6, timestamp: earlier, data: { message: "" } };
    expect((await notify(room, revoked)).status).toBe(200);
    expect(await detail()).toMatchObject({ state: "active" });
  });

  it("of an authorisation that ends soon say so on the connection", async () => {
    const room = openRoom();
    const { shopId, detail } = await active(room, "ending@example.com");
    const ending = { ...orderChanged(shopId), type: 7, data: { message: "" } };
    expect((await notify(room, ending)).status).toBe(200);
    expect(await detail()).toMatchObject({ authorization: { state: "expiring" } });
  });
});

describe("events of the store", () => {
  async function tell(
    room: Room,
    id: string,
    secret: string,
    options: { at?: number; body?: string; type?: string } = {},
  ) {
    const at = options.at ?? Math.floor(Date.now() / 1000);
    const type = options.type ?? "stock.changed";
    const event = { id: "evt-1", type, shop: "1", at, ids: ["3", "4"] };
    const body = JSON.stringify(event);
    const headers = signedHeaders(secret, body, at);
    return post(room, `/webhooks/source/${id}`, options.body ?? body, headers);
  }

  it("by a sender paired by hand make Weft look for a module with the next scan", async () => {
    const room = openRoom();
    const { id, detail } = await active(room, "by-hand@example.com");
    const { webhookSecret } = await detail();
    const readAt = async () => {
      const query =
        "SELECT json_extract(source_shop, '$.readAt') AS at FROM connection WHERE id = ?";
      return (await env.DB.prepare(query).bind(id).first<{ at: number }>())?.at;
    };
    await tell(room, id, webhookSecret);
    expect(await readAt()).toBeGreaterThan(0);
    await tell(room, id, webhookSecret, { type: "ping" });
    expect(await readAt()).toBe(0);
  });

  it("signed with the connection's secret reach its ledger", async () => {
    const room = openRoom();
    const { id, detail } = await active(room, "store@example.com");
    const { webhookSecret } = await detail();
    expect((await tell(room, id, webhookSecret)).status).toBe(200);
    expect(room.told).toMatchObject([
      {
        connectionId: id,
        method: "ingestSourceEvent",
        given: [{ kind: "stock.changed", ids: ["3", "4"], deliveryId: "evt-1" }],
      },
    ]);
  });

  it("signed with another secret, altered, or ten minutes old get 401 and reach nothing", async () => {
    const room = openRoom();
    const { id, detail } = await active(room, "badstore@example.com");
    const { webhookSecret } = await detail();
    const old = Math.floor(Date.now() / 1000) - 600;
    expect((await tell(room, id, "another secret")).status).toBe(401);
    expect((await tell(room, id, webhookSecret, { body: "{}" })).status).toBe(401);
    expect((await tell(room, id, webhookSecret, { at: old })).status).toBe(401);
    expect(room.told).toEqual([]);
  });

  it("for a connection that does not exist look like a wrong signature", async () => {
    const room = openRoom();
    const { id } = await active(room, "nostore@example.com");
    const absent = await tell(room, "con_absent", "whatever");
    const wrong = await tell(room, id, "whatever");
    expect([absent.status, await absent.text()]).toEqual([wrong.status, await wrong.text()]);
  });

  it("of another connection do not pass with this connection's secret", async () => {
    const room = openRoom();
    const { person, id, detail } = await active(room, "cross@example.com");
    const other = await withStore(person, "Other");
    const { webhookSecret } = await detail();
    expect((await tell(room, other, webhookSecret)).status).toBe(401);
    expect((await tell(room, id, webhookSecret)).status).toBe(200);
  });
});
