import { describe, expect, it } from "vitest";
import { liveMug, mugBody, openHarness, pngBytes, uploadImage } from "./tiktok-shop-client";

const PRODUCTS = "/product/202309/products";

describe("the surprises of the platform", () => {
  it("1: code 0 can hold failures, also with a text code for external orders", async () => {
    const harness = await openHarness();
    const batch = await harness.call("POST", `${PRODUCTS}/deactivate`, {
      body: { product_ids: ["1"] },
    });
    expect(batch).toMatchObject({ code: 0, data: { errors: [{ code: 12052990 }] } });
    const orders = [{ id: "1", external_order: { id: "9", platform: "PRESTASHOP" } }];
    const linked = await harness.call("POST", "/order/202406/orders/external_orders", {
      body: { orders },
    });
    expect(linked).toMatchObject({ code: 0, data: { errors: [{ code: "36020001" }] } });
  });

  it("2: one code covers many gateway faults and only the message distinguishes them", async () => {
    const harness = await openHarness();
    const path = "/logistics/202309/warehouses";
    const messages = await Promise.all(
      [{ appKey: "x" }, { timestamp: "1" }, { sign: null }, { token: "x" }].map((options) =>
        harness.call("GET", path, options),
      ),
    );
    expect(messages.map(({ code }) => code)).toEqual(Array(4).fill(36009004));
    expect(new Set(messages.map(({ message }) => message)).size).toBe(4);
    const both = await harness.call("GET", path, { appKey: "x", sign: "0" });
    expect(both.message).toContain("app_key");
  });

  it("3: image upload refuses a cipher, most calls demand one", async () => {
    const harness = await openHarness();
    const form = new FormData();
    form.set("data", new Blob([pngBytes(400, 400)]), "a.png");
    const path = "/product/202309/images/upload";
    expect((await harness.call("POST", path, { form })).message).toContain("Unexpected identifier");
    expect((await harness.call("GET", "/event/202309/webhooks", { cipher: null })).code).toBe(
      106013,
    );
  });

  it("4: the wire is misspelt", async () => {
    const harness = await openHarness();
    const brands = await harness.call("GET", "/product/202309/brands", {
      query: { page_size: "9" },
    });
    const shop = await harness.call("GET", "/product/202312/prerequisites");
    const warehouses = await harness.call("GET", "/logistics/202309/warehouses");
    expect(brands.text).toContain("UNAUTHORIEZD");
    expect(shop.text).toContain("BANk_ACCOUNT");
    expect(warehouses.text).toContain('"distict"');
  });

  it("7: a draft is not activated but edited, and a full edit deletes SKUs it leaves out", async () => {
    const harness = await openHarness();
    const draft = await harness.call("POST", PRODUCTS, {
      body: await mugBody(harness, { save_mode: "AS_DRAFT" }),
    });
    const product_ids = [draft.data["product_id"]];
    const activated = await harness.call("POST", `${PRODUCTS}/activate`, { body: { product_ids } });
    expect(activated.data["errors"]).toHaveLength(1);
    const path = `${PRODUCTS}/${String(product_ids[0])}`;
    const before = draft.data["skus"] as { id: string }[];
    await harness.call("PUT", path, { body: await mugBody(harness) });
    const after = (await harness.call("GET", path)).data["skus"] as { id: string }[];
    expect(after.map(({ id }) => id)).not.toContain(before[0]?.id);
  });

  it("8: the second category tree is demanded though the first is the default", async () => {
    const harness = await openHarness();
    const body = await mugBody(harness, { category_version: undefined });
    expect((await harness.call("POST", PRODUCTS, { body })).code).toBe(12052217);
  });

  it("9: a price, stock or shipping call sent twice is not recognised as the same", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    const ship = () =>
      harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
        query: { idempotency_key: "same" },
        body: { tracking_number: "AB123456789GB", shipping_provider_id: "7117858858072016686" },
      });
    expect([(await ship()).code, (await ship()).code]).toEqual([0, 21008099]);
  });

  it("11: there is one line item a unit, and no package before shipping in GB", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const order = harness.shop.order(harness.shop.placeOrder({ lines: [{ skuId, quantity: 4 }] }));
    expect(order?.["line_items"]).toHaveLength(4);
    expect(order?.["packages"]).toEqual([]);
    expect((order?.["line_items"] as object[] | undefined)?.[0]).toMatchObject({ package_id: "" });
  });

  it("13: the SKU maximum is the market's or a switch, quantity 0 a switch with the strict side first", async () => {
    const strict = await openHarness("GB", { skuMaximum: 100 });
    const lenient = await openHarness("GB", { zeroQuantity: true });
    const answers = await Promise.all(
      [strict, lenient].map(async (harness) => {
        const body = await mugBody(harness);
        const [sku] = body["skus"] as { inventory: { warehouse_id: string }[] }[];
        const inventory = [{ ...sku?.inventory[0], quantity: 0 }];
        const skus = Array.from({ length: 101 }, (_, n) => ({
          ...sku,
          inventory,
          sales_attributes: [{ id: "100000", value_name: `Shade ${n}` }],
        }));
        const check = await harness.call("POST", `${PRODUCTS}/listing_check`, {
          body: { ...body, skus },
        });
        return (check.data["fail_reasons"] as { code: number }[]).map(({ code }) => code);
      }),
    );
    expect(answers[0]).toEqual(expect.arrayContaining([12052050, 12052055]));
    expect(answers[1]).toEqual([]);
  });

  it("gives every id 19 digits above 2^53, the same on every run", async () => {
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const harness = await openHarness();
        await uploadImage(harness, pngBytes(400, 400));
        return liveMug(harness);
      }),
    );
    expect(ids[0]).toEqual(ids[1]);
    for (const id of Object.values(ids[0] ?? {})) {
      expect(id).toMatch(/^\d{19}$/);
      expect(BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    }
  });
});
