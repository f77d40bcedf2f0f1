import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

const isSix = (id: string) => id === "6";

describe("reading a listing", () => {
  const detail = (more: object = {}) => ({
    id: "17",
    status: "ACTIVATE",
    external_product_id: "6",
    skus: [
      {
        id: "1",
        seller_sku: "MUG-BLUE",
        external_sku_id: "6:1",
        price: { currency: "GBP", sale_price: "11.90", tax_exclusive_price: "9.92" },
        inventory: [
          { warehouse_id: "7", quantity: 3 },
          { warehouse_id: "8", quantity: 4 },
        ],
      },
    ],
    ...more,
  });

  it("tells state, our ids, price and stock over all warehouses", async () => {
    expect(await wireTo([{ data: detail() }]).session.readListing("17")).toEqual({
      channelProductId: "17",
      status: "live",
      rawStatus: "ACTIVATE",
      reasons: [],
      externalId: "6",
      skus: [
        {
          channelSkuId: "1",
          sellerSku: "MUG-BLUE",
          externalId: "6:1",
          quantity: 7,
          priceMinor: 1190,
        },
      ],
    });
  });

  it.each([
    ["DRAFT", "draft"],
    ["PENDING", "in_review"],
    ["FAILED", "rejected"],
    ["SELLER_DEACTIVATED", "paused"],
    ["PLATFORM_DEACTIVATED", "blocked"],
    ["FREEZE", "blocked"],
    ["DELETED", "removed"],
    ["A_STATUS_OF_NEXT_YEAR", "in_review"],
  ])("says of %s that it is %s", async (status, expected) => {
    const report = await wireTo([{ data: detail({ status }) }]).session.readListing("17");
    expect(report).toMatchObject({ status: expected, rawStatus: status });
  });

  it("passes on what the audit said", async () => {
    const data = detail({
      status: "FAILED",
      audit: { status: "FAILED", pre_approved_reasons: null },
      audit_failed_reasons: [
        { position: "Main image", reasons: ["It is blurred."], suggestions: ["Take a sharp one."] },
      ],
    });
    const report = await wireTo([{ data }]).session.readListing("17");
    expect(report?.reasons).toEqual(["Main image: It is blurred. Take a sharp one."]);
  });

  it("knows no listing the platform does not know", async () => {
    for (const code of [12052032, 12052260, 12019150, 12052048])
      expect(await wireTo([{ code }]).session.readListing("17")).toBeUndefined();
  });

  it("looks for ours by SKU, ten at a time, and takes only the one with our id", async () => {
    const wire = wireTo([
      { data: { products: [{ id: "98", status: "DELETED" }], next_page_token: "" } },
      {
        data: {
          products: [
            { id: "99", status: "ACTIVATE" },
            { id: "17", status: "PENDING" },
          ],
        },
      },
      { data: detail({ id: "99", external_product_id: "made by hand" }) },
      { data: detail({ status: "PENDING" }) },
    ]);
    const skus = Array.from({ length: 12 }, (_, index) => `SKU-${index}`);
    const found = await wire.session.findListing(isSix, [...skus, "SKU-0"]);
    expect(found.ours).toMatchObject({ channelProductId: "17", status: "in_review" });
    const [first, second] = wire.sent.map(({ body }) => body as { seller_skus: string[] });
    expect(first?.seller_skus).toHaveLength(10);
    expect(second?.seller_skus).toEqual(["SKU-10", "SKU-11"]);
  });

  it("turns the pages of a search before it says that there is none (CAT-POST-SEARCH)", async () => {
    const wire = wireTo([
      { data: { products: [], next_page_token: "cD0y" } },
      { data: { products: null, next_page_token: "" } },
    ]);
    expect(await wire.session.findListing(isSix, ["MUG-BLUE"])).toEqual({ others: [] });
    expect(wire.sent.map(({ query }) => query["page_token"])).toEqual([undefined, "cD0y"]);
  });
});

describe("stock and prices", () => {
  const changes = [
    { channelSkuId: "1", quantity: 0 },
    { channelSkuId: "2", quantity: 8 },
  ];

  it("believes no code 0: a SKU that failed is named, with the reason below the reason (CAT-POST-INVENTORY)", async () => {
    const errors = [
      {
        code: 12052990,
        message: "The check failed.",
        detail: {
          sku_id: "1",
          extra_errors: [{ warehouse_id: "7", code: 12052055, message: "limits" }],
        },
      },
    ];
    const wire = wireTo([{ data: { errors } }]);
    expect(await wire.session.setQuantities("17", "7", changes)).toEqual([
      {
        channelSkuId: "1",
        error: {
          code: "tiktok.quantity_refused",
          remedy: "merchant",
          message: "limits (12052055)",
        },
      },
      { channelSkuId: "2" },
    ]);
    expect(wire.sent[0]).toMatchObject({
      path: "/product/202309/products/17/inventory/update",
      body: { skus: [{ id: "1", inventory: [{ warehouse_id: "7", quantity: 0 }] }, {}] },
    });
  });

  it("sets the others when one zero refuses the whole call", async () => {
    const wire = wireTo([{ code: 12052055, message: "limits" }, { data: null }]);
    expect(await wire.session.setQuantities("17", "7", changes)).toEqual([
      { channelSkuId: "2" },
      { channelSkuId: "1", error: { code: "tiktok.quantity_refused", message: "limits" } },
    ]);
    expect(wire.sent[1]?.body).toMatchObject({ skus: [{ id: "2" }] });
    expect(wire.sent).toHaveLength(2);
  });

  it("asks nothing when there is nothing to set", async () => {
    const wire = wireTo([{ data: {} }]);
    expect(await wire.session.setQuantities("17", "7", [])).toEqual([]);
    expect(await wire.session.setPrices("17", "GBP", [])).toEqual([]);
    expect(wire.sent).toHaveLength(0);
  });

  it("sends prices as the currency writes them (CAT-POST-PRICE)", async () => {
    const wire = wireTo([{ data: {} }], { region: "JP" });
    const result = await wire.session.setPrices("17", "JPY", [
      { channelSkuId: "1", priceMinor: 500 },
    ]);
    expect(result).toEqual([{ channelSkuId: "1" }]);
    expect(wire.sent[0]?.body).toEqual({
      skus: [{ id: "1", price: { currency: "JPY", amount: "500" } }],
    });
  });
});

describe("state changes", () => {
  it("go out twenty at a time and fail one by one (CAT-POST-ACTIVATE)", async () => {
    const failed = {
      code: 12052990,
      message: "The check failed.",
      detail: { product_id: "3", extra_errors: [{ code: 12052901, message: "wrong status" }] },
    };
    const wire = wireTo([{ data: { errors: [failed] } }, { data: {} }]);
    const ids = Array.from({ length: 25 }, (_, index) => String(index));
    const results = await wire.session.deactivateListings(ids);
    expect(results).toHaveLength(25);
    expect(results.filter(({ error }) => error)).toEqual([
      {
        id: "3",
        error: {
          code: "tiktok.status_refused",
          remedy: "merchant",
          message: "wrong status (12052901)",
        },
      },
    ]);
    expect(
      wire.sent.map(({ body }) => (body as { product_ids: string[] }).product_ids.length),
    ).toEqual([20, 5]);
  });
});

describe("a page of listings", () => {
  const row = (more: object) => ({
    id: "17",
    status: "ACTIVATE",
    update_time: 1_760_000_000,
    audit: { status: "APPROVED", pre_approved_reasons: null },
    ...more,
  });
  const pageOf = async (rows: object[], token = "") => {
    const wire = wireTo([{ data: { products: rows, next_page_token: token } }]);
    const changedSince = 1_759_999_999_999;
    return { wire, page: await wire.session.listListings({ changedSince }, "abc") };
  };

  it("is asked for by the change's second and by its token", async () => {
    const { wire, page } = await pageOf([row({})], "def");
    expect(page.next).toBe("def");
    expect(wire.sent[0]?.query).toMatchObject({ page_size: "100", page_token: "abc" });
    expect(wire.sent[0]?.body).toEqual({ status: "ALL", update_time_ge: 1_759_999_999 });
  });

  it.each([
    ["ACTIVATE", "APPROVED", true],
    ["PENDING", "AUDITING", true],
    ["SELLER_DEACTIVATED", "APPROVED", true],
    ["ACTIVATE", "PRE_APPROVED", true],
    ["ACTIVATE", "FAILED", false],
    ["FAILED", "FAILED", false],
    ["FREEZE", "APPROVED", false],
    ["DELETED", "APPROVED", false],
    ["ACTIVATE", "", false],
  ])("says of %s and %s all there is: %s", async (status, audit, isWhole) => {
    const { page } = await pageOf([row({ status, audit: { status: audit } })]);
    expect(page.listings).toMatchObject([{ rawStatus: status, isWhole }]);
  });

  it("names what a review waits for, and passes over a row without a time", async () => {
    const audit = { status: "PRE_APPROVED", pre_approved_reasons: ["KYC_PENDING"] };
    const { page } = await pageOf([row({ audit }), row({ id: "18", update_time: null })]);
    expect(page.listings).toEqual([
      {
        channelProductId: "17",
        status: "live",
        rawStatus: "ACTIVATE",
        reasons: ["KYC_PENDING"],
        changedAt: 1_760_000_000_000,
        isWhole: true,
      },
    ]);
  });
});
