/** Ids of another account, in the path and in the body of every route, are answered like ids of nothing. */
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { RouteKey } from "../../../src/contract/contract";
import {
  connectionWithStore,
  setupHttp,
  signUp,
  type HttpHarness,
  type Person,
} from "../../support/http-harness";
import { preparePeople } from "../../support/prepared-people";
import { CALLS, callOf, type Prepared } from "../../support/route-calls";

/** In every text of Ada's rows, and in no other. */
const MARK = "adas-own";
const PRODUCT = "900001";
const CATEGORY = "900003";
const ORDER = "577000000000900001";
const LISTING = "1729000000000900001";
const taskIds = (connectionId: string) => [`run_${connectionId}`, `wait_${connectionId}`] as const;

const run = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

async function plant(connectionId: string): Promise<void> {
  await run(
    `INSERT INTO product (connection_id, product_id, name, skus, price_min_minor, price_max_minor, currency,
      stock_total, is_active, body, content_hash, source_updated_at, updated_at)
     VALUES (?, ?, ?, ?, 1, 1, 'GBP', 1, 1, '{}', '', 1, 1)`,
    connectionId,
    PRODUCT,
    MARK,
    MARK,
  );
  await run(
    `INSERT INTO sales_order (connection_id, channel_order_id, version, channel_state, tab, total_minor,
      currency, buyer_name, unit_count, body, placed_at, updated_at)
     VALUES (?, ?, 1, 'completed', 'fulfilled', 1, 'GBP', ?, 1, '{}', 1, 1)`,
    connectionId,
    ORDER,
    MARK,
  );
  await run(
    `INSERT INTO unmapped_listing (connection_id, channel_product_id, title, status, skus, confidence, pairs, seen_at)
     VALUES (?, ?, ?, 'live', '[]', 'none', '[]', 1)`,
    connectionId,
    LISTING,
    MARK,
  );
  for (const [index, state] of ["running", "unconfirmed"].entries())
    await run(
      `INSERT INTO task (id, connection_id, kind, identity_key, state, parameters, counts, started_by, created_at, updated_at)
       VALUES (?, ?, 'push-products', ?, ?, '{}', '{}', ?, 1, 1)`,
      taskIds(connectionId)[index] ?? "",
      connectionId,
      `${MARK}${index}`,
      state,
      MARK,
    );
}

/** What is kept of a connection and of its account, without what tells when somebody was seen last. */
async function rowsOf(connectionId: string): Promise<string> {
  const ofConnection = [
    "product",
    "sales_order",
    "task",
    "listing",
    "unmapped_listing",
    "product_check",
    "problem",
  ];
  const ofAccount = ["member", "invitation", "activity"];
  const rows = async (table: string, where: string) =>
    (await env.DB.prepare(`SELECT * FROM "${table}" WHERE ${where}`).bind(connectionId).all())
      .results;
  const account = "(SELECT account_id FROM connection WHERE id = ?)";
  return JSON.stringify([
    await rows("connection", "id = ?"),
    await rows("credential", "connection_id = ?"),
    await rows("account", `id = ${account}`),
    await rows("auth_user", `id IN (SELECT user_id FROM member WHERE account_id = ${account})`),
    ...(await Promise.all(ofConnection.map((table) => rows(table, "connection_id = ?")))),
    ...(await Promise.all(ofAccount.map((table) => rows(table, `account_id = ${account}`)))),
  ]);
}

/** Ids that name nothing anywhere. */
const NOTHING = {
  shopId: "1",
  productId: "900009",
  unlinkedOrderId: "577000000000900009",
  carriedOrderId: "577000000000900008",
  packedOrder: { id: "577000000000900009", lineIds: ["1"] },
  skuId: "1",
  variantId: "0",
  orderId: "577000000000900009",
  taskId: "task_of_nobody",
  unconfirmedTaskId: "task_of_nobody",
  reportId: "rec_of_nobody",
  categoryId: "1",
  sourceCategoryId: CATEGORY,
  unmappedListingId: "1729000000000900009",
  unreadListingId: "1729000000000900009",
  mappedProductId: "900009",
  sessionId: "none",
  email: "nobody@example.com",
  // As a call before has named it.
  accountName: "Harbour",
  people: { userId: "none", otherId: "none", token: "none", code: "000000", invitationId: "none" },
};

type Ids = Omit<Prepared, "id" | "name" | "settingsVersion">;

async function idsOf(person: Person, connectionId: string): Promise<Ids> {
  const [taskId, unconfirmedTaskId] = taskIds(connectionId);
  const session = await env.DB.prepare(
    "SELECT id FROM auth_session WHERE user_id = (SELECT id FROM auth_user WHERE email = ?)",
  )
    .bind(person.email)
    .first<{ id: string }>();
  return {
    ...NOTHING,
    productId: PRODUCT,
    unmappedListingId: LISTING,
    unreadListingId: LISTING,
    mappedProductId: PRODUCT,
    unlinkedOrderId: ORDER,
    carriedOrderId: ORDER,
    packedOrder: { id: ORDER, lineIds: ["1"] },
    orderId: ORDER,
    taskId,
    unconfirmedTaskId,
    sessionId: session?.id ?? "",
    // A token is no id: whoever holds the one of the mail may read what it invites to.
    people: { ...(await preparePeople(person.email)), token: "none", code: "000000" },
  };
}

/** Calls every route as the owner of a connection of their own; answers status and code of each. */
async function walk(harness: HttpHarness, caller: Person, given: Prepared) {
  const answers: Record<string, [number, string]> = {};
  for (const key of Object.keys(CALLS) as RouteKey[]) {
    const { method, path, body } = callOf(key, given);
    const answer = await harness.call(path, { method, body, cookie: caller.cookie });
    const text = await answer.text();
    expect([key, text.includes(MARK)]).toEqual([key, false]);
    answers[key] = [answer.status, /"code":"([^"]+)"/.exec(answer.ok ? "" : text)?.[1] ?? ""];
  }
  return answers;
}

it("of another account are answered like ids of nothing, and change nothing there", async () => {
  const harness = setupHttp({ isDevelopment: true });
  const ada = await signUp(harness, "ada-ids@example.com");
  const hers = await connectionWithStore(ada, MARK);
  await plant(hers);
  const foreign = await idsOf(ada, hers);
  const own = async (email: string) => {
    const person = await signUp(harness, email, "Bob");
    return { person, id: await connectionWithStore(person, "Bob's") };
  };
  const bob = await own("bob-ids@example.com");
  const carl = await own("carl-ids@example.com");
  const before = await rowsOf(hers);
  harness.ledgerCalls.length = 0;
  const base = { name: "Bob's", settingsVersion: 0 };
  const wanted = await walk(harness, carl.person, { ...NOTHING, ...base, id: carl.id });
  expect(await walk(harness, bob.person, { ...foreign, ...base, id: bob.id })).toEqual(wanted);
  expect(await rowsOf(hers)).toBe(before);
  // The ledger that was asked, if any was, is his own.
  expect(harness.ledgerCalls.map(({ connectionId }) => connectionId)).not.toContain(hers);
  // A form that is refused before it is read shows nothing.
  const unread = Object.entries(wanted).filter(([, [, code]]) => code === "request.invalid");
  expect(unread).toEqual([]);
}, 60_000);

it("of another account's connection are refused on every route", async () => {
  const harness = setupHttp();
  const ada = await signUp(harness, "ada-whole@example.com");
  const bob = await signUp(harness, "bob-whole@example.com", "Bob");
  const hers = await connectionWithStore(ada, MARK);
  await plant(hers);
  const foreign = await idsOf(ada, hers);
  const before = await rowsOf(hers);
  harness.ledgerCalls.length = 0;
  const given = { ...foreign, id: hers, name: MARK, settingsVersion: 0 };
  for (const key of (Object.keys(CALLS) as RouteKey[]).filter((one) => one.includes("/:id"))) {
    const { method, path, body } = callOf(key, given);
    const answer = await harness.call(path, { method, body, cookie: bob.cookie });
    const text = await answer.text();
    expect([key, answer.status, text.includes("connection.not_found")]).toEqual([key, 404, true]);
  }
  expect(await rowsOf(hers)).toBe(before);
  expect(harness.ledgerCalls).toEqual([]);
}, 60_000);
