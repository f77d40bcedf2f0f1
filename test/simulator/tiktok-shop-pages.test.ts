import { describe, expect, it } from "vitest";
import { liveMug, mugBody, openHarness, ORIGIN, type Harness } from "./tiktok-shop-client";

const get = async (harness: Harness, path: string) =>
  (await harness.shop.fetch(new Request(ORIGIN + path))).text();

const post = (harness: Harness, path: string, form: Record<string, string>) =>
  harness.shop.fetch(
    new Request(ORIGIN + path, { method: "POST", body: new URLSearchParams(form) }),
  );

describe("Seller Center", () => {
  it("shows products and ends an audit by a button", async () => {
    const harness = await openHarness();
    const body = await mugBody(harness, { title: "A <b>bold</b> mug & its saucer's plate" });
    const created = await harness.call("POST", "/product/202309/products", { body });
    const id = String(created.data["product_id"]);
    const shown = await get(harness, "/seller-center");
    expect(shown).toContain("A &lt;b&gt;bold&lt;/b&gt; mug &amp; its saucer&#39;s plate");
    expect(shown).toContain("Approve");
    await post(harness, "/seller-center", { id, action: "reject" });
    expect(await get(harness, "/seller-center")).toContain("FAILED");
  });

  it("adds a product by hand, which buyers may order though no app made it", async () => {
    const harness = await openHarness();
    const form = { shop: harness.shopId, title: "Soy candle, fig", "seller-sku": "CANDLE-FIG" };
    const path = "/seller-center/products/new";
    expect(await get(harness, path)).toContain(`value="${harness.shopId}"`);
    const wrong = await post(harness, path, { ...form, price: "0", quantity: "5" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("The product price is invalid");
    const added = await post(harness, path, { ...form, price: "12.50", quantity: "5" });
    expect(added.headers.get("location")).toBe("/seller-center");
    const [product] = harness.storage.list<{ id: string }>("tts:product");
    harness.shop.reviewProduct(product?.id ?? "", "APPROVED");
    const shown = await get(harness, "/seller-center");
    for (const part of ["Soy candle, fig", "CANDLE-FIG", "12.50 GBP, 5 available", "ACTIVATE"])
      expect(shown).toContain(part);
    const picture = /src="([^"]+)" alt="" width="48"/.exec(shown)?.[1] ?? "";
    const image = await harness.shop.fetch(new Request(picture));
    expect(image.headers.get("content-type")).toBe("image/png");
    const orderId = harness.shop.placeOrder({ lines: [{ sellerSku: "CANDLE-FIG", quantity: 1 }] });
    expect(harness.shop.order(orderId)?.["status"]).toBe("AWAITING_SHIPMENT");
    const read = await harness.call("GET", `/product/202309/products/${product?.id}`);
    expect(read.data).toMatchObject({ title: "Soy candle, fig", status: "ACTIVATE" });
  });

  it("places a test order by a form and moves it by buttons", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const form = await get(harness, "/seller-center/orders/new");
    expect(form).toContain(`value="${skuId}"`);
    const placed = await post(harness, "/seller-center/orders/new", {
      sku: skuId,
      quantity: "2",
      status: "ON_HOLD",
      "seller-discount": "1",
      "platform-discount": "",
      "shipping-fee": "2.50",
    });
    expect(placed.headers.get("location")).toBe("/seller-center/orders");
    const [order] = harness.storage.list<{ id: string }>("tts:order");
    const id = order?.id ?? "";
    expect(await get(harness, "/seller-center/orders")).toContain("26.50 GBP");
    await post(harness, "/seller-center/orders", {
      id,
      action: "advance",
      status: "AWAITING_SHIPMENT",
    });
    await post(harness, "/seller-center/orders", { id, action: "buyer-cancel" });
    const asked = await get(harness, "/seller-center/orders");
    expect(asked).toContain("The buyer asks to cancel");
    const cancel = /name="cancel" value="(\d+)"/.exec(asked)?.[1] ?? "";
    await post(harness, "/seller-center/orders", { cancel, action: "approve" });
    expect(harness.shop.order(id)?.["status"]).toBe("CANCELLED");
  });

  it("says why an order cannot be placed", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const refused = await post(harness, "/seller-center/orders/new", {
      sku: skuId,
      quantity: "21",
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Only 20 of SKU MUG-1 are available.");
  });

  it("lists what was sent and how it was answered", async () => {
    const harness = await openHarness("GB", {}, "https://app.test/hook");
    harness.replies.push(500);
    await liveMug(harness);
    await harness.shop.tick();
    const shown = await get(harness, "/seller-center/webhooks");
    expect(shown).toContain("PRODUCT_CREATION");
    expect(shown).toContain("500");
    expect(shown).toContain("Send now");
  });
});
