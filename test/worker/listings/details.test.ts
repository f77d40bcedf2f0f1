import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/db/database";
import { categoryFieldsOf } from "../../../src/db/categories/category-fields";
import { productsOf } from "../../../src/db/catalogue/products";
import { toListingDetails } from "../../../src/domain/listings/listing-details";
import { readRequirements } from "../../../src/sync/listings/read-requirements";
import { saveDetails } from "../../../src/sync/listings/save-details";
import { mappedCatalogue } from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";

const MUG = "7";

/** Details as 0.2 wrote them. */
const OLD = {
  brandId: "b1",
  brandName: "Harbour Mill",
  sizeChartUri: "tos/chart",
  attributes: [
    { id: "100", values: [{ id: "c", name: "Cotton" }, { name: "Hemp" }] },
    { id: "101", values: [] },
  ],
};

const NEW = {
  brand: { id: "b1", name: "Harbour Mill" },
  sizeChart: { uri: "tos/chart" },
  attributes: { "100": [{ id: "c", name: "Cotton" }, { name: "Hemp" }] },
};

async function storedProduct(connectionId: string) {
  const [row] = await rowsOf<{ details: string | null }>(
    "SELECT details FROM product WHERE connection_id = ? AND product_id = ?",
    connectionId,
    MUG,
  );
  return JSON.parse(row?.details ?? "null") as unknown;
}

async function storeAs(connectionId: string, details: unknown) {
  await rowsOf(
    "UPDATE product SET details = ? WHERE connection_id = ? AND product_id = ?",
    JSON.stringify(details),
    connectionId,
    MUG,
  );
}

describe("details of a product", () => {
  it("that two write at once keep what both wrote", async () => {
    const { connectionId } = await mappedCatalogue();
    const writers = Array.from({ length: 20 }, (_, number) =>
      productsOf(openDatabase(env.DB), connectionId, Date.now).patchDetails(MUG, {
        attributes: { [`a${number}`]: [{ name: `Value ${number}` }] },
        ...(number % 2 === 0 ? { sizeChart: { uri: "tos/chart" } } : { brand: { name: "None" } }),
      }),
    );
    expect(await Promise.all(writers)).toEqual(writers.map(() => true));
    const details = toListingDetails(await storedProduct(connectionId));
    expect(Object.keys(details.attributes ?? {})).toHaveLength(20);
    expect(details).toMatchObject({ sizeChart: { uri: "tos/chart" }, brand: { name: "None" } });
  });

  it("lose what a patch says is null, and a brand is replaced whole", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    await saveDetails(ports, MUG, {
      brand: { id: "b1", name: "Harbour" },
      attributes: { "1": [{ id: "a" }], "2": [{ id: "b" }] },
      package: { weightGrams: 10, lengthMm: 20 },
    });
    await saveDetails(ports, MUG, {
      brand: { name: "None" },
      attributes: { "1": null, "2": [] },
      package: { lengthMm: null },
      certificates: { "9": { files: [{ kind: "image", uri: "tos/proof" }] } },
    });
    expect(await storedProduct(harness.connectionId)).toEqual({
      brand: { name: "None" },
      attributes: {},
      package: { weightGrams: 10 },
      certificates: { "9": { files: [{ kind: "image", uri: "tos/proof" }] } },
    });
  });

  it("of 0.2 are read as they are and take a patch without losing anything", async () => {
    const harness = await mappedCatalogue();
    const ports = await harness.ports();
    await storeAs(harness.connectionId, OLD);
    expect((await ports.products.find(MUG))?.details).toEqual(NEW);
    const { details } = await harness.merchant.call(
      "PATCH /api/connections/:id/products/:productId/details",
      {
        params: { id: harness.connectionId, productId: MUG },
        body: { attributes: { "102": [{ name: "By hand" }] } },
      },
    );
    const attributes = { ...NEW.attributes, "102": [{ name: "By hand" }] };
    expect(details).toEqual({ ...NEW, attributes });
    expect(await storedProduct(harness.connectionId)).toEqual({ ...NEW, attributes });
  });

  it("of 0.2 are converted by the migration", async () => {
    const { connectionId } = await mappedCatalogue();
    const migration = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith("0006_"));
    const conversion = migration?.queries.find((query) => query.includes("UPDATE `product`")) ?? "";
    const convert = async (details: unknown) => {
      await storeAs(connectionId, details);
      await env.DB.exec(conversion.replace(/^--.*$/gm, "").replaceAll(/\s+/g, " "));
      return storedProduct(connectionId);
    };
    expect(await convert(OLD)).toEqual(NEW);
    expect(await convert({ brandId: "b1" })).toEqual({ brand: { id: "b1", name: "b1" } });
    expect(await convert({ brandName: "None", attributes: [] })).toEqual({
      brand: { name: "None" },
    });
    expect(await convert({})).toEqual({});
    expect(await convert(null)).toBeNull();
  });
});

describe("what is set for a category", () => {
  it("is patched field by field and read with its mappings at once", async () => {
    const { connectionId } = await mappedCatalogue();
    const fields = categoryFieldsOf(openDatabase(env.DB), connectionId, Date.now);
    expect(await fields.find("601")).toEqual({ details: {}, mappings: [] });
    await Promise.all([
      fields.patchDetails("601", { brand: { id: "b1", name: "Harbour" } }),
      fields.patchDetails("601", { attributes: { "1": [{ id: "a" }], "2": null } }),
      fields.patchDetails("601", { package: { weightGrams: 10 } }),
    ]);
    await fields.patchDetails("601", { package: { weightGrams: null } });
    const source = { kind: "feature" as const, name: "Material", values: { clay: { id: "11" } } };
    await fields.mapField("601", "attribute:1", { kind: "manufacturer" });
    await fields.mapField("601", "attribute:1", source);
    await fields.mapField("601", "brand", { kind: "manufacturer" });
    await fields.mapField("601", "brand", null);
    expect(await fields.find("601")).toEqual({
      details: {
        brand: { id: "b1", name: "Harbour" },
        attributes: { "1": [{ id: "a" }] },
        package: {},
      },
      mappings: [{ field: "attribute:1", source }],
    });
  });

  it("fills what the product leaves open, and the requirements say so", async () => {
    const harness = await mappedCatalogue({
      channel: (session) => ({
        listAttributes: async () => [
          {
            id: "900",
            name: "Made in",
            kind: "product",
            isRequired: true,
            isCustomizable: true,
            isMultiple: false,
            values: [],
          },
        ],
        readRules: (id) => session.readRules(id),
      }),
    });
    const ports = await harness.ports();
    const before = await readRequirements(ports, MUG);
    expect(before.missing.map(({ code }) => code)).toEqual(["listing.attribute_missing"]);
    const originOf = ({ fields }: typeof before) =>
      fields.find(({ field }) => field === "attribute:900")?.origin;
    expect(originOf(before)).toBeUndefined();
    await ports.categoryFields.patchDetails(before.categoryId ?? "", {
      attributes: { "900": [{ name: "Spain" }] },
    });
    const filled = await readRequirements(ports, MUG);
    expect(filled.missing).toEqual([]);
    expect(originOf(filled)).toBe("category");
    await saveDetails(ports, MUG, { attributes: { "900": [{ name: "Portugal" }] } });
    const own = await readRequirements(ports, MUG);
    expect(own.fields.find(({ field }) => field === "attribute:900")).toEqual({
      field: "attribute:900",
      origin: "product",
      values: [{ name: "Portugal" }],
      inherited: { origin: "category", values: [{ name: "Spain" }] },
    });
  });
});
