import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marketOf } from "../../../src/platforms/tiktok-shop/markets";
import { input, product, sized, variant } from "../../support/listing-inputs";
import { contentOf, legacyContent } from "../../../src/domain/listings/sent-content";
import { offerStock } from "../../../src/domain/stock/offer-stock";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";
import { planListing } from "../../../src/domain/listings/plan-listing";

function codes(change: Partial<ListingInput>): string[] {
  const answer = planListing(input(change));
  return answer.isReady ? [] : answer.reasons.map(({ code }) => code);
}

function planned(change: Partial<ListingInput> = {}) {
  const answer = planListing(input(change));
  if (!answer.isReady) throw new Error(JSON.stringify(answer.reasons));
  return answer.plan;
}

describe("the plan of a listing", () => {
  it("is ready when nothing is missing", () => {
    expect(planned()).toMatchObject({
      title: "Mug The best is yet to come",
      categoryId: "601",
      package: { weightGrams: 350, lengthMm: 100, widthMm: 90, heightMm: 80 },
      skus: [{ variantId: "0", sellerSku: "MUG-1", priceMinor: 1_290 }],
    });
  });

  it("names every reason at once", () => {
    const broken = product({
      name: "x".repeat(256),
      images: [],
      isActive: false,
      weightGrams: 0,
      lengthMm: 0,
      variants: [variant({ sku: " ", priceMinor: 0, weightGrams: 0 })],
    });
    expect(
      codes({ product: broken, category: undefined, rules: undefined, warehouseId: "" }),
    ).toEqual([
      "listing.inactive",
      "listing.category_missing",
      "listing.title_too_long",
      "listing.image_missing",
      "listing.sku_missing",
      "listing.price_zero",
      "listing.package_weight_missing",
      "listing.package_dimension_missing",
      "listing.warehouse_missing",
    ]);
  });

  it("holds titles to the market's limits", () => {
    const long = product({ name: "mug ".repeat(70), currency: "MXN" });
    expect(codes({ product: long, limits: marketOf("MX")?.limits })).toEqual([]);
    expect(
      codes({ product: product({ name: "Mug", currency: "SGD" }), limits: marketOf("SG")?.limits }),
    ).toEqual(["listing.title_too_short"]);
  });

  it("holds prices and currency to the market", () => {
    const dear = product({ variants: [variant({ priceMinor: 560_001 })] });
    expect(codes({ product: dear })).toEqual(["listing.price_range"]);
    expect(codes({ limits: marketOf("DE")?.limits })).toEqual(["listing.currency_differs"]);
  });

  it("asks for what the category demands", () => {
    const rules = {
      certifications: [
        { id: "1", name: "CE", isRequired: true },
        { id: "2", name: "Other", isRequired: false },
      ],
      sizeChart: "required" as const,
      needsPackageDimensions: true,
      needsResponsiblePerson: true,
      needsManufacturer: true,
    };
    const answer = planListing(input({ rules }));
    expect(answer.isReady ? [] : answer.reasons).toEqual([
      { code: "listing.certificate_missing", facts: { names: ["CE"], ids: ["1"] } },
      { code: "listing.size_chart_missing", facts: {} },
      { code: "listing.manufacturer_missing", facts: {} },
      { code: "listing.responsible_person_missing", facts: {} },
    ]);
  });

  it("goes without an optional certificate that expired", () => {
    const rules = {
      certifications: [{ id: "9", name: "CE", isRequired: false }],
      sizeChart: "none" as const,
      needsPackageDimensions: true,
      needsResponsiblePerson: false,
      needsManufacturer: false,
    };
    const file = { kind: "image" as const, uri: "tos/proof" };
    const details = { certificates: { "9": { files: [file], expiresAt: 50 } } };
    expect(planned({ rules, details, today: 49 }).certificates).toHaveLength(1);
    expect(planned({ rules, details, today: 50 })).not.toHaveProperty("certificates");
  });

  it("carries a size chart where the category takes one, and asks for it where it must", () => {
    const rules = (sizeChart: "none" | "optional" | "required") => ({
      certifications: [],
      sizeChart,
      needsPackageDimensions: true,
      needsResponsiblePerson: false,
      needsManufacturer: false,
    });
    const details = { sizeChart: { uri: "tos/chart" } };
    expect(codes({ rules: rules("required") })).toEqual(["listing.size_chart_missing"]);
    for (const need of ["required", "optional"] as const)
      expect(planned({ rules: rules(need), details }).sizeChartUri).toBe("tos/chart");
    expect(planned({ rules: rules("none"), details })).not.toHaveProperty("sizeChartUri");
    expect(planned({ rules: rules("optional") })).not.toHaveProperty("sizeChartUri");
  });

  it("refuses categories that are no leaf or not for this shop", () => {
    const category = { id: "1", path: "Home", isLeaf: false, permission: "available" };
    expect(codes({ category })).toEqual(["category.not_leaf"]);
    expect(codes({ category: { ...category, isLeaf: true, permission: "prohibited" } })).toEqual([
      "category.forbidden",
    ]);
  });

  it("fills attributes from features of the same name, the merchant's own values first", () => {
    const attribute = {
      kind: "product" as const,
      isRequired: true,
      isCustomizable: false,
      isMultiple: false,
    };
    const attributes = [
      { ...attribute, id: "1", name: "Material", values: [{ id: "11", name: "Céramique" }] },
      { ...attribute, id: "2", name: "Care", values: [], isCustomizable: true },
      { ...attribute, id: "3", name: "Origin", values: [{ id: "31", name: "Spain" }] },
      { ...attribute, id: "4", name: "Colour", values: [{ id: "41", name: "Red" }] },
    ];
    const features = [
      { name: "material", value: "ceramique" },
      { name: "Care", value: "By hand" },
      { name: "Origin", value: "The Moon" },
      { name: "Colour", value: "Red" },
    ];
    const details = { attributes: { "3": [{ id: "31" }] } };
    const plan = planned({ product: product({ features }), attributes, details });
    expect(plan.attributes).toEqual([
      { id: "1", values: [{ id: "11" }] },
      { id: "2", values: [{ name: "By hand" }] },
      { id: "3", values: [{ id: "31" }] },
      { id: "4", values: [{ id: "41" }] },
    ]);
    const answer = planListing(input({ product: product({ features }), attributes }));
    expect(answer.isReady ? [] : answer.reasons).toEqual([
      { code: "listing.attribute_missing", facts: { names: ["Origin"], ids: ["3"] } },
    ]);
  });

  it("reports variants a channel cannot tell apart", () => {
    const twins = product({ variants: [sized("1", "M"), sized("2", "m ")] });
    expect(codes({ product: twins })).toEqual(["listing.duplicate_options"]);
    const mixed = product({ variants: [sized("1", "M"), variant({ id: "2", sku: "T-2" })] });
    expect(codes({ product: mixed })).toEqual(["listing.option_missing"]);
    const options = ["A", "B", "C", "D"].map((name) => ({ name, value: "1" }));
    expect(codes({ product: product({ variants: [variant({ options })] }) })).toEqual([
      "listing.too_many_options",
    ]);
  });

  it("reports too many variants instead of cutting them off", () => {
    const variants = Array.from({ length: 301 }, (_, index) => sized(String(index), `S${index}`));
    expect(codes({ product: product({ variants }) })).toEqual(["listing.too_many_variants"]);
  });

  it("tells variants of one shared SKU apart by their number", () => {
    const shared = { sku: "demo_1" };
    const plan = planned({
      product: product({ variants: [sized("1", "S", shared), sized("2", "M", shared)] }),
    });
    expect(plan.skus.map(({ sellerSku }) => sellerSku)).toEqual(["demo_1-1", "demo_1-2"]);
  });

  it("shows a picture for the values of the first option only", () => {
    const images = [
      { id: "1", url: "https://shop.example/1.jpg" },
      { id: "2", url: "https://shop.example/2.jpg" },
    ];
    const options = (colour: string, size: string) => [
      { name: "Colour", value: colour },
      { name: "Size", value: size },
    ];
    const variants = [
      variant({ id: "1", sku: "a", options: options("Red", "S"), imageIds: ["2"] }),
      variant({ id: "2", sku: "b", options: options("Red", "M"), imageIds: ["1"] }),
    ];
    const { skus } = planned({ product: product({ images, variants }) });
    expect(skus.map((sku) => sku.options.map(({ imageUrl }) => imageUrl))).toEqual([
      ["https://shop.example/2.jpg", undefined],
      ["https://shop.example/2.jpg", undefined],
    ]);
  });

  it("shows no picture of an option where one of its values has none", () => {
    const images = [{ id: "1", url: "https://shop.example/1.jpg" }];
    const options = (value: string) => [{ name: "Colour", value }];
    const variants = [
      variant({ id: "1", sku: "a", options: options("Red"), imageIds: ["1"] }),
      variant({ id: "2", sku: "b", options: options("Blue"), imageIds: [] }),
    ];
    const { skus } = planned({ product: product({ images, variants }) });
    expect(skus.flatMap((sku) => sku.options).some((option) => "imageUrl" in option)).toBe(false);
  });

  it("sends at most nine pictures, in the store's order", () => {
    const images = Array.from({ length: 12 }, (_, index) => ({
      id: String(index),
      url: `https://shop.example/${index}.jpg`,
    }));
    expect(planned({ product: product({ images }) }).imageUrls).toEqual(
      images.slice(0, 9).map(({ url }) => url),
    );
  });

  it("takes the next right code of a variant whose first is wrong", () => {
    const codes = { ean13: "4006381333932", upc: "036000291452" };
    const variants = [
      sized("1", "S", { barcode: codes.ean13, identifiers: codes }),
      sized("2", "M", { barcode: "4006381333931" }),
    ];
    const { skus } = planned({ product: product({ variants }) });
    expect(skus.map(({ barcode }) => barcode)).toEqual(["036000291452", "4006381333931"]);
  });

  it("leaves out barcodes that are wrong or shared", () => {
    const variants = [
      sized("1", "S", { barcode: "4006381333931" }),
      sized("2", "M", { barcode: "4006381333932" }),
      sized("3", "L", { barcode: "96385074" }),
      sized("4", "XL", { barcode: "96385074" }),
    ];
    const { skus } = planned({ product: product({ variants }) });
    expect(skus.map(({ barcode }) => barcode)).toEqual([
      "4006381333931",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("uses the connection's parcel where the store knows none, never a mixture", () => {
    const packageDefaults = { lengthMm: 300, widthMm: 200, heightMm: 50, weightGrams: 500 };
    const partly = product({ widthMm: 0, weightGrams: 0, variants: [variant({ weightGrams: 0 })] });
    expect(planned({ product: partly, defaults: { package: packageDefaults } }).package).toEqual(
      packageDefaults,
    );
  });

  it("describes a product without a description by its name", () => {
    const plain = product({ description: " <p>&nbsp;</p> ", name: "Salt & pepper" });
    expect(planned({ product: plain }).descriptionHtml).toBe("<p>Salt & pepper</p>");
  });

  it("brings title, options and SKUs into the form that channels take", () => {
    const odd = variant({
      sku: "MUG 06 / A",
      options: [{ name: "Size &amp; cut", value: "XL 😀" }],
    });
    const plan = planned({
      product: product({ name: "Mug&nbsp;&eacute;t&eacute; ☕", variants: [odd] }),
    });
    expect(plan.title).toBe("Mug été");
    expect(plan.skus).toMatchObject([
      { sellerSku: "MUG-06-/-A", options: [{ name: "Size & cut", value: "XL" }] },
    ]);
  });

  it("names options in which no word is left, and those that become the same", () => {
    const of = (id: string, value: string) =>
      variant({ id, sku: id, options: [{ name: "Face", value }] });
    const unreadable = product({ variants: [of("1:1", "😀"), of("1:2", "plain")] });
    expect(codes({ product: unreadable })).toContain("listing.option_unreadable");
    const same = product({ variants: [of("1:1", "red 😀"), of("1:2", "red")] });
    expect(codes({ product: same })).toContain("listing.duplicate_options");
  });
});

describe("stock of a listing", () => {
  const plan = planned({
    product: product({ variants: [sized("1", "S"), sized("2", "M"), sized("3", "L")] }),
  });

  it("never offers more than may be sold, nor a new variant with nothing to sell", () => {
    const quantity = fc.integer({ min: -5, max: 200_000 });
    const published = fc.subarray(["1", "2", "3"]);
    fc.assert(
      fc.property(fc.tuple(quantity, quantity, quantity), published, (amounts, there) => {
        const quantities = new Map(amounts.map((amount, index) => [String(index + 1), amount]));
        const answer = offerStock(plan, quantities, new Set(there));
        if (!answer.isReady) {
          expect(there).toEqual([]);
          expect(amounts.every((amount) => amount <= 0)).toBe(true);
          return;
        }
        for (const sku of answer.plan.skus) {
          expect(sku.quantity).toBeLessThanOrEqual(Math.max(0, quantities.get(sku.variantId) ?? 0));
          expect(sku.quantity > 0 || there.includes(sku.variantId)).toBe(true);
        }
        const sent = answer.plan.skus.map(({ variantId }) => variantId);
        expect(there.every((id) => sent.includes(id))).toBe(true);
        expect(sent.length + answer.withheld.length).toBe(3);
      }),
    );
  });

  it("and prices do not make the content a different one", () => {
    const content = (quantity: number, priceMinor: number) => {
      const priced = { ...plan, skus: plan.skus.map((sku) => ({ ...sku, priceMinor })) };
      const all = new Map(["1", "2", "3"].map((id) => [id, quantity]));
      const answer = offerStock(priced, all, new Set());
      return answer.isReady ? [contentOf(answer.plan), legacyContent(answer.plan)] : undefined;
    };
    expect(content(3, 100)).toEqual(content(9, 999));
  });
});
