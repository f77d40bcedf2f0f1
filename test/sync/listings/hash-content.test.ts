import { describe, expect, it } from "vitest";
import { toListingDetails } from "../../../src/domain/listings/listing-details";
import { planListing } from "../../../src/domain/listings/plan-listing";
import { offerStock } from "../../../src/domain/stock/offer-stock";
import {
  contentHash,
  descriptionHashes,
  legacyHash,
  wantedContent,
} from "../../../src/sync/listings/hash-content";

/** The hash that 0.2 stored of the plan below, made by its own code. */
const STORED_BY_0_2 = "fc97f0da8434e1a9d0bf3b47786801bc031d627c654dc592cce0351605fe15a8";

const variant = (id: string, sku: string, size: string) => ({
  id,
  sku,
  options: [{ name: "Size", value: size }],
  priceMinor: 1_290,
  listPriceMinor: 1_290,
  quantity: 5,
  weightGrams: 350,
  imageIds: ["1"],
});

const attribute = {
  kind: "product" as const,
  isRequired: true,
  isMultiple: false,
  isCustomizable: false,
};

function plan(name = "Mug & more") {
  const answer = planListing({
    listedAs: null,
    ruling: { isOwnTitle: false, kept: [] },
    today: 0,
    product: {
      id: "7",
      name,
      description: "<p>White <b>mug</b></p>",
      isActive: true,
      categoryId: "8",
      currency: "GBP",
      images: [
        { id: "1", url: "https://shop.example/1.jpg" },
        { id: "2", url: "https://shop.example/2.jpg" },
      ],
      features: [
        { name: "material", value: "Clay" },
        { name: "Care", value: "By hand" },
      ],
      lengthMm: 100,
      widthMm: 90,
      heightMm: 80,
      weightGrams: 300,
      variants: [
        { ...variant("1", "MUG-S", "S"), barcode: "4006381333931" },
        variant("2", "MUG-M", "M"),
      ],
      updatedAt: 1,
      createdAt: 1,
    },
    isDeleted: false,
    category: { id: "601", path: "Home > Mugs", isLeaf: true, permission: "available" },
    rules: {
      certifications: [],
      sizeChart: "optional",
      needsPackageDimensions: true,
      needsResponsiblePerson: false,
      needsManufacturer: false,
    },
    attributes: [
      { ...attribute, id: "1", name: "Material", values: [{ id: "11", name: "Clay" }] },
      { ...attribute, id: "2", name: "Care", isCustomizable: true, values: [] },
      {
        ...attribute,
        id: "3",
        name: "Origin",
        isMultiple: true,
        values: [
          { id: "31", name: "Spain" },
          { id: "32", name: "Italy" },
        ],
      },
    ],
    details: toListingDetails({
      brandId: "b1",
      brandName: "Harbour",
      sizeChartUri: "tos/chart",
      attributes: [{ id: "3", values: [{ id: "32", name: "Italy" }, { name: "spain" }] }],
    }),
    categoryDetails: {},
    mappings: [],
    defaults: {},
    limits: undefined,
    warehouseId: "w1",
  });
  if (!answer.isReady) throw new Error(JSON.stringify(answer.reasons));
  const quantities = new Map([
    ["1", 3],
    ["2", 4],
  ]);
  const stocked = offerStock(answer.plan, quantities, new Set());
  if (!stocked.isReady) throw new Error(JSON.stringify(stocked.reasons));
  return stocked.plan;
}

describe("the hash of a listing's content", () => {
  it("is that of 0.2 for a row of 0.2", async () => {
    expect(await legacyHash(plan())).toBe(STORED_BY_0_2);
    expect(await legacyHash(plan("Another mug"))).not.toBe(STORED_BY_0_2);
  });

  it("differs in the field that changed alone, and in that of the whole", async () => {
    const before = await wantedContent(plan());
    const after = await wantedContent(plan("Another mug"));
    const { title: _before, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect(after.title.hash).not.toBe(before.title.hash);
    expect(await contentHash(after)).not.toBe(await contentHash(before));
    expect(await contentHash(await wantedContent(plan()))).toBe(await contentHash(before));
  });

  it("is empty for what says nothing, and a description is kept as its hashes alone", async () => {
    const wanted = await wantedContent(plan());
    expect(wanted.certificates).toEqual({ hash: "", value: [] });
    expect(wanted.manufacturers.hash).toBe("");
    expect(Object.keys(wanted.description)).toEqual(["hash", "textHash"]);
    expect(wanted.description.hash).toMatch(/^[0-9a-f]{32}$/);
  });

  it("of a description's words is the same whatever markup carries them", async () => {
    const [a, b] = await Promise.all([
      descriptionHashes("<p>Mug &amp; <b>bowl</b></p><p>Blue</p>"),
      descriptionHashes("<div>Mug & bowl</div>\n<div>Blue</div>"),
    ]);
    expect(a.descriptionTextHash).toBe(b.descriptionTextHash);
    expect(a.descriptionHash).not.toBe(b.descriptionHash);
    const other = await descriptionHashes("<p>Mug &amp; bowl</p><p>Red</p>");
    expect(other.descriptionTextHash).not.toBe(a.descriptionTextHash);
  });
});
