/** Combinations that are deleted in the store while TikTok Shop sells them, as a merchant sees them. */
import { describe, expect, it } from "vitest";
import { saveSettings, until, type ConnectedMerchant } from "../../support/merchant";
import { merchantWithListings, readOrder } from "../../support/merchant-with-listings";

/** A SKU on sale of a product with several combinations. */
async function variedSku(connected: ConnectedMerchant) {
  const { merchant, connectionId } = connected;
  const params = { id: connectionId };
  const { rows } = await merchant.call("GET /api/connections/:id/products", {
    params,
    query: { tab: "synced" },
  });
  for (const { id } of rows) {
    const product = await readProduct(connected, id);
    const sold = product.variants.find((one) => one.channelSkuId && (one.published ?? 0) > 0);
    const isUntouched = product.deletedVariants.length === 0;
    if (sold?.channelSkuId && isUntouched && product.variants.length > 2)
      return { productId: id, variantId: sold.id, skuId: sold.channelSkuId, sku: sold.sku };
  }
  throw new Error("no product with combinations is on sale");
}

const readProduct = ({ merchant, connectionId }: ConnectedMerchant, productId: string) =>
  merchant.call("GET /api/connections/:id/products/:productId", {
    params: { id: connectionId, productId },
  });

async function placeOnHold({ world }: ConnectedMerchant, skuId: string): Promise<string> {
  const lines = [{ skuId, quantity: 1 }];
  const orderId = world.tiktok.placeOrder({ lines, shippingFee: "2.99", status: "ON_HOLD" });
  await world.tick();
  return orderId;
}

async function becomesDue({ world }: ConnectedMerchant, orderId: string): Promise<void> {
  world.tiktok.advanceOrder(orderId, "AWAITING_SHIPMENT");
  await world.tick();
}

const withProblem = (connected: ConnectedMerchant, orderId: string) =>
  until(async () => {
    const order = await readOrder(connected, orderId).catch(() => undefined);
    return order?.problem ? order : undefined;
  }, "the order to be held");

const imported = (connected: ConnectedMerchant, orderId: string) =>
  until(async () => {
    const order = await readOrder(connected, orderId).catch(() => undefined);
    if (order?.problem) throw new Error(JSON.stringify(order.problem));
    return order?.sourceOrderId ? order : undefined;
  }, "the order to reach the store");

const goodsOf = ({ world }: ConnectedMerchant, sourceOrderId: string | null) =>
  world.prestashop8
    .rows("order_details")
    .filter(({ values }) => values["id_order"] === sourceOrderId)
    .map(({ values }) => `${values["product_id"]}:${values["product_attribute_id"]}`);

describe("a combination that the store deleted", () => {
  it("stays on the product's page, its order becomes one of what is chosen, and one made anew takes its SKU over", async () => {
    const connected = await merchantWithListings();
    // Two tests in one minute need more requests than a store is usually sent.
    await saveSettings(connected.merchant, connected.connectionId, { requestsPerMinute: 600 });
    await chooses(connected);
    await takesOver(connected);
  }, 90_000);
});

/** The order of a deleted combination is pointed at another. */
async function chooses(connected: ConnectedMerchant) {
  const { merchant, world, connectionId } = connected;
  const { productId, variantId, skuId } = await variedSku(connected);
  const orderId = await placeOnHold(connected, skuId);
  world.prestashop8.deleteCombination(variantId);
  await world.tick();
  const [gone] = await until(async () => {
    const { deletedVariants } = await readProduct(connected, productId);
    return deletedVariants[0]?.done === "waiting" || !deletedVariants[0]
      ? undefined
      : deletedVariants;
  }, "the deleted variant to be shown");
  expect(gone).toMatchObject({ channelSkuId: skuId, published: 0 });
  expect(gone?.options.length).toBeGreaterThan(0);
  await becomesDue(connected, orderId);
  const held = await withProblem(connected, orderId);
  expect(held.problem?.code).toBe("order.variant_gone");
  expect(held.lines[0]).toMatchObject({ needsVariant: true, productId });
  const [other] = held.choices;
  expect(other?.productId).toBe(productId);
  const choose = (id: string) => ({
    params: { id: connectionId, orderId },
    body: { channelSkuId: skuId, productId, variantId: id },
  });
  const route = "POST /api/connections/:id/orders/:orderId/variant";
  const refused = await merchant.send(route, choose(variantId));
  expect(await refused.json()).toMatchObject({ error: { code: "order.variant_unknown" } });
  await merchant.call(route, choose(other?.variantId ?? ""));
  const { sourceOrderId, lines } = await imported(connected, orderId);
  expect(goodsOf(connected, sourceOrderId)).toEqual([`${productId}:${other?.variantId}`]);
  expect(lines[0]).toMatchObject({ needsVariant: false, isLinked: true });
  await merchant.call(route, choose(other?.variantId ?? ""));
  const late = await merchant.send(route, choose(held.choices.at(-1)?.variantId ?? ""));
  expect(await late.json()).toMatchObject({ error: { code: "order.variant_closed" } });
}

/** A combination made anew with the reference of the deleted one has its SKU and its order. */
async function takesOver(connected: ConnectedMerchant) {
  const { world } = connected;
  const { productId, variantId, skuId } = await variedSku(connected);
  const orderId = await placeOnHold(connected, skuId);
  const id = world.prestashop8.remakeCombination(variantId);
  await world.tick();
  await until(async () => {
    const { variants, deletedVariants } = await readProduct(connected, productId);
    const own = variants.find((variant) => variant.id === id);
    return (own?.channelSkuId === skuId && deletedVariants.length === 0) || undefined;
  }, "the new combination to take over the SKU");
  await becomesDue(connected, orderId);
  const { sourceOrderId } = await imported(connected, orderId);
  expect(goodsOf(connected, sourceOrderId)).toEqual([`${productId}:${id}`]);
}
