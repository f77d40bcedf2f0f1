import { describe, expect, it } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { roundPrice } from "../../simulator/prestashop/prices/round";
import { call, demoShop, json } from "./prestashop-goldens";

type Errors = { errors: { code: number }[] };
type Made = Record<string, { id: string | number; secure_key?: string }>;

interface Line {
  product: number;
  combination?: number;
  quantity: number;
  /** Price without tax for this cart alone. */
  price?: string;
}

const document = (inner: string) => `<prestashop>${inner}</prestashop>`;
const fields = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");

async function make(shop: PrestaShop, resource: string, node: string, inner: string) {
  const { status, body } = await json<Made>(
    shop,
    "POST",
    `/api/${resource}`,
    document(`<${node}>${inner}</${node}>`),
  );
  expect(status).toBe(201);
  return String(body[node]?.id);
}

let buyers = 0;

async function makeBuyer(shop: PrestaShop, country: number) {
  buyers += 1;
  const email = `buyer${buyers}@example.com`;
  const name = { passwd: "secret-123", firstname: "Ann", lastname: "O'Neil", is_guest: 1, email };
  const customer = await make(shop, "customers", "customer", fields(name));
  const place = {
    id_customer: customer,
    id_country: country,
    alias: "Home",
    firstname: "Ann",
    lastname: "O'Neil",
    address1: "1 High St",
    city: "London",
    postcode: "SW1A 1AA",
  };
  return { customer, address: await make(shop, "addresses", "address", fields(place)) };
}

async function makeCart(shop: PrestaShop, lines: Line[], options: CartOptions = {}) {
  const { customer, address } = await makeBuyer(shop, options.country ?? 17);
  const chosen = options.deliveryOption?.(address);
  const rows = lines.map((line) => {
    const row = {
      id_product: line.product,
      id_product_attribute: line.combination ?? 0,
      id_address_delivery: address,
      quantity: line.quantity,
    };
    return `<cart_row>${fields(row)}</cart_row>`;
  });
  const head = {
    id_currency: 1,
    id_lang: 1,
    id_customer: customer,
    id_address_delivery: address,
    id_address_invoice: address,
    id_carrier: options.carrier ?? 1,
    ...(chosen === undefined ? {} : { delivery_option: chosen }),
  };
  const links = `<associations><cart_rows>${rows.join("")}</cart_rows></associations>`;
  const cart = await make(shop, "carts", "cart", fields(head) + links);
  for (const line of lines) if (line.price) await setPrice(shop, cart, customer, line);
  return { cart, customer, address };
}

interface CartOptions {
  country?: number;
  carrier?: number;
  deliveryOption?: (address: string) => string;
}

const setPrice = (shop: PrestaShop, cart: string, customer: string, line: Line) =>
  make(
    shop,
    "specific_prices",
    "specific_price",
    fields({
      id_shop: 1,
      id_cart: cart,
      id_product: line.product,
      id_product_attribute: line.combination ?? 0,
      id_currency: 0,
      id_country: 0,
      id_group: 0,
      id_customer: customer,
      price: line.price ?? "-1",
      from_quantity: 1,
      reduction: 0,
      reduction_tax: 1,
      reduction_type: "amount",
      from: "0000-00-00 00:00:00",
      to: "0000-00-00 00:00:00",
    }),
  );

function orderXml(
  ids: { cart: string; customer: string; address: string },
  total: string,
  extra = {},
) {
  const values = {
    id_address_delivery: ids.address,
    id_address_invoice: ids.address,
    id_cart: ids.cart,
    id_currency: 1,
    id_lang: 1,
    id_customer: ids.customer,
    id_carrier: 1,
    module: "ps_wirepayment",
    payment: "TikTok Shop",
    total_paid: total,
    total_paid_real: total,
    total_products: total,
    total_products_wt: total,
    conversion_rate: 1,
    ...extra,
  };
  return document(`<order>${fields(values)}</order>`);
}

async function order(shop: PrestaShop, lines: Line[], total: string, options: CartOptions = {}) {
  const ids = await makeCart(shop, lines, options);
  const { body } = await json<Made>(shop, "POST", "/api/orders", orderXml(ids, total));
  const id = String(body["order"]?.id);
  return { id, read: () => shop.orders().find((it) => it.id === id)?.values ?? {} };
}

const quantity = (shop: PrestaShop, stockId: string) =>
  shop.rows("stock_availables").find((it) => it.id === stockId)?.values["quantity"];

const setState = (shop: PrestaShop, id: string, state: number) =>
  make(shop, "order_histories", "order_history", fields({ id_order: id, id_order_state: state }));

describe("an order of the webservice", () => {
  it("ignores the state it was posted with", async () => {
    const shop = demoShop("8.2.1");
    const ids = await makeCart(shop, [{ product: 6, quantity: 1 }]);
    const xml = orderXml(ids, "14.28", { current_state: 5 });
    await json(shop, "POST", "/api/orders", xml);
    expect(shop.orders().at(-1)?.values["current_state"]).toBe("11");
  });

  it("sells what is not there: stock goes below zero", async () => {
    const shop = demoShop("8.2.1");
    const { read } = await order(shop, [{ product: 6, quantity: 5000 }], "71400.00");
    expect(read()["current_state"]).toBe("11");
    expect(quantity(shop, "6")).toBe("-4700");
  });

  it("has no carrier and no shipping cost where none delivers", async () => {
    const shop = demoShop("8.2.1");
    for (const carrier of ["1", "2"]) shop.setCarrierZones(carrier, ["1", "2"]);
    const { id, read } = await order(shop, [{ product: 6, quantity: 1 }], "14.28");
    expect(read()).toMatchObject({
      id_carrier: "0",
      total_shipping: "0.000000",
      current_state: "11",
    });
    expect(shop.rows("order_carriers").some((it) => it.values["id_order"] === id)).toBe(false);
  });

  it("takes its carrier from delivery_option and never from id_carrier alone", async () => {
    const shop = demoShop("8.2.1");
    const lines = [{ product: 6, quantity: 1 }];
    const alone = await order(shop, lines, "14.28", { carrier: 2 });
    expect(alone.read()["id_carrier"]).toBe("1");
    const deliveryOption = (address: string) => `{"${address}":"2,"}`;
    const chosen = await order(shop, lines, "22.68", { deliveryOption });
    expect(chosen.read()).toMatchObject({
      id_carrier: "2",
      total_shipping: "8.400000",
      current_state: "11",
    });
  });

  it("of an unknown payment module is a 500 without a word", async () => {
    const shop = demoShop("8.2.1");
    const ids = await makeCart(shop, [{ product: 6, quantity: 1 }]);
    const xml = orderXml(ids, "14.28", { module: "weft" });
    const response = await call(shop, "POST", "/api/orders?output_format=JSON", xml);
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(shop.orders()).toHaveLength(5);
  });

  it("with a wrong total takes no stock until a paid state repairs it", async () => {
    const shop = demoShop("8.2.1");
    const { id, read } = await order(shop, [{ product: 6, quantity: 2 }], "20.00");
    expect([read()["current_state"], quantity(shop, "6")]).toEqual(["8", "300"]);
    const patch = document(`<order><id>${id}</id><current_state>2</current_state></order>`);
    await json(shop, "PATCH", `/api/orders/${id}`, patch);
    expect([read()["current_state"], quantity(shop, "6")]).toEqual(["2", "298"]);
    const amounts = shop.rows("order_payments").map((it) => it.values["amount"]);
    expect(amounts).toEqual(["20.000000", "8.560000"]);
  });

  it("gives its goods back when cancelled, keeps them when refunded, takes them again when sold again", async () => {
    const shop = demoShop("8.2.1");
    const { id } = await order(shop, [{ product: 1, combination: 1, quantity: 3 }], "68.83");
    expect(quantity(shop, "20")).toBe("297");
    await setState(shop, id, 7);
    expect(quantity(shop, "20")).toBe("297");
    await setState(shop, id, 2);
    await setState(shop, id, 6);
    expect([quantity(shop, "20"), quantity(shop, "1")]).toEqual(["300", "2400"]);
    await setState(shop, id, 3);
    expect(quantity(shop, "20")).toBe("297");
  });

  it("changes its date with its state and not with its tracking number", async () => {
    const shop = demoShop("8.2.1");
    const { id, read } = await order(shop, [{ product: 6, quantity: 1 }], "14.28");
    shop.shop.clock.advance(60_000);
    const before = read()["date_upd"];
    const [carrier] = shop.rows("order_carriers").filter((it) => it.values["id_order"] === id);
    const xml = `<order_carrier><id>${carrier?.id}</id><tracking_number>T1</tracking_number></order_carrier>`;
    await json(shop, "PATCH", "/api/order_carriers", document(xml));
    expect(read()["date_upd"]).toBe(before);
    await setState(shop, id, 4);
    expect(read()["date_upd"]).not.toBe(before);
  });

  it("adds a history row for the same state again", async () => {
    const shop = demoShop("8.2.1");
    const { id } = await order(shop, [{ product: 6, quantity: 1 }], "14.28");
    await setState(shop, id, 4);
    await setState(shop, id, 4);
    const rows = shop.rows("order_histories").filter((it) => it.values["id_order"] === id);
    expect(rows.map((it) => it.values["id_order_state"])).toEqual(["11", "4", "4"]);
  });

  it("breaks its answer though it exists when the invoice cannot be drawn", async () => {
    const shop = demoShop("9.1.4");
    shop.setBrokenInvoicePdf(true);
    const ids = await makeCart(shop, [{ product: 6, quantity: 1 }]);
    const response = await call(shop, "POST", "/api/orders", orderXml(ids, "14.28"));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toContain("TCPDF ERROR");
    expect(shop.orders().at(-1)?.values["id_cart"]).toBe(ids.cart);
  });
});

describe("what a cart comes to", () => {
  const three = [{ product: 6, quantity: 3, price: "1.115" }];

  it.each([
    ["1", "4.020000"],
    ["2", "4.010000"],
    ["3", "4.010000"],
  ])("follows round type %s (item, line, total)", async (type, total) => {
    const shop = demoShop("8.2.1");
    shop.setSetting("PS_ROUND_TYPE", type);
    const { read } = await order(shop, three, "1.00");
    expect(read()["total_paid"]).toBe(total);
  });

  it("has the tax of the address, at any rate of the product's group", async () => {
    const shop = demoShop("8.2.1");
    shop.seedDemo("FR");
    shop.saveProduct("6", { id_tax_rules_group: "4" });
    const lines = [{ product: 6, quantity: 1, price: "10" }];
    expect((await order(shop, lines, "1", { country: 8 })).read()["total_products_wt"]).toBe(
      "10.550000",
    );
    shop.saveProduct("6", { id_tax_rules_group: "0" });
    expect((await order(shop, lines, "1", { country: 8 })).read()["total_products_wt"]).toBe(
      "10.000000",
    );
  });

  it.each([
    [2.345, 2, 2.35],
    [2.345, 3, 2.34],
    [2.345, 4, 2.34],
    [2.355, 4, 2.36],
    [2.345, 5, 2.35],
    [2.341, 0, 2.35],
    [2.349, 1, 2.34],
    [1.005, 2, 1.01],
    [-2.345, 2, -2.35],
  ] as const)("rounds %d in mode %d to %d", (value, mode, expected) => {
    expect(roundPrice(value, 2, mode)).toBe(expected);
  });
});

describe("a buyer of the webservice", () => {
  const customer = (values: Record<string, string | number>) =>
    document(
      `<customer>${fields({ passwd: "secret-123", firstname: "Ann", lastname: "Lee", email: "a@b.example", ...values })}</customer>`,
    );

  it.each(["A1", "A_b", "A@b", "A (b)", "A:b", "A%b"])("may not be called %s", async (lastname) => {
    const shop = demoShop("8.2.1");
    const { status, body } = await json<Errors>(
      shop,
      "POST",
      "/api/customers",
      customer({ lastname }),
    );
    expect([status, body.errors[0]?.code]).toEqual([400, 85]);
  });

  it.each(["O'Neil", "Dr.X", "A&amp;b", "Anne-Marie", "李"])(
    "may be called %s",
    async (lastname) => {
      const shop = demoShop("8.2.1");
      const { status } = await json(shop, "POST", "/api/customers", customer({ lastname }));
      expect(status).toBe(201);
    },
  );

  it("may have a used e-mail as a guest only", async () => {
    const shop = demoShop("8.2.1");
    const email = "pub@prestashop.com";
    const { status, body } = await json<Errors>(
      shop,
      "POST",
      "/api/customers",
      customer({ email }),
    );
    expect([status, body.errors.map((it) => it.code)]).toEqual([500, [140, 46]]);
    const guest = await json(shop, "POST", "/api/customers", customer({ email, is_guest: 1 }));
    expect(guest.status).toBe(201);
  });

  it("may live in the United States without a state", async () => {
    const shop = demoShop("8.2.1");
    const { read } = await order(shop, [{ product: 6, quantity: 1 }], "11.90", { country: 21 });
    expect(read()).toMatchObject({ current_state: "11", total_products_wt: "11.900000" });
  });
});

it("editing a carrier makes a new one with the same reference", () => {
  const shop = demoShop("8.2.1");
  const id = shop.editCarrier("2", { name: "Faster carrier" });
  const carriers = new Map(shop.rows("carriers").map((it) => [it.id, it.values]));
  expect(carriers.get("2")?.["deleted"]).toBe("1");
  expect(carriers.get(id)).toMatchObject({
    id_reference: "2",
    name: "Faster carrier",
    deleted: "0",
  });
});
