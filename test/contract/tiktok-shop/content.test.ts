import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

const image = (uri: string) => ({
  uri,
  urls: [`https://p.example/${uri}`],
  thumb_urls: [],
  width: 600,
  height: 600,
});

const detail = {
  id: "17",
  status: "ACTIVATE",
  title: "Mug",
  description: "<p>A mug.</p>",
  category_chains: [
    { id: "600001", parent_id: "600000", local_name: "Mugs", is_leaf: true },
    { id: "600000", parent_id: "0", local_name: "Kitchen", is_leaf: false },
  ],
  brand: { id: "708", name: "Clay & Co" },
  main_images: [image("tos/1")],
  product_attributes: [
    { id: "100", name: "Material", values: [{ id: "1001", name: "Clay" }] },
    { id: "101", name: "Care", values: [{ name: "By hand" }] },
  ],
  package_weight: { value: "0.89", unit: "POUND" },
  package_dimensions: { length: "5", width: "4.5", height: "", unit: "INCH" },
  size_chart: { image: image("tos/chart"), template: null },
  certifications: [
    {
      id: "602362",
      title: "Declaration",
      images: [image("tos/paper")],
      files: [{ id: "f1", name: "paper.pdf", format: "PDF", urls: [] }],
      expiration_date: 1_790_000_000,
    },
  ],
  manufacturer_ids: ["m1"],
  responsible_person_ids: null,
  external_product_id: "6",
  audit: { status: "AUDITING" },
  skus: [
    {
      id: "1",
      seller_sku: "MUG-BLUE",
      external_sku_id: "6:1",
      identifier_code: { type: "EAN", code: "5901234123457" },
      price: { currency: "GBP", sale_price: "11.90", tax_exclusive_price: "9.92" },
      inventory: [
        { warehouse_id: "7", quantity: 3 },
        { warehouse_id: "8", quantity: 4 },
      ],
      sales_attributes: [
        {
          id: "100000",
          name: "Color",
          value_id: "1729592969712907123",
          value_name: "Blue",
          sku_img: image("tos/blue"),
        },
      ],
      status_info: { status: "DEACTIVATED", deactivation_source: "SELLER" },
    },
  ],
};

describe("reading a listing's content", () => {
  it("answers every part in our terms and units", async () => {
    const wire = wireTo([{ data: detail }]);
    expect(await wire.session.readContent("17")).toEqual({
      channelProductId: "17",
      status: "live",
      isInReview: true,
      externalId: "6",
      title: "Mug",
      descriptionHtml: "<p>A mug.</p>",
      categoryId: "600001",
      brand: { id: "708", name: "Clay & Co" },
      images: [{ uri: "tos/1", url: "https://p.example/tos/1" }],
      attributes: [
        { id: "100", name: "Material", values: [{ id: "1001", name: "Clay" }] },
        { id: "101", name: "Care", values: [{ name: "By hand" }] },
      ],
      package: { weightGrams: 404, lengthMm: 127, widthMm: 114 },
      sizeChart: { kind: "image", uri: "tos/chart" },
      certificates: [
        {
          id: "602362",
          title: "Declaration",
          files: [
            { kind: "image", uri: "tos/paper" },
            { kind: "pdf", id: "f1", name: "paper.pdf" },
          ],
          expiresAt: 1_790_000_000_000,
        },
      ],
      manufacturerIds: ["m1"],
      responsiblePersonIds: [],
      skus: [
        {
          channelSkuId: "1",
          sellerSku: "MUG-BLUE",
          externalId: "6:1",
          barcode: "5901234123457",
          options: [
            {
              id: "100000",
              name: "Color",
              valueId: "1729592969712907123",
              value: "Blue",
              imageUri: "tos/blue",
            },
          ],
          price: { minor: 1190, currency: "GBP" },
          stock: [
            { warehouseId: "7", quantity: 3 },
            { warehouseId: "8", quantity: 4 },
          ],
          isOnSale: false,
        },
      ],
    });
    expect(wire.sent).toHaveLength(1);
  });

  it("of a bare draft misses nothing it needs", async () => {
    const wire = wireTo([{ data: { id: "17", status: "DRAFT" } }]);
    expect(await wire.session.readContent("17", "pending")).toMatchObject({
      status: "draft",
      isInReview: false,
      categoryId: "",
      package: {},
      skus: [],
    });
    expect(wire.sent).toHaveLength(1);
  });

  it("prefers the template of a size chart, as the platform does", async () => {
    const size_chart = { image: image("tos/chart"), template: { id: "t1" } };
    const wire = wireTo([{ data: { ...detail, size_chart } }]);
    expect((await wire.session.readContent("17"))?.sizeChart).toEqual({
      kind: "template",
      id: "t1",
    });
  });

  it("knows no content the platform does not know", async () => {
    for (const code of [12052032, 12052260, 12019150, 12052048])
      expect(await wireTo([{ code }]).session.readContent("17")).toBeUndefined();
  });
});
