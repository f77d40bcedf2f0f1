/** Every route of the contract answers with success, and with exactly what its schema says. */
import {
  createExecutionContext,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { contract, type RouteKey } from "../../../src/contract/contract";
import { compose } from "../../../src/compose";
import { openDatabase } from "../../../src/db/database";
import { keepReconciliation } from "../../../src/db/reports/reconciliations";
import { NO_TOTALS } from "../../../src/domain/reports/reconciliation";
import { createApp } from "../../../src/http/app";
import { outboxMailer } from "../../../src/lib/mail";
import { holdToContract } from "../../support/contract-answers";
import { setupHttp, signUp } from "../../support/http-harness";
import { liveSku, readOrder, merchantWithListings } from "../../support/merchant-with-listings";
import {
  saveSettings,
  signUpMerchant,
  until,
  type ConnectedMerchant,
} from "../../support/merchant";
import { preparePeople } from "../../support/prepared-people";
import { signedHeaders } from "../../support/module-signature";
import { CALLS, callOf, type Prepared } from "../../support/route-calls";
import { callWeft, STORE_8, STORE_9, WEBSERVICE_KEY, WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

const callsOf = (isOpen: boolean) =>
  (Object.keys(CALLS) as RouteKey[]).filter((key) => (contract[key].needs === "anyone") === isOpen);

function requestOf(key: RouteKey, given: Prepared, cookie: string): Request {
  const { method, path, body } = callOf(key, given);
  const headers = { cookie, origin: WEFT, "content-type": "application/json" };
  return new Request(`${WEFT}${path}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** Calls Weft as a deployment that can send mail. */
async function callWithMail(request: Request): Promise<Response> {
  const mailer = outboxMailer(async () => {});
  const app = createApp((bindings) => ({ ...compose(bindings), mailer }));
  const context = createExecutionContext();
  const response = await app.fetch(request.clone(), env, context);
  await waitOnExecutionContext(context);
  await holdToContract(request, response);
  return response;
}

/** An order of a SKU that stands for nothing in the store any more. */
async function placeUnlinked(connected: ConnectedMerchant, skuId: string): Promise<string> {
  const { world, connectionId } = connected;
  const orderId = world.tiktok.placeOrder({
    lines: [{ skuId, quantity: 1 }],
    shippingFee: "2.99",
    status: "ON_HOLD",
  });
  await world.tick();
  const read = () => readOrder(connected, orderId).catch(() => undefined);
  await until(read, "the order to be received");
  await runInDurableObject(env.LEDGER.getByName(connectionId), (_ledger, state) => {
    state.storage.sql.exec("DELETE FROM offer WHERE channel_sku_id = ?", skuId);
  });
  return orderId;
}

/** Pushed products, an order in the store, a task of each end, and something the health check can fix. */
async function prepare(): Promise<{ given: Prepared; cookie: string }> {
  const connected = await merchantWithListings();
  const { merchant, world, connectionId: id } = connected;
  const params = { id };
  // Two orders by the webservice cost more than a usual minute allows.
  await saveSettings(merchant, id, { requestsPerMinute: 600 });
  const { productId, skuId, variant } = await liveSku(connected);
  const orderId = world.tiktok.placeOrder({
    lines: [{ skuId, quantity: 2 }],
    shippingFee: "2.99",
    status: "AWAITING_SHIPMENT",
  });
  await world.tick();
  await until(async () => {
    const order = await readOrder(connected, orderId).catch(() => undefined);
    return order?.sourceOrderId ?? undefined;
  }, "the order to reach the store");
  world.tiktok.setSwitches({ labelSeconds: 0 });
  const carriedOrderId = world.tiktok.placeOrder({
    lines: [{ skuId, quantity: 1 }],
    shippingType: "TIKTOK",
  });
  const packedOrderId = world.tiktok.placeOrder({ lines: [{ skuId, quantity: 1 }] });
  world.tiktok.buyerCancels(orderId);
  await world.tick();
  await until(async () => {
    const order = await readOrder(connected, carriedOrderId).catch(() => undefined);
    return order?.shipping.canArrange || undefined;
  }, "the order of the channel's carrier to reach the store");
  const packedOrder = await until(async () => {
    const order = await readOrder(connected, packedOrderId).catch(() => undefined);
    if (!order?.shipping.canPack) return undefined;
    return { id: packedOrderId, lineIds: order.lines.map((line) => line.id) };
  }, "the order of the seller's carrier to reach the store");
  await until(async () => {
    const order = await readOrder(connected, orderId);
    return order.hasCancelRequest || undefined;
  }, "the buyer's request to be seen");
  const { sourceOrderId } = await readOrder(connected, orderId);
  world.prestashop8.giveBack(sourceOrderId ?? "", { products: 1 });
  const { taskId } = await merchant.call("POST /api/connections/:id/orders/refresh", {
    params,
    body: {},
  });
  await until(async () => {
    const order = await readOrder(connected, orderId);
    return order.store?.refunds.length || undefined;
  }, "the refund in the store to be seen");
  const { taskId: unconfirmedTaskId } = await merchant.call("POST /api/connections/:id/push", {
    params,
    body: { selection: { filter: { tab: "all" } }, waitsForConfirmation: true },
  });
  await until(async () => {
    const of = { params: { id, taskId: unconfirmedTaskId } };
    const task = await merchant.call("GET /api/connections/:id/tasks/:taskId", of);
    return task.state === "unconfirmed" ? task : undefined;
  }, "the list of the push");
  const reportId = "rec_of_a_night";
  await keepReconciliation(
    openDatabase(env.DB),
    {
      ...NO_TOTALS,
      format: "weft-reconciliation",
      version: 1,
      id: reportId,
      connectionId: id,
      store: STORE_8,
      from: 1,
      until: 2,
      startedAt: 3,
      finishedAt: 4,
      findings: [],
      unnamed: 0,
    },
    { text: "{}", signature: "", publicKey: "" },
  );
  const { rows } = await merchant.call("GET /api/connections/:id/categories", { params });
  const mapped = rows.find(({ mapping }) => mapping !== null);
  world.prestashop8.edit("countries", "17", { active: "0" });
  const unlinkedOrderId = await placeUnlinked(connected, skuId);
  await env.DB.prepare(
    "UPDATE sales_order SET channel_state = 'completed' WHERE channel_order_id = ?",
  )
    .bind(unlinkedOrderId)
    .run();
  // Somebody asks at another address, by the secret of the store.
  const card = { type: "credentials", key: WEBSERVICE_KEY, shop: { url: STORE_9, version: "9" } };
  const body = JSON.stringify({ ...card, at: Date.now() });
  const headers = signedHeaders(await webhookSecretOf(id), body);
  const path = `${WEFT}/webhooks/source/${id}/credentials`;
  await callWeft(new Request(path, { method: "POST", body, headers }));
  const unmappedListingId = "1729000000000000001";
  await env.DB.prepare(
    `INSERT INTO unmapped_listing (connection_id, channel_product_id, title, status, skus, confidence, pairs, seen_at)
     VALUES (?, ?, 'By hand', 'live', ?, 'none', '[]', 1)`,
  )
    .bind(id, unmappedListingId, JSON.stringify([{ channelSkuId: skuId, sellerSku: "x" }]))
    .run();
  const byHand = await env.DB.prepare(
    "UPDATE listing SET origin = 'mapped' WHERE product_id = (SELECT max(product_id) FROM listing WHERE product_id <> ? AND channel_product_id IS NOT NULL) RETURNING product_id",
  )
    .bind(productId)
    .first<{ product_id: string }>();
  const { name, settingsVersion } = await merchant.call("GET /api/connections/:id", { params });
  const { productId: unreadListingId } = world.tiktok.addProduct({
    title: "A candle that nobody has found yet",
    sellerSku: "CANDLE",
    price: "9.90",
    quantity: 1,
  });
  const given = {
    unmappedListingId,
    unreadListingId,
    mappedProductId: byHand?.product_id ?? "",
    id,
    name,
    settingsVersion,
    shopId: world.tiktok.shops().find(({ region }) => region === "GB")?.id ?? "",
    productId,
    unlinkedOrderId,
    carriedOrderId,
    packedOrder,
    skuId,
    variantId: variant.id,
    orderId,
    taskId,
    unconfirmedTaskId,
    reportId,
    sessionId: "none",
    email: merchant.email,
    accountName: "Ada Merchant",
    people: await preparePeople(merchant.email),
    categoryId: mapped?.mapping?.categoryId ?? "",
    sourceCategoryId: mapped?.sourceCategoryId ?? "",
  };
  return { given, cookie: merchant.cookie };
}

describe("what comes in", () => {
  type Refused = { error: { code: string; facts: object } };
  const person = async (email: string) => {
    const harness = setupHttp();
    const { send } = await signUp(harness, email);
    return { harness, send };
  };

  it("is refused by the names of its fields, a path's parameters and a repeated query too", async () => {
    const { send } = await person("comes-in@example.com");
    const { body: made } = await send<{ id: string }>("POST", "/api/connections", {
      name: "Mine",
      source: "prestashop",
      channel: "tiktok-shop",
    });
    const base = `/api/connections/${made.id}`;
    const refusal = async (method: string, path: string, body?: object) => {
      const answer = await send<Refused>(method, path, body);
      return [answer.status, answer.body.error.code, answer.body.error.facts];
    };
    const invalid = (...fields: string[]) => [422, "request.invalid", { fields }];
    const long = "1".repeat(101);
    expect(await refusal("GET", `/api/connections/${long}`)).toEqual(invalid("id"));
    expect(await refusal("GET", `${base}/orders/${long}`)).toEqual(invalid("orderId"));
    expect(await refusal("GET", `${base}/orders?tab=all&tab=all`)).toEqual(invalid("tab"));
    expect(
      await refusal("PATCH", `${base}/settings`, { settings: { holdBack: -1, more: 1 } }),
    ).toEqual(invalid("seenVersion", "settings.holdBack", "settings"));
    expect(await refusal("POST", `${base}/categories/suggest`, { more: 1 })).toEqual(
      invalid("body"),
    );
  });

  it("may be no body at all where none is needed", async () => {
    const { harness, send } = await person("no-body@example.com");
    const { body: made } = await send<{ id: string }>("POST", "/api/connections", {
      name: "Mine",
      source: "prestashop",
      channel: "tiktok-shop",
    });
    expect((await send("POST", `/api/connections/${made.id}/pairing`)).status).toBe(200);
    expect((await send("POST", `/api/connections/${made.id}/categories/accept`)).status).toBe(200);
    expect(harness.ledgerCalls).toEqual([]);
  });
});

describe("every route of the contract", () => {
  it("answers a merchant with success, in the shape of its schema", async () => {
    const { given, cookie } = await prepare();
    const [owner, leaver] = [await signUpMerchant(), await signUpMerchant()];
    await env.DB.prepare(
      "UPDATE member SET removed_at = 1 WHERE user_id = (SELECT id FROM auth_user WHERE email = ?)",
    )
      .bind(leaver.email)
      .run();
    const others: Partial<Record<RouteKey, string>> = {
      "POST /api/account": owner.cookie,
      "DELETE /api/account": owner.cookie,
      "DELETE /api/me": leaver.cookie,
    };
    const answers: [string, number][] = [];
    for (const key of callsOf(false)) {
      // The merchant has left by then.
      const request = requestOf(key, { ...given, email: leaver.email }, others[key] ?? cookie);
      const isMailed = key === "POST /api/people/invitations";
      const response = isMailed ? await callWithMail(request) : await callWeft(request);
      answers.push([key, response.status]);
      await response.body?.cancel();
    }
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    expect(answers.length).toBeGreaterThan(40);
  }, 120_000);

  it("answers without a session where it is open, on a developer's machine", async () => {
    const harness = setupHttp({ isDevelopment: true });
    const { call, services } = harness;
    await signUp(harness, "open@merchant.example");
    const people = await preparePeople("open@merchant.example");
    const mail = { recipient: "ada@example.com", subject: "Hello", body: "A link" };
    await services.mailer.send(mail);
    for (const key of callsOf(true)) {
      const { method, path, body } = callOf(key, { people } as Prepared);
      const response = await call(path, { method, body });
      expect([key, response.status]).toEqual([key, 200]);
    }
  });

  it("is held to its schema by every test: a field too many fails, and so does one too few", async () => {
    const request = new Request(`${WEFT}/api/markets`);
    const hold = (body: object) => holdToContract(request, Response.json(body));
    const market = { code: "GB", label: "United Kingdom", currency: "GBP", needsParties: false };
    const { label: _label, ...nameless } = market;
    await hold({ markets: [market] });
    await expect(hold({ markets: [nameless] })).rejects.toThrow("label");
    await expect(hold({ markets: [{ ...market, more: 1 }] })).rejects.toThrow("more");
  });
});
