// What an order of a channel needs of the shop, found or refused with the reason.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { serves, zoneOf } from "../../orders/shipping";
import { setting, type Shop } from "../../shop";
import type { OrderDraft } from "../bodies";
import { Refusal } from "../refusal";

const isOn = (row: Row, column: string): boolean => valueOf(row, column) === "1";

export function currencyOf(shop: Shop, code: string): Row {
  const row = shop.tables
    .where("currencies", "iso_code", code)
    .find((it) => isOn(it, "active") && !isOn(it, "deleted"));
  if (!row) throw new Refusal("currency_missing", { currency: code });
  return row;
}

export function countryOf(shop: Shop, code: string): Row {
  const [row] = shop.tables.where("countries", "iso_code", code);
  if (!row) throw new Refusal("country_missing", { country: code });
  if (!isOn(row, "active")) throw new Refusal("country_inactive", { country: code });
  return row;
}

/** A state of the country by its code or its name; "" when the country has none like it. */
export function stateOf(shop: Shop, countryId: string, name: string): string {
  const wanted = name.trim().toLowerCase();
  const found = shop.tables
    .where("states", "id_country", countryId)
    .find((it) =>
      [valueOf(it, "iso_code"), valueOf(it, "name")].some((text) => text.toLowerCase() === wanted),
    );
  return wanted === "" ? "" : (found?.id ?? "");
}

/** The wanted carrier, or the first that delivers to the address. */
export function carrierOf(shop: Shop, draft: OrderDraft, address: Row): Row {
  const zone = zoneOf(shop, address);
  const reference = draft.carrierReference;
  const alive = shop.tables
    .all("carriers")
    .filter((it) => isOn(it, "active") && !isOn(it, "deleted"));
  const wanted =
    reference === undefined
      ? alive
      : alive.filter((it) => valueOf(it, "id_reference") === reference);
  if (wanted.length === 0) throw new Refusal("carrier_missing", { reference: reference ?? "" });
  const carrier = wanted
    .toSorted((a, b) => Number(isOn(b, "is_free")) - Number(isOn(a, "is_free")))
    .find((it) => serves(it, zone));
  if (!carrier) throw new Refusal("carrier_zone", { country: draft.address.country });
  return carrier;
}

export function orderStateOf(shop: Shop, asked: string | undefined): string {
  const stateId = asked ?? setting(shop, "PS_OS_WS_PAYMENT");
  const row = shop.tables.get("order_states", stateId);
  if (!row || isOn(row, "deleted")) throw new Refusal("state_missing", { stateId });
  return stateId;
}

/** Refuses an order of goods the shop does not have (any more). */
export function checkProducts(shop: Shop, { lines }: OrderDraft): void {
  const isKnown = ({ product, variant }: OrderDraft["lines"][number]) => {
    if (!shop.tables.get("products", product)) return false;
    const variants = shop.tables.where("combinations", "id_product", product);
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
