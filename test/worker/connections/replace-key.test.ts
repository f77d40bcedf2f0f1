/** The key that a store's module made is replaced while everything goes on. */
import { expect, it } from "vitest";
import { connectedMerchant, saveSettings, until } from "../../support/merchant";
import { liveSku, merchantWithListings, readOrder } from "../../support/merchant-with-listings";
import { simulatedWorld } from "../../support/simulated-world";

it("by its module: pulls and orders go on, with the new key alone once the old one has ended", async () => {
  const world = simulatedWorld();
  const connected = await merchantWithListings(() => connectedMerchant(world));
  const { merchant, connectionId: id } = connected;
  const params = { id };
  const store = world.prestashop8;
  // More than the default allows is asked within this minute.
  await saveSettings(merchant, id, { requestsPerMinute: 600 });
  const { url } = await merchant.call("POST /api/connections/:id/pairing", { params, body: {} });
  expect((await store.pairModule(url)).isDone).toBe(true);
  expect((await store.connectModule()).isDone).toBe(true);
  const made = () => store.webserviceKeys().filter(({ description }) => description === "Weft");
  const pull = async () => {
    const { taskId } = await merchant.call("POST /api/connections/:id/pull", { params, body: {} });
    return (await connected.finished(taskId)).state;
  };
  const [first] = made();
  expect((await store.replaceModuleKey()).isDone).toBe(true);
  expect(made()).toHaveLength(2);
  // Both are good for a while; that the new one is in use shows once the old one is not.
  store.changeWebserviceKey(first?.key ?? "", { active: false });
  expect(await pull()).toBe("completed");
  const { skuId } = await liveSku(connected);
  const lines = [{ skuId, quantity: 1 }];
  const orderId = world.tiktok.placeOrder({
    lines,
    shippingFee: "2.99",
    status: "AWAITING_SHIPMENT",
  });
  await world.tick();
  const order = await until(async () => {
    const read = await readOrder(connected, orderId).catch(() => undefined);
    return read?.sourceOrderId ? read : undefined;
  }, "the order to reach the store");
  expect(order.problem).toBeNull();
}, 60_000);
