import { describe, expect, it } from "vitest";
import { capturedStore, VERSIONS } from "./captures";

describe.each(VERSIONS)("the captured answers of PrestaShop %s", (version) => {
  it("name the version and grant every permission", async () => {
    const access = await capturedStore(version).session.checkAccess();
    expect(access).toEqual({ version, missingPermissions: [], unseen: [] });
  });

  it("make the same products, whether numbers came as text or as numbers", async () => {
    const { session } = capturedStore(version);
    const { products, next } = await session.pullPage({}, 100);
    expect(next).toBeUndefined();
    expect(products).toHaveLength(19);
    const shirt = products[0];
    expect(shirt).toMatchObject({
      id: "1",
      name: "Hummingbird printed t-shirt",
      isActive: true,
      brand: "Studio Design",
      categoryId: "4",
      currency: "GBP",
      weightGrams: 300,
    });
    expect(shirt?.images.map((image) => image.url)).toContain("https://shop.example/img/p/1/1.jpg");
    expect(shirt?.variants).toHaveLength(8);
    expect(shirt?.variants[0]).toMatchObject({ id: "1", sku: "demo_1", quantity: 300 });
    expect(shirt?.variants[0]?.options).toEqual([
      { name: "Size", value: "S" },
      { name: "Color", value: "White" },
    ]);
    expect(shirt?.features.map(({ name }) => name)).toContain("Composition");
    const mug = products.find((product) => product.id === "6");
    expect(mug?.variants).toMatchObject([
      { id: "0", sku: "demo_11", quantity: -4701, options: [] },
    ]);
  });

  it("give stock per variant, without the sums of varied products", async () => {
    const levels = await capturedStore(version).session.readStock(["1", "6"]);
    const ofShirt = levels.filter((level) => level.productId === "1");
    expect(ofShirt).toHaveLength(8);
    expect(ofShirt.map((level) => level.variantId)).not.toContain("0");
    // Oversold in the captured store, and reported as it is.
    expect(levels).toContainEqual({ productId: "6", variantId: "0", quantity: -4701 });
  });

  it("give categories below the technical root, with paths", async () => {
    const categories = await capturedStore(version).session.listCategories();
    expect(categories.map((category) => category.id)).not.toContain("1");
    const men = categories.find((category) => category.id === "4");
    expect(men).toMatchObject({ parentId: "3", name: "Men", path: "Home > Clothes > Men" });
    expect(categories.find((category) => category.id === "2")).not.toHaveProperty("parentId");
  });

  it("give the carriers by their stable reference", async () => {
    const carriers = await capturedStore(version).session.listCarriers();
    expect(carriers[0]).toEqual({ reference: "1", name: "Click and collect", isActive: true });
  });

  it("tell which orders were shipped, delivered or cancelled", async () => {
    const shipments = await capturedStore(version).session.readShipments(["1", "2", "3", "4", "5"]);
    const states = shipments.map(({ state, isCancelled }) => `${state.id} ${isCancelled}`);
    expect(states.slice(0, 2)).toEqual(["6 true", "1 false"]);
    for (const shipment of shipments)
      expect(shipment.isShipped).toBe(["4", "5"].includes(shipment.state.id));
  });
});

describe("a pull", () => {
  it("asks for one language and tax-inclusive prices, sorted, because lists come unsorted", async () => {
    const { session, sent } = capturedStore("8.2.1");
    await session.pullPage({}, 100);
    const { query } = sent.find(({ path }) => path === "/api/products") ?? {};
    expect(Object.fromEntries(query ?? [])).toEqual({
      display: "full",
      language: "1",
      sort: "[id_ASC]",
      limit: "101",
      "price[final][use_tax]": "1",
      "price[final][decimals]": "2",
      "price[final][group]": "1",
      "price[final][currency]": "1",
      "price[nodisc][use_tax]": "1",
      "price[nodisc][use_reduction]": "0",
      "price[nodisc][decimals]": "2",
      "price[nodisc][group]": "1",
      "price[nodisc][currency]": "1",
      output_format: "JSON",
    });
  });

  it("goes on behind the last id and filters by the store's own time", async () => {
    const { session, sent } = capturedStore("8.2.1");
    await session.pullPage({ from: Date.UTC(2026, 6, 1, 12) }, 100, "19");
    const { query } = sent.find(({ path }) => path === "/api/products") ?? {};
    expect(query?.get("filter[id]")).toBe(">[19]");
    expect(query?.get("filter[date_upd]")).toBe(">[2026-07-01 12:59:59]");
    expect(query?.get("date")).toBe("1");
  });

  it("asks a second time for what was added in days that end, and changed after them", async () => {
    const { session, sent } = capturedStore("8.2.1");
    const days = { from: Date.UTC(2026, 6, 1, 12), until: Date.UTC(2026, 6, 2, 12) };
    const { next } = await session.pullPage(days, 100);
    expect(next).toBeDefined();
    expect((await session.pullPage(days, 100, next)).next).toBeUndefined();
    const [changed, added] = sent.filter(({ path }) => path === "/api/products");
    const within = "[2026-07-01 12:59:59,2026-07-02 13:00:01]";
    expect(changed?.query.get("filter[date_upd]")).toBe(within);
    expect(changed?.query.get("filter[date_add]")).toBeNull();
    expect(added?.query.get("filter[date_add]")).toBe(within);
    expect(added?.query.get("filter[date_upd]")).toBe(">[2026-07-02 12:59:59]");
    expect(added?.query.get("filter[id]")).toBeNull();
  });

  it("needs three requests a page and reads names and settings once", async () => {
    const { session, sent } = capturedStore("8.2.1");
    await session.pullPage({}, 100);
    expect(sent).toHaveLength(9);
    await session.pullPage({}, 100);
    expect(sent).toHaveLength(12);
  });

  it("needs five requests for its first page when the store was asked lately", async () => {
    const known = await capturedStore("8.2.1").session.readStore();
    const { session, sent } = capturedStore("8.2.1", known);
    const { products } = await session.pullPage({}, 100);
    expect(sent.map(({ path }) => path.replace("/api/", "")).toSorted()).toEqual([
      "combinations",
      "product_feature_values",
      "product_option_values",
      "products",
      "stock_availables",
    ]);
    expect(products).toEqual((await capturedStore("8.2.1").session.pullPage({}, 100)).products);
  });

  it("reads the names of axes anew when a value belongs to one it does not remember", async () => {
    const store = await capturedStore("8.2.1").session.readStore();
    const memory = JSON.parse(store.memory) as { names: { options: Record<string, string> } };
    delete memory.names.options["2"];
    const known = { ...store, memory: JSON.stringify(memory) };
    const { session, sent } = capturedStore("8.2.1", known);
    const { products } = await session.pullPage({}, 100);
    expect(sent.filter(({ path }) => path.endsWith("/product_options"))).toHaveLength(1);
    expect(products[0]?.variants[0]?.options).toContainEqual({ name: "Color", value: "White" });
  });

  it("believes what the store says over what was remembered", async () => {
    const store = await capturedStore("8.2.1").session.readStore();
    const stale = { ...store, memory: store.memory.replace("Color", "Colour") };
    const { session } = capturedStore("8.2.1", stale);
    const before = (await session.pullPage({}, 100)).products[0]?.variants[0];
    expect(before?.options).toContainEqual({ name: "Colour", value: "White" });
    expect((await session.readStore()).memory).toBe(store.memory);
    const after = (await session.pullPage({}, 100)).products[0]?.variants[0];
    expect(after?.options).toContainEqual({ name: "Color", value: "White" });
  });

  it("asks without memory when there is one it cannot read", async () => {
    const store = await capturedStore("8.2.1").session.readStore();
    const { session, sent } = capturedStore("8.2.1", { ...store, memory: "{}" });
    await session.pullPage({}, 100);
    expect(sent).toHaveLength(9);
  });
});

describe("single products", () => {
  it("ask only for the names they need", async () => {
    const { session, sent } = capturedStore("8.2.1");
    await session.pullProducts(["1"]);
    const values = sent.filter(({ path }) => path.endsWith("_values"));
    expect(values).toHaveLength(2);
    for (const { query } of values) expect(query.get("filter[id]")).toMatch(/^\[\d+(\|\d+)*\]$/);
  });
});
