/** A sign-up tells nobody who has an account, and counts once its address is confirmed. */
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import {
  mailedToken,
  PASSWORD,
  setupHttp,
  signUp,
  type HttpHarness,
} from "../../support/http-harness";
import { cookieOf } from "../../support/session-cookie";

const withMail = () => setupHttp({ mailFrom: "weft@weft.example" });

const ask = (harness: HttpHarness, email: string, password = PASSWORD, name = "Ada") =>
  harness.call("/api/auth/sign-up/email", { method: "POST", body: { email, password, name } });
const confirm = (harness: HttpHarness, body: object, cookie?: string) =>
  harness.call("/api/auth/confirm-email", { method: "POST", body, cookie });
const codeOf = async (response: Response) =>
  (await response.json<{ error: { code: string } }>()).error.code;
const subjectsTo = async (email: string) =>
  (
    await env.DB.prepare("SELECT subject FROM mail_outbox WHERE recipient = ?")
      .bind(email)
      .all<{ subject: string }>()
  ).results.map(({ subject }) => subject);

describe("a sign-up", () => {
  it("answers the same for an address that has an account and one that has none", async () => {
    const harness = withMail();
    await signUp(harness, "has-one@example.com");
    const answers = [
      await ask(harness, "has-one@example.com"),
      await ask(harness, "has-none@example.com"),
    ];
    const [known, unknown] = await Promise.all(
      answers.map(async (one) => [
        one.status,
        await one.text(),
        one.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, "=…")),
      ]),
    );
    expect(known).toEqual(unknown);
    expect(await subjectsTo("has-one@example.com")).toContain("You have a Weft account already");
    expect(await subjectsTo("has-none@example.com")).toEqual(["Confirm your address for Weft"]);
  });

  it("counts once the link was pressed in the browser of the sign-up, and once only", async () => {
    const harness = withMail();
    const asked = await ask(harness, "pressed@example.com");
    const browser = cookieOf(asked);
    expect((await harness.call("/api/me", { cookie: browser })).status).toBe(401);
    const token = await mailedToken("pressed@example.com");
    const pressed = await confirm(harness, { token }, browser);
    expect(pressed.status).toBe(200);
    expect((await harness.call("/api/me", { cookie: cookieOf(pressed) })).status).toBe(200);
    expect(await codeOf(await confirm(harness, { token }, browser))).toBe("auth.invalid_token");
  });

  it("needs its password where the link is pressed in another browser", async () => {
    const harness = withMail();
    await ask(harness, "elsewhere@example.com");
    const token = await mailedToken("elsewhere@example.com");
    expect(await codeOf(await confirm(harness, { token }))).toBe("auth.password_needed");
    expect(await codeOf(await confirm(harness, { token, password: "x" }))).toBe("auth.proof_wrong");
    expect((await confirm(harness, { token, password: PASSWORD })).status).toBe(200);
  });

  it("of somebody else with this address leaves them no password once its owner signs up", async () => {
    const harness = withMail();
    await ask(harness, "owned@example.com", "the attacker's password");
    const asked = await ask(harness, "owned@example.com");
    const token = await mailedToken("owned@example.com");
    expect((await confirm(harness, { token }, cookieOf(asked))).status).toBe(200);
    const logIn = (password: string) =>
      harness.call("/api/auth/sign-in/email", {
        method: "POST",
        body: { email: "owned@example.com", password },
      });
    expect((await logIn("the attacker's password")).status).toBe(401);
    expect((await logIn(PASSWORD)).status).toBe(200);
  });

  it("that was not confirmed logs nobody in and sends the link once more", async () => {
    const harness = withMail();
    await ask(harness, "unpressed@example.com");
    const answer = await harness.call("/api/auth/sign-in/email", {
      method: "POST",
      body: { email: "unpressed@example.com", password: PASSWORD },
    });
    expect(await codeOf(answer)).toBe("auth.email_not_verified");
    expect(await subjectsTo("unpressed@example.com")).toHaveLength(2);
  });

  it("takes no name that is empty, endless or hides control characters", async () => {
    const harness = withMail();
    for (const name of ["", "   ", "x".repeat(81), "a\u0000b", "a\u202eb"]) {
      const answer = await ask(harness, "named@example.com", PASSWORD, name);
      expect([name.slice(0, 9), answer.status, await codeOf(answer)]).toEqual([
        name.slice(0, 9),
        422,
        "request.invalid",
      ]);
    }
  });

  it("takes no password that is guessed first, nor does a reset or a change", async () => {
    const harness = withMail();
    for (const password of ["password12", "1234567890", "          ", "weak@example.com"])
      expect(await codeOf(await ask(harness, "weak@example.com", password))).toMatch(
        /^auth\.password_(common|simple|personal)$/,
      );
    const ada = await signUp(harness, "weak-later@example.com");
    const changed = await ada.send<{ error: { code: string } }>(
      "POST",
      "/api/auth/change-password",
      { currentPassword: PASSWORD, newPassword: "aaaaaaaaaa" },
    );
    expect(changed.body.error.code).toBe("auth.password_simple");
  });
});
