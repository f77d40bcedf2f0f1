import { describe, expect, it } from "vitest";
import {
  leafId,
  mugBody,
  openHarness,
  pngBytes,
  uploadImage,
  type Harness,
} from "./tiktok-shop-client";
import { registerParties } from "./tiktok-shop-parties";

const PRODUCTS = "/product/202309/products";

const create = async (harness: Harness, change: Record<string, unknown> = {}) =>
  harness.call("POST", PRODUCTS, { body: await mugBody(harness, change) });
const search = (harness: Harness) =>
  harness.call("POST", "/product/202502/products/search", { body: {}, query: { page_size: "10" } });

async function skuWith(harness: Harness, change: Record<string, unknown>) {
  const [sku] = (await mugBody(harness))["skus"] as Record<string, unknown>[];
  return { ...sku, ...change };
}

describe("create", () => {
  it("answers a repeated idempotency key with the first product", async () => {
    const harness = await openHarness();
    const first = await create(harness, { idempotency_key: "k1" });
    const again = await create(harness, {
      idempotency_key: "k1",
      title: "Something else entirely",
    });
    expect(again.data["product_id"]).toBe(first.data["product_id"]);
    expect((await search(harness)).data["total_count"]).toBe(1);
  });

  it("refuses a second product with the same external_product_id", async () => {
    const harness = await openHarness();
    await create(harness, { external_product_id: "ps-17" });
    expect((await create(harness, { external_product_id: "ps-17" })).code).toBe(12052996);
  });

  it("refuses more listings a day than the quota, drafts free", async () => {
    const harness = await openHarness("GB", { listingsPerDay: 1 });
    await create(harness);
    expect((await create(harness)).code).toBe(12052093);
    expect((await create(harness, { save_mode: "AS_DRAFT" })).code).toBe(0);
    harness.clock.advance(86_400_000);
    expect((await create(harness)).code).toBe(0);
  });

  const price = (amount: string, currency = "GBP") => ({ price: { amount, currency } });
  const attribute = (id: string, ...values: object[]) => ({ product_attributes: [{ id, values }] });
  const cases: [string, Record<string, unknown>, Record<string, unknown> | undefined, number][] = [
    ["no title", { title: " " }, undefined, 12052261],
    ["a long title", { title: "x".repeat(256) }, undefined, 12052051],
    ["an emoji in the title", { title: "A mug 🎉" }, undefined, 12052931],
    ["an HTML escape in the title", { title: "Salt &amp; pepper" }, undefined, 12052931],
    ["nine equal signs in the title", { title: "Mug --------- blue" }, undefined, 12052931],
    ["a title of symbols", { title: "★ & ★" }, undefined, 12052931],
    ["a control sign in the title", { title: "A\u007fmug" }, undefined, 12052931],
    ["an escape", { description: "<p>Salt &amp; pepper</p>" }, undefined, 12052932],
    ["a numeric escape", { description: "<p>Caf&#xe9;</p>" }, undefined, 12052932],
    ["an emoji", { description: "<p>Great mug 😀</p>" }, undefined, 12052932],
    ["nine equal signs around a tag", { description: "a<b>=====</b>====" }, undefined, 12052932],
    ["symbols only", { description: "<p>***</p>" }, undefined, 12052932],
    ["a Chinese title", { title: "杯子" }, undefined, 12052262],
    ["no description", { description: "" }, undefined, 12052015],
    ["a description above 10000", { description: "x".repeat(10_001) }, undefined, 12052013],
    [
      "a foreign description image",
      { description: '<img src="https://x/a.png" width="9" height="9">' },
      undefined,
      12052340,
    ],
    [
      "a description image without size",
      { description: '<img src="https://x/a.png">' },
      undefined,
      12052348,
    ],
    ["an unknown category", { category_id: "1" }, undefined, 12052023],
    ["a category that is no leaf", { category_id: "600001" }, undefined, 12052024],
    ["no category version", { category_version: undefined }, undefined, 12052217],
    ["no image", { main_images: [] }, undefined, 12052028],
    ["an image nobody uploaded", { main_images: [{ uri: "tos/none" }] }, undefined, 12052722],
    ["an image by URL", { main_images: [{ uri: "https://x/a.png" }] }, undefined, 12052300],
    ["an unknown brand", { brand_id: "7" }, undefined, 12052026],
    ["zero weight", { package_weight: { value: "0", unit: "KILOGRAM" } }, undefined, 12052181],
    [
      "a weight in words",
      { package_weight: { value: "heavy", unit: "KILOGRAM" } },
      undefined,
      12052006,
    ],
    ["pounds in GB", { package_weight: { value: "1", unit: "POUND" } }, undefined, 12019061],
    ["no dimensions", { package_dimensions: undefined }, undefined, 12052116],
    [
      "a zero height",
      { package_dimensions: { length: "1", width: "1", height: "0", unit: "CENTIMETER" } },
      undefined,
      12052003,
    ],
    ["an unknown attribute", attribute("1", { name: "x" }), undefined, 12052247],
    ["a value that is no number", attribute("100410", { name: "big" }), undefined, 12052256],
    [
      "two values of a single choice",
      attribute("100410", { name: "1" }, { name: "2" }),
      undefined,
      12052246,
    ],
    ["no SKU", { skus: [] }, undefined, 12052910],
    ["a price of 0", {}, price("0"), 12052073],
    ["a price with three decimals", {}, price("1.005"), 12052073],
    ["a price above the range", {}, price("5600.01"), 12052570],
    ["a foreign currency", {}, price("10", "EUR"), 12052084],
    ["quantity 0", {}, { inventory: [{ warehouse_id: "W", quantity: 0 }] }, 12052055],
    ["quantity 100000", {}, { inventory: [{ warehouse_id: "W", quantity: 100_000 }] }, 12052055],
    ["an unknown warehouse", {}, { inventory: [{ warehouse_id: "1", quantity: 1 }] }, 12052097],
    ["the return warehouse", {}, { inventory: [{ warehouse_id: "R", quantity: 1 }] }, 12052532],
    ["a seller SKU with a space", {}, { seller_sku: "A 1" }, 12019059],
    ["a seller SKU above 50", {}, { seller_sku: "x".repeat(51) }, 12052054],
    [
      "an EAN of 12 digits",
      {},
      { identifier_code: { type: "EAN", code: "123456789012" } },
      12052591,
    ],
    ["a code without type", {}, { identifier_code: { code: "4006381333931" } }, 12052600],
    [
      "an unknown sales attribute",
      {},
      { sales_attributes: [{ id: "1", value_name: "x" }] },
      12052527,
    ],
    [
      "a long value name",
      {},
      { sales_attributes: [{ id: "100000", value_name: "x".repeat(51) }] },
      12052249,
    ],
  ];
  it.each(cases)("refuses %s", async (_name, change, skuChange, code) => {
    const harness = await openHarness();
    const warehouses = (await harness.call("GET", "/logistics/202309/warehouses")).data[
      "warehouses"
    ];
    const [returns, sales] = warehouses as { id: string }[];
    const rename = (sku: Record<string, unknown>) =>
      JSON.parse(
        JSON.stringify(sku).replace('"W"', `"${sales?.id}"`).replace('"R"', `"${returns?.id}"`),
      ) as Record<string, unknown>;
    const skus = skuChange ? { skus: [await skuWith(harness, rename(skuChange))] } : {};
    expect((await create(harness, { ...change, ...skus })).code).toBe(code);
  });

  it("judges the SKUs together: same attributes, no double, one pictured attribute, a maximum", async () => {
    const harness = await openHarness("GB", { skuMaximum: 2 });
    const sku = (...sales_attributes: object[]) => skuWith(harness, { sales_attributes });
    const uri = (await uploadImage(harness, pngBytes(400, 400), "ATTRIBUTE_IMAGE")).data["uri"];
    const red = { id: "100000", value_name: "Red" };
    const set = { id: "100089", value_name: "Set" };
    const coded = async (...skus: object[]) => (await create(harness, { skus })).code;
    expect(await coded(await sku(red), await sku(set))).toBe(12052550);
    expect(await coded(await sku(red), await sku(red))).toBe(12052560);
    const pictured = await sku({ ...red, sku_img: { uri } }, { ...set, sku_img: { uri } });
    expect(await coded(pictured)).toBe(12052528);
    const many = ["Red", "Blue", "Green"].map((value_name) => sku({ id: "100000", value_name }));
    expect(await coded(...(await Promise.all(many)))).toBe(12052050);
  });

  it("demands required attributes, conditional ones, certificates and size charts of the category", async () => {
    const harness = await openHarness();
    const charger = {
      category_id: await leafId(harness, "Phone Accessories", "Power", "Chargers"),
    };
    const battery = (...values: (readonly [id: string, value: string])[]) => ({
      product_attributes: values.map(([id, value]) => ({ id, values: [{ id: value }] })),
    });
    const tried = async (...values: (readonly [string, string])[]) =>
      (await create(harness, { ...charger, ...battery(...values) })).code;
    expect((await create(harness, charger)).code).toBe(12052104);
    expect(await tried(["101610", "1024359"])).toBe(12052182);
    expect(await tried(["101610", "1024358"], ["100216", "1024361"])).toBe(12052182);
    expect(await tried(["101610", "1000325"], ["100216", "1024361"])).toBe(12052183);
    expect(await tried(["101610", "1024358"], ["100216", "1024363"])).toBe(12052105);
    expect(await tried(["101610", "1000325"])).toBe(12052105);
    const boots = { category_id: await leafId(harness, "Menswear", "Shoes", "Boots") };
    const leather = { product_attributes: [{ id: "100398", values: [{ name: "Leather" }] }] };
    expect((await create(harness, { ...boots, ...leather })).code).toBe(12052673);
    const tea = { category_id: await leafId(harness, "Food & Beverages", "Drinks", "Teas") };
    expect((await create(harness, tea)).code).toBe(12052223);
  });

  it("takes a certificate by its own picture or document, not by any picture", async () => {
    const harness = await openHarness();
    const category_id = await leafId(harness, "Toys & Hobbies", "Soft Toys", "Teddy Bears");
    const picture = async (use: string) =>
      (await uploadImage(harness, pngBytes(800, 800), use)).data["uri"];
    const withCertificate = (more: object) =>
      create(harness, {
        category_id,
        product_attributes: [{ id: "100420", values: [{ id: "10042002" }] }],
        certifications: [{ id: "602364", expiration_date: 1_900_000_000, ...more }],
      });
    const main = { images: [{ uri: await picture("MAIN_IMAGE") }] };
    expect((await withCertificate(main)).code).toBe(12052650);
    const own = { images: [{ uri: await picture("CERTIFICATION_IMAGE") }] };
    expect((await withCertificate({ ...own, expiration_date: undefined })).code).toBe(12052385);
    const many = { images: Array.from({ length: 11 }, () => own.images[0]) };
    expect((await withCertificate(many)).code).toBe(12052657);
    expect((await withCertificate({ files: [{ id: "1" }] })).code).toBe(12052658);
    expect((await withCertificate(own)).code).toBe(0);
  });

  it("demands manufacturer and responsible person in the EU", async () => {
    const harness = await openHarness("DE");
    const euro = await skuWith(harness, { price: { amount: "10.00", currency: "EUR" } });
    const body = { skus: [euro] };
    expect((await create(harness, body)).code).toBe(12052282);
    const answer = await create(harness, { ...body, ...(await registerParties(harness)) });
    expect(answer.code).toBe(0);
  });
});

describe("the listing check", () => {
  it("gives all reasons at once and writes nothing", async () => {
    const harness = await openHarness();
    const body = await mugBody(harness, {
      title: "",
      package_weight: { value: "0", unit: "KILOGRAM" },
    });
    const answer = await harness.call("POST", `${PRODUCTS}/listing_check`, { body });
    expect(answer).toMatchObject({ code: 0, data: { check_result: "FAILED" } });
    const codes = (answer.data["fail_reasons"] as { code: number }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([12052261, 12052181]));
    const passed = await harness.call("POST", `${PRODUCTS}/listing_check`, {
      body: await mugBody(harness),
    });
    expect(passed.data).toMatchObject({ check_result: "PASS", fail_reasons: [] });
    expect((await search(harness)).data["total_count"]).toBe(0);
  });
});
