// Inserts the buyer, the address, the cart and its prices, of which a payment module makes an order.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { minorUnits } from "../minor-units";
import { roundMode } from "../../orders/cart-total";
import { fingerprint } from "../../fingerprint";
import type { Delivery } from "../../orders/shipping";
import { ecotaxOf, exchangeRate, groupShare } from "../../prices/product-price";
import { roundPrice, type RoundMode } from "../../prices/round";
import { taxRate } from "../../prices/tax";
import { groupIdOf } from "../../shops";
import { localTime, setting, type Store } from "../../store";
import type { OrderDraft } from "../bodies";
import { provinceIdOf } from "./order-parts";

/**
 * The e-mail address of the order's guest. It names the channel order, so that the order is found by
 * either transport.
 */
export function guestEmail(channelOrderId: string): string {
  const safe = channelOrderId.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
  const name = safe === channelOrderId ? safe : `${safe}-${fnv1a(channelOrderId)}`;
  return `order-${name}@weft.invalid`;
}

/** PHP's hash("fnv1a32") of a text without letters beyond ASCII. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** A name without the characters that one version or another of PrestaShop refuses in names. */
const asName = (text: string): string =>
  text
    .replaceAll(/\*+/g, "…")
    .replaceAll(/[0-9!<>,;?=+()/\\@#"°`{}_^$%:¤[\]|]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim() || "-";

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const asAddress = (text: string): string => tidy(text.replaceAll(/[!<>?=+@{}_$%]/g, " "));
/** PrestaShop refuses the asterisks with which a channel masks digits. */
const asPhone = (text: string): string => tidy(text.replaceAll(/[^+0-9. ()/-]/g, ""));
const asPostcode = (text: string): string => tidy(text.replaceAll(/[^a-zA-Z0-9 -]/g, ""));

function insertGuest(store: Store, { channelOrderId, address }: OrderDraft): Row {
  const now = localTime(store);
  const email = guestEmail(channelOrderId);
  const group = setting(store, "PS_GUEST_GROUP") || "2";
  return store.tables.insert(
    "customers",
    {
      id_default_group: group,
      id_lang: setting(store, "PS_LANG_DEFAULT"),
      secure_key: fingerprint(store.prefix, email),
      passwd: `$2y$10$${fingerprint(email, now)}${fingerprint(email).slice(0, 21)}`,
      firstname: asName(address.firstName),
      lastname: asName(address.lastName),
      email,
      active: "1",
      is_guest: "1",
      id_shop: store.shopId,
      id_shop_group: groupIdOf(store),
      date_add: now,
      date_upd: now,
    },
    { links: { groups: [{ id: group }] } },
  );
}

function insertAddress(store: Store, { address }: OrderDraft, guest: Row, countryId: string): Row {
  const now = localTime(store);
  const provinceId = provinceIdOf(store, countryId, address.state);
  return store.tables.insert("addresses", {
    id_customer: guest.id,
    id_country: countryId,
    id_state: provinceId,
    alias: "Delivery",
    firstname: valueOf(guest, "firstname"),
    lastname: valueOf(guest, "lastname"),
    address1: asAddress(address.line1) || "-",
    address2: asAddress(address.line2),
    postcode: asPostcode(address.postcode),
    city: asAddress(address.city) || "-",
    phone: asPhone(address.phone),
    other: [address.other, provinceId === "0" ? address.state : ""].filter(Boolean).join("; "),
    date_add: now,
    date_upd: now,
  });
}

export interface Goods {
  product: string;
  variant: string;
  quantity: number;
  unitMinor: number;
}

/**
 * Joins lines of the same goods, because a cart has one row and one price for them. Where the mean
 * price is no whole minor unit, it is rounded up; `surplusMinor` is the sum of these differences, to be
 * taken off as a discount.
 */
export function goodsOf({ lines }: OrderDraft): { goods: Goods[]; surplusMinor: number } {
  const byGoods = Map.groupBy(lines, ({ product, variant }) => `${product}/${variant}`);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  let surplusMinor = 0;
  const goods = [...byGoods.values()].map((same): Goods => {
    const [{ product, variant } = { product: "", variant: "" }] = same;
    const quantity = sum(same.map((it) => it.quantity));
    const paidMinor = sum(same.map((it) => it.quantity * it.unitPriceMinor));
    const unitMinor = Math.ceil(paidMinor / quantity);
    surplusMinor += unitMinor * quantity - paidMinor;
    return { product, variant, quantity, unitMinor };
  });
  return { goods, surplusMinor };
}

/** The opposite of the store's rounding up or down: applied first, it makes the store's result exact. */
const COUNTER: Partial<Record<RoundMode, RoundMode>> = { 0: 1, 1: 0 };

/** The net price that the store's arithmetic turns into the wanted gross unit price. */
function netPrice(store: Store, cart: Row, goods: Goods, countryId: string): number {
  const product = store.tables.get("products", goods.product);
  const guest = store.tables.get("customers", valueOf(cart, "id_customer"));
  const currencyId = valueOf(cart, "id_currency");
  const asked = { productId: goods.product, combinationId: goods.variant, currencyId };
  const share = groupShare(store, valueOf(guest, "id_default_group"), goods.product);
  const rate = taxRate(store, valueOf(product, "id_tax_rules_group"), countryId);
  const gross = goods.unitMinor / minorUnits(store, currencyId);
  const ecotax = ecotaxOf(store, asked) * exchangeRate(store, currencyId);
  const beforeShare = share <= 0 ? gross : gross / share;
  const net = (beforeShare - ecotax) / (1 + rate / 100);
  return Math.max(0, roundPrice(net, 6, COUNTER[roundMode(store)] ?? 2));
}

function insertPrice(store: Store, cart: Row, goods: Goods, countryId: string): void {
  store.tables.insert("specific_prices", {
    id_shop: store.shopId,
    id_cart: cart.id,
    id_product: goods.product,
    id_product_attribute: goods.variant,
    id_currency: valueOf(cart, "id_currency"),
    id_customer: valueOf(cart, "id_customer"),
    price: netPrice(store, cart, goods, countryId).toFixed(6),
    from_quantity: "1",
    reduction_type: "amount",
  });
}

export interface CartRows {
  cart: Row;
  address: Row;
}

/** Inserts buyer, address, cart and prices that hold for this cart alone. */
export function insertCart(
  store: Store,
  draft: OrderDraft,
  { currencyId, countryId }: { currencyId: string; countryId: string },
): CartRows {
  const guest = insertGuest(store, draft);
  const address = insertAddress(store, draft, guest, countryId);
  const { goods } = goodsOf(draft);
  const now = localTime(store);
  const rows = goods.map(({ product, variant, quantity }) => ({
    id_product: product,
    id_product_attribute: variant,
    id_address_delivery: address.id,
    id_customization: "0",
    quantity: String(quantity),
  }));
  const cart = store.tables.insert(
    "carts",
    {
      id_address_delivery: address.id,
      id_address_invoice: address.id,
      id_currency: currencyId,
      id_customer: guest.id,
      id_lang: setting(store, "PS_LANG_DEFAULT"),
      id_shop: store.shopId,
      id_shop_group: groupIdOf(store),
      secure_key: valueOf(guest, "secure_key"),
      date_add: now,
      date_upd: now,
    },
    { links: { cart_rows: rows } },
  );
  for (const it of goods) insertPrice(store, cart, it, countryId);
  return { cart, address };
}

/** The delivery at the price the buyer paid, with the carrier's tax. */
export function paidDelivery(store: Store, carrier: Row, draft: OrderDraft, cart: Row): Delivery {
  const address = store.tables.get("addresses", valueOf(cart, "id_address_delivery"));
  const rate = taxRate(
    store,
    valueOf(carrier, "id_tax_rules_group"),
    valueOf(address, "id_country"),
  );
  const costGross = draft.shippingMinor / minorUnits(store, valueOf(cart, "id_currency"));
  const costNet = roundPrice(costGross / (1 + rate / 100), 6);
  return { carrierId: carrier.id, costNet, costGross, taxRate: rate };
}
