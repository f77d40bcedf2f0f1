/** Where an order goes and what carries it: ids of the store for the localized of a draft. */
import { SyncError } from "../../../domain/errors/sync-error";
import type { BuyerAddress } from "../../../domain/orders/channel-order";
import { readCarriers } from "../carriers";
import { flag, text } from "../json";
import type { StoreClient } from "../request";
import type { Currency, StoreFacts } from "../store-facts";
import { chooseCarrier, deliverers, findCarrier, readPricedFor } from "./choose-carrier";
import { fitAddress } from "./fit-address";

export interface OrderPlace {
  countryId: string;
  /** "0" where the country has none or the name is unknown. */
  provinceId: string;
  /** False: PrestaShop makes no order for an address of this country. */
  isCountryActive: boolean;
  /** The store refuses an address of this country without a postcode. */
  needsPostcode: boolean;
  /** Nor without an identification number. */
  needsIdentification: boolean;
  carrierId: string;
  isCarrierFree: boolean;
  /** Carriers that the store must not put in its place. */
  pickUpIds: ReadonlySet<string>;
  currency: Currency;
}

export interface PlaceWanted {
  address: BuyerAddress;
  currency: string;
  carrierReference?: string;
}

/**
 * Throws SyncError("merchant") with `prestashop.currency_missing`, `prestashop.country_missing` or
 * `prestashop.carrier_missing`. Two to four requests.
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
    readCarriers(client, facts.languageId),
  ]);
  const { zoneId, ...where } = place;
  const { carrierReference } = wanted;
  const isFree = (id: string) => carriers.some((it) => it.id === id && it.isFree);
  if (carrierReference !== undefined) {
    const carrierId = findCarrier(carriers, carrierReference);
    const isCarrierFree = isFree(carrierId);
    return { ...where, carrierId, isCarrierFree, pickUpIds: new Set(), currency };
  }
  const candidates = deliverers(carriers, facts.carrierId);
  const priced = candidates.length > 1 ? await readPricedFor(client, zoneId) : undefined;
  const carrierId = chooseCarrier(candidates, facts.carrierId, priced);
  return {
    ...where,
    carrierId,
    isCarrierFree: isFree(carrierId),
    pickUpIds: new Set(carriers.filter(({ isPickUp }) => isPickUp).map(({ id }) => id)),
    currency,
  };
}

/** What PrestaShop itself writes where there is no postcode. */
const NO_POSTCODE = "0";

/** A buyer's address as the store keeps it, but for whose it is and its label. */
export function addressFields(
  address: BuyerAddress,
  place: Pick<OrderPlace, "countryId" | "provinceId" | "needsPostcode">,
) {
  const isStateKnown = place.provinceId !== "0";
  const { firstname, lastname, address1, city, ...fitted } = fitAddress(address, isStateKnown);
  return {
    id_country: place.countryId,
    id_state: isStateKnown ? place.provinceId : null,
    firstname,
    lastname,
    address1,
    address2: fitted.address2 || null,
    postcode: fitted.postcode || (place.needsPostcode ? NO_POSTCODE : null),
    city,
    other: fitted.other || null,
    phone: fitted.phone || null,
  };
}

type Country = Pick<
  OrderPlace,
  "countryId" | "provinceId" | "isCountryActive" | "needsPostcode" | "needsIdentification"
>;

/** Throws SyncError("merchant", "prestashop.country_missing"). One or two requests. */
export async function readCountry(
  client: StoreClient,
  address: BuyerAddress,
): Promise<Country & { zoneId: string }> {
  const code = address.country.toUpperCase();
  const [country] = await client.list("countries", {
    display:
      "[id,iso_code,contains_states,need_zip_code,need_identification_number,id_zone,active]",
    "filter[iso_code]": code,
  });
  if (!country) throw new SyncError("merchant", "prestashop.country_missing", { country: code });
  const countryId = text(country, "id");
  const needs = {
    isCountryActive: flag(country, "active"),
    needsPostcode: flag(country, "need_zip_code"),
    needsIdentification: flag(country, "need_identification_number"),
  };
  const zoneId = text(country, "id_zone");
  if (!flag(country, "contains_states") || address.state.trim() === "")
    return { countryId, provinceId: "0", ...needs, zoneId };
  const states = await client.list("states", {
    display: "[id,iso_code,name,id_zone]",
    "filter[id_country]": countryId,
  });
  const wanted = address.state.trim().toLowerCase();
  const state = states.find(
    (row) =>
      text(row, "iso_code").toLowerCase() === wanted || text(row, "name").toLowerCase() === wanted,
  );
  if (!state) return { countryId, provinceId: "0", ...needs, zoneId };
  const provinceZoneId = text(state, "id_zone") || zoneId;
  return { countryId, provinceId: text(state, "id"), ...needs, zoneId: provinceZoneId };
}
