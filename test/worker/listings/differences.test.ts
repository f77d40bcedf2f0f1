import { expect, it } from "vitest";
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
