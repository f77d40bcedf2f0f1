/**
 * The steps up to a filled cart: customer, address, cart, prices. Each is looked for before it is
 * made, by the one thing that is ours alone: an e-mail address built from the channel's order id.
 */
import type { OrderDraft } from "../../../domain/orders/order-draft";
import { linked, text, unexpectedShape, type Row } from "../json";
import type { Query, StoreClient } from "../request";
import type { StoreFacts } from "../store-facts";
import type { XmlFields } from "../xml";
import { cleanName, cleanNames } from "./clean-text";
import { leftCarts } from "./broken-off";
import { createBuyer, NO_IDENTIFICATION } from "./create-buyer";
import { addressFields, type OrderPlace } from "./order-address";
import { findOrder } from "./find-order";
import { guestEmail } from "./guest-email";
import type { CartLine } from "./plan-lines";
import type { Steps } from "./import-checkpoint";

export interface CartTask {
  client: StoreClient;
  facts: StoreFacts;
  draft: OrderDraft;
  place: OrderPlace;
  lines: readonly CartLine[];
  random(): number;
  steps: Steps;
}

interface Customer {
  id: string;
  secureKey: string;
  shopGroupId: string;
  /** Made in this very run: nothing of an earlier one can hang on it. */
  isNew: boolean;
}

/** A cart that is ready to become an order. */
export interface FilledCart {
  id: string;
  customerId: string;
  addressId: string;
  /** Made in this very run, so no order of it can exist. */
  isNew: boolean;
}

/** Each choice of another variant leaves one behind. */
const MOST_CARTS = 20;

const PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** The customer, address and cart of a draft, existing or made now, with every row priced. */
export async function fillCart(task: CartTask): Promise<FilledCart> {
  const { steps } = task;
  const customer = await findOrCreateCustomer(task);
  const addressId = await steps.reach("addressId", () => findOrCreateAddress(task, customer));
  const cartId = await steps.reach("cartId", () => findOrCreateCart(task, customer, addressId));
  await steps.reach("pricedCartId", () => priceRows(task, customer, cartId));
  return { id: cartId, customerId: customer.id, addressId, isNew: customer.isNew };
}

async function findOrCreateCustomer(task: CartTask): Promise<Customer> {
  const { client, draft, facts, steps } = task;
  const email = guestEmail(draft.channelOrderId);
  const [found] = await client.list("customers", {
    display: "[id,secure_key,id_shop_group]",
    "filter[email]": email,
    sort: "[id_ASC]",
    limit: 1,
  });
  const row =
    found ??
    (await createBuyer(client, "customers", {
      id_default_group: facts.guestGroupId,
      id_lang: facts.languageId,
      passwd: password(task.random),
      ...cleanNames(draft.address),
      email,
      active: 1,
      is_guest: 1,
      associations: { groups: { group: { id: facts.guestGroupId } } },
    }));
  const secureKey = text(row, "secure_key");
  if (secureKey === "") throw unexpectedShape("customers");
  steps.note("customerId", createdId(row));
  return {
    id: createdId(row),
    secureKey,
    shopGroupId: text(row, "id_shop_group") || "1",
    isNew: found === undefined,
  };
}

function password(random: () => number): string {
  const letter = () => PASSWORD_LETTERS[Math.floor(random() * PASSWORD_LETTERS.length)] ?? "x";
  return `${Array.from({ length: 28 }, letter).join("")}-Aa1`;
}

async function findOrCreateAddress(task: CartTask, customer: Customer): Promise<string> {
  const { client, draft, place } = task;
  const [found] = await existing(client, "addresses", customer, { display: "[id]", limit: 1 });
  if (found) return text(found, "id");
  const fields = addressFields(draft.address, place);
  const dni = place.needsIdentification ? NO_IDENTIFICATION : null;
  const alias = cleanName(draft.paymentLabel).slice(0, 32);
  return createdId(
    await createBuyer(client, "addresses", {
      id_customer: customer.id,
      ...fields,
      dni,
      alias,
    }),
  );
}

/** What earlier runs made for this customer, the first of it first. */
async function existing(
  client: StoreClient,
  resource: "addresses" | "carts",
  customer: Customer,
  query: Query,
): Promise<readonly Row[]> {
  if (customer.isNew) return [];
  const own = { "filter[id_customer]": customer.id, sort: "[id_ASC]" };
  return client.list(resource, { ...own, ...query });
}

/**
 * The cart of an earlier run: one that became an order whatever it holds, else one of the same goods. A
 * person may have chosen another variant since, and then the goods of before must not be ordered.
 */
async function findCart(
  { client, lines, steps }: CartTask,
  customer: Customer,
): Promise<string | undefined> {
  const all = await existing(client, "carts", customer, { display: "full", limit: MOST_CARTS });
  const left = leftCarts(steps);
  const carts = all.filter((cart) => !left.includes(text(cart, "id")));
  const wanted = goodsOf(lines.map((line) => toCartRow(line, "")));
  const isSame = (cart: Row) => goodsOf(linked(cart, "cart_rows")) === wanted;
  for (const cart of carts.filter((one) => !isSame(one)))
    if (await findOrder(client, text(cart, "id"))) return text(cart, "id");
  const same = carts.find(isSame);
  return same && text(same, "id");
}

function goodsOf(rows: readonly (Row | XmlFields)[]): string {
  const goods = rows.map((row) =>
    ["id_product", "id_product_attribute", "quantity"].map((field) => text(row, field)).join(":"),
  );
  return goods.toSorted().join(" ");
}

async function findOrCreateCart(
  task: CartTask,
  customer: Customer,
  addressId: string,
): Promise<string> {
  const { client, facts, place } = task;
  const found = await findCart(task, customer);
  if (found) return found;
  return createdId(
    await client.create("carts", "cart", {
      id_currency: place.currency.id,
      id_lang: facts.languageId,
      id_customer: customer.id,
      id_address_delivery: addressId,
      id_address_invoice: addressId,
      id_carrier: place.carrierId,
      id_shop: facts.shopId,
      id_shop_group: customer.shopGroupId,
      secure_key: customer.secureKey,
      // The carrier's own field is ignored; this one decides.
      delivery_option: JSON.stringify({ [addressId]: `${place.carrierId},` }),
      associations: {
        cart_rows: { cart_row: task.lines.map((line) => toCartRow(line, addressId)) },
      },
    }),
  );
}

function toCartRow(line: CartLine, addressId: string): XmlFields {
  return {
    id_product: line.productId,
    id_product_attribute: line.variantId,
    id_address_delivery: addressId,
    quantity: line.quantity,
  };
}

/**
 * Prices for this cart only, all rows in one body; rows that have theirs already are left alone.
 */
async function priceRows(task: CartTask, customer: Customer, cartId: string): Promise<string> {
  const { client, facts, place } = task;
  const key = (row: Row) => `${text(row, "id_product")}:${text(row, "id_product_attribute")}`;
  const earlier = customer.isNew
    ? []
    : await client.list("specific_prices", {
        display: "[id,id_product,id_product_attribute]",
        "filter[id_cart]": cartId,
      });
  const priced = new Set(earlier.map(key));
  const open = task.lines.filter((line) => !priced.has(`${line.productId}:${line.variantId}`));
  const prices = open.map((line) => ({
    id_shop: facts.shopId,
    id_shop_group: 0,
    id_cart: cartId,
    id_product: line.productId,
    id_product_attribute: line.variantId,
    id_currency: place.currency.id,
    id_country: 0,
    id_group: 0,
    id_customer: customer.id,
    price: line.netUnitPrice,
    from_quantity: 1,
    reduction: 0,
    reduction_tax: 1,
    reduction_type: "amount",
    from: "0000-00-00 00:00:00",
    to: "0000-00-00 00:00:00",
  }));
  if (prices.length > 0) await client.create("specific_prices", "specific_price", prices);
  return cartId;
}

function createdId(row: Row): string {
  const id = text(row, "id");
  if (id === "") throw unexpectedShape("id");
  return id;
}
