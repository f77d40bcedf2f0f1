import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../src/contract/contract";
import { setupHttp, PASSWORD, signUp, type HttpHarness } from "../../support/http-harness";
import { cookieOf } from "../../support/session-cookie";

/** Each person at an address of their own: the edge limiter counts by address. */
const logIn = (harness: HttpHarness, email: string, password: string) =>
  harness.call("/api/auth/sign-in/email", {
    method: "POST",
    body: { email, password },
    headers: { "cf-connecting-ip": email },
  });

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe("accounts", () => {
  it("makes a person who signs up the owner of an account of their own", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "ada@example.com");
    const me = await ada.send<Answer<"GET /api/me">>("GET", "/api/me");
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({
      user: { name: "Ada", email: "ada@example.com" },
      account: { name: "Ada" },
      role: "owner",
    });
    expect(me.body.account.id).toMatch(/^acc_/);
  });

  it("pins the session to the host, hides it from scripts and answers no token", async () => {
    const harness = setupHttp();
    const response = await harness.call("/api/auth/sign-up/email", {
      method: "POST",
      body: { email: "cookie@example.com", password: PASSWORD, name: "Cookie" },
    });
    expect(await response.json()).toEqual({ ok: true });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-weft_session=/);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).not.toMatch(/Domain=/i);
  });

  it("uses a plain cookie on a developer's http address, where the prefix cannot work", async () => {
    const harness = setupHttp({ publicUrl: "http://127.0.0.1:8787" });
    const response = await harness.call("/api/auth/sign-up/email", {
      method: "POST",
      headers: { origin: "http://127.0.0.1:8787" },
      body: { email: "dev@example.com", password: PASSWORD, name: "Dev" },
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^weft_session=/);
    expect(response.headers.getSetCookie()[0]).not.toMatch(/; Secure/i);
  });

  it("refuses a password of nine characters", async () => {
    const harness = setupHttp();
    const response = await harness.call("/api/auth/sign-up/email", {
      method: "POST",
      body: { email: "short@example.com", password: "123456789", name: "Short" },
    });
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe("auth.password_too_short");
  });

  it("stores neither the password nor a reset token as plain text", async () => {
    const harness = setupHttp();
    await signUp(harness, "hash@example.com");
    await harness.call("/api/auth/request-password-reset", {
      method: "POST",
      body: { email: "hash@example.com" },
    });
    const { results } = await env.DB.prepare("SELECT password FROM auth_account").all();
    expect(results.at(-1)?.["password"]).toMatch(/^scrypt\$n=\d+,r=\d+,p=\d+\$/);
    const token = await resetToken("hash@example.com");
    const stored = await env.DB.prepare("SELECT * FROM auth_verification").all();
    expect(JSON.stringify(stored.results)).not.toContain(token);
  });

  it("lets a person log in and out, and knows nobody afterwards", async () => {
    const harness = setupHttp();
    await signUp(harness, "inout@example.com");
    const session = cookieOf(await logIn(harness, "InOut@Example.com", PASSWORD));
    expect((await harness.call("/api/me", { cookie: session })).status).toBe(200);
    const out = await harness.call("/api/auth/sign-out", {
      method: "POST",
      body: {},
      cookie: session,
    });
    expect(out.status).toBe(200);
    const after = await harness.call("/api/me", { cookie: session });
    expect(after.status).toBe(401);
    expect(await codeOf(after)).toBe("auth.unauthenticated");
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const harness = setupHttp();
    await signUp(harness, "known@example.com");
    const wrong = await logIn(harness, "known@example.com", "not the password");
    const unknown = await logIn(harness, "unknown@example.com", "not the password");
    expect([wrong.status, await wrong.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(wrong.status).toBe(401);
  });

  it("answers a reset for an unknown address like one for a known address", async () => {
    const harness = setupHttp();
    await signUp(harness, "real@example.com");
    const ask = (email: string) =>
      harness.call("/api/auth/request-password-reset", { method: "POST", body: { email } });
    const known = await ask("real@example.com");
    const unknown = await ask("nobody@example.com");
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    const { results } = await env.DB.prepare("SELECT recipient FROM mail_outbox").all();
    expect(results.map((row) => row["recipient"])).not.toContain("nobody@example.com");
  });

  it("sets a new password by the mailed link once, and ends every session", async () => {
    const harness = setupHttp();
    const person = await signUp(harness, "reset@example.com");
    await harness.call("/api/auth/request-password-reset", {
      method: "POST",
      body: { email: "reset@example.com", redirectTo: "/reset-password" },
    });
    const token = await resetToken("reset@example.com");
    const reset = () =>
      harness.call("/api/auth/reset-password", {
        method: "POST",
        body: { newPassword: "another long password", token },
      });
    expect((await reset()).status).toBe(200);
    expect((await harness.call("/api/me", { cookie: person.cookie })).status).toBe(401);
    expect((await logIn(harness, "reset@example.com", PASSWORD)).status).toBe(401);
    expect((await logIn(harness, "reset@example.com", "another long password")).status).toBe(200);
    const again = await reset();
    expect(again.status).toBe(400);
    expect(await codeOf(again)).toBe("auth.invalid_token");
  });

  it("stops guessing after ten tries, also with the right password, and says how long", async () => {
    const harness = setupHttp();
    await signUp(harness, "guess@example.com");
    for (let number = 0; number < 10; number += 1)
      expect((await logIn(harness, "guess@example.com", `wrong ${number}`)).status).toBe(401);
    const blocked = await logIn(harness, "guess@example.com", PASSWORD);
    expect(blocked.status).toBe(429);
    expect(Number(blocked.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(await codeOf(blocked)).toBe("auth.too_many_tries");
    const keys = await env.DB.prepare("SELECT key FROM login_failure").all();
    expect(JSON.stringify(keys.results)).not.toContain("guess@example.com");
  });

  it("lets nobody through when many tries arrive at once", async () => {
    const harness = setupHttp();
    await signUp(harness, "burst@example.com");
    const tries = Array.from({ length: 16 }, (_, number) =>
      logIn(harness, "burst@example.com", `wrong ${number}`),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  });

  it("has no other route of the sign-in service", async () => {
    const harness = setupHttp();
    const person = await signUp(harness, "other@example.com");
    for (const path of ["/api/auth/get-session", "/api/auth/list-sessions", "/api/auth/ok"])
      expect((await harness.call(path, { cookie: person.cookie })).status).toBe(404);
    const change = await person.send("POST", "/api/auth/update-user", { name: "X" });
    expect(change.status).toBe(404);
  });

  it("completes a sign-up that was cut off before the account was made", async () => {
    const harness = setupHttp();
    const person = await signUp(harness, "cut@example.com");
    await env.DB.prepare("DELETE FROM account").run();
    const me = await person.send<Answer<"GET /api/me">>("GET", "/api/me");
    expect(me.body.role).toBe("owner");
  });

  it("shows the outbox on a developer's machine only", async () => {
    const harness = setupHttp();
    expect((await harness.call("/api/outbox")).status).toBe(404);
    const dev = setupHttp({ isDevelopment: true });
    expect((await dev.call("/api/outbox")).status).toBe(200);
  });
});

/** The token mailed to an address; the mail is sent after the answer. */
async function resetToken(recipient: string): Promise<string> {
  return vi.waitFor(async () => {
    const row = await env.DB.prepare(
      "SELECT body FROM mail_outbox WHERE recipient = ? ORDER BY created_at DESC LIMIT 1",
    )
      .bind(recipient)
      .first<{ body: string }>();
    const token = /#token=([^\s&]+)/.exec(row?.body ?? "")?.[1];
    if (!token) throw new Error("no mail yet");
    return token;
  });
}
