import { describe, expect, it } from "vitest";
import {
  leafId,
  liveMug,
  mugBody,
  openHarness,
  salesWarehouse,
  type Harness,
} from "./tiktok-shop-client";

const detail = (harness: Harness, id: string) =>
  harness.call("GET", `/product/202309/products/${id}`);

describe("an edit of a product", () => {
  it("drops a SKU that an edit leaves out, full or partial, and keeps price and stock of others", async () => {
    const harness = await openHarness();
    const { productId: id, skuId } = await liveMug(harness);
    const named = (value_name: string) => [{ name: "Colour", value_name }];
    const price = { amount: "9.00", currency: "GBP" };
    const inventory = [{ warehouse_id: await salesWarehouse(harness), quantity: 4 }];
    const partial = (skus: unknown[]) =>
      harness.call("POST", `/product/202509/products/${id}/partial_edit`, { body: { skus } });
    const kept = { id: skuId, seller_sku: "MUG-1", sales_attributes: named("Blue") };
    const added = { seller_sku: "MUG-2", sales_attributes: named("Red"), price, inventory };
    const both = (await partial([kept, added])).data["skus"] as { id: string }[];
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data["skus"]).toMatchObject([
      { id: skuId, price: { sale_price: "12.50" }, inventory: [{ quantity: 20 }] },
      { id: both[1]?.id, price: { sale_price: "9.00" }, inventory: [{ quantity: 4 }] },
    ]);
    await partial([kept]);
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data["skus"]).toMatchObject([{ id: skuId }]);
    const other = { ...added, seller_sku: "MUG-3" };
    await harness.call("PUT", `/product/202509/products/${id}`, {
      body: await mugBody(harness, { skus: [other] }),
    });
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data["skus"]).toMatchObject([{ seller_sku: "MUG-3" }]);
  });

  it("changes no category by a partial edit", async () => {
    const harness = await openHarness();
    const { productId: id } = await liveMug(harness);
    const category_id = await leafId(harness, "Kitchen & Dining", "Drinkware", "Glasses");
    const before = (await detail(harness, id)).data["category_chains"];
    const path = `/product/202509/products/${id}/partial_edit`;
    await harness.call("POST", path, { body: { category_id, title: "A mug of another title" } });
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data).toMatchObject({
      title: "A mug of another title",
      category_chains: before,
    });
  });
});
