/** With the module, what is pulled costs what the store itself says; without it, what the webservice computes. */
import { beforeEach, describe, expect, it } from "vitest";
import type { PrestaShop } from "../../../simulator/prestashop/prestashop";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import type { SourceProduct } from "../../../src/domain/catalogue/source-product";
import { depsOf } from "./prestashop-harness";
import { openSimulator } from "./simulated-store";

const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";
const url = "https://shop.example/store";
const now = () => Date.UTC(2026, 10, 24, 12);
const HTML = () => new Response("<html>Checking your browser</html>", { status: 200 });
const FORBIDDEN = () => new Response("no", { status: 403 });
const MISSING = () => new Response("not found", { status: 404 });
const BROKEN = () => new Response("", { status: 500 });

let store: PrestaShop;
/** Calls of the module by their names, else resources of the webservice, in their order. */
let asked: string[];
let queries: URLSearchParams[];
/** Answers in place of the module. */
let instead: (call: string, products: readonly string[]) => Response | undefined;

const open = (secret: string | undefined = SECRET) =>
  prestashop.open(
    { url, key: KEY, ...(secret && { secret }) },
    depsOf({ now }, async (request) => {
      if (!request.url.includes("controller=api")) {
        asked.push(new URL(request.url).pathname.replace("/store/api/", ""));
        queries.push(new URL(request.url).searchParams);
        return store.fetch(request);
      }
      const { call, with: given } = (await request.clone().json()) as {
        call: string;
        with: { products?: string[] };
      };
      asked.push(call);
      return instead(call, given.products ?? []) ?? store.fetch(request);
    }),
  );
const priceOf = (products: readonly SourceProduct[], id = "6") =>
  products.find((one) => one.id === id)?.variants[0]?.priceMinor ?? 0;
const pulled = async (secret?: string) => (await open(secret).pullPage({}, 100)).products;
const calls = (name: string) => asked.filter((one) => one === name).length;

/** The visitors' group has a tenth off the category of product 6, and a half off everything else. */
function offCategory(): void {
  const categoryId = store.store.tables.get("products", "6")?.values["id_category_default"];
  store.edit("groups", "1", { reduction: "50.00" });
  store.store.tables.insert("group_reductions", {
    id_group: "1",
    id_category: String(categoryId),
    reduction: "0.1000",
  });
}

beforeEach(() => {
  asked = [];
  queries = [];
  instead = () => undefined;
  store = openSimulator({ flavour: "8.2.1", baseUrl: url, key: KEY, now });
  store.configureModule({ webhookUrl: "https://weft.example/hook", secret: SECRET });
});

describe("a page of products in a store with the module", () => {
  it("costs what the store takes off a category, where the webservice sees none of it", async () => {
    const usual = priceOf(await pulled());
    offCategory();
    expect(priceOf(await pulled())).toBe(Math.round(usual * 0.9));
    const [alone] = (await open().pullProducts(["6"])).products;
    expect(alone?.variants[0]?.priceMinor).toBe(Math.round(usual * 0.9));
    store.uninstallModule();
    expect(priceOf(await pulled())).toBe(Math.round(usual * 0.5));
  });

  it("is priced by one call, and the webservice computes nothing beside it", async () => {
    const products = await pulled();
    expect(products.length).toBeGreaterThan(15);
    expect(calls("prices")).toBe(1);
    const computed = queries.filter((query) => [...query.keys()].some((it) => /price\[/.test(it)));
    expect(computed).toEqual([]);
    for (const resource of ["combinations", "stock_availables"])
      expect(calls(resource), resource).toBe(1);
  });

  it("is priced alike by both transports in a store that takes nothing off a category", async () => {
    const byModule = await pulled();
    store.uninstallModule();
    expect(await pulled()).toEqual(byModule);
  });

  it("goes on in a store that counts ecotax, and in one that no longer does", async () => {
    const usual = priceOf(await pulled());
    store.edit("products", "6", { ecotax: "1.500000" });
    expect(priceOf(await pulled())).toBe(usual);
    store.setSetting("PS_USE_ECOTAX", "1");
    expect(priceOf(await pulled())).toBe(usual + 150);
  });
});

describe("one odd answer in place of prices", () => {
  it.each([
    ["a page with 200", HTML],
    ["403", FORBIDDEN],
    ["404", MISSING],
    ["500", BROKEN],
  ])("publishes no other price: %s", async (_name, answer) => {
    const usual = priceOf(await pulled());
    offCategory();
    let left = 1;
    instead = (call) => (call === "prices" && left-- > 0 ? answer() : undefined);
    expect(priceOf(await pulled())).toBe(Math.round(usual * 0.9));
    expect(queries.some((query) => query.has("price[final][use_tax]"))).toBe(false);
  });

  it.each([
    ["a page with 200", HTML, "prestashop.module_unclear"],
    ["403", FORBIDDEN, "prestashop.blocked"],
    ["500", BROKEN, "prestashop.unavailable"],
  ])("again and again is the page's failure, tried again: %s", async (_name, answer, code) => {
    const session = open();
    await session.readStore();
    instead = () => answer();
    await expect(session.pullPage({}, 100)).rejects.toMatchObject({ code });
    instead = () => undefined;
    expect((await session.pullPage({}, 100)).products.length).toBeGreaterThan(15);
  });

  it("for ever, while the module answers all else, leaves prices to the webservice", async () => {
    const usual = priceOf(await pulled());
    instead = (call) => (call === "prices" ? HTML() : undefined);
    expect(priceOf(await pulled())).toBe(usual);
  });
});

describe("a module that does not price a page, or not all of it", () => {
  it("leaves it to the webservice where it is gone", async () => {
    const usual = priceOf(await pulled());
    const session = open();
    await session.readStore();
    store.uninstallModule();
    expect(priceOf((await session.pullPage({}, 100)).products)).toBe(usual);
    asked = [];
    expect(priceOf((await session.pullPage({}, 100)).products)).toBe(usual);
    expect(calls("prices")).toBe(0);
  });

  it("leaves one product that makes it fail to the webservice, and no other", async () => {
    const usual = priceOf(await pulled());
    offCategory();
    instead = (call, products) =>
      call === "prices" && products.includes("7") ? BROKEN() : undefined;
    const products = await pulled();
    expect(products.map(({ id }) => id)).toContain("7");
    expect(priceOf(products)).toBe(Math.round(usual * 0.9));
  });

  it("leaves it to the webservice where it refuses", async () => {
    const usual = priceOf(await pulled());
    store.installModule("0.2.1");
    expect(priceOf(await pulled())).toBe(usual);
  });
});

describe("a percentage of a category", () => {
  it("is told as a change of the products, whoever wrote it", async () => {
    const session = open();
    const { cursor } = await session.readProductChanges();
    offCategory();
    const { productIds } = await session.readProductChanges(cursor);
    expect(productIds).toContain("6");
  });
});
