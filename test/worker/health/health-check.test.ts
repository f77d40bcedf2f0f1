/** The health check of a living connection: both shops, our own webhook, the report, the repairs. */
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { ledgerClient } from "../../../src/compose/ledger-client";
import type { HealthReport } from "../../../src/contract/health";
import { expectTroubles, troublesOf } from "../../support/findings";
import {
  connectedMerchant,
  saveSettings,
  signUpMerchant,
  type ConnectedMerchant,
} from "../../support/merchant";
import { simulatedWorld, STORE_8, WEBSERVICE_KEY } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

const opened: ConnectedMerchant[] = [];

// One TikTok shop feeds one connection, so every test gives the shops back.
afterEach(async () => {
  for (const { merchant, connectionId } of opened.splice(0)) {
    const params = { id: connectionId };
    const { name } = await merchant.call("GET /api/connections/:id", { params });
    await merchant.call("DELETE /api/connections/:id", { params, body: { confirmName: name } });
  }
});

async function connect(
  ...wanted: Parameters<typeof connectedMerchant>
): Promise<ConnectedMerchant> {
  const connected = await connectedMerchant(...wanted);
  opened.push(connected);
  return connected;
}

const ROYAL_MAIL = "7117858858072016686";

/** A connection nothing is left to do for: module paired by hand, carriers mapped, package known. */
async function healthyConnection() {
  const connected = await connect(simulatedWorld());
  const { merchant, world, connectionId } = connected;
  const params = { id: connectionId };
  const settings = {
    packageDefaults: { lengthMm: 300, widthMm: 200, heightMm: 50, weightGrams: 400 },
    carrierMap: [
      {
        carrierReference: "2",
        carrierName: "My carrier",
        providerId: ROYAL_MAIL,
        providerName: "Royal Mail",
      },
    ],
    orderCarrierReference: "2",
  };
  await saveSettings(merchant, params.id, settings);
  const detail = await merchant.call("GET /api/connections/:id", { params });
  world.prestashop8.configureModule({
    webhookUrl: detail.webhookUrl,
    secret: await webhookSecretOf(params.id),
  });
  return connected;
}

async function check({ merchant, connectionId }: ConnectedMerchant): Promise<HealthReport> {
  const params = { id: connectionId };
  const { report } = await merchant.call("POST /api/connections/:id/check", { params, body: {} });
  if (!report) throw new Error("no report");
  return report;
}

async function repair({ merchant, connectionId }: ConnectedMerchant, name: string) {
  const params = { id: connectionId };
  const body = { check: name };
  return merchant.call("POST /api/connections/:id/check/repair", { params, body });
}

const read = ({ merchant, connectionId }: ConnectedMerchant) =>
  merchant.call("GET /api/connections/:id/check", { params: { id: connectionId } });

describe("the health check of a healthy connection", () => {
  it("is green with at least 25 checks, within 15 seconds and 40 requests", async () => {
    const connected = await healthyConnection();
    const { world } = connected;
    world.prestashop8.forgetCalls();
    world.tiktok.clearCalls();
    const report = await check(connected);
    expect(report.findings.length).toBeGreaterThanOrEqual(25);
    expect(report.findings.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    const answered = world.prestashop8.calls().length + world.tiktok.calls().length;
    expect(answered).toBe(report.requests);
    expect(answered).toBeLessThanOrEqual(40);
    expect(report.tookMs).toBeLessThan(15_000);
  });

  it("is kept, and counted on the home page", async () => {
    const connected = await healthyConnection();
    expect(await read(connected)).toEqual({ report: null, running: null });
    const report = await check(connected);
    expect(await read(connected)).toEqual({ report, running: null });
    const { merchant, connectionId } = connected;
    const home = await merchant.call("GET /api/connections/:id/home", {
      params: { id: connectionId },
    });
    expect(home.health).toEqual({ failed: 0, warned: 0, checkedAt: report.checkedAt });
  });

  it("is not held back by a budget that is used up, because a person waits", async () => {
    const connected = await healthyConnection();
    const ledger = ledgerClient(env.LEDGER.getByName(connected.connectionId));
    const terms = { perMinute: 60, limit: 2 };
    await ledger.lease("source", 1_000, terms);
    expect((await ledger.lease("source", 10, terms)).granted).toBe(0);
    const startedAt = Date.now();
    expect(troublesOf((await check(connected)).findings)).toEqual([]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });

  it("renews a token that TikTok calls expired, and finds nothing wrong", async () => {
    const connected = await healthyConnection();
    connected.world.disturb({ side: "tiktok-shop", kind: "token-expired", times: 1 });
    expect(troublesOf((await check(connected)).findings)).toEqual([]);
  });

  it("asked for twice at once runs once; the second is given the run under way", async () => {
    const connected = await healthyConnection();
    const { merchant, connectionId, world } = connected;
    world.prestashop8.forgetCalls();
    world.tiktok.clearCalls();
    const ask = () =>
      merchant.call("POST /api/connections/:id/check", { params: { id: connectionId }, body: {} });
    const answers = await Promise.all([ask(), ask()]);
    expect(answers.filter(({ running }) => running !== null)).toHaveLength(1);
    const { report, running } = await read(connected);
    expect(running).toBeNull();
    expect(answers).toContainEqual({ report, running: null });
    const answered = world.prestashop8.calls().length + world.tiktok.calls().length;
    expect(answered).toBe(report?.requests);
  });

  it("asked for again and again ends in words, without a request to either shop", async () => {
    const connected = await healthyConnection();
    const { merchant, connectionId, world } = connected;
    const params = { id: connectionId };
    await check(connected);
    const ask = () => merchant.send("POST /api/connections/:id/check", { params, body: {} });
    const answers = await Promise.all(Array.from({ length: 15 }, ask));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(await refused[0]?.json()).toMatchObject({ error: { code: "check.too_often" } });
    world.prestashop8.forgetCalls();
    world.tiktok.clearCalls();
    const body = { check: "channel.webhooks" };
    const repaired = await merchant.send("POST /api/connections/:id/check/repair", {
      params,
      body,
    });
    expect(repaired.status).toBe(429);
    expect(world.prestashop8.calls().length + world.tiktok.calls().length).toBe(0);
  });

  it("is not held up by a run that died, and shows none of it after two minutes", async () => {
    const connected = await healthyConnection();
    const begun = async (agoMs: number) => {
      const running = JSON.stringify({ startedAt: Date.now() - agoMs, done: ["channel"] });
      await env.DB.prepare(
        "INSERT INTO connection_check (connection_id, running) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET running = ?2",
      )
        .bind(connected.connectionId, running)
        .run();
    };
    await begun(60_000);
    expect((await read(connected)).running).toMatchObject({ done: ["channel"] });
    await begun(121_000);
    expect((await read(connected)).running).toBeNull();
    expect(troublesOf((await check(connected)).findings)).toEqual([]);
  });
});

describe("what is wrong with a connection", () => {
  it("right after connecting: what is left to do, and nothing else", async () => {
    const connected = await connect(simulatedWorld());
    expectTroubles((await check(connected)).findings, [
      "store.packs warn",
      "module.present warn",
      "channel.carrier_map warn",
      "channel.package_defaults warn",
    ]);
  });

  it("a module whose events go elsewhere, although somebody answers them", async () => {
    const connected = await healthyConnection();
    const { world, connectionId } = connected;
    const other = await connect(world, { market: "US" });
    const detail = await other.merchant.call("GET /api/connections/:id", {
      params: { id: other.connectionId },
    });
    // Two connections of one shop; the module listens to one and sends to the other.
    world.prestashop8.configureModule({
      webhookUrl: detail.webhookUrl,
      secret: await webhookSecretOf(connectionId),
    });
    expectTroubles((await check(connected)).findings, ["module.round_trip warn"]);
  });

  it("a revoked authorisation fails one check of TikTok's and none of the store's", async () => {
    const connected = await healthyConnection();
    const { world } = connected;
    const shop = world.tiktok.shops().find(({ region }) => region === "GB");
    world.tiktok.sellerRevokes(shop?.id ?? "");
    await world.tiktok.tick();
    expectTroubles((await check(connected)).findings, ["channel.token fail"]);
  });

  it("before the channel is authorised: that it is not, and what the store says all the same", async () => {
    const merchant = await signUpMerchant();
    const body = { name: "Half done", source: "prestashop", channel: "tiktok-shop" } as const;
    const { id } = await merchant.call("POST /api/connections", { body });
    const world = simulatedWorld();
    await merchant.call("PUT /api/connections/:id/source", {
      params: { id },
      body: { url: STORE_8, key: WEBSERVICE_KEY },
    });
    const { findings } = await check({ merchant, world, connectionId: id } as ConnectedMerchant);
    expect(troublesOf(findings)).toContain("channel.token fail");
    expect(findings.find(({ check }) => check === "channel.token")?.facts).toEqual({
      code: "channel.authorization_missing",
    });
    const passed = findings.filter(({ verdict }) => verdict === "pass").map(({ check }) => check);
    expect(passed).toEqual(expect.arrayContaining(["store.reachable", "store.key", "store.clock"]));
    // Nothing of it is said of the connection that is set up then.
    const active = await connect(world, { merchant, connectionId: id });
    const read = await merchant.call("GET /api/connections/:id/attention", { params: { id } });
    expect(active.connectionId).toBe(id);
    expect(read.entries).toEqual([]);
  });

  it("a store that is down fails one check; TikTok's run all the same", async () => {
    const connected = await healthyConnection();
    connected.world.disturb({ side: "prestashop", kind: "status", status: 502, times: 50 });
    const { findings } = await check(connected);
    expectTroubles(findings, ["store.reachable fail"]);
    expect(findings.find(({ check }) => check === "channel.shop")?.verdict).toBe("pass");
  });
});

describe("what Weft can put right", () => {
  it("it does, and checks again: the module's hooks", async () => {
    const connected = await healthyConnection();
    connected.world.prestashop8.breakModule({ missingHooks: ["actionUpdateQuantity"] });
    const before = await check(connected);
    expect(before.findings.filter(({ canFix }) => canFix).map(({ check }) => check)).toEqual([
      "module.hooks",
    ]);
    const { report } = await repair(connected, "module.hooks");
    expect(troublesOf(report?.findings ?? [])).toEqual([]);
  });

  it("a webservice that is off, through the module", async () => {
    const connected = await healthyConnection();
    connected.world.prestashop8.setWebserviceEnabled(false);
    expectTroubles((await check(connected)).findings, ["store.webservice fail"]);
    const { report } = await repair(connected, "store.webservice");
    expect(troublesOf(report?.findings ?? [])).toEqual([]);
  });

  it("a country that is off", async () => {
    const connected = await healthyConnection();
    connected.world.prestashop8.edit("countries", "17", { active: "0" });
    expectTroubles((await check(connected)).findings, ["orders.country fail"]);
    const { report } = await repair(connected, "orders.country");
    expect(troublesOf(report?.findings ?? [])).toEqual([]);
  });

  it("TikTok's webhooks, which then point here", async () => {
    const connected = await healthyConnection();
    const { storage } = connected.world;
    for (const row of storage.list<{ shopId: string; topic: string }>("tts:webhook"))
      storage.delete("tts:webhook", `${row.shopId}:${row.topic}`);
    expectTroubles((await check(connected)).findings, ["channel.webhooks warn"]);
    const { report } = await repair(connected, "channel.webhooks");
    expect(troublesOf(report?.findings ?? [])).toEqual([]);
  });

  it("nothing the last report does not offer", async () => {
    const connected = await healthyConnection();
    await check(connected);
    const { merchant, connectionId } = connected;
    const refused = await merchant.send("POST /api/connections/:id/check/repair", {
      params: { id: connectionId },
      body: { check: "store.webservice" },
    });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { code: "check.nothing_to_fix" } });
  });
});
