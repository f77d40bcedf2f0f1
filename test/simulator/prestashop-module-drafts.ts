// Drafts for the tests of the module's orders, an order begun by the webservice, and a store's rows.
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { json } from "./prestashop-goldens";
import { fields, make, orderXml, setPrice, type Made } from "./prestashop-order-client";

export const draft = {
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

export interface Report {
  id: string;
  stateId: string;
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
export const contents = (store: PrestaShop) => TABLES.map((name) => [name, store.rows(name)]);

/** Makes the order by the webservice and returns its id, as a client whose last answer is lost. */
export async function beginByWebservice(store: PrestaShop, total: string): Promise<string> {
  const email = `order-${draft.channelOrderId}@weft.invalid`;
  const person = { firstname: "Ann", lastname: "Lee", is_guest: 1, id_default_group: 3 };
  const name = { passwd: "secret-123", ...person, email };
  const customer = await make(store, "customers", "customer", fields(name));
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
  const address = await make(store, "addresses", "address", fields(place));
  const head = {
    id_currency: 1,
    id_lang: 1,
    id_customer: customer,
    id_address_delivery: address,
    id_address_invoice: address,
  };
  const row = `<cart_row>${fields({ id_product: 8, id_product_attribute: 0, quantity: 2 })}</cart_row>`;
  const links = `<associations><cart_rows>${row}</cart_rows></associations>`;
  const cart = await make(store, "carts", "cart", fields(head) + links);
  await setPrice(store, cart, customer, { product: 8, quantity: 2, price: "8.325" });
  const xml = orderXml({ cart, customer, address }, total);
  const { body } = await json<Made>(store, "POST", "/api/orders", xml);
  return String(body["order"]?.id);
}

export const priced = (
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
