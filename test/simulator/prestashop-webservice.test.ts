// Rules of reading and writing that no single capture shows.
// Orders, pictures and pages have files of their own.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, demoStore, flavours, json } from "./prestashop-goldens";

type Errors = { errors: { code: number; message: string }[] };
type Products = { products: Record<string, unknown>[] };
type Stocks = { stock_availables: Record<string, unknown>[] };

const codes = (body: Errors) => body.errors.map((it) => it.code);
const document = (inner: string) => `<prestashop>${inner}</prestashop>`;
const ids = ({ products }: Products) => products.map((it) => it["id"]);

describe.each(flavours)("lists of a %s store", (flavour) => {
  const store = demoStore(flavour);
  const list = async (query: string) =>
    ids(
      (await json<Products>(store, "GET", `/api/products?display=[id]&sort=[id_ASC]&${query}`))
        .body,
    );

  it.each([
    ["filter[id]=[1|5|9]", [1, 5, 9]],
    ["filter[id]=[4,6]", [4, 5, 6]],
    ["filter[id]=>[17]", [18, 19]],
    ["filter[id]=<[3]", [1, 2]],
    ["filter[id]=7", [7]],
    ["filter[reference]=%25[_1]%25&limit=2", [1, 6]],
    ["filter[name]=%25[notebook]%25", [16, 17, 18]],
    ["filter[date_upd]=>[2026-11-23 09:31:27]&date=1", [7, 8]],
    ["limit=2", [1, 2]],
    ["limit=5,2", [6, 7]],
  ])("understand %s", async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });

  it("are [] past the end, and come unsorted unless asked", async () => {
    expect((await json(store, "GET", "/api/products?limit=100,100")).body).toEqual([]);
    const unsorted = await json<Products>(store, "GET", "/api/products?display=[id]");
    expect(ids(unsorted.body)).not.toEqual(await list(""));
    expect(ids(unsorted.body)).toHaveLength(19);
  });

  it("refuse an empty filter value with code 33", async () => {
    const { status, body } = await json<Errors>(store, "GET", "/api/products?filter[reference]=");
    expect([status, codes(body)]).toEqual([400, [33]]);
  });

  it("narrow associations to the keys asked for", async () => {
    const { body } = await json<Products>(
      store,
      "GET",
      "/api/products?display=[id,stock_availables[id]]&filter[id]=6",
    );
    const id = flavour === "9.1.4" ? 6 : "6";
    expect(body.products).toEqual([{ id: 6, associations: { stock_availables: [{ id }] } }]);
  });

  it("give plain texts when one language is asked for", async () => {
    const { body } = await json<Products>(
      store,
      "GET",
      "/api/products?display=[name]&filter[id]=6&language=1",
    );
    expect(body.products).toEqual([{ name: "Mug The best is yet to come" }]);
  });

  it("count the variant's added price and the tax in computed prices", async () => {
    const { body } = await json<{ combinations: unknown[] }>(
      store,
      "GET",
      "/api/combinations?display=[id,final]&filter[id]=[14|15]&sort=[id_ASC]&price[final][use_tax]=1",
    );
    expect(body.combinations).toEqual([
      { id: 14, final: "58.800000" },
      { id: 15, final: "94.800000" },
    ]);
  });
});

it("texts of a store with one language are plain", async () => {
  const store = demoStore("8.2.1");
  store.store.tables.remove("languages", "2");
  const { body } = await json<Products>(store, "GET", "/api/products?display=[name]&filter[id]=6");
  expect(body.products).toEqual([{ name: "Mug The best is yet to come" }]);
});

describe("writes", () => {
  it("drop falsy fields from a single answer, never from a list", async () => {
    const store = demoStore("8.2.1");
    const single = await json<{ product: object }>(store, "GET", "/api/products/1");
    expect(single.body.product).not.toHaveProperty("on_sale");
    const listed = await json<Products>(store, "GET", "/api/products/1?display=full");
    expect(listed.body.products[0]).toHaveProperty("on_sale", "0");
  });

  it("empty what a PUT leaves out, and leave it with PATCH", async () => {
    const store = demoStore("8.2.1");
    const name = '<name><language id="1">New</language></name>';
    const patch = document(`<product><id>6</id>${name}</product>`);
    await json(store, "PATCH", "/api/products/6", patch);
    const patched = store.products().find((it) => it.id === "6");
    expect(patched?.values["reference"]).toBe("demo_11");
    expect(patched?.values["name"]).toEqual({ 1: "New", 2: "" });
    const put = document(`<product><id>6</id><price>5</price>${name}</product>`);
    await json(store, "PUT", "/api/products/6", put);
    const values = store.products().find((it) => it.id === "6")?.values;
    expect(values).toMatchObject({ reference: "", active: "0", state: "0", price: "5.000000" });
  });

  it("make an invisible draft with a stock row from a price alone", async () => {
    const store = demoStore("8.2.1");
    const made = await json<{ product: { id: string } }>(
      store,
      "POST",
      "/api/products",
      document("<product><price>10</price></product>"),
    );
    expect(made.status).toBe(201);
    const { id } = made.body.product;
    const row = store.products().find((it) => it.id === id);
    expect(row?.values).toMatchObject({ active: "0", state: "0" });
    const stock = await json<Stocks>(
      store,
      "GET",
      `/api/stock_availables?display=[quantity]&filter[id_product]=${id}`,
    );
    expect(stock.body.stock_availables).toEqual([{ quantity: "0" }]);
  });

  it("take several entities of one body and show the last", async () => {
    const store = demoStore("8.2.1");
    const entity = (id: number, quantity: number) =>
      `<stock_available><id>${id}</id><quantity>${quantity}</quantity></stock_available>`;
    const { body } = await json<{ stock_available: Record<string, unknown> }>(
      store,
      "PATCH",
      "/api/stock_availables",
      document(entity(20, 7) + entity(21, 8)),
    );
    expect(body.stock_available["id"]).toBe("21");
    const sum = store.rows("stock_availables").find((it) => it.id === "1");
    expect(sum?.values["quantity"]).toBe(String(7 + 8 + 6 * 300));
  });

  it("let ps_method turn a POST into a PATCH", async () => {
    const store = demoStore("8.2.1");
    const body = document("<stock_available><id>6</id><quantity>3</quantity></stock_available>");
    const { status } = await json(store, "POST", "/api/stock_availables?ps_method=PATCH", body);
    expect(status).toBe(200);
  });

  it("refuse to add or delete stock rows with 405 code 101", async () => {
    const store = demoStore("8.2.1");
    const body = document("<stock_available><quantity>3</quantity></stock_available>");
    const added = await json<Errors>(store, "POST", "/api/stock_availables", body);
    const removed = await json<Errors>(store, "DELETE", "/api/stock_availables/1");
    expect([added.status, ...codes(added.body)]).toEqual([405, 101]);
    expect([removed.status, ...codes(removed.body)]).toEqual([405, 101]);
  });

  it("delete several at once, and answer 404 with code 87 for an unknown id", async () => {
    const store = demoStore("8.2.1");
    expect((await call(store, "DELETE", "/api/products?id=[18,19]")).status).toBe(200);
    expect(store.products()).toHaveLength(17);
    const again = await json<Errors>(store, "DELETE", "/api/products/18");
    expect([again.status, ...codes(again.body)]).toEqual([404, 87]);
  });

  it.each([
    ['<name><language id="1">a &lt; b</language></name>', 84],
    ["<price>cheap</price>", 85],
    ["<manufacturer_name>Somebody</manufacturer_name>", 93],
  ])("refuse %s in a product", async (field, code) => {
    const store = demoStore("8.2.1");
    const body = document(`<product><id>6</id>${field}</product>`);
    const answer = await json<Errors>(store, "PATCH", "/api/products/6", body);
    expect([answer.status, ...codes(answer.body)]).toEqual([400, code]);
  });

  it("move a product's date only when the product itself is saved", async () => {
    const store = demoStore("8.2.1");
    const dateOf = () => store.products().find((it) => it.id === "1")?.values["date_upd"];
    const before = dateOf();
    const stock = "<stock_available><id>20</id><quantity>1</quantity></stock_available>";
    await json(store, "PATCH", "/api/stock_availables", document(stock));
    const variant = "<combination><id>1</id><price>2</price></combination>";
    await json(store, "PATCH", "/api/combinations", document(variant));
    expect(dateOf()).toBe(before);
    const product = "<product><id>1</id><price>20</price></product>";
    await json(store, "PATCH", "/api/products", document(product));
    expect(dateOf()).toBe("2026-11-23 11:14:46");
  });

  it("write the store's local time", async () => {
    const store = demoStore("8.2.1");
    store.setTimezone("Europe/Paris");
    const product = "<product><id>1</id><price>20</price></product>";
    await json(store, "PATCH", "/api/products", document(product));
    const row = store.products().find((it) => it.id === "1");
    expect(row?.values["date_upd"]).toBe("2026-11-23 12:14:46");
  });
});

describe("what is written", () => {
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");
  const grapheme = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });

  it("is what is read, letter by letter, in JSON and in XML", async () => {
    const store = demoStore("8.2.1");
    await fc.assert(
      fc.asyncProperty(grapheme, async (text) => {
        const clean = text.replaceAll(/[\p{Cc}<>]/gu, "x");
        const field = `<description><language id="1">${escaped(clean)}</language></description>`;
        const body = document(`<product><id>6</id>${field}</product>`);
        expect((await json(store, "PATCH", "/api/products", body)).status).toBe(200);
        const { body: read } = await json<Products>(
          store,
          "GET",
          "/api/products/6?display=[description]&language=1",
        );
        expect(read.products).toEqual([{ description: clean }]);
        const xml = await (
          await call(store, "GET", "/api/products/6?display=[description]")
        ).text();
        expect(xml.replaceAll("]]]]><![CDATA[>", "]]>")).toContain(`<![CDATA[${clean}]]>`);
      }),
      { numRuns: 60 },
    );
  });
});
