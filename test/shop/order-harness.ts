/** What the tests of imported orders need of a real store: products to sell, and every figure of an order. */
import { ask, create, execute, ids, remove, rows } from "./local-store";
import type { ModuleAnswer } from "../../src/platforms/prestashop/module/calls";

export type MadeOrder = ModuleAnswer<"order">;
type Draft = Record<string, unknown>;

export interface OrderHarness {
  /** Ids of two products of the test, with tax and plenty of stock. */
  mug: string;
  tea: string;
  /** Orders above it are the test's. */
  lastOrderBefore: number;
  /** A paid order of two mugs and one tea, shipping and a discount, under a number of its own. */
  draft(change?: Draft): Draft & { channelOrderId: string };
  order(draft: Draft): Promise<MadeOrder>;
  stockOf(product: string): Promise<number>;
  setStock(product: string, quantity: number): Promise<void>;
  leave(): Promise<void>;
}

const TABLES = (
  "customer customer_group address cart cart_product specific_price message orders order_detail " +
  "order_detail_tax order_history order_carrier order_payment order_invoice order_invoice_payment " +
  "order_invoice_tax order_cart_rule cart_rule stock_mvt weft_order"
).split(" ");

/** `secret` is what the calls are signed by. */
export async function openOrderHarness(secret: string): Promise<OrderHarness> {
  const [place] = await rows(
    "SELECT u.iso_code AS currency, y.iso_code AS country FROM ps_currency u, ps_country y WHERE u.id_currency = (SELECT value FROM ps_configuration WHERE name = 'PS_CURRENCY_DEFAULT') AND y.id_country = (SELECT value FROM ps_configuration WHERE name = 'PS_COUNTRY_DEFAULT')",
  );
  const [taxed = "1", reduced = taxed] = await ids("tax_rule_groups");
  const mug = await makeProduct("Mug of the test", "7.123456", taxed);
  const tea = await makeProduct("Tea of the test", "3.5", reduced);
  const [last] = await rows("SELECT COALESCE(MAX(id_order), 0) AS id FROM ps_orders");
  let number = Date.now();
  const setStock = (product: string, quantity: number) =>
    execute(`UPDATE ps_stock_available SET quantity = ${quantity} WHERE id_product = ${product}`);
  await setStock(mug, 5000);
  await setStock(tea, 5000);
  return {
    mug,
    tea,
    lastOrderBefore: Number(last?.["id"]),
    setStock,
    draft: (change = {}) => ({
      channelOrderId: String((number += 1)),
      currency: place?.["currency"],
      placedAt: Date.now(),
      lines: [lineOf(mug, 2, 999), lineOf(tea, 1, 555)],
      shippingMinor: 399,
      discountMinor: 100,
      totalMinor: 2852,
      address: {
        name: "Ann Lee",
        firstName: "Ann",
        lastName: "Lee",
        phone: "(+44)07***12",
        country: place?.["country"],
        state: "",
        city: "London",
        postcode: "N1 1AA",
        line1: "1 High St",
        line2: "",
      },
      note: "",
      paymentLabel: "TikTok Shop",
      isFulfilledByChannel: false,
      ...change,
    }),
    order: (draft) => ask(secret, "order", draft),
    async stockOf(product) {
      const [row] = await rows(
        `SELECT quantity FROM ps_stock_available WHERE id_product = ${product}`,
      );
      return Number(row?.["quantity"]);
    },
    async leave() {
      await remove("products", mug);
      await remove("products", tea);
    },
  };
}

export const lineOf = (product: string, quantity: number, unitPriceMinor: number) => ({
  product,
  variant: "0",
  quantity,
  unitPriceMinor,
  name: "of the test",
});

/** The orders of a draft's buyer: every amount with tax, in cents, wherever the store keeps it. */
export const figuresOf = (channelOrderId: string) =>
  rows(
    `SELECT o.id_order AS id, o.current_state AS state, ROUND(o.total_products_wt * 100) AS products,
    ROUND(o.total_shipping_tax_incl * 100) AS shipping, ROUND(o.total_discounts_tax_incl * 100) AS discount,
    ROUND(o.total_paid_tax_incl * 100) AS total, ROUND(o.total_paid_real * 100) AS paid,
    (SELECT ROUND(SUM(p.amount) * 100) FROM ps_order_payment p WHERE p.order_reference = o.reference) AS payments,
    (SELECT ROUND(SUM(i.total_paid_tax_incl) * 100) FROM ps_order_invoice i WHERE i.id_order = o.id_order) AS invoice,
    (SELECT ROUND(SUM(i.total_shipping_tax_incl) * 100) FROM ps_order_invoice i WHERE i.id_order = o.id_order) AS invoiceShipping,
    (SELECT ROUND(SUM(i.total_discount_tax_incl) * 100) FROM ps_order_invoice i WHERE i.id_order = o.id_order) AS invoiceDiscount,
    (SELECT ROUND(SUM(c.shipping_cost_tax_incl) * 100) FROM ps_order_carrier c WHERE c.id_order = o.id_order) AS parcel,
    (SELECT ROUND(SUM(r.value) * 100) FROM ps_order_cart_rule r WHERE r.id_order = o.id_order) AS discountRows,
    (SELECT COUNT(*) FROM ps_order_history h WHERE h.id_order = o.id_order) AS states
    FROM ps_orders o JOIN ps_customer u ON u.id_customer = o.id_customer
    WHERE u.email = 'order-${channelOrderId}@weft.invalid'`,
  ).then((found) =>
    found.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
    ),
  );

/** What figuresOf() must find for the draft as OrderHarness makes it. */
export const RIGHT = {
  products: 2553,
  shipping: 399,
  discount: 100,
  total: 2852,
  paid: 2852,
  payments: 2852,
  invoice: 2852,
  invoiceShipping: 399,
  invoiceDiscount: 100,
  parcel: 399,
  discountRows: 100,
  states: 1,
};

/** How many rows each table has that an import writes to. */
export const countRows = () =>
  rows(
    TABLES.map((table) => `SELECT '${table}' AS name, COUNT(*) AS count FROM ps_${table}`).join(
      " UNION ALL ",
    ),
  );

/** Leaves an order as the webservice does where it did not like the sum, and lets the module forget it. */
export async function leaveUnpaid(orderId: string, channelOrderId: string): Promise<void> {
  await execute(
    `UPDATE ps_orders SET module = 'ps_wirepayment', current_state = (SELECT value FROM ps_configuration WHERE name = 'PS_OS_ERROR') WHERE id_order = ${orderId}`,
  );
  await execute(`DELETE FROM ps_weft_order WHERE channel_order_id = '${channelOrderId}'`);
}

export const makeProduct = (name: string, price: string, taxGroup: string) =>
  create(
    "products",
    "product",
    `<id_tax_rules_group>${taxGroup}</id_tax_rules_group><id_category_default>2</id_category_default><price>${price}</price><active>1</active><state>1</state><available_for_order>1</available_for_order><minimal_quantity>1</minimal_quantity><name><language id="1">${name}</language></name><link_rewrite><language id="1">of-the-test</language></link_rewrite>`,
  );
