import { useMemo } from "preact/hooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  ConnectionContext,
  ConnectionModel,
  type OpenConnection,
} from "../../../web/connections/connection";
import { defaultRules } from "../../../src/domain/listings/sync-rules";
// Loaded when it is first drawn; a busy machine takes its time to translate it.
import "../../../web/catalogue/product-later";
import Product from "../../../web/catalogue/product-page";
import { button, draw, fakeServer, text, until } from "../support/render";
import { aProductDetail } from "../support/product-detail";

const product = aProductDetail({
  channelCategory: "Kitchen > Mugs",
  categoryOverride: { id: "601", path: "Kitchen > Mugs" },
});

/** What is chosen for a field under the sync rules. */
function choiceOf(field: string): string | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>("fieldset.rule")];
  const row = rows.find((one) => one.querySelector("legend")?.textContent === field);
  return row?.querySelector("select")?.selectedOptions[0]?.textContent ?? undefined;
}

/** The page of product 7 in a connection whose own reading fails. */
function Page() {
  const offline = { code: "network.offline", facts: {} };
  const open = useMemo((): OpenConnection => {
    const model = new ConnectionModel(
      {
        call: async () => ({ ok: false, status: 0, error: offline }),
        post: async () => ({ ok: true, value: null }),
      },
      "c",
    );
    return { id: "c", base: "/connections/c", model, detail: model.detail };
  }, []);
  return (
    <ConnectionContext.Provider value={open}>
      <Product params={{ productId: "7" }} />
    </ConnectionContext.Provider>
  );
}

beforeEach(() => {
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("a product", () => {
  it("names combinations that the store deleted, what TikTok Shop shows of them and what was done", async () => {
    const gone = {
      channelSkuId: "1729410987654390",
      sku: "mug-red",
      options: [{ name: "Colour", value: "Red" }],
      published: 0,
      done: "emptied" as const,
    };
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": { ...product, deletedVariants: [gone] },
    });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Deleted in PrestaShop"));
    for (const said of ["Red", "mug-red", "Set to 0", "1729410987654390"])
      expect(text()).toContain(said);
  });

  it("says that the store shows it nowhere, and that a push lists it all the same", async () => {
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": { ...product, isHidden: true },
    });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Your store shows this product nowhere"));
    expect(text()).toContain("Shown nowhere in PrestaShop");
  });

  it("says why its own category could not be taken away", async () => {
    const refusal = { code: "tiktok.unavailable", facts: {} };
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": product,
      "PUT /api/connections/:id/products/:productId/category": { status: 503, error: refusal },
    });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Use the category's choice"));
    button("Use the category's choice").click();
    await until(() => document.querySelector("[role=alert]") !== null);
    expect(text()).toContain("TikTok Shop has trouble of its own.");
  });

  it("takes a brand found by typing, and gives it up again", async () => {
    const requirements = {
      categoryId: "601",
      categoryPath: "Kitchen > Mugs",
      attributes: [],
      certifications: [],
      sizeChart: "none" as const,
      needsManufacturer: false,
      needsResponsiblePerson: false,
      fields: [],
      missing: [],
    };
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": { ...product, brand: "Harbour" },
      "GET /api/connections/:id/products/:productId/requirements": requirements,
      "GET /api/connections/:id/brands": {
        rows: [
          { id: "b1", name: "Harbour Mill", isAuthorized: true },
          { id: "b2", name: "Harbour Works", isAuthorized: false },
        ],
        next: null,
      },
      "PATCH /api/connections/:id/products/:productId/details": product,
    });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("No brand. Your store says Harbour."));
    await until(() => document.querySelector("[role=combobox]") !== null);
    const input = document.querySelector<HTMLInputElement>("[role=combobox]");
    if (!input) throw new Error("no brand field");
    input.focus();
    input.value = "harb";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => text().includes("Harbour Works (not authorised)"));
    const asked = server.calls.find(({ path }) => path.includes("/brands"));
    expect(asked?.path).toBe("/api/connections/c/brands?search=harb&category=601");
    document
      .querySelector<HTMLElement>("[role=option]")
      ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await until(() => !text().includes("No brand."));
    const saved = () => server.calls.findLast(({ method }) => method === "PATCH")?.body;
    button("Save details").click();
    await until(() => saved() !== undefined);
    expect(saved()).toEqual({ brand: { id: "b1", name: "Harbour Mill" } });
    button("Remove Harbour Mill").click();
    await until(() => text().includes("No brand."));
    button("Save details").click();
    await until(() => server.calls.filter(({ method }) => method === "PATCH").length === 2);
    expect(saved()).toEqual({ brand: null });
  });

  it("takes a size chart as a file, and gives it up without losing what else was saved", async () => {
    const brand = { id: "b1", name: "Harbour Mill" };
    const charted = { ...product, details: { brand, sizeChart: { uri: "tos/chart" } } };
    const server = fakeServer({
      "GET /api/connections/:id/products/:productId": { ...product, details: { brand } },
      "GET /api/connections/:id/products/:productId/requirements": {
        categoryId: "601",
        categoryPath: "Kitchen > Mugs",
        attributes: [],
        certifications: [],
        sizeChart: "required",
        needsManufacturer: false,
        needsResponsiblePerson: false,
        fields: [],
        missing: [],
      },
      "POST /api/connections/:id/size-charts": { uri: "tos/chart" },
      "PATCH /api/connections/:id/products/:productId/details": charted,
    });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("No size chart yet."));
    const picker = document.querySelector<HTMLInputElement>("input[type=file]");
    if (!picker) throw new Error("no file field");
    const file = new File([new Uint8Array([1, 2, 3])], "sizes.png", { type: "image/png" });
    Object.defineProperty(picker, "files", { value: [file] });
    picker.dispatchEvent(new Event("change", { bubbles: true }));
    await until(() => text().includes("A size chart is saved."));
    const post = () => server.calls.findLast(({ method }) => method === "POST");
    expect(post()?.path).toBe("/api/connections/c/size-charts");
    expect(post()?.body).toEqual({ fileName: "sizes.png", base64: "AQID" });
    const patches = () => server.calls.filter(({ method }) => method === "PATCH");
    button("Remove size chart").click();
    await until(() => patches().length === 2);
    expect(patches().map(({ path }) => path)).toEqual([
      "/api/connections/c/products/7/details",
      "/api/connections/c/products/7/details",
    ]);
    expect(patches().map(({ body }) => body)).toEqual([
      { sizeChart: { uri: "tos/chart" } },
      { sizeChart: null },
    ]);
  });
});

describe("a product whose listing the seller made", () => {
  const DETAIL = "GET /api/connections/:id/products/:productId";
  const UNMAP = "POST /api/connections/:id/products/:productId/unmap";
  const own = { title: null, create: {}, update: { stock: "source", price: "channel" } } as const;
  const mapped = {
    ...product,
    channelProductId: "1729",
    isMapped: true,
    rules: { own, ofAll: defaultRules("mapped") },
  };

  it("says what Weft leaves alone, and what follows the store", async () => {
    draw(<Page />, fakeServer({ [DETAIL]: mapped }), "/connections/c/products/7");
    await until(() => text().includes("made in Seller Center"));
    await until(() => text().includes("Sync rules of this product"));
    expect(choiceOf("Price")).toBe("Stays as in Seller Center");
    expect(choiceOf("Stock")).toBe("As in PrestaShop");
    expect(choiceOf("Name")).toBe("As all products: Stays as in Seller Center");
  });

  it("asks before the mapping is undone, and shows the product as it is then", async () => {
    const server = fakeServer({ [DETAIL]: mapped, [UNMAP]: product });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Undo mapping…"));
    button("Undo mapping…").click();
    await until(() => text().includes("The listing stays on TikTok Shop as it is"));
    expect(server.calls.some(({ method }) => method === "POST")).toBe(false);
    button("Undo mapping").click();
    await until(() => !text().includes("made in Seller Center"));
    expect(server.calls.some(({ path }) => path.endsWith("/products/7/unmap"))).toBe(true);
  });
});

describe("the sync rules of a product", () => {
  const RULES = "PUT /api/connections/:id/products/:productId/rules";
  const DETAIL = "GET /api/connections/:id/products/:productId";

  it("offer its name where a rule takes it, and are saved whole", async () => {
    const server = fakeServer({ [DETAIL]: product, [RULES]: product });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Sync rules of this product"));
    const name = () =>
      [...document.querySelectorAll("label")].find(
        (label) => label.textContent === "Name on TikTok Shop",
      )?.htmlFor ?? "";
    const typed = () => document.getElementById(name()) as HTMLInputElement;
    expect(typed().readOnly).toBe(true);
    choose("Name", "connector");
    await until(() => !typed().readOnly);
    type(typed(), "Mug for two");
    choose("Barcodes", "none");
    button("Save rules").click();
    await until(() => server.calls.some(({ method }) => method === "PUT"));
    const sent = server.calls.find(({ method }) => method === "PUT");
    expect(sent?.body).toEqual({
      title: "Mug for two",
      create: { title: "connector", barcode: "none" },
      update: {},
    });
  });
});

describe("the threshold of a product", () => {
  const SAVE = "PUT /api/connections/:id/products/:productId/low-stock";
  const DETAIL = "GET /api/connections/:id/products/:productId";
  const lowStock = {
    ...product.lowStock,
    ofAll: { threshold: 6, action: "out_of_stock" as const },
    isStockSent: false,
    flips: [
      {
        variantId: "1",
        what: "off_sale" as const,
        physical: 3,
        reserved: 0,
        sellable: 3,
        before: 3,
        after: 0,
        threshold: 6,
        at: 0,
      },
      {
        variantId: "1",
        what: "emptied" as const,
        physical: 12,
        reserved: 3,
        sellable: 8,
        before: 11,
        after: 0,
        threshold: 10,
        at: 1,
      },
    ],
  };

  it("is told with what it did, warns where stock is not sent, and is saved", async () => {
    const low = { ...product, offSale: "threshold" as const, lowStock };
    const server = fakeServer({ [DETAIL]: low, [SAVE]: low });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Low stock of this product"));
    for (const said of [
      "Taken off sale: low stock",
      "As all products: shown as sold out at 6 units",
      "stock stays as in Seller Center",
      "3 units in PrestaShop, threshold 6",
      "8 could be sold (12 in PrestaShop, 4 promised or held back), threshold 10",
    ])
      expect(text()).toContain(said);
    const pick = (value: string) =>
      document.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click();
    pick("own");
    await until(() => text().includes("More than 5 is advisable"));
    const field = document.querySelector<HTMLInputElement>("input[inputmode=numeric]");
    if (!field) throw new Error("no threshold");
    pick("deactivate");
    type(field, "1.5");
    await until(() => text().includes("Enter a whole number"));
    button("Save threshold").click();
    expect(server.calls.some(({ method }) => method === "PUT")).toBe(false);
    type(field, "12");
    await until(() => !text().includes("Enter a whole number"));
    button("Save threshold").click();
    await until(() => server.calls.some(({ method }) => method === "PUT"));
    expect(server.calls.find(({ method }) => method === "PUT")?.body).toEqual({
      lowStock: { threshold: 12, action: "deactivate" },
      isExcluded: false,
    });
  });
});

describe("the price of a product", () => {
  const SAVE = "PUT /api/connections/:id/products/:productId/price-rule";
  const DETAIL = "GET /api/connections/:id/products/:productId";

  it("is typed as a rule of its own, refused where it is no number, and saved in minor units", async () => {
    const server = fakeServer({ [DETAIL]: { ...product, currency: "GBP" }, [SAVE]: product });
    draw(<Page />, server, "/connections/c/products/7");
    await until(() => text().includes("Price of this product"));
    const card = () => document.querySelector<HTMLElement>("#price-rule");
    const field = (label: string) => {
      const found = [...(card()?.querySelectorAll("label") ?? [])].find(
        (one) => one.textContent === label,
      );
      return document.getElementById(found?.htmlFor ?? "") as HTMLInputElement;
    };
    card()?.querySelector<HTMLInputElement>("input[value=own]")?.click();
    await until(() => card()?.textContent?.includes("Percentage") === true);
    type(field("Percentage"), "8.555");
    await until(() => text().includes("with two decimals at most"));
    button("Save prices").click();
    type(field("Percentage"), "-8.5");
    type(field("Never below"), "4,50");
    await until(() => !text().includes("with two decimals at most"));
    expect(server.calls.some(({ method }) => method === "PUT")).toBe(false);
    button("Save prices").click();
    await until(() => server.calls.some(({ method }) => method === "PUT"));
    expect(server.calls.find(({ method }) => method === "PUT")?.body).toEqual({
      own: {
        base: "reduced",
        basisPoints: -850,
        addedMinor: 0,
        rounding: "minor",
        ending: 99,
        stepMinor: 1,
        floorMinor: 450,
        isStorePriceFloor: false,
      },
    });
  });
});

/** Chooses for when the product is listed. */
function choose(field: string, value: string): void {
  const rows = [...document.querySelectorAll<HTMLElement>("fieldset.rule")];
  const row = rows.find((one) => one.querySelector("legend")?.textContent === field);
  const select = row?.querySelector("select");
  if (!select) throw new Error(`no choice for ${field}`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
