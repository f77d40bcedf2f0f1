/** Deleting a connection, a person's login and a whole account: all of it goes, whatever breaks off in between. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { compose } from "../../../src/compose";
import { closeAccount } from "../../../src/db/accounts/delete-account";
import { consumeBatch } from "../../../src/jobs/consume";
import type { LedgerApi } from "../../../src/sync/ledger-api";
import { sweepDeletions } from "../../../src/tasks/delete-connection";
import { later } from "../../support/later";
import type { Refused } from "../../support/connection-calls";
import {
  connectionWithStore,
  mailedToken,
  PASSWORD,
  setupHttp,
  signUp,
  type HttpHarness,
  type Person,
} from "../../support/http-harness";
import { jobBatch } from "../../support/job-batch";
import { liveSku, merchantWithListings, readOrder } from "../../support/merchant-with-listings";
import { until } from "../../support/merchant";
import { signedHeaders } from "../../support/module-signature";
import { cookieOf } from "../../support/session-cookie";
import { callWeft, WEFT } from "../../support/simulated-world";

const MINUTES = 60_000;
const services = () => compose(env);

// Each world starts with the same shops, so nobody may still feed one.
beforeEach(() => env.DB.prepare("DELETE FROM connection").run());

/** Names of the tables in which one of the texts stands. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
  ).all<{ name: string }>();
  const found: string[] = [];
  for (const { name } of results) {
    const rows = JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
    if (texts.some((text) => rows.includes(text))) found.push(name);
  }
  return found;
}

async function accountOf(person: { email: string }): Promise<string> {
  const row = await env.DB.prepare(
    "SELECT account_id FROM member JOIN auth_user ON id = user_id WHERE email = ?",
  )
    .bind(person.email)
    .first<{ account_id: string }>();
  return row?.account_id ?? "";
}

/** Rows of the ledger's tables, but for the note that it is switched off. */
async function ledgerRows(connectionId: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  await runInDurableObject(env.LEDGER.getByName(connectionId), (_ledger, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_cf%' ESCAPE '\\'",
      )
      .toArray();
    for (const { name } of tables.filter((table) => table.name !== "migration"))
      rows.push(...storage.sql.exec(`SELECT '${name}' AS held, * FROM "${name}"`).toArray());
  });
  return rows.filter((row) => !JSON.stringify(row).includes("isActive"));
}

const deleteAccount = (person: Person, confirmName: string) =>
  person.send<Refused & { deleted?: boolean }>("DELETE", "/api/account", { confirmName });

/** Somebody who joined the owner's account by the mail. */
async function joined(harness: HttpHarness, owner: Person, email: string, role = "admin") {
  await owner.send("POST", "/api/people/invitations", { email, role });
  const invitation = await vi.waitFor(async () => {
    const token = await mailedToken(email);
    if (!token) throw new Error("no mail yet");
    return token;
  });
  const answer = await harness.call("/api/auth/sign-up/email", {
    method: "POST",
    body: { email, password: PASSWORD, name: "Bob", invitation },
    headers: { "cf-connecting-ip": email },
  });
  const cookie = cookieOf(answer);
  const send = async <T>(method: string, path: string, body?: unknown) => {
    const sent = await harness.call(path, { method, cookie, body });
    return { status: sent.status, body: (await sent.json()) as T };
  };
  return { email, cookie, send };
}

describe("an account", () => {
  it("goes with everything: connections, ledgers, tokens, people, activity", async () => {
    const connected = await merchantWithListings();
    const { merchant, connectionId, world } = connected;
    const { skuId } = await liveSku(connected);
    const orderId = world.tiktok.placeOrder({
      lines: [{ skuId, quantity: 1 }],
      shippingFee: "2.99",
      status: "AWAITING_SHIPMENT",
    });
    await world.tick();
    const read = () => readOrder(connected, orderId).catch(() => undefined);
    await until(async () => (await read())?.sourceOrderId ?? undefined, "the order");
    const accountId = await accountOf(merchant);
    const me = await merchant.call("GET /api/me");
    const task = await env.DB.prepare("SELECT id FROM task LIMIT 1").first<{ id: string }>();
    expect(await ledgerRows(connectionId)).not.toEqual([]);

    await merchant.call("DELETE /api/account", { body: { confirmName: me.account.name } });

    // The list of erased ledgers holds the id alone; mails exist in development only.
    const left = await tablesWith(accountId, connectionId, merchant.email, me.user.id, orderId);
    expect(left.filter((table) => table !== "mail_outbox")).toEqual(["erasure"]);
    expect(await ledgerRows(connectionId)).toEqual([]);
    expect((await merchant.send("GET /api/me")).status).toBe(401);
    // What comes late is a no-op: messages, webhooks of both sides, the alarm.
    for (const body of [
      { kind: "run-task", taskId: task?.id ?? "", connectionId },
      { kind: "check-products", connectionId },
    ] as const) {
      const retry = vi.fn();
      const message = { body, attempts: 1, timestamp: new Date(), retry };
      await consumeBatch(services(), jobBatch(message));
      expect(retry).not.toHaveBeenCalled();
    }
    // The listing is on sale still.
    const lines = [{ skuId, quantity: 1 }];
    world.tiktok.placeOrder({ lines, shippingFee: "2.99", status: "AWAITING_SHIPMENT" });
    world.tiktok.buyerCancels(orderId);
    await world.tick();
    const headers = signedHeaders("a secret that nobody holds any more", "{}");
    const late = new Request(`${WEFT}/webhooks/source/${connectionId}`, {
      headers,
      method: "POST",
      body: "{}",
    });
    expect((await callWeft(late)).status).toBe(200);
    expect(await ledgerRows(connectionId)).toEqual([]);
  }, 60_000);

  it("goes by its name, by an owner, with a fresh proof", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@name-typed.example", "Oak");
    const admin = await joined(harness, owner, "admin@name-typed.example");
    const refused = await deleteAccount(owner, "oak tree");
    expect([refused.status, refused.body.error.code]).toEqual([422, "account.name_differs"]);
    expect((await deleteAccount(admin, "Oak")).body.error.code).toBe("auth.forbidden");
    later(10 * MINUTES);
    expect((await deleteAccount(owner, "Oak")).body.error.code).toBe("auth.proof_required");
    await owner.send("POST", "/api/me/proof", { secret: PASSWORD });
    expect((await deleteAccount(owner, "Oak")).body.deleted).toBe(true);
    expect((await admin.send("GET", "/api/me")).status).toBe(401);
    expect(await tablesWith("admin@name-typed.example")).toEqual(["mail_outbox"]);
  });

  it("leaves persons who belonged to another account as well", async () => {
    const harness = setupHttp();
    const oak = await signUp(harness, "owner@oak.example", "Oak");
    const elm = await signUp(harness, "owner@elm.example", "Elm");
    const bob = await joined(harness, oak, "bob@moves.example");
    await env.DB.prepare(
      "INSERT INTO member SELECT ?, id, 'admin', 1, 2 FROM auth_user WHERE email = ?",
    )
      .bind(await accountOf(elm), bob.email)
      .run();
    await deleteAccount(oak, "Oak");
    expect(await tablesWith(oak.email)).not.toContain("auth_user");
    expect(await tablesWith(bob.email)).toContain("auth_user");
    expect((await bob.send("GET", "/api/me")).status).toBe(401);
  });

  it("is finished by the cron where it broke off after it was closed", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@broke-off.example", "Oak");
    const first = await connectionWithStore(owner, "First");
    const second = await connectionWithStore(owner, "Second");
    const accountId = await accountOf(owner);
    await closeAccount(services().db, accountId, Date.now());
    expect((await owner.send("GET", "/api/me")).status).toBe(401);
    await sweepDeletions(services());
    expect(await tablesWith(accountId, first, second)).toEqual(["erasure"]);
  });
});

describe("a connection", () => {
  const broken = (erase: () => Promise<void>): Partial<LedgerApi> => ({
    setActive: async () => {
      throw new Error("overloaded");
    },
    erase,
  });

  it("is deleted although its ledger cannot be reached, which the cron erases until it is", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@ledger-away.example");
    const id = await connectionWithStore(owner);
    const gone = await owner.send("DELETE", `/api/connections/${id}`, { confirmName: "My shop" });
    expect(gone.status).toBe(200);
    await env.DB.prepare("UPDATE erasure SET rounds = 0 WHERE connection_id = ?").bind(id).run();
    let isBroken = true;
    let erased = 0;
    const sweep = () =>
      sweepDeletions({
        ...services(),
        ledger: (asked) =>
          broken(async () => {
            if (isBroken) throw new Error("overloaded");
            if (asked === id) erased += 1;
          }) as LedgerApi,
      });
    await sweep();
    isBroken = false;
    await sweep();
    await sweep();
    expect(erased).toBe(1);
    // What was on its way when the connection went may have reached the ledger since.
    later(10 * MINUTES);
    await sweep();
    await sweep();
    expect(erased).toBe(2);
    later(31 * 24 * 60 * MINUTES);
    await sweep();
    expect(await tablesWith(id)).toEqual(["activity"]);
  });
});

describe("a person", () => {
  it("goes by their e-mail, with a fresh proof, and without their name in what was done", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@person-goes.example", "Oak");
    const bob = await joined(harness, owner, "bob@person-goes.example");
    const go = (confirmEmail: string) => bob.send<Refused>("DELETE", "/api/me", { confirmEmail });
    expect((await go("other@person-goes.example")).body.error.code).toBe("person.address_differs");
    later(10 * MINUTES);
    expect((await go(bob.email)).body.error.code).toBe("auth.proof_required");
    await bob.send("POST", "/api/me/proof", { secret: PASSWORD });
    expect((await go(" Bob@Person-goes.example ")).status).toBe(200);
    expect((await bob.send("GET", "/api/me")).status).toBe(401);
    // The invitation ends with its ninety days, the mail exists in development only.
    expect(await tablesWith(bob.email)).toEqual(["mail_outbox", "invitation"]);
    const { body } = await owner.send<{ rows: { actor: string; kind: string }[] }>(
      "GET",
      "/api/activity",
    );
    expect(body.rows.find(({ kind }) => kind === "person.joined")?.actor).toBe("");
    expect((await owner.send("GET", "/api/me")).status).toBe(200);
  });

  it("who is the last owner hands over first; of two who go at once one stays", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@last-owner.example", "Oak");
    const go = (person: Person) =>
      person.send<Refused>("DELETE", "/api/me", { confirmEmail: person.email });
    const refused = await go(owner);
    expect([refused.status, refused.body.error.code]).toEqual([409, "person.last_owner"]);
    const second = await joined(harness, owner, "second@last-owner.example", "owner");
    const answers = await Promise.all([go(owner), go(second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it("leaves an account, or is removed from it, with a fresh proof only", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@leaves.example", "Oak");
    const bob = await joined(harness, owner, "bob@leaves.example");
    later(10 * MINUTES);
    for (const refused of [
      await bob.send<Refused>("POST", "/api/people/leave", {}),
      await owner.send<Refused>("DELETE", "/api/people/anybody", {}),
    ])
      expect(refused.body.error.code).toBe("auth.proof_required");
  });

  it("who left and joined no other account goes ninety days later", async () => {
    const harness = setupHttp();
    const owner = await signUp(harness, "owner@long-gone.example", "Oak");
    const bob = await joined(harness, owner, "bob@long-gone.example");
    expect((await bob.send("POST", "/api/people/leave", {})).status).toBe(200);
    const { sweepPersons } = await import("../../../src/db/accounts/sweep-persons");
    const inDays = (days: number) =>
      sweepPersons(services().db, Date.now() + days * 24 * 60 * MINUTES);
    await inDays(89);
    expect(await tablesWith(bob.email)).toContain("auth_user");
    await inDays(91);
    expect(await tablesWith(bob.email)).not.toContain("auth_user");
    expect(await tablesWith(owner.email)).toContain("auth_user");
  });
});
