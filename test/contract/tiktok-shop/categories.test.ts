import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

describe("categories", () => {
  it("always come from the v2 tree, with the strictest permission (CAT-MAP-PROD)", async () => {
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
});

describe("brands", () => {
  it("are asked for by name in the v2 tree; only those that can be listed, authorised first (CAT-PRE-BRANDS)", async () => {
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
    const wire = wireTo([{ data: { brands, next_page_token: "p2" } }]);
    expect(await wire.session.listBrands("601", "na")).toEqual({
      brands: [
        { id: "3", name: "Name 3", isAuthorized: true },
        { id: "1", name: "Name 1", isAuthorized: false },
        { id: "4", name: "Name 4", isAuthorized: false },
      ],
      next: "p2",
    });
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
    expect(await wire.session.listBrands(undefined, "", "p2")).toEqual({ brands: [] });
    expect(wire.sent[0]?.query).toMatchObject({ page_token: "p2" });
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
