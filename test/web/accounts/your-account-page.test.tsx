/** The account page: password, authenticator, sessions, and the end of the login and of the account. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Security } from "../../../src/contract/persons";
// Parts that the page loads late, here so that no test waits for them to be compiled.
import "../../../web/accounts/account-events";
import "../../../web/accounts/leave-weft";
import "../../../web/accounts/people";
import YourAccount from "../../../web/accounts/your-account-page";
import { me } from "../support/account";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";

const ADDRESS = "otpauth://totp/Weft?secret=GEZDGNBVGY3TQOJQ";
const session = (id: string, isCurrent: boolean, browser: string) => ({
  id,
  isCurrent,
  browser,
  address: "203.0.113.9",
  signedInAt: 1,
  lastUsedAt: 1,
});
const security: Security = {
  sessions: [session("here", true, "Firefox"), session("there", false, "Safari")],
  hasSecondFactor: false,
  recoveryCodes: 0,
};

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
});

async function open(answers: FakeAnswers = {}) {
  const server = fakeServer({
    "GET /api/me": me,
    "GET /api/me/security": security,
    "GET /api/activity": { rows: [], next: null },
    ...answers,
  });
  const app = draw(<YourAccount />, server, "/account");
  await app.session.load();
  await until(() => text().includes("Safari"));
  const sent = (method: string, path: string) =>
    server.calls.find((call) => call.method === method && call.path === path);
  return { app, server, sent };
}

function fill(input: Element | null | undefined, value: string) {
  if (!(input instanceof HTMLInputElement)) throw new Error("no field");
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const submit = (name: string) =>
  button(name).form?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));

describe("sessions", () => {
  it("are listed, this one apart, and each other one is ended by itself", async () => {
    const { sent, server } = await open({
      "DELETE /api/me/sessions/:sessionId": { ...security, sessions: [] },
    });
    expect(text()).toContain("This session");
    button("End the session of Safari").click();
    await until(() => sent("DELETE", "/api/me/sessions/there") !== undefined);
    await until(() => server.calls.filter(({ path }) => path === "/api/me/security").length === 2);
  });

  it("are a few at first, this one among them, and all at one press", async () => {
    const many = Array.from({ length: 9 }, (_, at) => session(`s${at}`, at === 8, `Safari ${at}`));
    await open({ "GET /api/me/security": { ...security, sessions: many } });
    const rows = () => document.querySelectorAll("#sessions li").length;
    expect([rows(), text().includes("This session")]).toEqual([5, true]);
    button("Show all 9 sessions").click();
    await until(() => rows() === 9);
    expect(text()).not.toContain("Show all");
  });

  it("end all at once but this one", async () => {
    const { app, sent } = await open({ "POST /api/me/sessions/end-others": security });
    button("End all others").click();
    await until(() => app.said.value === "All other sessions have ended.");
    expect(sent("POST", "/api/me/sessions/end-others")?.body).toEqual({});
  });
});

describe("the authenticator", () => {
  const begun = { secret: "GEZDGNBVGY3TQOJQ", address: ADDRESS };

  it("is set up by a picture with a text alternative, the key, and a code of it", async () => {
    const { sent } = await open({
      "POST /api/me/second-factor": begun,
      "POST /api/me/second-factor/confirm": { recoveryCodes: ["4k7m2p9q3r5t"] },
    });
    button("Set up an authenticator").click();
    await until(() => document.querySelector("svg[role=img]") !== null);
    const picture = document.querySelector("svg[role=img]");
    expect(picture?.getAttribute("aria-label")).toBe("QR code that holds the key below");
    expect(document.querySelector("input[readonly]")).toHaveProperty("value", begun.secret);
    expect(document.querySelector(`a[href="${ADDRESS}"]`)).not.toBeNull();
    fill(document.querySelector("input[name=code]"), "123456");
    submit("Switch on");
    await until(() => text().includes("4k7m2p9q3r5t"));
    expect(sent("POST", "/api/me/second-factor/confirm")?.body).toEqual({ code: "123456" });
    button("I have kept them").click();
    await until(() => !text().includes("4k7m2p9q3r5t"));
  });

  it("is switched off where it is on, and says how many recovery codes are left", async () => {
    const { sent } = await open({
      "GET /api/me/security": { ...security, hasSecondFactor: true, recoveryCodes: 7 },
      "DELETE /api/me/second-factor": security,
    });
    expect(text()).toContain("Recovery codes left: 7.");
    button("Switch it off").click();
    await until(() => sent("DELETE", "/api/me/second-factor") !== undefined);
  });
});

describe("the password", () => {
  it("is changed by the present one, and a refusal is shown beside the form", async () => {
    const { app } = await open();
    const refused = { code: "auth.invalid_password", facts: {} };
    const post = vi
      .spyOn(app.client, "post")
      .mockResolvedValueOnce({ ok: false, status: 400, error: refused })
      .mockResolvedValue({ ok: true, value: {} });
    const [current, next] = document.querySelectorAll("input[type=password]");
    fill(current, "the old password");
    fill(next, "a much newer one");
    submit("Save password");
    await until(() => document.querySelector("[role=alert]") !== null);
    submit("Save password");
    await until(() => post.mock.calls.length === 2);
    expect(post).toHaveBeenCalledWith("/api/auth/change-password", {
      currentPassword: "the old password",
      newPassword: "a much newer one",
      revokeOtherSessions: true,
    });
    await until(() => current instanceof HTMLInputElement && current.value === "");
  });
});

describe("leaving", () => {
  const typed = () => document.querySelector("dialog input");

  it("deletes the login once its e-mail is typed, and leads to the login page", async () => {
    const { app, sent } = await open({ "DELETE /api/me": { deleted: true } });
    await until(() => text().includes("Delete your login"));
    button("Delete your login").click();
    await until(() => typed() !== null);
    fill(typed(), "somebody@example.com");
    const dialog = document.querySelector("dialog form");
    dialog?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => document.querySelector("dialog [aria-invalid=true]") !== null);
    expect(sent("DELETE", "/api/me")).toBeUndefined();
    fill(typed(), "ada@example.com");
    dialog?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => location.pathname === "/login");
    expect(sent("DELETE", "/api/me")?.body).toEqual({ confirmEmail: "ada@example.com" });
    expect(app.session.state.value).toBe("guest");
  });

  it("deletes the account by its name, and says what stays", async () => {
    const { sent } = await open({ "DELETE /api/account": { deleted: true } });
    await until(() => text().includes("Delete the account"));
    button("Delete the account").click();
    await until(() => typed() !== null);
    expect(document.querySelector("dialog")?.textContent).toContain("Listings stay on TikTok Shop");
    fill(typed(), "Ada");
    const dialog = document.querySelector("dialog form");
    dialog?.dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await until(() => location.pathname === "/login");
    expect(sent("DELETE", "/api/account")?.body).toEqual({ confirmName: "Ada" });
  });

  it("of the account is offered to owners alone", async () => {
    await open({ "GET /api/me": { ...me, role: "admin" } });
    await until(() => text().includes("Delete your login"));
    expect(text()).not.toContain("Delete the account");
  });
});

describe("what happened in the account", () => {
  const event = (at: number) => ({
    id: `e${at}`,
    actor: "Ada",
    kind: "security.login",
    facts: {},
    at: 1_000_000 - at,
  });
  const events = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => event(from + index));
  const rows = () => document.querySelectorAll("#events li").length;

  it("has an end: the newest ten, older ones by a press, the next page where they run out", async () => {
    const answers: FakeAnswers = { "GET /api/activity": { rows: events(0, 15), next: "older" } };
    const server = fakeServer({ "GET /api/me": me, "GET /api/me/security": security, ...answers });
    const send: typeof fetch = async (input, init) => {
      if (!String(input).includes("cursor=older")) return server.send(input, init);
      return Response.json({ rows: events(15, 22), next: null });
    };
    const app = draw(<YourAccount />, { ...server, send }, "/account");
    await app.session.load();
    await until(() => rows() === 10);
    button("Show older").click();
    await until(() => rows() === 20);
    button("Show older").click();
    await until(() => rows() === 22);
    expect(text()).not.toContain("Show older");
  });
});
