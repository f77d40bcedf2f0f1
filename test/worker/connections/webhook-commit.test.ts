/** A webhook is acknowledged only once the ledger has stored its event. */
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/http/app";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
} from "../../support/http-harness";
import { hmac, signedHeaders } from "../../support/module-signature";
import { WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

/** An active connection whose ledger answers each event with `answer`. */
async function connectionWith(email: string, answer: () => Promise<{ isNew: boolean }>) {
  const harness = setupHttp();
  const person = await signUp(harness, email);
  const id = await connectionWithStore(person);
  await comeBack(harness, person, await beginAuthorization(person, id));
  const secret = await webhookSecretOf(id);
  const { services } = harness;
  const app = createApp(() => ({
    ...services,
    ledger: (connectionId) => ({
      ...services.ledger(connectionId),
      ingestChannelEvent: answer,
      ingestSourceEvent: answer,
    }),
  }));
  async function post(path: string, text: string, headers: Record<string, string>) {
    const context = createExecutionContext();
    const request = new Request(`${WEFT}${path}`, { method: "POST", body: text, headers });
    const response = await app.fetch(request, env, context);
    await waitOnExecutionContext(context);
    return response.status;
  }
  const shopId = harness.world.tiktok.shops()[0]?.id ?? "";
  return {
    fromStore() {
      const at = Math.floor(Date.now() / 1000);
      const text = JSON.stringify({
        id: "evt-1",
        type: "stock.changed",
        shop: "1",
        at,
        ids: ["3"],
      });
      return post(`/webhooks/source/${id}`, text, signedHeaders(secret, text, at));
    },
    fromChannel() {
      const text = JSON.stringify({
        type: 1,
        tts_notification_id: "7300000000000000001",
        shop_id: shopId,
        timestamp: Math.floor(Date.now() / 1000),
        data: { order_id: "576000000000000001", order_status: "AWAITING_SHIPMENT" },
      });
      const authorization = hmac(env.TIKTOK_APP_SECRET ?? "", `${env.TIKTOK_APP_KEY}${text}`);
      return post("/webhooks/tiktok-shop", text, { authorization });
    },
  };
}

describe("a webhook", () => {
  it("is not acknowledged when the ledger fails, so that its sender tries again", async () => {
    const failing = async () => {
      throw new Error("the ledger is out of reach");
    };
    const senders = await connectionWith("failing@example.com", failing);
    expect(await senders.fromChannel()).toBeGreaterThanOrEqual(500);
    expect(await senders.fromStore()).toBeGreaterThanOrEqual(500);
  });

  it("is acknowledged after the ledger has stored its event, never before", async () => {
    const order: string[] = [];
    const storing = async () => {
      await scheduler.wait(50);
      order.push("stored");
      return { isNew: true };
    };
    const senders = await connectionWith("slow@example.com", storing);
    for (const send of [senders.fromChannel, senders.fromStore]) {
      order.length = 0;
      order.push(`answered ${await send()}`);
      expect(order).toEqual(["stored", "answered 200"]);
    }
  });
});
