// What a 1.7.8 store does differently, as measured on a real 1.7.8.11.
import { describe, expect, it } from "vitest";
import { basic, call, demoStore, json } from "./prestashop-goldens";
import { document, order, quantity } from "./prestashop-order-client";

type Errors = { errors: { code: number; message: string }[] };
type Single = Record<string, Record<string, unknown>>;

const stock = (inner: string) => document(`<stock_available><id>6</id>${inner}</stock_available>`);

describe("a 1.7.8 store", () => {
  it.each([
    ["PATCH", ""],
    ["POST", "?ps_method=PATCH"],
  ])("refuses PATCH, be it %s %s", async (method, query) => {
    const store = demoStore("1.7.8.11");
    const path = `/api/stock_availables${query}`;
    const { status, body } = await json<Errors>(
      store,
      method,
      path,
      stock("<quantity>3</quantity>"),
    );
    expect([status, body.errors]).toEqual([
      405,
      [{ code: 23, message: "Method PATCH is not valid" }],
    ]);
    expect(quantity(store, "6")).toBe("300");
  });

  it("makes the change and answers an error where a link's prefix is not declared, as PHP warns of it", async () => {
    const store = demoStore("1.7.8.11");
    const put = (attributes: string) => {
      const inner = `<id>6</id><id_product xlink:href="x">6</id_product><id_product_attribute>0</id_product_attribute><id_shop>1</id_shop><id_shop_group>0</id_shop_group><depends_on_stock>0</depends_on_stock><out_of_stock>2</out_of_stock><quantity>3</quantity>`;
      const body = `<prestashop${attributes}><stock_available>${inner}</stock_available></prestashop>`;
      return json<Partial<Errors>>(store, "PUT", "/api/stock_availables", body);
    };
    const { status, body } = await put("");
    expect([status, body.errors?.map(({ code }) => code)]).toEqual([500, [3]]);
    expect(body.errors?.[0]?.message).toContain("Namespace prefix xlink for href on id_product");
    expect(quantity(store, "6")).toBe("3");
    expect(await put(' xmlns:xlink="http://www.w3.org/1999/xlink"')).toMatchObject({ status: 200 });
  });

  it("notices a product without a picture, beside the rows in JSON and instead of them in XML", async () => {
    const store = demoStore("1.7.8.11");
    const bare = `<product><price>1</price><state>1</state><name><language id="1">Bare</language></name><link_rewrite><language id="1">bare</language></link_rewrite></product>`;
    await call(store, "POST", "/api/products", document(bare));
    type Listed = Partial<Errors> & { products: unknown[] };
    const { status, body } = await json<Listed>(store, "GET", "/api/products?display=full");
    expect([status, body.errors?.map(({ code }) => code)]).toEqual([500, [5]]);
    expect(body.products.length).toBeGreaterThan(1);
    expect((await json(store, "GET", "/api/products?display=[id,name]")).status).toBe(200);
    const xml = await call(store, "GET", "/api/products?display=full");
    expect([xml.status, (await xml.text()).includes("<product>")]).toEqual([500, false]);
    const eight = demoStore("8.2.1");
    await call(eight, "POST", "/api/products", document(bare));
    expect((await json(eight, "GET", "/api/products?display=full")).status).toBe(200);
  });

  it("lists its root as JSON, and no patch among the rights", async () => {
    const store = demoStore("1.7.8.11");
    const { status, body } = await json<string[]>(store, "GET", "/api/");
    expect([status, body.length, body[0]]).toEqual([200, 69, "addresses"]);
    const root = await (await call(store, "GET", "/api/")).text();
    expect(root).toContain('get="true" put="true" post="true" delete="true" head="true"');
  });

  it("reports its version even to a wrong key", async () => {
    const store = demoStore("1.7.8.11");
    const response = await call(store, "GET", "/api/products", undefined, basic("Z".repeat(32)));
    expect([response.status, response.headers.get("psws-version")]).toEqual([401, "1.7.8.11"]);
  });

  it("shows a single row with everything, integers as text", async () => {
    const { body } = await json<Single>(demoStore("1.7.8.11"), "GET", "/api/stock_availables/6");
    expect(body["stock_available"]).toEqual({
      id: 6,
      id_product: "6",
      id_product_attribute: "0",
      id_shop: "1",
      id_shop_group: "0",
      quantity: "300",
      depends_on_stock: "0",
      out_of_stock: "2",
      location: "",
    });
  });

  it("has the fields of its time", async () => {
    const store = demoStore("1.7.8.11");
    const product = (await json<Single>(store, "GET", "/api/products/6")).body["product"];
    expect(product).toMatchObject({
      mpn: "",
      product_type: "standard",
      unit_price_ratio: "0.000000",
    });
    expect(product).not.toHaveProperty("unit_price");
    const variant = (await json<Single>(store, "GET", "/api/combinations/1")).body["combination"];
    expect(variant).toMatchObject({ location: "", quantity: 300 });
    expect(variant).not.toHaveProperty("available_now");
    const sold = (await json<Single>(store, "GET", "/api/orders/1")).body["order"];
    expect(sold).toMatchObject({ note: "Test", invoice_number: "0" });
  });

  it("shows null and empty ids for what a write left out", async () => {
    const values =
      "<passwd>secret-123</passwd><firstname>Ann</firstname><lastname>Lee</lastname><email>a@b.example</email>";
    const { body } = await json<Single>(
      demoStore("1.7.8.11"),
      "POST",
      "/api/customers",
      document(`<customer>${values}</customer>`),
    );
    expect(body["customer"]).toMatchObject({ id_gender: "", company: null, id_shop: 1 });
  });

  it("moves an order that exceeds the stock to the backorder state", async () => {
    const store = demoStore("1.7.8.11");
    const { id, read } = await order(store, [{ product: 6, quantity: 301 }], "4298.28");
    expect(read()).toMatchObject({ current_state: "9", valid: "0", invoice_number: "1" });
    const states = store
      .rows("order_histories")
      .filter((it) => it.values["id_order"] === id)
      .map((it) => it.values["id_order_state"]);
    expect(states).toEqual(["11", "9"]);
    const later = demoStore("8.2.1");
    later.setSetting("PS_ENABLE_BACKORDER_STATUS", "1");
    const sold = await order(later, [{ product: 6, quantity: 301 }], "4298.28");
    expect(sold.read()["current_state"]).toBe("9");
  });
});

describe("a PUT", () => {
  const whole =
    "<id_product>6</id_product><id_product_attribute>0</id_product_attribute><depends_on_stock>0</depends_on_stock><out_of_stock>2</out_of_stock><quantity>7</quantity>";

  it("of a stock row needs its required fields", async () => {
    const { status, body } = await json<Errors>(
      demoStore("1.7.8.11"),
      "PUT",
      "/api/stock_availables/6",
      stock("<quantity>7</quantity>"),
    );
    expect([status, body.errors]).toEqual([
      400,
      [{ code: 41, message: 'parameter "id_product" required' }],
    ]);
  });

  it.each([
    ["1.7.8.11", []],
    ["8.2.1", ["0"]],
  ] as const)("without the shop makes a row of none, as %s shows it", async (flavour, shops) => {
    const store = demoStore(flavour);
    const path = "/api/stock_availables?display=[id_shop]&filter[id_product]=6";
    await json(store, "PUT", "/api/stock_availables/6", stock(whole));
    const { body } = await json<{ stock_availables?: { id_shop: string }[] }>(store, "GET", path);
    expect((body.stock_availables ?? []).map((it) => it.id_shop)).toEqual(shops);
    await json(store, "PUT", "/api/stock_availables/6", stock(`<id_shop>1</id_shop>${whole}`));
    const again = await json<{ stock_availables: { id_shop: string }[] }>(store, "GET", path);
    expect(again.body.stock_availables).toEqual([{ id_shop: "1" }]);
  });

  it.each([
    ["<manufacturer_name>Studio Design</manufacturer_name>", 400, 93],
    ["<quantity>0</quantity>", 400, 93],
    ["<position_in_category>0</position_in_category>", 500, 134],
  ])(
    "of a product with %s is refused, even if that is what it shows",
    async (field, status, code) => {
      const body = document(`<product><id>6</id><price>5</price>${field}</product>`);
      const answer = await json<Errors>(demoStore("1.7.8.11"), "PUT", "/api/products/6", body);
      expect([answer.status, answer.body.errors[0]?.code]).toEqual([status, code]);
    },
  );
});
