import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
  type HttpHarness,
} from "../../support/http-harness";
import { hmac, signedHeaders } from "../../support/module-signature";
import { WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const TEN_MEGABYTES = 10 * 1024 * 1024;

const post = (harness: HttpHarness, path: string, body: string, headers: Record<string, string>) =>
  harness.call(path, { method: "POST", body, headers: { origin: "", ...headers } });

/** A notification of the channel, signed as the platform signs: over app key and raw body. */
async function notify(
  harness: HttpHarness,
  delivery: object,
  secret = env.TIKTOK_APP_SECRET ?? "",
) {
  const body = JSON.stringify(delivery);
  const authorization = hmac(secret, `${env.TIKTOK_APP_KEY}${body}`);
  return post(harness, "/webhooks/tiktok-shop", body, { authorization });
}

async function active(harness: HttpHarness, email: string) {
  const person = await signUp(harness, email);
  const id = await connectionWithStore(person);
  await comeBack(harness, person, await beginAuthorization(person, id));
  const detail = async () =>
    (await person.send<ConnectionDetail>("GET", `/api/connections/${id}`)).body;
  const shopId = harness.world.tiktok.shops()[0]?.id ?? "";
  harness.ledgerCalls.length = 0;
  return { person, id, detail, shopId };
}

const orderChanged = (shopId: string) => ({
  type: 1,
  tts_notification_id: "7300000000000000001",
  shop_id: shopId,
  timestamp: Math.floor(Date.now() / 1000),
  data: { order_id: "576000000000000001", order_status: "AWAITING_SHIPMENT" },
});

const calls = (harness: HttpHarness) =>
  harness.ledgerCalls.map(({ connectionId, method }) => [connectionId, method]);

describe("notifications of the channel", () => {
  it("reach the ledger of the connection that feeds the shop", async () => {
    const harness = setupHttp();
    const { id, shopId } = await active(harness, "hook@example.com");
    const answer = await notify(harness, orderChanged(shopId));
    expect(answer.status).toBe(200);
    expect(harness.ledgerCalls).toMatchObject([
      {
        connectionId: id,
        method: "ingestChannelEvent",
        given: [{ kind: "order.changed", orderIds: ["576000000000000001"], shopId }],
      },
    ]);
  });

  it("with a wrong signature get 401 and change nothing", async () => {
    const harness = setupHttp();
    const { shopId, detail } = await active(harness, "forged@example.com");
    const before = await detail();
    expect((await notify(harness, orderChanged(shopId), "another secret")).status).toBe(401);
    const revoked = { ...orderChanged(shopId), type: 6, data: { message: "bye" } };
    expect((await notify(harness, revoked, "another secret")).status).toBe(401);
    const body = JSON.stringify(orderChanged(shopId));
    expect((await post(harness, "/webhooks/tiktok-shop", body, {})).status).toBe(401);
    expect((await post(harness, "/webhooks/tiktok-shop", "{", { authorization: "x" })).status).toBe(
      401,
    );
    expect(harness.ledgerCalls).toEqual([]);
    expect(await detail()).toEqual(before);
  });

  it("in a form nobody knows get 200, so that nobody sends them for a day", async () => {
    const harness = setupHttp();
    const { shopId } = await active(harness, "unknown@example.com");
    const flat = { event: "inventory_update", shop_id: shopId, sku_id: "1" };
    expect((await notify(harness, flat)).status).toBe(200);
    expect((await notify(harness, { type: "new" })).status).toBe(200);
  });

  it("with a body changed by one letter get 401", async () => {
    const harness = setupHttp();
    const { shopId } = await active(harness, "changed@example.com");
    const body = JSON.stringify(orderChanged(shopId));
    const authorization = hmac(env.TIKTOK_APP_SECRET ?? "", `${env.TIKTOK_APP_KEY}${body}`);
    const changed = body.replace("AWAITING", "bWAITING");
    const answer = await post(harness, "/webhooks/tiktok-shop", changed, { authorization });
    expect(answer.status).toBe(401);
    expect(harness.ledgerCalls).toEqual([]);
  });

  it("of ten megabytes get 413, with or without a length, and reach nothing", async () => {
    const harness = setupHttp();
    const large = "x".repeat(TEN_MEGABYTES);
    const announced = await post(harness, "/webhooks/tiktok-shop", large, { authorization: "x" });
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
    const unannounced = await harness.app.fetch(request, env);
    expect(unannounced.status).toBe(413);
    expect(sent).toBeLessThan(40);
    expect(harness.ledgerCalls).toEqual([]);
  });

  it("for a shop nobody feeds are taken and noted, so that they are not sent for days", async () => {
    const harness = setupHttp();
    const answer = await notify(harness, orderChanged("7999999999999999999"));
    expect(answer.status).toBe(200);
    expect(harness.ledgerCalls).toEqual([]);
    expect(harness.lines.some((line) => line.includes("webhook.unknown_shop"))).toBe(true);
  });

  it("of a seller who removes the app disconnect, and keep everything for a return", async () => {
    const harness = setupHttp();
    const { id, shopId, detail, person } = await active(harness, "revoke@example.com");
    const later = Math.floor(Date.now() / 1000) + 60;
    const revoked = { ...orderChanged(shopId), type: 6, timestamp: later, data: { message: "" } };
    expect((await notify(harness, revoked)).status).toBe(200);
    const gone = await detail();
    expect(gone).toMatchObject({
      state: "disconnected",
      setupStep: "done",
      authorization: { state: "revoked" },
      problems: [{ key: "channel", remedy: "reconnect", code: "channel.authorization_revoked" }],
    });
    expect(gone.channelShopName).not.toBeNull();
    expect(calls(harness)).toContainEqual([id, "setActive"]);
    expect(harness.ledgerCalls.find(({ method }) => method === "setActive")?.given).toEqual([
      false,
    ]);
    await comeBack(harness, person, await beginAuthorization(person, id));
    expect(await detail()).toMatchObject({ state: "active", problems: [] });
  });

  it("of an older removal that arrive late do not cut off a newer authorisation", async () => {
    const harness = setupHttp();
    const { shopId, detail } = await active(harness, "stale@example.com");
    const earlier = Math.floor(Date.now() / 1000) - 600;
    const revoked = { ...orderChanged(shopId), type: 6, timestamp: earlier, data: { message: "" } };
    expect((await notify(harness, revoked)).status).toBe(200);
    expect(await detail()).toMatchObject({ state: "active" });
  });

  it("of an authorisation that ends soon say so on the connection", async () => {
    const harness = setupHttp();
    const { shopId, detail } = await active(harness, "ending@example.com");
    const ending = { ...orderChanged(shopId), type: 7, data: { message: "" } };
    expect((await notify(harness, ending)).status).toBe(200);
    expect(await detail()).toMatchObject({ authorization: { state: "expiring" } });
  });
});

describe("events of the store", () => {
  async function sendEvent(
    harness: HttpHarness,
    id: string,
    secret: string,
    options: { at?: number; body?: string; type?: string } = {},
  ) {
    const at = options.at ?? Math.floor(Date.now() / 1000);
    const type = options.type ?? "stock.changed";
    const event = { id: "evt-1", type, shop: "1", at, ids: ["3", "4"] };
    const body = JSON.stringify(event);
    const headers = signedHeaders(secret, body, at);
    return post(harness, `/webhooks/source/${id}`, options.body ?? body, headers);
  }

  it("by a sender paired by hand make Weft search for a module with the next scan", async () => {
    const harness = setupHttp();
    const { id } = await active(harness, "by-hand@example.com");
    const webhookSecret = await webhookSecretOf(id);
    const readAt = async () => {
      const query =
        "SELECT json_extract(source_shop, '$.readAt') AS at FROM connection WHERE id = ?";
      return (await env.DB.prepare(query).bind(id).first<{ at: number }>())?.at;
    };
    await sendEvent(harness, id, webhookSecret);
    expect(await readAt()).toBeGreaterThan(0);
    await sendEvent(harness, id, webhookSecret, { type: "ping" });
    expect(await readAt()).toBe(0);
  });

  it("signed with the connection's secret reach its ledger", async () => {
    const harness = setupHttp();
    const { id } = await active(harness, "store@example.com");
    const webhookSecret = await webhookSecretOf(id);
    expect((await sendEvent(harness, id, webhookSecret)).status).toBe(200);
    expect(harness.ledgerCalls).toMatchObject([
      {
        connectionId: id,
        method: "ingestSourceEvent",
        given: [{ kind: "stock.changed", ids: ["3", "4"], deliveryId: "evt-1" }],
      },
    ]);
  });

  it("signed with another secret, altered, or ten minutes old get 401 and reach nothing", async () => {
    const harness = setupHttp();
    const { id } = await active(harness, "badstore@example.com");
    const webhookSecret = await webhookSecretOf(id);
    const old = Math.floor(Date.now() / 1000) - 600;
    expect((await sendEvent(harness, id, "another secret")).status).toBe(401);
    expect((await sendEvent(harness, id, webhookSecret, { body: "{}" })).status).toBe(401);
    expect((await sendEvent(harness, id, webhookSecret, { at: old })).status).toBe(401);
    expect(harness.ledgerCalls).toEqual([]);
  });

  it("for a connection that does not exist are answered like a wrong signature", async () => {
    const harness = setupHttp();
    const { id } = await active(harness, "nostore@example.com");
    const absent = await sendEvent(harness, "con_absent", "whatever");
    const wrong = await sendEvent(harness, id, "whatever");
    expect([absent.status, await absent.text()]).toEqual([wrong.status, await wrong.text()]);
  });

  it("of another connection do not pass with this connection's secret", async () => {
    const harness = setupHttp();
    const { person, id } = await active(harness, "cross@example.com");
    const other = await connectionWithStore(person, "Other");
    const webhookSecret = await webhookSecretOf(id);
    expect((await sendEvent(harness, other, webhookSecret)).status).toBe(401);
    expect((await sendEvent(harness, id, webhookSecret)).status).toBe(200);
  });
});
