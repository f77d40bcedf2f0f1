import { describe, expect, it } from "vitest";
import { draft, sentListing } from "./drafts";
import { wireTo } from "./wire";

const OURS = "1729592969712207013";
const BY_HAND = "1729592969712207014";

const [first] = draft().skus;
const known = first ? [{ ...first, channelSkuId: OURS }] : [];

const shown = {
  id: "17",
  status: "ACTIVATE",
  skus: [
    { id: OURS, seller_sku: "MUG-BLUE", external_sku_id: "6:1" },
    { id: BY_HAND, seller_sku: "BY-HAND" },
  ],
};

describe("a partial edit", () => {
  it("names the changed fields and nothing else, in the market's units", async () => {
    const wire = wireTo([{ data: { product_id: "17", skus: [{ id: OURS }] } }], { region: "US" });
    const certificates = [
      {
        id: "602364",
        files: [
          { kind: "image" as const, uri: "tos/paper" },
          { kind: "pdf" as const, id: "f1", name: "paper.pdf" },
        ],
        expiresAt: 1_790_000_000_999,
      },
    ];
    const packed = { weightGrams: 400, lengthMm: 121, widthMm: 100, heightMm: 95 };
    const change = { title: "New", package: packed, certificates };
    expect(await wire.session.editListing("17", change, "key")).toMatchObject({ skus: [] });
    expect(wire.sent).toHaveLength(1);
    expect(wire.sent[0]).toMatchObject({
      method: "POST",
      path: "/product/202509/products/17/partial_edit",
    });
    expect(wire.sent[0]?.body).toEqual({
      title: "New",
      package_weight: { value: "0.89", unit: "POUND" },
      package_dimensions: { length: "5", width: "4", height: "4", unit: "INCH" },
      certifications: [
        {
          id: "602364",
          images: [{ uri: "tos/paper" }],
          files: [{ id: "f1", name: "paper.pdf", format: "PDF" }],
          expiration_date: 1_790_000_000,
        },
      ],
    });
  });

  it("is repeated after an unclear answer, since it sets and adds nothing", async () => {
    const wire = wireTo([{ lost: true }, { data: { product_id: "17" } }]);
    await wire.session.editListing("17", { descriptionHtml: "<p>New</p>" }, "key");
    expect(wire.sent).toHaveLength(2);
  });

  it("of the SKUs reads the listing first and sends back those of others", async () => {
    const wire = wireTo([{ data: shown }, { data: sentListing }]);
    const { currency, warehouseId } = draft();
    const change = { skus: { skus: known, currency, warehouseId } };
    const sent = await wire.session.editListing("17", change, "key");
    expect(sent.skus).toEqual([{ externalId: "6:1", channelSkuId: OURS, sellerSku: "MUG-BLUE" }]);
    expect(Object.keys(wire.sent[1]?.body as object)).toEqual(["skus"]);
    expect(wire.sent[1]?.body).toMatchObject({ skus: [{ id: OURS }, { id: BY_HAND }] });
  });

  it("knows neither a category nor the clearing of a field", async () => {
    const wire = wireTo([{ data: sentListing }]);
    const change = { title: "New", categoryId: "600002", brandId: "", certificates: [] };
    await expect(wire.session.editListing("17", change, "key")).rejects.toMatchObject({
      remedy: "defect",
      code: "tiktok.full_edit_needed",
      facts: { fields: ["categoryId", "brandId", "certificates"] },
    });
    expect(wire.sent).toHaveLength(0);
  });

  it("that the size chart stops says so", async () => {
    const wire = wireTo([{ code: 5001001, message: "Size chart quality check failed." }]);
    await expect(wire.session.editListing("17", { title: "New" }, "key")).rejects.toMatchObject({
      remedy: "merchant",
      code: "tiktok.size_chart",
    });
  });
});
