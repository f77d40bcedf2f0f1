import { describe, expect, it } from "vitest";
import { liveMug, mugBody, openHarness, type Harness } from "./tiktok-shop-client";

const PRODUCTS = "/product/202309/products";

const create = async (harness: Harness, change: Record<string, unknown> = {}) =>
  harness.call("POST", PRODUCTS, { body: await mugBody(harness, change) });
const detail = (harness: Harness, id: string, query: Record<string, string> = {}) =>
  harness.call("GET", `${PRODUCTS}/${id}`, { query });
const search = (harness: Harness, body: object = {}, query: Record<string, string> = {}) =>
  harness.call("POST", "/product/202502/products/search", {
    body,
    query: { page_size: "10", ...query },
  });

async function skuWith(harness: Harness, change: Record<string, unknown>) {
  const [sku] = (await mugBody(harness))["skus"] as Record<string, unknown>[];
  return { ...sku, ...change };
}

describe("the life of a product", () => {
  it("goes from PENDING through an audit that takes time to ACTIVATE", async () => {
    const harness = await openHarness();
    const created = await create(harness);
    const id = String(created.data["product_id"]);
    expect(id).toMatch(/^\d{19}$/);
    expect((await detail(harness, id)).data).toMatchObject({
      status: "PENDING",
      product_status: "INITIAL",
      audit: { status: "AUDITING" },
    });
    harness.clock.advance(60_000);
    expect((await detail(harness, id)).data).toMatchObject({
      status: "ACTIVATE",
      audit: { status: "APPROVED" },
    });
  });

  it("ends in FAILED with reasons, and an edit starts over", async () => {
    const harness = await openHarness();
    const id = String(
      (await create(harness, { title: "Replica of a famous mug" })).data["product_id"],
    );
    harness.clock.advance(60_000);
    const failed = await detail(harness, id);
    expect(failed.data).toMatchObject({ status: "FAILED", audit: { status: "FAILED" } });
    expect(failed.data["audit_failed_reasons"]).toMatchObject([{ position: "title" }]);
    const body = { ...(await mugBody(harness)), skus: failed.data["skus"] as object[] };
    body.skus = [{ id: (failed.data["skus"] as { id: string }[])[0]?.id, seller_sku: "MUG-1" }];
    const edited = await harness.call("PUT", `/product/202509/products/${id}`, { body });
    expect(edited.data["audit"]).toEqual({ status: "AUDITING" });
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data["status"]).toBe("ACTIVATE");
  });

  it("is deactivated, activated through a new audit, deleted and recovered", async () => {
    const harness = await openHarness();
    const { productId: id } = await liveMug(harness);
    const batch = (what: string, method = "POST") =>
      harness.call(method, `${PRODUCTS}${what}`, { body: { product_ids: [id] } });
    const status = async () => (await detail(harness, id)).data["status"];
    expect((await batch("/activate")).data["errors"]).toMatchObject([
      { code: 12052990, detail: { product_id: id, extra_errors: [{ code: 12052901 }] } },
    ]);
    expect((await batch("/deactivate")).data).toEqual({ errors: [] });
    expect(await status()).toBe("SELLER_DEACTIVATED");
    await batch("/activate");
    expect(await status()).toBe("PENDING");
    harness.clock.advance(60_000);
    expect(await status()).toBe("ACTIVATE");
    await batch("", "DELETE");
    expect(await status()).toBe("DELETED");
    expect((await search(harness)).data["total_count"]).toBe(0);
    await batch("/recover");
    expect(await status()).toBe("SELLER_DEACTIVATED");
  });

  it("keeps the old version live while an edit is audited", async () => {
    const harness = await openHarness();
    const { productId: id, skuId } = await liveMug(harness);
    const edited = await harness.call("POST", `/product/202509/products/${id}/partial_edit`, {
      body: { title: "A new and longer title for the mug" },
    });
    expect(edited.data).toMatchObject({ audit: { status: "AUDITING" }, skus: [{ id: skuId }] });
    const live = await detail(harness, id);
    expect(live.data).toMatchObject({
      status: "ACTIVATE",
      title: expect.stringContaining("Stone"),
    });
    const review = await detail(harness, id, { return_under_review_version: "true" });
    expect(review.data["title"]).toBe("A new and longer title for the mug");
    harness.shop.reviewProduct(id, "APPROVED");
    expect((await detail(harness, id)).data["title"]).toBe("A new and longer title for the mug");
    expect((await detail(harness, id, { return_under_review_version: "true" })).code).toBe(
      12052547,
    );
  });

  it("makes drafts with light checks, which only an edit as LISTING publishes", async () => {
    const harness = await openHarness();
    const draft = {
      save_mode: "AS_DRAFT",
      package_weight: undefined,
      package_dimensions: undefined,
    };
    const id = String((await create(harness, draft)).data["product_id"]);
    expect((await detail(harness, id)).data["status"]).toBe("DRAFT");
    const activated = await harness.call("POST", `${PRODUCTS}/activate`, {
      body: { product_ids: [id] },
    });
    expect((activated.data["errors"] as object[]).length).toBe(1);
    const [sku] = (await detail(harness, id)).data["skus"] as { id: string }[];
    const body = await mugBody(harness, { skus: [await skuWith(harness, { id: sku?.id })] });
    expect((await harness.call("PUT", `/product/202509/products/${id}`, { body })).code).toBe(0);
    expect((await detail(harness, id)).data["status"]).toBe("PENDING");
  });

  it("deletes the SKUs a full edit leaves out and keeps price and stock of those it names", async () => {
    const harness = await openHarness();
    const coloured = async (seller_sku: string, value_name: string) =>
      skuWith(harness, { seller_sku, sales_attributes: [{ id: "100000", value_name }] });
    const skus = [await coloured("A", "Red"), await coloured("B", "Teal")];
    const { productId: id } = await liveMug(harness, { skus });
    const before = (await detail(harness, id)).data["skus"] as Record<string, unknown>[];
    const [red, teal] = before;
    expect(red?.["sales_attributes"]).toMatchObject([
      { id: "100000", name: "Color", value_id: "10000004", value_name: "Red" },
    ]);
    expect(teal?.["sales_attributes"]).toMatchObject([{ value_name: "Teal" }]);
    const kept = {
      id: teal?.["id"],
      seller_sku: "B",
      sales_attributes: teal?.["sales_attributes"],
    };
    const body = await mugBody(harness, { skus: [kept] });
    expect((await harness.call("PUT", `/product/202509/products/${id}`, { body })).code).toBe(0);
    harness.shop.reviewProduct(id, "APPROVED");
    const after = (await detail(harness, id)).data["skus"] as Record<string, unknown>[];
    expect(after.map((sku) => sku["id"])).toEqual([teal?.["id"]]);
    expect(after[0]).toMatchObject({
      price: { sale_price: "12.50" },
      inventory: [{ quantity: 20 }],
    });
  });
});

describe("stock and prices", () => {
  const stock = (harness: Harness, id: string, skus: object[]) =>
    harness.call("POST", `${PRODUCTS}/${id}/inventory/update`, { body: { skus } });

  it("sets absolute quantities and lists what failed per SKU with code 0", async () => {
    const harness = await openHarness();
    const { productId, skuId } = await liveMug(harness);
    const [row] = (await detail(harness, productId)).data["skus"] as {
      inventory: { warehouse_id: string }[];
    }[];
    const warehouse_id = row?.inventory[0]?.warehouse_id;
    const answer = await stock(harness, productId, [
      { id: skuId, inventory: [{ warehouse_id, quantity: 7 }] },
      { id: "1729592969712207999", inventory: [{ warehouse_id, quantity: 7 }] },
    ]);
    expect(answer.code).toBe(0);
    expect(answer.data["errors"]).toMatchObject([
      {
        code: 12052990,
        detail: { sku_id: "1729592969712207999", extra_errors: [{ code: 12052556 }] },
      },
    ]);
    const found = await harness.call("POST", "/product/202309/inventory/search", {
      body: { sku_ids: [skuId] },
    });
    expect(found.data["inventory"]).toMatchObject([
      {
        product_id: productId,
        skus: [{ total_available_quantity: 7, total_committed_quantity: 0 }],
      },
    ]);
  });

  it("refuses quantity 0 unless the switch allows it", async () => {
    for (const [zeroQuantity, errors] of [
      [false, 1],
      [true, 0],
    ] as const) {
      const harness = await openHarness("GB", { zeroQuantity });
      const { productId, skuId } = await liveMug(harness);
      const warehouse_id = harness.storage.list<{ id: string; type: string }>("tts:warehouse")[1]
        ?.id;
      const answer = await stock(harness, productId, [
        { id: skuId, inventory: [{ warehouse_id, quantity: 0 }] },
      ]);
      expect((answer.data["errors"] as object[]).length).toBe(errors);
    }
  });

  it("changes prices of live products only, without an audit, and not under a promotion", async () => {
    const harness = await openHarness();
    const { productId, skuId } = await liveMug(harness);
    const set = (amount: string) =>
      harness.call("POST", `${PRODUCTS}/${productId}/prices/update`, {
        body: { skus: [{ id: skuId, price: { amount, currency: "GBP" } }] },
      });
    expect((await set("11.99")).code).toBe(0);
    expect((await detail(harness, productId)).data).toMatchObject({
      audit: { status: "APPROVED" },
      skus: [{ price: { sale_price: "11.99", tax_exclusive_price: "9.99", currency: "GBP" } }],
    });
    harness.shop.lockSku(skuId, true);
    expect((await set("10.00")).code).toBe(12052038);
    harness.shop.lockSku(skuId, false);
    harness.shop.setProductStatus(productId, "PLATFORM_DEACTIVATED");
    expect((await set("10.00")).code).toBe(12019113);
  });
});

describe("search", () => {
  it("pages by opaque tokens and filters by status, seller SKU and time", async () => {
    const harness = await openHarness();
    const ids: string[] = [];
    for (const code of ["A", "B", "C"]) {
      harness.clock.advance(1000);
      const skus = [await skuWith(harness, { seller_sku: code })];
      ids.push(String((await create(harness, { skus })).data["product_id"]));
    }
    harness.shop.reviewProduct(ids[0] ?? "", "APPROVED");
    const first = await search(harness, {}, { page_size: "2" });
    const next = String(first.data["next_page_token"]);
    const second = await search(harness, {}, { page_size: "2", page_token: next });
    const rows = [first, second].flatMap((page) => page.data["products"] as { id: string }[]);
    expect(rows.map((row) => row.id)).toEqual(ids.toReversed());
    expect(second.data["next_page_token"]).toBe("");
    const found = async (body: object) =>
      ((await search(harness, body)).data["products"] as { id: string }[]).map((row) => row.id);
    expect(await found({ status: "ACTIVATE" })).toEqual([ids[0]]);
    expect(await found({ seller_skus: ["B"] })).toEqual([ids[1]]);
    expect(await found({ create_time_ge: 1_790_000_003 })).toEqual([ids[2]]);
    expect((await search(harness, { seller_skus: Array(11).fill("x") })).code).toBe(12019027);
    expect((await search(harness, {}, { page_size: "101" })).code).toBe(12019109);
  });
});
