// Orders the module makes: once, to the cent, or not at all.
import { describe, expect, it } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { json } from "./prestashop-goldens";
import { ask, done, pairedShop } from "./prestashop-module-kit";
import { fields, make, orderXml, quantity } from "./prestashop-order-kit";

const draft = {
  channelOrderId: "576461413038785752",
  currency: "GBP",
  placedAt: 1_763_900_000_000,
  lines: [{ product: "8", variant: "0", quantity: 2, unitPriceMinor: 999, name: "Mug" }],
  shippingMinor: 399,
  discountMinor: 0,
  totalMinor: 2397,
  address: {
    name: "Ann Lee",
    firstName: "Ann 2",
    lastName: "Lee",
    phone: "",
    country: "GB",
    state: "",
    city: "London",
    postcode: "N1 1AA",
    line1: "1 High St",
    line2: "",
  },
  note: "Ring twice",
  paymentLabel: "TikTok Shop",
  carrierReference: "2",
  stateId: "2",
  isFulfilledByChannel: false,
};

interface Report {
  id: string;
  isRepeat: boolean;
  totalMinor: number;
  taxes: { rate: string; netMinor: number; taxMinor: number }[];
  oversold: object[];
}

const TABLES = [
  "customers",
  "addresses",
  "carts",
  "specific_prices",
  "orders",
  "order_details",
  "order_carriers",
  "order_histories",
  "order_payments",
  "order_invoices",
  "stock_availables",
  "order_cart_rules",
];
const contents = (shop: PrestaShop) => TABLES.map((name) => [name, shop.rows(name)]);

const priced = (
  ...lines: [product: string, variant: string, quantity: number, price: number][]
) => {
  const products = lines.reduce((sum, [, , quantity, price]) => sum + quantity * price, 0);
  return {
    ...draft,
    lines: lines.map(([product, variant, quantity, unitPriceMinor]) => ({
      product,
      variant,
      quantity,
      unitPriceMinor,
      name: "Goods",
    })),
    totalMinor: products + draft.shippingMinor,
  };
};

describe("an order by the module", () => {
  it("comes to what the buyer paid, in the wanted state, with carrier and label", async () => {
    const shop = pairedShop();
    const report = await done<Report>(shop, "order", draft);
    expect(report).toEqual({
      id: "6",
      reference: expect.stringMatching(/^[A-Z]{9}$/),
      cartId: "6",
      stateId: "2",
      isPaid: true,
      isRepeat: false,
      currency: "GBP",
      productsMinor: 1998,
      shippingMinor: 399,
      discountMinor: 0,
      totalMinor: 2397,
      paidMinor: 2397,
      taxes: [{ rate: "20.000", netMinor: 1998, taxMinor: 399 }],
      oversold: [],
    });
    const values = shop.orders().at(-1)?.values;
    expect(values).toMatchObject({
      id_carrier: "2",
      module: "weft",
      payment: "TikTok Shop",
      note: "Ring twice",
    });
    expect(quantity(shop, "8")).toBe("298");
    const buyer = shop.rows("customers").at(-1)?.values;
    expect(buyer).toMatchObject({
      email: "order-576461413038785752@weft.invalid",
      firstname: "Ann",
      is_guest: "1",
    });
  });

  it("is one, however often and however much at once it is asked for", async () => {
    const shop = pairedShop();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => done<Report>(shop, "order", draft)),
    );
    expect(new Set(all.map((it) => it.id)).size).toBe(1);
    expect(all.filter((it) => !it.isRepeat)).toHaveLength(1);
    expect(shop.orders()).toHaveLength(6);
    expect(quantity(shop, "8")).toBe("298");
  });

  it("is the one the plain webservice made, which the buyer's address names", async () => {
    const shop = pairedShop();
    const email = `order-${draft.channelOrderId}@weft.invalid`;
    const name = { passwd: "secret-123", firstname: "Ann", lastname: "Lee", is_guest: 1, email };
    const customer = await make(shop, "customers", "customer", fields(name));
    const place = {
      id_customer: customer,
      id_country: 17,
      alias: "Home",
      firstname: "Ann",
      lastname: "Lee",
      address1: "1 High St",
      city: "London",
      postcode: "N1 1AA",
    };
    const address = await make(shop, "addresses", "address", fields(place));
    const head = {
      id_currency: 1,
      id_lang: 1,
      id_customer: customer,
      id_address_delivery: address,
      id_address_invoice: address,
    };
    const row = `<cart_row>${fields({ id_product: 8, id_product_attribute: 0, quantity: 2 })}</cart_row>`;
    const links = `<associations><cart_rows>${row}</cart_rows></associations>`;
    const cart = await make(shop, "carts", "cart", fields(head) + links);
    await json(shop, "POST", "/api/orders", orderXml({ cart, customer, address }, "32.40"));
    const report = await done<Report>(shop, "order", draft);
    expect(report).toMatchObject({ id: "6", isRepeat: true, totalMinor: 3240, cartId: cart });
    expect(shop.orders()).toHaveLength(6);
  });

  it("takes a discount off, and splits the taxes by rate", async () => {
    const shop = pairedShop();
    shop.saveProduct("6", { id_tax_rules_group: "2" });
    const lines = priced(["6", "0", 1, 1050], ["8", "0", 1, 1200]);
    const report = await done<Report>(shop, "order", {
      ...lines,
      discountMinor: 225,
      totalMinor: lines.totalMinor - 225,
    });
    expect(report).toMatchObject({ discountMinor: 225, totalMinor: 2424, paidMinor: 2424 });
    expect(report.taxes).toEqual([
      { rate: "5.000", netMinor: 900, taxMinor: 45 },
      { rate: "20.000", netMinor: 1233, taxMinor: 246 },
    ]);
  });

  it.each(["1", "2", "3"])("is exact with round type %s", async (type) => {
    const shop = pairedShop();
    shop.setSetting("PS_ROUND_TYPE", type);
    const lines = priced(["6", "0", 7, 333], ["8", "0", 80, 1], ["1", "3", 3, 2999]);
    const report = await done<Report>(shop, "order", lines);
    expect(report.totalMinor).toBe(lines.totalMinor);
    const taxed = report.taxes.reduce((sum, row) => sum + row.netMinor + row.taxMinor, 0);
    expect(taxed).toBe(lines.totalMinor);
  });

  it("is made of goods that are not there, and says how many are short", async () => {
    const shop = pairedShop();
    const report = await done<Report>(shop, "order", priced(["8", "0", 302, 100]));
    expect(report.oversold).toEqual([{ product: "8", variant: "0", short: 2 }]);
    expect(quantity(shop, "8")).toBe("-2");
    const again = await done<Report>(shop, "order", priced(["8", "0", 302, 100]));
    expect(again).toEqual({ ...report, isRepeat: true });
    const allowed = pairedShop();
    allowed.setSetting("PS_ORDER_OUT_OF_STOCK", "1");
    const { oversold } = await done<Report>(allowed, "order", priced(["8", "0", 302, 100]));
    expect(oversold).toEqual([]);
  });

  it("that the channel ships leaves the stock alone and says so in its note", async () => {
    const shop = pairedShop();
    await done(shop, "order", { ...draft, isFulfilledByChannel: true });
    expect(quantity(shop, "8")).toBe("300");
    expect(shop.orders().at(-1)?.values["note"]).toMatch(/Ring twice\n.*own warehouse/);
  });

  it("is not told to the one who asked for it, but what happens to it later is", async () => {
    const shop = pairedShop();
    const { id } = await done<Report>(shop, "order", draft);
    await shop.tick();
    expect(shop.deliveries()).toEqual([]);
    shop.cancelOrder(id);
    await shop.tick();
    expect(shop.deliveries().map((it) => it.type)).toEqual([
      "stock.changed",
      "order.state_changed",
    ]);
  });
});

describe("an order is refused with its reason, and nothing of it stays", () => {
  const elsewhere = (country: string) => ({ ...draft, address: { ...draft.address, country } });
  it.each<[string, object, object, ((shop: PrestaShop) => void)?]>([
    ["currency_missing", { ...draft, currency: "USD" }, { currency: "USD" }],
    ["country_missing", elsewhere("JP"), { country: "JP" }],
    ["country_inactive", elsewhere("DE"), { country: "DE" }],
    ["carrier_missing", { ...draft, carrierReference: "77" }, { reference: "77" }],
    ["carrier_missing", { ...draft, carrierReference: "3" }, { reference: "3" }],
    [
      "carrier_zone",
      draft,
      { country: "GB" },
      (shop) => void shop.setCarrierZones("2", ["1", "2"]),
    ],
    ["state_missing", { ...draft, stateId: "99" }, { stateId: "99" }],
    [
      "product_missing",
      priced(["999", "0", 1, 100], ["1", "0", 1, 100]),
      { products: ["999", "1"] },
    ],
    ["draft_sum_wrong", { ...draft, totalMinor: 2396 }, {}],
    [
      "order_total_differs",
      draft,
      { part: "products", expectedMinor: 1998, foundMinor: 1798 },
      (shop) => void shop.restore("groups", [{ id: "2", values: { reduction: "10.00" } }]),
    ],
  ])("%s", async (code, asked, facts, spoil) => {
    const shop = pairedShop();
    spoil?.(shop);
    const before = contents(shop);
    expect((await ask(shop, "order", asked)).refused).toEqual({ code, facts });
    expect(contents(shop)).toEqual(before);
    await shop.tick();
    expect(shop.deliveries()).toEqual([]);
  });
});

describe("a cart total", () => {
  it("is what the order would come to and what the carrier costs here; nothing stays", async () => {
    const shop = pairedShop();
    const before = contents(shop);
    expect(await done(shop, "cart-total", draft)).toEqual({
      productsMinor: 1998,
      shippingMinor: 399,
      discountMinor: 0,
      totalMinor: 2397,
      taxes: [{ rate: "20.000", netMinor: 1998, taxMinor: 399 }],
      oversold: [],
      carrierCostMinor: 840,
    });
    expect(contents(shop)).toEqual(before);
    await shop.tick();
    expect(shop.deliveries()).toEqual([]);
    expect((await done<Report>(shop, "order", draft)).id).toBe("6");
  });
});
