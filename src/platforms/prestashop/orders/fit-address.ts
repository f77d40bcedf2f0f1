/**
 * A buyer's address in the fields of a store's address. The store refuses signs and lengths that buyers type;
 * nothing is lost for it: what a field cannot hold moves on to the next line, to "other", and at last to
 * the order's note. What the channel hides with asterisks stays hidden: half a phone number is no number.
 *
 * Lengths and signs are those of PrestaShop's own Address class and its validators, 1.7 to 9.
 */
import type { AddressPart, AddressRemark } from "../../../domain/orders/address-remark";
import type { BuyerAddress } from "../../../domain/orders/channel-order";
import {
  cleanAddress,
  cleanCity,
  cleanNames,
  cleanPhone,
  cleanPostcode,
  inOneLine,
} from "./clean-text";

const LINE_LENGTH = 128;
const OTHER_LENGTH = 300;

/** Empty texts where there is nothing to write. */
export interface FittedAddress {
  firstname: string;
  lastname: string;
  address1: string;
  address2: string;
  city: string;
  postcode: string;
  phone: string;
  /** What no other field holds, as the buyer typed it. */
  other: string;
  /** The same without its limit: for the order's note. */
  unfitted: string;
  remarks: readonly AddressRemark[];
}

/** `isStateKnown`: the store has the state or province as one of its own. */
export function fitAddress(address: BuyerAddress, isStateKnown: boolean): FittedAddress {
  const street = fitStreet(inOneLine(address.line1), inOneLine(address.line2));
  const fitted = {
    ...cleanNames(address),
    address1: street.address1,
    address2: street.address2,
    city: cleanCity(address.city),
    postcode: cleanPostcode(inOneLine(address.postcode)),
    phone: cleanPhone(inOneLine(address.phone)),
  };
  const parts = comparedParts(address, fitted, street, isStateKnown);
  const unfitted = parts
    .map(({ missing }) => missing)
    .filter(Boolean)
    .join("; ")
    .replaceAll(/[<{]/g, "(")
    .replaceAll(/[>}]/g, ")");
  const remarks = parts.flatMap(({ part, typed, missing }): AddressRemark[] => [
    ...(typed.includes("*") ? [{ part, kind: "hidden" as const }] : []),
    ...(missing !== "" ? [{ part, kind: "moved" as const }] : []),
  ]);
  return { ...fitted, other: headOf(unfitted, OTHER_LENGTH), unfitted, remarks };
}

/** What the store's fields cannot show of an address; it knows no store's states. */
export const remarksOn = (address: BuyerAddress): readonly AddressRemark[] =>
  fitAddress(address, true).remarks;

interface ComparedPart {
  part: AddressPart;
  typed: string;
  /** What the fields do not show of it, "" where they show all. */
  missing: string;
}

/** The short parts first: "other" has an end. */
function comparedParts(
  address: BuyerAddress,
  fitted: Pick<FittedAddress, "firstname" | "lastname" | "city" | "postcode" | "phone">,
  street: Street,
  isStateKnown: boolean,
): ComparedPart[] {
  const compare = (part: AddressPart, given: string, shown: string, label = ""): ComparedPart => {
    const typed = inOneLine(given);
    const isShown = withoutBlanks(shown) === withoutBlanks(typed);
    return { part, typed, missing: isShown || isHiddenWhole(typed) ? "" : label + typed };
  };
  const { firstname, lastname, city, postcode, phone } = fitted;
  const name = `${address.firstName} ${address.lastName}`.trim() || address.name;
  const shownName = `${firstname} ${lastname}`.replaceAll("…", "*");
  return [
    { ...compare("name", name.replaceAll(/\*+/g, "*"), shownName, "Name: "), typed: name },
    compare("phone", address.phone, phone, "Phone: "),
    compare("postcode", address.postcode, postcode, "Postcode: "),
    compare("city", address.city, city),
    compare("state", address.state, isStateKnown ? address.state : ""),
    { part: "street", typed: street.typed, missing: street.missing },
    // A store's address has no field for it.
    compare("dropOff", address.dropOff ?? "", "", "Leave at: "),
  ];
}

interface Street {
  address1: string;
  address2: string;
  typed: string;
  /** The end that neither line has space for; the whole where the store refuses signs in it. */
  missing: string;
}

/** The second line takes what the first has no space for. */
function fitStreet(line1: string, line2: string): Street {
  const first = cleanAddress(line1);
  const typed = [line1, line2].filter(Boolean).join(", ");
  const address1 = headOf(first, LINE_LENGTH);
  const more = [first.slice(address1.length).trim(), cleanAddress(line2)].filter(Boolean).join(" ");
  const address2 = headOf(more, LINE_LENGTH);
  const isRefused = first !== line1 || cleanAddress(line2) !== line2;
  const missing = isRefused ? typed : more.slice(address2.length).trim();
  return { address1: address1 || "-", address2, typed, missing };
}

/** As many whole words as there is space for, or as many signs where a word alone is too long. */
function headOf(text: string, longest: number): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const blank = signs.lastIndexOf(" ", longest);
  return signs.slice(0, blank > longest / 2 ? blank : longest).join("");
}

const isHiddenWhole = (typed: string) => /^[* ]*$/.test(typed);
const withoutBlanks = (text: string) => text.replaceAll(/\s/g, "");
