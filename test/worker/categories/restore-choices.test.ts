/** What people chose for categories, in a connection that they delete and make again. */
import { env } from "cloudflare:workers";
import { beforeEach, expect, it } from "vitest";
import { connectedMerchant, type ConnectedMerchant } from "../../support/merchant";
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

it("are there again where the same account connects the same store and shop", async () => {
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
  const { rows } = await again.merchant.call("GET /api/connections/:id/activity", {
    ...idOf(again),
    query: {},
  });
  expect(rows).toContainEqual(
    expect.objectContaining({
      kind: "category.restored",
      actor: "weft",
      facts: { count: before.length },
    }),
  );
}, 60_000);

it("are not given to another account, nor to another store", async () => {
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
