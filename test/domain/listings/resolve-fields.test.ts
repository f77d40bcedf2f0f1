import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import type { ListingDetails } from "../../../src/domain/listings/listing-details";
import {
  FIELD_ORIGINS,
  resolveFields,
  type FieldOrigin,
  type FieldSources,
} from "../../../src/domain/listings/resolve-fields";

const bare: SourceProduct = {
  id: "7",
  name: "Mug",
  description: "",
  isActive: true,
  currency: "GBP",
  images: [],
  features: [],
  lengthMm: 0,
  widthMm: 0,
  heightMm: 0,
  weightGrams: 0,
  variants: [],
  updatedAt: 1,
  createdAt: 1,
};

/** A value of its own for each level, so that an answer shows whose it is. */
const NUMBER: Readonly<Record<FieldOrigin, number>> = {
  product: 1,
  category: 2,
  mapping: 3,
  feature: 4,
  default: 5,
};

const detailsAt = (level: FieldOrigin): ListingDetails => {
  const number = NUMBER[level];
  return {
    brand: { id: `b${number}`, name: level },
    attributes: { "1": [{ id: `v${number}` }] },
    sizeChart: { uri: `chart${number}` },
    package: { weightGrams: number, lengthMm: number, widthMm: number, heightMm: number },
    certificates: { "9": { files: [{ kind: "image" as const, uri: `proof${number}` }] } },
    manufacturerIds: [`m${number}`],
    responsiblePersonIds: [`p${number}`],
  };
};

/** A product that is described on these levels and on no other. */
function described(levels: ReadonlySet<FieldOrigin>): FieldSources {
  const details = (level: FieldOrigin) => (levels.has(level) ? detailsAt(level) : {});
  const constant = (value: object) => ({
    kind: "constant" as const,
    value: "x",
    values: { X: value },
  });
  const own = levels.has("feature") ? NUMBER.feature : 0;
  const measures = { weightGrams: own, lengthMm: own, widthMm: own, heightMm: own };
  const mapped = detailsAt("mapping");
  return {
    product: {
      ...bare,
      ...measures,
      features: levels.has("feature") ? [{ name: "material", value: "Value 4" }] : [],
    },
    details: details("product"),
    categoryDetails: details("category"),
    mappings: levels.has("mapping")
      ? [
          { field: "brand", source: constant({ id: "b3" }) },
          { field: "attribute:1", source: constant({ id: "v3" }) },
          { field: "package", source: constant({ package: mapped.package }) },
        ]
      : [],
    defaults: details("default"),
    attributes: [
      {
        id: "1",
        name: "Material",
        kind: "product",
        isRequired: true,
        isCustomizable: false,
        isMultiple: false,
        values: [1, 2, 3, 4, 5].map((number) => ({ id: `v${number}`, name: `Value ${number}` })),
      },
    ],
    rules: {
      certifications: [{ id: "9", name: "CE", isRequired: true }],
      sizeChart: "optional",
      needsPackageDimensions: true,
      needsManufacturer: true,
      needsResponsiblePerson: true,
    },
    today: 0,
  };
}

/** The levels that can say anything of a field. */
const LEVELS_OF = {
  brandId: ["product", "category", "mapping", "default"],
  attribute: FIELD_ORIGINS,
  sizeChartUri: ["product", "category", "default"],
  packageWeight: FIELD_ORIGINS,
  packageSize: FIELD_ORIGINS,
  certificate: ["product", "category", "default"],
  manufacturerIds: ["product", "category", "default"],
  responsiblePersonIds: ["product", "category", "default"],
} as const;

function valuesOf(sources: FieldSources) {
  const { attributes, certificates, ...fields } = resolveFields(sources);
  return { ...fields, attribute: attributes.get("1"), certificate: certificates.get("9") };
}

/** What the fields say on one level. */
function expectedAt(level: FieldOrigin) {
  const number = NUMBER[level];
  return {
    brandId: `b${number}`,
    attribute: [{ id: `v${number}` }],
    sizeChartUri: `chart${number}`,
    packageWeight: number,
    packageSize: { lengthMm: number, widthMm: number, heightMm: number },
    certificate: { files: [{ kind: "image" as const, uri: `proof${number}` }] },
    manufacturerIds: [`m${number}`],
    responsiblePersonIds: [`p${number}`],
  };
}

const someLevels = fc.subarray([...FIELD_ORIGINS]).map((levels) => new Set(levels));

describe("the fields of a listing", () => {
  it("come from product, then category, mapping, feature and default, and say from which", () => {
    fc.assert(
      fc.property(someLevels, (levels) => {
        const resolved = valuesOf(described(levels));
        for (const [field, able] of Object.entries(LEVELS_OF)) {
          const key = field as keyof typeof LEVELS_OF;
          const origin = (able as readonly FieldOrigin[]).find((level) => levels.has(level));
          expect(resolved[key]).toEqual(origin && { value: expectedAt(origin)[key], origin });
        }
      }),
    );
  });

  it("fall to the next level when a level is taken away", () => {
    fc.assert(
      fc.property(someLevels, (levels) => {
        const before = valuesOf(described(levels)).attribute;
        if (!before) return;
        const rest = new Set([...levels].filter((level) => level !== before.origin));
        const after = valuesOf(described(rest)).attribute;
        expect(after?.origin).toBe(FIELD_ORIGINS.find((level) => rest.has(level)));
      }),
    );
  });

  it("pass over a level whose values the category does not know", () => {
    const levels = described(new Set(["category"]));
    const details = { brand: { name: "None" }, attributes: { "1": [{ id: "gone" }, {}] } };
    expect(valuesOf({ ...levels, details })).toMatchObject({
      brandId: { value: "b2", origin: "category" },
      attribute: { value: [{ id: "v2" }], origin: "category" },
    });
  });

  it("take three measures of one level, never a mixture", () => {
    const levels = described(new Set(["default"]));
    const details = { package: { weightGrams: 70, lengthMm: 9, widthMm: 9 } };
    expect(valuesOf({ ...levels, details })).toMatchObject({
      packageWeight: { value: 70, origin: "product" },
      packageSize: { value: { lengthMm: 5, widthMm: 5, heightMm: 5 }, origin: "default" },
    });
  });

  it("prefer a proof without fault, and name a faulty one only where one is needed", () => {
    const levels = described(new Set(["product", "category"]));
    const at = (number: number, expiresAt?: number) => ({
      files: [{ kind: "image" as const, uri: `proof${number}` }],
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
    const proofOf = (isRequired: boolean, own: number | undefined, ofCategory?: number) =>
      valuesOf({
        ...levels,
        details: { certificates: { "9": at(1, own) } },
        categoryDetails: { certificates: { "9": at(2, ofCategory) } },
        rules: levels.rules && {
          ...levels.rules,
          certifications: [{ id: "9", name: "CE", isRequired, needsExpiry: true }],
        },
        today: 50,
      }).certificate?.origin;
    expect(proofOf(false, 90, 90)).toBe("product");
    for (const faulty of [50, undefined]) {
      expect(proofOf(true, faulty, 90)).toBe("category");
      expect(proofOf(true, faulty, faulty)).toBe("product");
      expect(proofOf(false, faulty, 90)).toBe("category");
      expect(proofOf(false, faulty, faulty)).toBeUndefined();
    }
  });

  it("are absent where the category has no place for them", () => {
    const levels = described(new Set(["product"]));
    const rules = {
      certifications: [],
      sizeChart: "none" as const,
      needsPackageDimensions: false,
      needsManufacturer: false,
      needsResponsiblePerson: false,
    };
    const resolved = resolveFields({ ...levels, rules, attributes: [] });
    expect(resolved).not.toHaveProperty("sizeChartUri");
    expect(resolved).not.toHaveProperty("manufacturerIds");
    expect(resolved).not.toHaveProperty("responsiblePersonIds");
    expect([...resolved.attributes, ...resolved.certificates]).toEqual([]);
  });
});
