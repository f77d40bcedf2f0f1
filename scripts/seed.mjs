/**
 * Fills the demo account the way a shop owner would: through Weft's own routes and the simulated
 * shops' pages. It reaches into no database, so it shows nothing that could not happen.
 */

export const DEMO = {
  name: "Robin Demo",
  email: "demo@weft.example",
  password: "weft-demo-account",
  webserviceKey: "DEMO0WEBSERVICE0KEY0FOR0THE0SHOP",
};

/** A person with a browser session of his or her own. */
export function person(weftUrl) {
  let cookie = "";
  const call = async (method, path, body) => {
    const response = await fetch(weftUrl + path, {
      method,
      redirect: "manual",
      headers: { origin: weftUrl, cookie, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const set = response.headers.getSetCookie();
    if (set.length > 0) cookie = set.map((line) => line.split(";")[0]).join("; ");
    if (response.status >= 400)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    const type = response.headers.get("content-type") ?? "";
    return type.includes("json") ? response.json() : response;
  };
  return { call };
}

/** The simulator's control API. */
export function controls(simulatorUrl) {
  return async (method, path, body) => {
    const response = await fetch(`${simulatorUrl}/control${path}`, {
      method,
      ...(body
        ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
        : {}),
    });
    if (!response.ok)
      throw new Error(`control ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

const READ_MS = 100;

async function until(read, what, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`The demo waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, READ_MS));
  }
}

/** Walks a seller through TikTok's consent page and comes back to Weft. */
async function authorise(owner, path, { market, seller }) {
  const { url } = await owner.call("POST", `${path}/authorize`, { market });
  const html = await (await fetch(url)).text();
  const chosen = new RegExp(`value="(\\d+)"[^>]*>\\s*${seller}`).exec(html)?.[1];
  const consent = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(url).origin },
    body: new URLSearchParams({ seller: chosen ?? "", terms: "yes", decision: "authorize" }),
  });
  const back = consent.headers.get("location");
  if (!back) throw new Error(`The consent page answered ${consent.status} and sent nobody back.`);
  const { pathname, search } = new URL(back);
  await owner.call("GET", pathname + search);
}

async function createConnection(owner, name) {
  const body = { name, source: "prestashop", channel: "tiktok-shop" };
  const { id } = await owner.call("POST", "/api/connections", body);
  return `/api/connections/${id}`;
}

/** The shop without the module: an address and a key, and nothing pulled yet. */
async function connectByWebservice(owner, simulatorUrl) {
  const path = await createConnection(owner, "Studio shop");
  const url = `${simulatorUrl}/prestashop-9`;
  await owner.call("PUT", `${path}/source`, { url, key: DEMO.webserviceKey });
  await authorise(owner, path, { market: "US", seller: "North America Seller" });
}

async function connect(owner, simulatorUrl) {
  const path = await createConnection(owner, "Demo shop");
  await connectByModule(owner, path, simulatorUrl);
  await authorise(owner, path, { market: "GB", seller: "UK Seller" });
  const { carriers, providers } = await owner.call("GET", `${path}/carriers`);
  const [provider] = providers;
  const { settingsVersion } = await owner.call("GET", path);
  await owner.call("PATCH", `${path}/settings`, {
    seenVersion: settingsVersion,
    settings: {
      packageDefaults: { lengthMm: 300, widthMm: 200, heightMm: 100, weightGrams: 400 },
      carrierMap: carriers.map((carrier) => ({
        carrierReference: carrier.reference,
        carrierName: carrier.name,
        providerId: provider.id,
        providerName: provider.name,
      })),
      // A simulated shop serves nobody else, and the demo's orders come all at once.
      requestsPerMinute: 600,
    },
  });
  return path;
}

/** Pairs the shop's module by the pasted address and has it hand over a key of its own making. */
async function connectByModule(owner, path, simulatorUrl) {
  const press = async (button, fields = {}) => {
    const response = await fetch(`${simulatorUrl}/prestashop-8/admin/module${button}`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: simulatorUrl },
      body: new URLSearchParams(fields),
    });
    if (response.status >= 400)
      throw new Error(`The shop's module page answered ${response.status}.`);
    return response.headers.get("location") ?? "";
  };
  const { url } = await owner.call("POST", `${path}/pairing`, {});
  await press("/install");
  await press("", { webhookUrl: url });
  const said = await press("/connect");
  const { hasSourceKey } = await owner.call("GET", path);
  if (!hasSourceKey) throw new Error(`The shop's module did not connect: ${said}`);
}

function taskRunner(owner, path) {
  return async (route, body) => {
    const { taskId } = await owner.call("POST", `${path}/${route}`, body);
    return until(async () => {
      const task = await owner.call("GET", `${path}/tasks/${taskId}`);
      return task.state === "waiting" || task.state === "running" ? undefined : task;
    }, `the task ${route}`);
  };
}

const productsOf = async (owner, path) =>
  (await owner.call("GET", `${path}/products?tab=all`)).rows;

const MINUTE_SECONDS = 60;
/** A newcomer should still find something in review after the weekend. */
const REVIEW_SECONDS = 3 * 24 * 60 * MINUTE_SECONDS;

/** How long the simulated audit takes; what is in review already keeps its end. */
const setAudit = (control, auditSeconds) =>
  control("POST", "/configure", { switches: { auditSeconds } });

/** Products in every state but one: live, in review, refused, paused, never sent, not sendable. */
async function fillProducts(owner, path, control) {
  const run = taskRunner(owner, path);
  await run("pull", {});
  await run("categories/suggest", {});
  await owner.call("POST", `${path}/categories/accept`, {});
  const rows = await productsOf(owner, path);
  const ids = rows.map((row) => row.id).toSorted((a, b) => Number(a) - Number(b));
  await setAudit(control, REVIEW_SECONDS);
  await run("push", { selection: { ids: ids.slice(0, -4) } });
  await setAudit(control, MINUTE_SECONDS);
  const sent = (await productsOf(owner, path)).filter((row) => row.channelProductId);
  const [refused, , ...passed] = sent;
  const review = (row, body) => control("POST", `/products/${row.channelProductId}/review`, body);
  const reasons = ["The main picture shows a watermark."];
  await Promise.all([
    ...passed.map((row) => review(row, { result: "APPROVED" })),
    review(refused, { result: "FAILED", reasons }),
  ]);
  await until(async () => {
    const now = await productsOf(owner, path);
    return passed.every((row) => now.find(({ id }) => id === row.id)?.listingStatus === "live");
  }, "the products to go live");
  return passed;
}

/** One product is taken off sale. */
function pause(owner, path, product) {
  const selection = { ids: [product.id] };
  return taskRunner(owner, path)("listing-state", { selection, action: "deactivate" });
}

/** One product whose change TikTok Shop would refuse: it stays live with its old data. */
async function failAnUpdate(owner, path, simulatorUrl, product) {
  const authorization = `Basic ${Buffer.from(`${DEMO.webserviceKey}:`).toString("base64")}`;
  const response = await fetch(`${simulatorUrl}/prestashop-8/api/products/${product.id}`, {
    method: "PATCH",
    headers: { authorization, "content-type": "application/xml" },
    body: `<prestashop><product><id>${product.id}</id><price>0</price></product></prestashop>`,
  });
  if (!response.ok) throw new Error(`The shop refused a price: ${response.status}`);
  await taskRunner(owner, path)("repull", { selection: { ids: [product.id] } });
}

/** Waits for orders; everybody who waits shares one read, for looks are counted. */
function orderWatch(owner, path) {
  let read;
  const rows = () => {
    read ??= owner
      .call("GET", `${path}/orders?tab=all`)
      .finally(() => setTimeout(() => (read = undefined), READ_MS));
    return read;
  };
  return (id, isThere, what) =>
    until(async () => {
      const row = (await rows()).rows.find((one) => one.id === id);
      return row && isThere(row) ? row : undefined;
    }, what);
}

async function shipInStore(simulatorUrl, sourceOrderId) {
  const response = await fetch(`${simulatorUrl}/prestashop-8/admin/orders/${sourceOrderId}/ship`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: simulatorUrl },
    body: new URLSearchParams({
      carrier: "2",
      tracking: `WF12345${String(sourceOrderId).padStart(4, "0")}GB`,
    }),
  });
  if (response.status >= 400)
    throw new Error(`The back office answered ${response.status} to a shipment.`);
}

/** Offers of live products a buyer may order. */
async function offersOf(owner, path, live) {
  const offers = await Promise.all(
    live.slice(0, 4).map(async (row) => {
      const { variants } = await owner.call("GET", `${path}/products/${row.id}`);
      return variants.find((variant) => variant.channelSkuId && variant.stock > 3);
    }),
  );
  return offers.filter(Boolean).map((variant) => variant.channelSkuId);
}

const NICKNAMES = ["moss", "ivy", "fern", "reed"];

/** Who bears the discounts of an order, so that the sums on its page have something to show. */
const BY_SELLER = { discounts: { seller: "2.40" } };
const BY_CHANNEL = { discounts: { platform: "1.85" }, shippingDiscounts: { platform: "2.99" } };
const BY_EVERYBODY = {
  discounts: { seller: "3.00", platform: "1.99" },
  shippingDiscounts: { seller: "0.50", platform: "0.80", cofunded: "0.49" },
};

/** Orders in every state a newcomer should see. */
async function fillOrders(owner, path, simulatorUrl, live) {
  const control = controls(simulatorUrl);
  const skuIds = await offersOf(owner, path, live);
  const place = async (status, index, quantity = 1, money = {}) => {
    const { orderId } = await control("POST", "/orders", {
      status,
      lines: [{ skuId: skuIds[index % skuIds.length], quantity }],
      shippingFee: "2.99",
      ...money,
      buyer: { nickname: NICKNAMES[index % NICKNAMES.length] },
    });
    return orderId;
  };
  const placed = orderWatch(owner, path);
  const imported = async (id) =>
    (await placed(id, (row) => row.sourceOrderId, "an order to reach the shop")).sourceOrderId;
  const ship = async (id) => {
    await shipInStore(simulatorUrl, await imported(id));
    await placed(id, (row) => row.tab === "fulfilled", "a shipment to reach TikTok");
  };
  const deliver = async (id) => {
    await ship(id);
    await control("POST", `/orders/${id}/advance`, { status: "IN_TRANSIT" });
    await control("POST", `/orders/${id}/advance`, { status: "DELIVERED" });
    await placed(id, (row) => row.channelState === "delivered", "a delivery to be seen");
  };
  const cancel = async (id) => {
    await imported(id);
    await control("POST", `/orders/${id}/advance`, { status: "CANCELLED" });
    await placed(id, (row) => row.tab === "cancelled", "a cancellation to be seen");
  };
  const wait = (tab) => async (id) => placed(id, (row) => row.tab === tab, `an order: ${tab}`);
  await Promise.all([
    place("UNPAID", 0).then(wait("waiting")),
    place("ON_HOLD", 1).then(wait("waiting")),
    place("AWAITING_SHIPMENT", 2, 2, BY_EVERYBODY).then(imported),
    place("AWAITING_SHIPMENT", 3, 1, BY_SELLER).then(ship),
    place("AWAITING_SHIPMENT", 1, 1, BY_CHANNEL).then(deliver),
    place("AWAITING_SHIPMENT", 0).then(cancel),
    orderByHand(control).then(wait("unsynced")),
  ]);
}

/** An order for a product the seller listed past Weft: nobody can say what it is in the store. */
async function orderByHand(control) {
  const { shops } = await control("GET", "/state");
  const { productId, skuId } = await control("POST", "/products", {
    shopId: shops.find((shop) => shop.region === "GB").id,
    title: "Soy wax candle with fig leaf scent",
    sellerSku: "HAND-CANDLE",
    price: "14.50",
    quantity: 12,
  });
  await control("POST", `/products/${productId}/review`, { result: "APPROVED" });
  const lines = [{ skuId, quantity: 1 }];
  const { orderId } = await control("POST", "/orders", { lines, buyer: { nickname: "sorrel" } });
  return orderId;
}

/** Presses the link of the mail that a sign-up sends; on a developer's machine it lands in the outbox. */
async function confirm(owner, email) {
  const { mails } = await owner.call("GET", "/api/outbox");
  const mail = mails.find(({ recipient }) => recipient === email);
  const token = /#token=([^\s&]+)/.exec(mail?.body ?? "")?.[1] ?? "";
  await owner.call("POST", "/api/auth/confirm-email", { token });
}

/** Signs the demo owner up, connects both shops and fills one of them; about fifteen seconds. */
export async function seedDemo({ weftUrl, simulatorUrl }) {
  const owner = person(weftUrl);
  const { name, email, password } = DEMO;
  await owner.call("POST", "/api/auth/sign-up/email", { name, email, password });
  await confirm(owner, email);
  await connectByWebservice(owner, simulatorUrl);
  const path = await connect(owner, simulatorUrl);
  const passed = await fillProducts(owner, path, controls(simulatorUrl));
  const [failing, paused, ...live] = passed.toReversed();
  await Promise.all([
    pause(owner, path, paused),
    failAnUpdate(owner, path, simulatorUrl, failing),
    fillOrders(owner, path, simulatorUrl, live.toReversed()),
  ]);
}
