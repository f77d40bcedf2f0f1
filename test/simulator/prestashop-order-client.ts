// Makes orders as a client of the webservice does: buyer, address, cart, prices, order.
import { expect } from "vitest";
import type { PrestaShop } from "../../simulator/prestashop/prestashop";
import { json } from "./prestashop-goldens";

export type Made = Record<string, { id: string | number; secure_key?: string }>;

export interface Line {
  product: number;
  combination?: number;
  quantity: number;
  /** Price without tax for this cart alone; "-1": the store's own. */
  price?: string;
  reduction?: string;
  reductionType?: string;
  /** 1: the reduction includes tax. */
  reductionTax?: number;
}

export const document = (inner: string) => `<prestashop>${inner}</prestashop>`;
export const fields = (values: Record<string, string | number>) =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");

export async function make(store: PrestaShop, resource: string, node: string, inner: string) {
  const { status, body } = await json<Made>(
    store,
    "POST",
    `/api/${resource}`,
    document(`<${node}>${inner}</${node}>`),
  );
  expect(status).toBe(201);
  return String(body[node]?.id);
}

async function makeBuyer(store: PrestaShop, country: number) {
  const email = `buyer${store.rows("customers").length}@example.com`;
  const name = {
    passwd: "secret-123",
    firstname: "Ann",
    lastname: "O'Neil",
    is_guest: 1,
    id_default_group: 3,
    email,
  };
  const customer = await make(store, "customers", "customer", fields(name));
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
  return { customer, address: await make(store, "addresses", "address", fields(place)) };
}

export async function makeCart(store: PrestaShop, lines: Line[], options: CartOptions = {}) {
  const { customer, address } = await makeBuyer(store, options.country ?? 17);
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
  const cart = await make(store, "carts", "cart", fields(head) + links);
  for (const line of lines) if (line.price) await setPrice(store, cart, customer, line);
  return { cart, customer, address };
}

export interface CartOptions {
  country?: number;
  carrier?: number;
  deliveryOption?: (address: string) => string;
}

export const setPrice = (store: PrestaShop, cart: string, customer: string, line: Line) =>
  make(
    store,
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
      reduction: line.reduction ?? 0,
      reduction_tax: line.reductionTax ?? 1,
      reduction_type: line.reductionType ?? "amount",
      from: "0000-00-00 00:00:00",
      to: "0000-00-00 00:00:00",
    }),
  );

export function orderXml(
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

export async function order(
  store: PrestaShop,
  lines: Line[],
  total: string,
  options: CartOptions = {},
) {
  const ids = await makeCart(store, lines, options);
  const { body } = await json<Made>(store, "POST", "/api/orders", orderXml(ids, total));
  const id = String(body["order"]?.id);
  return { id, read: () => store.orders().find((it) => it.id === id)?.values ?? {} };
}

export const quantity = (store: PrestaShop, stockId: string) =>
  store.rows("stock_availables").find((it) => it.id === stockId)?.values["quantity"];

export const setState = (store: PrestaShop, id: string, state: number) =>
  make(store, "order_histories", "order_history", fields({ id_order: id, id_order_state: state }));
