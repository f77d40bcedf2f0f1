/** Inviting, joining, changing and removing people, as their requests meet at the database. */
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import type { PeopleView } from "../../../src/contract/accounts";
import type { Answer } from "../../../src/contract/contract";
import {
  connectionWithStore,
  PASSWORD,
  setupHttp,
  signUp,
  type HttpHarness,
  type Person,
} from "../../support/http-harness";
import { cookieOf } from "../../support/session-cookie";

type Refused = { error: { code: string } };
type Me = Answer<"GET /api/me">;

/** An owner with addresses of a domain of their own, so that no test meets another's. */
async function ownerAt(domain: string) {
  const harness = setupHttp();
  const owner = await signUp(harness, `owner@${domain}`, "Ada");
  const invite = (name: string, role = "admin") =>
    owner.send<PeopleView & Refused>("POST", "/api/people/invitations", {
      email: `${name}@${domain}`,
      role,
    });
  const people = async () => (await owner.send<PeopleView>("GET", "/api/people")).body;
  const join = async (name: string, role = "admin") => {
    await invite(name, role);
    return signUpBy(harness, `${name}@${domain}`, await mailedToken(`${name}@${domain}`));
  };
  return { harness, owner, domain, invite, people, join };
}

/** The token of the newest mail to an address. */
async function mailedToken(recipient: string, after = ""): Promise<string> {
  return vi.waitFor(async () => {
    const { results } = await env.DB.prepare(
      "SELECT body FROM mail_outbox WHERE recipient = ? ORDER BY created_at DESC, rowid DESC",
    )
      .bind(recipient)
      .all<{ body: string }>();
    const token = /\/join#token=([^\s&]+)/.exec(results[0]?.body ?? "")?.[1];
    if (!token || token === after) throw new Error("no mail yet");
    return token;
  });
}

async function signUpBy(harness: HttpHarness, email: string, invitation: string, name = "Bob") {
  const response = await harness.call("/api/auth/sign-up/email", {
    method: "POST",
    body: { email, password: PASSWORD, name, invitation },
    headers: { "cf-connecting-ip": email },
  });
  const cookie = response.ok ? cookieOf(response) : "";
  const { error } = response.ok ? { error: undefined } : await response.json<Refused>();
  return { email, cookie, code: error?.code, ...callsOf(harness, cookie) };
}

function callsOf(harness: HttpHarness, cookie: string) {
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const answer = await harness.call(path, { method, cookie, body });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const me = () => send<Me & Refused>("GET", "/api/me");
  const accept = (token: string) =>
    send<{ joined: true } & Refused>("POST", "/api/invitations/accept", { token });
  return { send, me, accept };
}

async function logIn(harness: HttpHarness, email: string) {
  const response = await harness.call("/api/auth/sign-in/email", {
    method: "POST",
    body: { email, password: PASSWORD },
    headers: { "cf-connecting-ip": email },
  });
  return callsOf(harness, cookieOf(response));
}

const idOf = (view: PeopleView, email: string) =>
  view.people.find((person) => person.email === email)?.id ?? "";
const codeOf = ({ status, body }: { status: number; body: Refused }) => [status, body.error.code];

describe("an invited person", { timeout: 60_000 }, () => {
  it("joins the account that invited by signing up, and has none of their own", async () => {
    const { harness, owner, invite, people, domain } = await ownerAt("join.example");
    const { invitations } = (await invite("bob")).body;
    expect(invitations).toMatchObject([{ email: `bob@${domain}`, role: "admin" }]);
    const token = await mailedToken(`bob@${domain}`);
    const read = await harness.call("/api/invitations/read", { method: "POST", body: { token } });
    expect(await read.json()).toEqual({
      account: "Ada",
      inviter: "Ada",
      email: `bob@${domain}`,
      role: "admin",
    });
    const bob = await signUpBy(harness, `Bob@${domain}`, token);
    const me = (await bob.me()).body;
    expect(me.role).toBe("admin");
    expect(me.account).toEqual((await owner.send<Me>("GET", "/api/me")).body.account);
    const view = await people();
    expect(view.people.map(({ name, role }) => [name, role])).toEqual([
      ["Ada", "owner"],
      ["Bob", "admin"],
    ]);
    expect(view.invitations).toEqual([]);
    const accounts = await env.DB.prepare("SELECT count(*) AS n FROM account WHERE name = 'Bob'");
    expect(await accounts.first("n")).toBe(0);
    // The database holds the hash of the token alone.
    const stored = await env.DB.prepare("SELECT * FROM invitation").all();
    expect(JSON.stringify(stored.results)).not.toContain(token);
  });

  it("is refused with a link that was used, taken back or replaced, or for another address", async () => {
    const { harness, owner, invite, domain, join } = await ownerAt("closed.example");
    await join("used");
    const used = await mailedToken(`used@${domain}`);
    await invite("bob");
    const replaced = await mailedToken(`bob@${domain}`);
    const { invitations } = (await invite("bob")).body;
    const newest = await mailedToken(`bob@${domain}`, replaced);
    const attempt = async (email: string, token: string) =>
      (await signUpBy(harness, email, token)).code;
    expect(await attempt(`bob@${domain}`, used)).toBe("invitation.closed");
    expect(await attempt(`bob@${domain}`, replaced)).toBe("invitation.closed");
    expect(await attempt(`eve@${domain}`, newest)).toBe("invitation.other_address");
    const path = `/api/people/invitations/${invitations[0]?.id}`;
    expect((await owner.send("DELETE", path, {})).status).toBe(200);
    expect(await attempt(`bob@${domain}`, newest)).toBe("invitation.closed");
    const users = await env.DB.prepare("SELECT email FROM auth_user WHERE email LIKE ?")
      .bind(`%@${domain}`)
      .all<{ email: string }>();
    expect(users.results.map(({ email }) => email).toSorted()).toEqual([
      `owner@${domain}`,
      `used@${domain}`,
    ]);
  });

  it("cannot join when the seven days are over", async () => {
    const { harness, invite, domain } = await ownerAt("late.example");
    await invite("bob");
    const token = await mailedToken(`bob@${domain}`);
    await env.DB.prepare("UPDATE invitation SET expires_at = ? WHERE email = ?")
      .bind(Date.now(), `bob@${domain}`)
      .run();
    expect((await signUpBy(harness, `bob@${domain}`, token)).code).toBe("invitation.closed");
  });

  it("leaves an empty account of their own behind, but not one that holds a connection", async () => {
    const { harness, owner, invite, domain } = await ownerAt("own.example");
    for (const name of ["empty", "busy"]) await invite(name);
    const empty = await signUp(harness, `empty@${domain}`, "Empty");
    const busy = await signUp(harness, `busy@${domain}`, "Busy");
    await connectionWithStore(busy);
    const accept = async (person: Person) =>
      callsOf(harness, person.cookie).accept(await mailedToken(person.email));
    expect((await accept(empty)).status).toBe(200);
    const { account } = (await owner.send<Me>("GET", "/api/me")).body;
    expect((await empty.send<Me>("GET", "/api/me")).body).toMatchObject({ account, role: "admin" });
    expect(codeOf(await accept(busy))).toEqual([409, "invitation.member_elsewhere"]);
    expect((await busy.send<Me>("GET", "/api/me")).body).toMatchObject({ role: "owner" });
    const left = await env.DB.prepare("SELECT name FROM account WHERE name IN ('Empty', 'Busy')");
    expect((await left.all()).results).toEqual([{ name: "Busy" }]);
  });

  it("who accepts twice at once becomes a member once", async () => {
    const { harness, invite, domain, people } = await ownerAt("twice.example");
    await invite("bob");
    const bob = await signUp(harness, `bob@${domain}`, "Bob");
    const token = await mailedToken(bob.email);
    const { accept } = callsOf(harness, bob.cookie);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect((await people()).people).toHaveLength(2);
  });
});

describe("an owner", { timeout: 60_000 }, () => {
  it("has one open invitation an address, also when two are sent at once", async () => {
    const { invite, people } = await ownerAt("once.example");
    await Promise.all([invite("bob"), invite("bob"), invite("BOB")]);
    expect((await people()).invitations).toHaveLength(1);
  });

  it("invites nobody where the mail does not go out, and an earlier link goes on working", async () => {
    const { harness, invite, people, domain } = await ownerAt("unsent.example");
    await invite("bob");
    const token = await mailedToken(`bob@${domain}`);
    harness.mail.isDown = true;
    expect(codeOf(await invite("bob", "owner"))).toEqual([503, "mail.unsent"]);
    expect(codeOf(await invite("eve"))).toEqual([503, "mail.unsent"]);
    expect((await people()).invitations).toMatchObject([{ email: `bob@${domain}`, role: "admin" }]);
    harness.mail.isDown = false;
    expect((await signUpBy(harness, `bob@${domain}`, token)).code).toBeUndefined();
  });

  it("cannot invite who belongs to the account, nor one address again and again", async () => {
    const { invite } = await ownerAt("bounds.example");
    expect(codeOf(await invite("owner"))).toEqual([409, "person.member_already"]);
    for (let number = 0; number < 5; number += 1) expect((await invite("bob")).status).toBe(200);
    expect(codeOf(await invite("bob"))).toEqual([429, "auth.too_many_tries"]);
  });

  it("removes a person at once, sessions too, and can have them back", async () => {
    const { harness, owner, invite, people, join, domain } = await ownerAt("back.example");
    const bob = await join("bob");
    const first = await mailedToken(bob.email);
    const path = `/api/people/${idOf(await people(), bob.email)}`;
    expect((await owner.send("DELETE", path, {})).status).toBe(200);
    expect((await bob.me()).status).toBe(401);
    expect(codeOf(await owner.send<Refused>("DELETE", path, {}))).toEqual([
      404,
      "person.not_found",
    ]);
    const outside = await logIn(harness, bob.email);
    expect(codeOf(await outside.me())).toEqual([403, "auth.no_account"]);
    await invite("bob", "owner");
    const again = await mailedToken(`bob@${domain}`, first);
    expect((await outside.accept(again)).status).toBe(200);
    expect((await outside.me()).body.role).toBe("owner");
    expect((await people()).people).toHaveLength(2);
  });

  it("who was removed can open an account of their own, once, and is told who they are until then", async () => {
    const { harness, owner, people, join } = await ownerAt("alone.example");
    const bob = await join("bob");
    await owner.send("DELETE", `/api/people/${idOf(await people(), bob.email)}`, {});
    const outside = await logIn(harness, bob.email);
    const refused = (await outside.me()) as unknown as { body: Refused };
    expect(refused.body.error).toMatchObject({
      code: "auth.no_account",
      facts: { email: bob.email },
    });
    const open = () => outside.send<{ opened: boolean }>("POST", "/api/account", {});
    expect((await open()).body).toEqual({ opened: true });
    expect((await open()).body).toEqual({ opened: false });
    const { role, account } = (await outside.me()).body;
    expect(role).toBe("owner");
    expect(account.id).not.toBe((await owner.send<Me>("GET", "/api/me")).body.account.id);
  });

  it("changes name and role, but never of the last owner's role, and leaves only a successor behind", async () => {
    const { owner, people, join, domain } = await ownerAt("last.example");
    const bob = await join("bob");
    const view = await people();
    const [ownId, bobId] = [idOf(view, owner.email), idOf(view, `bob@${domain}`)];
    const lastOwner = [409, "person.last_owner"];
    const change = (id: string, body: object) =>
      owner.send<PeopleView & Refused>("PATCH", `/api/people/${id}`, body);
    expect(codeOf(await change(ownId, { role: "admin" }))).toEqual(lastOwner);
    expect(codeOf(await owner.send<Refused>("POST", "/api/people/leave", {}))).toEqual(lastOwner);
    expect(codeOf(await owner.send<Refused>("DELETE", `/api/people/${ownId}`, {}))).toEqual(
      lastOwner,
    );
    const changed = await change(bobId, { role: "owner", name: " Robert " });
    expect(changed.body.people.at(-1)).toMatchObject({ name: "Robert", role: "owner" });
    const [first, second] = await Promise.all([
      owner.send("POST", "/api/people/leave", {}),
      bob.send("POST", "/api/people/leave", {}),
    ]);
    expect([first.status, second.status].toSorted()).toEqual([200, 409]);
  });

  it("finds in the activity log who was invited, joined, was changed and left", async () => {
    const { owner, people, join, invite, domain } = await ownerAt("log.example");
    const bob = await join("bob");
    const id = idOf(await people(), bob.email);
    await owner.send("PATCH", `/api/people/${id}`, { role: "owner" });
    await owner.send("DELETE", `/api/people/${id}`, {});
    const { invitations } = (await invite("carl")).body;
    await owner.send("DELETE", `/api/people/invitations/${invitations[0]?.id}`, {});
    const { body } = await owner.send<Answer<"GET /api/activity">>("GET", "/api/activity");
    expect(body.rows.map(({ kind, actor }) => [kind, actor])).toEqual([
      ["person.invitation_revoked", "Ada"],
      ["person.invited", "Ada"],
      ["person.removed", "Ada"],
      ["person.changed", "Ada"],
      ["person.joined", "Bob"],
      ["person.invited", "Ada"],
    ]);
    expect(body.rows[0]?.facts).toEqual({ email: `carl@${domain}` });
  });
});
