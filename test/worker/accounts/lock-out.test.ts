/** Tries at passwords are counted so that guessing ends, and nobody keeps somebody else out. */
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import {
  mailedToken,
  PASSWORD,
  setupHttp,
  signUp,
  type HttpHarness,
} from "../../support/http-harness";
import { cookieOf } from "../../support/session-cookie";

let strangers = 0;
/** Each test has a stranger of its own: the edge limits what one address may try. */
let stranger = "";

function logIn(
  harness: HttpHarness,
  email: string,
  password: string,
  from: { address: string; cookie?: string },
) {
  return harness.call("/api/auth/sign-in/email", {
    method: "POST",
    body: { email, password },
    headers: { "cf-connecting-ip": from.address },
    cookie: from.cookie,
  });
}

const failAtOnce = (harness: HttpHarness, email: string, count: number, address = stranger) =>
  Promise.all(
    Array.from({ length: count }, (_, at) => logIn(harness, email, `wrong ${at}`, { address })),
  );

beforeEach(async () => {
  strangers += 1;
  stranger = `198.51.100.${strangers}`;
  // Tests of one file share the database.
  await env.DB.prepare("DELETE FROM login_failure").run();
});

describe("a stranger who guesses", () => {
  it("is stopped after ten tries, and the person logs in from elsewhere all the same", async () => {
    const harness = setupHttp();
    await signUp(harness, "kept-in@example.com");
    const statuses = (await failAtOnce(harness, "kept-in@example.com", 14)).map(
      (one) => one.status,
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const own = await logIn(harness, "kept-in@example.com", PASSWORD, { address: "203.0.113.9" });
    expect(own.status).toBe(200);
  });

  it("from many networks closes the way for new devices, never for one the person used before", async () => {
    const harness = setupHttp();
    await signUp(harness, "device@example.com");
    const first = await logIn(harness, "device@example.com", PASSWORD, { address: "203.0.113.9" });
    const device = cookieOf(first);
    expect(device).toContain("weft_device=");
    await failAtOnce(harness, "device@example.com", 1);
    await env.DB.prepare("UPDATE login_failure SET count = 100").run();
    const anew = await logIn(harness, "device@example.com", PASSWORD, { address: "203.0.113.10" });
    expect(anew.status).toBe(429);
    const known = { address: "203.0.113.11", cookie: device };
    expect((await logIn(harness, "device@example.com", PASSWORD, known)).status).toBe(200);
    // The cookie is good for the person it was given to, and cannot be made up.
    expect((await logIn(harness, "other@example.com", "x", known)).status).toBe(401);
    const forged = { ...known, cookie: device.replace(/.$/, "!") };
    expect((await logIn(harness, "device@example.com", PASSWORD, forged)).status).toBe(429);
  });

  it("has one network of all addresses of a /64", async () => {
    const harness = setupHttp();
    await signUp(harness, "six@example.com");
    const statuses: number[] = [];
    for (let host = 1; host <= 12; host += 1) {
      const address = `2001:db8:0:7::${host.toString(16)}`;
      statuses.push((await logIn(harness, "six@example.com", "wrong", { address })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe("a new password by mail", () => {
  const ask = (harness: HttpHarness, email: string) =>
    harness.call("/api/auth/request-password-reset", { method: "POST", body: { email } });
  const set = (harness: HttpHarness, token: string, newPassword: string) =>
    harness.call("/api/auth/reset-password", {
      method: "POST",
      body: { newPassword, token },
      headers: { "cf-connecting-ip": stranger },
    });

  it("lets the person in again where the way was closed", async () => {
    const harness = setupHttp();
    await signUp(harness, "closed@example.com");
    await failAtOnce(harness, "closed@example.com", 12);
    await ask(harness, "closed@example.com");
    const token = await mailedToken("closed@example.com");
    expect((await set(harness, token, "a wholly new password")).status).toBe(200);
    const after = { address: stranger };
    expect(
      (await logIn(harness, "closed@example.com", "a wholly new password", after)).status,
    ).toBe(200);
  });

  it("is mailed once in five minutes, and the answer is the same", async () => {
    const harness = setupHttp();
    await signUp(harness, "mailed@example.com");
    const answers = [];
    for (let times = 0; times < 4; times += 1)
      answers.push(await ask(harness, "mailed@example.com"));
    for (const answer of answers)
      expect([answer.status, await answer.text()]).toEqual([200, '{"ok":true}']);
    const { results } = await env.DB.prepare(
      "SELECT id FROM mail_outbox WHERE recipient = 'mailed@example.com'",
    ).all();
    expect(results).toHaveLength(1);
  });

  it("ends the older links of the same person", async () => {
    const harness = setupHttp();
    await signUp(harness, "older@example.com");
    const tokens = [];
    for (let times = 0; times < 2; times += 1) {
      await env.DB.prepare("DELETE FROM login_failure").run();
      await ask(harness, "older@example.com");
      tokens.push(await mailedToken("older@example.com"));
    }
    const [older = "", newer = ""] = tokens;
    expect(older).not.toBe(newer);
    expect((await set(harness, newer, "a wholly new password")).status).toBe(200);
    expect((await set(harness, older, "the attacker's password")).status).toBe(400);
  });
});

describe("the activity of the account", () => {
  it("says who logged in from where, and once that somebody failed or was stopped", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "noted@example.com");
    await failAtOnce(harness, "noted@example.com", 13);
    await logIn(harness, "noted@example.com", PASSWORD, { address: "203.0.113.9" });
    await failAtOnce(harness, "nobody-noted@example.com", 2);
    const { body } = await ada.send<{ rows: { kind: string; facts: object }[] }>(
      "GET",
      "/api/activity",
    );
    const kinds = body.rows.map(({ kind }) => kind).filter((kind) => kind.startsWith("security."));
    expect(kinds.toSorted()).toEqual([
      "security.locked",
      "security.logged_in",
      "security.login_failed",
    ]);
    expect(body.rows.find(({ kind }) => kind === "security.logged_in")?.facts).toMatchObject({
      address: "203.0.113.9",
    });
  });
});
