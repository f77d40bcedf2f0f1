import { expect, it } from "vitest";
import { wakeChecks } from "../../../src/tasks/run-checks";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { startPush } from "../../support/start-tasks";

it("a product's page says what waits for a push, and what the seller changed on the channel", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, merchant, world } = harness;
  const params = { id: connectionId, productId: "7" };
  const differences = () =>
    merchant.call("GET /api/connections/:id/products/:productId/differences", { params });
  expect(await differences()).toEqual({ pending: [], edited: [] });
  await startPush(services, connectionId, { ids: ["7"] }, "ada");
  await harness.drain();
  expect(await differences()).toEqual({ pending: [], edited: [] });
  await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
    params,
    body: { package: { weightGrams: 777 } },
  });
  expect(await differences()).toEqual({ pending: ["packageWeight"], edited: [] });
  const [listed] = channelProducts(harness);
  const key = listed?.id ?? "";
  const product = JSON.stringify(world.storage.get("tts:product", key));
  const edited = product.replaceAll(/"title":"[^"]+/g, '"title":"A title of the seller');
  expect(edited).not.toBe(product);
  world.storage.put("tts:product", key, JSON.parse(edited));
  expect(await differences()).toEqual({ pending: ["packageWeight"], edited: ["title"] });
});

it("the list says whose changes wait for a push, with a count and a filter, until they are pushed or taken back", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, merchant, statements } = harness;
  const params = { id: connectionId };
  const reason = "listing.changes_wait";
  const waiting = async () => {
    const { rows, counts } = await merchant.call("GET /api/connections/:id/products", {
      params,
      query: { reason },
    });
    expect(counts.all).toBe(rows.length);
    return rows.map(({ id, hasChanges }) => [id, hasChanges]);
  };
  const push = async (ids: string[]) => {
    await startPush(services, connectionId, { ids }, "ada");
    await harness.drain();
  };
  const weigh = async (weightGrams: number) => {
    const body = { package: { weightGrams } };
    await merchant.call("PATCH /api/connections/:id/products/:productId/details", {
      params: { ...params, productId: "7" as never },
      body,
    });
    await wakeChecks(services, connectionId);
    await harness.drain();
  };
  await push(["7", "8"]);
  expect(await waiting()).toEqual([]);
  await weigh(777);
  expect(await waiting()).toEqual([["7", true]]);
  const { entries } = await merchant.call("GET /api/connections/:id/attention", { params });
  expect(entries.filter(({ code }) => code === reason)).toMatchObject([{ count: 1 }]);
  // It stops nothing: the count before a push says so.
  const selection = { ids: ["7", "8"] };
  expect(
    await merchant.call("POST /api/connections/:id/selection-count", {
      params,
      body: { selection },
    }),
  ).toMatchObject({ count: 2, stopped: 0, reasons: [] });
  await push(["7"]);
  expect(await waiting()).toEqual([]);
  await weigh(778);
  expect(await waiting()).toEqual([["7", true]]);
  await weigh(777);
  expect(await waiting()).toEqual([]);
  statements.length = 0;
  await push(["7"]);
  expect(
    statements.filter(
      ({ sql, rowsWritten }) => rowsWritten > 0 && /product_check/.test(sql.slice(0, 60)),
    ),
  ).toEqual([]);
}, 60_000);
