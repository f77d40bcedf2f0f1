/** What people chose in a connection that they delete and make again. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it, vi } from "vitest";
import { connectedMerchant, saveSettings, type ConnectedMerchant } from "../../support/merchant";
import { simulatedWorld } from "../../support/simulated-world";

// A shop feeds one connection.
beforeEach(() => env.DB.exec("DELETE FROM connection"));

const idOf = ({ connectionId }: ConnectedMerchant) => ({ params: { id: connectionId } });

async function pulled(connected: ConnectedMerchant): Promise<ConnectedMerchant> {
  const pull = { ...idOf(connected), body: {} };
  const { taskId } = await connected.merchant.call("POST /api/connections/:id/pull", pull);
  await connected.finished(taskId);
  return connected;
}

async function mappingsOf(connected: ConnectedMerchant) {
  const { merchant } = connected;
  const { rows } = await merchant.call("GET /api/connections/:id/categories", {
    ...idOf(connected),
  });
  return rows.flatMap(({ sourceCategoryId, mapping }) =>
    mapping ? [[sourceCategoryId, mapping.state, mapping.categoryId]] : [],
  );
}

/** Suggestions accepted, and a text set for a category of the shop. */
async function chosen(connected: ConnectedMerchant) {
  const { merchant } = await pulled(connected);
  const call = { ...idOf(connected), body: {} };
  const suggest = await merchant.call("POST /api/connections/:id/categories/suggest", call);
  await connected.finished(suggest.taskId);
  await merchant.call("POST /api/connections/:id/categories/accept", call);
  const mappings = await mappingsOf(connected);
  await env.DB.prepare(
    `INSERT INTO category_details (connection_id, category_id, details, updated_at)
    VALUES (?, ?, '{"brand":{"id":"7","name":"Own"}}', 1)`,
  )
    .bind(connected.connectionId, String(mappings[0]?.[2]))
    .run();
  return mappings;
}

async function disconnect({ merchant, connectionId }: ConnectedMerchant): Promise<void> {
  const params = { id: connectionId };
  const { name } = await merchant.call("GET /api/connections/:id", { params });
  const body = { confirmName: name };
  await merchant.call("DELETE /api/connections/:id", { params, body });
}

async function activityOf(connected: ConnectedMerchant) {
  const call = { ...idOf(connected), query: {} };
  const { rows } = await connected.merchant.call("GET /api/connections/:id/activity", call);
  return rows;
}

it("has the categories again where the same account connects the same store and shop", async () => {
  const world = simulatedWorld();
  const first = await connectedMerchant(world);
  const before = await chosen(first);
  expect(before.length).toBeGreaterThan(1);
  await disconnect(first);
  const again = await pulled(await connectedMerchant(world, { merchant: first.merchant }));
  expect(await mappingsOf(again)).toEqual(before);
  const { results } = await env.DB.prepare(
    "SELECT connection_id, details FROM category_details",
  ).all();
  expect(results).toEqual([
    { connection_id: again.connectionId, details: '{"brand":{"id":"7","name":"Own"}}' },
  ]);
  expect(await activityOf(again)).toContainEqual(
    expect.objectContaining({
      kind: "category.restored",
      actor: "weft",
      facts: { count: before.length },
    }),
  );
}, 60_000);

it("gives categories to no other account, nor to another store", async () => {
  const world = simulatedWorld();
  const first = await connectedMerchant(world);
  await chosen(first);
  await disconnect(first);
  const other = await pulled(await connectedMerchant(world));
  expect(await mappingsOf(other)).toEqual([]);
  await env.DB.exec("DELETE FROM connection");
  await env.DB.exec("UPDATE former_choices SET source_url = 'https://elsewhere.example'");
  const moved = await pulled(await connectedMerchant(world, { merchant: first.merchant }));
  expect(await mappingsOf(moved)).toEqual([]);
}, 60_000);

const SETTINGS = {
  packageDefaults: { lengthMm: 111, widthMm: 222, heightMm: 33, weightGrams: 444 },
  orderStateMap: [{ orderStateId: "9", meaning: "shipped" as const }],
  holdBack: 3,
};

/** A brand and an attribute set for the first product, a category for the second. */
async function productsSet(connected: ConnectedMerchant): Promise<[string, string]> {
  const { merchant, connectionId } = await pulled(connected);
  const { rows } = await merchant.call("GET /api/connections/:id/products", {
    ...idOf(connected),
    query: { tab: "all" },
  });
  const [first, second] = [String(rows[0]?.id), String(rows[1]?.id)];
  await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
    params: { id: connectionId, productId: first },
    body: { brand: { name: "Own" }, attributes: { "100": [{ name: "Wool" }] } },
  });
  await env.DB.prepare("UPDATE product SET channel_category_id = '600001' WHERE product_id = ?")
    .bind(second)
    .run();
  return [first, second];
}

/** Category and details of the products of which anything was set. */
async function setIn({ connectionId }: ConnectedMerchant) {
  const { results } = await env.DB.prepare(
    `SELECT product_id, channel_category_id, details FROM product
    WHERE connection_id = ? AND (details IS NOT NULL OR channel_category_id IS NOT NULL)`,
  )
    .bind(connectionId)
    .all<{ product_id: string; channel_category_id: string | null; details: string | null }>();
  return Object.fromEntries(
    results.map((row) => [
      row.product_id,
      [row.channel_category_id, JSON.parse(row.details ?? "{}")],
    ]),
  );
}

/** Gives each shop one more sales warehouse. */
function addWarehouse(): void {
  const inner = vi.mocked(globalThis.fetch).getMockImplementation();
  if (!inner) throw new Error("make the world first");
  vi.mocked(globalThis.fetch).mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const answer = await inner(request);
    if (new URL(request.url).pathname !== "/logistics/202309/warehouses") return answer;
    const body: { data: { warehouses: { type: string }[] } } = await answer.json();
    const sales = body.data.warehouses.find(({ type }) => type === "SALES_WAREHOUSE");
    const more = { ...sales, id: "7068517275547719999", name: "North", is_default: false };
    body.data.warehouses.push(more as { type: string });
    return Response.json(body);
  });
}

it("has settings, warehouse and what was set for products again", async () => {
  const world = simulatedWorld();
  addWarehouse();
  const first = await connectedMerchant(world);
  const [own, moved] = await productsSet(first);
  await saveSettings(first.merchant, first.connectionId, SETTINGS);
  const { warehouses } = await first.merchant.call("GET /api/connections/:id", idOf(first));
  const warehouseId = warehouses.at(-1)?.id ?? "";
  expect(warehouseId).not.toBe(warehouses[0]?.id);
  await first.merchant.call("PATCH /api/connections/:id/settings", {
    ...idOf(first),
    body: { seenVersion: 1, warehouseId },
  });
  const set = await setIn(first);
  expect(set).toEqual({
    [own]: [null, { brand: { name: "Own" }, attributes: { "100": [{ name: "Wool" }] } }],
    [moved]: ["600001", {}],
  });
  await disconnect(first);

  const again = await connectedMerchant(world, { merchant: first.merchant });
  const detail = await again.merchant.call("GET /api/connections/:id", idOf(again));
  expect(detail.settings).toMatchObject(SETTINGS);
  expect(detail.warehouseId).toBe(warehouseId);
  expect(await setIn(await pulled(again))).toEqual(set);
  const activity = await activityOf(again);
  expect(activity).toContainEqual(
    expect.objectContaining({ kind: "product.restored", facts: { count: 2 } }),
  );
  const noted = activity.find(({ kind }) => kind === "connection.settings_restored");
  expect(String(noted?.facts["fields"]).split(", ").toSorted()).toEqual(
    Object.keys(SETTINGS).toSorted(),
  );

  // Twice deleted, in between not pulled.
  await disconnect(again);
  await disconnect(await connectedMerchant(world, { merchant: first.merchant }));
  const last = await pulled(await connectedMerchant(world, { merchant: first.merchant }));
  expect(await setIn(last)).toEqual(set);
}, 60_000);

it("leaves what was chosen since as it is, and forgets what was taken back", async () => {
  const world = simulatedWorld();
  const first = await connectedMerchant(world);
  const [own, moved] = await productsSet(first);
  await saveSettings(first.merchant, first.connectionId, SETTINGS);
  await disconnect(first);
  const again = await pulled(await connectedMerchant(world, { merchant: first.merchant }));
  const { merchant, connectionId } = again;
  await saveSettings(merchant, connectionId, { holdBack: 8 });
  await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
    params: { id: connectionId, productId: own },
    body: { brand: null, attributes: { "100": null } },
  });
  // Bound when its products are known already.
  await env.DB.exec(`UPDATE connection SET channel_shop_id = NULL WHERE id = '${connectionId}'`);
  await env.DB.exec("UPDATE product SET channel_category_id = NULL, details = NULL");
  const shop = world.tiktok.shops().find(({ region }) => region === "GB");
  await merchant.call("POST /api/connections/:id/shop", {
    ...idOf(again),
    body: { shopId: String(shop?.id) },
  });
  const detail = await merchant.call("GET /api/connections/:id", idOf(again));
  expect(detail.settings).toMatchObject({ ...SETTINGS, holdBack: 8 });
  expect(Object.keys(await setIn(again)).toSorted()).toEqual([own, moved].toSorted());

  await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
    params: { id: connectionId, productId: own },
    body: { brand: null, attributes: { "100": null } },
  });
  await disconnect(again);
  const last = await pulled(await connectedMerchant(world, { merchant }));
  expect(await setIn(last)).toEqual({
    [own]: [null, { attributes: {} }],
    [moved]: ["600001", {}],
  });
}, 60_000);

it("gives settings and products to no other account", async () => {
  const world = simulatedWorld();
  const first = await connectedMerchant(world);
  await productsSet(first);
  await saveSettings(first.merchant, first.connectionId, SETTINGS);
  await disconnect(first);
  const other = await pulled(await connectedMerchant(world));
  const { settings } = await other.merchant.call("GET /api/connections/:id", idOf(other));
  expect(settings.holdBack).toBe(0);
  expect(await setIn(other)).toEqual({});
}, 60_000);
