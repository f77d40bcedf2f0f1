// Which carrier a cart gets and what it costs. A carrier serves zones (column `zones`) at a flat
// rate (column `flat_rate`, without tax); both belong to tables the webservice does not show here.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { taxRate } from "../prices/tax";
import { roundPrice } from "../prices/round";
import { setting, type Store } from "../store";

export interface Delivery {
  /** "0": no carrier delivers there; the store accepts the order all the same. */
  carrierId: string;
  costNet: number;
  costGross: number;
  taxRate: number;
}

export const NOBODY: Delivery = { carrierId: "0", costNet: 0, costGross: 0, taxRate: 0 };

/** Whether a carrier is there at all and delivers to a zone. */
export const serves = (carrier: Row, zone: string): boolean =>
  valueOf(carrier, "active") === "1" &&
  valueOf(carrier, "deleted") !== "1" &&
  valueOf(carrier, "zones").split(",").includes(zone);

const flatRate = (carrier: Row) =>
  valueOf(carrier, "is_free") === "1" ? 0 : Number(valueOf(carrier, "flat_rate"));

/** Whether the texts of a carrier say that the buyer comes for the goods; nothing else does. */
export function isPickUp(carrier: Row): boolean {
  const delay = carrier.values["delay"];
  const delays = typeof delay === "object" ? Object.values(delay ?? {}) : [delay];
  const said = [valueOf(carrier, "name"), ...delays].join(" ");
  return /click.{0,5}collect|pick.?up|in.?store|retrait|abhol|ritiro|recogida|relais/i.test(said);
}

/** The zone of an address: its state's, else its country's. */
export function zoneOf(store: Store, address: Row | undefined): string {
  const state = store.tables.get("states", valueOf(address, "id_state"));
  const country = store.tables.get("countries", valueOf(address, "id_country"));
  return valueOf(state, "id_zone") || valueOf(country, "id_zone");
}

/** The carrier that `delivery_option` names for this address; PrestaShop ignores `id_carrier`. */
function chosen(cart: Row, addressId: string): string | undefined {
  try {
    const options = JSON.parse(valueOf(cart, "delivery_option")) as Record<string, string>;
    return (options[addressId] ?? Object.values(options)[0])?.split(",")[0];
  } catch {
    return undefined;
  }
}

/** Whether the customer is in a group: carriers serve groups, so without one there is no carrier. */
function isInGroup(store: Store, cart: Row): boolean {
  const customer = store.tables.get("customers", valueOf(cart, "id_customer"));
  return !customer || (customer.links?.["groups"] ?? []).length > 0;
}

/** Whether all goods of a cart are virtual. */
export function isVirtual(store: Store, cart: Row): boolean {
  const items = cart.links?.["cart_rows"] ?? [];
  const products = items.map((item) => store.tables.get("products", item["id_product"] ?? ""));
  return products.length > 0 && products.every((it) => valueOf(it, "is_virtual") === "1");
}

/** The delivery of a cart: what it asks for if possible, else the store's default, else the cheapest of the zone. */
export function deliveryOf(store: Store, cart: Row): Delivery {
  const addressId = valueOf(cart, "id_address_delivery");
  const address = store.tables.get("addresses", addressId);
  const zone = zoneOf(store, address);
  const possible = store.tables.all("carriers").filter((it) => serves(it, zone));
  const cheapest = possible.toSorted((a, b) => flatRate(a) - flatRate(b))[0];
  const wanted = chosen(cart, addressId);
  const usual = setting(store, "PS_CARRIER_DEFAULT");
  const byId = (id: string | undefined) => possible.find((it) => it.id === id);
  const carrier = byId(wanted) ?? byId(usual) ?? cheapest;
  if (!isInGroup(store, cart) || isVirtual(store, cart)) return NOBODY;
  return carrier ? priceOf(store, carrier, address) : NOBODY;
}

function priceOf(store: Store, carrier: Row, address: Row | undefined): Delivery {
  const rate = taxRate(
    store,
    valueOf(carrier, "id_tax_rules_group"),
    valueOf(address, "id_country") || setting(store, "PS_COUNTRY_DEFAULT"),
  );
  const costNet = flatRate(carrier);
  const costGross = roundPrice(costNet * (1 + rate / 100), 2);
  return { carrierId: carrier.id, costNet, costGross, taxRate: rate };
}
