import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import type { PriceRule } from "../../../src/contract/price-rule";
import { channelProducts, mappedCatalogue } from "../../support/catalogue-harness";
import { saveSettings } from "../../support/merchant";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
const DOUBLE: PriceRule = {
  base: "reduced",
  basisPoints: 10_000,
  addedMinor: 0,
  rounding: "minor",
  ending: 99,
  stepMinor: 1,
  floorMinor: null,
  isStorePriceFloor: false,
};

it("a price rule is what a new listing is made with, what a preview compares with, and beaten by the product's own", async () => {
  const harness = await mappedCatalogue();
  const { services, connectionId, merchant, world } = harness;
  const params = { id: connectionId, productId: MUG };
  await saveSettings(merchant, connectionId, { priceRule: DOUBLE });
  const { taskId } = await startPush(services, connectionId, { ids: [MUG] }, "ada");
  await harness.drain();
  expect(await harness.items(taskId)).toEqual([{ key: MUG, state: "done", codes: [] }]);
  const detail = await merchant.call("GET /api/connections/:id/products/:productId", { params });
  const [price] = detail.priceRule.variants;
  expect(price?.channelMinor).toBe(2 * detail.priceMinMinor);
  expect(world.storage.list<{ priceMinor: number }>("tts:sku")[0]?.priceMinor).toBe(
    price?.channelMinor,
  );
  expect(channelProducts(harness)).toHaveLength(1);

  const preview = (priceRule: PriceRule | null) =>
    merchant.call("POST /api/connections/:id/price-preview", {
      params: { id: connectionId },
      body: { priceRule },
    });
  expect(await preview(DOUBLE)).toMatchObject({ count: 0, of: 1, rows: [] });
  expect(await preview(null)).toMatchObject({
    count: 1,
    of: 1,
    isMore: false,
    currency: detail.currency,
    rows: [
      {
        productId: MUG,
        storeMinor: detail.priceMinMinor,
        nowMinor: 2 * detail.priceMinMinor,
        thenMinor: detail.priceMinMinor,
      },
    ],
  });

  // Amounts are of the market's currency: none is taken while the store's is another one.
  const { settingsVersion: seenVersion, currency } = await merchant.call(
    "GET /api/connections/:id",
    { params },
  );
  const amounts = { ...DOUBLE, addedMinor: 100 };
  const setCurrency = (to: string) =>
    env.DB.prepare(
      "UPDATE connection SET source_shop = json_set(source_shop, '$.currency', ?) WHERE id = ?",
    )
      .bind(to, connectionId)
      .run();
  await setCurrency("CHF");
  for (const refused of [
    merchant.send("PUT /api/connections/:id/products/:productId/price-rule", {
      params,
      body: { own: amounts },
    }),
    merchant.send("PATCH /api/connections/:id/settings", {
      params,
      body: { seenVersion, settings: { priceRule: amounts } },
    }),
  ]) {
    expect((await refused).status).toBe(422);
    expect(await (await refused).json()).toMatchObject({
      error: { code: "prices.other_currency" },
    });
  }
  await setCurrency(currency);

  const own = await merchant.call("PUT /api/connections/:id/products/:productId/price-rule", {
    params,
    body: { own: "store" },
  });
  expect(own.priceRule).toMatchObject({ own: "store", ofAll: DOUBLE, isSent: true });
  expect(own.priceRule.variants[0]?.channelMinor).toBe(detail.priceMinMinor);
  expect(await preview(null)).toMatchObject({ count: 0, of: 1 });
  // A price that is TikTok's is changed by no rule.
  services.ledger = () => harness.realLedger;
  await harness.realLedger.changeProductRule(MUG, { sendsPrice: false });
  expect(await preview(null)).toMatchObject({ count: 0, of: 0 });
  await expect(
    merchant.call("PUT /api/connections/:id/products/:productId/price-rule", {
      params: { ...params, productId: "99999" },
      body: { own: null },
    }),
  ).rejects.toThrow(/product.not_found/);
});
