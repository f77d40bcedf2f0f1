import { expect, it } from "vitest";
import type { Product } from "../../../simulator/tiktok-shop/products/product";
import {
  channelProducts,
  mappedCatalogue,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { saveSettings, until } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
/** More than the store has of anything. */
const EVER_LOW = { threshold: 90_000, action: "deactivate" } as const;

const isActive = (harness: CatalogueHarness) =>
  channelProducts(harness).every(
    ({ id }) => harness.world.storage.get<Product>("tts:product", id)?.productStatus === "ACTIVATE",
  );

it("a threshold is saved with the settings, beaten by the product's own, and said on its page and in lists", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, merchant, world } = harness;
  services.ledger = () => harness.realLedger;
  await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await harness.drain();
  for (const { id } of channelProducts(harness)) world.tiktok.reviewProduct(id, "APPROVED");
  const params = { id: connectionId, productId: MUG };
  const read = () => merchant.call("GET /api/connections/:id/products/:productId", { params });

  await saveSettings(merchant, connectionId, { lowStock: EVER_LOW });
  await until(() => !isActive(harness), "the product to be off sale");
  const detail = await until(async () => {
    const found = await read();
    return found.offSale === "threshold" ? found : undefined;
  }, "the page to say why");
  expect(detail.lowStock).toMatchObject({
    own: { lowStock: null, isExcluded: false },
    ofAll: EVER_LOW,
    isStockSent: true,
  });
  expect(detail.lowStock.flips[0]).toMatchObject({ what: "off_sale", after: 0, threshold: 90_000 });
  const { rows } = await merchant.call("GET /api/connections/:id/products", {
    params: { id: connectionId },
    query: { tab: "all" },
  });
  const causes = Object.fromEntries(rows.map(({ id, offSale }) => [id, offSale]));
  expect(causes[MUG]).toBe("threshold");
  expect(Object.values(causes).filter((cause) => cause !== null)).toHaveLength(1);

  const body = { lowStock: null, isExcluded: true };
  const saved = await merchant.call("PUT /api/connections/:id/products/:productId/low-stock", {
    params,
    body,
  });
  expect(saved.lowStock.own).toEqual(body);
  await until(
    async () => (await read()).lowStock.flips.some(({ what }) => what === "on_sale"),
    "the product to be back",
  );
  await expect(
    merchant.call("PUT /api/connections/:id/products/:productId/low-stock", {
      params: { ...params, productId: "99999" },
      body,
    }),
  ).rejects.toThrow(/404|product.not_found/);
});
