import { expect, it } from "vitest";
import type { Sku } from "../../../simulator/tiktok-shop/products/product";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf, until } from "../../support/merchant";
import { plantLeaf } from "../../support/plant-leaf";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
const LEAF = "609990";

it("a category's share counts for whatever comes into it, by its own choice or by its store category's", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, merchant, world } = harness;
  services.ledger = () => harness.realLedger;
  await plantLeaf(services.db, connectionId, { categoryId: LEAF, path: "Home > Mugs" });
  await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await harness.drain();
  for (const { id } of channelProducts(harness)) world.tiktok.reviewProduct(id, "APPROVED");
  const shown = () =>
    world.storage
      .list<Sku>("tts:sku")
      .filter(({ productId }) => channelProducts(harness).some(({ id }) => id === productId))
      .map(({ stock }) => stock[0]?.available);
  const [all = 0] = shown();
  expect(all).toBeGreaterThan(2);
  const ofLeaf = { id: connectionId, categoryId: LEAF };
  const own = { units: null, percent: null, maximum: 2 };
  await merchant.call("PUT /api/connections/:id/channel-categories/:categoryId/stock-rule", {
    params: ofLeaf,
    body: { own },
  });
  const choose = (categoryId: string | null) =>
    merchant.call("PUT /api/connections/:id/products/:productId/category", {
      params: { id: connectionId, productId: MUG },
      body: { categoryId },
    });
  await choose(LEAF);
  await until(() => shown()[0] === 2, "the category's number to be shown");
  await choose(null);
  await until(() => shown()[0] === all, "all of it to be shown again");
  const { rows } = await merchant.call("GET /api/connections/:id/categories", {
    params: { id: connectionId },
  });
  const product = await merchant.call("GET /api/connections/:id/products/:productId", {
    params: { id: connectionId, productId: MUG },
  });
  const ofMug = rows.find(({ path }) => path === product.sourceCategory);
  if (!ofMug) throw new Error("the mug has no category in the store");
  await merchant.call("PUT /api/connections/:id/categories/:sourceCategoryId", {
    params: { id: connectionId, sourceCategoryId: ofMug.sourceCategoryId },
    body: { categoryId: LEAF },
  });
  await until(() => shown()[0] === 2, "the category's number to be shown once more");
  // A rule of a category that the channel took away may still be cleared.
  await rowsOf("DELETE FROM channel_category WHERE category_id = ?", LEAF);
  await merchant.call("PUT /api/connections/:id/channel-categories/:categoryId/stock-rule", {
    params: ofLeaf,
    body: { own: null },
  });
  await until(() => shown()[0] === all, "all of it to be shown at last");
});
