/** What people do in Seller Center, and what the platform shows without having announced it. */
import { describe, expect, it } from "vitest";
import { listSkus } from "../../simulator/tiktok-shop/pages/state";
import { liveMug, openHarness } from "./tiktok-shop-client";

async function ordered() {
  const harness = await openHarness();
  const { productId, skuId } = await liveMug(harness);
  const orderId = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
  const status = () => harness.shop.order(orderId)?.["status"];
  const sku = () => listSkus(harness.storage).find(({ id }) => id === skuId);
  return { harness, orderId, productId, skuId, status, sku };
}

describe("the seller's answer to a buyer who asks to cancel", () => {
  it("ends the order or lets it go on, once", async () => {
    const { harness, orderId, status } = await ordered();
    const refused = harness.shop.buyerCancels(orderId) ?? "";
    harness.shop.sellerAnswers(refused, "reject");
    expect(status()).toBe("AWAITING_SHIPMENT");
    expect(() => harness.shop.sellerAnswers(refused, "approve")).toThrow("no open request");
    harness.shop.sellerAnswers(harness.shop.buyerCancels(orderId) ?? "", "approve");
    expect(status()).toBe("CANCELLED");
  });
});

describe("the seller's own hand on a listing", () => {
  it("changes stock and price by the rules of the API", async () => {
    const { harness, skuId, sku } = await ordered();
    harness.shop.sellerEdits(skuId, { quantity: 7, price: "8.20" });
    expect(sku()).toMatchObject({ priceMinor: 820, stock: [{ available: 7, committed: 1 }] });
    expect(() => harness.shop.sellerEdits(skuId, { quantity: 0 })).toThrow("must be within");
    expect(() => harness.shop.sellerEdits(skuId, { price: "0" })).toThrow("price");
    expect(() => harness.shop.sellerEdits("1", { quantity: 7 })).toThrow("no SKU 1");
    harness.shop.lockSku(skuId, true);
    expect(() => harness.shop.sellerEdits(skuId, { quantity: 9 })).toThrow("locked");
    expect(sku()).toMatchObject({ priceMinor: 820, stock: [{ available: 7, committed: 1 }] });
  });

  it("takes it off sale, once", async () => {
    const { harness, productId } = await ordered();
    harness.shop.sellerDeactivates(productId);
    const detail = await harness.call("GET", `/product/202309/products/${productId}`);
    expect(detail.data["status"]).toBe("SELLER_DEACTIVATED");
    expect(() => harness.shop.sellerDeactivates(productId)).toThrow("status");
  });
});

describe("a status that no document names", () => {
  it("is on the wire of one order until the platform takes it back", async () => {
    const { harness, orderId, status } = await ordered();
    const read = async () => {
      const answer = await harness.call("GET", "/order/202507/orders", { query: { ids: orderId } });
      return (answer.data["orders"] as { status: string }[])[0]?.status;
    };
    harness.shop.showStatus(orderId, "AWAITING_DRONE");
    expect(await read()).toBe("AWAITING_DRONE");
    harness.shop.showStatus(orderId, null);
    expect([await read(), status()]).toEqual(["AWAITING_SHIPMENT", "AWAITING_SHIPMENT"]);
    expect(() => harness.shop.showStatus("1", "AWAITING_DRONE")).toThrow("no order 1");
  });
});
