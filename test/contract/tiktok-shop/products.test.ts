import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromDimensions,
  fromWeight,
  toGrams,
  toMillimetres,
} from "../../../src/platforms/tiktok-shop/measures";
import { fromBarcode } from "../../../src/platforms/tiktok-shop/product-body";
import { draft, sentListing } from "./drafts";
import { wireTo } from "./wire";

describe("creating a listing", () => {
  it("sends the whole draft with both natural keys and answers ids by our own (CAT-PROD-LIST)", async () => {
    const wire = wireTo([{ data: sentListing }]);
    expect(await wire.session.createListing(draft())).toEqual({
      channelProductId: "1729382561353664373",
      skus: [{ externalId: "6:1", channelSkuId: "1729592969712207013", sellerSku: "MUG-BLUE" }],
      warnings: ["short title"],
    });
    expect(wire.sent[0]).toMatchObject({ method: "POST", path: "/product/202309/products" });
    expect(wire.sent[0]?.body).toEqual({
      save_mode: "LISTING",
      idempotency_key: "k1",
      title: "Mug The adventure begins",
      description: "<p>A mug.</p>",
      category_id: "600001",
      category_version: "v2",
      main_images: [{ uri: "tos/1" }, { uri: "tos/2" }],
      product_attributes: [{ id: "100", values: [{ id: "1001" }] }],
      package_weight: { value: "0.4", unit: "KILOGRAM" },
      package_dimensions: { length: "13", width: "10", height: "10", unit: "CENTIMETER" },
      external_product_id: "6",
      skus: [
        {
          sales_attributes: [
            { name: "Colour", value_name: "Blue", sku_img: { uri: "tos/blue" } },
            { name: "Size", value_name: "M" },
          ],
          seller_sku: "MUG-BLUE",
          price: { currency: "GBP", amount: "11.90" },
          inventory: [{ warehouse_id: "7068517275539719942", quantity: 5 }],
          external_sku_id: "6:1",
          identifier_code: { type: "EAN", code: "5901234123457" },
        },
      ],
    });
  });

  it("names the brand by its id and the size chart by its picture (CAT-PRE-SIZE)", async () => {
    const chosen = draft({ brandId: "708", sizeChartUri: "tos/chart" });
    const fields = { brand_id: "708", size_chart: { image: { uri: "tos/chart" } } };
    const created = wireTo([{ data: sentListing }]);
    await created.session.createListing(chosen);
    expect(created.sent[0]?.body).toMatchObject(fields);
  });

  it("is never repeated after an unclear answer: the caller searches first", async () => {
    for (const reply of [{ lost: true }, { code: 36009003 }, { status: 500, text: "" }]) {
      const wire = wireTo([reply]);
      await expect(wire.session.createListing(draft())).rejects.toMatchObject({
        remedy: "retry",
        facts: { maybeApplied: true },
      });
      expect(wire.sent).toHaveLength(1);
    }
  });

  it("that meets its own earlier try says that it may be there already", async () => {
    const wire = wireTo([{ code: 12052996 }]);
    await expect(wire.session.createListing(draft())).rejects.toMatchObject({
      remedy: "retry",
      code: "tiktok.external_id_taken",
      facts: { maybeApplied: true },
    });
  });

  it("finds our id of a SKU by its code when the answer leaves it out", async () => {
    const skus = [{ id: "1", seller_sku: "MUG-BLUE" }];
    const wire = wireTo([{ data: { ...sentListing, skus } }]);
    expect((await wire.session.createListing(draft())).skus[0]?.externalId).toBe("6:1");
  });

  it("prices a cross-border listing in sale_price", async () => {
    const wire = wireTo([{ data: sentListing }], { region: "US", isCrossBorder: true });
    await wire.session.createListing(draft({ currency: "USD" }));
    expect(wire.sent[0]?.body).toMatchObject({
      skus: [{ price: { currency: "USD", sale_price: "11.90" } }],
    });
  });

  it("measures in pounds and inches in the US only (CAT-PRE-PKG)", async () => {
    const wire = wireTo([{ data: sentListing }], { region: "US" });
    await wire.session.createListing(draft());
    expect(wire.sent[0]?.body).toMatchObject({
      package_weight: { value: "0.89", unit: "POUND" },
      package_dimensions: { length: "5", width: "4", height: "4", unit: "INCH" },
    });
  });
});

describe("checking a listing", () => {
  it("answers every reason in stable codes with the platform's words", async () => {
    const wire = wireTo([
      {
        data: {
          check_result: "FAILED",
          fail_reasons: [
            { code: 12052104, message: "property is required" },
            { code: 12052116, message: "product package size is invalid" },
            { code: 12059999, message: "something new" },
          ],
        },
      },
    ]);
    const reasons = await wire.session.checkListing(draft());
    expect(reasons.map(({ code }) => code)).toEqual([
      "tiktok.attribute_missing",
      "tiktok.package_dimension",
      "tiktok.refused",
    ]);
    expect(reasons[2]?.message).toBe("something new (12059999)");
    expect(wire.sent[0]?.body).not.toHaveProperty("save_mode");
  });

  it("has nothing to say of a good draft", async () => {
    const wire = wireTo([{ data: { check_result: "PASS", fail_reasons: null } }]);
    expect(await wire.session.checkListing(draft())).toEqual([]);
  });

  it("takes a refusal of the check itself as a reason, but not a failing platform", async () => {
    const refused = wireTo([{ code: 12052024, message: "Category is not final category" }]);
    expect(await refused.session.checkListing(draft())).toEqual([
      { code: "tiktok.category_not_leaf", message: "Category is not final category" },
    ]);
    await expect(wireTo([{ code: 105002 }]).session.checkListing(draft())).rejects.toMatchObject({
      code: "tiktok.token_expired",
    });
  });
});

describe("measures and codes", () => {
  const size = () => fc.integer({ min: 1, max: 5_000 });

  it("never make a parcel smaller or lighter than it is, nor a unit larger", () =>
    fc.assert(
      fc.property(size(), size(), fc.boolean(), (mm, grams, isUs) => {
        const sent = Number(
          fromDimensions({ lengthMm: mm, widthMm: mm, heightMm: mm }, isUs)?.length,
        );
        const exact = mm / (isUs ? 25.4 : 10);
        expect(sent).toBeGreaterThanOrEqual(exact - 1e-6);
        expect(sent).toBeLessThan(exact + 1);
        const weight = Number(fromWeight(grams, isUs).value);
        const exactWeight = grams / (isUs ? 453.59237 : 1000);
        expect(weight).toBeGreaterThanOrEqual(exactWeight - 1e-9);
        expect(weight).toBeLessThan(exactWeight + 0.01);
      }),
    ));

  it("come back as they were given, at most a rounding away", () =>
    fc.assert(
      fc.property(size(), fc.boolean(), (grams, isUs) => {
        const { value, unit } = fromWeight(grams, isUs);
        expect(Math.abs((toGrams(value, unit) ?? 0) - grams)).toBeLessThanOrEqual(isUs ? 5 : 0);
      }),
    ));

  it("in a unit nobody knows, or that are no number, are not guessed", () => {
    expect([toMillimetres("12.75", "CENTIMETER"), toMillimetres("2", "INCH")]).toEqual([128, 51]);
    expect([toGrams("400", "GRAM"), toGrams("1", "STONE"), toGrams("", "GRAM")]).toEqual([
      400,
      undefined,
      undefined,
    ]);
  });

  it("leave out dimensions the source does not know", () =>
    expect(fromDimensions({ lengthMm: 10, widthMm: 0, heightMm: 10 }, false)).toBeNull());

  it("name a barcode by its length and send none of any other", () => {
    const type = (code: string) => fromBarcode(code)?.type;
    expect(["12345678", "123456789012", "1234567890123", "12345678901234"].map(type)).toEqual([
      "EAN",
      "UPC",
      "EAN",
      "GTIN",
    ]);
    expect(["", "123", "ABCDEFGH", "123456789012345"].map(type)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
