import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

describe("categories", () => {
  it("always come from the v2 tree, with the strictest permission", async () => {
    const row = (id: string, permission_statuses: string[] | null) => ({
      id,
      parent_id: "0",
      local_name: `Name ${id}`,
      is_leaf: true,
      permission_statuses,
    });
    const wire = wireTo([
      {
        data: {
          categories: [
            row("1", ["AVAILABLE"]),
            row("2", ["AVAILABLE", "INVITE_ONLY"]),
            row("3", ["NON_MAIN_CATEGORY", "INVITE_ONLY"]),
            row("4", ["PROHIBITED", "AVAILABLE"]),
            row("5", null),
          ],
        },
      },
    ]);
    const tree = await wire.session.listCategories();
    expect(tree.map(({ permission }) => permission)).toEqual([
      "available",
      "invite_only",
      "restricted",
      "prohibited",
      "available",
    ]);
    expect(tree[0]).toMatchObject({ id: "1", parentId: "0", name: "Name 1", isLeaf: true });
    expect(wire.sent[0]?.query["category_version"]).toBe("v2");
  });

  it("are suggested from department to leaf, whatever order the answer has", async () => {
    const categories = [
      { id: "3", name: "Mugs", level: 3, is_leaf: true },
      { id: "1", name: "Home", level: 1, is_leaf: false },
      { id: "2", name: "Kitchen", level: 2, is_leaf: false },
    ];
    const wire = wireTo([{ data: { leaf_category_id: "3", categories } }]);
    expect(await wire.session.suggestCategory("Mug", "")).toEqual({
      categoryId: "3",
      path: ["Home", "Kitchen", "Mugs"],
    });
    expect(wire.sent[0]?.body).toEqual({ product_title: "Mug", category_version: "v2" });
  });

  it("are not suggested when the platform has no idea", async () => {
    for (const code of [12019064, 12052912])
      expect(await wireTo([{ code }]).session.suggestCategory("x", "y")).toBeUndefined();
    expect(await wireTo([{ data: null }]).session.suggestCategory("x", "y")).toBeUndefined();
  });

  it("tell required attributes under the misspelt name of the wire", async () => {
    const attribute = {
      id: "100",
      name: "Material",
      type: "PRODUCT_PROPERTY",
      is_requried: true,
      is_customizable: true,
      values: [{ id: "1001", name: "Clay" }],
    };
    const wire = wireTo([
      { data: { attributes: [attribute, { id: "101", type: "SALES_PROPERTY" }] } },
    ]);
    expect(await wire.session.listAttributes("3")).toEqual([
      {
        id: "100",
        name: "Material",
        kind: "product",
        isRequired: true,
        isCustomizable: true,
        isMultiple: false,
        values: [{ id: "1001", name: "Clay" }],
      },
      {
        id: "101",
        name: "",
        kind: "sales",
        isRequired: false,
        isCustomizable: false,
        isMultiple: false,
        values: [],
      },
    ]);
  });

  it("tell under which answers an attribute is required, and that its text is a number", async () => {
    const attributes = [
      {
        id: "101625",
        name: "Battery capacity (g)",
        type: "PRODUCT_PROPERTY",
        is_customizable: true,
        value_data_format: "POSITIVE_INT_OR_DECIMAL",
        requirement_conditions: [
          {
            condition_type: "VALUE_ID_MATCH",
            attribute_id: "100216",
            attribute_value_id: "1024361",
          },
          { condition_type: "NEXT_YEARS", attribute_id: "1", attribute_value_id: "2" },
        ],
      },
      { id: "101", type: "PRODUCT_PROPERTY", requirement_conditions: null },
    ];
    const [conditional, plain] = await wireTo([{ data: { attributes } }]).session.listAttributes(
      "3",
    );
    expect(conditional).toMatchObject({
      isRequired: false,
      format: "positive_number",
      requiredWhen: [{ attributeId: "100216", valueId: "1024361" }],
    });
    expect(plain).not.toHaveProperty("requiredWhen");
    expect(plain).not.toHaveProperty("format");
  });

  it("tell what a certificate must show, when it is required and that it expires", async () => {
    const data = {
      product_certifications: [
        {
          id: "602368",
          name: "Battery transport report",
          is_required: false,
          document_details: "The whole report, signed.",
          sample_image_url: "https://samples.example/report.png",
          requirement_conditions: [
            {
              condition_type: "VALUE_ID_MATCH",
              attribute_id: "101610",
              attribute_value_id: "1024358",
            },
          ],
          expiration_date: { is_required: true },
        },
      ],
      epr: { is_required: true },
      fees: [{ type: "PFAND", is_required: true }],
    };
    expect(await wireTo([{ data }]).session.readRules("3")).toMatchObject({
      certifications: [
        {
          id: "602368",
          isRequired: false,
          requiredWhen: [{ attributeId: "101610", valueId: "1024358" }],
          details: "The whole report, signed.",
          sampleUrl: "https://samples.example/report.png",
          needsExpiry: true,
        },
      ],
      needsProducerResponsibility: true,
      needsDeposit: true,
    });
  });

  it("tell what a listing of theirs must carry", async () => {
    const data = {
      product_certifications: [{ id: "c1", name: "CE", is_required: true }],
      size_chart: { is_supported: true, is_required: false },
      package_dimension: { is_required: true },
      manufacturer: { is_required: true },
    };
    expect(await wireTo([{ data }]).session.readRules("3")).toEqual({
      certifications: [{ id: "c1", name: "CE", isRequired: true }],
      sizeChart: "optional",
      needsPackageDimensions: true,
      needsResponsiblePerson: false,
      needsManufacturer: true,
    });
  });
});

describe("brands", () => {
  it("are asked for by name in the v2 tree; only those that can be listed, authorised first", async () => {
    const row = (id: string, authorized_status: string, brand_status = "AVAILABLE") => ({
      id,
      name: `Name ${id}`,
      authorized_status,
      brand_status,
      is_t1_brand: false,
    });
    const brands = [
      row("1", "UNAUTHORIEZD"),
      row("2", "AUTHORIZED", "UNAVAILABLE"),
      row("3", "AUTHORIZED"),
      row("4", "UNAUTHORIZED"),
    ];
    const wire = wireTo([{ data: { brands } }]);
    expect(await wire.session.listBrands("601", "na")).toEqual([
      { id: "3", name: "Name 3", isAuthorized: true },
      { id: "1", name: "Name 1", isAuthorized: false },
      { id: "4", name: "Name 4", isAuthorized: false },
    ]);
    expect(wire.sent[0]).toMatchObject({ method: "GET", path: "/product/202309/brands" });
    expect(wire.sent[0]?.query).toMatchObject({
      category_id: "601",
      category_version: "v2",
      brand_name: "na",
      page_size: "50",
    });
  });

  it("of any name and category are asked for without either, and may be none", async () => {
    const wire = wireTo([{ data: null }]);
    expect(await wire.session.listBrands(undefined, "")).toEqual([]);
    expect(Object.keys(wire.sent[0]?.query ?? {})).not.toContain("brand_name");
    expect(Object.keys(wire.sent[0]?.query ?? {})).not.toContain("category_id");
  });
});

describe("the shop", () => {
  it("lists what keeps it from selling, in readable words", async () => {
    const check_results = [
      { check_item: "BANk_ACCOUNT", is_failed: true, fail_reasons: ["no account", "not verified"] },
      { check_item: "SHOP_STATUS", is_failed: false, fail_reasons: [] },
      { check_item: "RETURN_WAREHOUSE", is_failed: true, fail_reasons: null },
    ];
    expect(await wireTo([{ data: { check_results } }]).session.readPrerequisites()).toEqual([
      "BANK_ACCOUNT: no account; not verified",
      "RETURN_WAREHOUSE",
    ]);
  });

  it("tells the warehouse for returns from the one for sales, wherever it stands", async () => {
    const warehouses = [
      {
        id: "1",
        name: "Back",
        effect_status: "ENABLED",
        type: "RETURN_WAREHOUSE",
        is_default: true,
      },
      {
        id: "2",
        name: "Front",
        effect_status: "DISABLED",
        type: "SALES_WAREHOUSE",
        is_default: false,
      },
    ];
    expect(await wireTo([{ data: { warehouses } }]).session.listWarehouses()).toEqual([
      { id: "1", name: "Back", kind: "return", isDefault: true, isEnabled: true },
      { id: "2", name: "Front", kind: "sales", isDefault: false, isEnabled: false },
    ]);
  });

  it("says whether it sells across borders", async () => {
    const shops = [
      { id: "7", name: "A", region: "GB", seller_type: "LOCAL", cipher: "GCP_1", code: "x" },
      { id: "8", name: "B", region: "US", seller_type: "CROSS_BORDER", cipher: "GCP_2", code: "y" },
    ];
    const listed = await wireTo([{ data: { shops } }]).session.listShops();
    expect(listed.map(({ isCrossBorder }) => isCrossBorder)).toEqual([false, true]);
    expect(listed[0]).toMatchObject({ id: "7", cipher: "GCP_1", region: "GB" });
  });
});
