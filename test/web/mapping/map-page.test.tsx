import { beforeEach, describe, expect, it, vi } from "vitest";
import type { UnmappedListing } from "../../../src/contract/mapping";
import MapProducts from "../../../web/mapping/map-page";
import { inConnection } from "../support/in-connection";
import { aProductDetail, aVariant } from "../support/product-detail";
import { button, draw, fakeServer, text, until, type FakeAnswers } from "../support/render";
import { aTask } from "../support/task";

const LIST = "GET /api/connections/:id/unmapped-listings";
const FIND = "POST /api/connections/:id/unmapped-listings/find";
const HIDE = "POST /api/connections/:id/unmapped-listings/hide";
const TASK = "GET /api/connections/:id/tasks/:taskId";

const mug: UnmappedListing = {
  channelProductId: "1729",
  channelProductUrl: "https://seller.example/1729",
  title: "Blue mug",
  status: "live",
  skus: ["mug-s", "mug-l"].map((sellerSku) => ({
    channelSkuId: `id-${sellerSku}`,
    sellerSku,
    barcode: null,
    priceMinor: 990,
    currency: "GBP",
    quantity: 3,
  })),
  confidence: "sure",
  matchedBy: "sku",
  isHidden: false,
  product: { id: "7", name: "Mug", imageUrl: null },
  pairs: [
    { channelSkuId: "id-mug-s", variantId: "1" },
    { channelSkuId: "id-mug-l", variantId: "2" },
  ],
};
const partial: UnmappedListing = {
  ...mug,
  channelProductId: "1730",
  title: "Green mug",
  confidence: "likely",
  pairs: mug.pairs.slice(0, 1),
};
const alone: UnmappedListing = {
  ...mug,
  channelProductId: "1731",
  title: "Teapot",
  confidence: "none",
  matchedBy: null,
  product: null,
  pairs: [],
};
const counts = { sure: 12, likely: 1, none: 1, hidden: 0 };
const nothing = { sure: 0, likely: 0, none: 0, hidden: 0 };
const page = (rows: UnmappedListing[]) => ({ rows, next: null, counts, searchedAt: 1 });

function drawPage(answers: FakeAnswers, query = "") {
  const server = fakeServer(answers);
  draw(inConnection(<MapProducts />, server), server, `/connections/c/map${query}`);
  return server;
}

const choose = (title: string) =>
  document.querySelector<HTMLInputElement>(`input[aria-label="Select ${title}"]`)?.click();

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= vi.fn();
  HTMLElement.prototype.hidePopover ??= vi.fn();
});

describe("the page Map products", () => {
  it("says what it is for before the first search, and searches at one press", async () => {
    const server = drawPage({
      [LIST]: { rows: [], next: null, counts: nothing, searchedAt: null },
      [FIND]: { taskId: "t1" },
      [TASK]: aTask({ kind: "find-listings", state: "running", counts: { found: 120 } }),
    });
    await until(() => text().includes("You sell on TikTok Shop already?"));
    expect(document.querySelector("nav.tabs")).toBeNull();
    button("Find listings").click();
    await until(() => text().includes("120 found"));
    expect(text()).toContain("are being read");
    expect(server.calls.some(({ path }) => path.endsWith("/unmapped-listings/find"))).toBe(true);
  });

  it("says that every listing has its product where a search found none, whoever made it", async () => {
    drawPage({ [LIST]: { rows: [], next: null, counts: nothing, searchedAt: 1 } });
    await until(() => text().includes("Every listing has its product"));
    expect(button("Find listings again")).toBeTruthy();
  });

  it("draws a listing beside its product, how it was matched and what has no counterpart", async () => {
    drawPage({ [LIST]: page([mug, partial, alone]) });
    await until(() => text().includes("Teapot"));
    expect(text()).toContain("by SKU");
    expect(text()).toContain("2 of 2 SKUs");
    expect(text()).toContain("1 of 2 SKUs");
    expect(text()).toContain("No product yet");
    expect(text()).toContain("Ready 12");
    expect(document.querySelector('a[href="/connections/c/products/7"]')).toBeTruthy();
    expect(document.querySelectorAll("li .badge-warn")).toHaveLength(1);
  });

  it("leads from a tab without listings to the first one that has some", async () => {
    const some = { sure: 0, likely: 0, none: 2, hidden: 1 };
    drawPage({ [LIST]: { rows: [], next: null, counts: some, searchedAt: 1 } });
    await until(() => text().includes("Nothing is ready"));
    const link = [...document.querySelectorAll("a.button")].find(
      ({ textContent }) => textContent === "No product found",
    );
    expect(link?.getAttribute("href")).toBe("/connections/c/map?tab=none");
  });

  it("draws a refusal in words", async () => {
    drawPage({ [LIST]: { status: 503, error: { code: "weft.unexpected", facts: {} } } });
    await until(() => text().includes("Something unforeseen"));
  });

  it("asks for the tab that the address names", async () => {
    const server = drawPage({ [LIST]: page([partial]) }, "?tab=likely");
    await until(() => text().includes("Green mug"));
    expect(server.calls[0]?.path).toBe("/api/connections/c/unmapped-listings?tab=likely");
  });

  it("searches all tabs, and reads a listing by its pasted id where nothing is found", async () => {
    const id = "1729382561866665912";
    const answers: FakeAnswers = {
      [LIST]: page([]),
      "POST /api/connections/:id/unmapped-listings/read": { ...mug, channelProductId: id },
    };
    const server = drawPage(answers, `?search=${id}`);
    await until(() => text().includes(`Listing ${id} was not found yet`));
    expect(server.calls[0]?.path).toContain(`search=${id}`);
    expect(document.querySelector("nav.tabs")).toBeNull();
    button("Read this listing").click();
    await until(() => server.calls.filter(({ method }) => method === "GET").length === 2);
    const read = server.calls.find(({ path }) => path.endsWith("/read"));
    expect(read?.body).toEqual({ channelProductId: id });
  });

  it("looks for the listing of one product, which is chosen beforehand", async () => {
    const server = drawPage(
      {
        [LIST]: page([alone]),
        "GET /api/connections/:id/products/:productId": aProductDetail({
          id: "7",
          name: "Enamel mug",
          variants: [aVariant("1", "mug-s")],
        }),
      },
      "?product=7",
    );
    await until(() => text().includes("Which listing is Enamel mug?"));
    button("SKUs and product of Teapot").click();
    await until(() => text().includes("Chosen: Enamel mug"));
    expect(server.calls.some(({ path }) => path.endsWith("/products/7"))).toBe(true);
  });

  it("hides a listing and reads the list again", async () => {
    const server = drawPage({ [LIST]: page([mug]), [HIDE]: { counts } });
    await until(() => text().includes("Blue mug"));
    button("Hide Blue mug").click();
    await until(() => server.calls.filter(({ method }) => method === "GET").length === 2);
    const hidden = server.calls.find(({ path }) => path.endsWith("/hide"));
    expect(hidden?.body).toEqual({ ids: ["1729"], isHidden: true });
  });

  it("goes on at the heading where the row that had the focus is gone", async () => {
    const answers: FakeAnswers = { [LIST]: page([mug, alone]), [HIDE]: { counts } };
    drawPage(answers);
    await until(() => text().includes("Blue mug"));
    answers[LIST] = page([alone]);
    const hide = button("Hide Blue mug");
    hide.focus();
    hide.click();
    await until(() => document.activeElement?.tagName === "H1");
    expect(text()).not.toContain("Blue mug");
  });
});

describe("mapping", () => {
  const MAP = "POST /api/connections/:id/unmapped-listings/map";
  const started = {
    [MAP]: { taskId: "t1", count: 1 },
    [TASK]: aTask({ kind: "map-listings", state: "running" }),
  };

  it("maps what is chosen and has a product; stock follows and prices stay unless said otherwise", async () => {
    const server = drawPage({ [LIST]: page([mug, partial, alone]), ...started });
    await until(() => text().includes("Teapot"));
    for (const title of ["Blue mug", "Teapot"]) choose(title);
    await until(() => text().includes("2 listings selected, 1 of them with a product"));
    button("Map selected…").click();
    await until(() => text().includes("Keep stock in step with PrestaShop"));
    expect(text()).toContain("stay as they are in Seller Center, whatever you choose here");
    button("Map 1 listing").click();
    await until(() => server.calls.some(({ path }) => path.endsWith("/map")));
    const sent = server.calls.find(({ path }) => path.endsWith("/unmapped-listings/map"));
    expect(sent?.body).toEqual({ ids: ["1729"], sendsStock: true, sendsPrice: false });
    await until(() => text().includes("Map listings"));
    expect(document.querySelector("dialog")).toBeNull();
  });

  it("maps all that are ready, whatever page is shown", async () => {
    const server = drawPage({ [LIST]: page([mug]), ...started });
    await until(() => text().includes("Blue mug"));
    button("Map all 12…").click();
    await until(() => text().includes("Take prices from PrestaShop"));
    for (const box of document.querySelectorAll<HTMLInputElement>("dialog input")) box.click();
    button("Map 12 listings").click();
    await until(() => server.calls.some(({ path }) => path.endsWith("/unmapped-listings/map")));
    const sent = server.calls.find(({ path }) => path.endsWith("/unmapped-listings/map"));
    expect(sent?.body).toEqual({ sendsStock: false, sendsPrice: true });
  });

  it("offers no mapping where no chosen listing has a product", async () => {
    drawPage({ [LIST]: page([alone]) }, "?tab=none");
    await until(() => text().includes("Teapot"));
    choose("Teapot");
    await until(() => text().includes("1 listing selected"));
    expect(button("Map selected…").disabled).toBe(true);
  });

  it("keeps the dialog open with the words of a refusal", async () => {
    const refused = { status: 409, error: { code: "connection.incomplete", facts: {} } };
    drawPage({ [LIST]: page([mug]), [MAP]: refused });
    await until(() => text().includes("Blue mug"));
    button("Map all 12…").click();
    await until(() => text().includes("Take prices from PrestaShop"));
    button("Map 12 listings").click();
    await until(() => document.querySelector("dialog [role=alert]") !== null);
  });
});

describe("the SKUs of a listing", () => {
  const PUT = "PUT /api/connections/:id/unmapped-listings/:channelProductId";
  const PRODUCT = "GET /api/connections/:id/products/:productId";
  const variants = [aVariant("1", "mug-s"), aVariant("2", "mug-l"), aVariant("3", "mug-xl")];
  const select = (sku: string) => {
    const label = [...document.querySelectorAll("label")].find(
      (one) => one.textContent === `Variant for ${sku}`,
    );
    return document.getElementById(label?.htmlFor ?? "") as HTMLSelectElement;
  };
  const change = (sku: string, value: string) => {
    const field = select(sku);
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  it("open with what is proposed; another variant is saved as chosen by a person", async () => {
    const server = drawPage({
      [LIST]: page([partial]),
      [PRODUCT]: aProductDetail({ name: "Mug", variants }),
      [PUT]: mug,
    });
    await until(() => text().includes("Green mug"));
    const toggle = button("SKUs and product of Green mug");
    toggle.click();
    await until(() => text().includes("Chosen: Mug"));
    expect(toggle.getAttribute("aria-expanded")).toBe("true");
    expect(select("mug-s").value).toBe("1");
    expect(select("mug-l").value).toBe("");
    expect(text()).toContain("Orders of a SKU without a variant wait");
    change("mug-l", "1");
    await until(() => text().includes("Two SKUs stand for the same variant"));
    expect(button("Save").disabled).toBe(true);
    change("mug-l", "3");
    await until(() => !button("Save").disabled);
    button("Save").click();
    await until(() => server.calls.some(({ method }) => method === "PUT"));
    const sent = server.calls.find(({ method }) => method === "PUT");
    expect(sent?.path).toBe("/api/connections/c/unmapped-listings/1730");
    expect(sent?.body).toEqual({
      productId: "7",
      pairs: [
        { channelSkuId: "id-mug-s", variantId: "1" },
        { channelSkuId: "id-mug-l", variantId: "3" },
      ],
    });
  });
});
