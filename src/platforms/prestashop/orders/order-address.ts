/** Where an order goes and what carries it: ids of the store for the localized of a draft. */
import { SyncError } from "../../../domain/errors/sync-error";
import type { BuyerAddress } from "../../../domain/orders/channel-order";
import { readCarriers, type StoreCarrier } from "../carriers";
import { flag, text } from "../json";
import type { StoreClient } from "../request";
import type { Currency, StoreFacts } from "../store-facts";
import { cleanAddress, cleanCity, cleanNames, cleanPhone, cleanPostcode } from "./clean-text";

export interface OrderPlace {
  countryId: string;
  /** "0" where the country has none or the name is unknown. */
  provinceId: string;
  carrierId: string;
  currency: Currency;
}

export interface PlaceWanted {
  address: BuyerAddress;
  currency: string;
  carrierReference?: string;
}

/**
 * Throws SyncError("merchant") with `prestashop.currency_missing`, `prestashop.country_missing` or
 * `prestashop.carrier_missing`. Two or three requests.
 */
export async function readOrderPlace(
  client: StoreClient,
  facts: StoreFacts,
  wanted: PlaceWanted,
): Promise<OrderPlace> {
  const currency = facts.currencies.find(({ code }) => code === wanted.currency);
  if (!currency)
    throw new SyncError("merchant", "prestashop.currency_missing", { currency: wanted.currency });
  const [place, carriers] = await Promise.all([
    readCountry(client, wanted.address),
    readCarriers(client),
  ]);
  return { ...place, carrierId: chooseCarrier(carriers, wanted.carrierReference), currency };
}

/** A buyer's address as the store keeps it, but for whose it is and its label. */
export function addressFields(
  address: BuyerAddress,
  place: Pick<OrderPlace, "countryId" | "provinceId">,
) {
  return {
    id_country: place.countryId,
    id_state: place.provinceId === "0" ? null : place.provinceId,
    ...cleanNames(address),
    address1: cleanAddress(address.line1),
    address2: address.line2.trim() === "" ? null : cleanAddress(address.line2),
    postcode: cleanPostcode(address.postcode) || null,
    city: cleanCity(address.city),
    phone: cleanPhone(address.phone) || null,
  };
}

/** Throws SyncError("merchant", "prestashop.country_missing"). One or two requests. */
export async function readCountry(
  client: StoreClient,
  address: BuyerAddress,
): Promise<{ countryId: string; provinceId: string }> {
  const code = address.country.toUpperCase();
  const [country] = await client.list("countries", {
    display: "[id,iso_code,contains_states]",
    "filter[iso_code]": code,
  });
  if (!country) throw new SyncError("merchant", "prestashop.country_missing", { country: code });
  const countryId = text(country, "id");
  if (!flag(country, "contains_states") || address.state.trim() === "")
    return { countryId, provinceId: "0" };
  const states = await client.list("states", {
    display: "[id,iso_code,name]",
    "filter[id_country]": countryId,
  });
  const wanted = address.state.trim().toLowerCase();
  const state = states.find(
    (row) =>
      text(row, "iso_code").toLowerCase() === wanted || text(row, "name").toLowerCase() === wanted,
  );
  return { countryId, provinceId: state ? text(state, "id") : "0" };
}

/**
 * The preferred carrier as it is today (an edit gives it a new id under the same reference).
 * Without a preference a free one whose cost the store cannot surprise us with, then any active
 * one.
 */
export function chooseCarrier(carriers: readonly StoreCarrier[], reference?: string): string {
  const usable = carriers.filter((carrier) => !carrier.isDeleted && carrier.isActive);
  if (reference !== undefined) {
    const preferred = usable.findLast((carrier) => carrier.reference === reference);
    if (!preferred) throw new SyncError("merchant", "prestashop.carrier_missing", { reference });
    return preferred.id;
  }
  const plain = usable.filter((carrier) => !carrier.isModule);
  const chosen = plain.find((carrier) => carrier.isFree) ?? plain[0] ?? usable[0];
  if (!chosen) throw new SyncError("merchant", "prestashop.carrier_missing");
  return chosen.id;
}
