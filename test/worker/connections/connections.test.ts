import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { ApiError } from "../../../src/contract/common";
import type { Answer } from "../../../src/contract/contract";
import {
  createConnection as create,
  detailOf as detail,
  type Refused,
} from "../../support/connection-calls";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
} from "../../support/http-harness";
import { STORE_8, WEBSERVICE_KEY } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

describe("making a connection", () => {
  it("trims the name, starts at the store step and shows where events go", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "make@example.com");
    const { status, body } = await create(ada, "  Corner shop ");
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: "Corner shop", state: "setup", setupStep: "store" });
    expect(body.webhookUrl).toBe(`https://weft.example/webhooks/source/${body.id}`);
    expect(await webhookSecretOf(body.id)).toMatch(/^[0-9a-z]{40}$/);
    expect(body.settings).toMatchObject({ holdBack: 0, pullNewProducts: true });
    const list = await ada.send<Answer<"GET /api/connections">>("GET", "/api/connections");
    expect(list.body.connections.map(({ name }) => name)).toEqual(["Corner shop"]);
  });

  it("refuses an empty or long name, an unknown platform and a name twice", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "name@example.com");
    for (const name of ["", "   ", "x".repeat(81), "a\u0000b", "a\u202eb"]) {
      const { status, body } = await create<Refused>(ada, name);
      expect(status).toBe(422);
      expect(body.error).toEqual({ code: "request.invalid", facts: { fields: ["name"] } });
    }
    const other = await ada.send<Refused>("POST", "/api/connections", {
      name: "x",
      source: "toString",
      channel: "tiktok-shop",
    });
    expect(other.body.error.code).toBe("connection.platform_unknown");
    await create(ada, "Twice");
    const twice = await create<Refused>(ada, "Twice");
    expect(twice.status).toBe(409);
    expect(twice.body.error.code).toBe("connection.name_taken");
    const bob = await signUp(harness, "bob-name@example.com", "Bob");
    expect((await create(bob, "Twice")).status).toBe(200);
  });
});

describe("connecting the store", () => {
  it("saves the store only after real calls, and never shows the key again", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "store@example.com");
    const { id } = (await create(ada, "Store")).body;
    const put = await ada.send<Answer<"PUT /api/connections/:id/source">>(
      "PUT",
      `/api/connections/${id}/source`,
      { url: "Shop-8.example/", key: WEBSERVICE_KEY },
    );
    expect(put.status).toBe(200);
    expect(put.body.check).toMatchObject({ url: STORE_8, version: "8.2.1" });
    expect(put.body.connection).toMatchObject({ setupStep: "channel", hasSourceKey: true });
    expect(JSON.stringify(put.body)).not.toContain(WEBSERVICE_KEY);
  });

  it("names every permission the key lacks and saves nothing", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "lacking@example.com");
    const { id } = (await create(ada, "Lacking")).body;
    const weak = "W".repeat(32);
    harness.world.prestashop8.createWebserviceKey(weak, { products: ["GET"], orders: ["GET"] });
    const put = await ada.send<Refused>("PUT", `/api/connections/${id}/source`, {
      url: STORE_8,
      key: weak,
    });
    expect(put.status).toBe(422);
    expect(put.body.error.code).toBe("prestashop.permission_missing");
    const missing = put.body.error.facts["missing"] as string[];
    expect(missing).toContain("orders: POST");
    expect(missing).toContain("carts: GET");
    expect(missing).not.toContain("products: GET");
    expect(await detail(ada, id)).toMatchObject({ sourceUrl: null, hasSourceKey: false });
  });

  it.each([
    ["http://shop-8.example", "not_https"],
    ["https://127.0.0.1", "ip_address"],
    ["https://2130706433", "ip_address"],
    ["https://localhost", "private_name"],
    ["https://shop-8.example:8443", "port"],
    ["https://weft.example", "private_name"],
    ["https://a:b@shop-8.example", "has_login"],
  ])("refuses %s without asking anybody", async (url, reason) => {
    const harness = setupHttp();
    const ada = await signUp(harness, `guard-${reason}-${url.length}@example.com`);
    const { id } = (await create(ada, "Guard")).body;
    vi.mocked(globalThis.fetch).mockClear();
    const put = await ada.send<Refused>("PUT", `/api/connections/${id}/source`, {
      url,
      key: WEBSERVICE_KEY,
    });
    expect(put.body.error).toMatchObject({ code: "store.url_invalid", facts: { reason } });
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });

  it("says what is wrong with a wrong key, a closed webservice and a page instead of an answer", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "wrong@example.com");
    const { id } = (await create(ada, "Wrong")).body;
    const put = async (url: string, key: string) =>
      (await ada.send<Refused>("PUT", `/api/connections/${id}/source`, { url, key })).body.error
        .code;
    expect(await put(STORE_8, "X".repeat(32))).toBe("prestashop.key_invalid");
    harness.world.prestashop8.setWebserviceEnabled(false);
    expect(await put(STORE_8, WEBSERVICE_KEY)).toBe("prestashop.webservice_off");
    expect(await detail(ada, id)).toMatchObject({ sourceUrl: null, setupStep: "store" });
  });

  it("checks an address no more often than a person can press", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "guesser@example.com");
    const { id } = (await create(ada, "Guesser")).body;
    const put = (account: typeof ada, connectionId: string, key: number) =>
      account.send<Refused>("PUT", `/api/connections/${connectionId}/source`, {
        url: STORE_8,
        key: `${key}`.padStart(32, "K"),
      });
    harness.world.prestashop8.forgetCalls();
    const codes = [];
    for (let key = 0; key < 17; key += 1) codes.push((await put(ada, id, key)).body.error.code);
    expect(codes.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => "prestashop.key_invalid"));
    expect(codes.slice(15)).toEqual(["auth.too_many_tries", "auth.too_many_tries"]);
    const bob = await signUp(harness, "other-guesser@example.com");
    const other = (await create(bob, "Other")).body.id;
    for (let key = 0; key < 15; key += 1)
      expect((await put(bob, other, key)).body.error.code).toBe("prestashop.key_invalid");
    const cleo = await signUp(harness, "third-guesser@example.com");
    const third = (await create(cleo, "Third")).body.id;
    expect((await put(cleo, third, 0)).body.error.code).toBe("auth.too_many_tries");
  });

  it("keeps the saved key when none is typed, but never sends it to another host", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "keep@example.com");
    const id = await connectionWithStore(ada);
    const put = <T>(url: string) => ada.send<T>("PUT", `/api/connections/${id}/source`, { url });
    expect((await put(`${STORE_8}/`)).status).toBe(200);
    vi.mocked(globalThis.fetch).mockClear();
    const moved = await put<Refused>("https://thief.example");
    expect(moved.body.error.code).toBe("store.key_required");
    expect(globalThis.fetch).not.toHaveBeenCalled();
  });
});
describe("living with a connection", () => {
  async function active(email: string) {
    const harness = setupHttp();
    const ada = await signUp(harness, email);
    const id = await connectionWithStore(ada);
    await comeBack(harness, ada, await beginAuthorization(ada, id));
    const pause = (isPaused: boolean) =>
      ada.send<ConnectionDetail>("PATCH", `/api/connections/${id}`, { isPaused });
    const saveOver = <T = ConnectionDetail>(seenVersion: number, change: object) =>
      ada.send<T>("PATCH", `/api/connections/${id}/settings`, { seenVersion, ...change });
    const save = async <T = ConnectionDetail>(change: object) => {
      const { body } = await ada.send<ConnectionDetail>("GET", `/api/connections/${id}`);
      return saveOver<T>(body.settingsVersion, change);
    };
    return { harness, ada, id, pause, save, saveOver };
  }

  it("is paused and resumed, and so is its ledger", async () => {
    const { harness, pause } = await active("pause@example.com");
    harness.ledgerCalls.length = 0;
    expect((await pause(true)).body.state).toBe("paused");
    expect((await pause(true)).body.state).toBe("paused");
    expect((await pause(false)).body.state).toBe("active");
    expect(harness.ledgerCalls).toMatchObject([
      { method: "setActive", given: [false] },
      { method: "setActive", given: [true] },
    ]);
  });

  it("changes one setting and leaves the others as they are", async () => {
    const { save, harness } = await active("settings@example.com");
    await save({ settings: { holdBack: 3 } });
    harness.ledgerCalls.length = 0;
    const { body } = await save({ settings: { acceptSuggestions: true } });
    expect(body.settings).toMatchObject({ holdBack: 3, acceptSuggestions: true });
    expect(harness.ledgerCalls.map(({ method }) => method)).toEqual(["releaseOrders"]);
  });

  it("refuses a save over what was changed meanwhile, with both values, and writes nothing of it", async () => {
    const { save, saveOver } = await active("meanwhile@example.com");
    const { settingsVersion } = (await save({ settings: { holdBack: 3 } })).body;
    const late = { name: "Late", settings: { holdBack: 5, orderPaymentLabel: "TikTok UK" } };
    const refused = await saveOver<ApiError>(settingsVersion - 1, late);
    expect([refused.status, refused.body]).toEqual([
      409,
      {
        error: {
          code: "settings.changed_meanwhile",
          facts: { fields: ["name", "orderPaymentLabel", "holdBack"] },
        },
        conflict: {
          version: settingsVersion,
          yours: { name: "Late", holdBack: 5, orderPaymentLabel: "TikTok UK" },
          current: { name: "My shop", holdBack: 3, orderPaymentLabel: null },
        },
      },
    ]);
    const { body } = await saveOver<ConnectionDetail>(settingsVersion, late);
    expect(body).toMatchObject({ name: "Late", settings: { holdBack: 5 } });
  });

  it("lets one of two saves at once through, whatever they change, and a pause beside them", async () => {
    const { harness, ada, id, pause, saveOver } = await active("at-once@example.com");
    harness.ledgerCalls.length = 0;
    const saves = [{ settings: { holdBack: 3 } }, { settings: { acceptSuggestions: true } }];
    const answers = await Promise.all([
      ...saves.map((change) => saveOver<ConnectionDetail>(0, change)),
      pause(true),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409]);
    const { body } = await ada.send<ConnectionDetail>("GET", `/api/connections/${id}`);
    expect(body).toMatchObject({ state: "paused", settingsVersion: 1 });
    const { holdBack, acceptSuggestions } = body.settings;
    expect([holdBack === 3, acceptSuggestions].filter(Boolean)).toHaveLength(1);
  });

  it("shows what the buyer paid unless the merchant chose otherwise, and refuses a name no store can show", async () => {
    const { save } = await active("money@example.com");
    const { body } = await save({ settings: { orderPaymentLabel: " TikTok UK " } });
    expect(body.settings).toMatchObject({
      orderMoney: "paid",
      orderPaymentLabel: "TikTok UK",
      orderStateId: null,
    });
    const wrong = { orderPaymentLabel: "<TikTok>", orderStateId: "paid", orderMoney: "all" };
    const bad = await save<Refused>({ settings: wrong });
    expect(bad.body.error.facts["fields"]).toEqual(
      expect.arrayContaining(Object.keys(wrong).map((name) => `settings.${name}`)),
    );
  });

  it("shows how many requests went to the store, and takes 10 to 600 a minute as the most", async () => {
    const { ada, id, save } = await active("traffic@example.com");
    const read = async () => {
      const path = `/api/connections/${id}/traffic`;
      return (await ada.send<Answer<"GET /api/connections/:id/traffic">>("GET", path)).body;
    };
    expect(await read()).toEqual({ used: 7, perMinute: 60, atOnce: 2, blockedUntil: null });
    await save({ settings: { requestsPerMinute: 600 } });
    expect(await read()).toMatchObject({ perMinute: 600 });
    for (const requestsPerMinute of [29, 601, 60.5]) {
      const { body } = await save<Refused>({ settings: { requestsPerMinute } });
      expect(body.error.facts["fields"]).toEqual(["settings.requestsPerMinute"]);
    }
  });

  it("names the field of a setting that cannot be", async () => {
    const { save } = await active("fields@example.com");
    const bad = await save<Refused>({
      settings: { holdBack: -1, packageDefaults: { lengthMm: 0 } },
    });
    expect(bad.status).toBe(422);
    expect(bad.body.error.facts["fields"]).toContain("settings.holdBack");
    expect(bad.body.error.facts["fields"]).toContain("settings.packageDefaults.lengthMm");
    const unknown = await save<Refused>({ warehouseId: "no such" });
    expect(unknown.body.error.code).toBe("connection.warehouse_unknown");
  });

  it("notes what the merchant did, under the merchant's name", async () => {
    const { ada, id, save } = await active("activity@example.com");
    await save({ name: "Renamed" });
    const { body } = await ada.send<Answer<"GET /api/connections/:id/activity">>(
      "GET",
      `/api/connections/${id}/activity`,
    );
    const kinds = body.rows.map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        "connection.created",
        "source.connected",
        "channel.authorization_begun",
        "channel.authorized",
        "connection.renamed",
      ]),
    );
    expect(body.rows.find(({ kind }) => kind === "connection.renamed")).toMatchObject({
      actor: "Ada",
      facts: { from: "My shop", to: "Renamed" },
    });
  });

  it("offers the store's carriers, the channel's providers and its delivery options", async () => {
    const { ada, id } = await active("carriers@example.com");
    const { status, body } = await ada.send<Answer<"GET /api/connections/:id/carriers">>(
      "GET",
      `/api/connections/${id}/carriers`,
    );
    expect(status).toBe(200);
    expect(body.carriers.length).toBeGreaterThan(0);
    expect(body.providers.length).toBeGreaterThan(0);
    expect(body.deliveryOptions.length).toBeGreaterThan(0);
    // As version 0.2 stored it.
    await env.DB.prepare(
      `UPDATE store_choice SET body = json_remove(body, '$.deliveryOptions')
       WHERE connection_id = ? AND kind = 'carriers'`,
    )
      .bind(id)
      .run();
    const older = await ada.send<Answer<"GET /api/connections/:id/carriers">>(
      "GET",
      `/api/connections/${id}/carriers`,
    );
    expect(older.status).toBe(200);
    expect(older.body).toMatchObject({ carriers: body.carriers, deliveryOptions: [] });
  });

  it("is exported whole, without any secret", async () => {
    const { harness, ada, id } = await active("export@example.com");
    await env.DB.batch(
      Array.from({ length: 230 }, (_, number) =>
        env.DB.prepare("INSERT INTO problem VALUES (?, ?, 'x.y', 'merchant', '{}', 1, 1)").bind(
          id,
          `product:${number}`,
        ),
      ),
    );
    const webhookSecret = await webhookSecretOf(id);
    const response = await harness.call(`/api/connections/${id}/export`, { cookie: ada.cookie });
    expect(response.headers.get("content-disposition")).toContain("attachment");
    const text = await response.text();
    const file = JSON.parse(text) as { connection: { id: string }; problems: unknown[] };
    expect(file.connection.id).toBe(id);
    expect(file.problems).toHaveLength(230);
    for (const secret of [WEBSERVICE_KEY, webhookSecret, "s1.1.", "cipher"])
      expect(text).not.toContain(secret);
  });

  it("is deleted only by its name, with everything of it, and leaves TikTok Shop alone", async () => {
    const { harness, ada, id } = await active("delete@example.com");
    const wrong = await ada.send<Refused>("DELETE", `/api/connections/${id}`, {
      confirmName: "my shop",
    });
    expect(wrong.body.error.code).toBe("connection.name_differs");
    harness.ledgerCalls.length = 0;
    vi.mocked(globalThis.fetch).mockClear();
    const gone = await ada.send("DELETE", `/api/connections/${id}`, { confirmName: "My shop" });
    expect(gone.body).toEqual({ deleted: true });
    expect(harness.ledgerCalls.map(({ method }) => method)).toEqual(["setActive", "erase"]);
    expect(globalThis.fetch).not.toHaveBeenCalled();
    expect((await ada.send("GET", `/api/connections/${id}`)).status).toBe(404);
    const left = await env.DB.prepare(
      "SELECT count(*) AS n FROM credential WHERE connection_id = ?",
    )
      .bind(id)
      .first<{ n: number }>();
    expect(left?.n).toBe(0);
  });
});
