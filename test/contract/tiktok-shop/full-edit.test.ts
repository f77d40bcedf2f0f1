import { describe, expect, it } from "vitest";
import { draft, sentListing } from "./drafts";
import { wireTo, type Sent } from "./wire";

const OURS = "1729592969712207013";
const BY_HAND = "1729592969712207014";

const [first] = draft().skus;
const known = first ? [{ ...first, channelSkuId: OURS }] : [];

const option = (name: string, value: string, picture?: string) => ({
  id: `id of ${name}`,
  name,
  value_id: `id of ${value}`,
  value_name: value,
  sku_img: picture ? { uri: picture, urls: [], width: 600, height: 600 } : null,
  supplementary_sku_images: picture ? [{ uri: `${picture}/2`, urls: [] }] : null,
});

const detail = (more: object = {}) => ({
  id: "17",
  status: "ACTIVATE",
  title: "Mug",
  category_chains: [
    { id: "600000", is_leaf: false },
    { id: "600001", is_leaf: true },
  ],
  audit: { status: "APPROVED" },
  skus: [
    {
      id: OURS,
      seller_sku: "MUG-BLUE",
      external_sku_id: "6:1",
      external_urls: ["https://a.example"],
    },
    {
      id: BY_HAND,
      seller_sku: "BY-HAND",
      identifier_code: { type: "EAN", code: "96385074" },
      sales_attributes: [option("Colour", "Red", "tos/red"), option("Size", "L", "tos/l")],
      price: { currency: "GBP", sale_price: "9.90", tax_exclusive_price: "8.25" },
      inventory: [{ warehouse_id: "8", quantity: 3 }],
      pre_sale: { type: "PRE_ORDER" },
      status_info: { status: "NORMAL" },
    },
  ],
  ...more,
});

const keptByHand = {
  id: BY_HAND,
  seller_sku: "BY-HAND",
  identifier_code: { type: "EAN", code: "96385074" },
  sales_attributes: [
    {
      name: "Colour",
      value_name: "Red",
      sku_img: { uri: "tos/red" },
      supplementary_sku_images: [{ uri: "tos/red/2" }],
    },
    // Pictures are allowed on one option only, and the draft has them on the colour.
    { name: "Size", value_name: "L" },
  ],
  pre_sale: { type: "PRE_ORDER" },
};

const sentSkus = (sent: Sent | undefined): unknown[] =>
  (sent?.body as { skus: unknown[] } | undefined)?.skus ?? [];

describe("a full edit", () => {
  it("keeps SKUs by their ids and is repeated only when no SKU is new", async () => {
    const safe = wireTo([{ data: detail() }, { status: 500, text: "" }, { data: sentListing }]);
    await safe.session.updateListing("17", draft({ skus: known }));
    expect(safe.sent).toHaveLength(3);
    expect(safe.sent[1]).toMatchObject({ method: "PUT", path: "/product/202509/products/17" });
    expect(safe.sent[1]?.body).toMatchObject({ skus: [{ id: OURS }, { id: BY_HAND }] });
    for (const field of ["idempotency_key", "skus.0.inventory", "skus.0.price"])
      expect(safe.sent[1]?.body).not.toHaveProperty(field);
    const [model] = draft().skus;
    const fresh = model ? [...known, { ...model, externalId: "6:9" }] : [];
    const risky = wireTo([{ data: detail() }, { status: 500, text: "" }, { data: sentListing }]);
    await expect(risky.session.updateListing("17", draft({ skus: fresh }))).rejects.toMatchObject({
      facts: { maybeApplied: true },
    });
    expect(risky.sent).toHaveLength(2);
  });

  it("sends back a SKU of others as it is, and what ours carry besides", async () => {
    const skus = [...sentListing.skus, { id: BY_HAND, seller_sku: "BY-HAND" }];
    const wire = wireTo([{ data: detail() }, { data: { ...sentListing, skus } }]);
    const sent = await wire.session.updateListing("17", draft({ skus: known }));
    expect(sent.skus.map(({ channelSkuId }) => channelSkuId)).toEqual([OURS]);
    expect(wire.sent[1]?.body).toMatchObject({
      skus: [{ id: OURS, external_urls: ["https://a.example"] }, keptByHand],
    });
    expect(sentSkus(wire.sent[1])[1]).toEqual(keptByHand);
  });

  it("leaves out what it retires, and nothing else", async () => {
    const wire = wireTo([{ data: detail() }, { data: sentListing }]);
    await wire.session.updateListing("17", draft({ skus: known, retiredSkuIds: [BY_HAND] }));
    expect(sentSkus(wire.sent[1])).toHaveLength(1);
  });

  it("finds a SKU that a lost answer made by our id, and sends its stock and price again", async () => {
    const wire = wireTo([{ data: detail() }, { data: sentListing }]);
    await wire.session.updateListing("17", draft());
    expect(sentSkus(wire.sent[1])).toMatchObject([
      { id: OURS, price: { amount: "11.90" }, inventory: [{ quantity: 5 }] },
      { id: BY_HAND },
    ]);
  });

  it("goes by the version in review, where there is one", async () => {
    const inReview = { audit: { status: "AUDITING" } };
    const pending = detail({ ...inReview, skus: [{ id: "99", seller_sku: "NEWER" }] });
    const wire = wireTo([{ data: detail(inReview) }, { data: pending }, { data: sentListing }]);
    await wire.session.updateListing("17", draft({ skus: known }));
    expect(wire.sent[1]?.query["return_under_review_version"]).toBe("true");
    expect(wire.sent[2]?.body).toMatchObject({ skus: [{ id: OURS }, { id: "99" }] });
    const ended = wireTo([
      { data: detail(inReview) },
      { code: 12052547 },
      { data: detail() },
      { data: sentListing },
    ]);
    await ended.session.updateListing("17", draft({ skus: known }));
    expect(ended.sent[3]?.body).toMatchObject({ skus: [{ id: OURS }, { id: BY_HAND }] });
  });

  it("clears nothing that the draft is silent about", async () => {
    const silent = {
      video: { id: "v1", url: "https://v.example" },
      is_cod_allowed: false,
      minimum_order_quantity: 2,
      size_chart: { template: { id: "t1" }, image: null },
      manufacturer_ids: ["m1"],
      certifications: [
        {
          id: "602362",
          title: "Declaration",
          images: [{ uri: "tos/paper", urls: [] }],
          files: [{ id: "f1", name: "paper.pdf", format: "PDF", urls: [] }],
          expiration_date: 1_790_000_000,
        },
      ],
    };
    const wire = wireTo([{ data: detail(silent) }, { data: sentListing }]);
    await wire.session.updateListing("17", draft({ skus: known }));
    const certifications = [
      {
        id: "602362",
        images: [{ uri: "tos/paper" }],
        files: [{ id: "f1", name: "paper.pdf", format: "PDF" }],
        expiration_date: 1_790_000_000,
      },
    ];
    expect(wire.sent[1]?.body).toMatchObject({
      video: { id: "v1" },
      is_cod_allowed: false,
      minimum_order_quantity: 2,
      size_chart: { template: { id: "t1" } },
      manufacturer_ids: ["m1"],
      certifications,
    });
    const moved = wireTo([{ data: detail(silent) }, { data: sentListing }]);
    await moved.session.updateListing("17", draft({ skus: known, categoryId: "600002" }));
    expect(moved.sent[1]?.body).not.toHaveProperty("certifications");
    const chosen = draft({ skus: known, sizeChartUri: "tos/chart", manufacturerIds: ["m2"] });
    const said = wireTo([{ data: detail(silent) }, { data: sentListing }]);
    await said.session.updateListing("17", chosen);
    expect(said.sent[1]?.body).toMatchObject({
      size_chart: { image: { uri: "tos/chart" } },
      manufacturer_ids: ["m2"],
    });
  });

  it("of a listing that is gone says so and sends nothing", async () => {
    const wire = wireTo([{ code: 12052032 }]);
    await expect(wire.session.updateListing("17", draft())).rejects.toMatchObject({
      code: "tiktok.listing_missing",
    });
    expect(wire.sent).toHaveLength(1);
  });
});
