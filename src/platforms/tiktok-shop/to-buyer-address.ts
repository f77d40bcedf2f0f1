import type * as z from "zod";
import type { BuyerAddress } from "../../domain/orders/channel-order";
import { marketOf } from "./markets";
import type { RawAddress } from "./order-shape";

type Raw = z.infer<typeof RawAddress>;

const CITY_LEVEL = /city|town|municip|locality/i;

/**
 * The address as far as the platform shows it: empty before the order is paid and past the remorse
 * hour, with asterisks where the platform ships itself. Undefined when nothing but the country is
 * shown.
 */
export function toBuyerAddress(raw: Raw): BuyerAddress | undefined {
  const lines = [raw.address_line1, raw.address_line2, raw.address_line3, raw.address_line4]
    .map((line) => line.trim())
    .filter(Boolean);
  const [line1 = raw.address_detail, ...others] = lines;
  const dropOff = raw.delivery_preferences?.drop_off_location.trim();
  const address: BuyerAddress = {
    name: raw.name || [raw.first_name, raw.last_name].filter(Boolean).join(" "),
    ...toNames(raw),
    phone: raw.phone_number,
    country: raw.region_code.toUpperCase(),
    state: toState(raw),
    city: toCity(raw),
    postcode: raw.postal_code,
    line1,
    line2: others.join(", "),
    ...(dropOff ? { dropOff } : {}),
  };
  const { country: _always, ...shown } = address;
  return Object.values(shown).some(Boolean) ? address : undefined;
}

/** Some markets put the whole name into the first name; others give only the whole name. */
function toNames(raw: Raw): { firstName: string; lastName: string } {
  if (raw.first_name && raw.last_name)
    return { firstName: raw.first_name, lastName: raw.last_name };
  const names = (raw.first_name || raw.last_name || raw.name).trim().split(/\s+/);
  return { firstName: names[0] ?? "", lastName: names.slice(1).join(" ") };
}

/**
 * The short ISO part ("CA" of "US-CA") where the platform gives it, else the name of district L1.
 */
function toState(raw: Raw): string {
  if (!marketOf(raw.region_code)?.hasStates) return "";
  const district = raw.district_info.find(({ address_level }) => address_level === "L1");
  if (!district) return "";
  return district.iso_code.replace(/^[A-Z]{2}-/, "") || district.address_name;
}

function toCity(raw: Raw): string {
  if (raw.post_town) return raw.post_town;
  const below = raw.district_info
    .filter(({ address_level, address_name }) => address_level >= "L2" && address_name)
    .toSorted((a, b) => (a.address_level < b.address_level ? -1 : 1));
  const named = below.find(({ address_level_name }) => CITY_LEVEL.test(address_level_name));
  return (named ?? below.at(-1))?.address_name ?? "";
}
