import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OFFERED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import { later } from "../../support/later";
import type { Refused } from "../../support/connection-calls";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
} from "../../support/http-harness";
import {
  handOver,
  HOUR_MS,
  openUnpaired,
  OTHER_INSTALL,
  pair,
  type ModuleRefusal,
} from "../../support/pairing-calls";
import { STORE_8, STORE_9, WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

describe("the address a merchant pastes", () => {
  it("carries a code that is shown again while nobody used it", async () => {
    const { id, offer } = await openUnpaired("offer@example.com");
    const first = await offer();
    expect(first.url).toMatch(new RegExp(`^${WEFT}/webhooks/source/${id}\\?pair=[0-9a-z]{40}$`));
    expect(first.expiresAt).toBeGreaterThan(Date.now() + HOUR_MS - 60_000);
    expect(await offer()).toEqual(first);
  });

  it("is the same for two pages that ask at once", async () => {
    const { offer } = await openUnpaired("twice@example.com");
    const [one, other] = await Promise.all([offer(), offer()]);
    expect(one).toEqual(other);
  });

  it("is a new one when the code was used or ran out", async () => {
    const { harness, id, code } = await openUnpaired("renew@example.com");
    const first = await code();
    await pair(harness, id, { code: first });
    const second = await code();
    expect(second).not.toBe(first);
    later(HOUR_MS + 1);
    expect(await code()).not.toBe(second);
  });

  it("is kept sealed, and nowhere in the log", async () => {
    const { harness, id, code } = await openUnpaired("sealed@example.com");
    const secret = await code();
    await pair(harness, id, { code: "x".repeat(40) });
    const { results } = await env.DB.prepare("SELECT * FROM credential").all();
    expect(JSON.stringify(results) + harness.lines.join("\n")).not.toContain(secret);
  });
});

describe("pairing", () => {
  it("gives secret, address and the permissions of the key to whoever has the code", async () => {
    const { harness, id, code, detail } = await openUnpaired("pair@example.com");
    expect(await detail()).toMatchObject({ pairedAt: null });
    const { status, body } = await pair(harness, id, { code: await code() });
    expect(status).toBe(200);
    const webhookSecret = await webhookSecretOf(id);
    const { webhookUrl, pairedAt } = await detail();
    expect(body).toEqual({
      secret: webhookSecret,
      webhookUrl,
      permissions: OFFERED_PERMISSIONS,
    });
    expect(pairedAt).toBeGreaterThan(Date.now() - 60_000);
  });

  it("answers the same installation again, because an answer may be lost", async () => {
    const { harness, person, id, code } = await openUnpaired("repeat@example.com");
    const used = await code();
    const first = await pair(harness, id, { code: used });
    expect(await pair(harness, id, { code: used })).toEqual(first);
    const at = `/api/connections/${id}/activity`;
    const { body } = await person.send<{ rows: { kind: string }[] }>("GET", at);
    expect(body.rows.filter(({ kind }) => kind === "source.paired")).toHaveLength(1);
  });

  it("of one installation twice at once binds the code once and answers both", async () => {
    const { harness, id, code } = await openUnpaired("at-once@example.com");
    const used = await code();
    const both = await Promise.all([
      pair(harness, id, { code: used }),
      pair(harness, id, { code: used }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const other = await pair(harness, id, { code: used, installId: OTHER_INSTALL });
    expect(other.status).toBe(401);
  });

  it("of two installations at once goes to one of them", async () => {
    const { harness, id, code } = await openUnpaired("race@example.com");
    const used = await code();
    const both = await Promise.all([
      pair(harness, id, { code: used }),
      pair(harness, id, { code: used, installId: OTHER_INSTALL }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it("refuses a wrong, expired, foreign or unreadable code and an unknown connection alike", async () => {
    const { harness, id, code } = await openUnpaired("refused@example.com");
    const other = await openUnpaired("other-tenant@example.com");
    const good = await code();
    const foreign = await other.code();
    const refusals = [
      await pair<ModuleRefusal>(harness, id, { code: "wrong" }),
      await pair<ModuleRefusal>(harness, id, { code: foreign }),
      await pair<ModuleRefusal>(harness, id, { code: good, installId: "short" }),
      await pair<ModuleRefusal>(harness, id, "{"),
      await pair<ModuleRefusal>(harness, "con_absent", { code: good }),
    ];
    await pair(harness, id, { code: good });
    refusals.push(await pair<ModuleRefusal>(harness, id, { code: good, installId: OTHER_INSTALL }));
    const fresh = await code();
    later(HOUR_MS + 1);
    refusals.push(await pair<ModuleRefusal>(harness, id, { code: fresh }));
    for (const { status, body } of refusals) {
      expect(status).toBe(401);
      expect(body).toEqual(refusals[0]?.body);
    }
    expect(refusals[0]?.body.error).toMatchObject({ code: "pairing.code_invalid", facts: {} });
    expect(refusals[0]?.body.error.text).toMatch(/^[A-Z].+\.$/);
  });

  it("that is asked for again and again has to wait, and a large body is not read", async () => {
    const { harness, id } = await openUnpaired("flood@example.com");
    let last = 0;
    for (let tries = 0; tries < 45 && last !== 429; tries += 1)
      last = (await pair(harness, id, { code: `guess ${tries}` })).status;
    expect(last).toBe(429);
    expect((await pair(harness, id, "x".repeat(20_000))).status).toBe(413);
  });
});

describe("the hand-over of the key", () => {
  it("connects the store after real calls with the key, as the wizard would", async () => {
    const { harness, person, id, code, detail } = await openUnpaired("hand@example.com");
    const { secret } = (await pair(harness, id, { code: await code() })).body;
    await env.DB.prepare("INSERT INTO problem VALUES (?, 'source', 'x.y', 'merchant', '{}', 1, 1)")
      .bind(id)
      .run();
    expect(await handOver(harness, id, secret)).toMatchObject({
      status: 200,
      body: { connected: true, shopName: expect.any(String) },
    });
    expect(await detail()).toMatchObject({
      setupStep: "channel",
      sourceUrl: STORE_8,
      sourceVersion: "8.2.1",
      hasSourceKey: true,
      problems: [],
    });
    const at = `/api/connections/${id}/activity`;
    const { body } = await person.send<{ rows: { kind: string; actor: string }[] }>("GET", at);
    expect(body.rows[0]).toMatchObject({ kind: "source.key_handed_over", actor: "weft" });
  });

  it("may be repeated: the answer is the same and the key stays", async () => {
    const { harness, id, code, detail } = await openUnpaired("again@example.com");
    const { secret } = (await pair(harness, id, { code: await code() })).body;
    const first = await handOver(harness, id, secret);
    expect(await handOver(harness, id, secret)).toEqual(first);
    expect(await detail()).toMatchObject({ setupStep: "channel", hasSourceKey: true });
  });

  it("of a living connection releases held orders", async () => {
    const harness = setupHttp();
    const person = await signUp(harness, "living@example.com");
    const id = await connectionWithStore(person);
    await comeBack(harness, person, await beginAuthorization(person, id));
    harness.ledgerCalls.length = 0;
    const webhookSecret = await webhookSecretOf(id);
    expect((await handOver(harness, id, webhookSecret)).status).toBe(200);
    expect(harness.ledgerCalls.map(({ method }) => method)).toContain("releaseOrders");
  });

  it("with a wrong secret, an old time, or for an unknown connection calls nobody", async () => {
    const { harness, id, detail } = await openUnpaired("wrong-sign@example.com");
    const stranger = await openUnpaired("stranger@example.com");
    const webhookSecret = await webhookSecretOf(id);
    const foreign = await webhookSecretOf(stranger.id);
    vi.mocked(globalThis.fetch).mockClear();
    const old = Math.floor(Date.now() / 1000) - 301;
    const refusals = [
      await handOver<ModuleRefusal>(harness, id, "another secret"),
      await handOver<ModuleRefusal>(harness, id, foreign),
      await handOver<ModuleRefusal>(harness, id, webhookSecret, { at: old }),
      await handOver<ModuleRefusal>(harness, "con_absent", webhookSecret),
    ];
    for (const { status, body } of refusals) {
      expect(status).toBe(401);
      expect(body).toEqual(refusals[0]?.body);
    }
    expect(globalThis.fetch).not.toHaveBeenCalled();
    expect(await detail()).toMatchObject({ sourceUrl: null, hasSourceKey: false });
  });

  it("of a key the shop refuses, or that lacks permissions, says why and stores nothing", async () => {
    const { harness, id, detail } = await openUnpaired("bad-key@example.com");
    const webhookSecret = await webhookSecretOf(id);
    const unknown = await handOver<ModuleRefusal>(harness, id, webhookSecret, {
      key: "X".repeat(32),
    });
    expect(unknown.status).toBe(422);
    expect(unknown.body.error.code).toBe("prestashop.key_invalid");
    const weak = "W".repeat(32);
    harness.world.prestashop8.createWebserviceKey(weak, { products: ["GET"] });
    const lacking = await handOver<ModuleRefusal>(harness, id, webhookSecret, { key: weak });
    expect(lacking.status).toBe(422);
    expect(lacking.body.error).toMatchObject({
      code: "prestashop.permission_missing",
      facts: { missing: expect.arrayContaining(["orders: POST"]) },
      text: expect.stringContaining("lacks permissions"),
    });
    expect(await detail()).toMatchObject({ sourceUrl: null, hasSourceKey: false });
  });

  it.each([
    ["http://shop-8.example", "not_https"],
    ["https://127.0.0.1", "ip_address"],
    ["http://localhost:8080", "not_https"],
    ["https://weft.example", "private_name"],
  ])("never calls %s", async (url, reason) => {
    const { harness, id } = await openUnpaired(`handed-${url.replaceAll(/\W+/g, "-")}@example.com`);
    const webhookSecret = await webhookSecretOf(id);
    vi.mocked(globalThis.fetch).mockClear();
    const { status, body } = await handOver<ModuleRefusal>(harness, id, webhookSecret, { url });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: "store.url_invalid", facts: { reason } });
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it("of another shop, allowed by a member, does not replace the catalogue of this one", async () => {
    const { harness, person, id, detail } = await openUnpaired("moved@example.com");
    const webhookSecret = await webhookSecretOf(id);
    await handOver(harness, id, webhookSecret);
    await env.DB.prepare(
      `INSERT INTO product (connection_id, product_id, name, skus, price_min_minor, price_max_minor,
        currency, stock_total, is_active, body, content_hash, source_updated_at, updated_at)
       VALUES (?, '1', 'Sold nowhere else', 'NOWHERE', 1, 1, 'GBP', 1, 1, '{}', '', 1, 1)`,
    )
      .bind(id)
      .run();
    await handOver(harness, id, webhookSecret, { url: STORE_9 });
    const { status, body } = await person.send<Refused>(
      "POST",
      `/api/connections/${id}/store-move`,
      { url: STORE_9, isAccepted: true },
    );
    expect([status, body.error.code]).toEqual([422, "store.another_catalogue"]);
    expect(await detail()).toMatchObject({ sourceUrl: STORE_8 });
  });
});
