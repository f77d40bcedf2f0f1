/** What a person does about their own way in: password, authenticator, sessions. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/contract/contract";
import { totpCode } from "../../../src/lib/totp";
import { later } from "../../support/later";
import { PASSWORD, setupHttp, signUp, type HttpHarness } from "../../support/http-harness";
import { cookieOf } from "../../support/session-cookie";

const logIn = (harness: HttpHarness, email: string, more: object = {}) =>
  harness.call("/api/auth/sign-in/email", {
    method: "POST",
    body: { email, password: PASSWORD, ...more },
  });
const codeOf = async (response: Response) =>
  (await response.json<{ error: { code: string } }>()).error.code;
const codeNow = (secret: string) => totpCode(secret, Math.floor(Date.now() / 30_000));

async function withAuthenticator(email: string) {
  const harness = setupHttp();
  const ada = await signUp(harness, email);
  const begun = await ada.send<{ secret: string; address: string }>(
    "POST",
    "/api/me/second-factor",
    {},
  );
  const { secret } = begun.body;
  const confirmed = await ada.send<{ recoveryCodes: string[] }>(
    "POST",
    "/api/me/second-factor/confirm",
    { code: await codeNow(secret) },
  );
  return { harness, ada, secret, begun, recoveryCodes: confirmed.body.recoveryCodes };
}

describe("an authenticator", () => {
  it("is asked for at the login after the password, and a code counts once", async () => {
    const { harness, secret, begun } = await withAuthenticator("factor@example.com");
    expect(begun.body.address).toBe(
      `otpauth://totp/Weft%3Afactor%40example.com?secret=${secret}&issuer=Weft`,
    );
    const without = await logIn(harness, "factor@example.com");
    expect([without.status, without.headers.getSetCookie()]).toEqual([403, []]);
    expect(await codeOf(without)).toBe("auth.code_required");
    const wrong = await logIn(harness, "factor@example.com", { code: "000000" });
    expect(await codeOf(wrong)).toBe("auth.code_wrong");
    later(60_000);
    const code = await codeNow(secret);
    const right = await logIn(harness, "factor@example.com", { code });
    expect(right.status).toBe(200);
    expect((await harness.call("/api/me", { cookie: cookieOf(right) })).status).toBe(200);
    expect(await codeOf(await logIn(harness, "factor@example.com", { code }))).toBe(
      "auth.code_wrong",
    );
  });

  it("is of no use to who has not got the password", async () => {
    const { harness, secret } = await withAuthenticator("factor-only@example.com");
    later(60_000);
    const answer = await harness.call("/api/auth/sign-in/email", {
      method: "POST",
      body: { email: "factor-only@example.com", password: "wrong", code: await codeNow(secret) },
    });
    expect([answer.status, await codeOf(answer)]).toEqual([401, "auth.invalid_email_or_password"]);
  });

  it("that was lost is replaced by recovery codes, each good once", async () => {
    const { harness, ada, recoveryCodes } = await withAuthenticator("recovery@example.com");
    expect(recoveryCodes).toHaveLength(8);
    const [code = ""] = recoveryCodes;
    expect((await logIn(harness, "recovery@example.com", { code })).status).toBe(200);
    expect((await logIn(harness, "recovery@example.com", { code })).status).toBe(403);
    const { body } = await ada.send<Answer<"GET /api/me/security">>("GET", "/api/me/security");
    expect(body).toMatchObject({ hasSecondFactor: true, recoveryCodes: 7 });
  });

  it("that was begun and never confirmed keeps nobody out", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "begun@example.com");
    await ada.send("POST", "/api/me/second-factor", {});
    const wrong = await ada.send("POST", "/api/me/second-factor/confirm", { code: "000000" });
    expect(wrong.status).toBe(422);
    expect((await logIn(harness, "begun@example.com")).status).toBe(200);
  });

  it("is set up and switched off with a fresh proof only, of which its code is one", async () => {
    const { ada, secret } = await withAuthenticator("off@example.com");
    later(600_000);
    expect((await ada.send("DELETE", "/api/me/second-factor", {})).status).toBe(403);
    const proof = await ada.send("POST", "/api/me/proof", { secret: await codeNow(secret) });
    expect(proof.status).toBe(200);
    expect((await ada.send("POST", "/api/me/second-factor", {})).status).toBe(422);
    const off = await ada.send<Answer<"GET /api/me/security">>(
      "DELETE",
      "/api/me/second-factor",
      {},
    );
    expect(off.body).toMatchObject({ hasSecondFactor: false });
  });
});

describe("sessions", () => {
  it("are listed with where they are from, and end one by one or all but this", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "sessions@example.com");
    const other = cookieOf(await logIn(harness, "sessions@example.com"));
    const third = cookieOf(await logIn(harness, "sessions@example.com"));
    const list = await ada.send<Answer<"GET /api/me/security">>("GET", "/api/me/security");
    expect(list.body.sessions).toHaveLength(3);
    expect(list.body.sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const [newest] = list.body.sessions;
    await ada.send("DELETE", `/api/me/sessions/${newest?.id}`, {});
    const alive = async (cookie: string) => (await harness.call("/api/me", { cookie })).status;
    expect([await alive(other), await alive(third)].toSorted()).toEqual([200, 401]);
    await ada.send("POST", "/api/me/sessions/end-others", {});
    expect([await alive(other), await alive(third), await alive(ada.cookie)]).toEqual([
      401, 401, 200,
    ]);
  });

  it("of another person are not ended", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "mine@example.com");
    const bob = await signUp(harness, "theirs@example.com");
    const of = await bob.send<Answer<"GET /api/me/security">>("GET", "/api/me/security");
    await ada.send("DELETE", `/api/me/sessions/${of.body.sessions[0]?.id}`, {});
    expect((await bob.send("GET", "/api/me")).status).toBe(200);
  });
});

describe("a change of password", () => {
  it("needs the present one, ends the other sessions and goes on in this one", async () => {
    const harness = setupHttp();
    const ada = await signUp(harness, "change@example.com");
    const other = cookieOf(await logIn(harness, "change@example.com"));
    const change = (currentPassword: string) =>
      harness.call("/api/auth/change-password", {
        method: "POST",
        cookie: ada.cookie,
        body: {
          currentPassword,
          newPassword: "an entirely other phrase",
          revokeOtherSessions: true,
        },
      });
    expect(await codeOf(await change("not it"))).toBe("auth.invalid_password");
    const changed = await change(PASSWORD);
    expect(changed.status).toBe(200);
    expect((await harness.call("/api/me", { cookie: other })).status).toBe(401);
    expect((await harness.call("/api/me", { cookie: cookieOf(changed) })).status).toBe(200);
    expect((await logIn(harness, "change@example.com")).status).toBe(401);
  });
});
