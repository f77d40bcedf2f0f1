import { describe, expect, it } from "vitest";
import { readImageHeader } from "../../simulator/tiktok-shop/media/image-header";
import { leafId, openHarness, pngBytes, uploadImage, type Harness } from "./tiktok-shop-client";

interface CategoryRow {
  id: string;
  parent_id: string;
  local_name: string;
  is_leaf: boolean;
  permission_statuses: string[];
}

const CATEGORIES = "/product/202309/categories";
const V2 = { category_version: "v2" };

async function tree(harness: Harness, query: Record<string, string> = {}): Promise<CategoryRow[]> {
  const answer = await harness.call("GET", CATEGORIES, { query: { ...V2, ...query } });
  return answer.data["categories"] as CategoryRow[];
}

describe("the category tree", () => {
  it("has at least 300 leaves over at least 6 departments, three to five levels deep", async () => {
    const rows = await tree(await openHarness(), { include_prohibited_categories: "true" });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const level = (row: CategoryRow): number => {
      const above = byId.get(row.parent_id);
      return above ? level(above) + 1 : 1;
    };
    const leaves = rows.filter((row) => row.is_leaf);
    expect(leaves.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter((row) => row.parent_id === "0").length).toBeGreaterThanOrEqual(6);
    const levels = leaves.map(level);
    expect(Math.min(...levels)).toBe(3);
    expect(Math.max(...levels)).toBe(5);
    expect(new Set(rows.flatMap((row) => row.permission_statuses))).toEqual(
      new Set(["AVAILABLE", "INVITE_ONLY", "NON_MAIN_CATEGORY", "PROHIBITED"]),
    );
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it("hides prohibited categories and finds by keyword", async () => {
    const harness = await openHarness();
    const rows = await tree(harness);
    expect(rows.some((row) => row.permission_statuses.includes("PROHIBITED"))).toBe(false);
    const mugs = await tree(harness, { keyword: "mug" });
    expect(mugs.map((row) => row.local_name)).toEqual(["Mugs"]);
  });

  it("demands category_version v2, though the default is v1", async () => {
    const harness = await openHarness();
    expect((await harness.call("GET", CATEGORIES)).code).toBe(12052217);
    const lenient = await openHarness("GB", { categoryVersionRequired: ["US"] });
    const first = await lenient.call("GET", CATEGORIES);
    expect(first.code).toBe(0);
    const names = (first.data["categories"] as CategoryRow[]).map((row) => row.local_name);
    expect(names).not.toContain("Swim Shorts");
  });

  it("recommends a leaf by the words of the title and answers 12019064 without a match", async () => {
    const harness = await openHarness();
    const ask = (product_title: string) =>
      harness.call("POST", `${CATEGORIES}/recommend`, { body: { product_title, ...V2 } });
    const mug = await ask("Mug The best is yet to come");
    const chain = mug.data["categories"] as { name: string; level: number; is_leaf: boolean }[];
    expect(chain.map((row) => row.name)).toEqual([
      "Home Supplies",
      "Kitchen & Dining",
      "Drinkware",
      "Mugs",
    ]);
    expect(chain.at(-1)).toMatchObject({ level: 4, is_leaf: true });
    expect((await ask("Men's Hummingbird printed t-shirt")).data["categories"]).toMatchObject([
      {},
      { name: "Menswear" },
      {},
      { name: "T-shirts" },
    ]);
    expect((await ask("Qwxyz")).code).toBe(12019064);
    expect((await ask("Fishing rods for two")).code).toBe(12052912);
  });

  it("lists attributes of a leaf only, with the wire's spelling of is_requried", async () => {
    const harness = await openHarness();
    const read = (id: string, what: string) =>
      harness.call("GET", `${CATEGORIES}/${id}/${what}`, { query: V2 });
    const leaf = await leafId(harness, "Phone Accessories", "Power", "Chargers");
    const found = await read(leaf, "attributes");
    const rows = found.data["attributes"] as Record<string, unknown>[];
    expect(rows.find((row) => row["name"] === "Color")).toMatchObject({ type: "SALES_PROPERTY" });
    expect(rows.find((row) => row["id"] === "101610")).toMatchObject({ is_requried: true });
    expect(rows.find((row) => row["id"] === "100216")?.["requirement_conditions"]).toEqual([
      { condition_type: "VALUE_ID_MATCH", attribute_id: "101610", attribute_value_id: "1024358" },
      { condition_type: "VALUE_ID_MATCH", attribute_id: "101610", attribute_value_id: "1024359" },
    ]);
    const group = (await tree(harness)).find((row) => row.local_name === "Power");
    expect((await read(group?.id ?? "", "attributes")).code).toBe(12052024);
    expect((await read("1", "attributes")).code).toBe(12052023);
    const rules = await read(leaf, "rules");
    expect(rules.data["product_certifications"]).toMatchObject([{ is_required: true }]);
    expect(rules.data["package_dimension"]).toEqual({ is_required: true });
  });

  it("pages brands, some of them UNAUTHORIEZD, and takes new ones once", async () => {
    const harness = await openHarness();
    const page = (page_token?: string) =>
      harness.call("GET", "/product/202309/brands", {
        query: { page_size: "50", ...(page_token ? { page_token } : {}) },
      });
    const first = await page();
    const second = await page(String(first.data["next_page_token"]));
    expect((first.data["brands"] as unknown[]).length).toBe(50);
    expect(second.data["brands"]).not.toEqual(first.data["brands"]);
    expect(first.text).toContain("UNAUTHORIEZD");
    expect((await harness.call("GET", "/product/202309/brands")).code).toBe(12019109);
    const create = (name: string) =>
      harness.call("POST", "/product/202309/brands", { body: { name }, cipher: null });
    expect((await create("Weftworks")).code).toBe(0);
    expect((await create("weftworks")).code).toBe(12052205);
    expect((await create("W")).code).toBe(12052189);
  });
});

describe("image upload", () => {
  it("answers uri, url and size, and serves the bytes", async () => {
    const harness = await openHarness();
    const answer = await uploadImage(harness, pngBytes(640, 480), "DESCRIPTION_IMAGE");
    expect(answer.data).toMatchObject({ width: 640, height: 480, use_case: "DESCRIPTION_IMAGE" });
    const served = await harness.shop.fetch(new Request(String(answer.data["url"])));
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(pngBytes(640, 480));
  });

  it("makes main images outside 3:4 to 4:3 square", async () => {
    const harness = await openHarness();
    expect((await uploadImage(harness, pngBytes(800, 400))).data).toMatchObject({
      width: 800,
      height: 800,
    });
  });

  const refused: [string, Uint8Array<ArrayBuffer>, string | undefined, number][] = [
    ["an empty file", new Uint8Array(), undefined, 12038002],
    [
      "text",
      Uint8Array.from(new TextEncoder().encode("not a picture at all, just words")),
      undefined,
      12038004,
    ],
    [
      "a GIF",
      Uint8Array.from(new TextEncoder().encode("GIF89a and some more bytes here")),
      undefined,
      12038015,
    ],
    ["a picture below 100 pixels", pngBytes(99, 300), undefined, 12038014],
    ["a picture above 20000 pixels", pngBytes(20_001, 300), undefined, 12038014],
    ["a size chart below 1024 pixels", pngBytes(1000, 2000), "SIZE_CHART_IMAGE", 12038014],
    ["more than 10 MB", pngBytes(500, 500, 10 * 1024 * 1024 + 1), undefined, 12038005],
    ["an unknown use case", pngBytes(500, 500), "BANNER", 11050001],
  ];
  it.each(refused)("refuses %s", async (_name, bytes, useCase, code) => {
    expect((await uploadImage(await openHarness(), bytes, useCase)).code).toBe(code);
  });

  it("must be multipart and must not carry a cipher", async () => {
    const harness = await openHarness();
    const path = "/product/202309/images/upload";
    expect((await harness.call("POST", path, { body: {}, cipher: null })).code).toBe(36009023);
    expect((await harness.call("POST", path, { form: new FormData() })).code).toBe(36009004);
  });

  it("reads the size of JPEG, WEBP, BMP and HEIC headers", () => {
    const jpeg = [
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0x2c, 2, 0x58, 3, 0, 0,
    ];
    expect(readImageHeader(Uint8Array.from(jpeg))).toEqual({
      format: "JPEG",
      width: 600,
      height: 300,
    });
    const webp = new Uint8Array(30);
    webp.set(new TextEncoder().encode("RIFF????WEBPVP8X"));
    webp.set([0x8f, 0x01, 0], 24);
    webp.set([0x2b, 0x01, 0], 27);
    expect(readImageHeader(webp)).toEqual({ format: "WEBP", width: 400, height: 300 });
    const bmp = new Uint8Array(30);
    bmp.set(new TextEncoder().encode("BM"));
    new DataView(bmp.buffer).setInt32(18, 320, true);
    new DataView(bmp.buffer).setInt32(22, -240, true);
    expect(readImageHeader(bmp)).toEqual({ format: "BMP", width: 320, height: 240 });
    const heic = new Uint8Array(60);
    heic.set(new TextEncoder().encode("????ftypheic"));
    heic.set(new TextEncoder().encode("ispe"), 20);
    new DataView(heic.buffer).setUint32(28, 4032);
    new DataView(heic.buffer).setUint32(32, 3024);
    expect(readImageHeader(heic)).toEqual({ format: "HEIC", width: 4032, height: 3024 });
  });

  it("takes PDFs with a name and refuses other files", async () => {
    const harness = await openHarness();
    const upload = (name: string, content: string) => {
      const form = new FormData();
      form.set("data", new Blob([content]), "file");
      if (name) form.set("name", name);
      return harness.call("POST", "/product/202309/files/upload", { form, cipher: null });
    };
    expect((await upload("a.pdf", "%PDF-1.7")).data).toMatchObject({
      name: "a.pdf",
      format: "PDF",
    });
    for (const name of ["two words.pdf", "two.dots.pdf", "-a.pdf", "a"])
      expect((await upload(name, "%PDF-1.7")).code).toBe(12019105);
    expect((await upload("", "%PDF-1.7")).code).toBe(12019104);
    expect((await upload("a.pdf", "hello")).code).toBe(12019105);
    expect((await upload("a.pdf", "")).code).toBe(12019103);
  });
});

describe("the shop's surroundings", () => {
  it("lists the return warehouse first and leads from warehouse to providers", async () => {
    const harness = await openHarness();
    const list = await harness.call("GET", "/logistics/202309/warehouses");
    const rows = list.data["warehouses"] as { id: string; type: string; address: object }[];
    expect(rows.map((row) => row.type)).toEqual(["RETURN_WAREHOUSE", "SALES_WAREHOUSE"]);
    expect(rows[1]?.address).toHaveProperty("distict");
    const path = `/logistics/202309/warehouses/${rows[1]?.id}/delivery_options`;
    const options = (await harness.call("GET", path)).data["delivery_options"] as { id: string }[];
    const providers = (id = "") =>
      harness.call("GET", `/logistics/202309/delivery_options/${id}/shipping_providers`);
    expect((await providers(options[0]?.id)).text).toContain("Royal Mail");
    expect((await providers(options[2]?.id)).code).toBe(21008117);
    expect((await providers("1")).code).toBe(21008116);
  });

  it("reports readiness, with BANk_ACCOUNT spelled as on the wire", async () => {
    const harness = await openHarness();
    harness.shop.setShop(harness.shopId, { failedChecks: { SHOP_TAX: "No tax number." } });
    const answer = await harness.call("GET", "/product/202312/prerequisites");
    const rows = answer.data["check_results"] as { check_item: string; is_failed: boolean }[];
    expect(rows.filter((row) => row.is_failed)).toEqual([
      { check_item: "SHOP_TAX", is_failed: true, fail_reasons: ["No tax number."] },
    ]);
    expect(answer.text).toContain('"BANk_ACCOUNT"');
  });
});
