import { describe, expect, it } from "vitest";
import { inputText, sharedText } from "../../../src/domain/listings/check-key";
import type { FieldMapping } from "../../../src/domain/listings/field-mapping";
import { USUAL_RULES, type Ruling } from "../../../src/domain/listings/sync-rules";
import type { CategoryFacts, ConnectionFacts } from "../../../src/domain/listings/to-listing-input";

const colour: FieldMapping = { field: "brand", source: { kind: "manufacturer" } };
const size: FieldMapping = { field: "package", source: { kind: "constant", value: "1" } };
const ofCategory: Omit<CategoryFacts, "rules"> = {
  category: { id: "1", path: "Mugs", isLeaf: true, permission: "available" },
  details: { sizeChart: { uri: "tos/chart" } },
  mappings: [colour, size],
};
const limits = {
  currency: "GBP",
  titleMin: 1,
  titleMax: 255,
  priceMinMinor: 1,
  priceMaxMinor: 100,
  maxVariants: 9,
  isPackageSizeOptional: true,
};
const connection: ConnectionFacts = {
  limits,
  warehouseId: "w",
  packageDefaults: null,
  defaultParties: { manufacturerIds: [], responsiblePersonIds: [] },
  syncRules: USUAL_RULES,
  today: 0,
  priceRule: null,
};
const key = (
  category: Partial<typeof ofCategory> = {},
  rulesHash = "r",
  of: Partial<ConnectionFacts> = {},
  changedAt = 0,
) =>
  sharedText(
    { ...ofCategory, ...category },
    { hash: rulesHash, changedAt },
    { ...connection, ...of },
  );

const ruling: Ruling = { isOwnTitle: false, kept: [] };
const own = {
  contentHash: "h",
  isDeleted: false,
  details: { brand: { name: "Harbour" } },
  ruling,
  sentVersion: 0,
};

describe("the key of a check", () => {
  it("is another one as soon as anything the check is made from is another", () => {
    const texts = [
      key(),
      key({ category: undefined }),
      key({ category: { id: "1", path: "Mugs", isLeaf: true, permission: "prohibited" } }),
      key({ details: {} }),
      key({ mappings: [colour] }),
      key({}, "s"),
      key({}, "r", {}, 5),
      key({}, "r", { limits: undefined }),
      key({}, "r", { limits: { ...limits, titleMax: 34 } }),
      key({}, "r", { warehouseId: "" }),
      key({}, "r", { defaultParties: { manufacturerIds: ["m"], responsiblePersonIds: [] } }),
      key({}, "r", { today: 86_400_000 }),
      key({}, "r", {
        syncRules: { ...USUAL_RULES, create: { ...USUAL_RULES.create, title: "connector" } },
      }),
      key({}, "r", {
        packageDefaults: { weightGrams: 1, lengthMm: 1, widthMm: 1, heightMm: 1 },
      }),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    const ofOne = [
      inputText("a", own),
      inputText("b", own),
      inputText("a", { ...own, contentHash: "i" }),
      inputText("a", { ...own, isDeleted: true }),
      inputText("a", { ...own, details: {} }),
      inputText("a", { ...own, ruling: { isOwnTitle: true, kept: [] } }),
      inputText("a", { ...own, ruling: { isOwnTitle: false, kept: ["title"] } }),
    ];
    expect(new Set(ofOne).size).toBe(ofOne.length);
  });

  it("does not depend on the order in which things are written down", () => {
    expect(key({ mappings: [size, colour] })).toBe(key());
    const details = { package: { weightGrams: 1 }, sizeChart: { uri: "u" } };
    const turned = { sizeChart: { uri: "u" }, package: { weightGrams: 1 } };
    expect(inputText("a", { ...own, details })).toBe(inputText("a", { ...own, details: turned }));
  });
});
