import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changedByChannel,
  type ShownContent,
} from "../../../src/domain/listings/changed-by-channel";
import type { ContentValues, SentContent } from "../../../src/domain/listings/sent-content";

const values: ContentValues = {
  title: "Mug",
  description: "",
  category: "601",
  brand: "b1",
  images: ["https://shop.example/1.jpg"],
  attributes: [
    { id: "1", values: [{ id: "11" }] },
    { id: "2", values: [{ name: "By hand" }] },
  ],
  packageWeight: 350,
  packageSize: { lengthMm: 100, widthMm: 90, heightMm: 80 },
  minimumQuantity: null,
  sizeChart: "tos/chart",
  certificates: [{ id: "9", files: [{ kind: "image", uri: "tos/proof" }] }],
  manufacturers: ["m1"],
  responsiblePersons: [],
  skus: [
    { variantId: "1", sellerSku: "MUG-S", options: [{ name: "Size", value: "S" }] },
    { variantId: "2", sellerSku: "MUG-M", options: [{ name: "Size", value: "M" }] },
  ],
  optionImages: [],
  barcodes: [{ variantId: "1", barcode: "4006381333931" }],
};

const sent = {
  ...Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, { hash: field, value }]),
  ),
  description: { hash: "d", textHash: "w" },
  imageUris: ["tos/1"],
} as SentContent;

/** As a channel shows it: measures rounded up, names beside ids, another seller's SKU besides. */
const shown: ShownContent = {
  title: "Mug",
  descriptionHash: "d",
  descriptionTextHash: "w",
  categoryId: "601",
  brand: { id: "b1" },
  images: [{ uri: "tos/1" }],
  attributes: [
    { id: "2", values: [{ id: "new", name: "By hand" }] },
    { id: "1", values: [{ id: "11", name: "Clay" }] },
  ],
  package: { weightGrams: 354, lengthMm: 102, widthMm: 102 },
  sizeChart: { kind: "image", uri: "tos/chart" },
  certificates: [{ id: "9" }],
  manufacturerIds: ["m1"],
  responsiblePersonIds: [],
  skus: [
    { sellerSku: "MUG-M", options: [{ name: "size", value: "M" }] },
    { sellerSku: "MUG-S", barcode: "4006381333931", options: [{ name: "Size", value: "S" }] },
    { sellerSku: "HAND-MADE", options: [{ name: "Size", value: "XL" }] },
  ],
};

describe("what the channel shows otherwise than it was sent", () => {
  it("is nothing while it shows what was sent in its own units and order", () => {
    expect(changedByChannel(sent, shown)).toEqual([]);
  });

  it("is each field that was edited there", () => {
    const edits: Readonly<Record<string, Partial<ShownContent>>> = {
      title: { title: "Mug!" },
      description: { descriptionHash: "e", descriptionTextHash: "v" },
      category: { categoryId: "602" },
      brand: { brand: { id: "b2" } },
      images: { images: [...shown.images, { uri: "tos/2" }] },
      attributes: { attributes: shown.attributes.slice(1) },
      packageWeight: { package: { ...shown.package, weightGrams: 400 } },
      sizeChart: { sizeChart: { kind: "template", id: "t" } },
      certificates: { certificates: [] },
      manufacturers: { manufacturerIds: ["m2"] },
      responsiblePersons: { responsiblePersonIds: ["p1"] },
      skus: { skus: shown.skus.filter(({ sellerSku }) => sellerSku !== "MUG-M") },
      barcodes: {
        skus: shown.skus.map((sku) => ({ ...sku, barcode: "96385074" })),
      },
    };
    fc.assert(
      fc.property(fc.subarray(Object.keys(edits)), (edited) => {
        // The two stand in one property.
        if (edited.includes("skus") && edited.includes("barcodes")) return;
        const now = Object.assign({}, shown, ...edited.map((field) => edits[field]));
        expect(changedByChannel(sent, now).toSorted()).toEqual(edited.toSorted());
      }),
    );
  });

  it("is no description of which the markup alone was written anew", () => {
    expect(changedByChannel(sent, { ...shown, descriptionHash: "e" })).toEqual([]);
    const older = { ...sent, description: { hash: "d" } };
    expect(changedByChannel(older, { ...shown, descriptionHash: "e" })).toEqual(["description"]);
  });

  it("is nothing of what was never sent", () => {
    expect(changedByChannel({}, shown)).toEqual([]);
    expect(changedByChannel({ title: { hash: "t", value: "Cup" } }, shown)).toEqual(["title"]);
  });

  it("is a side that is longer than rounding makes it", () => {
    const withLength = (lengthMm: number) => ({
      ...shown,
      package: { ...shown.package, lengthMm },
    });
    expect(changedByChannel(sent, withLength(126))).toEqual([]);
    expect(changedByChannel(sent, withLength(127))).toEqual(["packageSize"]);
  });
});
