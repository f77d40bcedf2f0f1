/** What an account may hold, and what nobody signed may cost. */
import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { createConnection } from "../../support/connection-calls";
import { connectionWithStore, setupHttp, signUp } from "../../support/http-harness";
import { signedHeaders } from "../../support/module-signature";
import { WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

describe("an account", () => {
  it("holds as many connections as the operator says, also where many are made at once", async () => {
    const harness = setupHttp({ maxConnections: 3 });
    const ada = await signUp(harness, "many@example.com");
    const made = await Promise.all(
      ["1", "2", "3", "4", "5"].map((name) => createConnection<object>(ada, name)),
    );
    const refused = made.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body)).toMatchObject([
      { error: { code: "connection.too_many", facts: { limit: 3 } } },
      { error: { code: "connection.too_many", facts: { limit: 3 } } },
    ]);
    const { body } = await ada.send<{ connections: object[] }>("GET", "/api/connections");
    expect(body.connections).toHaveLength(3);
  });
});

describe("a message that nobody signed", () => {
  const event = JSON.stringify({ id: "e1", type: "ping", at: Date.now(), ids: [] });

  it("is refused before anything is read for it", async () => {
    const { app } = setupHttp();
    const noDatabase = {
      prepare() {
        throw new Error("the database was asked");
      },
    } as unknown as D1Database;
    const now = Math.floor(Date.now() / 1000);
    for (const headers of [
      {},
      { "x-weft-timestamp": String(now), "x-weft-signature": "v1=00" },
      signedHeaders("any", event, now - 301),
      signedHeaders("any", event, now + 360),
    ])
      for (const path of ["", "/credentials"]) {
        const url = `${WEFT}/webhooks/source/con_of_nobody${path}`;
        const address = { "cf-connecting-ip": `192.0.2.${path.length}` };
        const answer = await app.fetch(
          new Request(url, { method: "POST", body: event, headers: { ...headers, ...address } }),
          { ...env, DB: noDatabase },
          createExecutionContext(),
        );
        expect([path, answer.status]).toEqual([path, 401]);
      }
  });

  it("is counted by its network, from which what is signed is taken all the same", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "unsigned@example.com");
    const id = await connectionWithStore(ada);
    const send = async (secret: string, host: number) => {
      const answer = await harness.call(`/webhooks/source/${id}`, {
        method: "POST",
        body: event,
        headers: {
          ...signedHeaders(secret, event),
          "cf-connecting-ip": `2001:db8:1:2::${host.toString(16)}`,
        },
      });
      return answer.status;
    };
    const seen: number[] = [];
    for (let host = 1; host <= 45 && !seen.includes(429); host += 1)
      seen.push(await send("a wrong secret", host));
    expect(seen[0]).toBe(401);
    expect(seen).toContain(429);
    expect(await send(await webhookSecretOf(id), 99)).toBe(200);
  });
});
