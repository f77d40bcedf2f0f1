// Finds what a channel order needs of the store, or refuses with the reason.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { isPickUp, serves, zoneOf } from "../../orders/shipping";
import { setting, type Store } from "../../store";
import type { OrderDraft } from "../bodies";
import { Refusal } from "../refusal";

const isOn = (row: Row, column: string): boolean => valueOf(row, column) === "1";

export function currencyOf(store: Store, code: string): Row {
  const row = store.tables
    .where("currencies", "iso_code", code)
    .find((it) => isOn(it, "active") && !isOn(it, "deleted"));
  if (!row) throw new Refusal("currency_missing", { currency: code });
  return row;
}

export function countryOf(store: Store, code: string): Row {
  const [row] = store.tables.where("countries", "iso_code", code);
  if (!row) throw new Refusal("country_missing", { country: code });
  if (!isOn(row, "active")) throw new Refusal("country_inactive", { country: code });
  return row;
}

/** The id of the province with this code or name; "" when the country has no such province. */
export function provinceIdOf(store: Store, countryId: string, name: string): string {
  const wanted = name.trim().toLowerCase();
  const found = store.tables
    .where("states", "id_country", countryId)
    .find((it) =>
      [valueOf(it, "iso_code"), valueOf(it, "name")].some((text) => text.toLowerCase() === wanted),
    );
  return wanted === "" ? "" : (found?.id ?? "");
}

/** The wanted carrier; without a wish the store's default, its own, a free one, of those that deliver to the address. */
export function carrierOf(store: Store, draft: OrderDraft, address: Row): Row {
  const zone = zoneOf(store, address);
  const reference = draft.carrierReference;
  const alive = store.tables
    .all("carriers")
    .filter((it) => isOn(it, "active") && !isOn(it, "deleted"));
  const wanted =
    reference === undefined
      ? alive.filter((it) => !isPickUp(it))
      : alive.filter((it) => valueOf(it, "id_reference") === reference);
  if (wanted.length === 0) throw new Refusal("carrier_missing", { reference: reference ?? "" });
  const usual = setting(store, "PS_CARRIER_DEFAULT");
  const rank = (it: Row) =>
    (it.id === usual ? 0 : 4) + (isOn(it, "is_module") ? 2 : 0) + (isOn(it, "is_free") ? 0 : 1);
  const carrier = wanted.toSorted((a, b) => rank(a) - rank(b)).find((it) => serves(it, zone));
  if (!carrier) throw new Refusal("carrier_zone", { country: draft.address.country });
  return carrier;
}

export function orderStateIdOf(store: Store, asked: string | undefined): string {
  const orderStateId = asked ?? setting(store, "PS_OS_WS_PAYMENT");
  const row = store.tables.get("order_states", orderStateId);
  if (!row || isOn(row, "deleted")) throw new Refusal("state_missing", { stateId: orderStateId });
  return orderStateId;
}

/** Refuses an order of goods that the store does not have, or no longer has. */
export function checkProducts(store: Store, { lines }: OrderDraft): void {
  const isKnown = ({ product, variant }: OrderDraft["lines"][number]) => {
    if (!store.tables.get("products", product)) return false;
    const variants = store.tables.where("combinations", "id_product", product);
    return variant === "0" ? variants.length === 0 : variants.some((it) => it.id === variant);
  };
  const missing = lines
    .filter((line) => !isKnown(line))
    .map(({ product, variant }) => (variant === "0" ? product : `${product}:${variant}`));
  if (missing.length > 0) throw new Refusal("product_missing", { products: [...new Set(missing)] });
}

/** Refuses a draft whose own parts do not add up. */
export function checkSum(draft: OrderDraft): void {
  const { channelOrderId, lines, shippingMinor, discountMinor, totalMinor } = draft;
  const products = lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  if (products + shippingMinor - discountMinor !== totalMinor)
    throw new Refusal("draft_sum_wrong", { channelOrderId });
}
