import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { later } from "../../support/later";
import { detailOf, type Refused } from "../../support/connection-calls";
import {
  beginAuthorization,
  comeBack,
  setupHttp,
  signUp,
  connectionWithStore,
  type HttpHarness,
} from "../../support/http-harness";
import { signatureOf, signedHeaders } from "../../support/module-signature";
import { signedAnswer } from "../../support/module-wire";
import { STORE_8 } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

const DAY_MS = 24 * 3_600_000;

/** A module as docs/module.md describes it: it accepts its secret and, for a day, the one before. */
function moduleOf(secret: string) {
  const held = { current: secret, previous: "", calls: 0 };
  let isAnswerLost = false;
  const answer = async (request: Request): Promise<Response> => {
    const body = await request.text();
    const at = request.headers.get("x-weft-timestamp") ?? "";
    const fits = (one: string) =>
      one !== "" && request.headers.get("x-weft-signature") === signatureOf(one, at, body);
    const used = [held.current, held.previous].find(fits);
    if (!used) return Response.json({ error: "signature", now: 1 }, { status: 401 });
    const asked = JSON.parse(body) as { call: string; id: string; with: { secret: string } };
    if (asked.call !== "rotate") return Response.json({}, { status: 404 });
    held.calls += 1;
    if (asked.with.secret !== held.current) held.previous = held.current;
    held.current = asked.with.secret;
    if (isAnswerLost) throw new TypeError("connection lost");
    return signedAnswer(used, { answer: asked.id, ok: { done: true } });
  };
  return { held, answer, loseAnswers: (isLost: boolean) => (isAnswerLost = isLost) };
}

/** A living connection whose shop answers calls to the module by `answer`. */
async function living(email: string, answer?: (request: Request) => Promise<Response>) {
  const harness = setupHttp();
  const person = await signUp(harness, email);
  const id = await connectionWithStore(person);
  await comeBack(harness, person, await beginAuthorization(person, id));
  const outside = vi.mocked(globalThis.fetch).getMockImplementation();
  let module = answer;
  vi.mocked(globalThis.fetch).mockImplementation((input, init) => {
    const request = new Request(input, init);
    const isModule = request.url.startsWith(`${STORE_8}/index.php?fc=module`);
    if (isModule && module) return module(request);
    return outside ? outside(request) : Promise.reject(new TypeError("no network"));
  });
  const detail = () => detailOf(person, id);
  const rotate = <T = ConnectionDetail>() =>
    person.send<T>("POST", `/api/connections/${id}/rotate-secret`, {});
  return { harness, person, id, detail, rotate, install: (it: typeof answer) => (module = it) };
}

let events = 0;

async function sendEvent(harness: HttpHarness, id: string, secret: string): Promise<number> {
  events += 1;
  const body = JSON.stringify({ id: `evt-${events}`, type: "ping", shop: "1", at: 1, ids: [] });
  const headers = { origin: "", ...signedHeaders(secret, body) };
  const response = await harness.call(`/webhooks/source/${id}`, { method: "POST", body, headers });
  return response.status;
}

describe("rotating the secret", () => {
  it("sends it to the module, uses the new one and accepts the old one for a day", async () => {
    const { harness, id, detail, rotate, install } = await living("rotate@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    install(module.answer);
    const { status, body } = await rotate();
    expect(status).toBe(200);
    expect(await webhookSecretOf(id)).not.toBe(old);
    expect(body).toMatchObject({ isRotating: false, previousSecretUntil: expect.any(Number) });
    expect(module.held).toMatchObject({ current: await webhookSecretOf(id), previous: old });
    expect(await sendEvent(harness, id, await webhookSecretOf(id))).toBe(200);
    expect(await sendEvent(harness, id, old)).toBe(200);
    later(DAY_MS + 1);
    expect(await sendEvent(harness, id, old)).toBe(401);
    expect(await sendEvent(harness, id, await webhookSecretOf(id))).toBe(200);
    expect(await detail()).toMatchObject({ previousSecretUntil: null });
  });

  it("where no module is installed changes it here alone", async () => {
    const { harness, id, rotate } = await living(
      "no-module@example.com",
      async () => new Response("<html>Not found</html>", { status: 404 }),
    );
    const old = await webhookSecretOf(id);
    await rotate();
    expect(await webhookSecretOf(id)).not.toBe(old);
    expect(await sendEvent(harness, id, await webhookSecretOf(id))).toBe(200);
    expect(await sendEvent(harness, id, old)).toBe(200);
  });

  it("waits for a module that was there and is switched off, and says how it stands", async () => {
    const { id, detail, rotate, install } = await living("off@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    install(module.answer);
    await env.DB.prepare(
      "UPDATE connection SET source_shop = json_set(source_shop, '$.moduleVersion', '0.2.0') WHERE id = ?",
    )
      .bind(id)
      .run();
    install(async () => new Response("<html>Not found</html>", { status: 404 }));
    const { status, body } = await rotate<Refused>();
    expect([status, body.error.code]).toEqual([422, "prestashop.module_missing"]);
    expect(await detail()).toMatchObject({ isRotating: true });
    expect(await webhookSecretOf(id)).toBe(old);
    install(module.answer);
    await rotate();
    expect(module.held).toMatchObject({ current: await webhookSecretOf(id), previous: old });
  });

  it("reaches a module that was left behind by the rotation before, beside one broken off", async () => {
    const { id, rotate, install } = await living("behind@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    install(async () => new Response("<html>Not found</html>", { status: 404 }));
    await rotate();
    install(() => Promise.reject(new TypeError("connection refused")));
    expect((await rotate<Refused>()).status).toBe(503);
    install(module.answer);
    await rotate();
    expect(module.held).toMatchObject({ current: await webhookSecretOf(id), previous: old });
  });

  it("that never reached the module leaves the old secret in use, and is taken up again", async () => {
    const { harness, id, detail, rotate, install } = await living("unreached@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    install(() => Promise.reject(new TypeError("connection refused")));
    expect((await rotate<Refused>()).status).toBe(503);
    expect(await detail()).toMatchObject({ isRotating: true });
    expect(await webhookSecretOf(id)).toBe(old);
    expect(await sendEvent(harness, id, old)).toBe(200);
    install(module.answer);
    const { body } = await rotate();
    expect(body.isRotating).toBe(false);
    expect(module.held).toMatchObject({ current: await webhookSecretOf(id), previous: old });
  });

  it("whose answer was lost is finished by the next event of the module", async () => {
    const { harness, id, detail, rotate, install } = await living("lost@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    module.loseAnswers(true);
    install(module.answer);
    expect((await rotate<Refused>()).status).toBe(503);
    expect(module.held.current).not.toBe(old);
    expect(await detail()).toMatchObject({ isRotating: true });
    expect(await webhookSecretOf(id)).toBe(old);
    expect(await sendEvent(harness, id, old)).toBe(200);
    expect(await sendEvent(harness, id, module.held.current)).toBe(200);
    expect(await detail()).toMatchObject({ isRotating: false });
    expect(await webhookSecretOf(id)).toBe(module.held.current);
    expect(await sendEvent(harness, id, old)).toBe(200);
  });

  it("whose answer was lost is finished by a repeat, even when the module forgot the old one", async () => {
    const { id, rotate, install } = await living("forgot@example.com");
    const old = await webhookSecretOf(id);
    const module = moduleOf(old);
    module.loseAnswers(true);
    install(module.answer);
    await rotate();
    const sent = module.held.current;
    module.loseAnswers(false);
    module.held.previous = "";
    const { status } = await rotate();
    expect([status, await webhookSecretOf(id)]).toEqual([200, sent]);
    expect(module.held.current).toBe(sent);
  });

  it("twice at once ends with one secret on both sides", async () => {
    const { harness, id, rotate, install } = await living("double@example.com");
    const module = moduleOf(await webhookSecretOf(id));
    install(module.answer);
    const both = await Promise.all([rotate(), rotate()]);
    expect(both.map(({ status }) => status)).toContain(200);
    const webhookSecret = await webhookSecretOf(id);
    expect(module.held.current).toBe(webhookSecret);
    expect(await sendEvent(harness, id, webhookSecret)).toBe(200);
  });

  it("of a connection that is not set up yet is refused and changes nothing", async () => {
    const harness = setupHttp();
    const person = await signUp(harness, "early@example.com");
    const id = await connectionWithStore(person);
    const before = await detailOf(person, id);
    const { status, body } = await person.send<Refused>(
      "POST",
      `/api/connections/${id}/rotate-secret`,
      {},
    );
    expect([status, body.error.code]).toEqual([422, "connection.incomplete"]);
    expect(await detailOf(person, id)).toEqual(before);
  });
});
