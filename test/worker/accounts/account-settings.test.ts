/** Name and settings of an account: who saves them, what a late save is told, and what follows them. */
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AccountView } from "../../../src/contract/accounts";
import type { ApiError } from "../../../src/contract/common";
import type { Answer } from "../../../src/contract/contract";
import { setupHttp, signUp } from "../../support/http-harness";

const DAY_MS = 24 * 3600 * 1000;

async function ownerAt(domain: string) {
  const harness = setupHttp();
  const owner = await signUp(harness, `owner@${domain}`, "Ada");
  const read = async () => (await owner.send<AccountView>("GET", "/api/account")).body;
  const save = <T = AccountView>(seenVersion: number, change: object) =>
    owner.send<T>("PATCH", "/api/account/settings", { seenVersion, ...change });
  /** For how many days the invitation of an address is open, and what its mail says. */
  const invited = async (email: string) => {
    const { status } = await owner.send("POST", "/api/people/invitations", {
      email,
      role: "admin",
    });
    expect(status).toBe(200);
    const row = await env.DB.prepare(
      "SELECT expires_at - created_at AS open FROM invitation WHERE email = ?",
    )
      .bind(email)
      .first<{ open: number }>();
    const mail = await env.DB.prepare("SELECT body FROM mail_outbox WHERE recipient = ?")
      .bind(email)
      .first<{ body: string }>();
    return { days: (row?.open ?? 0) / DAY_MS, text: mail?.body };
  };
  return { harness, owner, read, save, invited };
}

describe("an account", { timeout: 60_000 }, () => {
  it("written before it had settings has the defaults", async () => {
    const { read, invited } = await ownerAt("before.example");
    const { id, ...rest } = await read();
    expect(rest).toEqual({ name: "Ada", settings: { invitationDays: 7 }, settingsVersion: 0 });
    const stored = await env.DB.prepare("SELECT settings FROM account WHERE id = ?").bind(id);
    expect(await stored.first("settings")).toBe("{}");
    const { days, text } = await invited("bob@before.example");
    expect(days).toBe(7);
    expect(text).toContain("within 7 days");
  });

  it("takes name and settings, uses them and notes who changed them", async () => {
    const { owner, save, invited } = await ownerAt("save.example");
    const saved = await save(0, { name: " Oak ", settings: { invitationDays: 1 } });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({
      name: "Oak",
      settings: { invitationDays: 1 },
      settingsVersion: 1,
    });
    expect((await owner.send<Answer<"GET /api/me">>("GET", "/api/me")).body.account.name).toBe(
      "Oak",
    );
    const { days, text } = await invited("bob@save.example");
    expect(days).toBe(1);
    expect(text).toContain("“Oak”");
    expect(text).toContain("within a day");
    const { rows } = (await owner.send<Answer<"GET /api/activity">>("GET", "/api/activity")).body;
    expect(rows.map(({ kind, actor, facts }) => ({ kind, actor, facts }))).toEqual(
      expect.arrayContaining([
        { kind: "account.renamed", actor: "Ada", facts: { from: "Ada", to: "Oak" } },
        {
          kind: "account.settings_changed",
          actor: "Ada",
          facts: {
            fields: "invitationDays",
            before: { invitationDays: "7" },
            after: { invitationDays: "1" },
          },
        },
      ]),
    );
  });

  it("refuses a late save with both values, and leaves what was saved", async () => {
    const { read, save } = await ownerAt("late.account.example");
    await save(0, { settings: { invitationDays: 2 } });
    const late = await save<ApiError>(0, { name: "Late", settings: { invitationDays: 3 } });
    expect(late.status).toBe(409);
    expect(late.body).toEqual({
      error: {
        code: "settings.changed_meanwhile",
        facts: { fields: ["name", "invitationDays"] },
      },
      conflict: {
        version: 1,
        yours: { name: "Late", invitationDays: 3 },
        current: { name: "Ada", invitationDays: 2 },
      },
    });
    expect(await read()).toMatchObject({ name: "Ada", settings: { invitationDays: 2 } });
  });

  it("takes one of two saves at once, and tells the other", async () => {
    const { read, save } = await ownerAt("once.example");
    const answers = await Promise.all([
      save(0, { settings: { invitationDays: 2 } }),
      save(0, { name: "Oak" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await read()).settingsVersion).toBe(1);
  });

  it("is changed by its owners alone, and no other account with it", async () => {
    const { harness, save, read } = await ownerAt("alone.example");
    const stranger = await signUp(harness, "eve@alone.example", "Eve");
    const admin = await signUp(harness, "bob@alone.example", "Bob");
    await env.DB.prepare(
      `UPDATE member SET role = 'admin', account_id = ?
        WHERE user_id = (SELECT id FROM auth_user WHERE email = ?)`,
    )
      .bind((await read()).id, admin.email)
      .run();
    await save(0, { name: "Oak", settings: { invitationDays: 2 } });
    const change = { seenVersion: 1, settings: { invitationDays: 5 } };
    expect((await admin.send("PATCH", "/api/account/settings", change)).status).toBe(403);
    expect((await admin.send("GET", "/api/account")).body).toEqual(await read());
    expect(await read()).toMatchObject({ settings: { invitationDays: 2 }, settingsVersion: 1 });
    expect((await stranger.send("GET", "/api/account")).body).toMatchObject({
      name: "Eve",
      settings: { invitationDays: 7 },
      settingsVersion: 0,
    });
  });

  it("names the field that is not right", async () => {
    const { save } = await ownerAt("wrong.example");
    const { status, body } = await save<ApiError>(0, { settings: { invitationDays: 8 } });
    expect(status).toBe(422);
    expect(body.error.facts["fields"]).toEqual(["settings.invitationDays"]);
  });
});
