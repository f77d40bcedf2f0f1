/** Every route of the contract answers with success, and with exactly what its schema says. */
import {
  createExecutionContext,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { contract, type CallOptions, type RouteKey } from "../../../src/contract/contract";
import { fillPath, splitKey, type PathValues } from "../../../src/contract/route-key";
import { compose } from "../../../src/compose";
import { createApp } from "../../../src/http/app";
import { outboxMailer } from "../../../src/lib/mail";
import { holdToContract } from "../../support/contract-answers";
import { setupHttp, signUp } from "../../support/http-harness";
import { png } from "../../support/png";
import { liveSku, readOrder, merchantWithListings } from "../../support/merchant-with-listings";
import { until, type ConnectedMerchant } from "../../support/merchant";
import { preparePeople } from "../../support/prepared-people";
import { signedHeaders } from "../../support/module-signature";
import { callWeft, STORE_8, STORE_9, WEBSERVICE_KEY, WEFT } from "../../support/simulated-world";
import { webhookSecretOf } from "../../support/webhook-secret";

/** What the calls are made with: a living connection with products, an order and tasks. */
interface Prepared {
  id: string;
  name: string;
  settingsVersion: number;
  shopId: string;
  productId: string;
  unlinkedOrderId: string;
  skuId: string;
  variantId: string;
  orderId: string;
  taskId: string;
  /** One that waits for a confirmation. */
  unconfirmedTaskId: string;
  categoryId: string;
  sourceCategoryId: string;
  people: Awaited<ReturnType<typeof preparePeople>>;
}

/** One call of each route; a route without one does not compile. Deleting and leaving come last. */
const CALLS: { [Key in RouteKey]: (given: Prepared) => CallOptions<Key> } = {
  "GET /api/outbox": () => ({}),
  "GET /api/me": () => ({}),
  "POST /api/me/second-factor/confirm": ({ people }) => ({ body: { code: people.code } }),
  "GET /api/me/proof": () => ({}),
  "POST /api/me/proof": () => ({ body: { secret: "a long enough password" } }),
  "GET /api/me/security": () => ({}),
  "POST /api/me/sessions/end-others": () => ({ body: {} }),
  "DELETE /api/me/sessions/:sessionId": () => ({ params: { sessionId: "none" }, body: {} }),
  "DELETE /api/me/second-factor": () => ({ body: {} }),
  "POST /api/me/second-factor": () => ({ body: {} }),
  "GET /api/account": () => ({}),
  "PATCH /api/account/settings": () => ({
    body: { seenVersion: 0, name: "Harbour", settings: { invitationDays: 3 } },
  }),
  "GET /api/markets": () => ({}),
  "GET /api/activity": () => ({}),
  "GET /api/people": () => ({}),
  "POST /api/people/invitations": () => ({
    body: { email: "new@merchant.example", role: "admin" },
  }),
  "DELETE /api/people/invitations/:invitationId": ({ people }) => ({
    params: { invitationId: people.invitationId },
    body: {},
  }),
  "PATCH /api/people/:userId": ({ people }) => ({
    params: { userId: people.userId },
    body: { name: "Ada", role: "owner" },
  }),
  "DELETE /api/people/:userId": ({ people }) => ({
    params: { userId: people.otherId },
    body: {},
  }),
  "POST /api/invitations/read": ({ people }) => ({ body: { token: people.token } }),
  "POST /api/invitations/accept": ({ people }) => ({ body: { token: people.token } }),
  "GET /api/connections": () => ({}),
  "POST /api/connections": () => ({
    body: { name: "Another shop", source: "prestashop", channel: "tiktok-shop" },
  }),
  "GET /api/connections/:id": ({ id }) => ({ params: { id } }),
  "PATCH /api/connections/:id": ({ id }) => ({
    params: { id },
    body: { isPaused: false },
  }),
  "PATCH /api/connections/:id/settings": ({ id, settingsVersion }) => ({
    params: { id },
    // The calls that follow ask the store more often than the default allows.
    body: {
      seenVersion: settingsVersion,
      settings: { requestsPerMinute: 600, orderPaymentLabel: "TikTok" },
    },
  }),
  "GET /api/connections/:id/traffic": ({ id }) => ({ params: { id } }),
  "PUT /api/connections/:id/source": ({ id }) => ({
    params: { id },
    body: { url: STORE_8, key: WEBSERVICE_KEY },
  }),
  "POST /api/connections/:id/store-move": ({ id }) => ({
    params: { id },
    body: { url: STORE_9, isAccepted: false },
  }),
  "POST /api/connections/:id/webhook-secret": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/pairing": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/rotate-secret": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/authorize": ({ id }) => ({ params: { id }, body: { market: "GB" } }),
  "GET /api/connections/:id/shops": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/shop": ({ id, shopId }) => ({ params: { id }, body: { shopId } }),
  "GET /api/connections/:id/carriers": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/reading-choices": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/order-states": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/check": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/check": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/check/repair": ({ id }) => ({
    params: { id },
    body: { check: "orders.country" },
  }),
  "GET /api/connections/:id/export": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/home": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/attention": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/pulse": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/activity": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/products": ({ id }) => ({ params: { id }, query: { tab: "all" } }),
  "GET /api/connections/:id/products/:productId": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "POST /api/connections/:id/selection-count": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "POST /api/connections/:id/pull": ({ id }) => ({
    params: { id },
    body: { from: "2026-01-01", until: "2026-01-02" },
  }),
  "POST /api/connections/:id/repull": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "PUT /api/connections/:id/products/:productId/category": ({ id, productId, categoryId }) => ({
    params: { id, productId },
    body: { categoryId },
  }),
  "GET /api/connections/:id/products/:productId/requirements": ({ id, productId }) => ({
    params: { id, productId },
  }),
  "PATCH /api/connections/:id/products/:productId/details": ({ id, productId }) => ({
    params: { id, productId },
    body: {
      brand: { name: "None" },
      attributes: { "1": [{ name: "Clay" }], "2": null },
      package: { weightGrams: 300, lengthMm: null },
      certificates: { "9": { files: [{ kind: "image", uri: "tos/proof" }] } },
      manufacturerIds: ["m1"],
    },
  }),
  "PUT /api/connections/:id/products/:productId/size-chart": ({ id, productId }) => ({
    params: { id, productId },
    body: { fileName: "sizes.png", base64: png(1024, 1024) },
  }),
  "POST /api/connections/:id/push": ({ id }) => ({
    params: { id },
    body: { selection: { filter: { tab: "all", search: "mug" } } },
  }),
  "POST /api/connections/:id/update": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] }, what: "stock" },
  }),
  "POST /api/connections/:id/listing-state": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] }, action: "activate" },
  }),
  "POST /api/connections/:id/refresh-listings": ({ id, productId }) => ({
    params: { id },
    body: { selection: { ids: [productId] } },
  }),
  "GET /api/connections/:id/categories": ({ id }) => ({ params: { id } }),
  "POST /api/connections/:id/categories/suggest": ({ id }) => ({ params: { id }, body: {} }),
  "POST /api/connections/:id/categories/accept": ({ id }) => ({ params: { id }, body: {} }),
  "PUT /api/connections/:id/categories/:sourceCategoryId": ({
    id,
    sourceCategoryId,
    categoryId,
  }) => ({ params: { id, sourceCategoryId }, body: { categoryId } }),
  "GET /api/connections/:id/channel-categories": ({ id }) => ({
    params: { id },
    query: { parent: "0" },
  }),
  "GET /api/connections/:id/brands": ({ id }) => ({
    params: { id },
    query: { search: "harbour" },
  }),
  "GET /api/connections/:id/orders": ({ id }) => ({ params: { id }, query: { tab: "all" } }),
  "GET /api/connections/:id/orders/:orderId": ({ id, orderId }) => ({ params: { id, orderId } }),
  "POST /api/connections/:id/orders/:orderId/forget-buyer": ({ id, unlinkedOrderId }) => ({
    params: { id, orderId: unlinkedOrderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/:orderId/variant": ({ id, ...sold }) => ({
    params: { id, orderId: sold.unlinkedOrderId },
    body: { channelSkuId: sold.skuId, productId: sold.productId, variantId: sold.variantId },
  }),
  "POST /api/connections/:id/orders/:orderId/retry": ({ id, orderId }) => ({
    params: { id, orderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/:orderId/cancel-request": ({ id, orderId }) => ({
    params: { id, orderId },
    body: { answer: "decline" },
  }),
  "POST /api/connections/:id/orders/:orderId/acknowledge-refunds": ({ id, orderId }) => ({
    params: { id, orderId },
    body: {},
  }),
  "POST /api/connections/:id/orders/refresh": ({ id }) => ({ params: { id }, body: {} }),
  "GET /api/connections/:id/tasks": ({ id }) => ({ params: { id } }),
  "GET /api/connections/:id/tasks/:taskId": ({ id, taskId }) => ({ params: { id, taskId } }),
  "POST /api/connections/:id/tasks/:taskId/retry": ({ id, taskId }) => ({
    params: { id, taskId },
    body: {},
  }),
  "POST /api/connections/:id/tasks/:taskId/confirm": ({ id, unconfirmedTaskId }) => ({
    params: { id, taskId: unconfirmedTaskId },
    body: {},
  }),
  "POST /api/connections/:id/tasks/:taskId/cancel": ({ id, taskId }) => ({
    params: { id, taskId },
    body: {},
  }),
  "DELETE /api/connections/:id": ({ id, name }) => ({
    params: { id },
    body: { confirmName: name },
  }),
  "POST /api/people/leave": () => ({ body: {} }),
};

const callsOf = (isOpen: boolean) =>
  (Object.keys(CALLS) as RouteKey[]).filter((key) => (contract[key].needs === "anyone") === isOpen);

function requestOf(key: RouteKey, given: Prepared, cookie: string): Request {
  const { method, path } = splitKey(key);
  const options = CALLS[key](given) as PathValues & { body?: object };
  const headers = { cookie, origin: WEFT, "content-type": "application/json" };
  const { body } = options;
  return new Request(`${WEFT}${fillPath(path, options)}`, {
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
  world.tiktok.buyerCancels(orderId);
  await world.tick();
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
  const { name, settingsVersion } = await merchant.call("GET /api/connections/:id", { params });
  const given = {
    id,
    name,
    settingsVersion,
    shopId: world.tiktok.shops().find(({ region }) => region === "GB")?.id ?? "",
    productId,
    unlinkedOrderId,
    skuId,
    variantId: variant.id,
    orderId,
    taskId,
    unconfirmedTaskId,
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
    const answers: [string, number][] = [];
    for (const key of callsOf(false)) {
      const request = requestOf(key, given, cookie);
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
      const { method, path } = splitKey(key);
      const { body } = CALLS[key]({ people } as Prepared) as { body?: object };
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
