/** Events after the first one ask the database for nothing, and a memory never decides what it cannot know. */
import {
  createExecutionContext,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { compose } from "../../../src/compose";
import { findConnection } from "../../../src/db/connections/connections";
import { createApp } from "../../../src/http/app";
import { later } from "../../support/later";
import { connectedMerchant } from "../../support/merchant";
import { hmac, signedHeaders } from "../../support/module-signature";
import { recordingDatabase, type StatementCost } from "../../support/recording-database";
import { simulatedWorld, WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

/** An active connection, events of both its shops, and what they ask of the database. */
async function senders() {
  const world = simulatedWorld();
  const { connectionId, merchant } = await connectedMerchant(world);
  const shopId = world.tiktok.shops().find(({ region }) => region === "GB")?.id;
  const statements: StatementCost[] = [];
  const DB = recordingDatabase(env.DB, statements, { countsRawReads: true });
  const services = compose({ ...env, DB } as Cloudflare.Env);
  const app = createApp(() => services);
  let events = 0;

  /** Answers the status, and how many statements it took. */
  async function send(path: string, text: string, headers: Record<string, string>) {
    const before = statements.length;
    const context = createExecutionContext();
    const request = new Request(`${WEFT}${path}`, { method: "POST", body: text, headers });
    const { status } = await app.fetch(request, env, context);
    await waitOnExecutionContext(context);
    return [status, statements.length - before];
  }
  const ledger = env.LEDGER.getByName(connectionId);
  return {
    merchant,
    connectionId,
    secret: () => webhookSecretOf(connectionId),
    secrets: async () => {
      const row = await findConnection(services.db, connectionId);
      if (!row) throw new Error("no connection");
      return services.secrets(row);
    },
    fromStore(secret: string, type = "nothing.follows") {
      events += 1;
      const text = JSON.stringify({ id: `evt-${events}`, type, at: Date.now(), ids: ["3"] });
      return send(`/webhooks/source/${connectionId}`, text, signedHeaders(secret, text));
    },
    fromChannel(type = 900) {
      events += 1;
      const id = `73-${events}`;
      const text = JSON.stringify({ type, tts_notification_id: id, shop_id: shopId, data: {} });
      const authorization = hmac(env.TIKTOK_APP_SECRET ?? "", `${env.TIKTOK_APP_KEY}${text}`);
      return send("/webhooks/tiktok-shop", text, { authorization });
    },
    /** Keys of the events that the ledger has. */
    receipts: () =>
      runInDurableObject(ledger, (_ledger, { storage }) =>
        storage.sql.exec("SELECT * FROM receipt").toArray(),
      ),
  };
}

describe("events of one sender after another", () => {
  it("ask the database once, and are in the ledger each", async () => {
    const { fromStore, fromChannel, secret, receipts } = await senders();
    const before = (await receipts()).length;
    expect((await fromStore(await secret()))[1]).toBeGreaterThan(0);
    expect(await fromStore(await secret())).toEqual([200, 0]);
    expect((await fromChannel())[1]).toBeGreaterThan(0);
    expect(await fromChannel()).toEqual([200, 0]);
    expect((await receipts()).length).toBe(before + 4);
  });

  it("ask it again after half a minute", async () => {
    const { fromStore, fromChannel, secret } = await senders();
    await fromStore(await secret());
    await fromChannel();
    later(30_000);
    expect((await fromStore(await secret()))[1]).toBeGreaterThan(0);
    expect((await fromChannel())[1]).toBeGreaterThan(0);
  });

  it("are taken under a secret that was replaced meanwhile, and under the one before", async () => {
    const { fromStore, secret, secrets } = await senders();
    const old = await secret();
    await fromStore(old);
    const store = await secrets();
    await store.put("webhook_secret_next", "the-next-secret");
    expect((await fromStore("the-next-secret"))[0]).toBe(200);
    expect((await fromStore(old))[0]).toBe(200);
    expect((await fromStore("the-next-secret"))[0]).toBe(200);
  });

  it("that nobody signed read once a second at most, and keep nobody else out", async () => {
    const { fromStore, secret } = await senders();
    await fromStore(await secret());
    const [status, asked] = await fromStore("forged");
    expect(status).toBe(401);
    expect(asked).toBeGreaterThan(0);
    expect(await fromStore("forged")).toEqual([401, 0]);
    expect(await fromStore(await secret())).toEqual([200, 0]);
    later(1_000);
    expect((await fromStore("forged"))[1]).toBeGreaterThan(0);
  });

  it("leave nothing in the ledger of a connection that was deleted", async () => {
    const { fromStore, fromChannel, secret, receipts, merchant, connectionId } = await senders();
    const webhookSecret = await secret();
    await fromStore(webhookSecret);
    await fromChannel();
    const params = { id: connectionId };
    const { name } = await merchant.call("GET /api/connections/:id", { params });
    await merchant.call("DELETE /api/connections/:id", { params, body: { confirmName: name } });
    expect((await fromStore(webhookSecret))[0]).toBe(200);
    expect((await fromChannel())[0]).toBe(200);
    expect(await receipts()).toEqual([]);
  });

  it("of a shop that feeds another connection meanwhile are in the ledger of that one, too", async () => {
    const before = await senders();
    await before.fromChannel();
    await before.fromChannel();
    await env.DB.prepare("DELETE FROM connection").run();
    const { connectionId } = await senders();
    later(1_000);
    await before.fromChannel();
    const stub = env.LEDGER.getByName(connectionId);
    const keys = () =>
      runInDurableObject(stub, (_ledger, { storage }) =>
        storage.sql
          .exec<{ key: string }>("SELECT key FROM receipt")
          .toArray()
          .map(({ key }) => key),
      );
    await expect.poll(keys).toContain("channel:73-3");
  });

  it("under a secret that counts no longer are taken for a second at most", async () => {
    const { fromStore, secret, secrets } = await senders();
    const old = await secret();
    await fromStore(old);
    await fromStore(old);
    const store = await secrets();
    await store.put("webhook_secret", "another-secret");
    later(1_000);
    expect((await fromStore(old))[0]).toBe(200);
    await expect.poll(async () => (await fromStore(old))[0]).toBe(401);
  });

  it("of a ping read what is known of the store each time", async () => {
    const { fromStore, secret } = await senders();
    await fromStore(await secret());
    expect((await fromStore(await secret(), "ping"))[1]).toBeGreaterThan(0);
  });
});
