import { describe, expect, it } from "vitest";
import {
  RULES_SHAPE_VERSION,
  type CategoryRules,
  type ListingAttribute,
} from "../../../src/domain/listings/listing-rules";
import {
  listMappingSources,
  previewField,
  type PreviewFieldDeps,
} from "../../../src/sync/categories/preview-field";
import { product, rules, sized } from "../../support/listing-inputs";

const attribute = (id: string, name: string): ListingAttribute => ({
  id,
  name,
  kind: "product",
  isRequired: false,
  isCustomizable: false,
  isMultiple: false,
  values: [
    { id: `${id}-c`, name: "Cotton" },
    { id: `${id}-y`, name: "Yes" },
  ],
});

const body: CategoryRules = {
  rules: rules(),
  attributes: [attribute("1", "Material"), attribute("2", "Contains batteries")],
};

const feature = (name: string, value: string) => ({ name, value });
const PRODUCTS = [
  product({ id: "1", features: [feature("Composition", "cotton")] }),
  product({ id: "2", features: [feature("composition", "Cotton "), feature("Power", "Yes")] }),
  product({ id: "3", features: [feature("Composition", "Hemp")], variants: [sized("9", "M")] }),
];

const deps: PreviewFieldDeps = {
  channelCategories: {
    treeReadAt: async () => 1,
    saveTree: async () => undefined,
    find: async (id) =>
      id === "601"
        ? { id, name: "Mugs", path: "Home > Mugs", isLeaf: true, permission: "available" }
        : undefined,
    findRules: async () => ({ body, shapeVersion: RULES_SHAPE_VERSION, readAt: 1 }),
    saveRules: async () => undefined,
  },
  openChannel: () => Promise.reject(new Error("asked the channel")),
  now: () => 2,
  categoryProducts: { sample: async () => PRODUCTS },
};

const composition = { kind: "feature" as const, name: "Composition" };

describe("a look at what a field would be read as", () => {
  it("counts what products say, proposes a value for each, and shows what would be sent", async () => {
    const seen = await previewField(deps, "601", { field: "attribute:1", source: composition });
    expect(seen.texts).toEqual([
      { text: "cotton", count: 2, proposal: { id: "1-c", name: "Cotton", match: "equal" } },
      { text: "Hemp", count: 1, proposal: null },
    ]);
    expect(seen.samples.map(({ texts, values }) => [texts, values])).toEqual([
      [["cotton"], ["Cotton"]],
      [["Cotton"], ["Cotton"]],
      [["Hemp"], []],
    ]);
  });

  it("goes by the table that a person made", async () => {
    const source = { ...composition, values: { hemp: { id: "1-c" } } };
    const seen = await previewField(deps, "601", { field: "attribute:1", source });
    expect(seen.samples[2]?.values).toEqual(["Cotton"]);
  });

  it("proposes nothing for what states a danger", async () => {
    const source = { kind: "feature" as const, name: "Power" };
    const seen = await previewField(deps, "601", { field: "attribute:2", source });
    expect(seen.texts).toEqual([{ text: "Yes", count: 1, proposal: null }]);
  });

  it("refuses a field and a category that the channel does not have", async () => {
    const of = (categoryId: string, field: string) =>
      previewField(deps, categoryId, { field, source: composition });
    await expect(of("601", "attribute:9")).rejects.toMatchObject({ code: "request.invalid" });
    await expect(of("602", "attribute:1")).rejects.toMatchObject({ code: "category.unknown" });
  });

  it("names each feature and option of the store once", async () => {
    expect(await listMappingSources(deps, "601")).toEqual({
      features: ["Composition", "Power"],
      options: ["Size"],
    });
  });
});
