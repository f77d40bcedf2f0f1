import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { contract } from "../../../src/contract/contract";
import type { RouteContract } from "../../../src/contract/route";
import { splitKey } from "../../../src/contract/route-key";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  PASSWORD,
  signUp,
  connectionWithStore,
  type HttpHarness,
} from "../../support/http-harness";
import { WEBSERVICE_KEY } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const routes = Object.entries<RouteContract>(contract).flatMap(([key, { needs }]) => {
  const { method, path } = splitKey(key);
  return needs === "anyone" ? [] : [{ key, method, template: path }];
});
const ofConnection = routes.filter(({ template }) => template.includes("/:id"));

/** The template with the connection's id and made-up ids for everything else. */
const pathOf = (template: string, id: string) =>
  template.replace("/:id", `/${id}`).replace(/:\w+/g, "1");

/** Bodies that are right in shape, so that a refusal is about the tenant and nothing else. */
const BODIES: Readonly<Record<string, unknown>> = {
  "PATCH /api/connections/:id": { isPaused: true },
  "PATCH /api/connections/:id/settings": { seenVersion: 0, name: "Stolen" },
  "DELETE /api/connections/:id": { confirmName: "My shop" },
  "PUT /api/connections/:id/products/:productId/size-chart": { fileName: "a.png", base64: "" },
  "PUT /api/connections/:id/source": { url: "https://thief.example", key: "x" },
  "POST /api/connections/:id/authorize": { market: "GB" },
  "POST /api/connections/:id/shop": { shopId: "1" },
  "POST /api/connections/:id/selection-count": { selection: { ids: ["1"] } },
  "POST /api/connections/:id/push": { selection: { ids: ["1"] } },
  "POST /api/connections/:id/update": { selection: { ids: ["1"] }, what: "stock" },
  "POST /api/connections/:id/repull": { selection: { ids: ["1"] } },
  "POST /api/connections/:id/refresh-listings": { selection: { ids: ["1"] } },
  "POST /api/connections/:id/listing-state": { selection: { ids: ["1"] }, action: "activate" },
};
const bodyOf = (key: string, method: string) =>
  method === "GET" ? undefined : (BODIES[key] ?? {});

async function active(harness: HttpHarness, email: string) {
  const person = await signUp(harness, email);
  const id = await connectionWithStore(person);
  await comeBack(harness, person, await beginAuthorization(person, id));
  return { person, id };
}

describe("tenants", () => {
  it("knows every route of a connection", () => {
    expect(ofConnection.length).toBeGreaterThan(30);
  });

  it("never lets one account see or touch the connection of another, on any route", async () => {
    const harness = setupHttp();
    const { person: ada, id } = await active(harness, "ada-tenant@example.com");
    const bob = await signUp(harness, "bob-tenant@example.com", "Bob");
    harness.ledgerCalls.length = 0;
    const before = await snapshot();
    for (const { key, method, template } of ofConnection) {
      const path = pathOf(template, id);
      const body = bodyOf(key, method);
      const stolen = await harness.call(path, {
        method,
        cookie: bob.cookie,
        ...(body === undefined ? {} : { body }),
      });
      expect([key, stolen.status]).toEqual([key, 404]);
      // Exactly the answer for a connection that does not exist.
      const absent = await harness.call(pathOf(template, "con_absent"), {
        method,
        cookie: bob.cookie,
        ...(body === undefined ? {} : { body }),
      });
      expect([key, await stolen.text()]).toEqual([key, await absent.text()]);
    }
    expect(harness.ledgerCalls).toEqual([]);
    expect(await snapshot()).toEqual(before);
    expect((await ada.send("GET", `/api/connections/${id}`)).status).toBe(200);
    const list = await bob.send<{ connections: unknown[] }>("GET", "/api/connections");
    expect(list.body.connections).toEqual([]);
  });

  it("answers nobody without a session, on any route", async () => {
    const harness = setupHttp();
    for (const { key, method, template } of routes) {
      const body = bodyOf(key, method);
      const answer = await harness.call(pathOf(template, "con_1"), {
        method,
        ...(body === undefined ? {} : { body }),
      });
      expect([key, answer.status]).toEqual([key, 401]);
    }
    expect((await harness.call("/api/no-such-route")).status).toBe(401);
  });

  it("does not take a forged, foreign or altered cookie for a session", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "forged@example.com");
    const [name = "", value = ""] = ada.cookie.split("=");
    const altered = `${value.startsWith("a") ? "b" : "a"}${value.slice(1)}`;
    for (const cookie of [`${name}=x`, `${name}=${altered}`, `other=${value}`, `${name}=`])
      expect((await harness.call("/api/me", { cookie })).status).toBe(401);
    const token = await env.DB.prepare(
      "SELECT token FROM auth_session ORDER BY created_at DESC",
    ).first<{ token: string }>();
    // What the database holds is not enough to be somebody: the cookie is signed as well.
    expect((await harness.call("/api/me", { cookie: `${name}=${token?.token}` })).status).toBe(401);
  });
});

describe("requests from elsewhere", () => {
  const change = (harness: HttpHarness, cookie: string, headers: Record<string, string>) =>
    harness.call("/api/connections", {
      method: "POST",
      cookie,
      headers,
      body: { name: "Forged", source: "prestashop", channel: "tiktok-shop" },
    });

  it.each([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["an opaque origin", { origin: "null" }, 403],
    ["a lookalike origin", { origin: "https://weft.example.evil.example" }, 403],
    ["plain http of our name", { origin: "http://weft.example" }, 403],
    ["a sister site, as the browser says", { "sec-fetch-site": "same-site" }, 403],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }, 403],
    ["nowhere", { origin: "" }, 403],
    ["our own pages", { "sec-fetch-site": "same-origin" }, 200],
  ])("answers a change from %s with %s", async (_from, headers, status) => {
    const harness = setupHttp();
    const ada = await signUp(harness, `${crypto.randomUUID()}@example.com`);
    expect((await change(harness, ada.cookie, headers)).status).toBe(status);
  });

  it("are answered on a developer's machine by its own names only", async () => {
    const dev = setupHttp({ isDevelopment: true, publicUrl: "http://127.0.0.1:8787" });
    const statusOf = async (host: string) => {
      const request = new Request(`http://${host}/api/outbox`);
      const context = createExecutionContext();
      const response = await dev.app.fetch(request, env, context);
      await waitOnExecutionContext(context);
      return response.status;
    };
    for (const host of ["127.0.0.1:8787", "localhost:8787", "[::1]:8787"])
      expect([host, await statusOf(host)]).toEqual([host, 200]);
    for (const host of ["evil.example:8787", "127.0.0.1.evil.example", "localhost.evil.example"])
      expect([host, await statusOf(host)]).toEqual([host, 403]);
  });

  it("takes no form and no text for JSON", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "form@example.com");
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])
      expect((await change(harness, ada.cookie, { "content-type": type })).status).toBe(415);
  });

  it("protects the login itself, where a stranger could log a victim into his account", async () => {
    const harness = setupHttp();
    await signUp(harness, "loginforge@example.com");
    const answer = await harness.call("/api/auth/sign-in/email", {
      method: "POST",
      headers: { origin: "https://evil.example" },
      body: { email: "loginforge@example.com", password: PASSWORD },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("says what is wrong with a body", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "body@example.com");
    const broken = await harness.call("/api/connections", {
      method: "POST",
      cookie: ada.cookie,
      body: "{not json",
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toEqual({ error: { code: "request.not_json", facts: {} } });
    const empty = await ada.send<{ error: { facts: { fields: string[] } } }>(
      "POST",
      "/api/connections",
      {},
    );
    expect(empty.body.error.facts.fields).toEqual(["name", "source", "channel"]);
  });
});

describe("answers", () => {
  it("carry the security headers, and nothing of the API is kept", async () => {
    const harness = setupHttp();
    const answer = await harness.call("/api/me");
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "img-src 'self' https: data:",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-request-id")).not.toBe("");
  });

  it("allow pictures of the local shops on a developer's machine only", async () => {
    const dev = setupHttp({ isDevelopment: true, simulatorUrl: "http://127.0.0.1:8788" });
    const policy = (await dev.call("/api/me")).headers.get("content-security-policy");
    expect(policy).toContain("img-src 'self' https: data: http://127.0.0.1:8788");
  });

  it("show nothing of the inside when something breaks", async () => {
    const harness = setupHttp();
    const { person, id } = await active(harness, "inside@example.com");
    await env.DB.prepare("UPDATE credential SET sealed = 's1.1.AAAA.AAAA'").run();
    const answer = await person.send<{ error: { code: string; facts: object } }>(
      "POST",
      `/api/connections/${id}/webhook-secret`,
      {},
    );
    expect(answer.status).toBe(500);
    expect(Object.keys(answer.body.error.facts)).toEqual(["requestId"]);
    expect(harness.lines.some((line) => line.includes("http.defect"))).toBe(true);
  });

  it("refuse a body of ten megabytes before reading it", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "large@example.com");
    const answer = await harness.call("/api/connections", {
      method: "POST",
      cookie: ada.cookie,
      body: { name: "x".repeat(10 * 1024 * 1024) },
    });
    expect(answer.status).toBe(413);
  });
});

describe("secrets", () => {
  it("are nowhere in the database or the log as plain text", async () => {
    const harness = setupHttp();
    const { id } = await active(harness, "secrets@example.com");
    const tokens = harness.world.storage.list<{ token?: string }>("tts:token");
    const secrets = [
      WEBSERVICE_KEY,
      PASSWORD,
      await webhookSecretOf(id),
      ...tokens.flatMap(({ token }) => token ?? []),
      env.TIKTOK_APP_SECRET ?? "",
    ];
    expect(secrets.length).toBeGreaterThan(4);
    const written = (await dump()) + harness.lines.join("\n");
    for (const secret of secrets) expect(written).not.toContain(secret);
    expect(harness.lines.join("\n")).not.toContain("secrets@example.com");
  });
});

async function tables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'd1%' AND name NOT LIKE 'sqlite%'",
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function dump(): Promise<string> {
  const rows = [];
  for (const name of await tables())
    rows.push((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
  return JSON.stringify(rows);
}

/** Everything but what a request by itself may touch. */
async function snapshot() {
  const names = (await tables()).filter((name) => !name.startsWith("auth_"));
  const rows = [];
  for (const name of names)
    rows.push([name, (await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results]);
  return rows;
}
