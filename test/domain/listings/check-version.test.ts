import { expect, it } from "vitest";
import { CHECK_CODES, type CheckCode } from "../../../src/domain/listings/check-reason";
import { CHECK_VERSION } from "../../../src/domain/listings/check-key";
import type { ListingInput } from "../../../src/domain/listings/listing-plan";
import { planListing } from "../../../src/domain/listings/plan-listing";
import { marketOf } from "../../../src/platforms/tiktok-shop/markets";
import { input, product, rules, sized, variant } from "../../support/listing-inputs";

const category = { id: "601", path: "Home > Mugs", isLeaf: true, permission: "available" };
const of = (...variants: Parameters<typeof variant>[0][]) => ({
  product: product({ variants: variants.map((one) => variant(one)) }),
});
const option = (name: string, value: string) => of({ options: [{ name, value }] });
const many = (count: number) =>
  Array.from({ length: count }, (_, number) => sized(`${number}`, `Size ${number}`));

const PROOF = { id: "9", name: "CE", isRequired: true };

/** What provokes each reason, among others that may follow from it. */
const PROVOKED: Record<CheckCode, Partial<ListingInput>> = {
  "listing.deleted_in_store": { isDeleted: true },
  "listing.inactive": { product: product({ isActive: false }) },
  "listing.virtual": { product: product({ isVirtual: true }) },
  "listing.customisable": { product: product({ needsCustomisation: true }) },
  "listing.category_missing": { category: undefined },
  "category.not_leaf": { category: { ...category, isLeaf: false } },
  "category.forbidden": { category: { ...category, permission: "prohibited" } },
  "listing.title_missing": { product: product({ name: "★" }) },
  "listing.title_too_long": { product: product({ name: "mug ".repeat(80) }) },
  "listing.title_too_short": {
    product: product({ name: "Mug", currency: "SGD" }),
    limits: marketOf("SG")?.limits,
  },
  "listing.description_too_long": {
    product: product({ description: "long ".repeat(2_001) }),
  },
  "listing.chinese_text": { product: product({ name: "Mug 茶杯" }) },
  "listing.image_missing": { product: product({ images: [] }) },
  "listing.sku_missing": of({ sku: " " }),
  "listing.duplicate_skus": of(
    { id: "1", sku: "A-2" },
    { id: "2", sku: "A" },
    { id: "3", sku: "A" },
  ),
  "listing.sku_invalid": of({ sku: "S".repeat(51) }),
  "listing.price_zero": of({ priceMinor: 0 }),
  "listing.price_range": of({ priceMinor: 560_001 }),
  "listing.too_many_options": of({
    options: ["Size", "Colour", "Cut", "Length"].map((name) => ({ name, value: "one" })),
  }),
  "listing.option_missing": {
    product: product({ variants: [sized("1", "S"), variant({ id: "2" })] }),
  },
  "listing.duplicate_options": {
    product: product({ variants: [sized("1", "S"), sized("2", "s")] }),
  },
  "listing.option_name_too_long": option("A very long name of it", "one"),
  "listing.option_value_too_long": option("Size", "value ".repeat(9)),
  "listing.option_unreadable": option("Face", "😀"),
  "listing.too_many_variants": { product: product({ variants: many(301) }) },
  "listing.minimum_too_high": of({ minimumQuantity: 21 }),
  "listing.variant_missing": { product: product({ variants: [] }) },
  "listing.currency_differs": { product: product({ currency: "EUR" }) },
  "listing.attribute_missing": {
    attributes: [
      {
        id: "1",
        name: "Material",
        kind: "product",
        isRequired: true,
        isCustomizable: true,
        isMultiple: false,
        values: [],
      },
    ],
  },
  "listing.certificate_missing": {
    rules: rules({ certifications: [{ id: "9", name: "CE", isRequired: true }] }),
  },
  "listing.certificate_expired": {
    rules: rules({ certifications: [PROOF] }),
    details: {
      certificates: {
        "9": { files: [{ kind: "image", uri: "tos/proof" }], expiresAt: 86_400_000 },
      },
    },
    today: 86_400_000,
  },
  "listing.size_chart_missing": { rules: rules({ sizeChart: "required" }) },
  "listing.manufacturer_missing": { rules: rules({ needsManufacturer: true }) },
  "listing.responsible_person_missing": { rules: rules({ needsResponsiblePerson: true }) },
  "listing.package_weight_missing": {
    product: product({ weightGrams: 0, variants: [variant({ weightGrams: 0 })] }),
  },
  "listing.package_dimension_missing": { product: product({ widthMm: 0 }) },
  "listing.warehouse_missing": { warehouseId: "" },
};

const verdictOf = (code: CheckCode) => {
  const answer = planListing(input(PROVOKED[code]));
  return answer.isReady ? [] : answer.reasons;
};

it.each(CHECK_CODES)("%s is found", (code) => {
  expect(verdictOf(code).map((reason) => reason.code)).toContain(code);
});

/** Stored verdicts stand until their key moves: who changes one and keeps the version leaves old ones standing. */
it("says what it said, or has a new version", async () => {
  const verdicts = Object.fromEntries(CHECK_CODES.map((code) => [code, verdictOf(code)]));
  await expect(`${JSON.stringify(verdicts, null, 2)}\n`).toMatchFileSnapshot(
    `../../golden/check-verdicts.v${CHECK_VERSION}.json`,
  );
});
