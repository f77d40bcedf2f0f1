/** A manufacturer or a responsible person as typed. Pure. */
import type { Sent } from "../../../src/contract/contract";
import { EU_COUNTRIES } from "../../../src/domain/listings/party-choices";

export type Manufacturer = Sent<"POST /api/connections/:id/manufacturers", "body">;
export type Person = Sent<"POST /api/connections/:id/responsible-persons", "body">;

export const EMPTY_PARTY = {
  name: "",
  tradeName: "",
  email: "",
  countryCode: "+",
  localNumber: "",
  address: "",
  street: "",
  postcode: "",
  country: "DE",
};

export type PartyForm = typeof EMPTY_PARTY;

/** A phone without a number is none. */
export function toManufacturer({ name, email, address, tradeName, ...phone }: PartyForm) {
  const { countryCode, localNumber } = phone;
  const digits = localNumber.replaceAll(/\D/g, "");
  return {
    name: name.trim(),
    email: email.trim(),
    address: address.trim(),
    ...(tradeName.trim() ? { tradeName: tradeName.trim() } : {}),
    ...(digits ? { phone: { countryCode: countryCode.trim(), localNumber: digits } } : {}),
  } satisfies Manufacturer;
}

export function toPerson(form: PartyForm): Person {
  const country = EU_COUNTRIES.find((one) => one === form.country) ?? "DE";
  return {
    name: form.name.trim(),
    email: form.email.trim(),
    phone: {
      countryCode: form.countryCode.trim(),
      localNumber: form.localNumber.replaceAll(/\D/g, ""),
    },
    address: { street: form.street.trim(), postcode: form.postcode.trim(), country },
  };
}
