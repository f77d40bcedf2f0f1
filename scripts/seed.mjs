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

async function until(look, what, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`The demo waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Walks the seller through TikTok's consent page and comes back to Weft. */
async function authorise(owner, url) {
  const html = await (await fetch(url)).text();
  const seller = /value="(\d+)"[^>]*>\s*UK Seller/.exec(html)?.[1];
  const consent = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(url).origin },
    body: new URLSearchParams({ seller: seller ?? "", terms: "yes", decision: "authorize" }),
  });
  const back = consent.headers.get("location");
  if (!back) throw new Error(`The consent page answered ${consent.status} and sent nobody back.`);
  const { pathname, search } = new URL(back);
  await owner.call("GET", pathname + search);
}

async function connect(owner, simulatorUrl) {
  const { id } = await owner.call("POST", "/api/connections", {
    name: "Demo shop",
    source: "prestashop",
    channel: "tiktok-shop",
  });
  const path = `/api/connections/${id}`;
  const { connection } = await owner.call("PUT", `${path}/source`, {
    url: `${simulatorUrl}/prestashop-8`,
    key: DEMO.webserviceKey,
  });
  await connectEvents(simulatorUrl, connection);
  const { url } = await owner.call("POST", `${path}/authorize`, { market: "GB" });
  await authorise(owner, url);
  const { carriers, providers } = await owner.call("GET", `${path}/carriers`);
  const [provider] = providers;
  await owner.call("PATCH", path, {
    settings: {
      packageDefaults: { lengthMm: 300, widthMm: 200, heightMm: 100, weightGrams: 400 },
      carrierMap: carriers.map((carrier) => ({
        carrierReference: carrier.reference,
        carrierName: carrier.name,
        providerId: provider.id,
        providerName: provider.name,
      })),
    },
  });
  return path;
}

/** Tells the shop where Weft listens, as its module's configure page would. */
async function connectEvents(simulatorUrl, connection) {
  const response = await fetch(`${simulatorUrl}/prestashop-8/admin/module`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: simulatorUrl },
    body: new URLSearchParams({
      webhookUrl: connection.webhookUrl,
      secret: connection.webhookSecret,
    }),
  });
  if (response.status >= 400)
    throw new Error(`The shop's module page answered ${response.status}.`);
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

/** Products in every state: live, in review, refused, never sent, not sendable, update refused. */
async function fillProducts(owner, path, simulatorUrl) {
  const run = taskRunner(owner, path);
  await run("pull", {});
  await run("categories/suggest", {});
  await owner.call("POST", `${path}/categories/accept`, {});
  const rows = await productsOf(owner, path);
  const ids = rows.map((row) => row.id).toSorted((a, b) => Number(a) - Number(b));
  await run("push", { selection: { ids: ids.slice(0, -4) } });
  const control = controls(simulatorUrl);
  const sent = (await productsOf(owner, path)).filter((row) => row.channelProductId);
  const [refused, reviewed, ...passed] = sent;
  for (const row of passed)
    await control("POST", `/products/${row.channelProductId}/review`, { result: "APPROVED" });
  if (refused)
    await control("POST", `/products/${refused.channelProductId}/review`, {
      result: "FAILED",
      reasons: ["The main picture shows a watermark."],
    });
  await until(async () => {
    const now = await productsOf(owner, path);
    return passed.every((row) => now.find(({ id }) => id === row.id)?.listingStatus === "live");
  }, "the products to go live");
  await run("listing-state", {
    selection: { ids: passed.slice(-1).map(({ id }) => id) },
    action: "deactivate",
  });
  return { live: passed.slice(0, -1), reviewed };
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
  const run = taskRunner(owner, path);
  await run("pull", {});
  await run("push", { selection: { ids: [product.id] } });
}

const orderRow = async (owner, path, id) =>
  (await owner.call("GET", `${path}/orders?tab=all`)).rows.find((row) => row.id === id);

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

/** Orders in every state a newcomer should see. */
async function fillOrders(owner, path, simulatorUrl, live) {
  const control = controls(simulatorUrl);
  const skuOf = async (row) => {
    const { variants } = await owner.call("GET", `${path}/products/${row.id}`);
    return variants.find((variant) => variant.channelSkuId && variant.stock > 3);
  };
  const skus = (await Promise.all(live.slice(0, 4).map(skuOf))).filter(Boolean);
  const place = async (status, index, quantity = 1) => {
    const sku = skus[index % skus.length];
    const { orderId } = await control("POST", "/orders", {
      status,
      lines: [{ skuId: sku.channelSkuId, quantity }],
      shippingFee: "2.99",
      buyer: { nickname: ["moss", "ivy", "fern", "reed"][index % 4] },
    });
    return orderId;
  };
  await place("UNPAID", 0);
  await place("ON_HOLD", 1);
  await place("AWAITING_SHIPMENT", 2, 2);
  const toShip = await place("AWAITING_SHIPMENT", 3);
  const toDeliver = await place("AWAITING_SHIPMENT", 1);
  const toCancel = await place("AWAITING_SHIPMENT", 0);
  const importedId = async (id) => (await orderRow(owner, path, id))?.sourceOrderId;
  for (const id of [toShip, toDeliver]) {
    const sourceOrderId = await until(() => importedId(id), "an order to reach the shop");
    await shipInStore(simulatorUrl, sourceOrderId);
    await until(
      async () => (await orderRow(owner, path, id))?.tab === "fulfilled",
      "a shipment to reach TikTok",
    );
  }
  await control("POST", `/orders/${toDeliver}/advance`, { status: "IN_TRANSIT" });
  await control("POST", `/orders/${toDeliver}/advance`, { status: "DELIVERED" });
  await until(() => importedId(toCancel), "an order to reach the shop");
  await control("POST", `/orders/${toCancel}/advance`, { status: "CANCELLED" });
}

/** Signs the demo owner up and fills one connection; about fifteen seconds. */
export async function seedDemo({ weftUrl, simulatorUrl }) {
  const owner = person(weftUrl);
  const { name, email, password } = DEMO;
  await owner.call("POST", "/api/auth/sign-up/email", { name, email, password });
  const path = await connect(owner, simulatorUrl);
  const { live } = await fillProducts(owner, path, simulatorUrl);
  await fillOrders(owner, path, simulatorUrl, live);
  const last = live.at(-1);
  if (last) await failAnUpdate(owner, path, simulatorUrl, last);
}
