/** What the module of a real store sends: one event for each kind of change of a request, none for Weft's own. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  api,
  change,
  create,
  execute,
  ids,
  installAnew,
  remove,
  storeUrl,
  uninstall,
  within,
} from "./local-store";
import { openOrderHarness, type OrderHarness } from "./order-harness";
import { CODE, startFakeWeft, type FakeWeft } from "./fake-weft";

const SHIPPED = "4";
const PREPARING = "3";
const CANCELLED = "6";

describe(`the events of the store at ${storeUrl}`, () => {
  let weft: FakeWeft;
  let product = "";
  let variant = "";
  let order: Order;
  let ownKey = "";

  beforeAll(async () => {
    weft = await startFakeWeft();
    await installAnew();
    await within("pair", weft.url, CODE);
    await within("connect");
    ownKey = String(weft.said.at(-1)?.["key"]);
  });
  afterAll(async () => {
    if (product) await remove("products", product).catch(() => {});
    await uninstall();
    weft.close();
  });

  const saved = () => `product.saved ${product}`;
  const stock = () => `stock.changed ${product}`;
  const eventsOf = (action: () => Promise<unknown>, least?: number) => weft.eventsOf(action, least);

  it("tells a new product once", async () => {
    const events = await eventsOf(async () => {
      product = await create("products", "product", newProduct);
    });
    expect(events).toEqual([saved()]);
  });

  it("tells a changed product once", async () => {
    expect(
      await eventsOf(() => change("products", "product", product, "ean13", "4006381333931")),
    ).toEqual([saved()]);
  });

  it("tells the stock of a product without variants once", async () => {
    const [row = ""] = await ids(`stock_availables?filter[id_product]=${product}`);
    expect(
      await eventsOf(() => change("stock_availables", "stock_available", row, "quantity", "50")),
    ).toEqual([stock()]);
  });

  it("tells a price for everybody when it comes, changes and goes, and none for one cart", async () => {
    let price = "";
    const make = async (cart: string) => {
      price = await create("specific_prices", "specific_price", newPrice(product, cart));
    };
    expect(await eventsOf(() => make("0"))).toEqual([saved()]);
    expect(
      await eventsOf(() => change("specific_prices", "specific_price", price, "reduction", "2")),
    ).toEqual([saved()]);
    expect(await eventsOf(() => remove("specific_prices", price))).toEqual([saved()]);
    expect(await eventsOf(() => make("1"), 0)).toEqual([]);
    expect(await eventsOf(() => remove("specific_prices", price), 0)).toEqual([]);
  });

  it("tells a catalogue rule by the products it prices when it changes, by all when it goes", async () => {
    const rule = await create("specific_price_rules", "specific_price_rule", newRule);
    const changeRule = () =>
      change("specific_price_rules", "specific_price_rule", rule, "reduction", "2");
    expect(await eventsOf(changeRule, 0)).toEqual([]);
    await execute(
      `INSERT INTO ps_specific_price (id_specific_price_rule, id_cart, id_product, id_shop, id_shop_group, id_currency, id_country, id_group, id_customer, id_product_attribute, price, from_quantity, reduction, reduction_tax, reduction_type, \`from\`, \`to\`) VALUES (${rule}, 0, ${product}, 1, 0, 0, 0, 0, 0, 0, -1, 1, 1, 1, 'amount', '0000-00-00', '0000-00-00')`,
    );
    expect(await eventsOf(changeRule)).toEqual([saved()]);
    const events = await eventsOf(() => remove("specific_price_rules", rule));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatch(new RegExp(`^product\\.saved (.*,)?${product}(,|$)`));
  });

  it("tells a picture that comes and one that goes", async () => {
    expect(await eventsOf(() => addPicture(product))).toEqual([saved()]);
    const [picture = ""] = await picturesOf(product);
    expect(await eventsOf(() => remove(`images/products/${product}`, picture))).toEqual([saved()]);
  });

  it("tells an order by its state and by the stock it takes", async () => {
    const events = await eventsOf(async () => {
      order = await placeOrder(product);
    }, 2);
    expect(events).toEqual([`order.state_changed ${order.id}`, stock()]);
  });

  it("tells a state that somebody sets once", async () => {
    expect(await eventsOf(() => setState(order.id, PREPARING))).toEqual([
      `order.state_changed ${order.id}`,
    ]);
  });

  it("tells a tracking number once", async () => {
    expect(
      await eventsOf(() =>
        change("order_carriers", "order_carrier", order.carrierRow, "tracking_number", "AB1"),
      ),
    ).toEqual([`order.tracking_changed ${order.id}`]);
  });

  it("does not tell Weft of the state it set with its own key, and tells the stock that came back", async () => {
    expect(await eventsOf(() => setState(order.id, SHIPPED, ownKey), 0)).toEqual([]);
    expect(await eventsOf(() => setState(order.id, CANCELLED, ownKey))).toEqual([stock()]);
  });

  it("tells nothing of an order that Weft itself makes by the module", async () => {
    let harness: OrderHarness | undefined;
    await eventsOf(async () => {
      harness = await openOrderHarness(weft.secret);
    }, 2);
    expect(await eventsOf(async () => harness?.order(harness.draft()), 0)).toEqual([]);
    await eventsOf(async () => harness?.leave(), 2);
  });

  it("tells a refund slip as a word about its order", async () => {
    const slip = newSlip(order);
    expect(await eventsOf(() => create("order_slip", "order_slip", slip))).toEqual([
      `order.state_changed ${order.id}`,
    ]);
  });

  it("tells a variant as its product, and its stock with the sum once", async () => {
    const events = await eventsOf(async () => {
      variant = await create("combinations", "combination", newVariant(product));
    });
    expect(events).toContain(saved());
    expect(events.length).toBeLessThanOrEqual(2);
    expect(
      await eventsOf(() =>
        change("combinations", "combination", variant, "ean13", "4006381333931"),
      ),
    ).toEqual([saved()]);
    const [row = ""] = await ids(
      `stock_availables?filter[id_product]=${product}&filter[id_product_attribute]=${variant}`,
    );
    expect(
      await eventsOf(() => change("stock_availables", "stock_available", row, "quantity", "5")),
    ).toEqual([stock()]);
    const gone = await eventsOf(() => remove("combinations", variant));
    expect(gone).toContain(saved());
    expect(new Set(gone).size).toBe(gone.length);
  });

  it("tells a product that is gone, and nothing else of it", async () => {
    expect(await eventsOf(() => remove("products", product))).toEqual([
      `product.deleted ${product}`,
    ]);
    product = "";
  });
});

interface Order {
  id: string;
  carrierRow: string;
  detail: string;
  customer: string;
}

const inBoth = (text: string) =>
  `<language id="1">${text}</language><language id="2">${text}</language>`;
const newProduct = `<price>10</price><active>1</active><state>1</state><available_for_order>1</available_for_order><id_category_default>2</id_category_default><name>${inBoth("Event test")}</name><link_rewrite>${inBoth("event-test")}</link_rewrite>`;
const newPrice = (product: string, cart: string) =>
  `<id_shop>0</id_shop><id_cart>${cart}</id_cart><id_product>${product}</id_product><id_product_attribute>0</id_product_attribute><id_currency>0</id_currency><id_country>0</id_country><id_group>0</id_group><id_customer>0</id_customer><price>-1</price><from_quantity>1</from_quantity><reduction>1</reduction><reduction_tax>1</reduction_tax><reduction_type>amount</reduction_type><from>0000-00-00 00:00:00</from><to>0000-00-00 00:00:00</to>`;
const newRule =
  "<id_shop>1</id_shop><id_country>0</id_country><id_currency>0</id_currency><id_group>0</id_group><name>Event test</name><from_quantity>1</from_quantity><price>-1</price><reduction>1</reduction><reduction_tax>1</reduction_tax><reduction_type>amount</reduction_type><from>0000-00-00 00:00:00</from><to>0000-00-00 00:00:00</to>";
const newVariant = (product: string) =>
  `<id_product>${product}</id_product><minimal_quantity>1</minimal_quantity><price>0</price><associations><product_option_values><product_option_value><id>1</id></product_option_value></product_option_values></associations>`;
const newSlip = ({ id, customer, detail }: Order) =>
  `<id_customer>${customer}</id_customer><id_order>${id}</id_order><conversion_rate>1</conversion_rate><total_products_tax_excl>1</total_products_tax_excl><total_products_tax_incl>1</total_products_tax_incl><total_shipping_tax_excl>0</total_shipping_tax_excl><total_shipping_tax_incl>0</total_shipping_tax_incl><amount>1</amount><shipping_cost>0</shipping_cost><shipping_cost_amount>0</shipping_cost_amount><partial>1</partial><associations><order_slip_details><order_slip_detail><id_order_detail>${detail}</id_order_detail><product_quantity>1</product_quantity><amount_tax_excl>1</amount_tax_excl><amount_tax_incl>1</amount_tax_incl></order_slip_detail></order_slip_details></associations>`;

async function picturesOf(product: string): Promise<string[]> {
  const text = await (await api("GET", `images/products/${product}`)).text();
  return [...text.matchAll(/<declination id="(\d+)"/g)].map((match) => match[1] ?? "");
}

async function addPicture(product: string): Promise<void> {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  const form = new FormData();
  form.set("image", new Blob([Buffer.from(dot, "base64")], { type: "image/png" }), "dot.png");
  await api("POST", `images/products/${product}`, form);
}

const setState = (order: string, state: string, key?: string) =>
  api(
    "POST",
    "order_histories",
    `<prestashop><order_history><id_order>${order}</id_order><id_order_state>${state}</id_order_state></order_history></prestashop>`,
    key,
  );

/** As any other sales channel would make one. */
async function placeOrder(product: string): Promise<Order> {
  const customer = await create(
    "customers",
    "customer",
    `<passwd>unused-password-1</passwd><lastname>Test</lastname><firstname>Event</firstname><email>event-${Date.now()}@example.com</email><id_default_group>3</id_default_group><active>1</active>`,
  );
  const [country = ""] = await ids("countries?filter[iso_code]=GB");
  const address = await create(
    "addresses",
    "address",
    `<id_customer>${customer}</id_customer><id_country>${country}</id_country><alias>Home</alias><lastname>Test</lastname><firstname>Event</firstname><address1>1 Mill Lane</address1><city>London</city><postcode>SW1A 1AA</postcode>`,
  );
  const parties = `<id_address_delivery>${address}</id_address_delivery><id_address_invoice>${address}</id_address_invoice><id_currency>1</id_currency><id_lang>1</id_lang><id_customer>${customer}</id_customer><id_carrier>1</id_carrier>`;
  const cart = await create(
    "carts",
    "cart",
    `${parties}<id_shop>1</id_shop><id_shop_group>1</id_shop_group><delivery_option>{"${address}":"1,"}</delivery_option><associations><cart_rows><cart_row><id_product>${product}</id_product><id_product_attribute>0</id_product_attribute><id_address_delivery>${address}</id_address_delivery><quantity>2</quantity></cart_row></cart_rows></associations>`,
  );
  const id = await create(
    "orders",
    "order",
    `${parties}<id_cart>${cart}</id_cart><module>ps_wirepayment</module><payment>Test</payment><total_paid>20</total_paid><total_paid_real>20</total_paid_real><total_products>20</total_products><total_products_wt>20</total_products_wt><conversion_rate>1</conversion_rate>`,
  );
  const [carrierRow = ""] = await ids(`order_carriers?filter[id_order]=${id}`);
  const [detail = ""] = await ids(`order_details?filter[id_order]=${id}`);
  return { id, carrierRow, detail, customer };
}
