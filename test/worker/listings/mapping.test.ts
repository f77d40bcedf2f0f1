/** A merchant who sells on TikTok Shop already: listings made by hand stand for products of the store. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import { listProducts, listSkus } from "../../../simulator/tiktok-shop/pages/state";
import {
  connectedMerchant,
  PACKAGE_DEFAULTS,
  saveSettings,
  until,
  type ConnectedMerchant,
} from "../../support/merchant";
import { merchantWithListings } from "../../support/merchant-with-listings";
import { simulatedWorld } from "../../support/simulated-world";

let connected: ConnectedMerchant;
const params = () => ({ id: connected.connectionId });

/** Connected and pulled, with nothing of Weft's on the channel. A shop feeds one connection. */
beforeEach(async () => {
  await env.DB.exec("DELETE FROM connection");
  connected = await connectedMerchant(simulatedWorld());
  const { merchant, connectionId, finished } = connected;
  const of = { params: { id: connectionId }, body: {} };
  const { taskId } = await merchant.call("POST /api/connections/:id/pull", of);
  await finished(taskId);
}, 30_000);

/** A listing of the seller's, live, with the SKU of a product of the store. */
function listByHand(title: string, sellerSku: string, price = "31.00") {
  const { tiktok } = connected.world;
  const made = tiktok.addProduct({ title, sellerSku, price, quantity: 4 });
  tiktok.reviewProduct(made.productId, "APPROVED");
  return made;
}

async function find() {
  const { merchant, finished } = connected;
  const { taskId } = await merchant.call("POST /api/connections/:id/unmapped-listings/find", {
    params: params(),
    body: {},
  });
  const task = await finished(taskId);
  expect([task.state, task.problem]).toEqual(["completed", null]);
  return task.counts;
}

const page = (tab: "sure" | "likely" | "none" | "hidden") =>
  connected.merchant.call("GET /api/connections/:id/unmapped-listings", {
    params: params(),
    query: { tab },
  });

async function map(ids?: string[], { sendsStock = true, sendsPrice = false } = {}) {
  const { merchant, finished } = connected;
  const started = await merchant.call("POST /api/connections/:id/unmapped-listings/map", {
    params: params(),
    body: { ...(ids ? { ids } : {}), sendsStock, sendsPrice },
  });
  const task = await finished(started.taskId);
  return { ...task, count: started.count };
}

const choose = (
  channelProductId: string,
  productId: string,
  pairs: { channelSkuId: string; variantId: string }[],
) =>
  connected.merchant.send("PUT /api/connections/:id/unmapped-listings/:channelProductId", {
    params: { ...params(), channelProductId },
    body: { productId, pairs },
  });

async function productBySku(sku: string) {
  const { merchant } = connected;
  const { rows } = await merchant.call("GET /api/connections/:id/products", {
    params: params(),
    query: { search: sku },
  });
  const row = rows.find(({ skus }) => skus.includes(sku));
  if (!row) throw new Error(`no product of ${sku}`);
  return merchant.call("GET /api/connections/:id/products/:productId", {
    params: { ...params(), productId: row.id },
  });
}

const shown = (wanted: string) =>
  listSkus(connected.world.storage)
    .filter(({ productId }) => productId === wanted)
    .map(({ sellerSku, stock, priceMinor }) => ({
      sellerSku,
      quantity: stock.reduce((sum, { available }) => sum + available, 0),
      priceMinor,
    }));

/** How many listings Home asks a person for. */
async function waitingListings() {
  const { entries } = await connected.merchant.call("GET /api/connections/:id/attention", {
    params: params(),
  });
  return entries.find(({ kind }) => kind === "listing")?.count ?? 0;
}

const writes = () =>
  connected.world.tiktok
    .calls()
    .filter(({ method, path }) => method !== "GET" && !/search|token|recommend/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/\d{10,}/g, "{id}")}`);

it("finds what was made by hand, and proposes the product of its SKU", async () => {
  const mug = listByHand("My own mug text", "demo_11");
  listByHand("Nobody knows this", "?");
  expect((await page("sure")).searchedAt).toBeNull();
  expect(await find()).toEqual({ found: 2, suggested: 1 });
  const { rows, counts, searchedAt } = await page("sure");
  expect(searchedAt).toBeGreaterThan(0);
  expect(await waitingListings()).toBe(2);
  expect(counts).toEqual({ sure: 1, likely: 0, none: 1, hidden: 0 });
  const product = await productBySku("demo_11");
  expect(rows).toMatchObject([
    {
      channelProductId: mug.productId,
      title: "My own mug text",
      confidence: "sure",
      matchedBy: "sku",
      product: { id: product.id, name: product.name },
      skus: [{ channelSkuId: mug.skuId, sellerSku: "demo_11", priceMinor: 3100, quantity: 4 }],
      pairs: [{ channelSkuId: mug.skuId, variantId: "0" }],
    },
  ]);
  const none = { title: "Nobody knows this", product: null, pairs: [] };
  expect((await page("none")).rows).toMatchObject([none]);
}, 30_000);

it("lets stock follow the store, and leaves price and content as they are", async () => {
  const { world, merchant } = connected;
  const mug = listByHand("My own mug text", "demo_11");
  await find();
  const before = writes().length;
  const task = await map();
  expect([task.count, task.state, task.counts]).toMatchObject([1, "completed", { done: 1 }]);
  const product = await productBySku("demo_11");
  expect(product).toMatchObject({
    syncState: "synced",
    channelProductId: mug.productId,
    listingStatus: "live",
    missing: [],
    isMapped: true,
    rules: { own: { update: { stock: "source", price: "channel" } } },
  });
  await until(async () => {
    await world.tick();
    return shown(mug.productId)[0]?.quantity === product.stock || undefined;
  }, "the store's stock to be shown");
  expect(shown(mug.productId)).toEqual([
    { sellerSku: "demo_11", quantity: product.stock, priceMinor: 3100 },
  ]);
  expect((await page("sure")).counts.sure).toBe(0);
  // A push has nothing to say, whatever the product lacks.
  const push = await merchant.call("POST /api/connections/:id/push", {
    params: params(),
    body: { selection: { ids: [product.id] } },
  });
  const pushed = await connected.finished(push.taskId);
  const kept = { state: "skipped", reasons: [{ code: "listing.kept_by_channel" }] };
  expect(pushed.items).toMatchObject([kept]);
  const sent = new Set(writes().slice(before));
  expect(sent).toEqual(new Set(["POST /product/202309/products/{id}/inventory/update"]));
}, 30_000);

it("lets prices follow the store where the merchant says so, and stock stay", async () => {
  const { world } = connected;
  const mug = listByHand("My own mug text", "demo_11");
  await find();
  await map(undefined, { sendsStock: false, sendsPrice: true });
  const product = await productBySku("demo_11");
  await until(async () => {
    await world.tick();
    return shown(mug.productId)[0]?.priceMinor === product.priceMinMinor || undefined;
  }, "the store's price to be shown");
  expect(shown(mug.productId)[0]?.quantity).toBe(4);
}, 30_000);

it("lets an order that waited for its product into the store (CAT-PRE-CAMPAIGN)", async () => {
  const { world, merchant } = connected;
  const { productId: channelProductId, skuId } = listByHand("Nobody knows this", "?");
  const lines = [{ skuId, quantity: 1 }];
  const orderId = world.tiktok.placeOrder({ lines, shippingFee: "0", status: "AWAITING_SHIPMENT" });
  expect(await problemOf(orderId)).toBe("order.line_unlinked");
  const of = { params: { ...params(), orderId } };
  const read = () => merchant.call("GET /api/connections/:id/orders/:orderId", of);
  await find();
  const other = await productBySku("demo_12");
  const chosen = await choose(channelProductId, other.id, [
    { channelSkuId: skuId, variantId: "0" },
  ]);
  expect([chosen.status, await chosen.json()]).toMatchObject([
    200,
    { confidence: "sure", matchedBy: "person" },
  ]);
  // A later search does not take back what a person chose.
  await find();
  const mine = { matchedBy: "person", product: { id: other.id } };
  expect((await page("sure")).rows).toMatchObject([mine]);
  expect((await map([channelProductId])).counts).toMatchObject({ done: 1 });
  await until(async () => {
    await world.tick();
    return (await read()).sourceOrderId ?? undefined;
  }, "the order to reach the store");
}, 60_000);

it("is undone: nothing follows the product any more, and the search finds it again", async () => {
  const { merchant, world } = connected;
  const { productId: listingId, skuId } = listByHand("My own mug text", "demo_11");
  await find();
  await map(undefined, { sendsStock: false });
  const product = await productBySku("demo_11");
  const before = writes().length;
  const unmap = () =>
    merchant.send("POST /api/connections/:id/products/:productId/unmap", {
      params: { ...params(), productId: product.id },
      body: {},
    });
  const after = await unmap();
  const free = { syncState: "not_synced", channelProductId: null, isMapped: false };
  expect([after.status, await after.json()]).toMatchObject([200, free]);
  const again = await unmap();
  const refused = { error: { code: "mapping.not_mapped" } };
  expect([again.status, await again.json()]).toMatchObject([422, refused]);
  // It stands in the list at once, so that no push lists the product beside it.
  const listed = { code: "listing.made_by_hand", facts: { id: listingId } };
  expect(await push(product.id)).toEqual({ state: "failed", reasons: [listed] });
  expect(await find()).toEqual({ found: 1, suggested: 1 });
  expect(writes().slice(before)).toEqual([]);
  const lines = [{ skuId, quantity: 1 }];
  const orderId = world.tiktok.placeOrder({ lines, shippingFee: "0", status: "AWAITING_SHIPMENT" });
  expect(await problemOf(orderId)).toBe("order.line_unlinked");
}, 60_000);

it("refuses a product that the store does not sell", async () => {
  const { world, merchant } = connected;
  const { productId } = listByHand("My own mug text", "demo_11");
  const product = await productBySku("demo_11");
  world.prestashop8.edit("products", product.id, { active: "0" });
  const { taskId } = await merchant.call("POST /api/connections/:id/pull", {
    params: params(),
    body: {},
  });
  await connected.finished(taskId);
  await find();
  const { items } = await map([productId]);
  expect(items).toMatchObject([{ state: "failed", reasons: [{ code: "mapping.inactive" }] }]);
}, 30_000);

it("lets a listing of its own be found although a search took it for the seller's", async () => {
  const { world } = connected;
  const product = await productBySku("demo_11");
  expect(await push(product.id)).toMatchObject({ state: "done" });
  const [made] = listProducts(world.storage);
  // The answer of the create was lost: Weft knows its intent, and no id.
  await env.DB.prepare(
    `UPDATE listing SET channel_product_id = NULL, sent = NULL, intent_key = 'push_lost.0', intent_at = 1
     WHERE product_id = ?`,
  )
    .bind(product.id)
    .run();
  expect(await find()).toEqual({ found: 1, suggested: 1 });
  expect(await push(product.id)).toMatchObject({ state: "done" });
  expect(await productBySku("demo_11")).toMatchObject({
    channelProductId: made?.id,
    isMapped: false,
  });
  expect(listProducts(world.storage)).toHaveLength(1);
  expect((await page("sure")).counts.sure).toBe(0);
}, 60_000);

it("refuses pairs that cannot be, and a product that has a listing", async () => {
  listByHand("My own mug text", "demo_11");
  await find();
  await map();
  const { productId, skuId } = listByHand("Two", "two");
  await find();
  const listed = await productBySku("demo_11");
  const pair = { channelSkuId: skuId, variantId: "0" };
  const codes: string[] = [];
  for (const [wanted, pairs] of [
    ["999999", [pair]],
    [listed.id, [pair, pair]],
    [listed.id, [{ ...pair, channelSkuId: "1" }]],
    [listed.id, [{ ...pair, variantId: "77" }]],
  ] as const) {
    const answer = await choose(productId, wanted, [...pairs]);
    const { error } = (await answer.json()) as { error: { code: string } };
    codes.push(`${answer.status} ${error.code}`);
  }
  expect(codes).toEqual([
    "404 product.not_found",
    "422 mapping.paired_twice",
    "422 mapping.pairs_outdated",
    "422 mapping.pairs_outdated",
  ]);
  expect((await choose(productId, listed.id, [pair])).status).toBe(200);
  const { items } = await map([productId]);
  expect(items).toMatchObject([{ state: "failed", reasons: [{ code: "mapping.product_listed" }] }]);
  expect((await productBySku("demo_11")).channelProductId).toBe(listed.channelProductId);
}, 60_000);

it("pairs variants by SKU and barcode, and says what stands alone", async () => {
  const { world } = connected;
  const shirt = await productBySku("demo_1");
  const [small, medium] = shirt.variants;
  world.prestashop8.edit("combinations", medium?.id ?? "", {
    ean13: "4006381333931",
    reference: "",
  });
  world.prestashop8.edit("combinations", small?.id ?? "", { reference: "shirt-s" });
  const { taskId } = await connected.merchant.call("POST /api/connections/:id/pull", {
    params: params(),
    body: {},
  });
  await connected.finished(taskId);
  const { productId } = world.tiktok.addProduct({
    title: "Shirt",
    sellerSku: "",
    price: "20.00",
    quantity: 3,
    variants: [
      { value: "A", sellerSku: "SHIRT-S" },
      { value: "B", sellerSku: "", barcode: "4006381333931" },
      { value: "C", sellerSku: "gift" },
    ],
  });
  await find();
  const [row] = (await page("likely")).rows;
  expect([row?.channelProductId, row?.product?.id]).toEqual([productId, shirt.id]);
  expect(row?.pairs.map(({ variantId }) => variantId)).toEqual([small?.id, medium?.id]);
  const { items } = await map([productId]);
  const partial = { code: "mapping.partial", facts: { skus: 1 } };
  expect(items).toMatchObject([{ state: "done", reasons: [partial] }]);
}, 30_000);

it("hides a listing until it is shown again, searches included", async () => {
  const { merchant } = connected;
  const { productId } = listByHand("My own mug text", "demo_11");
  await find();
  const hide = (isHidden: boolean) =>
    merchant.call("POST /api/connections/:id/unmapped-listings/hide", {
      params: params(),
      body: { ids: [productId], isHidden },
    });
  expect((await hide(true)).counts).toMatchObject({ sure: 0, hidden: 1 });
  await find();
  const { rows } = await page("hidden");
  expect(rows.map(({ channelProductId }) => channelProductId)).toEqual([productId]);
  expect((await hide(false)).counts).toMatchObject({ sure: 1, hidden: 0 });
}, 30_000);

it("is sure of neither of two listings of one product", async () => {
  listByHand("Mug", "demo_11");
  listByHand("The same mug", "DEMO_11");
  expect(await find()).toEqual({ found: 2, suggested: 2 });
  expect((await page("likely")).counts).toMatchObject({ sure: 0, likely: 2 });
}, 30_000);

/** Why an order waits. It is read by a poll: the event of a shop that has just moved may go astray. */
async function problemOf(orderId: string) {
  const { merchant, world } = connected;
  await world.tick();
  await merchant.call("POST /api/connections/:id/orders/refresh", { params: params(), body: {} });
  const of = { params: { ...params(), orderId } };
  const problem = await until(async () => {
    const order = await merchant
      .call("GET /api/connections/:id/orders/:orderId", of)
      .catch(() => undefined);
    return order?.problem ?? undefined;
  }, "the order to wait");
  return problem.code;
}

/** Pushes one product, with what a push needs; answers its item. */
async function push(productId: string) {
  const { merchant, finished, connectionId } = connected;
  await saveSettings(merchant, connectionId, { packageDefaults: PACKAGE_DEFAULTS });
  const suggest = await merchant.call("POST /api/connections/:id/categories/suggest", {
    params: params(),
    body: {},
  });
  await finished(suggest.taskId);
  await merchant.call("POST /api/connections/:id/categories/accept", {
    params: params(),
    body: {},
  });
  const { taskId } = await merchant.call("POST /api/connections/:id/push", {
    params: params(),
    body: { selection: { ids: [productId] } },
  });
  const [item] = (await finished(taskId)).items;
  return { state: item?.state, reasons: item?.reasons };
}

it("lets no push list a second time what the last search found, unless it is hidden", async () => {
  const { merchant, world } = connected;
  const { productId } = listByHand("My own mug text", "demo_11");
  await find();
  const product = await productBySku("demo_11");
  const refusal = {
    state: "failed",
    reasons: [{ code: "listing.made_by_hand", facts: { id: productId } }],
  };
  expect(await push(product.id)).toEqual(refusal);
  expect(listProducts(world.storage)).toHaveLength(1);
  await merchant.call("POST /api/connections/:id/unmapped-listings/hide", {
    params: params(),
    body: { ids: [productId], isHidden: true },
  });
  expect(await push(product.id)).toMatchObject({ state: "done" });
  expect(listProducts(world.storage)).toHaveLength(2);
}, 60_000);

it("lets no push list a second time what the shop held before, though nobody searched", async () => {
  await env.DB.exec("DELETE FROM connection");
  const { world } = connected;
  const { productId } = listByHand("My own mug text", "demo_11");
  connected = await connectedMerchant(world);
  const pull = await connected.merchant.call("POST /api/connections/:id/pull", {
    params: params(),
    body: {},
  });
  await connected.finished(pull.taskId);
  const product = await productBySku("demo_11");
  const refusal = {
    state: "failed",
    reasons: [{ code: "listing.made_by_hand", facts: { id: productId } }],
  };
  expect(await push(product.id)).toEqual(refusal);
  expect(await find()).toMatchObject({ found: 1 });
  await map();
  expect(await productBySku("demo_11")).toMatchObject({ channelProductId: productId });
  expect(listProducts(world.storage)).toHaveLength(1);
}, 60_000);

it("neither lists nor maps what Weft has made itself", async () => {
  await env.DB.exec("DELETE FROM connection");
  connected = await merchantWithListings(() => connectedMerchant(connected.world));
  expect(await find()).toEqual({ found: 0, suggested: 0 });
  const { counts } = await page("sure");
  expect(Object.values(counts)).toEqual([0, 0, 0, 0]);
}, 60_000);
