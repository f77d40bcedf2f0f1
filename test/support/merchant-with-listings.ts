/** A connected merchant whose products are live on the channel, and what tests read of them. */
import { expect } from "vitest";
import {
  connectedMerchant,
  PACKAGE_DEFAULTS,
  saveSettings,
  until,
  type ConnectedMerchant,
} from "./merchant";
import { simulatedWorld } from "./simulated-world";
import { webhookSecretOf } from "./webhook-secret";

export async function merchantWithListings(
  connect = () => connectedMerchant(simulatedWorld()),
): Promise<ConnectedMerchant> {
  const connected = await connect();
  const { merchant, connectionId, world } = connected;
  const params = { id: connectionId };
  const { webhookUrl } = await merchant.call("GET /api/connections/:id", { params });
  const secret = await webhookSecretOf(connectionId);
  world.prestashop8.configureModule({ webhookUrl, secret });
  const { carriers, providers } = await merchant.call("GET /api/connections/:id/carriers", {
    params,
  });
  const provider = providers[0] ?? { id: "", name: "" };
  await saveSettings(merchant, connectionId, {
    packageDefaults: PACKAGE_DEFAULTS,
    carrierMap: carriers.map((carrier) => ({
      carrierReference: carrier.reference,
      carrierName: carrier.name,
      providerId: provider.id,
      providerName: provider.name,
    })),
  });
  const pull = await merchant.call("POST /api/connections/:id/pull", { params, body: {} });
  expect(await connected.finished(pull.taskId)).toMatchObject({ state: "completed" });
  const suggest = await merchant.call("POST /api/connections/:id/categories/suggest", {
    params,
    body: {},
  });
  await connected.finished(suggest.taskId);
  await merchant.call("POST /api/connections/:id/categories/accept", { params, body: {} });
  const push = await merchant.call("POST /api/connections/:id/push", {
    params,
    body: { selection: { filter: { tab: "all" } } },
  });
  await connected.finished(push.taskId);
  for (const { channelProductId } of await productRows(connected))
    if (channelProductId) world.tiktok.reviewProduct(channelProductId, "APPROVED");
  await world.tick();
  return connected;
}

async function productRows({ merchant, connectionId }: ConnectedMerchant) {
  const { rows } = await merchant.call("GET /api/connections/:id/products", {
    params: { id: connectionId },
    query: { tab: "all" },
  });
  return rows;
}

export async function readOrder({ merchant, connectionId }: ConnectedMerchant, orderId: string) {
  return merchant.call("GET /api/connections/:id/orders/:orderId", {
    params: { id: connectionId, orderId },
  });
}

export async function liveSku(connected: ConnectedMerchant) {
  const live = await until(async () => {
    const rows = await productRows(connected);
    return rows.find((row) => row.listingStatus === "live");
  }, "a live product");
  const product = await connected.merchant.call("GET /api/connections/:id/products/:productId", {
    params: { id: connected.connectionId, productId: live.id },
  });
  const variant = product.variants.find(({ channelSkuId, stock }) => channelSkuId && stock > 5);
  if (!variant?.channelSkuId) throw new Error("the live product has no offer in stock");
  return { productId: live.id, variant, skuId: variant.channelSkuId };
}
